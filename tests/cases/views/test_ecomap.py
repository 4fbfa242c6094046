"""The ecomap of a home, through the browser: the picture, the same as a table, on any day, as one audience may know."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case, EmotionalTie, Household, HouseholdMembership, NetworkTie, TieSeen
from cases.readings.ecomap import ecomap_of
from cases.rules.audience import FAMILY, Audience
from tests.factories.record_people import AdultFactory, relates
from tests.queries import of_the_page

ON = date(2026, 11, 3)


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    cast.case.opened_on = date(2026, 6, 1)
    cast.case.save()
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/ecomap/{cast.home.pk}/"


def around(child: Any, name: str, kind: str = "school", **facts: Any) -> NetworkTie:
    return NetworkTie.objects.create(case=child.case, member=child, kind=kind, organisation=name, **facts)


def seen(tie: NetworkTie, strength: str, cast: SimpleNamespace, **facts: Any) -> TieSeen:
    told = {"seen_on": date(2026, 10, 12), "recorded_by": cast.amara, "strength": strength} | facts
    if "view_of" not in told:
        told["view_of_worker"] = cast.amara
    return TieSeen.objects.create(case=tie.case, tie=tie, **told)


def test_what_nobody_was_asked_is_a_plain_line_and_a_question(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    tie = around(cast.children[1], "Kestrel School")
    answer = amara.get(url)
    page = read(answer)
    assert "What is Kestrel School to Imran?" in page.said
    assert f"/cases/{cast.case.pk}/people/network/{tie.pk}/seen/new/?back=ecomap&home={cast.home.pk}" in page.links
    assert f'data-tie="n{tie.pk}:m{cast.children[1].pk}:unasked"' in answer.content.decode()


def test_the_answer_says_whose_it_is_and_leads_back_to_the_picture(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    imran = cast.children[1]
    tie = around(imran, "Kestrel School")
    form = f"/cases/{cast.case.pk}/people/network/{tie.pk}/seen/new/?back=ecomap&home={cast.home.pk}"
    assert "Choose whose view it is" in read(amara.post(form, {"strength": "strong", "flow": "to"})).said
    answer = amara.post(form, {"strength": "strong", "flow": "to", "whose": str(imran.pk), "seen_on": "3 11 2026"})
    assert answer["Location"] == url
    shown = amara.get(url)
    assert "According to Imran, 3 November 2026" in read(shown).said
    assert shown.content.decode().count(f'data-tie="n{tie.pk}:m{imran.pk}:strong"') == 3


def test_their_own_view_is_drawn_and_all_views_are_in_the_table(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    imran, shirin = cast.children[1], AdultFactory(case=cast.case, given_name="Shirin")
    tie = around(imran, "Kestrel School")
    seen(tie, "stressful", cast, view_of=imran)
    seen(tie, "strong", cast, view_of=shirin, seen_on=date(2026, 11, 1))
    seen(tie, "weak", cast)
    answer = amara.get(url).content.decode()
    assert f'data-tie="n{tie.pk}:m{imran.pk}:stressful"' in answer
    said = read(amara.get(url)).said
    assert "According to Shirin, 1 November 2026" in said and "Amara Obi’s own idea, 12 October 2026" in said
    assert f'data-tie="n{tie.pk}:m{imran.pk}:strong"' in amara.get(f"{url}?view=m{shirin.pk}").content.decode()


def test_one_school_of_two_children_stands_once_and_what_is_the_same_to_all_is_one_line(
    cast: SimpleNamespace, amara: Any, url: str
) -> None:
    first = [around(child, "Kestrel School") for child in cast.children[:2]][0]
    doctor = [around(child, "Primrose Surgery", "gp") for child in cast.children][0]
    answer = amara.get(url).content.decode()
    assert answer.count("data-agency=") == 2
    assert answer.count(f'data-tie="n{first.pk}:') == 2
    assert f'data-tie="n{doctor.pk}:h{cast.home.pk}:unasked"' in answer


def test_before_and_after_are_drawn_side_by_side_and_the_difference_is_said(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    with time_machine.travel("2026-11-03 10:00"):
        around(cast.children[0], "Old School", started_on=date(2026, 7, 1), ended_on=date(2026, 9, 1))
        around(cast.children[0], "New School", started_on=date(2026, 9, 2))
        page = read(amara.get(f"{url}?on=2026-11-03&and=2026-08-01"))
    assert "New: New School and Anisa (nobody has said what it is)." in page.said
    assert "No longer: Old School and Anisa (nobody has said what it is)." in page.said
    with time_machine.travel("2026-11-03 10:00"):
        assert "Old School" not in read(amara.get(url)).said


@pytest.mark.parametrize("asked", ["?on=never", "?on=9999-99-99", "?on=2999-01-01", "?view=%00x", "?and=0001-01-01"])
def test_nothing_wrong_can_be_asked(amara: Any, url: str, asked: str) -> None:
    assert amara.get(url + asked).status_code == 200


def test_a_child_of_two_homes_is_in_both(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    imran = cast.children[1]
    other = Household.objects.create(case=cast.case, name="Luton")
    HouseholdMembership.objects.create(case=cast.case, household=other, member=imran)
    around(imran, "Kestrel School")
    page = read(amara.get(url))
    assert "Imran also lives at Luton" in page.said and f"/cases/{cast.case.pk}/ecomap/{other.pk}/" in page.links
    assert "Kestrel School" in read(amara.get(f"/cases/{cast.case.pk}/ecomap/{other.pk}/")).said


def test_professionals_stand_there_when_they_are_asked_for(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    assert "Works with them" not in read(amara.get(url)).said
    said = read(amara.get(f"{url}?workers=1")).said
    assert "Amara Obi" in said and "Works with them" in said


def test_the_page_asks_as_often_for_many_ties_as_for_one(cast: SimpleNamespace, amara: Any, url: str) -> None:
    counts = []
    for many in (1, 12):
        for at in range(many):
            tie = around(cast.children[at % 3], f"Place {many} {at}", "club")
            seen(tie, "weak", cast, view_of=cast.children[0])
        with CaptureQueriesContext(
            connection,
        ) as captured:
            answer = amara.get(url)
        assert answer.status_code == 200
        counts.append(len(of_the_page(captured.captured_queries)))
    assert counts[0] == counts[1] <= 15


def test_the_familys_ecomap_has_no_mark_of_what_is_left_out(cast: SimpleNamespace) -> None:
    case, imran = Case.objects.get(pk=cast.case.pk), cast.children[1]
    case.opened_on = date(2026, 6, 1)
    plain = around(imran, "Kestrel School")
    before = ecomap_of(case, cast.home, on=ON, audience=FAMILY)
    around(imran, "Canary Refuge", "other", is_kept_from_family=True)
    seen(plain, "stressful", cast, view_of=imran, is_kept_from_family=True, words="canary")
    seen(plain, "weak", cast, words="canary")
    after = ecomap_of(case, cast.home, on=ON, audience=FAMILY)
    assert after == before
    assert "canary" not in f"{after}".lower()
    assert "Canary Refuge" in f"{ecomap_of(case, cast.home, on=ON)}"


def test_what_is_kept_from_one_person_is_in_no_ecomap_of_theirs(cast: SimpleNamespace) -> None:
    case = Case.objects.get(pk=cast.case.pk)
    case.opened_on = date(2026, 6, 1)
    jamal = AdultFactory(case=case, given_name="Jamal")
    relates(jamal, "father", *cast.children)
    around(cast.children[0], "Quiet Place", kept_from=[jamal.pk])
    told = {who: f"{ecomap_of(case, cast.home, on=ON, audience=Audience(person=who))}" for who in (jamal.pk, 1)}
    assert "Quiet Place" not in told[jamal.pk]
    assert "Quiet Place" in told[1]
    assert "Quiet Place" not in f"{ecomap_of(case, cast.home, on=ON, audience=FAMILY)}"


def test_a_home_whose_place_is_not_told_has_no_name_for_the_family(cast: SimpleNamespace) -> None:
    Household.objects.filter(pk=cast.home.pk).update(is_safe_to_share=False, name="Hidden Refuge")
    home = Household.objects.get(pk=cast.home.pk)
    assert "Hidden" not in f"{ecomap_of(cast.case, home, on=ON, audience=FAMILY)}"


def test_it_is_kept_as_it_is_looked_at_and_compared_with_the_same_look_later(
    cast: SimpleNamespace, amara: Any, url: str, read: Any
) -> None:
    imran, shirin = cast.children[1], AdultFactory(case=cast.case, given_name="Shirin")
    tie = around(imran, "Kestrel School")
    seen(tie, "stressful", cast, view_of=imran)
    seen(tie, "strong", cast, view_of=shirin)
    told = {"seen_on": date(2026, 10, 12), "recorded_by": cast.amara, "view_of": shirin}
    EmotionalTie.objects.create(case=cast.case, one=shirin, other=imran, kind="close", **told)
    keep = next(href for href in read(amara.get(f"{url}?view=m{shirin.pk}")).links if "/genogram/kept/new/" in href)
    assert f"home={cast.home.pk}" in keep and f"view=m{shirin.pk}" in keep
    page = amara.get(keep)
    assert "as Shirin sees it" in page.content.decode()
    answer = amara.post(keep, {"kept_for": "conference", "title": "Around them, as Shirin sees it"})
    kept = amara.get(answer["Location"]).content.decode()
    assert f'data-tie="n{tie.pk}:m{imran.pk}:strong"' in kept and ":stressful" not in kept
    assert "Nothing" in read(amara.get(answer["Location"] + "?and=now")).said
    seen(tie, "weak", cast, view_of=shirin, seen_on=date(2026, 10, 20))
    assert "weak link, strong before" in read(amara.get(answer["Location"] + "?and=now")).said


def test_it_leads_to_the_family_version_and_to_paper(cast: SimpleNamespace, amara: Any, url: str, read: Any) -> None:
    links = read(amara.get(f"{url}?workers=1")).links
    assert f"{url}family/" in links and f"{url}file/?as=pdf&paper=a4&workers=1" in links

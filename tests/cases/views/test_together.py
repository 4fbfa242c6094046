"""Draw together, through the browser: what the family tells is kept as told, undone by a tap, and shows no secret."""

import re
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import AsTold, Member, Relationship
from tests.factories.record_people import AdultFactory, relates
from tests.queries import of_the_page

CANARY = "Xanthippe"


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/genogram/together/"


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Member:
    shirin = AdultFactory(case=cast.case, given_name="Shirin", family_name="Khatun", sex="F")
    relates(shirin, "mother", *cast.children)
    return shirin


@pytest.fixture
def tell(amara: Any, url: str, shirin: Member) -> Any:
    """Shirin tells of somebody: returns who is new."""

    def say(of: Member, kind: str, name: str, **said: str) -> Member:
        before = set(Member.objects.values_list("pk", flat=True))
        answer = amara.post(f"{url}people/{of.pk}/add/{kind}/?teller={shirin.pk}", {"given_name": name, **said})
        assert answer["Location"] == f"{url}?teller={shirin.pk}&person=m{of.pk}#person", answer.content.decode()
        return Member.objects.exclude(pk__in=before).get()

    return say


def undo(amara: Any, url: str, member: Member) -> Any:
    told = AsTold.objects.filter(kind="person", subject_id=member.pk).latest("pk")
    return amara.post(f"{url}told/{told.pk}/undoing/", {"x": "1"})


def test_who_tells_is_chosen_once_and_stays_in_every_link(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any
) -> None:
    asked = read(amara.get(url))
    assert "Who is telling?" in asked.said and f"{url}?teller={shirin.pk}" in asked.links
    page = read(amara.get(f"{url}?teller={shirin.pk}&person=m{shirin.pk}"))
    assert "Shirin is telling" in page.said
    assert f"{url}people/{shirin.pk}/add/mother/?teller={shirin.pk}" in page.links
    assert [link for link in page.links if "/add/" in link and "teller=" not in link] == []


def test_each_fact_is_kept_as_told_in_the_same_breath(
    cast: SimpleNamespace, amara: Any, shirin: Member, tell: Any, read: Any, today: date
) -> None:
    nani = tell(shirin, "mother", "Nani", has_died="on")
    told = {(row.kind, row.subject_id, row.told_by, row.told_on) for row in AsTold.objects.all()}
    tie = Relationship.objects.get(one=nani)
    assert told == {("person", nani.pk, shirin, today), ("relationship", tie.pk, shirin, today)}
    page = read(amara.get(f"/cases/{cast.case.pk}/people/{nani.pk}/")).said
    assert page.count("As told by Shirin, 3 November") == 2


def test_nothing_is_told_by_nobody(cast: SimpleNamespace, amara: Any, url: str, shirin: Member, read: Any) -> None:
    add = f"{url}people/{shirin.pk}/add/mother/"
    assert read(amara.post(add, {"given_name": "Nani"})).errors["teller"]
    amara.post(add, {"given_name": "Nani", "teller": str(shirin.pk)})
    assert AsTold.objects.filter(told_by=shirin).count() == 2


def test_the_last_thing_told_is_undone_by_one_tap_and_a_second_tap_does_no_harm(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, tell: Any, read: Any
) -> None:
    nani = tell(shirin, "mother", "Nani")
    dadu = tell(shirin, "father", "Dadu")
    page = read(amara.get(url)).said
    assert page.index("Dadu, father of Shirin") < page.index("Told today") < page.index("Nani, mother of Shirin")
    undo(amara, url, dadu)
    undo(amara, url, dadu)
    page = read(amara.get(f"{url}?teller={shirin.pk}"))
    assert "Dadu" not in page.said and "Nani, mother of Shirin" in page.said
    assert not AsTold.objects.filter(subject_id=dadu.pk, kind="person", undone_on=None).exists()
    undo(amara, url, nani)
    assert not Member.objects.filter(given_name__in=["Nani", "Dadu"]).exists()
    assert Member._base_manager.filter(given_name__in=["Nani", "Dadu"]).count() == 2


def test_nobody_is_left_hanging_on_a_slip(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, tell: Any, read: Any
) -> None:
    nani = tell(shirin, "mother", "Nani")
    tell(nani, "mother", "Parnani")
    answer = amara.post(
        f"{url}told/{AsTold.objects.get(kind='person', subject_id=nani.pk).pk}/undoing/", {"x": "1"}, follow=True
    )
    assert "Undo that first" in read(answer).said
    assert Member.objects.filter(pk=nani.pk).exists()


def test_what_was_told_on_another_day_is_not_undone_here(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, tell: Any
) -> None:
    nani = tell(shirin, "mother", "Nani")
    AsTold.objects.update(told_on=date(2026, 11, 2))
    undo(amara, url, nani)
    assert Member.objects.filter(pk=nani.pk).exists()


def test_two_that_are_here_already_are_joined_and_only_that_is_undone(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, tell: Any, read: Any
) -> None:
    jamal = tell(cast.children[0], "father", "Jamal")
    add = f"{url}people/{cast.children[1].pk}/add/father/?teller={shirin.pk}"
    assert "Jamal" in read(amara.post(add, {"given_name": "Jamal"})).said
    amara.post(add, {"given_name": "Jamal", "who": str(jamal.pk)})
    last = AsTold.objects.latest("pk")
    amara.post(f"{url}told/{last.pk}/undoing/", {"x": "1"})
    standing = Relationship.objects.filter(one=jamal, was_mistake=False)
    assert [tie.other for tie in standing] == [cast.children[0]]
    assert Member.objects.filter(pk=jamal.pk).exists()


def test_a_slip_that_was_none_is_told_again(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, tell: Any, read: Any
) -> None:
    nani = tell(shirin, "mother", "Nani")
    undo(amara, url, nani)
    amara.post(f"/cases/{cast.case.pk}/people/{nani.pk}/mistake/", {"x": "1"})
    assert AsTold.objects.filter(undone_on=None).count() == 2
    assert "Nani, mother of Shirin" in read(amara.get(url)).said


# ----- what is kept from the family


def lay_secrets(cast: SimpleNamespace, shirin: Member) -> list[Member]:
    """A private father of the youngest, an affair, a child adopted away, and one who was lost."""
    facts: dict[str, Any] = {"case": cast.case, "given_name": CANARY}
    father, lover = AdultFactory(sex="M", **facts), AdultFactory(sex="M", **facts)
    away = AdultFactory(**facts)
    lost = AdultFactory(expected_on=date(2020, 1, 1), died_on=date(2019, 9, 1), loss="termination", **facts)
    relates(father, "father", cast.children[2], is_kept_from_family=True)
    relates(lover, "partner", shirin, couple="affair")
    relates(shirin, "mother", away, is_kept_from_family=True)
    relates(shirin, "mother", lost)
    return [father, lover, away, lost]


def as_shown(answer: Any) -> str:
    """What a page says to the last letter, without what is new on every page."""
    assert answer.status_code == 200
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode())
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|data-[a-z-]*ticket=\"[^\"]*\"", "", text)


def test_what_is_kept_from_the_family_is_nowhere_on_its_screen(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, tell: Any
) -> None:
    """Not in what is said, nor in the source, its widths and numbers: the pages are the same to the last letter."""
    tell(shirin, "partner", "Karim", sex="M")
    zayd = cast.children[2]
    asked = [url, f"{url}?teller={shirin.pk}&person=m{shirin.pk}", f"{url}?person=m{zayd.pk}"]
    asked += [f"{url}people/{shirin.pk}/add/{kind}/?teller={shirin.pk}" for kind in ("child", "sibling", "partner")]
    asked += [f"{url}people/{zayd.pk}/add/sibling/"]
    for each in asked:
        amara.get(each)  # an order is kept
    before = [as_shown(amara.get(each)) for each in asked]
    lay_secrets(cast, shirin)
    after = [as_shown(amara.get(each)) for each in asked]
    assert [CANARY in page for page in after] == [False] * len(after)
    assert before == after


@pytest.fixture
def secrets(cast: SimpleNamespace, shirin: Member) -> list[Member]:
    return lay_secrets(cast, shirin)


def test_nobody_who_is_hidden_can_be_asked_for_or_met_by_name(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, secrets: list[Member], read: Any
) -> None:
    for hidden in secrets:
        assert amara.get(f"{url}people/{hidden.pk}/add/mother/").status_code == 404
        page = amara.get(f"{url}?person=m{hidden.pk}&teller={hidden.pk}").content.decode()
        assert CANARY not in page and "Who is telling?" in page
    add = f"{url}people/{shirin.pk}/add/child/?teller={shirin.pk}"
    answer = amara.post(add, {"given_name": CANARY, "other_parent": str(secrets[0].pk)})
    assert answer.status_code == 302  # the hidden one is no answer, and no namesake to ask about
    assert not Relationship.objects.filter(one=secrets[0], other=Member.objects.latest("pk")).exists()


def test_the_screen_takes_few_questions_however_much_was_told(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, tell: Any
) -> None:
    counts = []
    for name in ("Nani", "Khala"):
        tell(shirin, "mother" if name == "Nani" else "sibling", name)
        page = f"{url}?teller={shirin.pk}&person=m{shirin.pk}"
        amara.get(page)
        with CaptureQueriesContext(connection) as captured:
            assert amara.get(page).status_code == 200
        counts.append(len(of_the_page(captured.captured_queries)))
    assert counts[0] == counts[1] <= 15


def test_the_partner_of_today_is_offered_first_as_the_other_parent(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, tell: Any, read: Any
) -> None:
    tell(cast.children[0], "father", "Jamal")
    karim = tell(shirin, "partner", "Karim", sex="M")
    add = f"{url}people/{shirin.pk}/add/child/?teller={shirin.pk}"
    assert read(amara.get(add)).ticked["other_parent"] == str(karim.pk)
    tell(shirin, "child", "Roisin", sex="F", other_parent=str(karim.pk))
    assert "Roisin, daughter of Shirin and Karim" in read(amara.get(url)).said


def test_what_is_kept_is_not_told_by_a_refusal(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, tell: Any, read: Any
) -> None:
    """An aunt who is the mother, of which the family may not know: it is told of her, and learns nothing."""
    zayd, rosa = cast.children[2], tell(shirin, "sibling", "Rosa", sex="F")
    relates(rosa, "mother", zayd, is_kept_from_family=True)
    add = f"{url}people/{zayd.pk}/add/mother/?teller={shirin.pk}"
    page = read(amara.post(add, {"given_name": "Rosa", "who": str(rosa.pk)}))
    assert "This cannot be drawn here" in page.said and "in the record so" not in page.said


def test_an_undo_that_fails_does_not_tell_of_somebody_who_is_kept(
    cast: SimpleNamespace, amara: Any, url: str, shirin: Member, tell: Any, read: Any
) -> None:
    nani = tell(shirin, "mother", "Nani")
    hidden = AdultFactory(case=cast.case, given_name=CANARY)
    relates(hidden, "partner", nani, is_kept_from_family=True)
    told = AsTold.objects.get(kind="person", subject_id=nani.pk)
    said = read(amara.post(f"{url}told/{told.pk}/undoing/", {"x": "1"}, follow=True)).said
    assert "More is written by now" in said and "Somebody was drawn" not in said and CANARY not in said

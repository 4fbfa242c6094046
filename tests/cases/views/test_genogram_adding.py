"""Somebody added beside somebody in the genogram, couples, and slips, through the browser."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.forms.adding import RelativeForm
from cases.models import ChronologyEntry, Member, Relationship
from cases.readings.adding import near, offered, panel
from cases.readings.people import people_of
from tests.factories.cases import ChildFactory
from tests.factories.record_people import AdultFactory, relates
from tests.queries import of_the_page

TODAY = date(2026, 11, 3)
SURE = {"sure": "yes"}


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Member:
    shirin = AdultFactory(case=cast.case, given_name="Shirin", family_name="Khatun", sex="F")
    relates(shirin, "mother", *cast.children)
    return shirin


@pytest.fixture
def add(cast: SimpleNamespace) -> Any:
    return lambda of, kind: f"/cases/{cast.case.pk}/genogram/people/{of.pk}/add/{kind}/"


def ties_of(member: Member) -> set[tuple[str, str, str]]:
    rows = Relationship.objects.filter(one=member) | Relationship.objects.filter(other=member)
    return {(tie.one.first_name, tie.kind, tie.other.first_name) for tie in rows}


def test_a_mother_is_a_name_and_a_tap(cast: SimpleNamespace, amara: Any, add: Any) -> None:
    anisa = cast.children[0]
    answer = amara.post(add(anisa, "mother"), {"given_name": "Shirin", "family_name": "Khatun", "born": "42"})
    mother = Member.objects.get(given_name="Shirin")
    assert (mother.sex, mother.born_about, mother.kind) == ("F", "1984", "adult")
    assert f"{mother.pk}" in answer["Location"]
    assert ties_of(mother) == {("Shirin", "mother", "Anisa")}
    amara.post(add(mother, "mother"), {"given_name": "Nani", "has_died": "on"})
    nani = Member.objects.get(given_name="Nani")
    assert nani.has_died and ties_of(nani) == {("Nani", "mother", "Shirin")}


def test_a_child_of_a_couple_is_both_theirs_and_the_present_partner_is_offered_first(
    cast: SimpleNamespace, amara: Any, add: Any, shirin: Member, read: Any
) -> None:
    jamal = AdultFactory(case=cast.case, given_name="Jamal", sex="M")
    relates(jamal, "father", cast.children[0])
    relates(jamal, "ex-partner", shirin)
    amara.post(add(shirin, "partner"), {"given_name": "Karim", "sex": "M", "couple": "cohabiting", "since": "2024"})
    karim = Member.objects.get(given_name="Karim")
    tie = Relationship.objects.get(one=karim)
    assert (tie.kind, tie.couple, tie.started_about) == ("partner", "cohabiting", "2024")
    page = read(amara.get(add(shirin, "child")))
    assert page.ticked["other_parent"] == str(karim.pk)
    amara.post(add(shirin, "child"), {"given_name": "Maryam", "other_parent": str(karim.pk), "born": "1 11 2026"})
    baby = Member.objects.get(given_name="Maryam")
    assert ties_of(baby) == {("Shirin", "mother", "Maryam"), ("Karim", "father", "Maryam")}
    assert (baby.kind, baby.born_on) == ("adult", date(2026, 11, 1))


def test_an_unborn_baby_may_be_a_child_of_the_record_or_not_and_needs_no_name(
    cast: SimpleNamespace, amara: Any, add: Any, shirin: Member, read: Any
) -> None:
    amara.post(add(shirin, "child"), {"given_name": "Baby", "born": "8 12 2026", "is_child": "on"})
    baby = Member.objects.get(given_name="Baby")
    assert (baby.kind, baby.expected_on, baby.sex) == ("child", date(2026, 12, 8), "U")
    amara.post(add(shirin, "child"), {"born": "March 2027"})
    other = Member.objects.get(expected_on=date(2027, 3, 15))
    assert (other.kind, other.given_name) == ("adult", "")
    refused = read(amara.post(add(shirin, "child"), {"given_name": ""}))
    assert refused.errors["given_name"]
    assert read(amara.post(add(shirin, "child"), {"born": "2027"})).errors


def test_a_sister_has_the_same_parents_and_a_half_sister_those_that_stay_ticked(
    cast: SimpleNamespace, amara: Any, add: Any, shirin: Member, read: Any
) -> None:
    jamal = AdultFactory(case=cast.case, given_name="Jamal", sex="M")
    relates(jamal, "father", cast.children[0])
    shown = amara.get(add(cast.children[0], "sibling")).content.decode()
    assert shown.count(" checked") == 2  # both parents: nothing else is taken for granted
    both = [str(shirin.pk), str(jamal.pk)]
    amara.post(add(cast.children[0], "sibling"), {"given_name": "Samina", "sex": "F", "parents": both})
    assert ties_of(Member.objects.get(given_name="Samina")) == {
        ("Samina", "sibling", "Anisa"), ("Shirin", "mother", "Samina"), ("Jamal", "father", "Samina")
    }  # fmt: skip
    amara.post(add(cast.children[0], "sibling"), {"given_name": "Leila", "parents": both[:1]})
    assert ("Leila", "half-sibling", "Anisa") in ties_of(Member.objects.get(given_name="Leila"))


def test_a_private_paternity_stays_private_for_a_brother(
    cast: SimpleNamespace, amara: Any, add: Any, shirin: Member
) -> None:
    karim = AdultFactory(case=cast.case, given_name="Karim", sex="M")
    relates(karim, "father", cast.children[0], is_kept_from_family=True)
    keys = [str(shirin.pk), str(karim.pk)]
    amara.post(add(cast.children[0], "sibling"), {"given_name": "Samina", "parents": keys})
    tie = Relationship.objects.get(one=karim, other__given_name="Samina")
    assert tie.is_kept_from_family
    assert not Relationship.objects.get(one=shirin, other__given_name="Samina").is_kept_from_family
    shared = ChronologyEntry.objects.filter(kind="people", is_kept_from_family=False)
    assert shared.exists() and not shared.filter(summary__contains="Karim").exists()


def test_two_of_one_birth_are_asked_about_and_are_twins(
    cast: SimpleNamespace, amara: Any, add: Any, shirin: Member, read: Any
) -> None:
    said = {"given_name": "Zara", "sex": "F", "born": "17 5 2025", "other_parent": ""}
    asked = read(amara.post(add(shirin, "child"), said))
    assert "Zayd" in asked.said and asked.errors["twins"]
    assert not Member.objects.filter(given_name="Zara").exists()
    amara.post(add(shirin, "child"), {**said, "twins": "twin"})
    assert ("Zara", "twin", "Zayd") in ties_of(Member.objects.get(given_name="Zara"))


def test_somebody_alike_is_offered_first_and_joined(
    cast: SimpleNamespace, amara: Any, add: Any, shirin: Member, read: Any
) -> None:
    zaynab = ChildFactory(case=cast.case, given_name="Zaynab", family_name="Rahman")
    said = {"given_name": "Shireen", "family_name": "Khatun"}
    asked = read(amara.post(add(zaynab, "mother"), said))
    assert asked.errors["who"] and "Shirin Khatun" in asked.said
    amara.post(add(zaynab, "mother"), {**said, "who": str(shirin.pk)})
    assert ("Shirin", "mother", "Zaynab") in ties_of(zaynab)
    assert Member.objects.filter(family_name="Khatun").count() == 1
    again = read(amara.post(add(zaynab, "mother"), {**said, "who": str(shirin.pk)}))
    assert "in the record so already" in again.errors["who"]


@pytest.mark.parametrize("kind", ["x", "twin", "kin"])
def test_what_cannot_be_added_here_is_not_there(cast: SimpleNamespace, amara: Any, add: Any, kind: str) -> None:
    assert amara.get(add(cast.children[0], kind)).status_code == 404


def test_the_panel_offers_what_fits_and_costs_one_question_for_ties(
    cast: SimpleNamespace, shirin: Member, django_assert_num_queries: Any
) -> None:
    anisa = cast.children[0]
    assert offered(near(anisa, people_of(cast.case)), TODAY) == ["father", "parent", "sibling"]
    assert offered(near(shirin, people_of(cast.case)), TODAY) == ["mother", "father", "partner", "sibling", "child"]
    with django_assert_num_queries(2):
        assert [way.words for way in panel(cast.case, anisa, TODAY).ways][0] == "+ father"


@pytest.mark.parametrize("kind", ["mother", "partner", "sibling", "child"])
def test_the_form_takes_few_questions(cast: SimpleNamespace, amara: Any, add: Any, shirin: Member, kind: str) -> None:
    amara.get(add(shirin, kind))
    with CaptureQueriesContext(connection) as captured:
        assert amara.get(add(shirin, kind)).status_code == 200
    assert len(of_the_page(captured.captured_queries)) <= 12


# ----- couples


@pytest.fixture
def jamal(cast: SimpleNamespace, shirin: Member) -> Member:
    jamal = AdultFactory(case=cast.case, given_name="Jamal", sex="M")
    relates(jamal, "partner", shirin)
    return jamal


def test_how_two_were_together_is_told_as_far_as_it_is_known(
    cast: SimpleNamespace, amara: Any, jamal: Member, shirin: Member, read: Any
) -> None:
    tie = Relationship.objects.get(one=jamal)
    url = f"/cases/{cast.case.pk}/people/relationships/{tie.pk}/couple/"
    said = {"couple": "married", "since": "May 2012", "ended": "divorced", "until": "2019", "is_of_one_blood": "on"}
    amara.post(url, {**said, "_version": str(tie.version)})
    tie.refresh_from_db()
    assert (tie.kind, tie.started_about, tie.couple_ended) == ("spouse", "2012-05", "divorced")
    assert (tie.ended_about, tie.ended_on, tie.is_of_one_blood) == ("2019", date(2019, 12, 31), True)
    page = read(amara.get(url))
    assert (page.filled["since"], page.filled["until"]) == ("May 2012", "2019")
    assert ChronologyEntry.objects.filter(summary="Jamal and Shirin: divorced").exists()
    amara.post(url, {"couple": "married", "ended": "separated", "_version": str(tie.version)})
    tie.refresh_from_db()
    assert (tie.kind, tie.ended_on) == ("ex-partner", None)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"since": "2015", "ended": "separated", "until": "2014"}, "until"),
        ({"until": "2014"}, "ended"),
        ({"since": "soon"}, "since"),
        ({"since": "4 11 2026"}, "since"),
    ],
)
def test_what_cannot_be_so_of_a_couple_is_said_beside_it(
    cast: SimpleNamespace, amara: Any, jamal: Member, read: Any, said: dict[str, str], field: str
) -> None:
    tie = Relationship.objects.get(one=jamal)
    url = f"/cases/{cast.case.pk}/people/relationships/{tie.pk}/couple/"
    assert read(amara.post(url, {**said, "_version": str(tie.version)})).errors[field]


def test_two_who_are_together_are_said_once(
    cast: SimpleNamespace, amara: Any, jamal: Member, shirin: Member, read: Any
) -> None:
    url = f"/cases/{cast.case.pk}/people/{shirin.pk}/couple/new/"
    assert read(amara.post(url, {"other": str(jamal.pk)})).errors["other"]
    karim = AdultFactory(case=cast.case, given_name="Karim", sex="M")
    amara.post(url, {"other": str(karim.pk), "couple": "affair", "kept_from": [str(jamal.pk)]})
    tie = Relationship.objects.get(one=shirin, other=karim)
    assert (tie.couple, tie.kept_from) == ("affair", [jamal.pk])
    mother = Relationship.objects.create(case=cast.case, one=jamal, other=karim, kind="kin")
    assert amara.get(f"/cases/{cast.case.pk}/people/relationships/{mother.pk}/couple/").status_code == 404


# ----- slips


def test_somebody_written_down_by_mistake_is_taken_out_and_put_back(
    cast: SimpleNamespace, amara: Any, browser_for: Any, jamal: Member, read: Any
) -> None:
    people = f"/cases/{cast.case.pk}/people/"
    url = f"{people}{jamal.pk}/mistake/"
    assert url in read(amara.get(f"{people}{jamal.pk}/")).links
    assert "Written down by mistake" in read(amara.get(url)).said
    assert amara.post(url, SURE)["Location"] == f"{people}{jamal.pk}/"
    page = read(amara.get(f"{people}{jamal.pk}/"))
    assert (
        "Jamal Example was written down by mistake" in page.said and "Amara Obi said so on 3 November 2026" in page.said
    )
    assert "Jamal" not in read(amara.get(people)).said
    assert amara.get(f"{people}{jamal.pk}/edit/").status_code == 404
    bilal = browser_for(cast.bilal)
    assert (
        "after all" not in str(read(bilal.get(url)).offered)
        and b"<button" not in bilal.get(url).content.split(b"<h1")[1].split(b"</main")[0]
    )
    bilal.post(url, SURE)
    assert not Member.objects.filter(pk=jamal.pk).exists()
    amara.post(url, SURE)
    assert Member.objects.filter(pk=jamal.pk).exists()
    assert "Jamal" in read(amara.get(people)).said


def test_two_who_were_never_related_so_need_no_last_day(
    cast: SimpleNamespace, amara: Any, jamal: Member, shirin: Member, read: Any
) -> None:
    tie = Relationship.objects.get(one=jamal)
    url = f"/cases/{cast.case.pk}/people/relationships/{tie.pk}/ending/"
    assert read(amara.post(url, {"_version": str(tie.version)})).errors["ended_on"]
    amara.post(url, {"was_mistake": "on", "_version": str(tie.version)})
    tie.refresh_from_db()
    assert tie.was_mistake
    shown = read(amara.get(f"/cases/{cast.case.pk}/people/{shirin.pk}/")).said
    assert "Partner: Jamal" not in shown


def test_whoever_came_from_the_picture_goes_back_to_it_and_nowhere_else(
    cast: SimpleNamespace, amara: Any, jamal: Member, shirin: Member
) -> None:
    tie, people = Relationship.objects.get(one=jamal), f"/cases/{cast.case.pk}/people/"
    url = f"{people}relationships/{tie.pk}/couple/"
    answer = amara.post(f"{url}?back=genogram", {"couple": "married", "_version": str(tie.version)})
    assert answer["Location"] == f"/cases/{cast.case.pk}/genogram/?person=m{jamal.pk}"
    said = {"given_name": "Jamal", "born_about": "1984", "_version": str(jamal.version)}
    answer = amara.post(f"{people}{jamal.pk}/edit/?back=https://example.org/", said)
    assert answer["Location"] == f"{people}{jamal.pk}/"
    assert Member.objects.get(pk=jamal.pk).born_about == "1984"


def test_what_is_known_of_somebody_less_exactly_can_be_written_and_read(
    cast: SimpleNamespace, amara: Any, jamal: Member, read: Any
) -> None:
    page = f"/cases/{cast.case.pk}/people/{jamal.pk}/"
    said = {"given_name": "Jamal", "gender": "other", "gender_words": "genderfluid", "died_about": "May 2014"}
    refused = read(amara.post(f"{page}edit/", {**said, "born_about": "3 5 1984", "_version": str(jamal.version)}))
    assert "enter it above" in refused.errors["born_about"]
    amara.post(f"{page}edit/", {**said, "born_about": "1984", "_version": str(jamal.version)})
    now = Member.objects.get(pk=jamal.pk)
    assert (now.born_about, now.died_about, now.has_died, now.gender) == ("1984", "2014-05", True, "other")
    shown = read(amara.get(page)).said
    assert "Born1984" in shown and "DiedMay 2014" in shown and "genderfluid" in shown
    amara.post(f"{page}edit/", {**said, "died_about": "", "born_on": "3 5 1984", "_version": str(now.version)})
    now.refresh_from_db()
    assert (now.born_on, now.born_about) == (date(1984, 5, 3), "")


def test_a_loss_says_which_and_the_timeline_says_no_more_than_that_it_was_lost(
    cast: SimpleNamespace, amara: Any
) -> None:
    baby = ChildFactory(case=cast.case, given_name="Baby", born_on=None, expected_on=date(2026, 12, 8), sex="U")
    url = f"/cases/{cast.case.pk}/people/{baby.pk}/loss/"
    amara.post(url, {"lost_on_quick": TODAY.isoformat(), "what": "termination"})
    baby.refresh_from_db()
    assert baby.loss == "termination"
    assert ChronologyEntry.objects.get(kind="people").summary == "The pregnancy was lost"


def test_a_sister_begun_while_a_parent_was_missing_is_not_made_a_half_sister_by_kept_words(
    cast: SimpleNamespace, amara: Any, add: Any, shirin: Member, read: Any
) -> None:
    jamal = AdultFactory(case=cast.case, given_name="Jamal", sex="M")
    relates(jamal, "father", cast.children[0])
    begun = {"given_name": "Samina", "parents": [str(shirin.pk)], "parents_asked": str(shirin.pk)}
    page = amara.post(add(cast.children[0], "sibling"), begun)
    assert "Anisa’s parents have changed in the record" in read(page).errors["parents"]
    assert not Member.objects.filter(given_name="Samina").exists()
    both = f"{shirin.pk}-{jamal.pk}"
    assert page.content.decode().count(" checked") == 2 and f'value="{both}"' in page.content.decode()
    words = {"parents": [str(shirin.pk)], "parents_asked": [str(shirin.pk)]}
    form = RelativeForm(kind="sibling", around=near(cast.children[0], [shirin, jamal, *cast.children]), on=date.max)
    form.put_right(words)
    assert words == {"parents": [str(shirin.pk), str(jamal.pk)]}, "kept words that come back are put right as well"
    half = {"parents": [str(shirin.pk)], "parents_asked": [both]}
    form.put_right(half)
    assert half == {"parents": [str(shirin.pk)]}, "a half-sister that was meant stays one"


def test_how_two_are_together_leads_back_to_whoever_it_was_opened_from(
    cast: SimpleNamespace, amara: Any, shirin: Member
) -> None:
    jamal = AdultFactory(case=cast.case, given_name="Jamal", sex="M")
    (tie,) = relates(shirin, "spouse", jamal)
    url = f"/cases/{cast.case.pk}/people/relationships/{tie.pk}/couple/?back=genogram&of={jamal.pk}"
    home = f"/cases/{cast.case.pk}/genogram/?person=m{jamal.pk}"
    assert f'href="{home}"' in amara.get(url).content.decode()
    assert amara.post(url, {"couple": "married", "_version": str(tie.version)})["Location"] == home
    older = f"/cases/{cast.case.pk}/people/relationships/{tie.pk}/edit/?of={jamal.pk}"
    assert amara.get(older)["Location"].endswith(f"/couple/?of={jamal.pk}"), "of a couple it asks how they are together"

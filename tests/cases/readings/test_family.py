"""A family in one question: who is who, how to reach them, whose words, and nothing that this audience may not read."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Alias, CaseNote, Document, Household, Member, Milestone, Presence, Relationship, VisitChild
from cases.readings.family import read_family
from cases.readings.header import child_header, children_of
from cases.rules.audience import FAMILY, STAFF, Audience
from tests.factories.cases import ChildFactory, HouseholdFactory, VisitFactory
from tests.factories.record_pages import BriefPartFactory, ContactPointFactory, NetworkTieFactory, QuoteFactory

CANARY = "Zeisig"


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Member:
    shirin = ChildFactory(case=cast.case, kind="adult", given_name="Shirin", family_name="Khatun")
    Relationship.objects.create(case=cast.case, one=shirin, other=cast.children[0], kind="mother")
    return shirin


def test_everything_comes_in_one_question_however_many_people(cast: SimpleNamespace, today: date) -> None:
    for number in range(12):
        adult = ChildFactory(case=cast.case, kind="adult")
        Relationship.objects.create(case=cast.case, one=adult, other=cast.children[0], kind="kin")
        ContactPointFactory(member=adult, value=str(number))
    with CaptureQueriesContext(connection) as asked:
        family = read_family(cast.case, today, STAFF)
    assert len(asked) == 1
    assert len(family.people) == 15 and [who.first_name for who in family.children] == ["Anisa", "Imran", "Zayd"]


def test_mothers_and_fathers_come_before_grandparents_whatever_their_age(
    cast: SimpleNamespace, shirin: Member, today: date
) -> None:
    rokeya = ChildFactory(case=cast.case, kind="adult", given_name="Rokeya", born_on=date(1955, 1, 1))
    Relationship.objects.create(case=cast.case, one=rokeya, other=cast.children[0], kind="grandparent")
    assert [who.first_name for who in read_family(cast.case, today, STAFF).adults] == ["Shirin", "Rokeya"]


def test_last_spoken_with_counts_what_stands_and_nothing_that_was_taken_back(
    cast: SimpleNamespace, shirin: Member, today: date
) -> None:
    def spoken() -> str:
        (who,) = read_family(cast.case, today, STAFF).adults
        return who.spoken

    assert spoken() == ""
    visit = VisitFactory(case=cast.case, worker=cast.amara, visited_on=date(2026, 10, 1))
    Presence.objects.create(case=cast.case, visit=visit, member=shirin, happened_on=visit.visited_on)
    assert spoken() == "1 October 2026"
    day = date(2026, 10, 20)
    call = CaseNote.objects.create(case=cast.case, kind="call", writer=cast.amara, happened_on=day)
    Presence.objects.create(case=cast.case, note=call, member=shirin, happened_on=day)
    assert spoken() == "20 October 2026"
    CaseNote.objects.update(struck_on=today, struck_by=cast.amara, struck_why="Another family’s")
    assert spoken() == "1 October 2026"


def everything_marked(cast: SimpleNamespace, shirin: Member, marks: dict[str, Any]) -> None:
    """A canary in everything that bears a mark."""
    BriefPartFactory(case=cast.case, written_by=cast.amara, words=CANARY, **marks)
    BriefPartFactory(case=cast.case, written_by=cast.amara, kind="how", words=CANARY, **marks)
    ContactPointFactory(member=shirin, value=CANARY, **marks)
    NetworkTieFactory(member=shirin, organisation=CANARY, **marks)
    Alias.objects.create(case=cast.case, member=shirin, kind="known-as", given_name=CANARY, **marks)
    kofi = ChildFactory(case=cast.case, kind="adult", given_name=CANARY)
    Relationship.objects.create(case=cast.case, one=kofi, other=cast.children[1], kind="father", **marks)
    Document.objects.create(
        case=cast.case, kind="photo", title=CANARY, sha256="0" * 64, content_type="image/png", size=1,
        added_by=cast.amara, added_on=date(2026, 10, 1), portrait_of=shirin, **marks,
    )  # fmt: skip


@pytest.mark.parametrize("marked", ["family", "person"])
def test_what_is_marked_is_for_staff_and_for_whom_it_is_not_kept_from(
    cast: SimpleNamespace, shirin: Member, today: date, marked: str
) -> None:
    jamal = ChildFactory(case=cast.case, kind="adult", given_name="Jamal")
    marks = {"is_kept_from_family": True} if marked == "family" else {"kept_from": [jamal.pk]}
    everything_marked(cast, shirin, marks)

    def facts(audience: Audience) -> int:
        family = read_family(cast.case, today, audience)
        said = [part.words for part in family.parts.values()]
        for who in family.people:
            said += [who.known_as, *(one.value for one in who.reaches), *(one.name for one in who.around)]
        ties = [tie for who in family.people if who.name.startswith(CANARY) for tie in who.ties]
        return sum(CANARY in one for one in said) + len(ties)

    assert facts(STAFF) == 6
    assert facts(FAMILY) == 0 and facts(Audience(person=jamal.pk)) == 0
    assert facts(Audience(person=shirin.pk)) == (0 if marked == "family" else 6)


def test_a_father_nobody_may_know_of_has_no_name_and_no_home_for_the_family(
    cast: SimpleNamespace, shirin: Member, today: date
) -> None:
    kofi = ChildFactory(case=cast.case, kind="adult", given_name=CANARY)
    Relationship.objects.create(
        case=cast.case, one=kofi, other=cast.children[1], kind="father", is_kept_from_family=True
    )
    HouseholdFactory(case=cast.case, name=f"{CANARY}’s flat", people=[kofi])

    def names(audience: Audience) -> str:
        family = read_family(cast.case, today, audience)
        return ", ".join([*(who.name for who in family.people), *(home.name for home in family.homes)])

    assert names(STAFF).count(CANARY) == 2
    assert CANARY not in names(FAMILY) and "Imran" in names(FAMILY) and "Shirin" in names(FAMILY)


def test_an_address_is_for_staff_alone_safe_or_not(cast: SimpleNamespace, today: date) -> None:
    Household.objects.update(address="12 Elm Row")
    (staff,), (family,) = (read_family(cast.case, today, who).homes for who in (STAFF, FAMILY))
    assert staff.address == "12 Elm Row" and family.address == "" and family.people == ("Anisa", "Imran", "Zayd")


def test_that_something_is_dangerous_is_said_even_where_what_is_not(cast: SimpleNamespace, today: date) -> None:
    BriefPartFactory(case=cast.case, written_by=cast.amara, kind="danger", words=CANARY, is_kept_from_family=True)
    family = read_family(cast.case, today, FAMILY)
    assert family.has_danger and not family.part("danger").words


def test_only_words_that_were_chosen_head_a_page(cast: SimpleNamespace, today: date) -> None:
    anisa = cast.children[0]
    QuoteFactory(speaker=anisa, words="Not this one")
    QuoteFactory(speaker=anisa, words="This one", headed_on=today, headed_by=cast.amara)
    quotes = [who.quote.words for who in read_family(cast.case, today, FAMILY).people if who.quote]
    assert quotes == ["This one"]


def test_a_missing_child_stands_out_and_what_was_taken_back_does_not(cast: SimpleNamespace, today: date) -> None:
    fact = Milestone.objects.create(case=cast.case, child=cast.children[0], kind="missing", happened_on=today)
    (one, *_) = read_family(cast.case, today, FAMILY).children
    assert [each.words for each in one.stands_out] == ["Missing"]
    Milestone.objects.filter(pk=fact.pk).update(struck_on=today, struck_by=cast.amara, struck_why="Was at Farida’s")
    (one, *_) = read_family(cast.case, today, FAMILY).children
    assert one.stands_out == ()


def test_the_latest_episode_comes_with_the_family_and_says_the_same(cast: SimpleNamespace, today: date) -> None:
    child = cast.children[0]
    visit = VisitFactory(case=cast.case, worker=cast.amara)
    VisitChild.objects.create(case=cast.case, visit=visit, child=child, seen="alone")
    episodes = read_family(cast.case, today, STAFF).episodes
    assert child_header(child, today, episodes) == child_header(child, today) == children_of(cast.case, today)[0]

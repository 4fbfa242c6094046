"""How somebody sees things: never without whose view it is, never in a day to come."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, transaction

from camden.principal import acting_as
from cases.models import EmotionalTie, Member, NetworkTie, TieSeen
from cases.operations.between import NotSeenSo, say_between, say_tie
from cases.operations.hardships import NotNotedSo, take_back
from tests.factories.cases import CaseFactory
from tests.factories.record_people import AdultFactory

DAY = date(2026, 10, 12)


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Member:
    return AdultFactory(case=cast.case, given_name="Shirin")


def say(cast: SimpleNamespace, one: Member, other: Member, kind: str = "close", **said: object) -> EmotionalTie:
    told = {"seen_on": DAY, "by": cast.amara, "on": date(2026, 11, 3)} | said
    with acting_as(cast.amara):
        return say_between(one=one, other=other, kind=kind, **told)


def test_without_a_person_of_the_family_it_is_the_workers_own_idea(cast: SimpleNamespace, shirin: Member) -> None:
    tie = say(cast, cast.children[0], shirin)
    assert tie.view_of is None and tie.view_of_worker == cast.amara


def test_a_view_of_the_family_is_not_the_workers(cast: SimpleNamespace, shirin: Member) -> None:
    tie = say(cast, cast.children[0], shirin, view_of=shirin)
    assert tie.view_of == shirin and tie.view_of_worker is None


def test_the_database_refuses_a_view_that_is_nobodys(cast: SimpleNamespace, shirin: Member) -> None:
    facts = {"case": cast.case, "one": cast.children[0], "other": shirin, "kind": "close", "seen_on": DAY}
    with pytest.raises(IntegrityError), transaction.atomic():
        EmotionalTie.objects.create(**facts, recorded_by=cast.amara)


@pytest.mark.parametrize("day", [date(2026, 11, 4), date(2001, 1, 1)])
def test_nobody_sees_anything_in_a_day_to_come_or_before_they_were_born(
    cast: SimpleNamespace, shirin: Member, day: date
) -> None:
    with pytest.raises(NotSeenSo):
        say(cast, cast.children[0], shirin, view_of=cast.children[0], seen_on=day)


def test_somebody_of_another_family_is_not_one_of_the_two(cast: SimpleNamespace) -> None:
    stranger = AdultFactory(case=CaseFactory(name="Others", team_ids=[cast.pod.pk]))
    with pytest.raises(NotSeenSo):
        say(cast, cast.children[0], stranger)
    with pytest.raises(NotSeenSo):
        say(cast, cast.children[0], cast.children[1], view_of=stranger)


def test_nothing_of_this_any_more_needs_something_that_was_said_by_the_same_person(
    cast: SimpleNamespace, shirin: Member
) -> None:
    child = cast.children[0]
    say(cast, child, shirin, "conflict", view_of=shirin)
    with pytest.raises(NotSeenSo):
        say(cast, child, shirin, "none", view_of=child)
    say(cast, shirin, child, "none", view_of=shirin)


def test_what_was_taken_back_stays_with_who_and_why_and_is_taken_back_once(
    cast: SimpleNamespace, shirin: Member
) -> None:
    tie = say(cast, cast.children[0], shirin)
    with acting_as(cast.amara):
        take_back(what=tie, by=cast.amara, on=DAY, why="I mixed them up")
        with pytest.raises(NotNotedSo):
            take_back(what=tie, by=cast.amara, on=DAY, why="Again")
    tie.refresh_from_db()
    assert (tie.struck_by, tie.struck_why) == (cast.amara, "I mixed them up")


def test_what_a_tie_is_to_somebody_is_said_while_it_holds(cast: SimpleNamespace) -> None:
    child = cast.children[0]
    tie = NetworkTie.objects.create(
        case=cast.case, member=child, kind="club", organisation="Judo", ended_on=date(2026, 9, 1)
    )
    told = {"tie": tie, "strength": "strong", "flow": "to", "view_of": child, "by": cast.amara, "on": date(2026, 11, 3)}
    with acting_as(cast.amara):
        with pytest.raises(NotSeenSo):
            say_tie(seen_on=DAY, **told)
        say_tie(seen_on=date(2026, 8, 1), **told)
    assert TieSeen.objects.get().view_of == child

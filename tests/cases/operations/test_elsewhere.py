"""What somebody who takes a contact learns of another team's records: the least, and of hidden ones nothing at all."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection

from camden.access import ROLES, Permission, Role
from camden.models.audit import CaseOpened, Recorded, RecordOpened
from camden.principal import acting_as
from cases.models import Member
from cases.operations.elsewhere import KnownElsewhere, look_elsewhere
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory
from tests.factories.cases import CaseFactory, ChildFactory, ExclusionFactory, InvolvementFactory

BORN = date(2015, 5, 17)
ANISA = KnownElsewhere("Anisa Rahman", BORN, ("Primrose",))


def asked(person: Any, words: str, born_on: date | None = BORN) -> tuple[KnownElsewhere, ...]:
    """What the look answers somebody who is held as the web is."""
    with as_role("camden_app"), acting_as(person):
        return look_elsewhere(words=words, born_on=born_on, page="cases:contact-new")


@pytest.mark.parametrize("words", ["Anisa Rahman", "rahman ANISA", "  Anísa   Rahman "])
def test_a_whole_name_with_the_birthday_says_which_team_to_ring(cast: SimpleNamespace, words: str) -> None:
    assert asked(cast.dan, words) == (ANISA,)


@pytest.mark.parametrize(
    ("words", "born_on"),
    [
        ("Anisa", BORN),
        ("Rahman", BORN),
        ("Anisa Rahman", None),
        ("Anisa Rahman", date(2015, 5, 18)),
        ("Anis Rahman", BORN),
        ("Anisa Rah", BORN),
        ("Anisa Imran Zayd Rahman", BORN),
        ("%  _", BORN),
        ("", BORN),
        ("", None),
    ],
)
def test_a_part_of_a_name_or_no_birthday_finds_nobody(cast: SimpleNamespace, words: str, born_on: date | None) -> None:
    assert asked(cast.dan, words, born_on) == ()


def test_one_of_two_given_names_and_half_of_a_double_name_are_enough(cast: SimpleNamespace) -> None:
    ChildFactory(case=cast.case, given_name="Mary Ann", family_name="Khan-O’Brien", born_on=BORN)
    assert [one.name for one in asked(cast.dan, "Mary Khan")] == ["Mary Ann Khan-O’Brien"]
    assert asked(cast.dan, "Mary Ann") == (), "two given names are no whole name"


def test_the_councils_number_is_enough_and_no_part_of_it(cast: SimpleNamespace) -> None:
    ChildFactory(case=cast.case, given_name="", family_name="", la_child_id="C-000123", born_on=None)
    assert asked(cast.dan, " c-000123 ", None) == (KnownElsewhere("Name not recorded (C-000123)", None, ("Primrose",)),)
    assert asked(cast.dan, "000123", None) == asked(cast.dan, "C-00012", None) == ()


def test_no_adult_is_found(cast: SimpleNamespace) -> None:
    adult = {"kind": Member.Kind.ADULT, "given_name": "Shirin", "family_name": "Rahman", "la_child_id": "A1"}
    ChildFactory(case=cast.case, born_on=BORN, **adult)
    assert asked(cast.dan, "Shirin Rahman") == asked(cast.dan, "A1") == ()


def test_at_most_five_are_named(cast: SimpleNamespace) -> None:
    for _ in range(7):
        ChildFactory(case=cast.case, given_name="Anisa", family_name="Rahman", born_on=BORN)
    assert len(asked(cast.dan, "Anisa Rahman")) == 5


HIDDEN: dict[str, Callable[[SimpleNamespace], Any]] = {
    "open to the person through the team": lambda cast: cast.amara,
    "open to the person above the team": lambda cast: cast.cora,
    "restricted": lambda cast: _restricted(cast.case) or cast.dan,
    "kept from the person": lambda cast: ExclusionFactory(case=cast.case, worker=cast.dan) and cast.dan,
    "open to the person through their own work": lambda cast: (
        InvolvementFactory(child=cast.children[0], worker=cast.dan, team=cast.elsewhere, role="co-worker") and cast.dan
    ),
    "whatever, for somebody who records nothing": lambda cast: cast.eve,
    "whatever, for somebody who has left": lambda cast: cast.dan.memberships.update(ended_on="2026-10-01") and cast.dan,
}


def _restricted(case: Any) -> None:
    case.is_restricted = True
    case.save()


@pytest.mark.parametrize("why", HIDDEN)
def test_nobody_is_found_of_a_record_that_is(cast: SimpleNamespace, why: str) -> None:
    assert asked(HIDDEN[why](cast), "Anisa Rahman") == ()


@pytest.mark.parametrize("scope", ["conference", "consultation"])
def test_a_part_in_a_record_keeps_nothing_back(cast: SimpleNamespace, scope: str) -> None:
    InvolvementFactory(child=cast.children[0], worker=cast.dan, team=cast.elsewhere, role="co-worker", scope=scope)
    assert asked(cast.dan, "Anisa Rahman") == (ANISA,)


# Clauses of the function, and whom each one keeps out.
CLAUSES = {
    "not c.is_restricted": "restricted",
    "not c.id = any((select app_excluded())::bigint[])": "kept from the person",
    "not c.id = any((select app_cases())::bigint[])": "open to the person through their own work",
    "not c.team_ids && (select app_teams())::bigint[]": "open to the person above the team",
    "app_records_visits(m.role)": "whatever, for somebody who records nothing",
    "m.ended_on is null": "whatever, for somebody who has left",
}


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_left_out_is_noticed(cast: SimpleNamespace, clause: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_get_functiondef('known_elsewhere'::regproc)")
        (text,) = cursor.fetchone()
        assert text.count(clause) == 1
        cursor.execute(text.replace(clause, "true"))
    assert asked(HIDDEN[CLAUSES[clause]](cast), "Anisa Rahman") == (ANISA,)


def test_whoever_may_take_contacts_is_answered_and_nobody_else(cast: SimpleNamespace) -> None:
    for role in (role for role in Role if role.has_account):
        person = MembershipFactory(team=cast.elsewhere, role=role).user
        takes = Permission.CONTACT_TAKE in ROLES[role].permissions
        assert asked(person, "Anisa Rahman") == ((ANISA,) if takes else ()), role


def test_nobody_is_told_nothing(cast: SimpleNamespace) -> None:
    with as_role("camden_app"):
        assert look_elsewhere(words="Anisa Rahman", born_on=BORN, page="x") == ()


def _written(person: Any) -> list[tuple[Any, ...]]:
    looks = RecordOpened.objects.filter(user_id=person.pk).values_list("id", "page", "basis")
    shown = [
        (page, basis, *CaseOpened.objects.filter(event_id=key).values_list("case_id")) for key, page, basis in looks
    ]
    return [
        *shown,
        *Recorded.objects.filter(user_id=person.pk).values_list("action", "subject", "subject_id", "case_id"),
    ]


def test_each_use_is_written_down_and_each_record_it_names(cast: SimpleNamespace) -> None:
    use = ("looked whether another team knows a child", "cases.Member", None, None)
    asked(cast.dan, "Zzz Zzz")
    assert _written(cast.dan) == [use]
    asked(cast.dan, "Anisa Rahman")
    assert _written(cast.dan) == [("cases:contact-new", "elsewhere", (cast.case.pk,)), use, use]


@pytest.mark.parametrize("hidden", ["restricted", "kept from the person"])
def test_a_hidden_record_leaves_no_mark_in_the_log(cast: SimpleNamespace, hidden: str) -> None:
    person = HIDDEN[hidden](cast)
    asked(person, "Nobody Atall")
    before = _written(person)
    asked(person, "Anisa Rahman")
    assert _written(person) == before * 2


def test_a_hidden_record_takes_nobodys_place(cast: SimpleNamespace) -> None:
    hidden = CaseFactory(team_ids=[cast.pod.pk], is_restricted=True)
    for _ in range(6):
        ChildFactory(case=hidden, given_name="Noor", family_name="Pike", born_on=BORN)
    seen = CaseFactory(team_ids=[cast.pod.pk])
    ChildFactory(case=seen, given_name="Noor", family_name="Pike", born_on=BORN)
    assert [one.name for one in asked(cast.dan, "Noor Pike")] == ["Noor Pike"]

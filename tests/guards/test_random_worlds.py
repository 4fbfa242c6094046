"""DESIGN 3 in plain Python, Django's rule and row-level security say the same, in services nobody thought of."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Q

from camden.models import User
from cases.access import OPENS_THE_CASE
from cases.models import Case, case
from conferences.models import FamilyConference
from tests.conftest import as_role
from tests.guards.worlds import (
    EVERYBODY,
    World,
    coordinates,
    decides,
    invent,
    name_of,
    sees,
    settle,
    tables_of_records,
)
from tests.guards.worlds_conferences import rooms_of
from tests.guards.worlds_supervision import FOR_WHO_PLANS, STAYS_IN_THE_ROOM

TOGETHER = 10  # worlds in the database at once: more makes each question slower, fewer makes more of them


@pytest.mark.django_db
def test_three_rules_agree_about_everybody_and_every_record() -> None:
    assert not list(_differences(100, deep_every=4))


@pytest.mark.long
@pytest.mark.django_db
@pytest.mark.parametrize("begin", range(10_000, 10_500, 100))
def test_three_rules_agree_in_many_worlds(begin: int) -> None:
    """Every table beneath a record is asked in a fifth of them: a table left open is noticed within two worlds, and
    a clause left out of a rule within thirty (below).
    """
    assert not list(_differences(100, deep_every=5, begin=begin))


@pytest.mark.django_db
def test_the_worlds_hold_what_the_rules_are_about() -> None:
    """Each of these decides for somebody in the worlds above; a rule that is never asked proves nothing."""
    worlds = [invent(seed) for seed in range(100)]
    answers = [(w, p, r, sees(w, p, r)) for w in worlds for p in w.people for r in w.records]
    seen = sum(answer for *_, answer in answers) / len(answers)
    assert 0.1 < seen < 0.6
    for name, changed in {
        "nobody is inactive": lambda w: w.people.update(dict.fromkeys(w.people, True)),
        "nothing is restricted": lambda w: w.records.update(dict.fromkeys(w.records, False)),
        "nobody is excluded": lambda w: w.exclusions.clear(),
        "nobody is involved": lambda w: w.involvements.clear(),
        "nobody is on duty": lambda w: w.duties.clear(),
        "no team is above another": lambda w: w.above.update(dict.fromkeys(w.above)),
    }.items():
        others = [invent(seed) for seed in range(100)]
        for world in others:
            changed(world)
        now = [sees(w, p, r) for w in others for p in w.people for r in w.records]
        assert sum(before != after for (*_, before), after in zip(answers, now, strict=True)) > 40, name


# Each is one clause left out of one of the three rules; the test above must notice every one of them.
IN_THE_DATABASE = [
    ("app_user", " and u.is_active", ""),
    ("app_member_teams", " and m.ended_on is null", ""),
    ("app_member_teams", " and m.scope = 'team'", ""),
    ("app_member_teams", "t.path @> array[m.team_id]", "t.id = m.team_id"),
    ("app_teams", " and d.ends_at > now()", ""),
    ("app_teams", " and d.starts_at <= now()", ""),
    ("app_teams", " and d.withdrawn_at is null", ""),
    ("app_teams", "t.path @> array[d.team_id]", "t.id = d.team_id"),
    ("app_teams", "where d.worker_id = public.app_user()", "where false"),
    ("app_cases", " and i.ended_on is null", ""),
    ("app_cases", " and i.scope in ('full', 'duty', 'audit')", ""),
    ("app_excluded", "e.stands_against = ", "e.worker_id = "),
    ("app_excluded", "where e.stands_against = public.app_user()", "where false"),
    ("app_sees", "and not c.id = any(public.app_excluded())", ""),
    ("app_sees", "not c.is_restricted and ", ""),
    ("search_people", "and not c.id = any((select public.app_excluded())::bigint[])", ""),
    ("search_people", "not c.is_restricted and ", ""),
    ("search_people", "or c.id = any((select public.app_cases())::bigint[])", ""),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("function", "clause", "instead"), IN_THE_DATABASE)
def test_a_clause_left_out_of_a_function_is_noticed(function: str, clause: str, instead: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_get_functiondef(%s::regproc)", [function])
        (text,) = cursor.fetchone()
        assert clause in text
        cursor.execute(text.replace(clause, instead))
    assert next(_differences(30), None)


IN_SEARCHES_OF_NOTES = [
    ("search_notes", "and not c.id = any(v_not)", ""),
    ("search_notes", "not c.is_restricted and ", ""),
    ("search_notes", "or c.id = any(v_mine)", ""),
    ("search_notes", "app_sees(p_case)", "true"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("function", "clause", "instead"), IN_SEARCHES_OF_NOTES)
def test_a_clause_left_out_of_the_search_of_notes_is_noticed(function: str, clause: str, instead: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_get_functiondef(%s::regproc)", [function])
        (text,) = cursor.fetchone()
        assert clause in text
        cursor.execute(text.replace(clause, instead))
    assert "search_notes" in next(_differences(30, deep_every=1))


ORDINARY = "(not is_restricted and team_ids && (select app_teams())::bigint[])"
INVOLVED = "id = any((select app_cases())::bigint[])"
NOT_EXCLUDED = "not id = any((select app_excluded())::bigint[])"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "policy",
    [
        f"{ORDINARY} or {INVOLVED}",
        f"({ORDINARY.replace('not is_restricted and ', '')} or {INVOLVED}) and {NOT_EXCLUDED}",
        f"{ORDINARY} and {NOT_EXCLUDED}",
        f"{ORDINARY} or ({INVOLVED} and {NOT_EXCLUDED})",
    ],
)
def test_a_clause_left_out_of_the_policy_is_noticed(policy: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"alter policy the_record on cases_case using ({policy})")
    assert next(_differences(30), None)


@pytest.mark.django_db
def test_the_policy_written_out_again_here_changes_nothing() -> None:
    """So that the four above differ from the real one in their clause and in nothing else."""
    with connection.cursor() as cursor:
        cursor.execute(f"alter policy the_record on cases_case using (({ORDINARY} or {INVOLVED}) and {NOT_EXCLUDED})")
    assert not list(_differences(5))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "table",
    [
        "cases_member",
        "cases_visitaccount",
        "cases_visitevent",
        "cases_caseevent",
        "conferences_brief",
        "conferences_inviteeevent",
    ],
)
def test_a_table_beneath_that_is_left_open_is_noticed(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"alter table {table} disable row level security")
    assert table in next(_differences(2, deep_every=1))


def _ordinary(user: Any) -> Q:
    return Q(team_ids__overlap=user.scope_team_ids, is_restricted=False)


def _involved(user: Any) -> Q:
    return Q(involvements__worker=user, involvements__scope__in=OPENS_THE_CASE, involvements__ended_on=None)


IN_CONFERENCES = [
    ("app_conferences", " and i.ended_on is null", ""),
    ("app_conferences", " and i.scope = 'conference'", ""),
    ("app_conferences", "and not i.case_id = any(public.app_excluded())", ""),
    ("app_convened", " and i.ended_on is null", ""),
    ("app_convened", " and i.scope = 'conference'", ""),
    ("app_convened", "e.stands_against = p_user", "false"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("function", "clause", "instead"), IN_CONFERENCES)
def test_a_clause_left_out_of_what_a_coordinator_sees_is_noticed(function: str, clause: str, instead: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_get_functiondef(%s::regproc)", [function])
        (text,) = cursor.fetchone()
        assert clause in text
        cursor.execute(text.replace(clause, instead))
    assert "conferences" in next(_differences(30, deep_every=1))


IN_DJANGO: dict[str, Callable[[Any], Q]] = {
    "duty": lambda user: (
        (Q(team_ids__overlap=user.member_team_ids, is_restricted=False) | _involved(user))
        & ~Q(exclusions__stands_against=user.pk)
    ),
    "exclusion": lambda user: _ordinary(user) | _involved(user),
    "restriction": lambda user: (
        (Q(team_ids__overlap=user.scope_team_ids) | _involved(user)) & ~Q(exclusions__stands_against=user.pk)
    ),
    "scope": lambda user: (
        (_ordinary(user) | Q(involvements__worker=user, involvements__ended_on=None))
        & ~Q(exclusions__stands_against=user.pk)
    ),
    "ending": lambda user: (
        (_ordinary(user) | Q(involvements__worker=user, involvements__scope__in=OPENS_THE_CASE))
        & ~Q(exclusions__stands_against=user.pk)
    ),
    "activity": lambda user: (_ordinary(user) | _involved(user)) & ~Q(exclusions__stands_against=user.pk),
}


@pytest.mark.django_db
@pytest.mark.parametrize("clause", IN_DJANGO)
def test_a_clause_left_out_of_djangos_rule_is_noticed(clause: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case, "visible_cases", IN_DJANGO[clause])
    assert "Django" in next(_differences(30))


def _differences(worlds: int, deep_every: int = 0, begin: int = 0) -> Iterator[str]:
    """Where the rules differ, in words, in so many worlds. Tables beneath: in every so-many-th lot, or none."""
    tables = tables_of_records()
    for lot, start in enumerate(range(begin, begin + worlds, TOGETHER)):
        together = [invent(seed) for seed in range(start, min(start + TOGETHER, begin + worlds))]
        deep = deep_every > 0 and lot % deep_every == 0
        with transaction.atomic():
            settle(together, deep=deep)
            for world in together:
                for person in world.people:
                    yield from _differences_for(world, person, tables if deep else {}, together)
            transaction.set_rollback(True)


def _differences_for(world: World, person: int, tables: dict[str, str], together: list[World]) -> Iterator[str]:
    """One person, against every record of every world in the database."""
    right = {record for record in world.records if sees(world, person, record)}
    coordinated = {record for record in world.records if coordinates(world, person, record)}
    asked = [*world.records, *together[0].records]
    answers = {"Django": set(Case.objects.visible_to(User.objects.get(pk=person)).values_list("pk", flat=True))}
    if tables:
        convenes = FamilyConference.objects.visible_to(User.objects.get(pk=person)).values_list("case", flat=True)
        answers["conferences in Django"] = set(convenes)
    names = [name_of(record) for record in world.records]
    with as_role("camden_app"), connection.cursor() as cursor:
        cursor.execute("select set_config('app.user_id', %s, true)", [str(person)])
        cursor.execute("select array(select id from cases_case)")
        answers["row-level security"] = set(cursor.fetchone()[0])
        cursor.execute("select array(select r from unnest(%s::bigint[]) r where app_sees(r))", [asked])
        answers["app_sees"] = set(cursor.fetchone()[0])
        cursor.execute("select array(select case_id from search_people(%s, 200))", [EVERYBODY])
        answers["search_people for all"] = set(cursor.fetchone()[0])
        cursor.execute("select array(select case_id from unnest(%s) n, search_people(n, 9))", [names])
        answers["search_people by name"] = set(cursor.fetchone()[0])
        if tables:  # each record has one account of a visit
            cursor.execute("select array(select case_id from search_notes('talked', 200))")
            answers["search_notes for all"] = set(cursor.fetchone()[0])
            cursor.execute(
                "select array(select case_id from unnest(%s::bigint[]) r, search_notes('talk', 9, r))", [asked]
            )
            answers["search_notes by record"] = set(cursor.fetchone()[0])
            cursor.execute(" union all ".join(f"select '{t}', array(select {c} from {t})" for t, c in tables.items()))
            answers |= {table: set(found) for table, found in cursor.fetchall()}
        cursor.execute("select set_config('app.user_id', '', true)")
    for who, answer in answers.items():
        expected = right
        if who.startswith("conferences"):
            expected = rooms_of(who, right=right, coordinated=coordinated)
        expected = expected & _held(who, together) if who in tables else expected
        if who in ("cases_proposedmove", "cases_workerasked", "cases_workeraskedevent"):
            expected = {record for record in expected if decides(world, person, record)}
        for record in answer ^ expected:
            home = next(each for each in together if record in each.records)
            said = home.described(person, record) if home is world else "a record of another service"
            yield f"{who} says {record in answer} for person {person} and record {record}: {said}"


def _held(table: str, together: list[World]) -> set[int]:
    """The records that have a row in the table: all, but for facts that not every family has."""
    if table in STAYS_IN_THE_ROOM | FOR_WHO_PLANS:
        return set()
    if table.startswith(("cases_involvement", "cases_exclusion")):
        held = [f.of for w in together for f in (w.involvements if "involvement" in table else w.exclusions)]
        return set(held)
    return {record for each in together for record in each.records}

"""Functions of the database that write for the web, and hold the rules whoever calls them."""

import threading
from contextlib import contextmanager
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from camden.principal import acting_as
from cases.models import Case, Involvement, Member
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, ExclusionFactory, InvolvementFactory


def call(person: Any, statement: str, *values: Any) -> Any:
    """What a function of the database says to somebody who asks as the web."""
    with as_role("camden_app"), acting_as(person), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


@contextmanager
def refused(words: str) -> Any:
    with pytest.raises(DatabaseError) as refusal, transaction.atomic():
        yield
    assert str(refusal.value).splitlines()[0] == words


INVOLVE = "select involve_worker(%s, %s, %s, 'lead', 'full', false, '2026-11-03', 'MANAGE')"


def test_to_involve_somebody_with_an_invisible_child_fails_like_with_none_at_all(cast: SimpleNamespace) -> None:
    hidden = ChildFactory()
    excluded = ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]))
    ExclusionFactory(case=excluded.case, worker=cast.bilal)
    adult = ChildFactory(case=cast.case, kind=Member.Kind.ADULT)
    for child in (hidden.pk, excluded.pk, adult.pk, 987_654, None):
        with refused("no such child"):
            call(cast.bilal, INVOLVE, child, cast.amara.pk, cast.pod.pk)
    assert not Involvement.objects.exclude(case=cast.case).exists()


def test_nobody_involves_themselves_in_what_they_do_not_see(cast: SimpleNamespace) -> None:
    for person in (cast.dan, cast.eve):
        team = person.memberships.get().team
        with refused("no such child"):
            call(person, INVOLVE, cast.children[0].pk, person.pk, team.pk)


def test_an_excluded_worker_is_not_given_the_record_by_anybody(cast: SimpleNamespace) -> None:
    ExclusionFactory(case=cast.case, worker=cast.dan)
    with refused("worker cannot take this record"):
        call(cast.bilal, INVOLVE, cast.children[0].pk, cast.dan.pk, cast.elsewhere.pk)


def test_the_database_itself_keeps_one_lead_for_each_child(cast: SimpleNamespace) -> None:
    lead = {"child": cast.children[0], "worker": cast.dan, "team": cast.elsewhere}
    with pytest.raises(IntegrityError, match="one_lead_for_each_child"), transaction.atomic():
        InvolvementFactory(**lead)
    InvolvementFactory(**lead, is_cover=True)
    InvolvementFactory(**lead, ended_on=date(2026, 9, 1))


@pytest.mark.django_db(transaction=True)
def test_two_allocations_at_once_take_turns_and_leave_one_lead(cast: SimpleNamespace) -> None:
    child = EpisodeFactory(child=ChildFactory(case=cast.case)).child
    workers = [cast.amara, *(MembershipFactory(team=cast.pod).user for _ in range(4))]
    ready = threading.Barrier(len(workers))
    said: list[str] = []

    def allocate(worker: Any) -> None:
        try:
            with as_role("camden_app"), acting_as(cast.bilal), connection.cursor() as cursor:
                cursor.execute("select 1 from cases_case")  # what each of them saw before was: nobody leads
                ready.wait(20)
                cursor.execute(INVOLVE, [child.pk, worker.pk, cast.pod.pk])
            said.append("allocated")
        except DatabaseError as error:
            said.append(str(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=allocate, args=[worker]) for worker in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said == ["allocated"] * 5
    spells = list(Involvement.objects.filter(child=child).order_by("pk").values_list("ended_on", "change_reason"))
    assert len(spells) == 5
    assert [ended for ended, _ in spells].count(None) == 1 and spells[-1][0] is None


@pytest.mark.django_db(transaction=True)
def test_a_function_without_its_lock_would_be_noticed(cast: SimpleNamespace) -> None:
    """The same as above with the line that makes two people take turns left out."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_get_functiondef('involve_worker'::regproc)")
        (text,) = cursor.fetchone()
        lock = "perform 1 from cases_case where id = v_case for update;"
        assert lock in text
        # The pause stands for the time between reading who leads and writing who does.
        cursor.execute(
            text.replace(lock, "").replace("insert into cases_inv", "perform pg_sleep(0.2); insert into cases_inv")
        )
    try:
        with pytest.raises(AssertionError):
            test_two_allocations_at_once_take_turns_and_leave_one_lead(cast)
    finally:
        with connection.cursor() as cursor:
            cursor.execute(text)


def test_a_record_is_opened_for_a_team_within_reach_and_no_other(cast: SimpleNamespace) -> None:
    ((key,),) = call(cast.bilal, "select open_case('Okafor', %s, '2026-11-03')", cast.pod.pk)
    assert Case.objects.get(pk=key).team_ids == [cast.pod.pk]
    for person, team in (
        (cast.bilal, cast.elsewhere),
        (cast.bilal, cast.service),
        (cast.dan, cast.pod),
        (cast.eve, cast.service),
    ):
        with refused("team out of reach"):
            call(person, "select open_case('Okafor', %s, '2026-11-03')", team.pk)
    with refused("team out of reach"):
        call(cast.cora, "select open_case('Okafor', null, '2026-11-03')")


def test_app_sees_says_what_the_policy_says(cast: SimpleNamespace) -> None:
    hidden = CaseFactory()
    asked = "select app_sees(%s), app_sees(%s), app_sees(987654), app_sees(null)"
    assert call(cast.amara, asked, cast.case.pk, hidden.pk) == [(True, False, False, False)]
    assert call(cast.eve, asked, cast.case.pk, hidden.pk) == [(False, False, False, False)]


class TestSearchPeople:
    """Finds by name and by the council's number, in visible records only."""

    @pytest.fixture(autouse=True)
    def people(self, cast: SimpleNamespace) -> None:
        self.cast = cast
        for given, family, number in (
            ("Şirin", "Öztürk", "C000123"),
            ("Mary Ann", "O'Brien-100%", ""),
            ("A_b", "Back\\slash", ""),
            ("مُحَمَّد", "علي", ""),
        ):
            ChildFactory(case=cast.case, given_name=given, family_name=family, la_child_id=number)

    def found(self, words: Any, n: int = 50, person: Any = None) -> list[str]:
        rows = call(person or self.cast.amara, "select member_id from search_people(%s, %s)", words, n)
        names = dict(Member.objects.values_list("pk", "given_name"))
        return [names[key] for (key,) in rows]

    @pytest.mark.parametrize("words", ["sirin", "SIRIN OZTURK", "öztürk", "ztur", "c000123", "sirin 123", "  şirin  "])
    def test_letters_are_found_whatever_their_capitals_and_accents(self, words: str) -> None:
        assert self.found(words) == ["Şirin"]

    @pytest.mark.parametrize(
        ("words", "names"),
        [
            ("100%", ["Mary Ann"]),
            ("%", ["Mary Ann"]),
            ("_", ["A_b"]),
            ("a_b", ["A_b"]),
            ("\\", ["A_b"]),
            ("back\\slash", ["A_b"]),
            ("o'brien", ["Mary Ann"]),
            ("brien mary", ["Mary Ann"]),
            ("محمد", []),
            ("علي", ["مُحَمَّد"]),
            ("mary rahman", []),
            ("", []),
            ("   ", []),
            (None, []),
        ],
    )
    def test_every_word_must_be_there_and_signs_mean_themselves(self, words: Any, names: list[str]) -> None:
        assert self.found(words) == names

    def test_the_order_is_that_of_names_and_the_number_is_bounded(self) -> None:
        ChildFactory(case=self.cast.case, given_name="Zara", family_name="Rahman")
        assert self.found("rahman") == ["Anisa", "Imran", "Zara", "Zayd"]
        assert self.found("rahman", 2) == ["Anisa", "Imran"]
        Member.objects.bulk_create(
            Member(case=self.cast.case, person_id=self.cast.children[0].person_id, kind="child", family_name="Many")
            for _ in range(250)
        )
        assert len(self.found("many", 100_000)) == 200
        assert len(self.found("many", None)) == 200  # type: ignore[arg-type]

    def test_nobody_finds_what_they_do_not_see(self) -> None:
        for person in (self.cast.dan, self.cast.eve):
            assert self.found("rahman", person=person) == []
        ExclusionFactory(case=self.cast.case, worker=self.cast.amara)
        assert self.found("rahman") == []

    def test_a_search_as_nobody_finds_nothing(self) -> None:
        with as_role("camden_app"), connection.cursor() as cursor:
            cursor.execute("select * from search_people('rahman', 50)")
            assert cursor.fetchall() == []


def test_nobody_writes_history_by_hand(cast: SimpleNamespace) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        call(
            cast.amara,
            "insert into cases_caseevent (pgh_created_at, pgh_label, pgh_obj_id, id, name, is_restricted,"
            " team_ids, opened_on, created_at, version)"
            " select now(), 'update', id, id, 'Forged', false, team_ids, opened_on, now(), 9 from cases_case",
        )

"""Clocks say what facts and rules say, whoever wrote the facts and in whatever order."""

from datetime import date
from itertools import permutations
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from camden.models import LocalHoliday, TimescaleRow
from camden.principal import acting_as
from cases.models import Clock, ClockException, Milestone, PlanSpell, Visit
from cases.operations.clocks import keep_all_clocks, keep_clocks, keep_clocks_of
from cases.operations.visits import ChildPart, log_visit
from tests.conftest import as_role
from tests.factories.camden import UserFactory
from tests.factories.cases import CaseFactory, ChildFactory, ExclusionFactory
from tests.factories.journey_clocks import day, happened, need_plan, protection_plan, visited


def kept(cast: SimpleNamespace) -> list[tuple[Any, ...]]:
    """The clocks of the record after whoever works there wrote a fact."""
    with as_role("camden_app"), acting_as(cast.amara):
        keep_clocks(case=cast.case)
    return clocks()


def clocks(*rules: str) -> list[tuple[Any, ...]]:
    found = Clock.objects.filter(rule__in=rules) if rules else Clock.objects
    return list(
        found.order_by("child", "rule", "anchor_on").values_list(
            "child__given_name", "rule", "anchor_on", "due_on", "do_by", "met_on", "ended_on"
        )
    )


def row(code: str, **said: Any) -> TimescaleRow:
    """A row of this council for one code, switched on."""
    plain = {"title": "", "kind": "repeat", "basis": "local", "warn_days": 5, "is_ticking": True}
    begins = {"begins_on": (plain | said).get("begins_on")}
    return TimescaleRow.objects.update_or_create(code=code, **begins, defaults=plain | said)[0]


def test_a_visit_meets_one_round_and_starts_the_next(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    need_plan(anisa, day("10-12"))
    visited([anisa], cast.amara, day("10-21"))
    assert [each for each in kept(cast) if each[1] == "CN2"] == [
        ("Anisa", "CN2", day("10-12"), day("11-09"), day("11-09"), day("10-21"), None),
        ("Anisa", "CN2", day("10-21"), day("11-18"), day("11-18"), None, None),
    ]


def test_a_visit_in_which_the_child_was_not_seen_meets_nothing(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    need_plan(anisa, day("10-12"))
    before = kept(cast)
    visited([anisa], cast.amara, day("10-21"), seen="not-seen")
    assert kept(cast) == before


def test_a_logged_visit_keeps_the_clocks_in_the_same_transaction(cast: SimpleNamespace, today: date) -> None:
    anisa = cast.children[0]
    need_plan(anisa, day("10-12"))
    with as_role("camden_app"), acting_as(cast.amara):
        log_visit(
            case=cast.case,
            by=cast.amara,
            visited_on=today,
            kind="home",
            account="x",
            parts=[ChildPart(anisa, "alone")],
        )
    assert clocks("CN2")[-1] == ("Anisa", "CN2", today, day("12-01"), day("12-01"), None, None)


def test_facts_in_any_order_give_the_same_clocks(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    facts = [
        lambda: need_plan(anisa, day("09-01"), ended_on=day("10-05"), end_reason="step-up"),
        lambda: visited([anisa], cast.amara, day("09-16")),
        lambda: protection_plan(anisa, day("10-05")),
        lambda: visited([anisa], cast.amara, day("10-14")),
    ]
    seen = set()
    for order in permutations(facts):
        for model in (PlanSpell, Milestone, Clock):
            model.objects.all().delete()
        for visit in Visit.objects.all():
            visit.parts.all().delete()
        for write in order:
            write()
            found = kept(cast)
        seen.add(tuple(found))
    assert len(seen) == 1
    assert {each[1] for each in found} >= {"CN2", "CN3", "CP12"}


def test_correcting_a_fact_corrects_its_clocks(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    plan = need_plan(anisa, day("10-12"))
    visit = visited([anisa], cast.amara, day("10-21"))
    kept(cast)
    visit.visited_on = day("10-22")
    visit.save()
    kept(cast)
    assert [each[2] for each in clocks("CN2")] == [day("10-12"), day("10-22")]
    plan.started_on = day("10-23")
    plan.save()
    kept(cast)
    assert [each[2:] for each in clocks("CN2")] == [(day("10-23"), day("11-20"), day("11-20"), None, None)]


def test_a_fact_that_was_taken_back_counts_no_more(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    fact = happened(anisa, "homeless-presented", day("10-30"))
    assert [each[1] for each in kept(cast)] == ["AS4"]
    fact.struck_on, fact.struck_by, fact.struck_why = day("11-02"), cast.amara, "It was his cousin"
    fact.save()
    assert kept(cast) == []


def test_an_exception_outlives_the_clock_it_speaks_of(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    need_plan(anisa, day("09-01"))
    kept(cast)
    ClockException.objects.create(
        case=cast.case, child=anisa, rule="CN2", anchor_on=day("09-01"), reason="Measles in the house",
        recorded_on=day("10-02"), recorded_by=cast.amara,
    )  # fmt: skip
    late = clocks("CN2")
    Clock.objects.all().delete()
    kept(cast)
    assert clocks("CN2") == late and late[0][5] is None, "it runs on, and it is late"
    assert ClockException.objects.get().anchor_on == late[0][2]


def test_what_says_the_same_is_not_written_again(cast: SimpleNamespace) -> None:
    for child in cast.children:
        need_plan(child, day("10-12"))
    kept(cast)
    before = _versions()
    with as_role("camden_app"), acting_as(cast.amara), CaptureQueriesContext(connection) as asked:
        _, written = keep_clocks_of([cast.case.pk])
    assert written == 0 and _versions() == before
    assert len([each for each in asked if "cases_clock" in each["sql"] or "pg_advisory" in each["sql"]]) == 2
    visited(cast.children[:1], cast.amara, day("10-21"))
    with as_role("camden_app"), acting_as(cast.amara), CaptureQueriesContext(connection) as asked:
        keep_clocks(case=cast.case)
    assert len([each for each in asked if "set_config" not in each["sql"]]) == 3, (
        "who waits, what is read, what is written"
    )
    after = _versions()
    assert len(set(after) - set(before)) == 2, "the round that was met, and the next"


def _versions() -> list[tuple[Any, ...]]:
    """Each clock with the transaction that wrote it last."""
    with connection.cursor() as cursor:
        cursor.execute("select id, xmin::text, ctid::text from cases_clock order by 1")
        return list(cursor.fetchall())


def test_only_rules_that_are_switched_on_make_clocks(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    need_plan(anisa, day("10-12"))
    assert {each[1] for each in kept(cast)} == {"CN2", "CN3"}, "the core"
    row("CN5a", kind="tier", amount=9, unit="m")
    assert {each[1] for each in kept(cast)} == {"CN2", "CN3", "CN5a"}
    row("CN2", amount=20, unit="wd", is_ticking=False)
    assert {each[1] for each in kept(cast)} == {"CN3", "CN5a"}
    row("CN3", silent="Nobody reviews here")
    assert {each[1] for each in kept(cast)} == {"CN5a"}
    TimescaleRow.objects.filter(code="CN5a").update(is_commenced=False)
    assert kept(cast) == []


def test_a_council_may_set_its_own_amount_from_a_day_on(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    need_plan(anisa, day("09-01"))
    for on in ("09-10", "10-06"):
        visited([anisa], cast.amara, day(on))
    row("CN2", amount=20, unit="wd")
    shorter = row("CN2", amount=10, unit="wd", begins_on=day("10-01"))
    kept(cast)
    assert [(each[2], each[3]) for each in clocks("CN2")] == [
        (day("09-01"), day("09-29")),
        (day("09-10"), day("10-08")),
        (day("10-06"), day("10-20")),
    ], "a change rewrites nothing that began before it"
    shorter.amount = 15
    shorter.save()
    kept(cast)
    assert clocks("CN2")[-1][3] == day("10-27")


def test_a_day_this_council_does_not_work_is_no_working_day(cast: SimpleNamespace) -> None:
    anisa = cast.children[0]
    need_plan(anisa, day("10-12"))
    kept(cast)
    LocalHoliday.objects.create(closed_on=day("10-15"), name="The boiler", added_by=cast.eve)
    kept(cast)
    assert [each[3] for each in clocks("CN2")] == [day("11-10")]


def test_a_chair_may_ask_for_more_visits(cast: SimpleNamespace) -> None:
    protection_plan(cast.children[0], day("10-12"), visit_every=5)
    kept(cast)
    assert [each[3] for each in clocks("CP12")] == [day("10-19")]


def test_a_night_derives_every_clock_and_writes_nothing_the_second_time(cast: SimpleNamespace) -> None:
    other = ChildFactory(case=CaseFactory())
    for child in (*cast.children, other):
        need_plan(child, day("10-12"))
    system = UserFactory(is_system=True)
    with as_role("camden_worker"):
        assert keep_all_clocks(by=system) == 8
        assert keep_all_clocks(by=system) == 0
    Clock.objects.filter(child=other, rule="CN2").update(due_on=day("12-24"))
    Clock.objects.filter(child=cast.children[0]).delete()
    with as_role("camden_worker"):
        assert keep_all_clocks(by=system) == 3
    assert len(clocks("CN2")) == 4 and {each[3] for each in clocks("CN2")} == {day("11-09")}


def test_nobody_reaches_the_clocks_of_a_record_they_do_not_see(cast: SimpleNamespace) -> None:
    need_plan(cast.children[0], day("10-12"))
    before = kept(cast)
    visited(cast.children[:1], cast.amara, day("10-21"))
    with as_role("camden_app"), acting_as(cast.dan):
        found, written = keep_clocks_of([cast.case.pk])
    assert (found, written) == ({}, 0) and clocks() == before


@pytest.mark.parametrize("kind", ["child-seen", "no-such-thing"])
def test_a_fact_no_rule_listens_to_starts_nothing(cast: SimpleNamespace, kind: str) -> None:
    happened(cast.children[0], kind, day("10-12"))
    assert kept(cast) == []


def test_facts_come_back_of_open_records_alone(cast: SimpleNamespace) -> None:
    need_plan(cast.children[0], day("10-12"))

    def facts(who: Any) -> int:
        with as_role("camden_app"), acting_as(who), connection.cursor() as cursor:
            cursor.execute("select count(*) from happenings_of(%s::bigint[], null)", [[cast.case.pk]])
            return int(cursor.fetchone()[0])

    assert facts(cast.amara) == 1 and facts(cast.dan) == facts(cast.eve) == 0
    ExclusionFactory(case=cast.case, worker=cast.amara)
    assert facts(cast.amara) == 0, "whoever is kept out reads no facts either"

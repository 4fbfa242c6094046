"""What an administrator is told beforehand is what happens: the preview of a change, and the clocks after it."""

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from camden.models import LocalHoliday, TimescaleRow
from camden.operations.rules import (
    change_timescale,
    close_day,
    impact_of_day,
    impact_of_limit,
    latest,
    reopen_day,
    shipped,
)
from camden.principal import acting_as
from camden.rules.impact import Impact
from camden.rules.moments import HERE
from camden.rules.timescales import Span, Unit
from cases.models import Clock
from cases.operations.clocks import keep_all_clocks
from cases.operations.clocks_sql import count_again
from tests.conftest import as_role
from tests.factories.camden import UserFactory
from tests.factories.journey_clocks import day, need_plan, visited

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 3, 10, 0, tzinfo=HERE)


@pytest.fixture
def system(cast: SimpleNamespace) -> Any:
    """The job of the night. Anisa and Imran have plans with visits, Zayd's plan began long ago."""
    system = UserFactory(is_system=True)
    anisa, imran, zayd = cast.children
    need_plan(anisa, day("09-01"))
    visited([anisa], cast.amara, day("10-12"))
    need_plan(imran, day("10-05"))
    need_plan(zayd, day("07-01"))
    night(system)
    return system


def night(system: Any) -> None:
    """Every clock of the service is derived again."""
    with as_role("camden_worker"):
        keep_all_clocks(by=system)


def due(rule: str) -> dict[tuple[str, date], date]:
    """Running clocks of a rule: whose, from when, and when due."""
    found = Clock.objects.running().filter(rule=rule)
    return {(each.child.given_name, each.anchor_on): each.due_on for each in found.select_related("child")}


def told(cast: SimpleNamespace, code: str, limit: Span, begins_on: date) -> Impact:
    """What the administrator is told, held by the database as the web is."""
    rule = next(rule for rule in shipped() if rule.code == code)
    with as_role("camden_app"), acting_as(cast.eve):
        return impact_of_limit(rule, latest(code), limit=limit, begins_on=begins_on, at=NOW)


def save(cast: SimpleNamespace, code: str, limit: Span, begins_on: date) -> None:
    row = latest(code)
    facts = {name: getattr(row, name) for name in ("version", "warn_days", "owner", "is_ticking", "source")}
    with as_role("camden_app"), acting_as(cast.eve):
        change_timescale(code=code, begins_on=begins_on, amount=limit.amount, unit=limit.unit, **facts)


@pytest.mark.parametrize(
    ("limit", "begins_on"),
    [
        (Span(10, Unit.WORKING_DAYS), day("10-01")),
        (Span(10, Unit.WORKING_DAYS), day("10-06")),
        (Span(25, Unit.WORKING_DAYS), day("06-01")),
        (Span(6, Unit.WEEKS), day("06-01")),
        (Span(2, Unit.MONTHS), day("11-02")),
        (Span(20, Unit.DAYS), day("2027-01-01")),
    ],
)
def test_another_limit_does_to_the_clocks_what_was_told(
    cast: SimpleNamespace, system: Any, limit: Span, begins_on: date
) -> None:
    before, impact = due("CN2"), told(cast, "CN2", limit, begins_on)
    save(cast, "CN2", limit, begins_on)
    night(system)
    after = due("CN2")
    assert set(before) == set(after), "no clock comes or goes by a change of its limit"
    since = [key for key in before if key[1] >= begins_on]
    assert impact.running == len(since)
    assert impact.moved == sum(before[key] != after[key] for key in before)
    late = {key: (before[key] < NOW.date(), after[key] < NOW.date()) for key in before}
    assert impact.newly_late == sum(each == (False, True) for each in late.values())
    assert impact.no_longer_late == sum(each == (True, False) for each in late.values())


def test_what_was_met_under_the_old_limit_stays_as_it_was(cast: SimpleNamespace, system: Any) -> None:
    met = list(Clock.objects.exclude(met_on=None).order_by("pk").values())
    assert met
    save(cast, "CN2", Span(10, Unit.WORKING_DAYS), day("11-03"))
    night(system)
    assert list(Clock.objects.exclude(met_on=None).order_by("pk").values()) == met


def test_switched_off_nothing_runs_and_switched_on_again_it_is_as_before(cast: SimpleNamespace, system: Any) -> None:
    before = due("CN2")
    for is_ticking in (False, True):
        row = latest("CN2")
        names = ("version", "amount", "unit", "warn_days", "owner", "source", "begins_on")
        facts = {name: getattr(row, name) for name in names}
        with as_role("camden_app"), acting_as(cast.eve):
            change_timescale(code="CN2", **facts | {"is_ticking": is_ticking})
        night(system)
        assert due("CN2") == (before if is_ticking else {})


def test_a_day_off_does_to_the_clocks_what_was_told_and_taken_back_undoes_it(
    cast: SimpleNamespace, system: Any
) -> None:
    before = dict(Clock.objects.values_list("pk", "due_on"))
    with as_role("camden_app"), acting_as(cast.eve):
        impact = impact_of_day(day("10-21"), is_closed=True, at=NOW)
        close_day(on=day("10-21"), name="The boiler")
    with as_role("camden_worker"):
        count_again(by=system)
    after = dict(Clock.objects.values_list("pk", "due_on"))
    assert impact.moved == sum(before[pk] != after[pk] for pk in before) > 1
    with as_role("camden_app"), acting_as(cast.eve):
        assert impact_of_day(day("10-21"), is_closed=False, at=NOW).moved == impact.moved
        reopen_day(holiday=LocalHoliday.objects.get())
    with as_role("camden_worker"):
        count_again(by=system)
    assert dict(Clock.objects.values_list("pk", "due_on")) == before


def test_nobody_but_an_administrator_learns_how_many_clocks_run(cast: SimpleNamespace, system: Any) -> None:
    rule, row = next(rule for rule in shipped() if rule.code == "CN2"), TimescaleRow.objects.get(code="CN2")
    for somebody in (cast.amara, cast.cora):
        with as_role("camden_app"), acting_as(somebody):
            found = impact_of_limit(rule, row, limit=Span(1, Unit.DAYS), begins_on=day("01-01"), at=NOW)
        assert found == Impact()

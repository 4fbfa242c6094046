"""The database counts as Python does: every unit, forward and back, whatever the day."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import ProgrammingError, connection
from hypothesis import given, settings
from hypothesis import strategies as st

from camden.models import LocalHoliday, Workday
from camden.operations.rulebook import calendar
from camden.operations.workdays import keep_workdays
from camden.principal import acting_as
from camden.rules.moments import HERE
from camden.rules.timescales import Basis, Kind, Timescale, Unit, next_due
from camden.rules.workdays import FIRST, LAST, Calendar
from cases.models import Clock
from cases.operations.clocks import keep_all_clocks, keep_clocks
from cases.operations.clocks_sql import _COUNTED, _said, count_again
from tests.conftest import as_role
from tests.factories.camden import UserFactory
from tests.factories.journey_clocks import day, happened, need_plan, protection_plan

MANY = 400  # clocks counted in one statement, of each of many draws


@st.composite
def rounds(draw: Any) -> tuple[Timescale, date, datetime | None]:
    """A rule of any unit, maybe counting back or with an earlier hour to aim at, and when it was triggered."""
    unit = draw(st.sampled_from(Unit))
    is_back = unit is not Unit.HOURS and draw(st.booleans())
    amount = draw(st.integers(0, 200 if unit is not Unit.MONTHS else 60))
    on = draw(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
    at = None
    if unit is Unit.HOURS and draw(st.booleans()):
        at = draw(st.datetimes(datetime(1990, 1, 1), datetime(2060, 12, 31), timezones=st.just(UTC))).astimezone(HERE)
        on = at.date()
    rule = Timescale(
        code="", title="x", kind=Kind.CLOCK, amount=amount, unit=unit, starts=("child-seen",), is_back=is_back,
        target=draw(st.integers(1, 72)) if unit is Unit.HOURS and draw(st.booleans()) else 0, basis=Basis.LOCAL,
        source="x", work="x",
    )  # fmt: skip
    return rule, on, at


def by_sql(drawn: list[tuple[Timescale, date, datetime | None]], known: Calendar) -> list[tuple[Any, ...]]:
    """Due days as the database counts them."""
    coded, rows = {}, []
    for number, (rule, on, at) in enumerate(drawn):
        coded[number] = rule
        due = next_due(rule, on, at, calendar=known)
        rows.append((number, str(number), on, at if due.due_at else None, due.amount, str(due.unit)))
    said = _said(())
    said["codes"] = [str(number) for number in coded]
    said["backward"] = [rule.is_back for rule in coded.values()]
    said["targets"] = [rule.target for rule in coded.values()]
    columns = [list(column) for column in zip(*rows, strict=True)]
    names = ("numbers", "rules", "days", "moments", "amounts", "units")
    clocks = (
        "unnest(%(numbers)s::int[], %(rules)s::text[], %(days)s::date[], %(moments)s::timestamptz[],"
        " %(amounts)s::int[], %(units)s::text[]) c (number, rule, anchor_on, anchor_at, amount, unit)"
    )
    asked = f"select d.due_on, h.due_at, b.do_by {_COUNTED.format(clocks=clocks)} order by c.number"
    with connection.cursor() as cursor:
        cursor.execute(asked, said | dict(zip(names, columns, strict=True)))
        return list(cursor.fetchall())


@pytest.fixture(scope="module")
def closures() -> list[date]:
    """Days a council does not work, among others around Christmas."""
    return [date(2026, 12, 24), date(2027, 6, 4), date(2031, 1, 2), date(2045, 5, 5)]


@pytest.mark.django_db
def test_python_and_sql_count_to_the_same_days(closures: list[date], cast: SimpleNamespace) -> None:
    for closed_on in closures:
        LocalHoliday.objects.create(closed_on=closed_on, name="Closed", added_by=cast.eve)
    keep_workdays()
    known = calendar()

    @settings(max_examples=40, deadline=None)
    @given(st.lists(rounds(), min_size=MANY // 4, max_size=MANY))
    def agree(drawn: list[tuple[Timescale, date, datetime | None]]) -> None:
        dues = [next_due(rule, on, at, calendar=known) for rule, on, at in drawn]
        assert by_sql(drawn, known) == [(due.due_on, due.due_at, due.do_by) for due in dues]

    agree()


@pytest.mark.django_db
def test_every_day_of_many_years_has_its_number(cast: SimpleNamespace) -> None:
    keep_workdays()
    assert Workday.objects.count() == (LAST - FIRST).days + 1
    assert keep_workdays() == 0, "what is numbered rightly is not written again"
    assert Workday.objects.get(pk=date(2026, 12, 25)).is_working is False
    before = Workday.objects.get(pk=date(2026, 12, 29)).number
    with as_role("camden_app"), acting_as(cast.eve):
        assert keep_workdays() == 0
    LocalHoliday.objects.create(closed_on=date(2026, 12, 24), name="Closed", added_by=cast.eve)
    with as_role("camden_app"), acting_as(cast.eve):
        assert keep_workdays() == (LAST - date(2026, 12, 24)).days + 1
    assert Workday.objects.get(pk=date(2026, 12, 29)).number == before - 1


@pytest.mark.django_db
def test_only_who_keeps_settings_numbers_days(cast: SimpleNamespace) -> None:
    with pytest.raises(ProgrammingError), as_role("camden_app"), acting_as(cast.amara):
        keep_workdays()


def test_a_day_off_moves_what_runs_and_nothing_that_is_over(cast: SimpleNamespace) -> None:
    anisa, imran, zayd = cast.children
    need_plan(anisa, day("10-12"))
    protection_plan(imran, day("10-19"))
    need_plan(zayd, day("08-03"), ended_on=day("10-30"), end_reason="no-longer-needed")
    happened(zayd, "police-protection", day("10-31"), happened_at=datetime(2026, 10, 31, 16, 30, tzinfo=UTC))
    keep_workdays()
    system = UserFactory(is_system=True)
    with as_role("camden_app"), acting_as(cast.amara):
        keep_clocks(case=cast.case)
    before = _due()
    with as_role("camden_worker"):
        assert count_again(by=system) == 0, "SQL finds what Python found"
    LocalHoliday.objects.create(closed_on=day("10-23"), name="The boiler", added_by=cast.eve)
    keep_workdays()
    with as_role("camden_worker"):
        assert count_again(by=system) > 0
    after = _due()
    moved = {key[:2]: (before[key][0], after[key][0]) for key in before if before[key] != after[key]}
    assert moved[("Anisa", "CN2")] == (day("11-09"), day("11-10"))
    assert moved[("Imran", "CP12")] == (day("11-02"), day("11-03"))
    assert not any(name == "Zayd" for name, _ in moved)
    with as_role("camden_worker"):
        assert keep_all_clocks(by=system) == 0, "and Python finds what SQL found"


def _due() -> dict[tuple[Any, ...], tuple[Any, ...]]:
    found = Clock.objects.values_list("child__given_name", "rule", "anchor_on", "due_on", "due_at", "do_by")
    return {row[:3]: row[3:] for row in found}

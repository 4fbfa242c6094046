"""What another limit or another day off would do to running clocks, counted before it is saved."""

from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from camden.rules.dates import Span, Unit, counted
from camden.rules.due import next_due
from camden.rules.impact import Alike, Impact, by_calendar, by_limit, impact
from camden.rules.moments import HERE
from camden.rules.rows import Kind, Timescale
from camden.rules.timescales import Basis
from camden.rules.workdays import Calendar, england

NOW = datetime(2026, 11, 3, 10, 0, tzinfo=HERE)
WD = Unit.WORKING_DAYS


def rule(**more: Any) -> Timescale:
    whole: dict[str, Any] = {
        "code": "T1",
        "title": "See the child",
        "kind": Kind.REPEAT,
        "amount": 20,
        "unit": WD,
        "starts": ("child-seen",),
        "basis": Basis.LOCAL,
        "source": "here",
        "work": "visit",
    }
    return Timescale(**whole | more)


def alike(of: Timescale, on: date, clocks: int = 1, limit: Span | None = None) -> Alike:
    due = next_due(of, on, calendar=england(), limit=limit)
    return Alike(on, None, due.amount, due.unit, due.due_on, due.due_at, clocks)


def test_a_shorter_limit_makes_some_late_and_a_longer_one_makes_some_not() -> None:
    of = rule()
    running = [alike(of, date(2026, 10, 1), 2), alike(of, date(2026, 10, 12), 3), alike(of, date(2026, 11, 2), 4)]
    shorter = by_limit(of, Span(20, WD), Span(15, WD), england())
    assert impact(running, shorter, NOW) == Impact(running=9, moved=9, newly_late=3, no_longer_late=0)
    longer = by_limit(of, Span(20, WD), Span(25, WD), england())
    assert impact(running, longer, NOW) == Impact(running=9, moved=9, newly_late=0, no_longer_late=2)


def test_what_is_due_today_is_not_late() -> None:
    of = rule(amount=1)
    assert impact([alike(of, date(2026, 11, 2))], by_limit(of, Span(1, WD), Span(1, WD), england()), NOW) == Impact(1)


def test_hours_are_late_to_the_minute() -> None:
    of = rule(kind=Kind.CLOCK, amount=24, unit=Unit.HOURS)
    at = NOW - timedelta(hours=5)
    due = next_due(of, at.date(), at, calendar=england())
    running = [Alike(at.date(), at, 24, "h", due.due_on, due.due_at, 1)]
    assert impact(running, by_limit(of, Span(24, Unit.HOURS), Span(4, Unit.HOURS), england()), NOW).newly_late == 1


def test_a_plans_own_shorter_interval_stays_and_what_was_extended_too() -> None:
    of = rule(can_be_shortened=True)
    running = [alike(of, date(2026, 11, 2), limit=Span(10, WD)), alike(of, date(2026, 11, 2), limit=Span(30, WD))]
    assert impact(running, by_limit(of, Span(20, WD), Span(15, WD), england()), NOW).moved == 0
    assert impact(running, by_limit(of, Span(20, WD), Span(5, WD), england()), NOW).moved == 1


def test_what_counts_back_goes_on_counting_back() -> None:
    of = rule(kind=Kind.COUNTDOWN, amount=5, is_back=True)
    new_day = by_limit(of, Span(5, WD), Span(2, WD), england())
    assert new_day(alike(of, date(2026, 11, 20))) == (date(2026, 11, 18), None)


@given(
    anchor=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    amount=st.integers(-60, 60).filter(bool),
    closed=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)
def test_a_day_off_moves_exactly_the_clocks_that_count_working_days_across_it(
    anchor: date, amount: int, closed: date
) -> None:
    days = Calendar([closed])
    due_on = counted(anchor, amount, WD, england())
    new_on, _ = by_calendar(days)(Alike(anchor, None, amount, "wd", due_on, None, 1))
    assert new_on == counted(anchor, amount, WD, days)
    assert (new_on != due_on) <= (min(anchor, due_on) <= closed <= max(anchor, due_on)), "what SQL leaves out stays"


def test_weeks_and_months_do_not_move_for_a_day_off() -> None:
    months = Alike(date(2026, 11, 2), None, 3, "m", date(2027, 2, 2), None, 1)
    assert impact([months], by_calendar(Calendar([date(2027, 2, 2)])), NOW) == Impact(1)

"""When one rule is due that was triggered on one day."""

from datetime import date, datetime, timedelta

from camden.rules.dates import Span, Unit, counted, hours_after, midnight
from camden.rules.rows import Due, Timescale
from camden.rules.workdays import Calendar


def next_due(
    rule: Timescale,
    on: date,
    at: datetime | None = None,
    *,
    calendar: Calendar,
    limit: Span | None = None,
    extensions: int = 0,
) -> Due:
    """When a rule is due that was triggered on this day, or for hours at this moment (without one: at its midnight).

    `limit` takes the place of the row's amount and unit; `extensions` is how many were granted. Raises NoCalendar.
    """
    amount, unit = as_counted(rule, on, limit or Span(rule.amount, rule.unit), extensions)
    opens_on = opens(rule, on, calendar)
    if unit is not Unit.HOURS:
        due_on = counted(on, amount, unit, calendar)
        do_by = last_working(on, due_on, calendar, is_back=rule.is_back)
        return Due(amount, unit, due_on, None, do_by, due_on, opens_on, None)
    due_at = hours_after(at or midnight(on), amount)
    target_at = hours_after(at or midnight(on), rule.target) if rule.target else None
    do_by = last_working(on, (target_at or due_at).date(), calendar)
    return Due(amount, unit, due_at.date(), due_at, do_by, due_at, opens_on, target_at)


def as_counted(rule: Timescale, on: date, limit: Span, extensions: int = 0) -> tuple[int, Unit]:
    """A limit as a plain amount and unit, so that whoever counts need not know the row: less than 0 counts back."""
    amount, unit = limit.amount + extensions * rule.extension, limit.unit
    if rule.yearly:
        month, day = rule.yearly
        due_on = date(on.year, month, day)
        return ((due_on if due_on >= on else due_on.replace(year=on.year + 1)) - on).days, Unit.DAYS
    if rule.is_inclusive:
        return (amount * 7 if unit is Unit.WEEKS else amount) - 1, Unit.DAYS  # weeks and days only
    return -amount if rule.is_back else amount, unit


def last_working(on: date, due_on: date, calendar: Calendar, *, is_back: bool = False) -> date:
    """The due day, or the last working day before it; not before the trigger, unless the rule counts back."""
    day = calendar.on_or_before(due_on)
    return day if is_back or day >= on else due_on


def opens(rule: Timescale, on: date, calendar: Calendar) -> date | None:
    """The first day on which it can be done, when there is one."""
    if rule.window is None:
        return None
    start = on
    if rule.yearly:
        start = on + timedelta(days=as_counted(rule, on, Span(0, Unit.DAYS))[0] + 1)
    return counted(start, rule.window.amount, rule.window.unit, calendar)

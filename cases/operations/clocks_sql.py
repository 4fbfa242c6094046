"""Counting again in the database, for all clocks that run at once, when a day off came or went.

Which rule counts from what is decided in Python alone, when something happens. What SQL needs for the day itself stands
in the clock: anchor, amount and unit. A property test holds both to the same days.
"""

from collections.abc import Iterable

from django.db import connection, transaction

from camden.models import User
from camden.operations.rulebook import in_force
from camden.principal import acting_as
from camden.rules.timescales import Timescale
from cases.rules.timescales import ROWS

# A day counted from another, beside `c` with anchor_on, anchor_at, amount and unit; `r` says what the amount does not.
_COUNTED = """
from {clocks}
left join unnest(%(codes)s::text[], %(backward)s::boolean[], %(targets)s::int[]) r (code, is_back, target)
    on r.code = c.rule
cross join lateral (select case when c.unit = 'h'
    then coalesce(c.anchor_at, c.anchor_on::timestamp at time zone 'Europe/London') end started_at) s
cross join lateral (select s.started_at + make_interval(hours => c.amount) due_at) h
cross join lateral (select case c.unit
    when 'h' then (h.due_at at time zone 'Europe/London')::date
    when 'd' then c.anchor_on + c.amount
    when 'w' then c.anchor_on + 7 * c.amount
    when 'm' then (c.anchor_on + make_interval(months => c.amount))::date
    when 'wd' then case
        when c.amount = 0 then c.anchor_on
        when c.amount > 0 then (select w.day_on from camden_workday w where w.is_working and w.number = c.amount
            + (select number from camden_workday where day_on = c.anchor_on))
        else (select w.day_on from camden_workday w where w.is_working and w.number = c.amount + 1
            + (select number from camden_workday where day_on = c.anchor_on - 1)) end end due_on) d
cross join lateral (select case when r.target > 0 and c.unit = 'h'
    then ((s.started_at + make_interval(hours => r.target)) at time zone 'Europe/London')::date
    else d.due_on end aim_on) a
cross join lateral (select w.day_on from camden_workday w where w.is_working
    and w.number = (select number from camden_workday where day_on = a.aim_on)) l
cross join lateral (select case when r.is_back or l.day_on >= c.anchor_on then l.day_on else a.aim_on end do_by) b"""

_AGAIN = f"""
update cases_clock c set due_on = n.due_on, due_at = n.due_at, do_by = n.do_by
from (select c.id, d.due_on, h.due_at, b.do_by {_COUNTED.format(clocks="cases_clock c")}
    where c.met_on is null and c.ended_on is null) n
where c.id = n.id and (c.due_on, c.do_by) is distinct from (n.due_on, n.do_by)"""  # noqa: S608 - of constants


def count_again(*, by: User) -> int:
    """Count every running clock again over the numbered working days; how many changed. `by` is the system."""
    with acting_as(by), transaction.atomic(), connection.cursor() as cursor:
        rules, _ = in_force(ROWS)
        cursor.execute(_AGAIN, _said(rules.rules))
        return int(cursor.rowcount)


def _said(rules: Iterable[Timescale]) -> dict[str, list[object]]:
    """What a clock's own row does not say of its rule."""
    known = {rule.code: rule for rule in rules}
    return {
        "codes": list(known),
        "backward": [rule.is_back for rule in known.values()],
        "targets": [rule.target for rule in known.values()],
    }

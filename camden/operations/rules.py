"""Verbs about timescales as this council keeps them, and the days it does not work.

Shipped rows are written here by migrate, as owner. People change rows by functions of `wall_rules.sql`, which ask
whether the principal looks after settings (`Permission.RULES_KEEP`). Each verb raises NotDone, or Overtaken.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import F

from camden.models import LocalHoliday, TimescaleRow
from camden.operations.refusals import NotDone, call
from camden.operations.rulebook import calendar
from camden.operations.workdays import keep_workdays
from camden.rules.impact import Alike, Impact, by_calendar, by_limit, impact
from camden.rules.timescales import Basis, Span, Timescale, Unit
from camden.rules.workdays import Calendar

# What each council sets for itself. Law, national guidance and what an inspector counts are read here, never changed.
OURS = (Basis.LOCAL, Basis.PRACTICE)
IN_FORCE_HERE = "\n\nIn force here: "
"""In the source of law that was begun here: what stands before it is the law's own. As in `commence_timescale`."""

_SENTENCES = {
    "only an administrator keeps settings": ("Only a system administrator can do this.", ""),
    "no such timescale": ("This timescale does not hold any more, so it cannot be changed.", ""),
    "law is not changed here": ("Law and national guidance are not changed here.", ""),
    "a marker has no limit": ("This is a marker without a day, so there is nothing to set.", ""),
    "nothing says when": ("This cannot be switched on yet: nothing in the service says when it begins.", "is_ticking"),
    "out of bounds": ("Check the numbers, and say where this is written.", ""),
    "from which day": ("Enter the day from which the new limit holds.", "begins_on"),
    "a later limit is set": (
        "Another limit holds from a later day already. Enter that day, or a later one.",
        "begins_on",
    ),
    "a_timescale_begins_once_on_a_day": (
        "Another limit begins on that day already. Enter a different day.",
        "begins_on",
    ),
    "closed already": ("This day is on the list already.", "closed_on"),
}


@cache
def shipped() -> tuple[Timescale, ...]:
    """Every timescale of the house: the `ROWS` of each app's `rules/timescales`."""
    found: list[Timescale] = []
    for config in apps.get_app_configs():
        if find_spec(f"{config.name}.rules") and find_spec(f"{config.name}.rules.timescales"):
            found += getattr(import_module(f"{config.name}.rules.timescales"), "ROWS", ())
    return tuple(found)


@transaction.atomic
def sync(rows: Iterable[Timescale], *, on: date, using: str = "default") -> int:
    """Write the shipped rows, by code and first day; how many rows of the table were written. As owner, after migrate.

    Where people here changed a timescale, it stays as they made it (limit, warning, owner, switch, days): what a rule
    is called, what kind it is, and the source of law are the code's and follow it. What is no longer shipped ends on
    `on` and stays to be read. A second run writes nothing.
    """
    table = TimescaleRow.objects.using(using)
    kept: dict[str, list[TimescaleRow]] = {}
    for row in table.all():
        kept.setdefault(row.code, []).append(row)
    rules: dict[str, list[Timescale]] = {}
    for rule in rows:
        rules.setdefault(rule.code, []).append(rule)
    new: list[TimescaleRow] = []
    written = 0
    for code in dict.fromkeys([*rules, *kept]):
        for row, values in _differences(kept.get(code, []), rules.get(code, []), on):
            written += table.filter(pk=row.pk).update(**values, version=F("version") + 1)
        if not any(row.edited_at for row in kept.get(code, [])):
            days = {row.begins_on for row in kept.get(code, [])}
            new += [
                TimescaleRow(**_as_shipped(rule)) for rule in rules.get(code, []) if rule.effective_from not in days
            ]
    return written + len(table.bulk_create(new))


def _differences(
    rows: list[TimescaleRow], rules: list[Timescale], on: date
) -> Iterable[tuple[TimescaleRow, dict[str, Any]]]:
    """What has to be written in which of the rows that are there."""
    by_day = {rule.effective_from: rule for rule in rules}
    is_ours = any(row.edited_at for row in rows)
    values: dict[str, Any]
    last = max(rows, key=lambda row: row.begins_on or date.min, default=None)
    for row in rows:
        rule = by_day.get(row.begins_on) or (rules[-1] if rules and is_ours else None)
        if rule is None:
            values = {"ends_on": row.ends_on if row.ends_on and row.ends_on <= on else _after(row, on)}
        else:
            values = _of_the_code(rule, row) if is_ours else _as_shipped(rule)
            if is_ours and row is last:
                values["ends_on"] = None  # it was gone for a while, and is back
        changed = {name: value for name, value in values.items() if getattr(row, name) != value}
        if changed:
            yield row, changed


def _after(row: TimescaleRow, on: date) -> date:
    """The day on which a row ends that is shipped no more: after it began, as a constraint asks."""
    return max(on, row.begins_on + timedelta(days=1)) if row.begins_on else on


def _as_shipped(rule: Timescale) -> dict[str, Any]:
    """A row as it is where nobody changed it."""
    then = rule.then or Span(0, rule.unit)
    return {
        "code": rule.code,
        "title": rule.title,
        "kind": rule.kind.value,
        "amount": rule.amount if rule.is_clock else None,
        "unit": rule.unit.value if rule.is_clock else "",
        "then_amount": then.amount if rule.then else None,
        "then_unit": then.unit.value if rule.then else "",
        "warn_days": rule.warn_days,
        "owner": rule.owner.value,
        "ladder": rule.ladder.value,
        "basis": rule.basis.value,
        "source": rule.source,
        "silent": rule.silent,
        "begins_on": rule.effective_from,
        "ends_on": rule.effective_to,
        "is_commenced": rule.is_commenced,
        "is_ticking": rule.is_core and rule.is_commenced and not rule.silent,
    }


def _of_the_code(rule: Timescale, row: TimescaleRow) -> dict[str, Any]:
    """What follows the code also in a row that people here changed: of law all but whether it counts and since when."""
    values = _as_shipped(rule)
    names = ["title", "kind", "then_amount", "then_unit", "ladder", "basis"]
    if rule.basis not in OURS:
        values["source"] += "".join(row.source.partition(IN_FORCE_HERE)[1:])
        names += ["amount", "unit", "warn_days", "owner", "source"]
    if IN_FORCE_HERE not in row.source:
        names.append("silent")
    return {name: values[name] for name in names}


def latest(code: str) -> TimescaleRow:
    """The row of a timescale that began last, or will: the one that is changed. Raises DoesNotExist."""
    return TimescaleRow.objects.filter(code=code).order_by(F("begins_on").desc(nulls_last=True))[:1].get()


@transaction.atomic
def change_timescale(
    *,
    code: str,
    version: int | None,
    begins_on: date | None,
    amount: int,
    unit: str,
    warn_days: int,
    owner: str,
    is_ticking: bool,
    source: str,
) -> None:
    """A timescale that this council may set. Another limit holds for what counts from `begins_on` on, the rest at once.

    `version` is that of the latest row the person saw. `warn_days` in working days. Raises Overtaken, NotDone.
    """
    facts = {
        "amount": amount,
        "unit": unit,
        "warn_days": warn_days,
        "owner": owner,
        "is_ticking": is_ticking,
        "source": source,
    }
    _ask("select change_timescale(%s, %s, %s, %s)", code, version or 0, begins_on, json.dumps(facts))


@transaction.atomic
def commence(*, code: str, version: int | None, on: date, source: str) -> None:
    """Law that waited for its first day has one: `source` says where it stands. Raises Overtaken, NotDone."""
    _ask("select commence_timescale(%s, %s, %s, %s)", code, version or 0, on, source)


@transaction.atomic
def switch_on(*, code: str, version: int | None) -> None:
    """Law or guidance that came switched off is counted, and is never switched off again. Raises Overtaken, NotDone."""
    _ask("select switch_timescale_on(%s, %s)", code, version or 0)


@transaction.atomic
def close_day(*, on: date, name: str) -> None:
    """This council does not work on a day that is a working day elsewhere. Raises NotDone."""
    if not calendar().is_working(on):
        raise NotDone("Nobody works on this day anyhow: it is at a weekend, or on the list already.", "closed_on")
    _ask("select close_day(%s, %s)", on, name)
    keep_workdays()


@transaction.atomic
def reopen_day(*, holiday: LocalHoliday) -> None:
    """A day is worked after all. Raises Overtaken when somebody took it off the list before."""
    _ask("select reopen_day(%s)", holiday.pk)
    keep_workdays()


@dataclass(frozen=True)
class Changed:
    """One thing that was changed here: when, by whom, and what in words."""

    at: datetime
    name: str
    what: str


def history(code: str) -> list[Changed]:
    """What people here changed about a timescale, the latest first."""
    with connection.cursor() as cursor:
        cursor.execute("select at, name, action from timescale_history(%s)", [code])
        return [Changed(*row) for row in cursor.fetchall()]


def impact_of_limit(rule: Timescale, row: TimescaleRow, *, limit: Span, begins_on: date, at: datetime) -> Impact:
    """What another limit from a day on would do to the clocks that run. Counts only: nobody sees whose they are."""
    new_day = by_limit(rule, Span(row.amount or 0, Unit(row.unit)), limit, calendar())
    return impact(_running(row.code, begins_on, None), new_day, at)


def impact_of_day(on: date, *, is_closed: bool, at: datetime) -> Impact:
    """What one more day off, or one fewer, would do to the clocks that run."""
    local = set(LocalHoliday.objects.values_list("closed_on", flat=True))
    days = Calendar(local | {on} if is_closed else local - {on})
    return impact(_running(None, None, on), by_calendar(days), at)


def running(code: str) -> int:
    """How many clocks of a timescale run."""
    return sum(each.clocks for each in _running(code, None, None))


def _running(code: str | None, since: date | None, across: date | None) -> list[Alike]:
    with connection.cursor() as cursor:
        cursor.execute("select * from running_clocks(%s, %s, %s)", [code, since, across])
        return [Alike(*row) for row in cursor.fetchall()]


def _ask(statement: str, *values: Any) -> Any:
    return call(statement, values, _SENTENCES)

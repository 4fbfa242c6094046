"""The timescales in force: shipped rows with what this council keeps of them, and its days off."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from django.db import connection
from django.db.models import F

from camden.models import LocalHoliday, TimescaleRow
from camden.rules.timescales import Basis, Ladder, Owner, Rulebook, Span, Timescale, Unit
from camden.rules.workdays import Calendar, calendar_of

# What tells one state of rows and days off from every other. Part of a SELECT that is asked anyway.
STAMP = """md5(coalesce((select string_agg(t::text, '|' order by t.id) from camden_timescalerow t), '')
    || coalesce((select string_agg(h.closed_on::text, ',' order by h.closed_on) from camden_localholiday h), ''))"""
ASK_STAMP = f"select {STAMP}"  # noqa: S608 - of a constant


def rulebook(shipped: Iterable[Timescale], on: date | None = None) -> Rulebook:
    """The rules that tick: switched on, commenced, with facts that start and stop them.

    `on` leaves out what begins later. Each round counts by the row that was in force when it began, so that a change
    from one day on does not rewrite what was late before it.
    """
    return Rulebook(rule for rule in timescales(shipped, on) if ticks(rule))


def timescales(shipped: Iterable[Timescale], on: date | None = None) -> list[Timescale]:
    """Every shipped rule as it is kept here, one for each time it held: `is_core` says whether it is switched on."""
    kept: dict[str, list[TimescaleRow]] = defaultdict(list)
    for row in TimescaleRow.objects.order_by("code", F("begins_on").asc(nulls_first=True), "pk"):
        if on is None or row.begins_on is None or row.begins_on <= on:
            kept[row.code].append(row)
    return [each for rule in shipped for each in _as_kept(rule, kept[rule.code])]


def ticks(rule: Timescale) -> bool:
    """Whether it makes clocks."""
    return rule.is_core and rule.is_commenced and not rule.silent


def calendar(using: str = "default") -> Calendar:
    """England's working days, without those this council does not work."""
    closed = LocalHoliday.objects.using(using).order_by("closed_on").values_list("closed_on", flat=True)
    return calendar_of(tuple(closed))


def in_force(shipped: tuple[Timescale, ...], stamp: str | None = None) -> tuple[Rulebook, Calendar]:
    """Rules and working days, kept by each process for as long as `STAMP` says the same. Without one it is asked."""
    if stamp is None:
        with connection.cursor() as cursor:
            cursor.execute(ASK_STAMP)
            stamp = cursor.fetchone()[0]
    return _in_force(shipped, stamp)


@lru_cache(maxsize=4)
def _in_force(shipped: tuple[Timescale, ...], stamp: str) -> tuple[Rulebook, Calendar]:
    return rulebook(shipped), calendar()


def _as_kept(rule: Timescale, rows: list[TimescaleRow]) -> list[Timescale]:
    """A shipped rule, or each of its rows here. One that begins puts an end to the one before, if nobody wrote it."""
    if not rows:
        return [rule]
    ends = [_earlier(one.ends_on, next_.begins_on) for one, next_ in pairwise(rows)] + [rows[-1].ends_on]
    return [_kept(rule, row, until) for row, until in zip(rows, ends, strict=True)]


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day), default=None)


def _kept(rule: Timescale, row: TimescaleRow, until: date | None) -> Timescale:
    """What starts and stops a rule is code; how long, from when, for whom and whether at all is kept here."""
    then = rule.then
    if then and row.then_amount is not None:
        then = Span(row.then_amount, Unit(row.then_unit or then.unit))
    return replace(
        rule,
        title=row.title or rule.title,
        amount=rule.amount if row.amount is None else row.amount,
        unit=Unit(row.unit or rule.unit),
        then=then,
        basis=Basis(row.basis or rule.basis),
        source=row.source or rule.source,
        effective_from=row.begins_on or rule.effective_from,
        effective_to=until or rule.effective_to,
        is_commenced=row.is_commenced or row.begins_on is not None,
        warn_days=row.warn_days,
        owner=Owner(row.owner or rule.owner),
        ladder=Ladder(row.ladder or rule.ladder),
        is_core=row.is_ticking,
        silent=row.silent,
    )

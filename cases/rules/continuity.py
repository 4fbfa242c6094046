"""How often a child's lead worker changed (REFERENCE 4.5). Cover, co-workers and advisers are no change of worker.

Of one child; `steadiness` counts the same for a team, a service or an authority.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

# Reasons of change as the national code set has them. Which could have been avoided is this system's own reading of
# REFERENCE 4.5 (C3); a child who asked for somebody else was heard, and is counted apart.
AVOIDABLE = frozenset({"MANAGE", "TSPROC", "ORGRST"})
ASKED_FOR = frozenset({"CHCHAN", "PCCHAN"})
UNSETTLED = 2  # changes in twelve months (C2)


class Kind(StrEnum):
    """What sort of change it was (C3). The value is what a page says."""

    AVOIDABLE = "could have been avoided"
    ASKED_FOR = "the child or a parent asked for it"
    OTHER = "could not be avoided"


@dataclass(frozen=True)
class Spell:
    """One worker's time as lead of one child: from a day until a day, or on.

    `reason` is why the child got this worker instead of the one before. `is_cover`: they stood in for the lead, which
    is no change. `is_agency`: they worked here through an agency.
    """

    worker: int
    started_on: date
    ended_on: date | None = None
    reason: str = ""
    is_cover: bool = False
    is_agency: bool = False


@dataclass(frozen=True)
class Change:
    """The lead passed from one worker to another on a day, for a reason of the national list; "" when none is told."""

    on: date
    before: int
    after: int
    reason: str

    @property
    def kind(self) -> Kind:
        """Avoidable, asked for, or neither."""
        return kind_of(self.reason)


@dataclass(frozen=True)
class Continuity:
    """How steady a child's lead worker has been: since the record began, and in the 12 months to a day."""

    changes: int
    changes_in_year: int
    workers_in_year: int
    last_change_on: date | None


def continuity(spells: Iterable[Spell], on: date) -> Continuity:
    """What a page says before anybody changes a worker. Spells that begin after the day do not count yet."""
    spells = led(spell for spell in spells if spell.started_on <= on)
    days = changed_on(spells)
    return Continuity(
        changes=len(days),
        changes_in_year=sum(day > year_before(on) for day in days),
        workers_in_year=distinct_workers(spells, year_before(on), on),
        last_change_on=days[-1] if days else None,
    )


def led(spells: Iterable[Spell]) -> list[Spell]:
    """The spells of lead alone, oldest first: cover left out. Spells of the same days stay in the order given."""
    return sorted(
        (spell for spell in spells if not spell.is_cover),
        key=lambda spell: (spell.started_on, spell.ended_on or date.max),
    )


def changes(spells: Iterable[Spell]) -> list[Change]:
    """Each change of lead, oldest first.

    A, then B, then A again are two changes (C2). A worker who comes back after a time when nobody led is none.
    """
    ordered = led(spells)
    pairs = zip(ordered, ordered[1:], strict=False)
    return [
        Change(after.started_on, before.worker, after.worker, after.reason)
        for before, after in pairs
        if after.worker != before.worker
    ]


def changed_on(spells: Iterable[Spell]) -> list[date]:
    """The days on which the lead passed from one worker to another, oldest first."""
    return [change.on for change in changes(spells)]


def lead_on(spells: Iterable[Spell], on: date) -> Spell | None:
    """Whoever led on a day; None when nobody did. On the day of a change it is the new one."""
    running = [s for s in led(spells) if s.started_on <= on and (s.ended_on is None or s.ended_on > on)]
    return running[-1] if running else None


def days_together(spells: Iterable[Spell], on: date) -> int | None:
    """Days since the present lead began (C4); None when nobody leads.

    A time in which somebody only covered breaks nothing; neither does one without any lead, if the same one came back.
    """
    ordered = [spell for spell in led(spells) if spell.started_on <= on]
    present = lead_on(ordered, on)
    if present is None:
        return None
    since = present.started_on
    for spell in reversed(ordered):
        if spell.worker != present.worker:
            break
        since = spell.started_on
    return (on - since).days


def if_changed(spells: Iterable[Spell], to: int, on: date) -> Continuity:
    """How steady it would be if this worker became lead that day: said before anybody confirms (4.5)."""
    present = [spell for spell in led(spells) if spell.started_on <= on]
    still = [replace(s, ended_on=on) if s.ended_on is None or s.ended_on > on else s for s in present]
    return continuity([*still, Spell(to, on)], on)


def before_confirming(name: str, spells: Sequence[Spell], to: int, on: date) -> str:
    """What a page says about one child before anybody confirms another worker.

    >>> before_confirming("Anisa", [Spell(1, date(2026, 1, 5))], 2, date(2026, 11, 3))
    'This would be Anisa’s first change of lead worker.'
    """
    now, then = continuity(spells, on), if_changed(spells, to, on)
    if then.changes == now.changes:
        return f"This is no change of lead worker for {name}."
    if then.changes == 1:
        return f"This would be {name}’s first change of lead worker."
    times = {1: "first", 2: "second", 3: "third"}.get(then.changes_in_year, f"{then.changes_in_year}th")
    said = f"This would be {name}’s {times} change of lead worker in 12 months, and {then.changes} in all."
    return f"{said} Two or more in a year unsettle a child." if is_unsettled(then.changes_in_year) else said


def distinct_workers(spells: Iterable[Spell], after: date, until: date) -> int:
    """How many different people led at some time after the first day and up to the last (C1: A, B, A are two)."""
    return len({s.worker for s in led(spells) if s.started_on <= until and (s.ended_on is None or s.ended_on > after)})


def is_unsettled(changes_in_year: int) -> bool:
    """Two changes or more in twelve months (C2, the Children's Commissioner's stability index)."""
    return changes_in_year >= UNSETTLED


def has_had_many(workers_in_year: int) -> bool:
    """Three or more different workers in a year (C1, as the Department counts)."""
    return workers_in_year >= 3


def changes_per_thousand_years(changes: int, open_days: int) -> int:
    """Changes for each thousand child-years of work (C3); 0 when there were no open days."""
    return changes * 365_250 // open_days if open_days else 0


def kind_of(reason: str) -> Kind:
    """What sort of change a reason of the national list makes."""
    if reason in AVOIDABLE:
        return Kind.AVOIDABLE
    return Kind.ASKED_FOR if reason in ASKED_FOR else Kind.OTHER


def by_kind(reasons: Sequence[str]) -> dict[str, int]:
    """How many changes were avoidable, asked for, or neither (C3)."""
    avoidable = sum(reason in AVOIDABLE for reason in reasons)
    asked = sum(reason in ASKED_FOR for reason in reasons)
    return {"avoidable": avoidable, "asked for": asked, "other": len(reasons) - avoidable - asked}


def year_before(on: date) -> date:
    """The same day a year earlier; 28 February for the 29th."""
    return on.replace(year=on.year - 1, day=28) if (on.month, on.day) == (2, 29) else on.replace(year=on.year - 1)


def months_together(since: date, on: date) -> int:
    """Completed months that a child and their lead have known one another; 0 before it began."""
    return max((on.year - since.year) * 12 + on.month - since.month - (on.day < since.day), 0)

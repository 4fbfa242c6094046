"""How often a child's lead worker changed (REFERENCE 4.5). Cover, co-workers and advisers are no change of worker."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

# Reasons of change as the national code set has them. Which could have been avoided is this system's own reading of
# REFERENCE 4.5 (C3); a child who asked for somebody else was heard, and is counted apart.
AVOIDABLE = frozenset({"MANAGE", "TSPROC", "ORGRST"})
ASKED_FOR = frozenset({"CHCHAN", "PCCHAN"})


@dataclass(frozen=True)
class Spell:
    """One worker's time as lead of one child: from a day until a day, or on. `reason` is why the worker changed."""

    worker: int
    started_on: date
    ended_on: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class Continuity:
    """How steady a child's lead worker has been: since the record began, and in the 12 months to a day."""

    changes: int
    changes_in_year: int
    workers_in_year: int
    last_change_on: date | None


def continuity(spells: Iterable[Spell], on: date) -> Continuity:
    """What a page says before anybody changes a worker. Spells that begin after the day do not count yet."""
    spells = [spell for spell in spells if spell.started_on <= on]
    days = changed_on(spells)
    return Continuity(
        changes=len(days),
        changes_in_year=sum(day > year_before(on) for day in days),
        workers_in_year=distinct_workers(spells, year_before(on), on),
        last_change_on=days[-1] if days else None,
    )


def changed_on(spells: Iterable[Spell]) -> list[date]:
    """The days on which the lead passed from one worker to another, oldest first.

    A, then B, then A again are two changes (C2). A worker who comes back after a time when nobody led is none.
    Spells of the same days stay in the order given.
    """
    ordered = sorted(spells, key=lambda spell: (spell.started_on, spell.ended_on or date.max))
    pairs = zip(ordered, ordered[1:], strict=False)
    return [after.started_on for before, after in pairs if after.worker != before.worker]


def distinct_workers(spells: Iterable[Spell], after: date, until: date) -> int:
    """How many different people led at some time after the first day and up to the last (C1: A, B, A are two)."""
    return len({s.worker for s in spells if s.started_on <= until and (s.ended_on is None or s.ended_on > after)})


def is_unsettled(changes_in_year: int) -> bool:
    """Two changes or more in twelve months (C2, the Children's Commissioner's stability index)."""
    return changes_in_year >= 2


def has_had_many(workers_in_year: int) -> bool:
    """Three or more different workers in a year (C1, as the Department counts)."""
    return workers_in_year >= 3


def changes_per_thousand_years(changes: int, open_days: int) -> int:
    """Changes for each thousand child-years of work (C3); 0 when there were no open days."""
    return changes * 365_250 // open_days if open_days else 0


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

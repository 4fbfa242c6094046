"""When balancing may propose anything at all, and which moments no family loses its worker in (REFERENCE 9.3).

A relationship is worth more than an even spread: as long as nobody is above the cap, leaves, is away for long or comes
back, and no family waits, nothing is proposed, however unequal the caseloads are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from camden.rules.dates import months_after
from camden.rules.names import day_in_words
from camden.rules.workdays import Calendar
from cases.rules.continuity import is_unsettled
from cases.rules.weighting.points import in_points
from cases.rules.weighting.rows import SHIPPED, Weights
from cases.rules.weighting.scheme import Scheme, scheme_on

NOBODY = "Nobody needs a new worker."
MEETING_WORKING_DAYS = 15
"""A conference, a hearing or a review so near is held with the worker they know."""
PLACEMENT_DAYS = 28
"""A child who moved home so lately has had change enough."""
SETTLED_MONTHS = 6
"""A lead who changed so lately is left alone."""


class Cause(StrEnum):
    """Why a new worker may be needed."""

    WAITS = "waits"
    LEAVES = "leaves"
    AWAY = "away"
    RETURNS = "returns"
    ABOVE = "above"
    TOO_MANY_CHILDREN = "too-many-children"


@dataclass(frozen=True)
class Standing:
    """One worker as the question needs them. `load` and `capacity` in thousandths; `families` they lead for.

    `away_until` is the day they are back, None with `away_from`: not known. `children_most` holds early in a career.
    """

    key: int
    name: str
    load: int
    capacity: int
    families: int = 0
    children: int = 0
    children_most: int | None = None
    leaves_on: date | None = None
    away_from: date | None = None
    away_until: date | None = None


@dataclass(frozen=True)
class Found:
    """One reason to look for a new worker, in a sentence; `worker` is None for families that wait."""

    cause: Cause
    worker: int | None
    words: str


def causes(workers: Iterable[Standing], waiting: int, on: date, weights: Weights = SHIPPED) -> tuple[Found, ...]:
    """Why something may be proposed on a day: families that wait first, then people by name. Empty on most days."""
    scheme = scheme_on(on, weights)
    found = []
    if waiting:
        words = "1 family has no lead worker." if waiting == 1 else f"{waiting} families have no lead worker."
        found.append(Found(Cause.WAITS, None, words))
    for worker in sorted(workers, key=lambda each: (each.name, each.key)):
        found += [Found(cause, worker.key, words) for cause, words in _of(worker, scheme, on)]
    return tuple(found)


def said(found: Iterable[Found]) -> str:
    """What the page says: why somebody may need a new worker, or that nobody does."""
    return " ".join(each.words for each in found) or NOBODY


def _of(worker: Standing, scheme: Scheme, on: date) -> list[tuple[Cause, str]]:
    """What one worker gives reason for. Whoever leaves or is away gives no other: their families are all placed."""
    back = _comes_back(worker, scheme, on)
    if back:
        return [(Cause.RETURNS, back)]
    if not worker.families:
        return []
    gone = _goes(worker, scheme, on)
    return [gone] if gone else _holds_too_much(worker, scheme)


def _goes(worker: Standing, scheme: Scheme, on: date) -> tuple[Cause, str] | None:
    """Leaves or is away for long, now or in the next four weeks: time enough to say goodbye."""
    soon = on + timedelta(days=scheme.leaving_days)
    if worker.leaves_on and worker.leaves_on <= soon:
        when = "left" if worker.leaves_on <= on else "leaves"
        return Cause.LEAVES, f"{worker.name} {when} on {day_in_words(worker.leaves_on)}."
    if _is_long(worker, scheme, on) and worker.away_from and worker.away_from <= soon:
        if worker.away_until and worker.away_until <= on:
            return None
        until = f"until {day_in_words(worker.away_until)}" if worker.away_until else "and nobody knows until when"
        when = "is away" if worker.away_from <= on else f"is away from {day_in_words(worker.away_from)}"
        return Cause.AWAY, f"{worker.name} {when} {until}."
    return None


def _comes_back(worker: Standing, scheme: Scheme, on: date) -> str:
    """Back from long leave in the four weeks before or after the day: their families may come back to them."""
    if not worker.away_until or not _is_long(worker, scheme, on) or not worker.away_from or worker.away_from > on:
        return ""
    if abs((worker.away_until - on).days) > scheme.leaving_days:
        return ""
    when = "came back" if worker.away_until <= on else "comes back"
    return f"{worker.name} {when} on {day_in_words(worker.away_until)}."


def _is_long(worker: Standing, scheme: Scheme, on: date) -> bool:
    """So long that their families need somebody else. One whose end nobody knows counts by the days it has lasted."""
    if worker.away_from is None:
        return False
    return ((worker.away_until or on) - worker.away_from).days >= scheme["away-long"].amount


def _holds_too_much(worker: Standing, scheme: Scheme) -> list[tuple[Cause, str]]:
    """Above the cap of points, or of children early in a career. More than full is for talking about, no more."""
    found = []
    if not worker.capacity:
        families = "1 family" if worker.families == 1 else f"{worker.families} families"
        found.append((Cause.ABOVE, f"{worker.name} leads for {families} and is to hold no caseload."))
    elif worker.load * 1000 > scheme["zone.over"].amount * worker.capacity:
        # Down to the tenth: 115.04 must not be said to be 115 and yet above it.
        tenths = -(-worker.load * 1000 // worker.capacity)
        found.append((Cause.ABOVE, f"{worker.name} is at {in_points(tenths * 100)} of 100, more than is safe."))
    if worker.children_most is not None and worker.children > worker.children_most:
        words = f"{worker.name} leads for {worker.children} children: {worker.children_most} at most early in a career."
        found.append((Cause.TOO_MANY_CHILDREN, words))
    return found


@dataclass(frozen=True)
class Ahead:
    """A conference, hearing or review that is planned and not held yet: what, as in "a review conference", and when."""

    what: str
    on: date


@dataclass(frozen=True)
class Moments:
    """What goes on in a family just now, over all children who share the lead. Days None: never, or not noted."""

    ahead: tuple[Ahead, ...] = ()
    is_enquiry_open: bool = False
    placement_changed_on: date | None = None
    lead_changed_on: date | None = None
    changes_in_year: int = 0


def protects(moments: Moments, on: date, calendar: Calendar) -> tuple[str, ...]:
    """Why a family keeps its worker now, each as half a sentence; empty when it may be proposed.

    Where the worker leaves all the same, these are what to plan the goodbye around.
    """
    found = [
        f"{each.what} is on {day_in_words(each.on)}"
        for each in sorted(moments.ahead, key=lambda each: (each.on, each.what))
        if calendar.number(each.on) - calendar.number(on) <= MEETING_WORKING_DAYS
    ]
    if moments.is_enquiry_open:
        found.append("an enquiry about harm is open")
    moved = moments.placement_changed_on
    if moved is not None and (on - moved).days <= PLACEMENT_DAYS:
        found.append(f"a child moved home on {day_in_words(moved)}")
    changed = moments.lead_changed_on
    if changed is not None and on < months_after(changed, SETTLED_MONTHS):
        found.append(f"the lead worker changed on {day_in_words(changed)}")
    if is_unsettled(moments.changes_in_year):
        found.append(f"the lead worker has changed {moments.changes_in_year} times in the last 12 months")
    return tuple(found)

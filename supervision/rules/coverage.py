"""Figures about supervision, of families and discussions and never of a person. Each knows the list behind it.

| figure | source |
|---|---|
| open families talked about in time (PR1), by status | REFERENCE 5.5 |
| weeks since each was last talked about | 5.5 |
| discussions in depth with a clinician there | 5.5; 5.2 [S54]: goes with better practice, not proven to cause it |
| actions with why and how; actions done by their day | 5.5; 5.2 [S56]: usually missing |
| discussions in depth with the voice of every child | 5.5; 5.2 [S56] |
| kept hypotheses that were asked of the family and weighed; how many there are for each family | 5.5 |
| consultations asked for, by month, and the days from asking to talking | REFERENCE 4.4 |
| families with a protection plan or before court with a clinician's thinking in 90 days | 4.4 |
| how often each family is discussed, for the time it has been open | 5.5, named as in PRACTICE 1 |

Section numbers are REFERENCE's. Quick rounds, depth and one-to-one are never added up.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import TypeVar

from supervision.rules.counting import Talk
from supervision.rules.hypotheses import Hypothesis, formulation

CLINICIAN_WITHIN = timedelta(days=90)
PERIOD_WEEKS = 8
"""How often a family is discussed is said for eight weeks, which is PR1's own measure."""


@dataclass(frozen=True)
class Open:
    """An open family: its status as the service names it, since when it is open, and whether it is in time for PR1.

    `last_on` is when it was last talked about in a way that begins PR1 anew; None: not yet.
    """

    key: int
    status: str
    opened_on: date
    is_in_time: bool
    last_on: date | None = None


@dataclass(frozen=True)
class Act:
    """An action that a discussion agreed. `done_in_time` is None while its day has not come and it is not done."""

    key: int
    has_why: bool
    has_how: bool
    done_in_time: bool | None = None


@dataclass(frozen=True)
class Held:
    """A discussion that counts."""

    key: int
    family: int
    held_on: date
    talk: Talk
    clinician_there: bool = False
    has_every_voice: bool = False
    actions: tuple[Act, ...] = ()


@dataclass(frozen=True)
class Consulted:
    """A clinical consultation that was asked for, and when it was talked about; None: not yet.

    `is_named` is False where the family is not to be known from it.
    """

    key: int
    family: int
    asked_on: date
    held_on: date | None = None
    is_named: bool = True


Counted = TypeVar("Counted", Open, Act, Held, Consulted)


@dataclass(frozen=True)
class Figure:
    """So many of so many, with the keys of both: families, discussions, actions or hypotheses, as `of_what` says."""

    code: str
    title: str
    of_what: str
    met: tuple[int, ...]
    out_of: tuple[int, ...]

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where there is nothing to have a share of."""
        return len(self.met) / len(self.out_of) if self.out_of else None

    @property
    def not_met(self) -> tuple[int, ...]:
        """The list to look at."""
        met = set(self.met)
        return tuple(key for key in self.out_of if key not in met)


@dataclass(frozen=True)
class Evenly:
    """How often families are discussed, for eight weeks that each was open; and who was not at all, by key.

    `times` is by key of family; `fewest`, `middle` and `most` are of `times`, None without a family.
    """

    talk: Talk
    times: Mapping[int, float]
    never: tuple[int, ...]

    @property
    def fewest(self) -> float | None:
        return min(self.times.values(), default=None)

    @property
    def middle(self) -> float | None:
        return median(self.times.values()) if self.times else None

    @property
    def most(self) -> float | None:
        return max(self.times.values(), default=None)


def in_time(families: Iterable[Open]) -> dict[str, Figure]:
    """Families talked about in time, by status, in the order of the statuses' first family."""
    by_status: dict[str, list[Open]] = {}
    for family in families:
        by_status.setdefault(family.status, []).append(family)
    return {
        status: _figure("in-time", "Talked about in time", "families", found, lambda each: each.is_in_time)
        for status, found in by_status.items()
    }


def weeks_since(families: Iterable[Open], on: date) -> dict[int, int]:
    """Whole weeks since each family was last talked about, or since its record opened; the longest first."""
    weeks = {each.key: max((on - (each.last_on or each.opened_on)).days // 7, 0) for each in families}
    return dict(sorted(weeks.items(), key=lambda pair: (-pair[1], pair[0])))


def clinician_there(held: Iterable[Held]) -> Figure:
    """Discussions in depth with a clinician in the room."""
    return _figure("clinician", "With a clinician", "discussions", _deep(held), lambda each: each.clinician_there)


def voice_there(held: Iterable[Held]) -> Figure:
    """Discussions in depth with the voice of every child."""
    return _figure("voice", "With each child’s voice", "discussions", _deep(held), lambda each: each.has_every_voice)


def with_why_and_how(held: Iterable[Held]) -> Figure:
    """Actions that say why, and how: the first sentence."""
    return _figure("why-how", "With why and how", "actions", _actions(held), lambda each: each.has_why and each.has_how)


def done_in_time(held: Iterable[Held]) -> Figure:
    """Actions done by their day, of those that are done or whose day has come."""
    found = [each for each in _actions(held) if each.done_in_time is not None]
    return _figure("done", "Done by their day", "actions", found, lambda each: bool(each.done_in_time))


def asked_and_weighed(found: Mapping[int, Hypothesis]) -> Figure:
    """Of the hypotheses that were kept, by key: those asked of the family and weighed. Dropping unasked is no test."""
    kept = {key: each for key, each in found.items() if formulation([each])}
    met = tuple(key for key, each in kept.items() if each.asked_on and each.verdict)
    return Figure("tested", "Asked of the family, and weighed", "hypotheses", met, tuple(kept))


def consulted(found: Iterable[Consulted]) -> Figure:
    """Of the consultations that were asked for, those that were talked about."""
    return _figure("consulted", "Talked about", "consultations", list(found), lambda each: each.held_on is not None)


def days_waited(found: Iterable[Consulted]) -> float | None:
    """Days from asking to talking, in the middle; None where nothing was talked about.

    >>> days_waited([Consulted(1, 1, date(2026, 11, 2), date(2026, 11, 9)), Consulted(2, 1, date(2026, 11, 3))])
    7
    """
    waited = [(each.held_on - each.asked_on).days for each in found if each.held_on]
    return median(waited) if waited else None


def by_month(found: Iterable[Consulted]) -> dict[date, int]:
    """How many were asked for in each month, by its first day, the earliest first."""
    counted = Counter(each.asked_on.replace(day=1) for each in found)
    return dict(sorted(counted.items()))


def with_a_clinician(watched: Iterable[Open], held: Iterable[Held], found: Iterable[Consulted], on: date) -> Figure:
    """Of these families, those with whom a clinician thought in the last 90 days: in the room, or in a consultation
    from which they may be known."""
    since = on - CLINICIAN_WITHIN
    helped = {each.family for each in held if each.clinician_there and since <= each.held_on <= on}
    helped |= {each.family for each in found if each.is_named and each.held_on and since <= each.held_on <= on}
    title = "With a clinician’s thinking in 90 days"
    return _figure("clinician-lately", title, "families", list(watched), lambda each: each.key in helped)


def kept_for_each(found: Mapping[int, Sequence[Hypothesis]]) -> dict[int, int]:
    """How many hypotheses each family's formulation holds, by key of family."""
    return {family: len(formulation(each)) for family, each in found.items()}


def evenly(families: Iterable[Open], held: Iterable[Held], talk: Talk, first: date, last: date) -> Evenly:
    """How evenly families are discussed in that way, from the first day to the last, both with them.

    A family that came later counts from when it came, and at least for one week: nobody is "seldom" after three days.
    """
    there = [each for each in families if each.opened_on <= last]
    counted: dict[int, int] = {each.key: 0 for each in there}
    for one in held:
        if one.talk is talk and first <= one.held_on <= last and one.family in counted:
            counted[one.family] += 1
    times = {
        each.key: counted[each.key] * PERIOD_WEEKS * 7 / max((last - max(first, each.opened_on)).days + 1, 7)
        for each in there
    }
    return Evenly(talk, times, tuple(key for key, number in counted.items() if not number))


def _deep(held: Iterable[Held]) -> list[Held]:
    return [each for each in held if each.talk is Talk.DEEP]


def _actions(held: Iterable[Held]) -> list[Act]:
    return [action for each in held for action in each.actions]


def _figure(code: str, title: str, of_what: str, found: Sequence[Counted], meets: Callable[[Counted], bool]) -> Figure:
    met = tuple(each.key for each in found if meets(each))
    return Figure(code, title, of_what, met, tuple(each.key for each in found))

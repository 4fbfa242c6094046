"""Which families a session is for: proposed each night, accepted or put in another order by whoever supervises.

| rule | default | source |
|---|---|---|
| late, protection or court due, new to care, missing twice, drift, asked for, not alone twice | this order | 5.5 |
| one to three in depth in two hours, the others in a quick round | 50 and 2 minutes | 5.1; minutes are design |
| with a protection plan or before court, a quick round has room for voice and risk | 5 minutes | 5.3, design |
| the quick round keeps its time whatever else presses | 10 minutes | PRACTICE 1: without it nobody is in time |
| what would be late by the next session comes now; depth gives way to it, down to one family | – | PRACTICE 3, design |
| a family kept from anybody who could read the agenda is on no part of it | – | REFERENCE 10.2, exclusions |

Section numbers are REFERENCE's. Nothing here decides: a session is for whom the group says.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from camden.rules.names import day_in_words
from supervision.rules.counting import Counting, Standing, Talk
from supervision.rules.rotation import in_weeks
from supervision.rules.stages import IN_DEPTH_MINUTES, STEPS

TWICE = 2  # missing, or visits in a row in which a child was not seen alone
FRESH_DAYS = 10
"""A family talked about in the last ten days is not proposed again because of its turn alone."""


class Why(StrEnum):
    """Why a family is on an agenda, the most pressing first."""

    LATE = "late"
    PROTECTION = "protection"
    COURT = "court"
    NEW_TO_CARE = "new-to-care"
    MISSING = "missing"
    DRIFT = "drift"
    ASKED = "asked"
    NOT_ALONE = "not-alone"
    TURN = "turn"


_RANK = {why: rank for rank, why in enumerate(Why)}
_FOR_DEPTH = frozenset(Why) - {Why.LATE, Why.TURN}


@dataclass(frozen=True)
class Family:
    """What the agenda knows of a family. `since_on` is the day from which PR1 counts (`counting.family_since`).

    What happened is what happened since they were last discussed in depth: somebody who has been heard is not brought
    again for the same thing. `present_by` are people who work with them; `kept_from` people the record is kept from.
    """

    key: int
    since_on: date
    standing: Standing = Standing.ORDINARY
    last_on: Mapping[Talk, date] = field(default_factory=dict)
    is_new_to_care: bool = False
    missing_times: int = 0
    drifts: bool = False
    is_asked_for: bool = False
    not_alone_times: int = 0
    present_by: frozenset[int] = frozenset()
    kept_from: frozenset[int] = frozenset()
    is_restricted: bool = False


@dataclass(frozen=True)
class Sitting:
    """A session that is to come. `people` are expected; `readers` everybody who could read its agenda, here or not.

    `next_on` is the session after it. `minutes` is the whole of it.
    """

    held_on: date
    next_on: date
    supervisor: int
    people: frozenset[int]
    readers: frozenset[int]
    minutes: int = 120


@dataclass(frozen=True)
class Budget:
    """What a council sets: minutes, and how many families are discussed in depth at most."""

    check_in: int = next(step.minutes for step in STEPS if step.code == "check-in")
    in_depth: int = IN_DEPTH_MINUTES
    quick_round: int = next(step.minutes for step in STEPS if step.code == "quick-round")
    quick: int = 2
    quick_watched: int = 5
    most_in_depth: int = 3

    def minutes(self, family: Family, talk: Talk) -> int:
        """How long one thinks of for a family."""
        if talk is Talk.DEEP:
            return self.in_depth
        return self.quick_watched if family.standing.is_watched else self.quick


@dataclass(frozen=True)
class Item:
    """A family on the agenda, why in codes and in words, and whether somebody who covers presents it."""

    family: int
    talk: Talk
    why: tuple[Why, ...]
    words: tuple[str, ...]
    minutes: int
    due_on: date
    needs_cover: bool = False


@dataclass(frozen=True)
class Agenda:
    """What is proposed. `items` is what the group reads. The rest is for whoever supervises, and says what waits:

    `no_room` presses or asks for depth and found no place; `away` waits for somebody who works with them. `elsewhere`
    needs another session, without a word why; `for_manager` the same where it is the supervisor who must not know.
    """

    items: tuple[Item, ...] = ()
    no_room: tuple[Item, ...] = ()
    away: tuple[int, ...] = ()
    elsewhere: tuple[int, ...] = ()
    for_manager: tuple[int, ...] = ()

    @property
    def minutes(self) -> int:
        """Minutes of all items together, without checking in."""
        return sum(item.minutes for item in self.items)


def propose(
    families: Iterable[Family], sitting: Sitting, counting: Counting | None = None, budget: Budget | None = None
) -> Agenda:
    """The agenda of a session. Families kept from a reader change nothing in what the group reads.

    1. In depth: those with a reason for it, in the order of reasons; then who was longest not discussed in depth.
    2. Quick round: the rest of the time, those first whose day is first.
    3. If some would be late by the next session and do not fit, depth gives way, down to one family.
    """
    counting, budget = counting or Counting(), budget or Budget()
    everybody = sorted(families, key=lambda family: family.key)
    known = [family for family in everybody if not _is_kept(family, sitting)]
    mine = _Look(sitting, counting, budget)
    here = [family for family in known if not mine.waits_for_somebody(family)]
    deep = _in_depth(here, mine)
    quick = _in_the_quick_round([family for family in here if family not in deep], mine, len(deep))
    placed = {family.key for family in (*deep, *quick)}
    left = [each for each in here if each.key not in placed and (mine.presses(each) or mine.calls(each))]
    kept = [family for family in everybody if _is_kept(family, sitting) and mine.needs_a_session(family)]
    return Agenda(
        items=(*(mine.item(family, Talk.DEEP) for family in deep), *(mine.item(each, Talk.QUICK) for each in quick)),
        no_room=tuple(mine.item(each, Talk.DEEP) for each in sorted(left, key=mine.rank)),
        away=tuple(each.key for each in known if mine.waits_for_somebody(each)),
        elsewhere=tuple(each.key for each in kept if sitting.supervisor not in each.kept_from),
        for_manager=tuple(each.key for each in kept if sitting.supervisor in each.kept_from),
    )


@dataclass(frozen=True)
class _Look:
    """A session seen with a council's settings."""

    sitting: Sitting
    counting: Counting
    budget: Budget

    def due_on(self, family: Family) -> date:
        return family.since_on + self.counting.limit(family.standing)

    def presses(self, family: Family) -> bool:
        """Whether the next session would be too late."""
        return self.due_on(family) < self.sitting.next_on

    def why(self, family: Family) -> tuple[Why, ...]:
        """Every reason, the most pressing first; its turn only where there is no other."""
        holds = {
            Why.LATE: self.due_on(family) < self.sitting.held_on,
            Why.PROTECTION: family.standing is Standing.PROTECTION and self.presses(family),
            Why.COURT: family.standing is Standing.COURT and self.presses(family),
            Why.NEW_TO_CARE: family.is_new_to_care,
            Why.MISSING: family.missing_times >= TWICE,
            Why.DRIFT: family.drifts,
            Why.ASKED: family.is_asked_for,
            Why.NOT_ALONE: family.not_alone_times >= TWICE,
        }
        return tuple(why for why in Why if holds.get(why)) or (Why.TURN,)

    def calls(self, family: Family) -> bool:
        """Whether something asks for a discussion in depth: a reason, or a clock that nothing else begins anew."""
        only_depth = self.presses(family) and not self.is_helped_quickly(family)
        return only_depth or bool(_FOR_DEPTH & set(self.why(family)))

    def is_helped_quickly(self, family: Family) -> bool:
        """Whether a quick round is enough for its clock."""
        return self.counting.begins_anew(Talk.QUICK, family.standing)

    def rank(self, family: Family) -> tuple[int, date, date, int]:
        """The order of discussions in depth."""
        deep_on = family.last_on.get(Talk.DEEP, date.min)
        if not self.calls(family):
            return (len(Why), date.min, deep_on, family.key)
        only_depth = self.presses(family) and not self.is_helped_quickly(family)
        return (-1 if only_depth else _RANK[self.why(family)[0]], self.due_on(family), deep_on, family.key)

    def is_fresh(self, family: Family) -> bool:
        last = max((family.last_on.get(talk, date.min) for talk in (Talk.DEEP, Talk.QUICK)), default=date.min)
        return last > self.sitting.held_on - timedelta(days=FRESH_DAYS)

    def waits_for_somebody(self, family: Family) -> bool:
        """Whether those who work with them are away, and it can wait for them. Nobody yet works with some: no wait."""
        is_away = bool(family.present_by) and not family.present_by & self.sitting.people
        return is_away and not self.presses(family)

    def needs_a_session(self, family: Family) -> bool:
        """Whether it is time to plan another session: it would be late by the one after next, or something asks."""
        ahead = self.sitting.next_on + (self.sitting.next_on - self.sitting.held_on)
        return self.calls(family) or self.due_on(family) < ahead

    def item(self, family: Family, talk: Talk) -> Item:
        due_on, why = self.due_on(family), self.why(family)
        words = tuple(_words(family, each, due_on, self.sitting.held_on) for each in why)
        is_covered = not family.present_by & self.sitting.people
        return Item(family.key, talk, why, words, self.budget.minutes(family, talk), due_on, is_covered)


def _in_depth(here: Sequence[Family], look: _Look) -> list[Family]:
    budget = look.budget
    asked = sorted((each for each in here if look.calls(each) or not look.is_fresh(each)), key=look.rank)
    room = look.sitting.minutes - budget.check_in
    slots = max(min((room - budget.quick_round) // budget.in_depth, budget.most_in_depth), 0)
    needs_depth = [each for each in asked if look.presses(each) and not look.is_helped_quickly(each)]
    while slots > max(len(needs_depth), 1):
        others = [each for each in here if each not in asked[:slots] and look.presses(each)]
        if sum(budget.minutes(each, Talk.QUICK) for each in others) <= room - slots * budget.in_depth:
            break
        slots -= 1
    return asked[:slots]


def _in_the_quick_round(others: Sequence[Family], look: _Look, in_depth: int) -> list[Family]:
    """As many as there is time for, those first whose day is first; where it begins no clock, the longest unheard."""
    left = look.sitting.minutes - look.budget.check_in - in_depth * look.budget.in_depth

    def order(family: Family) -> tuple[bool, date, int]:
        if look.is_helped_quickly(family):
            return (False, look.due_on(family), family.key)
        return (True, max(family.last_on.values(), default=family.since_on), family.key)

    found = []
    for family in sorted(others, key=order):
        minutes = look.budget.minutes(family, Talk.QUICK)
        helps = look.presses(family) and look.is_helped_quickly(family)
        if minutes <= left and (helps or not look.is_fresh(family)):
            found.append(family)
            left -= minutes
    return found


def _is_kept(family: Family, sitting: Sitting) -> bool:
    """Restricted records take the same way: from outside the two look alike, and neither gives the other away."""
    return family.is_restricted or bool(family.kept_from & (sitting.people | sitting.readers | {sitting.supervisor}))


def _words(family: Family, why: Why, due_on: date, on: date) -> str:
    """A reason as the pod reads it: a fact and its day, and nobody to blame.

    Of a family that was never talked about no day is said: it would count from when the record was opened, perhaps
    years ago.
    """
    last = max(family.last_on.values(), default=None)
    weeks = in_weeks(max((on - last).days // 7, 0)) if last else ""
    heard = f"last talked about {weeks} ago"
    never = "not talked about yet"
    by = f": by {day_in_words(due_on)}" if last else "" if due_on < on else f": {never}"
    return {
        Why.LATE: f"Late since {day_in_words(due_on + timedelta(days=1))}; {heard}" if last else never.capitalize(),
        Why.PROTECTION: f"Child protection{by}",
        Why.COURT: f"Court or before court{by}",
        Why.NEW_TO_CARE: "New to care",
        Why.MISSING: f"Missing {family.missing_times} times",
        Why.DRIFT: "Something in the plan stands still",
        Why.ASKED: "Their worker asks for it",
        Why.NOT_ALONE: f"Not seen alone in {family.not_alone_times} visits running",
        Why.TURN: f"Their turn, by {day_in_words(due_on)}; {heard}" if last else f"Their turn; {never}",
    }[why]

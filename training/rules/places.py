"""Places on a course: who gets one, who waits, and in which order.

| rule | source |
|---|---|
| a session has so many places; who asks while one is free gets it, who asks later waits | the step's issue |
| asking twice is asking once | the step's issue: a button pressed twice |
| who waits moves up in the order in which they asked | our own design: people can count on it |
| first, whose required learning ends before that session, the earliest end first | our own design |
| nobody loses a place they have, even when there are fewer places than before | our own design |
| where a manager agrees first, an unanswered wish keeps its turn and takes no place | the step's issue: approval |
| a session that began, or was called off, gives out nothing | assumed here |

The decision is plain: whoever calls it holds a lock on the session, so that two at once come one after the other.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Stand(StrEnum):
    """Where a wish for a place stands."""

    PLACE = "place"
    WAITING = "waiting"
    TO_AGREE = "to-agree"
    """Waits for a manager's answer."""
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Refusal(StrEnum):
    """Why nobody can ask for a place. The value is what the page says."""

    BEGUN = "This session has begun."
    CALLED_OFF = "This session was called off."


@dataclass(frozen=True)
class Course:
    """One session of a course as its places see it."""

    places: int
    held_on: date
    needs_agreement: bool = False
    is_called_off: bool = False


@dataclass(frozen=True)
class Wish:
    """Somebody asked for a place. `ends_on`: the day on which required learning of theirs ends that this renews.

    `has_place`: they were given one before. `agreed` is a manager's answer, None while there is none.
    """

    person: int
    asked_at: datetime
    ends_on: date | None = None
    has_place: bool = False
    agreed: bool | None = None
    is_withdrawn: bool = False


@dataclass(frozen=True)
class Settled:
    """Who has a place, who waits in which order, who waits for a manager. `given` had none before."""

    has_place: tuple[int, ...]
    waiting: tuple[int, ...]
    to_agree: tuple[int, ...]
    given: tuple[int, ...]
    free: int

    def of(self, person: int) -> Stand | None:
        """Where somebody stands; None when they are not asking."""
        if person in self.has_place:
            return Stand.PLACE
        if person in self.waiting:
            return Stand.WAITING
        return Stand.TO_AGREE if person in self.to_agree else None

    def in_words(self, person: int) -> str:
        """What somebody is told: of their own place alone, and of nobody else's name."""
        stand = self.of(person)
        if stand is Stand.PLACE:
            return "You have a place."
        if stand is Stand.TO_AGREE:
            return "Your manager has not answered yet. Your turn is kept."
        if stand is Stand.WAITING:
            before = self.waiting.index(person)
            people = {0: "Nobody is", 1: "One person is"}.get(before, f"{before} people are")
            return f"You are on the waiting list. {people} before you."
        return "You have not asked for a place."


def refusal(course: Course, on: date) -> Refusal | None:
    """Why nobody can ask any more; None when they can."""
    if course.is_called_off:
        return Refusal.CALLED_OFF
    return Refusal.BEGUN if on >= course.held_on else None


def settle(course: Course, wishes: Iterable[Wish]) -> Settled:
    """Everybody's standing, from all wishes in any order. The same wishes always give the same answer.

    Of several wishes of one person the first that was not taken back counts, with the place they may have had.
    """
    asking = _one_each(wishes)
    has = [each for each in asking if each.has_place]
    line = sorted((each for each in asking if not each.has_place), key=lambda each: _turn(each, course))
    may = [each for each in line if each.agreed or not course.needs_agreement]
    free = 0 if course.is_called_off else max(course.places - len(has), 0)
    given, waiting = may[:free], may[free:]
    return Settled(
        has_place=tuple(each.person for each in (*sorted(has, key=lambda each: each.asked_at), *given)),
        waiting=tuple(each.person for each in waiting),
        to_agree=tuple(each.person for each in line if each not in may),
        given=tuple(each.person for each in given),
        free=free - len(given),
    )


def _one_each(wishes: Iterable[Wish]) -> list[Wish]:
    found: dict[int, Wish] = {}
    for each in sorted(wishes, key=_first):
        if not each.is_withdrawn and (each.agreed is not False or each.has_place):
            found.setdefault(each.person, each)
    return list(found.values())


def _first(each: Wish) -> tuple[bool, datetime, bool, date]:
    return (not each.has_place, each.asked_at, each.agreed is not True, each.ends_on or date.max)


def _turn(each: Wish, course: Course) -> tuple[bool, date, datetime, int]:
    presses = each.ends_on is not None and each.ends_on < course.held_on
    return (not presses, each.ends_on if presses and each.ends_on else date.max, each.asked_at, each.person)


def line_of(course: Course, wishes: Sequence[Wish]) -> tuple[Wish, ...]:
    """The waiting list with its wishes, in order: for whoever looks after the course."""
    own = {each.person: each for each in _one_each(wishes)}
    return tuple(own[person] for person in settle(course, wishes).waiting)

"""How it went: asked after 3, 6 and 12 months, where the children are then, and when words cannot wait.

| rule | source |
|---|---|
| asked after 3, 6 and 12 months | issue of the step; PR8 [S45][S50] |
| one asking a family in eight weeks, none where reaching somebody is not known to be safe | issue; REFERENCE 4.7 |
| nobody is asked whom the plan did not ask: those who were there, and the children in their own way | DESIGN |
| status against status at referral, days in care, kinship care, proceedings | REFERENCE 6.5 |
| control and coping at the beginning, the end and after six months; satisfaction | REFERENCE 6.5 |
| a danger in free text reaches duty the same day | issue of the step |

Limits of the list of words, to be said wherever it is edited: it reads English only, and no irony, no spelling it does
not know, no picture; it marks words that mean no harm, and misses harm told in other words. So it only moves an answer
to the front: every answer is read by a person within two working days, whatever the list says.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from camden.rules.dates import months_after
from camden.rules.workdays import Calendar
from cases.rules.feedback import speaks_of_danger
from cases.rules.ladder import Status
from conferences.rules.steps import Timing

MONTHS: dict[Timing, int] = {Timing.ASK_THREE: 3, Timing.ASK_SIX: 6, Timing.ASK_TWELVE: 12}
OPEN_FOR = timedelta(days=28)
"""How long after its day an asking may still go out: later, the next one comes soon enough."""
BETWEEN = timedelta(weeks=8)
READ_WITHIN = 2
"""Working days in which a person reads every answer."""


@dataclass(frozen=True)
class Met:
    """A conference that was held: of which family, on which day, and what was asked about it already."""

    conference: int
    family: int
    held_on: date
    asked: frozenset[Timing] = frozenset()
    is_over: bool = False
    """The family asked not to be asked, or a child died: nobody is asked any more."""


@dataclass(frozen=True)
class Reader:
    """Somebody who was there. `is_safe` says of the way to reach them: safe, not safe, or None where nobody asked.

    `is_child`: a child is asked by somebody who knows them, never by a link.
    """

    key: int
    conference: int
    is_safe: bool | None = None
    is_child: bool = False
    came: bool = True
    wants_none: bool = False


@dataclass(frozen=True)
class Asking:
    """Somebody to be sent a link: whom, about which conference and which of the three times."""

    reader: int
    conference: int
    timing: Timing


def due(met: Met, *, on: date) -> Timing | None:
    """Which of the three times it is now, the latest of them; None while it is none, or when it was asked."""
    for timing, months in sorted(MONTHS.items(), key=lambda each: -each[1]):
        day = months_after(met.held_on, months)
        if day <= on <= day + OPEN_FOR:
            return None if timing in met.asked or met.is_over else timing
    return None


def asked_now(held_on: date | None, *, on: date) -> Timing | str:
    """Which asking an answer of this day belongs to: "start" before the meeting, "end" after it, then the three times.

    An answer that comes up to four weeks before its day counts for it: a coordinator asks when they meet somebody.
    """
    if held_on is None or on < held_on:
        return "start"
    for timing, months in sorted(MONTHS.items(), key=lambda each: -each[1]):
        if on >= months_after(held_on, months) - OPEN_FOR:
            return timing
    return "end"


def to_ask(
    conferences: Iterable[Met], readers: Iterable[Reader], last_asked: Mapping[int, date], *, on: date
) -> tuple[Asking, ...]:
    """Who is sent a link today: one person a family in eight weeks, and only where reaching them is known to be safe.

    `last_asked` is the last day each family was asked anything by us, other feedback included. Of several conferences
    of a family the latest is asked about. Among the people, whoever comes first in the order given: the caller takes
    turns. The same day asked twice gives the same answer, and nothing the second time once it is noted.
    """
    people = [each for each in readers if may_be_asked(each)]
    found: list[Asking] = []
    families: set[int] = set()
    for met in sorted(conferences, key=lambda each: (each.held_on, each.conference), reverse=True):
        timing = due(met, on=on)
        last = last_asked.get(met.family)
        if timing is None or met.family in families or (last is not None and on < last + BETWEEN):
            continue
        reader = next((each for each in people if each.conference == met.conference), None)
        if reader is not None:
            families.add(met.family)
            found.append(Asking(reader.key, met.conference, timing))
    return tuple(found)


def may_be_asked(reader: Reader) -> bool:
    """Whether somebody may be sent a link: known to be safe, grown up, was there, wants to be asked."""
    return reader.is_safe is True and not reader.is_child and reader.came and not reader.wants_none


@dataclass(frozen=True)
class Word:
    """A word the council added to the list, or took off it. `is_whole`: not as the beginning of longer words."""

    words: str
    is_off: bool = False
    is_whole: bool = False


def speaks_of(text: str, edited: Iterable[Word] = ()) -> bool:
    """Whether words of a family may speak of a danger: by the house's list, and by what a council added to it.

    A word that a council took off is left out of the text before the list is asked. English and what was added only.

    >>> speaks_of("He said he will kill me"), speaks_of("We are fine"), speaks_of("Estoy con miedo", [Word("miedo")])
    (True, False, True)
    >>> speaks_of("We cut the cake with a knife", [Word("knife", is_off=True)])
    False
    """
    known = list(edited)
    low = text.casefold().replace("’", "'")
    for word in known:
        if word.is_off and word.words.strip():
            low = re.sub(_pattern(word.words, is_whole=True), " … ", low)
    added = [word for word in known if not word.is_off and word.words.strip()]
    return speaks_of_danger(low) or any(re.search(_pattern(word.words, is_whole=word.is_whole), low) for word in added)


def _pattern(words: str, *, is_whole: bool) -> str:
    body = r"\s+".join(re.escape(part) for part in words.casefold().replace("’", "'").split())
    return rf"(?<!\w){body}" + (r"(?!\w)" if is_whole else "")


@dataclass(frozen=True)
class Route:
    """Who reads an answer, and by when: duty today, or the coordinator within two working days."""

    is_duty: bool
    by: date


def route(text: str, *, received_on: date, calendar: Calendar, edited: Iterable[Word] = ()) -> Route:
    """Where an answer goes. A danger goes to duty on the day it comes, on Sundays too: whoever is on duty then."""
    if speaks_of(text, edited):
        return Route(True, received_on)
    return Route(False, calendar.add(received_on, READ_WITHIN))


# How formal help is, for "more" and "less"; what is no step on that way counts as the nearest one beneath.
_RUNG: dict[Status, int] = {
    Status.UNKNOWN: 0,
    Status.CLOSED: 0,
    Status.HELP: 1,
    Status.REFERRED: 1,
    Status.ASSESSED: 1,
    Status.NEED: 2,
    Status.ENQUIRY: 2,
    Status.PROTECTION: 3,
    Status.LOOKED_AFTER: 4,
}


@dataclass(frozen=True)
class Spell:
    """A time in care: from one day to another, None while it lasts. `with_kin`: with somebody of the family network."""

    began_on: date
    ended_on: date | None = None
    with_kin: bool = False


def days_in_care(spells: Iterable[Spell], *, since: date, until: date) -> int:
    """Nights in care from one day up to another: each night once, though spells may overlap by mistake.

    >>> days_in_care([Spell(date(2026, 1, 1), date(2026, 1, 11))], since=date(2026, 1, 1), until=date(2026, 2, 1))
    10
    """
    nights: set[int] = set()
    for spell in spells:
        first, last = max(spell.began_on, since), min(spell.ended_on or until, until)
        nights |= set(range(first.toordinal(), last.toordinal()))
    return len(nights)


@dataclass(frozen=True)
class Child:
    """A child at referral and at one of the three times."""

    at_referral: Status
    now: Status
    spells: Sequence[Spell] = ()
    proceedings_on: date | None = None
    in_care_at_referral: bool = False


@dataclass(frozen=True)
class Outcome:
    """What became of a child, from the day of the referral to the day asked about. None where it cannot be said."""

    steps: int | None
    """Below nought: less formal help than at referral."""
    came_into_care: bool | None
    """None for a child who was in care at referral."""
    came_home: bool | None
    """None for a child who was not."""
    days_in_care: int
    days_with_kin: int
    proceedings: bool

    @property
    def words(self) -> str:
        """Less, the same or more formal help; for a page that lists children, never for a family's paper."""
        if self.steps is None:
            return "Not known"
        return "Less formal help" if self.steps < 0 else "More formal help" if self.steps else "The same help"


def outcome(child: Child, *, referred_on: date, on: date) -> Outcome:
    """A child's outcome. A child who died has no steps: nobody is counted as having "stepped down" so."""
    steps = None if Status.DIED in (child.at_referral, child.now) else _RUNG[child.now] - _RUNG[child.at_referral]
    began = any(referred_on <= spell.began_on <= on for spell in child.spells)
    is_in_care = any(spell.began_on <= on and (spell.ended_on is None or spell.ended_on > on) for spell in child.spells)
    was = child.in_care_at_referral
    kin = [spell for spell in child.spells if spell.with_kin]
    return Outcome(
        steps=steps,
        came_into_care=None if was else began,
        came_home=not is_in_care if was else None,
        days_in_care=days_in_care(child.spells, since=referred_on, until=on),
        days_with_kin=days_in_care(kin, since=referred_on, until=on),
        proceedings=child.proceedings_on is not None and referred_on <= child.proceedings_on <= on,
    )


ASKS: tuple[tuple[str, str], ...] = (
    ("control", "I have a say in what happens with my family."),
    ("coping", "We can cope with what is hard."),
    ("happy", "I am happy with what came of the meeting."),
    ("safer", "The children are safer, or things are better for them."),
)
"""One agrees with each from 1 (not at all) to 10 (fully), or leaves it open (REFERENCE 6.5; DESIGN)."""
SCALE = range(1, 11)


def changed(before: int | None, now: int | None) -> int | None:
    """How much an answer changed; None when one of the two was left open. Raises ValueError off the scale."""
    for points in (before, now):
        if points is not None and points not in SCALE:
            raise ValueError("An answer is from 1 to 10.")
    return None if before is None or now is None else now - before

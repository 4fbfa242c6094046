"""What is on the record of a family of the demo besides visits: plain values, everybody by their given name.

Days count as in `telling`: `days_ago` backwards from the day it is shown on, `in_days` forwards.
"""

from dataclasses import dataclass

from cases.models import Visit


@dataclass(frozen=True)
class Talked:
    """A call, message, conversation, note, direct work or observation: `kind` is a code of NOTE_KIND.

    `people` of the family were spoken with; `said` is who said what; `heads` whose words go to the head of their page.
    `agreed` is (what, due in so many days, promised to whom).
    """

    days_ago: int
    worker: str
    kind: str
    words: str
    people: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    title: str = ""
    tool: str = ""
    interpreting: str = ""
    meaning: str = ""
    learned: str = ""
    changed: str = ""
    said: tuple[tuple[str, str], ...] = ()
    heads: tuple[str, ...] = ()
    agreed: tuple[tuple[str, int, str], ...] = ()
    kept_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class Aim:
    """What should be different, for a child or, without one, for the family; over when `ended` says how long ago."""

    days_ago: int
    worker: str
    words: str
    who: str = ""
    ended: int | None = None
    why: str = ""


@dataclass(frozen=True)
class Held:
    """Words somebody said to a worker that are not to be shared with some of their family, or with the family."""

    days_ago: int
    who: str
    words: str
    worker: str
    kept_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class Differs:
    """How somebody sees the latest entry of a kind differently, in their words."""

    days_ago: int
    who: str
    kind: str
    words: str
    worker: str


@dataclass(frozen=True)
class Agrees:
    """Somebody agreed to something: `purpose` and `how` are codes of CONSENT_FOR and CONSENT_HOW."""

    days_ago: int
    who: str
    purpose: str
    how: str
    words: str
    worker: str
    taken_back: int | None = None
    taken_back_words: str = ""


@dataclass(frozen=True)
class Event:
    """One entry of the chronology, what it means, and what it meant for each child."""

    days_ago: int
    what: str
    worker: str
    impact: dict[str, str]
    analysis: str = ""
    source: str = ""
    precision: str = "day"


@dataclass(frozen=True)
class Going:
    """A visit somebody means to make, at a home or elsewhere."""

    in_days: int
    hour: tuple[int, int]
    worker: str
    kind: str = Visit.Kind.HOME
    purpose: str = "see"
    home: str = ""
    companion: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Missed:
    """An unsuccessful visit: `why` is a code of VISIT_MISSED."""

    days_ago: int
    worker: str
    why: str
    who: tuple[str, ...]
    again: int | None = None
    """Booked again for the visit that was made so many days ago."""


@dataclass(frozen=True)
class Later:
    """A visit of the last working day that is still to be written up: for each child how they were seen, and why."""

    worker: str
    kind: str
    children: dict[str, tuple[str, str]]
    people: tuple[str, ...] = ()
    interpreting: str = ""


@dataclass(frozen=True)
class Answered:
    """What somebody told us about how we did; without `who` nobody knows of whom it is. From 1 to 10 for each item."""

    days_ago: int
    after: str
    points: tuple[int, int, int, int, int]
    words: str
    who: str = ""
    worker: str = ""
    reply: str = ""
    replied: int | None = None


@dataclass(frozen=True)
class Record:
    """All of it. Nothing, where nothing of it happened."""

    talked: tuple[Talked, ...] = ()
    aims: tuple[Aim, ...] = ()
    held: tuple[Held, ...] = ()
    differs: tuple[Differs, ...] = ()
    agrees: tuple[Agrees, ...] = ()
    events: tuple[Event, ...] = ()
    missed: tuple[Missed, ...] = ()
    later: tuple[Later, ...] = ()
    going: tuple[Going, ...] = ()
    answered: tuple[Answered, ...] = ()

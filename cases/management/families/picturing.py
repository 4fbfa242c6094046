"""The shapes in which the genogram of a family of the demo is told.

Everybody by their given name; a view is that of somebody of the family, or of a colleague by their full name.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Relative:
    """Somebody of whom a year is known, or less: `died` is a year, or "?" where only that they died is known."""

    given: str
    family: str
    sex: str
    born: str = ""
    died: str = ""
    expected_in: int | None = None


@dataclass(frozen=True)
class Pair:
    """`one` is `kind` of each of `others`; a couple with how they are together, and since and until about when."""

    one: str
    kind: str
    others: tuple[str, ...]
    couple: str = ""
    couple_ended: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True)
class Between:
    """What is between two, in somebody's view."""

    one: str
    other: str
    kind: str
    view: str
    words: str = ""
    days_ago: int = 20


@dataclass(frozen=True)
class Lost:
    """A pregnancy that was lost."""

    mother: str
    other: str
    kind: str
    about: str


@dataclass(frozen=True)
class Seen:
    """What somebody around one of them is to them: the kind of the tie, how strong, and in whose view."""

    who: str
    around: str
    strength: str
    flow: str
    view: str


@dataclass(frozen=True)
class Noted:
    """Where somebody comes from, in their words; without words they would rather not say."""

    who: str
    kind: str
    words: str = ""
    about: str = ""


@dataclass(frozen=True)
class Health:
    """What fills half of a symbol."""

    who: str
    kind: str
    words: str
    start: str = ""


@dataclass(frozen=True)
class Moved:
    """Somebody lived in a home until some days ago."""

    who: str
    home: str
    until: int
    since: int | None = None


@dataclass(frozen=True)
class Kept:
    """The genogram as it was some days ago, or with a home the ecomap of it, kept before a meeting."""

    title: str
    days_ago: int
    home: str = ""


@dataclass(frozen=True)
class Picture:
    """A family, as it told us who belongs to it."""

    relatives: tuple[Relative, ...] = ()
    pairs: tuple[Pair, ...] = ()
    between: tuple[Between, ...] = ()
    lost: tuple[Lost, ...] = ()
    seen: tuple[Seen, ...] = ()
    culture: tuple[Noted, ...] = ()
    health: tuple[Health, ...] = ()
    moved: tuple[Moved, ...] = ()
    kept: tuple[Kept, ...] = ()

"""What one must know before one meets a family of the demo: plain values, everybody by their given name."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Says:
    """One part of *Before you meet them*; `told_by` whose words they are; `kept_from` who must not read it."""

    kind: str
    words: str
    writer: str
    days_ago: int
    told_by: str = ""
    kept_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reach:
    """A way to reach somebody. `safe` is None while nobody asked."""

    who: str
    by: str
    value: str
    safe: bool | None
    remark: str = ""
    kept_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class Around:
    """Somebody or something around one of them."""

    who: str
    kind: str
    organisation: str = ""
    name: str = ""
    phone: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Talks:
    """How to talk with somebody."""

    who: str
    interpreter: str = ""
    communication: str = ""


@dataclass(frozen=True)
class Headed:
    """Words a child's worker chose for the head of their page, heard in the visit of that many days ago."""

    who: str
    words: str
    worker: str
    days_ago: int


@dataclass(frozen=True)
class Met:
    """Who besides the children was there in the visit of that many days ago."""

    who: str
    days_ago: int


@dataclass(frozen=True)
class Before:
    """All of it. Nothing, where nobody wrote it down yet."""

    says: tuple[Says, ...] = ()
    reaches: tuple[Reach, ...] = ()
    around: tuple[Around, ...] = ()
    talks: tuple[Talks, ...] = ()
    headed: tuple[Headed, ...] = ()
    met: tuple[Met, ...] = ()

"""What a paper holds, whatever it is printed as."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Heading:
    """A heading within the paper: `level` 1 beneath the title, 2 beneath that."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Words:
    """A paragraph; its line breaks stay. `is_quote`: somebody's own words."""

    text: str
    is_quote: bool = False


@dataclass(frozen=True)
class Table:
    """Rows beneath a head. `widths` are parts of the page's width. The head is said again on every page."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]


@dataclass(frozen=True)
class Paper:
    """A whole paper. `foot` stands on every page, beside its number. `size` is that of every word of it, in points."""

    title: str
    subtitle: str = ""
    foot: str = ""
    blocks: Sequence[Heading | Words | Table] = field(default_factory=tuple)
    size: float = 10.5

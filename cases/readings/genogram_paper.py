"""A genogram or ecomap as a paper: the picture across a page, and the same in tables behind it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from camden.papers.paper import Block, Heading, Paper, Picture, Table, Words
from camden.papers.pdf import as_pdf, as_png
from cases.rules.genogram.family import Family
from cases.rules.genogram.telling import PersonRow, RelationRow, summary_of, title_of

FOR_STAFF = "For people who work here. The family has a version of its own."
FOR_FAMILY = "The family’s version"
_FIRST = {"pregnancy": "due", "miscarriage": "lost", "termination": "ended"}
NAMES = 11.0
"""Pixels of a name in a drawing (cases.rules.genogram.positions.FONT)."""
READABLE = 8.0
"""Points under which names are hard to read on paper."""


class Drawn(Protocol):
    """A picture from the record, one that was kept, or a copy as it was given."""

    @property
    def svg(self) -> str: ...
    @property
    def people(self) -> Sequence[PersonRow]: ...
    @property
    def relations(self) -> Sequence[RelationRow]: ...
    @property
    def family(self) -> Family: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


def tables(people: Sequence[PersonRow], relations: Sequence[RelationRow]) -> list[Block]:
    """Everything the picture says, in words."""
    if not people:
        return relation_tables(relations)
    rows = [[row.name, row.relation or "–", _days(row), ", ".join(row.homes) or "–", _more(row)] for row in people]
    head = ["Name", "To the child", "Born and died", "Lives", "More"]
    return [Heading("People"), Table(head, rows, [4, 4, 5, 3, 4]), *relation_tables(relations)]


def relation_tables(relations: Iterable[RelationRow]) -> list[Block]:
    """Who is what to whom."""
    rows = [[row.one, row.what, row.other] for row in relations]
    if not rows:
        return []
    return [
        Heading("How they are related, and what is around them"),
        Table(["Who", "What", "With whom"], rows, [4, 5, 4]),
    ]


def is_small(size: tuple[float, float], sheet: str = "a4") -> bool:
    """Whether the names of a drawing would be hard to read on this sheet."""
    return NAMES * Picture("", "", *size).scale(sheet) < READABLE


def _across(title: str, picture: Picture, blocks: Sequence[Block], whose: str, on: date, sheet: str) -> Paper:
    return Paper(
        title=title,
        foot=f"{whose} · {title}. Confidential.",
        blocks=[picture, *(blocks or [Words("Nothing is written down yet.")])],
        size=9.5,
        sheet=sheet,
        is_across=True,
        dated=on,
    )


def _days(row: PersonRow) -> str:
    first = next((_FIRST[note] for note in row.notes if note in _FIRST), "born")
    said = [f"{first} {row.born}" if row.born else "", f"died {row.died}" if row.died else ""]
    return ", ".join(part for part in said if part) or "Not known"


def _more(row: PersonRow) -> str:
    gender = "another gender" if row.gender == "other" else row.gender
    return ", ".join(part for part in (gender, row.age and _age(row), *row.notes) if part) or "–"


def _age(row: PersonRow) -> str:
    return f"{row.age} old" if "month" in row.age else f"aged {row.age}"


def whose_version(name: str, *, is_more: bool = False) -> str:
    """The foot of a family's version: of one person, or of all; with what was chosen for one showing."""
    whose = f"The version for {name}" if name else FOR_FAMILY
    return f"{whose}, with what was chosen for this once" if is_more else whose


def file_of(picture: Drawn, kind: str, whose: str, sheet: str) -> bytes:
    """A picture as svg, png or pdf: the same picture gives the same bytes."""
    if kind == "svg":
        return str(picture.svg).encode()
    if kind == "png":
        return as_png(Picture(str(picture.svg), "", picture.width, picture.height))
    return as_pdf(paper_of(picture, whose, sheet))


def blocks_of(picture: Drawn) -> list[Block]:
    """The picture and its tables, as a part of another paper."""
    return [_picture(picture), *tables(picture.people, picture.relations)]


def paper_of(picture: Drawn, whose: str, sheet: str) -> Paper:
    """A picture, from the record or as it was kept, as a paper."""
    blocks = tables(picture.people, picture.relations)
    return _across(_title(picture), _picture(picture), blocks, whose, picture.family.on, sheet)


def _picture(picture: Drawn) -> Picture:
    title = _title(picture)
    said = (
        summary_of(picture.family) if picture.family.persons else "The tables beside the picture say the same in words."
    )
    return Picture(str(picture.svg), f"{title}. {said}", picture.width, picture.height)


def _title(picture: Drawn) -> str:
    return getattr(picture, "title", "") or title_of(picture.family)

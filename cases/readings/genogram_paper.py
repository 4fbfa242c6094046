"""A genogram or ecomap as a paper: the picture across a page, and the same in tables behind it."""

from collections.abc import Iterable, Sequence
from datetime import date

from camden.papers.paper import Block, Heading, Paper, Picture, Table, Words
from camden.rules.names import day_in_words
from cases.rules.genogram.family import Family
from cases.rules.genogram.telling import PersonRow, RelationRow, summary_of, title_of

FOR_STAFF = "For people who work here. The family has a version of its own."
FOR_FAMILY = "The family’s version"
_FIRST = {"pregnancy": "due", "miscarriage": "lost", "termination": "ended"}
NAMES = 11.0
"""Pixels of a name in a drawing (cases.rules.genogram.positions.FONT)."""
READABLE = 8.0
"""Points under which names are hard to read on paper."""


def genogram_paper(
    *,
    family: Family,
    svg: str,
    size: tuple[float, float],
    people: Sequence[PersonRow],
    relations: Sequence[RelationRow],
    whose: str,
    sheet: str = "a4",
) -> Paper:
    """The picture of a family (`size` in pixels) with its tables. `whose` says in the foot for whom it is."""
    picture = Picture(svg, alt_of(family), *size)
    return _across(title_of(family), picture, tables(people, relations), whose, family.on, sheet)


def ecomap_paper(
    *, title: str, svg: str, size: tuple[float, float], rows: Sequence[RelationRow], whose: str, on: date,
    sheet: str = "a4",
) -> Paper:  # fmt: skip
    """The picture of what is around a home, with its table."""
    said = (
        " ".join(f"{row.one}: {row.what} {row.other}." for row in rows) or "Nothing is written down around this home."
    )
    picture = Picture(svg, f"{title}. {said}", *size)
    return _across(title, picture, relation_tables(rows), whose, on, sheet)


def alt_of(family: Family) -> str:
    """What a screen reader says of the picture."""
    return f"{title_of(family)}. {summary_of(family)}"


def tables(people: Sequence[PersonRow], relations: Sequence[RelationRow]) -> list[Block]:
    """Everything the picture says, in words."""
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


def as_it_is(on: date) -> str:
    """As it is on 3 November 2026."""
    return f"As it is on {day_in_words(on)}"

"""The eight measures of continuity as rows of a file: small numbers are hidden in it, because a file is sent on."""

from collections.abc import Iterator

from camden.overview.asking import Asked
from camden.overview.worth import HIDDEN
from cases.measures.continuity import Children
from cases.readings.continuity import Line, figures, sums
from conferences.rules.suppressing import FEWEST, is_few

HEAD = ("Measure", "Of", "On", "Figure", "What it is made of", "Published elsewhere", "What is counted", "Source")


def continuity_rows(children: Children, asked: Asked) -> list[tuple[str, ...]]:
    """A head and a row for each measure, as the page has them. No query."""
    return [HEAD, *_rows(children, asked)]


def _rows(children: Children, asked: Asked) -> Iterator[tuple[str, ...]]:
    counted = sums(children, asked.on)
    for line in figures(children, asked.on).lines:
        said = (HIDDEN, HIDDEN) if _is_few(line.measure.code, *counted[line.measure.code]) else _said(line)
        about = (line.beside, line.measure.sentence, line.measure.source)
        yield (line.measure.title, asked.whose, asked.on.isoformat(), *said, *about)


def _said(line: Line) -> tuple[str, str]:
    return line.figure.value, " ".join((line.figure.words, *line.figure.more))


def _is_few(code: str, count: int, of: int) -> bool:
    """Whether it would point at a child. Of changes, and of an average, it is their own number that counts."""
    if code == "c3":
        return 0 < count < FEWEST
    return 0 < of < FEWEST if code == "c8" else bool(of) and is_few(count, of)

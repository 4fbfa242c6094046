"""A paper as a PDF: tagged, so that a screen reader reads it in order, with its headings and tables."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from camden.papers.paper import EDGE, FOOT, Paper, Picture

# What people typed reaches the layout as data, never as markup of it.
_LAYOUT = Path(__file__).with_name("layout.typ")


class NoLetters(ValueError):
    """A paper is in a script for which there are no letters."""


def as_pdf(paper: Paper) -> bytes:
    """The paper on A4.

    It keeps the standard for accessible PDF (PDF/UA-1) wherever the machine has letters for every script in it; a name
    in a script without any is worth more on paper with a gap than no paper.
    """
    try:
        return as_tagged_pdf(paper)
    except NoLetters:
        return typst.compile(_layout(), sys_inputs=_input(paper), format="pdf", font_paths=_fonts())  # type: ignore[no-any-return]


def as_tagged_pdf(paper: Paper) -> bytes:
    """The paper on A4 in the standard for accessible PDF, or not at all.

    Raises NoLetters for a script that no font of ours, or of this machine, has letters for.
    """
    told = _input(paper)
    try:
        return typst.compile(  # type: ignore[no-any-return]
            _layout(), sys_inputs=told, format="pdf", pdf_standards=["ua-1"], font_paths=_fonts()
        )
    except typst.TypstError as error:
        raise NoLetters("There are no letters here for this script.") from error


def pages_of(paper: Paper) -> int:
    """How many pages of A4 the paper takes."""
    drawn: Any = typst.compile(_layout(), sys_inputs=_input(paper), format="svg", font_paths=_fonts())
    return len(drawn) if isinstance(drawn, list) else 1


def as_picture(paper: Paper, dots: float = 1.0) -> bytes:
    """The first page of the paper as a PNG, with so many dots to a point: to look at it."""
    drawn: Any = typst.compile(_layout(), sys_inputs=_input(paper), format="png", font_paths=_fonts(), ppi=72 * dots)
    return drawn[0] if isinstance(drawn, list) else drawn  # type: ignore[no-any-return]


def as_png(picture: Picture, dots: float = 2.0) -> bytes:
    """A picture alone, with so many dots for each of its pixels: the same picture gives the same bytes."""
    told = {"svg": picture.svg, "wide": str(picture.width), "high": str(picture.height)}
    return typst.compile(_ALONE, sys_inputs=told, format="png", ppi=72 * dots)  # type: ignore[no-any-return]


_ALONE = b"""#set page(width: float(sys.inputs.wide) * 1pt, height: float(sys.inputs.high) * 1pt, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)"""


def _input(paper: Paper) -> dict[str, str]:
    return {"paper": json.dumps(_told(paper), ensure_ascii=False)}


def _told(paper: Paper) -> dict[str, object]:
    """As data for the layout: of a picture also how wide it is in print, in points."""
    blocks = []
    for block in paper.blocks:
        told = {"kind": type(block).__name__, **asdict(block)}
        if isinstance(block, Picture):
            told["printed"] = block.width * block.scale(paper.sheet)
        blocks.append(told)
    day = paper.dated
    return {
        "title": paper.title, "subtitle": paper.subtitle, "foot": paper.foot, "size": paper.size, "blocks": blocks,
        "sheet": paper.sheet, "across": paper.is_across, "dated": [day.year, day.month, day.day] if day else None,
        "lang": paper.lang, "rtl": paper.is_right_to_left, "titled": paper.is_titled,
        "edge": EDGE, "under": FOOT,
    }  # fmt: skip


@cache
def _layout() -> bytes:
    return _LAYOUT.read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Those of the machine, and ours: the same Arabic and Bengali letters wherever a paper is made."""
    return typst.Fonts(font_paths=[_LAYOUT.parent / "fonts"])

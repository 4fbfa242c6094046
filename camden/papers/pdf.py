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


def as_pdf(paper: Paper) -> bytes:
    """The paper on A4.

    It keeps the standard for accessible PDF (PDF/UA-1) wherever the machine has letters for every script in it; a name
    in a script without any is worth more on paper with a gap than no paper.
    """
    told = {"paper": json.dumps(_told(paper), ensure_ascii=False)}
    try:
        return typst.compile(_layout(), sys_inputs=told, format="pdf", pdf_standards=["ua-1"])  # type: ignore[no-any-return]
    except typst.TypstError:
        return typst.compile(_layout(), sys_inputs=told, format="pdf")  # type: ignore[no-any-return]


def pages_of(paper: Paper) -> int:
    """How many pages of A4 the paper takes."""
    told = {"paper": json.dumps(_told(paper), ensure_ascii=False)}
    drawn: Any = typst.compile(_layout(), sys_inputs=told, format="svg")
    return len(drawn) if isinstance(drawn, list) else 1


def as_png(picture: Picture, dots: float = 2.0) -> bytes:
    """A picture alone, with so many dots for each of its pixels: the same picture gives the same bytes."""
    told = {"svg": picture.svg, "wide": str(picture.width), "high": str(picture.height)}
    return typst.compile(_ALONE, sys_inputs=told, format="png", ppi=72 * dots)  # type: ignore[no-any-return]


_ALONE = b"""#set page(width: float(sys.inputs.wide) * 1pt, height: float(sys.inputs.high) * 1pt, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)"""


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
        "edge": EDGE, "under": FOOT,
    }  # fmt: skip


@cache
def _layout() -> bytes:
    return _LAYOUT.read_bytes()

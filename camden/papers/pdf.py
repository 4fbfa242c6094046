"""A paper as a PDF: tagged, so that a screen reader reads it in order, with its headings and tables."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import typst

from camden.papers.paper import Paper

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


def _told(paper: Paper) -> dict[str, object]:
    blocks = [{"kind": type(block).__name__, **asdict(block)} for block in paper.blocks]
    return {"title": paper.title, "subtitle": paper.subtitle, "foot": paper.foot, "size": paper.size, "blocks": blocks}


@cache
def _layout() -> bytes:
    return _LAYOUT.read_bytes()

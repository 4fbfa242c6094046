"""A genogram on paper: tagged, described, the same in tables behind it, readable, and the same file every time."""

import re
import time
import zlib
from typing import Any

import pytest
from django.utils.safestring import SafeString

from camden.papers.paper import Picture, Table
from camden.papers.pdf import as_pdf
from cases.readings.genogram_paper import FOR_FAMILY, NAMES, READABLE, file_of, is_small, paper_of
from cases.readings.snapshots import Shown
from cases.rules.genogram.drawing import draw
from cases.rules.genogram.telling import people_rows, relation_rows, title_of
from tests.cases.rules.genogram.conftest import NAMES as SAMPLES
from tests.cases.rules.genogram.conftest import facts, sample
from tests.cases.rules.genogram.inventing import invented


def drawn(family: Any) -> Shown:
    made = draw(family)
    tables = tuple(people_rows(family)), tuple(relation_rows(family))
    return Shown(title_of(family), SafeString(made.svg), *tables, family, made.order, made.width, made.height)


def inside(pdf: bytes) -> bytes:
    """The file with its compressed streams opened."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, flags=re.DOTALL)
    opened = []
    for stream in streams:
        try:
            opened.append(zlib.decompress(stream.strip(b"\r\n")))
        except zlib.error:
            continue
    return pdf + b"".join(opened)


@pytest.fixture(scope="module")
def halves() -> Shown:
    return drawn(facts(sample("1_half_siblings")))


def test_the_paper_is_tagged_and_says_what_the_picture_says(halves: Shown) -> None:
    """A figure with an alternative, and tables with heads, in the standard for accessible PDF."""
    told = inside(as_pdf(paper_of(halves, FOR_FAMILY, "a4")))
    assert b"/S/Figure" in told and b"/S/Table" in told and b"/S/TH" in told and b"pdfuaid:part" in told
    alternative = paper_of(halves, FOR_FAMILY, "a4").blocks[0]
    assert isinstance(alternative, Picture)
    assert alternative.alt.startswith("Genogram of Kayla Pike") and "14 people; 1 pregnancy" in alternative.alt


def test_everybody_in_the_picture_is_in_a_table_and_so_is_every_relationship(halves: Shown) -> None:
    tables = [block for block in paper_of(halves, FOR_FAMILY, "a4").blocks if isinstance(block, Table)]
    assert [len(table.rows) for table in tables] == [len(halves.people), len(halves.relations)]


@pytest.mark.parametrize("kind", ["pdf", "png", "svg"])
def test_the_same_facts_are_the_same_file_another_time(halves: Shown, kind: str) -> None:
    first = file_of(halves, kind, FOR_FAMILY, "a3")
    time.sleep(1.1)  # a file that held its hour would be another
    assert file_of(halves, kind, FOR_FAMILY, "a3") == first


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_are_readable_on_a4(name: str) -> None:
    picture = drawn(facts(sample(name)))
    assert not is_small((picture.width, picture.height))


def test_35_people_are_readable_on_a4_and_larger_on_a3() -> None:
    """The largest of the invented families; and it takes a moment, no more, so it is made while one waits."""
    family = next(each for seed in range(400) if len((each := facts(invented(seed, most=42))).persons) >= 34)
    picture = drawn(family)
    page = Picture("", "", picture.width, picture.height)
    assert NAMES * page.scale("a4") >= READABLE
    assert page.scale("a3") > page.scale("a4") * 1.2


def test_a_picture_for_one_of_them_says_whose_it_is(halves: Shown) -> None:
    assert paper_of(halves, "The version for Kayla", "a4").foot.startswith(
        "The version for Kayla · Genogram of Kayla Pike"
    )

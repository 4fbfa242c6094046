"""What was written as the family reads it: in one size, for who reads it, and nothing that is kept from them."""

import re
import zlib
from datetime import date
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from docx import Document
from docx.shared import Pt

from camden.papers.pdf import as_pdf
from camden.papers.word import as_word
from cases.models import (
    FamilySays,
    HouseholdMembership,
    LocalSection,
    Member,
    PartSource,
    Quote,
    SharedView,
    Sharing,
    Writing,
)
from cases.readings.writing_paper import (
    BODY,
    BODY_CHILD,
    Version,
    as_body,
    from_body,
    text_of,
    version_of,
    writing_paper,
)
from tests.factories.cases import HouseholdFactory
from tests.factories.record_voice import parent_of
from tests.factories.writing import assessment_of, paper_of, part_of

DAY = date(2026, 11, 3)
OURS, THEIRS = "Anisa cares for Zayd at night.", "She likes to help, she is not his mother."


@pytest.fixture
def written(cast: SimpleNamespace) -> SimpleNamespace:
    cast.shirin, cast.jamal = parent_of(cast.children, "Shirin"), parent_of(cast.children, "Jamal", "father")
    cast.writing = paper_of(assessment_of(cast.case, cast.children, cast.amara))
    cast.risk = part_of(cast.writing, "risk", OURS, cast.amara)
    cast.says = FamilySays.objects.create(
        case=cast.case, part=cast.risk, member=cast.shirin, words=THEIRS, said_on=DAY, heard_by=cast.amara
    )
    SharedView.objects.create(
        case=cast.case, writing=cast.writing, stand="differ", about="Nights", our_words=OURS, their_words=THEIRS,
        member=cast.jamal, said_on=DAY, recorded_by=cast.amara,
    )  # fmt: skip
    return cast


def read_by(written: SimpleNamespace, reader: Member | None, **more: Any) -> Version:
    return version_of(written.writing, reader=reader, on=DAY, **more)


def sizes(pdf: bytes) -> set[float]:
    """The sizes of all letters of a PDF, in points."""
    streams = [zlib.decompress(found) for found in _streams(pdf)]
    return {round(float(size), 1) for stream in streams for size in re.findall(rb"/\w+ ([\d.]+) Tf", stream)}


def _streams(pdf: bytes) -> list[bytes]:
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S)
    return [one for one in found if one[:1] == b"\x78"]


@pytest.mark.parametrize(("layout", "size"), [("adult", BODY), ("child", BODY_CHILD)])
def test_our_words_and_theirs_are_printed_in_one_size(written: SimpleNamespace, layout: str, size: float) -> None:
    """Title, two headings, the foot; and one size for every word of ours and of theirs."""
    paper = writing_paper(read_by(written, written.shirin, layout=layout))
    assert paper.size == size
    assert sizes(as_pdf(paper)) <= {18, size + 3.5, size + 1.5, size, 8.5} and size in sizes(as_pdf(paper))
    document = Document(BytesIO(as_word(paper)))
    assert document.styles["Normal"].font.size == Pt(size)
    cells = {cell.text: cell for table in document.tables for row in table.rows for cell in row.cells}
    ours = next(cell for text, cell in cells.items() if OURS in text)
    theirs = next(cell for text, cell in cells.items() if THEIRS in text)
    assert ours.width == theirs.width
    for cell in (ours, theirs):
        for paragraph in cell.paragraphs:
            assert paragraph.style.name == "Normal" and all(run.font.size is None for run in paragraph.runs)


def test_a_difference_is_printed_in_two_equal_columns(written: SimpleNamespace) -> None:
    paper = writing_paper(read_by(written, written.jamal))
    tables = [block for block in paper.blocks if getattr(block, "head", None) == ["What we see", "What Jamal sees"]]
    assert [table.rows for table in tables] == [[[OURS, THEIRS]]]
    assert tables[0].widths == [1, 1]


def test_a_child_reads_their_own_part_and_what_is_shared(written: SimpleNamespace) -> None:
    anisa, imran, _ = written.children
    part_of(written.writing, "day", "She gets up first. CAMHS was asked.", written.amara, anisa)
    part_of(written.writing, "day", "He plays football.", written.amara, imran)
    hers = read_by(written, anisa)
    assert hers.is_for_child and hers.about == "Anisa"
    assert [section.title for section in hers.sections] == ["What daily life is like for Anisa", "What could happen"]
    assert "football" not in text_of(hers)
    assert ("CAMHS", "child and adolescent mental health services") in hers.explained
    assert "football" in text_of(read_by(written, None))


def test_a_parent_of_one_child_reads_nothing_of_the_others(written: SimpleNamespace) -> None:
    anisa, imran, _ = written.children
    part_of(written.writing, "day", "She gets up first.", written.amara, anisa)
    part_of(written.writing, "day", "He plays football.", written.amara, imran)
    noel = parent_of([imran], "Noel", "father")
    assert "gets up first" not in text_of(read_by(written, noel)) and "football" in text_of(read_by(written, noel))
    home = HouseholdFactory(case=written.case, name="Grandmother’s", people=[anisa])
    farida = parent_of([imran], "Farida", "aunt")
    HouseholdMembership.objects.create(case=written.case, household=home, member=farida)
    assert "gets up first" in text_of(read_by(written, farida)) and "football" not in text_of(read_by(written, farida))


def test_what_is_kept_from_somebody_is_in_no_version_of_theirs(written: SimpleNamespace) -> None:
    anisa, jamal = written.children[0], written.jamal
    kept = {"kept_from": [jamal.pk]}
    quote = Quote.objects.create(
        case=written.case, speaker=anisa, words="Canary: dad hits the wall", said_on=DAY, **kept
    )
    part_of(written.writing, "works", "Canary in a part.", written.amara, **kept)
    part_of(written.writing, "history", "She told us: canary, dad hits the wall!", written.amara)
    FamilySays.objects.create(case=written.case, part=written.risk, member=anisa, words="A canary beside it.",
                              said_on=DAY, heard_by=written.amara, **kept)  # fmt: skip
    # Taken over before it was marked, so that its own row knows nothing of the mark.
    FamilySays.objects.create(case=written.case, part=written.risk, member=anisa, words=quote.words, quote=quote,
                              said_on=DAY, heard_by=written.amara)  # fmt: skip
    PartSource.objects.create(case=written.case, part=written.risk, kind="quote", subject_id=quote.pk,
                              words=quote.words, source="Anisa", taken_by=written.amara, taken_on=DAY)  # fmt: skip
    SharedView.objects.create(case=written.case, writing=written.writing, stand="differ", about="Canary",
                              our_words="x", their_words="y", said_by="Shirin", said_on=DAY,
                              recorded_by=written.amara, **kept)  # fmt: skip
    for reader in (jamal, None):
        version = read_by(written, reader)
        assert "canary" not in text_of(version).lower(), reader
        assert version.withheld == ("What came before",)
        assert "canary" not in str(as_body(version)).lower()
    assert text_of(read_by(written, written.shirin)).lower().count("canary") == 6


def test_somebodys_answer_is_on_their_own_paper_and_no_other(written: SimpleNamespace) -> None:
    Sharing.objects.create(
        case=written.case, writing=written.writing, member=written.shirin, how="together", shared_on=DAY,
        shared_by=written.amara, answered_on=DAY, remarks="We are tired.", changed="We wrote that down.",
    )  # fmt: skip
    assert read_by(written, written.shirin).answered[0].changed == "We wrote that down."
    for reader in (written.jamal, None, written.children[0]):
        assert "We are tired." not in text_of(read_by(written, reader))


def test_a_frozen_copy_reads_as_it_was(written: SimpleNamespace) -> None:
    version = read_by(written, written.shirin)
    assert from_body(as_body(version)) == version
    assert writing_paper(from_body(as_body(version))) == writing_paper(version)


def test_what_was_written_in_a_section_that_is_no_longer_asked_is_still_printed(written: SimpleNamespace) -> None:
    LocalSection.objects.create(
        paper="assessment", code="risk", title="What could happen", for_each="family", position=1,
        retired_on=DAY, edited_at="2026-11-03T09:00:00Z",
    )  # fmt: skip
    assert OURS in text_of(read_by(written, None))


def test_an_empty_paper_says_so(cast: SimpleNamespace) -> None:
    writing = Writing.objects.create(case=cast.case, paper="plan", begun_on=DAY)
    version = version_of(writing, reader=None, on=DAY)
    assert version.is_empty and "Nothing is written yet." in str(writing_paper(version).blocks)

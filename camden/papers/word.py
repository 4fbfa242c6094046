"""A paper as a Word document, to go on writing."""

from io import BytesIO

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm, Pt

from camden.papers.paper import SHEETS, Heading, Paper, Picture, Points, Table, Words
from camden.papers.pdf import as_png

_WIDTH = 170  # millimetres between the margins of A4


def as_word(paper: Paper) -> bytes:
    """The paper as .docx: real headings and a table whose head is repeated, so that it can be read and changed."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.footer.paragraphs[0].text = paper.foot
    document.styles["Normal"].font.size = Pt(paper.size)
    document.core_properties.title, document.core_properties.author = paper.title, ""
    document.add_heading(paper.title, level=0)
    if paper.subtitle:
        document.add_paragraph(paper.subtitle)
    for block in paper.blocks:
        if isinstance(block, Heading):
            document.add_heading(block.text, level=block.level)
        elif isinstance(block, Words):
            document.add_paragraph(block.text, style="Quote" if block.is_quote else None)
        elif isinstance(block, Points):
            for point in block.points:
                document.add_paragraph(point, style="List Bullet")
        elif isinstance(block, Picture):
            _draw(document, block)
        else:
            _add(document, block)
    into = BytesIO()
    document.save(into)
    return into.getvalue()


def _draw(document: "Document", block: Picture) -> None:  # type: ignore[valid-type]
    """A picture on a page of its own that lies across, with what a screen reader says of it."""
    low, wide = SHEETS["a4"]
    across = document.add_section(WD_SECTION.NEW_PAGE)
    across.orientation, across.page_width, across.page_height = WD_ORIENT.LANDSCAPE, Mm(wide), Mm(low)
    across.left_margin = across.right_margin = across.top_margin = across.bottom_margin = Mm(12)
    scale = min(Mm(wide - 30) / block.width, Mm(low - 40) / block.height, Pt(1))
    drawn = document.add_picture(BytesIO(as_png(block)), width=int(block.width * scale))  # type: ignore[attr-defined]
    drawn._inline.docPr.set("descr", block.alt)
    after = document.add_section(WD_SECTION.NEW_PAGE)  # type: ignore[attr-defined]
    after.orientation, after.page_width, after.page_height = WD_ORIENT.PORTRAIT, Mm(low), Mm(wide)
    after.left_margin = after.right_margin = after.top_margin = after.bottom_margin = Mm(20)


def _add(document: "Document", block: Table) -> None:  # type: ignore[valid-type]
    parts = sum(block.widths)
    table = document.add_table(rows=0, cols=len(block.head), style="Table Grid")  # type: ignore[attr-defined]
    for number, said in enumerate([block.head, *block.rows]):
        row = table.add_row()
        for cell, words, width in zip(row.cells, said, block.widths, strict=True):
            cell.width = Mm(_WIDTH * width / parts)
            cell.text = words
            if not number:
                cell.paragraphs[0].runs[0].bold = True
    first = table.rows[0]._tr.get_or_add_trPr()
    first.append(first.makeelement("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tblHeader", {}))

"""An Excel workbook as rows of cells: its first sheet with anything in it, values only, and never more than a sheet is.

A workbook is a packed file that somebody sent: what unpacks to far more than it is, holds macros or speaks of entities
is refused before anything reads it. Formulas are not worked out; what Excel last made of them is what counts.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from openpyxl import load_workbook

from training.rules.attendance import COLUMNS, MOST_ROWS

PACKED = b"PK\x03\x04"
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
MOST_PARTS = 400
MOST_UNPACKED = 40_000_000  # bytes, all parts together: 20,000 rows are a tenth of it
MOST_COLUMNS = len(COLUMNS) + 20
MOST_SHEETS = 20
_PIECE = 1 << 16

NOT_EXCEL = (
    "This is not an Excel workbook. In your spreadsheet choose “Save as”, then “Excel workbook (.xlsx)” or “CSV”."
)
BROKEN = "This workbook is broken or not whole. Open it in your spreadsheet, save it anew and choose it once more."
MACROS = "This workbook has macros in it. In your spreadsheet choose “Save as”, then “Excel workbook (.xlsx)”."
TOO_MUCH = "This workbook holds far more than an attendance sheet. Copy the rows into a new one and save that."
IS_OLD = "This is an older Excel file, or one with a password. Save it as “Excel workbook (.xlsx)” without one."
UNDONE = "Row {row} has a formula that Excel has not worked out. Open the workbook, save it, and choose it once more."


class NotAWorkbook(Exception):
    """The file is no workbook that can be read: in words, what to do."""


def workbook_rows(content: bytes) -> list[list[object]]:
    """Rows of cells of an .xlsx file: text, numbers, days, or nothing. Raises NotAWorkbook."""
    if content.startswith(OLD_OR_LOCKED):
        raise NotAWorkbook(IS_OLD)
    _look_through(content)
    try:
        # Whatever is wrong inside, the library says so in its own many ways: all of them mean that it is broken.
        return _read(content)
    except NotAWorkbook:
        raise
    except Exception as error:
        raise NotAWorkbook(BROKEN) from error


def _look_through(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            names = {part.filename.lower() for part in parts}
            if "xl/workbook.xml" not in names:
                raise NotAWorkbook(NOT_EXCEL)
            if any("vbaproject" in name or "macrosheets" in name or "activex" in name for name in names):
                raise NotAWorkbook(MACROS)
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise NotAWorkbook(TOO_MUCH)
            if len(names) != len(parts):
                raise NotAWorkbook(BROKEN)
            _unpack(packed, parts)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise NotAWorkbook(BROKEN) from error


def _unpack(packed: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """Every part once, in pieces: a part may say that it is small and not be, and an entity multiplies what is read."""
    left = MOST_UNPACKED
    for part in parts:
        before = b""
        with packed.open(part) as inside:
            while piece := inside.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    raise NotAWorkbook(TOO_MUCH)
                seen = (before + piece).replace(b"\x00", b"").lower()
                if b"<!doctype" in seen or b"<!entity" in seen or b"macroenabled" in seen:
                    raise NotAWorkbook(MACROS if b"macroenabled" in seen else BROKEN)
                before = piece[-24:]


def _read(content: bytes) -> list[list[object]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in islice(book.worksheets, MOST_SHEETS):
            rows = [[_plain(cell) for cell in row] for row in _cells(sheet)]
            while rows and all(cell is None for cell in rows[-1]):
                rows.pop()
            if rows:
                _refuse_undone(content, sheet.title, rows)
                return rows
        return []
    finally:
        book.close()


def _cells(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """As many rows as a sheet may have and one more, so that whoever reads them can say that there are too many."""
    return islice(sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True), MOST_ROWS + 2)


def _refuse_undone(content: bytes, title: str, rows: list[list[object]]) -> None:
    """A formula nobody worked out reads as nothing, and would pass as an empty cell."""
    book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    try:
        for number, (row, raw) in enumerate(zip(rows, _cells(book[title]), strict=False), start=1):
            if any(said is None and _is_formula(cell) for said, cell in zip(row, raw, strict=False)):
                raise NotAWorkbook(UNDONE.format(row=number))
    finally:
        book.close()


def _is_formula(cell: object) -> bool:
    return isinstance(cell, str) and cell.startswith("=")


def _plain(cell: object) -> object:
    """A cell as the rows of a CSV file have it: a day without its midnight, a time as 3:30, text as it is."""
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time.min else cell
    if isinstance(cell, time):
        return f"{cell.hour}:{cell.minute:02}"
    if isinstance(cell, timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(cell, str | int | float | date) or cell is None:
        return cell if cell != "" else None
    return str(cell)

"""Rows as a file: CSV, or a sheet for a spreadsheet. Numbers are numbers, and no cell is ever a formula."""

import csv
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

Rows = Sequence[Sequence[str | int | float]]
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60  # characters of a column


def as_csv(rows: Rows, title: str) -> bytes:
    """Comma-separated, with a mark in front by which spreadsheets know the letters."""
    text = StringIO(newline="")
    csv.writer(text).writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_workbook(rows: Rows, title: str) -> bytes:
    """One sheet: its head stands still, and columns are as wide as what is in them."""
    book = Workbook()
    sheet = book.active
    sheet.title = "".join(letter for letter in title if letter not in r"\/*?:[]")[:31] or "Team"
    for row in rows:
        sheet.append([_plain(cell) for cell in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "B2"
    for place, column in enumerate(zip(*rows, strict=False), start=1):
        widest = max(len(str(cell)) for cell in column)
        sheet.column_dimensions[get_column_letter(place)].width = min(widest, _WIDEST) + 2
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _plain(cell: str | int | float) -> str | int | float:
    """A cell as it is; text that a spreadsheet would take for a formula has an apostrophe in front."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_BEGINS_A_FORMULA) else cell


SHEETS: Mapping[str, tuple[str, Callable[[Rows, str], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_workbook),
}

"""An attendance sheet: its bytes as rows, whether CSV or Excel, and what its rows are read against."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from camden.models import User
from training.models import Booking, CourseSession
from training.readings.workbooks import OLD_OR_LOCKED, PACKED, NotAWorkbook, workbook_rows
from training.rules.attendance import DryRun, Key, Known, Said, dry_run


class NotASheet(Exception):
    """The file is no text with rows: in words, what to do."""


def rows_of(content: bytes) -> Sequence[Sequence[object]]:
    """Rows of cells of a workbook, or of text with commas, semicolons or tabs between them. Raises NotASheet."""
    if content.startswith((PACKED, OLD_OR_LOCKED)):
        try:
            return workbook_rows(content)
        except NotAWorkbook as error:
            raise NotASheet(str(error)) from error
    if b"\x00" in content:
        raise NotASheet(
            "This is neither a CSV file nor an Excel workbook. Save it as one of the two in your spreadsheet."
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    between = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=between))
    except csv.Error as error:
        raise NotASheet("We cannot read this file as rows. Save it as CSV again and choose it once more.") from error


def read_sheet(content: bytes, on: date) -> DryRun:
    """What a sheet would do, written nowhere. Three queries, whatever its length. Raises NotASheet."""
    return dry_run(rows_of(content), known(), on)


def known() -> Known:
    """People by e-mail, dates by the course's code, and what the register says."""
    people = User.objects.filter(is_active=True, is_system=False).values_list("email", "pk")
    sessions = CourseSession.objects.filter(called_off_on=None).values_list("course__code", "held_on", "pk")
    said = Booking.objects.filter(came__isnull=False).values_list("person", "session", "came", "minutes")
    return Known(
        people={email.lower(): key for email, key in people},
        sessions={(code.lower(), day): key for code, day, key in sessions},
        registered={Key(person, session): Said(came, minutes) for person, session, came, minutes in said},
    )

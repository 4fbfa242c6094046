"""An attendance sheet from Excel is read as its CSV would be; what is dangerous or broken is refused in plain words."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import Workbook

from camden.models import User
from tests.factories.training_floor import CourseFactory, CourseSessionFactory
from tests.training.test_sheets import look, write
from training.models import AttendanceImport, Booking, Certificate, Learning
from training.readings import workbooks
from training.readings.sheets import rows_of
from training.readings.workbooks import NotAWorkbook, workbook_rows

HEAD = ["E-mail", "Course", "Date", "Attended", "Hours"]
DAY = datetime(2026, 11, 2)


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Any) -> None:
    settings.DATA = tmp_path
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "incoming"


@pytest.fixture
def session(learners: SimpleNamespace) -> Any:
    return CourseSessionFactory(course=CourseFactory(code="intro"), held_on=date(2026, 11, 2))


def saved(*rows: list[Any], **more: Any) -> bytes:
    """A workbook with these rows on its only sheet, as its bytes."""
    book = Workbook(**more)
    sheet = book.active or book.create_sheet()
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The same with other parts: names have two underscores for a stroke and one for a full stop."""
    file = io.BytesIO()
    more = {name.replace("__", "/").replace("_", "."): part for name, part in parts.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in more:
                new.writestr(name, old.read(name))
        for name, part in more.items():
            new.writestr(name, part)
    return file.getvalue()


def test_five_thousand_rows_with_two_hundred_bad_land_once_from_excel_too(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    User.objects.bulk_create(User(name=f"P {n}", email=f"p{n}@example.org", password="!") for n in range(4800))
    good = [[f"p{n}@example.org", "intro", DAY, "yes", n % 6 + 1] for n in range(4800)]
    bad = [[f"nobody{n}@example.org", "intro", DAY, "yes", 3] for n in range(100)]
    bad += [[f"p{n}@example.org", "intro", "31/2/2026", "perhaps", 3] for n in range(100)]
    sheet = saved(HEAD, *good, *bad)
    lead = browser_for(learners.imogen)
    page = look(lead, sheet, "sheet.xlsx")
    assert "4,800 new, 200 to look at, 0 there already" in page
    assert not Booking.objects.exists(), "looking writes nothing"
    done = write(lead, page)
    assert "4,800 new rows are in the register" in done
    assert "Nobody here has this e-mail." in done
    for _ in range(2):
        for model in (Booking, Learning, Certificate):
            assert model.objects.count() == 4800
        kept = AttendanceImport.objects.get()
        assert (kept.good, kept.bad, len(kept.problems), kept.file_name) == (4800, 200, 200, "sheet.xlsx")
        assert "0 new, 200 to look at, 4,800 there already" in look(lead, sheet, "sheet.xlsx")
        assert "Everything usable in this sheet was there already" in write(lead, page)


def test_the_same_rows_from_excel_and_from_csv_say_the_same(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    lead = browser_for(learners.imogen)
    write(lead, look(lead, saved(HEAD, ["amara@example.org", "intro", DAY, True, time(3, 30)]), "a.xlsx"))
    assert Booking.objects.get().minutes == 210
    csv = "E-mail,Course,Date,Attended,Hours\namara@example.org,intro,2/11/2026,yes,3:30\n"
    assert "0 new, 0 to look at, 1 there already" in look(lead, csv)


def test_cells_come_as_people_meant_them() -> None:
    said = [DAY, datetime(2026, 11, 2, 9, 30), time(3, 5), timedelta(hours=26, minutes=15), 3, 3.5, True, " x ", None]
    assert workbook_rows(saved([*said]))[0][:9] == [
        date(2026, 11, 2), datetime(2026, 11, 2, 9, 30), "3:05", "26:15", 3, 3.5, True, " x ", None,
    ]  # fmt: skip


def test_a_second_sheet_and_empty_rows_at_the_end_are_passed_over() -> None:
    book = Workbook()
    book.active.title = "Cover"
    rows = book.create_sheet("Rows")
    rows.append(HEAD)
    rows.append(["a", "b", "c", "d", "e"])
    rows.cell(row=900, column=1).value = ""
    book.create_sheet("Notes").append(["not", "this"])
    file = io.BytesIO()
    book.save(file)
    assert [[cell for cell in row if cell] for row in workbook_rows(file.getvalue())] == [
        HEAD,
        ["a", "b", "c", "d", "e"],
    ]


def test_what_a_formula_made_counts_and_one_that_made_nothing_is_told() -> None:
    plain = saved(HEAD, ["a@example.org", "intro", DAY, '=UPPER("yes")', 3])
    with pytest.raises(NotAWorkbook, match="Row 2 has a formula that Excel has not worked out"):
        workbook_rows(plain)
    with zipfile.ZipFile(io.BytesIO(plain)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml")
    assert b"<f>UPPER" in sheet
    done = sheet.replace(b"<v />", b"<v>YES</v>").replace(b"<v></v>", b"<v>YES</v>").replace(b"<v/>", b"<v>YES</v>")
    done = done.replace(b'<c r="D2"><f>', b'<c r="D2" t="str"><f>')
    assert workbook_rows(repacked(plain, xl__worksheets__sheet1_xml=done))[1][3] == "YES"


def test_a_sheet_of_too_many_rows_is_told_to_come_in_parts(learners: SimpleNamespace, browser_for: Any) -> None:
    rows = rows_of(saved(HEAD, *[["a", "b", DAY, "yes", 1]] * 20_050))
    assert len(rows) == 20_002, "it stops reading there"
    page = look(browser_for(learners.imogen), saved(HEAD, *[["a"]] * 20_050), "long.xlsx")
    assert "The sheet has more than 20,000 rows. Send it in parts." in page


def bomb() -> bytes:
    return repacked(saved(HEAD), xl__worksheets__sheet1_xml=b"<worksheet>" + b" " * 50_000_000)


def lying_bomb() -> bytes:
    """Its table of contents says that the large part is small."""
    content = bomb()
    large = (50_000_011).to_bytes(4, "little")
    assert content.count(large) == 2
    return content.replace(large, (1000).to_bytes(4, "little"))


def laughs() -> bytes:
    many = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
    )
    return repacked(saved(HEAD), xl__worksheets__sheet1_xml=many + b"]><worksheet>&j;</worksheet>")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (lambda: b"PK\x03\x04" + b"x" * 200, "broken or not whole"),
        (lambda: saved(HEAD)[:-500], "broken or not whole"),
        (lambda: repacked(saved(HEAD), xl__worksheets__sheet1_xml=b"<worksheet><oh"), "broken or not whole"),
        (lambda: repacked(saved(HEAD), xl__workbook_xml=b""), "broken or not whole"),
        (laughs, "broken or not whole"),
        (lambda: repacked(saved(HEAD), xl__vbaProject_bin=b"x"), "has macros in it"),
        (
            lambda: repacked(saved(HEAD), **{"[Content_Types]_xml": b"application/vnd.ms-excel.sheet.macroEnabled"}),
            "has macros in it",
        ),
        (bomb, "far more than an attendance sheet"),
        (lying_bomb, "broken or not whole"),
        (lambda: b"\xd0\xcf\x11\xe0" + b"x" * 600, "an older Excel file, or one with a password"),
    ],
    ids=["no zip", "cut off", "half", "no book", "laughs", "macros", "called macros", "bomb", "liar", "old"],
)
def test_what_is_dangerous_or_broken_is_refused_in_plain_words(
    learners: SimpleNamespace, session: Any, browser_for: Any, content: Any, says: str
) -> None:
    page = look(browser_for(learners.imogen), content(), "sheet.xlsx")
    assert says in page
    assert "What it would do" not in page
    assert not Booking.objects.exists()


def test_a_word_document_is_no_workbook() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", "x")
    with pytest.raises(NotAWorkbook, match="This is not an Excel workbook"):
        workbook_rows(file.getvalue())


def test_no_workbook_unpacks_without_an_end(monkeypatch: Any) -> None:
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 1000)
    with pytest.raises(NotAWorkbook, match="far more"):
        workbook_rows(saved(HEAD))

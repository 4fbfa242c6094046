"""An attendance sheet is read first and written afterwards: the good rows once, the bad ones with their reasons."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from camden.models import User
from tests.factories.camden import MembershipFactory
from tests.factories.training_floor import CourseFactory, CourseSessionFactory
from training.models import AttendanceImport, Booking, Certificate, Learning

HEAD = "E-mail,Course,Date,Attended,Hours\n"


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Any) -> None:
    settings.DATA = tmp_path
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "incoming"


@pytest.fixture
def session(learners: SimpleNamespace) -> Any:
    return CourseSessionFactory(course=CourseFactory(code="intro"), held_on=date(2026, 11, 2))


def look(lead: Any, text: str | bytes, name: str = "sheet.csv") -> str:
    content = text if isinstance(text, bytes) else text.encode()
    return lead.post("/learning/sheets/new/", {"sheet": SimpleUploadedFile(name, content)}).content.decode()


def write(lead: Any, page: str) -> str:
    ticket = page.partition('name="ticket" value="')[2].partition('"')[0]
    return lead.post("/learning/sheets/", {"ticket": ticket}, follow=True).content.decode()


def test_five_thousand_rows_with_two_hundred_bad_land_once(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    User.objects.bulk_create(User(name=f"P {n}", email=f"p{n}@example.org", password="!") for n in range(4800))
    good = [f"p{n}@example.org,intro,2/11/2026,yes,{n % 6 + 1}" for n in range(4800)]
    bad = [f"nobody{n}@example.org,intro,2/11/2026,yes,3" for n in range(100)]
    bad += [f"p{n}@example.org,intro,31/2/2026,perhaps,3" for n in range(100)]
    sheet = HEAD + "\n".join([*good, *bad]) + "\n"
    lead = browser_for(learners.imogen)
    page = look(lead, sheet)
    assert "4,800 new, 200 to look at, 0 there already" in page
    assert not Booking.objects.exists(), "looking writes nothing"
    done = write(lead, page)
    assert "4,800 new rows are in the register" in done
    assert "Nobody here has this e-mail." in done
    for model in (Booking, Learning, Certificate):
        assert model.objects.count() == 4800
    kept = AttendanceImport.objects.get()
    assert (kept.good, kept.bad, len(kept.problems)) == (4800, 200, 200)
    again = look(lead, sheet)
    assert "0 new, 200 to look at, 4,800 there already" in again
    assert "Everything usable in this sheet was there already" in write(lead, page), "the same page sent again"
    for model in (Booking, Learning, Certificate):
        assert model.objects.count() == 4800
    assert AttendanceImport.objects.count() == 1


def test_a_sheet_that_is_none_is_told_in_words(learners: SimpleNamespace, session: Any, browser_for: Any) -> None:
    lead = browser_for(learners.imogen)
    assert "This workbook is broken or not whole." in look(lead, b"PK\x03\x04 an Excel file")
    assert "This is neither a CSV file nor an Excel workbook." in look(lead, b"a,b\x00,c")
    assert "There is no column “attended”." in look(lead, "email,course,date\na,b,c\n")
    assert "The file is empty" in look(lead, "") or "This file is empty." in look(lead, "")
    assert not Booking.objects.exists()


def test_semicolons_and_old_letters_are_read_too(learners: SimpleNamespace, session: Any, browser_for: Any) -> None:
    said = "email;course;date;attended;name\namara@example.org;INTRO;2.11.2026;Yes;Zoë\n".encode("cp1252")
    assert "1 new, 0 to look at" in look(browser_for(learners.imogen), said)


@pytest.mark.parametrize("who", ["amara", "bilal", "eve"])
def test_only_whoever_looks_after_learning_reads_in_sheets(
    learners: SimpleNamespace, session: Any, browser_for: Any, who: str
) -> None:
    lead = browser_for(learners.imogen)
    page = look(lead, HEAD + "amara@example.org,intro,2/11/2026,yes,3\n")
    write(lead, page)
    key = AttendanceImport.objects.get().pk
    other = browser_for(getattr(learners, who))
    assert other.get("/learning/sheets/new/").status_code == 403
    assert other.get(f"/learning/sheets/{key}/").status_code == 403
    ticket = page.partition('name="ticket" value="')[2].partition('"')[0]
    assert other.post("/learning/sheets/", {"ticket": ticket}).status_code == 403


def test_a_ticket_of_somebody_else_or_of_nobody_writes_nothing(
    learners: SimpleNamespace, session: Any, browser_for: Any
) -> None:
    page = look(browser_for(learners.imogen), HEAD + "amara@example.org,intro,2/11/2026,yes,3\n")
    other = browser_for(MembershipFactory(team=learners.service, role="training-lead").user)
    assert "This sheet is not here any more." in write(other, page)
    assert "This sheet is not here any more." in write(other, "")
    assert not Booking.objects.exists()

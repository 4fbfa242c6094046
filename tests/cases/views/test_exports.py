"""The chronology as a file: made by a job, as the person who asked, and for nobody else."""

from datetime import date
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from docx import Document

from camden.operations.files import read
from camden.papers.pdf import pages_of
from camden.principal import acting_as
from cases.models import Export, SignificantEvent, SignificantEventChild
from cases.operations.exports import waiting_exports
from cases.readings.chronology_paper import chronology_paper
from cases.rules.audience import FAMILY, STAFF


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


@pytest.fixture
def url(cast: SimpleNamespace) -> str:
    return f"/cases/{cast.case.pk}/chronology/files/"


def event(cast: SimpleNamespace, what: str, **more: Any) -> SignificantEvent:
    """Something that happened to Anisa."""
    written = {"written_by": cast.amara, "written_on": date(2026, 11, 3), "happened_on": date(2024, 3, 1)} | more
    made = SignificantEvent.objects.create(case=cast.case, what=what, **written)
    SignificantEventChild.objects.create(case=cast.case, event=made, child=cast.children[0], impact="She hid.")
    return made


def ask(amara: Any, url: str, **more: Any) -> Export:
    amara.post(f"{url}new/", {"layout": "word", "length": "whole", "reader": "staff", "child": "all"} | more)
    return Export.objects.latest("pk")


def made(export: Export) -> str:
    """The words of the file, after the job's process made it."""
    call_command("make_export", str(export.pk), "--for", str(export.asked_by_id))
    export.refresh_from_db()
    assert export.ready_at
    document = Document(BytesIO(read(export.sha256)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_whoever_asked_has_the_file_when_the_job_made_it(
    cast: SimpleNamespace, amara: Any, url: str, read: Any, browser_for: Any
) -> None:
    event(cast, "Anisa saw her father hit the wall.", analysis="She reads the room.", source="Shirin")
    export = ask(amara, url)
    page = amara.get(f"{url}{export.pk}/")
    assert page.headers["Refresh"] == "2" and "It is being made" in page.content.decode()
    assert amara.get(f"{url}{export.pk}/download/").status_code == 404
    words = made(export)
    for part in ("Anisa saw her father hit the wall.", "Anisa: She hid.", "She reads the room.", "1 March 2024"):
        assert part in words
    answer = amara.get(f"{url}{export.pk}/download/")
    assert answer.headers["Content-Disposition"].startswith("attachment") and "Rahman" not in str(answer.headers)
    assert len(answer.content) == export.size
    assert "Refresh" not in amara.get(f"{url}{export.pk}/").headers
    bilal = browser_for(cast.bilal)
    assert {bilal.get(f"{url}{export.pk}/{more}").status_code for more in ("", "download/")} == {404}


def test_what_is_not_to_be_shared_is_in_no_file_for_the_family(cast: SimpleNamespace, amara: Any, url: str) -> None:
    event(cast, "Dad said not to tell.", is_kept_from_family=True)
    event(cast, "Jamal must not know.", kept_from=[cast.children[1].pk])
    event(cast, "They moved.", analysis="We wonder whether it was flight.")
    for_us, for_them = made(ask(amara, url)), made(ask(amara, url, reader="family"))
    assert "Dad said not to tell." in for_us and "Jamal must not know." in for_us and "flight" in for_us
    assert "They moved." in for_them
    assert not any(words in for_them for words in ("Dad said", "Jamal must", "flight"))


def test_a_file_of_one_child_holds_nothing_of_the_others(cast: SimpleNamespace, amara: Any, url: str) -> None:
    event(cast, "Anisa changed school.")
    words = made(ask(amara, url, child=str(cast.children[1].pk)))
    assert "Anisa changed school." not in words and "Nothing is in the chronology yet." in words


def test_a_summary_has_two_pages_however_long_the_chronology(cast: SimpleNamespace) -> None:
    for number in range(120):
        event(
            cast,
            f"Number {number:03}: " + "a long sentence about what happened. " * 4,
            analysis="x" * (number % 3 == 0),
        )
    told: dict[str, Any] = {"child": None, "on": date(2026, 11, 3), "made_for": "Amara Obi"}
    with acting_as(cast.amara):
        short = chronology_paper(cast.case, audience=STAFF, is_summary=True, **told)
        whole = chronology_paper(cast.case, audience=FAMILY, is_summary=False, **told)
    assert pages_of(short) == 2
    assert pages_of(whole) > 4


def test_the_job_sees_what_the_person_sees_and_no_more(cast: SimpleNamespace, amara: Any, url: str) -> None:
    export = ask(amara, url)
    with pytest.raises(CommandError, match="no such export"):
        call_command("make_export", str(export.pk), "--for", str(cast.dan.pk))
    assert (export.pk, cast.amara.pk) in waiting_exports()
    made(export)
    assert waiting_exports() == []


@pytest.mark.parametrize("missing", ["layout", "reader", "length"])
def test_what_is_not_said_is_asked_for(amara: Any, url: str, read: Any, missing: str) -> None:
    sent = {"layout": "pdf", "length": "whole", "reader": "staff"} | {missing: ""}
    assert read(amara.post(f"{url}new/", sent)).errors[missing]
    assert not Export.objects.exists()

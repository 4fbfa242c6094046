"""Files of a record: the bytes before the row, with consent and marks; taken back; swept."""

from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError
from django.test import override_settings
from django.utils import timezone

from camden.operations.files import NotThere, keep, read
from camden.principal import acting_as
from cases.models import ChronologyEntry, Consent, Document
from cases.operations import documents
from cases.operations.documents import (
    DocumentStruckAlready,
    keep_document,
    keep_portrait,
    strike_document,
    sweep_unnamed,
)
from cases.readings.audience import shown_to
from cases.readings.documents import agreed_to, portraits
from cases.rules.audience import FAMILY, Marks
from cases.rules.uploads import PDF, Agreed, DocumentSaid, Taken, take_portrait
from cases.tasks import sweep_files
from tests.conftest import as_role
from tests.factories.camden import UserFactory
from tests.factories.record_files import jpeg
from tests.factories.record_notes import CaseNoteFactory, DocumentFactory

TODAY = date(2026, 11, 3)
LETTER = Taken(b"%PDF-1.4", PDF)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Any:
    with override_settings(DATA=tmp_path, FILE_UPLOAD_TEMP_DIR=tmp_path / "incoming"):
        yield tmp_path / "files"


def add(cast: SimpleNamespace, **more: Any) -> Document:
    """The letter that Amara adds today."""
    asked = {"said": DocumentSaid("letter", "Letter from the school"), "file": LETTER, **more}
    with as_role("camden_app"), acting_as(cast.amara):
        return keep_document(case=cast.case, by=cast.amara, on=TODAY, **asked)


def portrait(cast: SimpleNamespace, colour: str = "teal") -> Document:
    photo, agreed = take_portrait(jpeg(colour=colour)), Agreed(cast.children[0].pk, "spoken")
    with as_role("camden_app"), acting_as(cast.amara):
        return keep_portrait(child=cast.children[0], by=cast.amara, on=TODAY, file=photo, consent=agreed)


def test_a_file_is_kept_and_is_on_the_timeline_of_whose_it_is(cast: SimpleNamespace) -> None:
    document = add(cast, child=cast.children[0])
    assert read(document.sha256) == LETTER.content
    assert (document.size, document.content_type, document.added_by) == (8, PDF, cast.amara)
    entry = ChronologyEntry.objects.get()
    assert (entry.kind, entry.subject_id, list(entry.children.all())) == ("document", document.pk, cast.children[:1])
    assert entry.summary == "Amara Obi added: Letter from the school (letter)"


def test_bytes_are_on_the_disk_before_their_row_is_written(
    cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(content: bytes) -> str:
        raise OSError("the disk is full")

    monkeypatch.setattr(documents.files, "keep", full)
    with pytest.raises(OSError, match="full"):
        add(cast)
    assert not Document.objects.exists()


def test_a_file_of_a_note_is_about_its_children_and_is_kept_from_whom_it_is(cast: SimpleNamespace) -> None:
    note = CaseNoteFactory(case=cast.case, writer=cast.amara, children=cast.children[:2], kept_from=[7])
    document = add(cast, note=note, marks=Marks(True))
    assert (document.is_kept_from_family, document.kept_from, document.note) == (True, [7], note)
    entry = ChronologyEntry.objects.get()
    assert list(entry.children.order_by("pk")) == cast.children[:2]
    assert (entry.is_kept_from_family, entry.kept_from) == (True, [7])


def test_who_agreed_goes_into_the_register_once(cast: SimpleNamespace) -> None:
    first = add(cast, consent=Agreed(cast.children[0].pk, "spoken"))
    consent = Consent.objects.get()
    assert (consent.member, consent.purpose, consent.how, consent.given_on) == (
        cast.children[0], "artefact", "spoken", TODAY,
    )  # fmt: skip
    second = add(cast, consent=consent)
    assert first.consent == second.consent == Consent.objects.get()


def test_what_is_taken_back_marked_or_no_longer_agreed_to_is_shown_to_no_family(cast: SimpleNamespace) -> None:
    shown = add(cast)
    add(cast, marks=Marks(kept_from=(cast.children[0].pk,)))
    withdrawn = add(cast, consent=Agreed(cast.children[0].pk, "spoken"))
    Consent.objects.update(withdrawn_on=TODAY, withdrawn_to=cast.amara)
    ended = add(cast, consent=Agreed(cast.children[0].pk, "spoken"))
    Consent.objects.filter(pk=ended.consent_id).update(until_on=TODAY)
    struck = add(cast)
    with as_role("camden_app"), acting_as(cast.bilal):
        strike_document(document=struck, by=cast.bilal, on=TODAY, why="Another family’s.")
    theirs = shown_to(FAMILY, Document.objects.filter(case=cast.case))
    assert set(agreed_to(theirs, TODAY)) == {shown, ended}
    assert set(agreed_to(theirs, TODAY + timedelta(1))) == {shown}
    assert withdrawn not in agreed_to(theirs, TODAY)
    struck.refresh_from_db()
    assert (struck.struck_by, struck.struck_why) == (cast.bilal, "Another family’s.")
    assert read(struck.sha256)
    assert (
        ChronologyEntry.objects.order_by("pk").last().summary == "Taken back: Letter from the school. Another family’s."
    )
    with as_role("camden_app"), acting_as(cast.amara), pytest.raises(DocumentStruckAlready):
        strike_document(document=struck, by=cast.amara, on=TODAY, why="Again.")


def test_a_new_portrait_takes_the_place_of_the_one_before(cast: SimpleNamespace) -> None:
    first, second = portrait(cast), portrait(cast, "red")
    assert portraits(cast.case, TODAY) == {cast.children[0].pk: second.pk}
    first.refresh_from_db()
    assert first.struck_why == "There is a newer one."
    with pytest.raises(IntegrityError, match="one_portrait"), transaction.atomic():
        DocumentFactory(case=cast.case, added_by=cast.amara, portrait_of=cast.children[0])


def test_a_portrait_that_is_no_longer_agreed_to_stands_nowhere(cast: SimpleNamespace) -> None:
    portrait(cast)
    Consent.objects.update(withdrawn_on=TODAY, withdrawn_to=cast.amara)
    assert portraits(cast.case, TODAY) == {}


def test_the_nights_sweep_leaves_what_rows_name_taken_back_or_not(cast: SimpleNamespace) -> None:
    kept, struck = add(cast), add(cast, file=Taken(b"%PDF-1.5", PDF))
    with as_role("camden_app"), acting_as(cast.amara):
        strike_document(document=struck, by=cast.amara, on=TODAY, why="Wrong.")
    lost = keep(b"of an upload that was rolled back")
    system = UserFactory(is_system=True)
    with as_role("camden_worker"), acting_as(system):
        assert sweep_unnamed(at=timezone.now() + timedelta(days=2)) == 1
    assert read(kept.sha256) and read(struck.sha256)
    with pytest.raises(NotThere):
        read(lost)


def test_nobody_but_a_job_of_the_system_sweeps(cast: SimpleNamespace) -> None:
    """To somebody who sees less than all, files of others would look like files of nobody."""
    kept = add(cast)
    with pytest.raises(ProgrammingError), transaction.atomic(), as_role("camden_worker"), acting_as(cast.amara):
        sweep_unnamed(at=timezone.now() + timedelta(days=2))
    assert read(kept.sha256)


def test_the_job_of_the_night_sweeps(cast: SimpleNamespace) -> None:
    add(cast)
    UserFactory(is_system=True)
    with as_role("camden_worker"):
        sweep_files()
    assert read(Document.objects.get().sha256)

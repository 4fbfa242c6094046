"""Verbs about files of a record: keep one, keep a portrait, take one back, drop what nobody names."""

from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations import files
from cases.models import Case, CaseNote, ChronologyEntry, Consent, Document, Member, Visit
from cases.operations.chronology import note as on_the_timeline
from cases.operations.chronology import strike_entries
from cases.operations.notes import both
from cases.operations.refusing import Refusal
from cases.rules.audience import Marks
from cases.rules.recording import DOCUMENT_KIND
from cases.rules.uploads import Agreed, DocumentSaid, Taken

ARTEFACT = "artefact"  # of CONSENT_FOR


class DocumentStruckAlready(Refusal):
    """Somebody else has taken this file back already."""


@transaction.atomic
def keep_document(
    *,
    case: Case,
    by: User,
    on: date,
    said: DocumentSaid,
    file: Taken,
    child: Member | None = None,
    visit: Visit | None = None,
    note: CaseNote | None = None,
    consent: Consent | Agreed | None = None,
    marks: Marks = Marks(),  # noqa: B008 - frozen
) -> Document:
    """Keep a file that was looked through (`cases.rules.uploads.take`). Its bytes are on the disk before its row is.

    With a `note` or a `visit` it was made in, it is kept from whom that is kept from. `consent` is one that was given
    before, or one that is given now and goes into the register.
    """
    for whole in (note, visit):
        if whole is not None:
            marks = both(marks, Marks(whole.is_kept_from_family, tuple(whole.kept_from)))
    row = _keep(case, by, on, said, file, child=child, visit=visit, note=note, consent=consent, marks=marks)
    _tell(row, by, on, f"{by.name} added: {said.title} ({DOCUMENT_KIND[said.kind].lower()})", _children(row), marks)
    record(action="added a document", subject=row, case_id=case.pk)
    return row


@transaction.atomic
def keep_portrait(*, child: Member, by: User, on: date, file: Taken, consent: Consent | Agreed) -> Document:
    """Keep a photo that stands beside a child's name. The one before it is taken back, and stays to be read."""
    before = Document.objects.filter(portrait_of=child, struck_on=None).select_related("case").first()
    if before is not None:
        strike_document(document=before, by=by, on=on, why="There is a newer one.")
    said = DocumentSaid("photo", f"Photo of {child.first_name}", on)
    row = _keep(child.case, by, on, said, file, child=child, portrait_of=child, consent=consent, marks=Marks())
    _tell(row, by, on, f"{by.name} added a photo of {child.first_name}", [child], Marks())
    record(action="added a portrait", subject=row, case_id=child.case_id)
    return row


@transaction.atomic
def strike_document(*, document: Document, by: User, on: date, why: str) -> None:
    """Take back a file that should not be there. People who work here can still read it; nobody is shown it.

    Raises DocumentStruckAlready.
    """
    struck = {"struck_on": on, "struck_by": by, "struck_why": why, "version": F("version") + 1}
    if not Document.objects.filter(pk=document.pk, struck_on=None).update(**struck):
        raise DocumentStruckAlready("Somebody else has taken this back already.")
    strike_entries(case=document.case, kinds=[ChronologyEntry.Kind.DOCUMENT], subject_id=document.pk, on=on)
    marks = Marks(document.is_kept_from_family, tuple(document.kept_from))
    _tell(document, by, on, f"Taken back: {document.title}. {why}", _children(document), marks)
    record(action="took a document back", subject=document, case_id=document.case_id)


@transaction.atomic
def sweep_unnamed(*, at: datetime) -> int:
    """Drop files that no document or export names; gives how many. For jobs of the system."""
    return files.sweep(named=_named, at=at)


def _named(digests: list[str]) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("select files_named(%s)", [digests])
        return set(cursor.fetchone()[0])


def _keep(
    case: Case,
    by: User,
    on: date,
    said: DocumentSaid,
    file: Taken,
    *,
    consent: Consent | Agreed | None,
    marks: Marks,
    child: Member | None = None,
    visit: Visit | None = None,
    note: CaseNote | None = None,
    portrait_of: Member | None = None,
) -> Document:
    return Document.objects.create(
        case=case,
        kind=said.kind,
        title=said.title,
        sha256=files.keep(file.content),
        content_type=file.content_type,
        size=len(file.content),
        made_on=said.made_on,
        added_by=by,
        added_on=on,
        child=child,
        visit=visit,
        note=note,
        portrait_of=portrait_of,
        consent=_given(case, by, on, consent, said.title) if isinstance(consent, Agreed) else consent,
        is_kept_from_family=marks.is_kept_from_family,
        kept_from=list(marks.kept_from),
    )


def _given(case: Case, by: User, on: date, agreed: Agreed, title: str) -> Consent:
    """Into the one register."""
    consent = Consent.objects.create(
        case=case,
        member_id=agreed.member,
        purpose=ARTEFACT,
        words=agreed.words or title,
        how=agreed.how,
        given_on=on,
        recorded_by=by,
    )
    record(action="wrote down a consent", subject=consent, case_id=case.pk)
    return consent


def _children(document: Document) -> list[Member]:
    """Whose timelines it is on: the child's it is of, else of whom its note or visit is about."""
    if document.child is not None:
        return [document.child]
    whole = document.note or document.visit
    return list(whole.children.all()) if whole is not None else []


def _tell(document: Document, by: User, on: date, summary: str, children: list[Member], marks: Marks) -> None:
    on_the_timeline(
        case=document.case,
        on=on,
        kind=ChronologyEntry.Kind.DOCUMENT,
        summary=summary,
        children=children,
        subject_id=document.pk,
        by=by,
        marks=marks,
    )

"""Files of a record: the list, one of them, the portraits that stand beside names, consents that hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from camden.rules.moments import clock, day_here
from camden.rules.names import day_in_words
from cases.models import Case, Consent, Document, Member
from cases.readings.audience import shown_to
from cases.readings.notes import marked, said_by
from cases.rules.audience import FAMILY
from cases.rules.keyset import Mark, read_mark
from cases.rules.uploads import JPEG, type_in_words

PAGE = 20


@dataclass(frozen=True)
class DocumentLine:
    """One file in a list. `child` is whose it is, in words; empty when it is of the family."""

    pk: int
    title: str
    kind: str
    type: str
    day: str
    iso: str
    child: str
    is_struck: bool
    is_kept: bool
    """Whether it is not to be shared with somebody."""


@dataclass(frozen=True)
class DocumentPage:
    """One page of the list. `older` is the mark of the next, or empty on the last."""

    lines: tuple[DocumentLine, ...]
    older: str


@dataclass(frozen=True)
class DocumentReading:
    """One file and all that is said of it, in words; empty when there is nothing to say."""

    pk: int
    title: str
    kind: str
    type: str
    size: str
    made: str
    added: str
    added_by: str
    child: Member | None
    note: int | None
    visit: int | None
    is_picture: bool
    is_portrait: bool
    consent: str
    consent_ended: str
    kept_from: str
    struck: str
    struck_why: str


def documents(*, case: Case, child: Member | None = None, after: str = "") -> DocumentPage:
    """Files of the family, or of one child of it, newest first. One query. `after` is `older` of the page before."""
    found = Document.objects.filter(case=case)
    if child is not None:
        found = found.filter(Q(child=child) | Q(note__parts__child=child) | Q(visit__parts__child=child)).distinct()
    mark = read_mark(after)
    if mark:
        found = found.filter(Q(added_on__lt=mark.day) | Q(added_on=mark.day, pk__lt=mark.key))
    rows = list(found.select_related("child").order_by("-added_on", "-pk")[: PAGE + 1])
    older = str(Mark(rows[PAGE - 1].added_on, rows[PAGE - 1].pk)) if len(rows) > PAGE else ""
    return DocumentPage(tuple(_line(row) for row in rows[:PAGE]), older)


def read_document(document: Document, on: date) -> DocumentReading:
    """One file. One query, for whom it is kept from; `child`, `added_by`, `struck_by` and the consent come with it."""
    members = {member.pk: member for member in Member._base_manager.filter(case=document.case)}
    consent = document.consent
    return DocumentReading(
        pk=document.pk,
        title=document.title,
        kind=document.get_kind_display(),
        type=type_in_words(document.content_type),
        size=size_in_words(document.size),
        made=day_in_words(document.made_on) if document.made_on else "",
        added=f"{day_in_words(day_here(document.created_at))} at {clock(document.created_at)}",
        added_by=document.added_by.name,
        child=document.child,
        note=document.note_id,
        visit=document.visit_id,
        is_picture=document.content_type == JPEG,
        is_portrait=document.portrait_of_id is not None,
        consent=in_words(consent, members) if consent else "",
        consent_ended=ended_in_words(consent, on) if consent else "",
        kept_from=marked(document, members),
        struck=said_by(document.struck_by, document.struck_on),
        struck_why=document.struck_why,
    )


def portraits(case: Case, on: date) -> dict[int, int]:
    """For each person with a photo that may stand beside their name: the key of its document. One query.

    What stands there a parent reads over a shoulder: nothing that is marked, taken back, or no longer agreed to.
    """
    found = shown_to(FAMILY, Document.objects.filter(case=case, portrait_of__isnull=False))
    return dict(agreed_to(found, on).values_list("portrait_of", "pk"))


def consents_held(case: Case, members: Sequence[Member], on: date) -> list[tuple[Consent, str]]:
    """Consents to keep what was made that hold on that day, the newest first, each in words. One query."""
    names = {member.pk: member for member in members}
    found = Consent.objects.filter(case=case, purpose="artefact", member__in=names, withdrawn_on=None)
    found = found.filter(Q(until_on=None) | Q(until_on__gte=on)).order_by("-given_on", "-pk")
    return [(consent, in_words(consent, names)) for consent in found]


def in_words(consent: Consent, members: dict[int, Member]) -> str:
    """Anisa Rahman, 3 November 2026 (said so): her drawing."""
    who = members[consent.member_id].name if consent.member_id in members else "Somebody"
    said = f"{who}, {day_in_words(consent.given_on)} ({consent.get_how_display().lower()})"
    return f"{said}: {consent.words}" if consent.words else said


def ended_in_words(consent: Consent, on: date) -> str:
    """Since when a consent does not hold; empty while it does."""
    if consent.withdrawn_on:
        return f"Taken back on {day_in_words(consent.withdrawn_on)}"
    if consent.until_on and consent.until_on < on:
        return f"Ended on {day_in_words(consent.until_on)}"
    return ""


def size_in_words(size: int) -> str:
    """1.4 MB, 32 kB."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"


def agreed_to(found: "QuerySet[Document]", on: date) -> "QuerySet[Document]":
    """Of these files, those that need no consent, or whose consent holds on that day."""
    holds: Any = Q(consent=None) | Q(consent__withdrawn_on=None) & (
        Q(consent__until_on=None) | Q(consent__until_on__gte=on)
    )
    return found.filter(holds)


def _line(row: Document) -> DocumentLine:
    return DocumentLine(
        pk=row.pk,
        title=row.title,
        kind=row.get_kind_display(),
        type=type_in_words(row.content_type),
        day=day_in_words(row.added_on),
        iso=row.added_on.isoformat(),
        child=row.child.name if row.child else "",
        is_struck=row.struck_on is not None,
        is_kept=row.is_kept_from_family or bool(row.kept_from),
    )

"""Verbs about the mark *not to be shared*: put it on what is written already, or take it away again."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import CaseNote, ChronologyEntry, OversightNote, Quote, Visit
from cases.operations.chronology import note as on_the_timeline
from cases.operations.papers import follow_into_papers
from cases.operations.refusing import Refusal
from cases.readings.marks import marks_of
from cases.rules.audience import Marks
from cases.rules.voice import quote_in_a_sentence

Kind = ChronologyEntry.Kind
# The entries of the timeline that tell of a row, whose subject it is.
TOLD_AS: dict[type, tuple[str, ...]] = {
    Visit: (Kind.VISIT,),
    Quote: (Kind.QUOTE,),
    CaseNote: (Kind.CALL, Kind.CONVERSATION, Kind.NOTE, Kind.DIRECT_WORK, Kind.OBSERVATION),
}


class NotMarked(Refusal):
    """The mark stayed as it was. Says why, and about which answer."""


@transaction.atomic
def change_marks(*, row: Any, marks: Marks, by: User, on: date, why: str = "") -> None:
    """Keep a visit, a note, words, an oversight note or an entry of the timeline from these people, and nobody else.

    Adding is quiet: nobody needs a reason to protect somebody. Whoever takes a mark away says `why`, and it stands on
    the timeline. What a visit or a note holds takes on what is added. Raises NotMarked.
    """
    model = type(row)
    before = marks_of(model._base_manager.select_for_update().get(pk=row.pk))
    opens = marks.opens_to_somebody(before)
    if opens and not why:
        raise NotMarked("Write why it may be shared now: somebody relied on the mark.", "why")
    if marks == before:
        return
    said: dict[str, Any] = _said(marks)
    if model is Quote and marks:
        said |= {"headed_on": None, "headed_by": None}  # nothing that is kept from anybody stands in a header
    model._base_manager.filter(pk=row.pk).update(**said, version=F("version") + 1)
    _follow(row, marks)
    if opens:
        _say(row, why, before | marks, on, by)
    record(action="took a mark away" if opens else "marked not to be shared", subject=row, case_id=row.case_id)


def _follow(row: Any, marks: Marks) -> None:
    """The mark on what tells of the row, was taken from it, or belongs to it. What belongs keeps marks of its own."""
    follow_into_papers(row, marks)
    kinds = TOLD_AS.get(type(row), ())
    entries = ChronologyEntry.objects.filter(case=row.case, kind__in=kinds, subject_id=row.pk)
    entries.update(**_said(marks), version=F("version") + 1)
    if isinstance(row, Quote) and (first := entries.order_by("pk").first()):
        told = quote_in_a_sentence(row.speaker.first_name, row.words, is_view=row.is_view, is_kept=bool(marks))
        entries.filter(pk=first.pk).update(summary=told, version=F("version") + 1)
    if not marks or not isinstance(row, (Visit, CaseNote)):
        return
    for quote in row.quotes.select_for_update().order_by("pk"):
        both = marks_of(quote) | marks
        row.quotes.filter(pk=quote.pk).update(**_said(both), headed_on=None, headed_by=None, version=F("version") + 1)
        follow_into_papers(quote, both)


def _say(row: Any, why: str, marks: Marks, on: date, by: User) -> None:
    if isinstance(row, OversightNote):
        on_the_timeline(
            case=row.case,
            on=on,
            kind=Kind.SHARED,
            summary=f"May be shared now: {_what(row)}. {why}",
            children=[row.child],
            by=by,
            marks=marks,
        )
        return
    kinds = TOLD_AS.get(type(row), ())
    children = [] if isinstance(row, Quote) or not hasattr(row, "children") else list(row.children.all())
    on_the_timeline(
        case=row.case,
        on=on,
        kind=kinds[0] if kinds else row.kind,
        summary=f"May be shared now: {_what(row)}. {why}",
        children=[row.speaker] if isinstance(row, Quote) and row.speaker.kind == "child" else children,
        subject_id=row.pk if kinds else row.subject_id,
        by=by,
        marks=marks,
    )


def _said(marks: Marks) -> dict[str, Any]:
    return {"is_kept_from_family": marks.is_kept_from_family, "kept_from": list(marks.kept_from)}


def _what(row: Any) -> str:
    if isinstance(row, Visit):
        return f"the visit on {day_in_words(row.visited_on)}"
    if isinstance(row, Quote):
        return f"words of {row.speaker.first_name} on {day_in_words(row.said_on)}"
    if isinstance(row, OversightNote):
        return f"what was thought together about {row.child.first_name} on {day_in_words(row.thought_on)}"
    return f"what was written of {day_in_words(row.happened_on)}"

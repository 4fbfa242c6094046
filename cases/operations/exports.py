"""Verbs about files somebody asked for: ask for one, make those that wait."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.files import keep
from camden.papers.paper import Paper
from camden.papers.pdf import as_pdf
from camden.papers.word import as_word
from cases.models import Case, Export, Member, Release, Writing
from cases.readings.chronology_paper import chronology_paper
from cases.readings.plan_paper import copy_for
from cases.readings.writing_paper import from_body, version_of, writing_paper
from cases.rules.audience import FAMILY, STAFF

CHRONOLOGY, WRITING, GIVEN, PLAN = "chronology", "writing", "given", "plan"
WORD, PDF = "word", "pdf"


@transaction.atomic
def ask_chronology(
    *, case: Case, layout: str, reader: str, is_summary: bool, child: Member | None, by: User, at: datetime
) -> Export:
    """Ask for the chronology as a file; a job makes it within seconds. `reader` is "staff" or "family"."""
    asked = {"reader": reader, "is_summary": is_summary, "child": child.pk if child else None}
    export = Export.objects.create(case=case, what=CHRONOLOGY, layout=layout, asked=asked, asked_by=by, asked_at=at)
    record(action="asked for the chronology as a file", subject=export, case_id=case.pk)
    return export


@transaction.atomic
def ask_writing(
    *, writing: Writing, layout: str, reader: Member | None, words_for: str, by: User, at: datetime
) -> Export:
    """Ask for what was written as a file for one person of the family, or for the family together.

    `words_for` is GROWN_UP or CHILD of `cases.readings.writing_paper`.
    """
    asked = {"writing": writing.pk, "reader": reader.pk if reader else None, "words_for": words_for}
    export = Export.objects.create(
        case=writing.case, what=WRITING, layout=layout, asked=asked, asked_by=by, asked_at=at
    )
    record(action="asked for what was written as a file", subject=export, case_id=writing.case_id)
    return export


@transaction.atomic
def ask_given(*, release: Release, layout: str, by: User, at: datetime) -> Export:
    """Ask for a copy somebody was given as a file: word for word as it was given."""
    export = Export.objects.create(
        case=release.case, what=GIVEN, layout=layout, asked={"release": release.pk}, asked_by=by, asked_at=at
    )
    record(action="asked for a given copy as a file", subject=export, case_id=release.case_id)
    return export


@transaction.atomic
def make_export(*, export: Export, on: date, at: datetime) -> None:
    """Make the file of one export with what whoever asked for it may see, and note that it is ready.

    The caller acts as that person. One that was made meanwhile is left as it is. The file is on disk before its row
    says so.
    """
    paper = _paper(export, on)
    content = as_word(paper) if export.layout == WORD else as_pdf(paper)
    made = {"sha256": keep(content), "size": len(content), "ready_at": at, "version": F("version") + 1}
    if Export.objects.filter(pk=export.pk, ready_at=None, failed_at=None).update(**made):
        record(action="made a file of a record", subject=export, case_id=export.case_id)


def waiting_exports() -> list[tuple[int, int]]:
    """Exports to make, the first asked first: their key and that of whoever asked. For a job of the system."""
    found = Export.objects.filter(ready_at=None, failed_at=None).order_by("asked_at", "pk")
    return list(found.values_list("pk", "asked_by"))


def give_export_up(*, pk: int, at: datetime) -> None:
    """It could not be made: whoever asked reads that, and may ask again."""
    Export.objects.filter(pk=pk, ready_at=None).update(failed_at=at)


def _paper(export: Export, on: date) -> Paper:
    if export.what == GIVEN:
        return writing_paper(from_body(Release.objects.get(case=export.case, pk=export.asked["release"]).body))
    if export.what == WRITING:
        return _writing(export, on)
    wanted: dict[str, Any] = export.asked
    if export.what == PLAN:
        people = Member.objects.filter(case=export.case)
        return copy_for(export.case, people.get(pk=wanted["reader"]) if wanted["reader"] else None, on).paper
    children = Member.objects.children().filter(case=export.case)
    return chronology_paper(
        export.case,
        child=children.get(pk=wanted["child"]) if wanted["child"] else None,
        audience=STAFF if wanted["reader"] == "staff" else FAMILY,
        on=on,
        made_for=export.asked_by.name,
        is_summary=wanted["is_summary"],
    )


def _writing(export: Export, on: date) -> Paper:
    wanted: dict[str, Any] = export.asked
    rows = Writing.objects.filter(case=export.case).select_related("case", "assessment", "conference")
    reader = Member.objects.get(case=export.case, pk=wanted["reader"]) if wanted["reader"] else None
    return writing_paper(version_of(rows.get(pk=wanted["writing"]), reader=reader, on=on, layout=wanted["words_for"]))

"""Papers of a family for tests, as they are begun: an assessment's text, the family's plan."""

from datetime import date
from typing import Any

from cases.models import Assessment, AssessmentChild, Case, Member, Writing, WritingPart

BEGAN = date(2026, 9, 1)


def assessment_of(case: Case, children: list[Member], worker: Any) -> Assessment:
    """An assessment that is being written, without a text yet."""
    row = Assessment.objects.create(
        case=case, legal_basis="need", counts_from_on=BEGAN, started_on=BEGAN, worker=worker
    )
    for child in children:
        AssessmentChild.objects.create(case=case, assessment=row, child=child, started_on=BEGAN)
    return row


def paper_of(assessment: Assessment) -> Writing:
    """Its text, empty."""
    return Writing.objects.create(case=assessment.case, paper="assessment", assessment=assessment, begun_on=BEGAN)


def part_of(
    writing: Writing, section: str, words: str, by: Any, child: Member | None = None, **more: Any
) -> WritingPart:
    """One part of it, as somebody wrote it."""
    at = "2026-10-20T10:15:00Z"
    row = WritingPart.objects.create(
        case=writing.case,
        writing=writing,
        section=section,
        child=child,
        words=words,
        written_by=by,
        written_at=at,
        **more,
    )
    row.refresh_from_db()
    row.writing, row.case = writing, writing.case
    return row

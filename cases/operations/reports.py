"""The verb of beginning a report for a conference or a review: made of what is written, nothing typed twice."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from camden.audit import record
from camden.models import User
from cases.models import (
    Case,
    FamilySays,
    PartSource,
    PlannedMeeting,
    ProtectionConference,
    SharedView,
    Writing,
    WritingPart,
)
from cases.operations.refusing import Refusal
from cases.operations.writing import begin_writing
from cases.readings.marks import marks_of
from cases.readings.readers import children_about
from cases.readings.report import Origin, origins
from cases.readings.sections_kept import sections_of
from cases.rules.audience import Marks
from cases.rules.sections import CHILD

CONFERENCE, REVIEW = "conference-report", "review-report"


class NotBegun(Refusal):
    """The report was not begun. Says why."""


@transaction.atomic
def begin_report(
    *,
    case: Case,
    sources: Sequence[Writing],
    by: User,
    on: date,
    at: datetime,
    conference: ProtectionConference | None = None,
    meeting: PlannedMeeting | None = None,
) -> Writing:
    """Begin the report to a conference, or for a review, with the parts of these papers, the family's words beside them
    and where they see it differently. The one there is, if somebody began it. Raises NotBegun.
    """
    if conference and (conference.held_on or conference.called_off_on) or _is_over(meeting):
        raise NotBegun("This meeting was held or called off already.")
    paper = CONFERENCE if conference else REVIEW
    writing = begin_writing(case=case, paper=paper, by=by, on=on, conference=conference, meeting=meeting)
    if writing.parts.exists():
        return writing
    _take_over(writing, sources, by, at)
    for view in SharedView.objects.filter(writing__in=list(sources), left_out_on=None):
        view.pk, view.writing, view._state.adding = None, writing, True
        view.save(force_insert=True)
    record(action="began a report from what is written", subject=writing, case_id=case.pk)
    return writing


def _is_over(meeting: PlannedMeeting | None) -> bool:
    return meeting is not None and bool(meeting.held_as_id or meeting.called_off_on)


def _take_over(writing: Writing, sources: Sequence[Writing], by: User, at: datetime) -> None:
    """The parts of the report, each from the parts its section begins as."""
    paper = writing.paper
    wanted = {child.pk for child in children_about(writing)}
    per_child = {section.code for section in sections_of(paper) if section.for_each == CHILD}
    made_of: dict[tuple[str, int | None], list[WritingPart]] = defaultdict(list)
    for origin in origins(list(sources), paper):
        child = origin.part.child_id
        if child is None or child in wanted:
            made_of[(origin.section, _whose(origin, per_child))].append(origin.part)
    for (section, child), parts in made_of.items():
        if child is not None or section not in per_child:
            _write(writing, section, child, parts, by, at)


def _whose(origin: Origin, per_child: set[str]) -> int | None:
    return origin.part.child_id if origin.section in per_child else None


def _write(
    writing: Writing, section: str, child: int | None, parts: Sequence[WritingPart], by: User, at: datetime
) -> None:
    """One part of the report, from one or more of the other papers, with the marks of all of them."""
    marks = Marks()
    for part in parts:
        marks |= marks_of(part)
    words = [part.words if child or not part.child else f"{part.child.first_name}: {part.words}" for part in parts]
    made = WritingPart.objects.create(
        case=writing.case,
        writing=writing,
        section=section,
        child_id=child,
        words="\n\n".join(each for each in words if each),
        written_by=by,
        written_at=at,
        taken_from=parts[0],
        is_kept_from_family=marks.is_kept_from_family,
        kept_from=list(marks.kept_from),
    )
    keys: set[tuple[str, int]] = set()
    for says in FamilySays.objects.filter(part__in=parts, left_out_on=None).order_by("pk"):
        says.pk, says.part, says._state.adding = None, made, True
        says.save(force_insert=True)
    for source in PartSource.objects.filter(part__in=parts, left_out_on=None).order_by("pk"):
        if (source.kind, source.subject_id) in keys:
            continue
        keys.add((source.kind, source.subject_id))
        source.pk, source.part, source._state.adding = None, made, True
        source.save(force_insert=True)

"""Verbs about what is written with a family: a paper begins, its parts are written, and it closes."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.versions import Overtaken
from cases.models import (
    Assessment,
    Case,
    ChronologyEntry,
    FamilySays,
    Member,
    PartSource,
    PlannedMeeting,
    ProtectionConference,
    Quote,
    Writing,
    WritingPart,
)
from cases.operations.chronology import note
from cases.operations.papers import follow_into_papers
from cases.operations.quotes import keep_quote
from cases.operations.refusing import Refusal
from cases.readings.known_already import find_known
from cases.readings.marks import marks_of
from cases.readings.sections_kept import section_of
from cases.readings.writing import locked_now
from cases.rules.audience import Marks
from cases.rules.sections import CHILD
from cases.rules.writing import PAPER

WRITTEN = frozenset({"words", "is_kept_from_family", "kept_from"})
_NOBODY = Marks()


class NotWritten(Refusal):
    """Nothing was written, or not so."""


@transaction.atomic
def begin_writing(
    *,
    case: Case,
    paper: str,
    by: User,
    on: date,
    assessment: Assessment | None = None,
    conference: ProtectionConference | None = None,
    meeting: PlannedMeeting | None = None,
) -> Writing:
    """Begin a paper of a family, or give the one there is: an assessment's, a report's, or the plan that is open.

    `paper` is a code of PAPER. A report that belongs to no conference or meeting is begun anew each time.
    """
    there: dict[str, Any]
    if paper == "plan":
        there = {"case": case, "paper": paper, "closed_on": None}
    else:
        there = {"assessment": assessment} if assessment else {"conference": conference} if conference else {}
        there = there or ({"meeting": meeting} if meeting else {})
    found = Writing.objects.filter(**there).first() if there else None
    if found is None:
        about = {"assessment": assessment, "conference": conference, "meeting": meeting}
        try:
            with transaction.atomic():
                found = Writing.objects.create(case=case, paper=paper, begun_on=on, begun_by=by, **about)
        except IntegrityError:  # somebody began it a moment earlier
            found = Writing.objects.filter(**there).first()
            if found is None:
                raise
        else:
            _say_begun(found, by, on)
    found.case = case
    return found


@transaction.atomic
def write_part(
    *,
    writing: Writing,
    section: str,
    child: Member | None,
    words: str,
    marks: Marks = _NOBODY,
    by: User,
    at: datetime,
    version: int | None,
    taken_from: WritingPart | None = None,
) -> WritingPart:
    """Write one part: the family's, or with `child` one child's own. Its history keeps every text it ever had.

    `version` is that of the part the writer saw, None for none. Raises Overtaken, and writes nothing, when somebody
    wrote it meanwhile: its `theirs` is the part as it stands. NotWritten while the paper is locked.
    """
    hold_open(writing)
    _check_section(writing, section, child)
    part = _part(writing, section, child, by, at)
    saw = version or 0
    # A part that holds nothing yet (evidence was put beneath it first) loses nothing to whoever saw none.
    is_seen = part.version == saw or (part.version == 1 and not part.words and saw <= 1)
    if not is_seen:
        raise Overtaken(part, WRITTEN)
    changes: dict[str, Any] = {"words": words, "written_by": by, "written_at": at, **_said(marks)}
    if taken_from:
        changes["taken_from"] = taken_from
    now = WritingPart.objects.filter(pk=part.pk, version=part.version)
    if not now.update(**changes, version=F("version") + 1):
        raise Overtaken(WritingPart.objects.get(pk=part.pk), WRITTEN)
    part.refresh_from_db()
    follow_into_papers(part, marks)
    record(action="wrote a part of a paper", subject=part, case_id=writing.case_id)
    return part


@transaction.atomic
def part_to_add_to(*, writing: Writing, section: str, child: Member | None, by: User, at: datetime) -> WritingPart:
    """The part something is put beside or beneath; begun without words when nobody wrote it yet. Raises NotWritten."""
    hold_open(writing)
    _check_section(writing, section, child)
    return _part(writing, section, child, by, at)


@transaction.atomic
def say(
    *,
    part: WritingPart,
    by: User,
    member: Member | None = None,
    said_by: str = "",
    words: str = "",
    how: str = "said",
    said_on: date | None = None,
    quote: Quote | None = None,
    marks: Marks = _NOBODY,
) -> FamilySays:
    """Put words of somebody of the family beside a part. A `quote` of the record stands there as it was said, once.

    Without one: `words` of `member`, or of `said_by` whom the record does not know. Raises NotWritten.
    """
    hold_open(part.writing)
    if quote:
        there = FamilySays.objects.filter(part=part, quote=quote, left_out_on=None).first()
        if there:
            return there
        if quote.struck_on:
            raise NotWritten("These words were taken back.")
        member, words, how, said_on = quote.speaker, quote.words, quote.how, quote.said_on
        marks |= marks_of(quote)
    if not (member or said_by):
        raise NotWritten("Choose whose words these are.", "who")
    if not words or said_on is None:
        raise NotWritten("Write what was said, and when.", "words")
    row = FamilySays.objects.create(
        case_id=part.case_id,
        part=part,
        member=member,
        said_by="" if member else said_by,
        words=words,
        how=how,
        said_on=said_on,
        quote=quote,
        heard_by=by,
        **_said(marks),
    )
    record(action="put words of the family beside a paper", subject=row, case_id=part.case_id)
    return row


@transaction.atomic
def say_anew(
    *,
    part: WritingPart,
    by: User,
    on: date,
    words: str,
    how: str,
    said_on: date,
    member: Member | None = None,
    said_by: str = "",
    marks: Marks = _NOBODY,
) -> FamilySays:
    """Put words beside a part that are not on the record yet. Those of somebody it knows are kept there too, once.

    Raises NotWritten, and NotKept for words that cannot have been said then.
    """
    hold_open(part.writing)
    if member is None:
        return say(part=part, by=by, said_by=said_by, words=words, how=how, said_on=said_on, marks=marks)
    quote = keep_quote(
        case=part.case,
        speaker=member,
        words=words,
        said_on=said_on,
        by=by,
        on=on,
        how=how,
        setting=f"while we wrote: {PAPER[part.writing.paper].lower()}",
        marks=marks,
    )
    return say(part=part, by=by, quote=quote)


@transaction.atomic
def take_source(*, part: WritingPart, kind: str, subject_id: int, by: User, on: date) -> PartSource:
    """Put something of the record beneath a part as evidence: its words as they are now, its source and its marks.

    `kind` is a code of SOURCE_KIND. Once beneath each part. Raises NotWritten for what is not there, or was taken back.
    """
    hold_open(part.writing)
    there = PartSource.objects.filter(part=part, kind=kind, subject_id=subject_id, left_out_on=None).first()
    if there:
        return there
    known = find_known(part.case, kind, subject_id, on)
    if known is None:
        raise NotWritten("This is not in the record, or it was taken back.")
    row = PartSource.objects.create(
        case_id=part.case_id,
        part=part,
        kind=kind,
        subject_id=subject_id,
        words=known.words,
        source=known.source[:200],
        happened_on=known.on,
        taken_by=by,
        taken_on=on,
        **_said(known.marks),
    )
    record(action="put evidence beneath a paper", subject=row, case_id=part.case_id)
    return row


@transaction.atomic
def take_out(*, row: FamilySays | PartSource, on: date) -> None:
    """Take words of the family, or evidence, away from a part again. The history keeps them. Raises NotWritten."""
    hold_open(row.part.writing)
    kept = type(row)._base_manager.filter(pk=row.pk, left_out_on=None)
    if kept.update(left_out_on=on, version=F("version") + 1):
        record(action="took something out of a paper", subject=row, case_id=row.case_id)


@transaction.atomic
def close_writing(*, writing: Writing, on: date) -> None:
    """Nothing in this paper changes any more. Closing it twice is closing it once."""
    day = max(on, writing.begun_on)
    if Writing.objects.filter(pk=writing.pk, closed_on=None).update(closed_on=day, version=F("version") + 1):
        record(action="closed a paper", subject=writing, case_id=writing.case_id)


def hold_open(writing: Writing) -> None:
    """Hold what locks a paper until the end of the transaction; of two who write at once neither waits for long.

    Raises NotWritten while it is submitted, authorised, ended or closed.
    """
    now = Writing.objects.select_for_update(no_key=True).get(pk=writing.pk)
    if now.assessment_id:
        now.assessment = Assessment.objects.select_for_update(no_key=True).get(pk=now.assessment_id)
    if why := locked_now(now):
        raise NotWritten(why)


def _check_section(writing: Writing, section: str, child: Member | None) -> None:
    kept = section_of(writing.paper, section)
    if kept is None or (kept.for_each == CHILD) != (child is not None):
        raise NotWritten("This paper has no such section.")
    if child and child.case_id != writing.case_id:
        raise NotWritten("This child is not in this record.")


def _part(writing: Writing, section: str, child: Member | None, by: User, at: datetime) -> WritingPart:
    """The part as it is, locked; begun without words when there is none."""
    found = WritingPart.objects.select_for_update().filter(writing=writing, section=section, child=child)
    part = found.first()
    if part is None:
        part = WritingPart.objects.create(
            case_id=writing.case_id, writing=writing, section=section, child=child, written_by=by, written_at=at
        )
        part.refresh_from_db(fields=["version"])
    part.writing, part.case = writing, writing.case
    return part


def _said(marks: Marks) -> dict[str, Any]:
    return {"is_kept_from_family": marks.is_kept_from_family, "kept_from": list(marks.kept_from)}


def _say_begun(writing: Writing, by: User, on: date) -> None:
    """A plan and a report stand on the timeline when they begin; an assessment has its own entry."""
    record(action="began a paper", subject=writing, case_id=writing.case_id)
    if writing.assessment_id:
        return
    kind = ChronologyEntry.Kind.PLAN
    if writing.paper == "conference-report":
        kind = ChronologyEntry.Kind.CONFERENCE
    elif writing.paper == "review-report":
        kind = ChronologyEntry.Kind.MEETING
    what = "the family’s plan" if writing.paper == "plan" else f"a {PAPER[writing.paper].lower()}"
    subject = writing.conference_id
    note(
        case=writing.case,
        on=on,
        kind=kind,
        summary=f"{by.name} began to write {what}",
        children=[],
        subject_id=subject,
        by=by,
    )

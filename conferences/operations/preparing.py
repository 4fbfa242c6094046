"""Verbs of preparing: the day and the place, what is arranged, the questions, notes, pages of information."""

from collections.abc import Sequence
from datetime import date, time

from django.db import IntegrityError, transaction

from camden.audit import record
from camden.models import User
from camden.operations.versions import Overtaken, change
from conferences.models import Arrangement, FamilyConference, InformationReport, Invitee, PlanAnswer, PreparingNote
from conferences.operations.stages import NotThatWay, history_of
from conferences.rules.questions import Asked, asked_anew, stamp_of
from conferences.rules.stages import PLAN_IS_OPEN, present


class AskedMeanwhile(Exception):
    """Somebody else changed the questions since the form was shown: `theirs` are those there are now."""

    def __init__(self, theirs: Sequence[str]) -> None:
        super().__init__("The questions were changed meanwhile.")
        self.theirs = tuple(theirs)


@transaction.atomic
def plan_meeting(
    *, conference: FamilyConference, version: int | None, planned_on: date | None, starts: time | None, place: str
) -> FamilyConference:
    """Say when and where the family will meet, as the family wants it. Raises Overtaken."""
    kept: FamilyConference = change(conference, version=version, planned_on=planned_on, starts=starts, place=place)
    record(action="said when and where a family meets", subject=kept, case_id=kept.case_id)
    return kept


@transaction.atomic
def arrange(*, conference: FamilyConference, need: str, version: int | None, words: str, is_done: bool) -> Arrangement:
    """What is arranged for one need, and whether it is done; `version` is 0 before the first. Raises Overtaken."""
    own = {"case_id": conference.case_id, "conference": conference, "need": need}
    said = {"words": words, "is_done": is_done}
    there = Arrangement.objects.filter(conference=conference, need=need).first()
    if there is None:
        try:
            with transaction.atomic():
                kept = Arrangement.objects.create(**own, **said)
        except IntegrityError as error:
            raise Overtaken(Arrangement.objects.get(**own), frozenset(said)) from error
    else:
        kept = change(there, version=version, **said)
    record(action="arranged something for a conference", subject=kept, case_id=conference.case_id)
    return kept


@transaction.atomic
def ask_questions(*, conference: FamilyConference, questions: Sequence[str], shown: str) -> None:
    """The family's questions, in their order. `shown` is the stamp of those the form was shown with.

    Raises AskedMeanwhile; NotThatWay once the plan is agreed; rules.questions.Answered when an answer would be lost.
    """
    FamilyConference.objects.select_for_update().get(pk=conference.pk)
    if present(history_of(conference)) not in PLAN_IS_OPEN:
        raise NotThatWay("The questions can be changed while the conference is prepared and the plan is open.")
    rows = list(PlanAnswer._base_manager.filter(conference=conference).order_by("place"))
    before = [Asked(row.question, row.words) for row in rows if row.question]
    if before and stamp_of([each.question for each in before]) != shown:
        raise AskedMeanwhile([each.question for each in before])
    after = asked_anew(before, questions)
    for place, asked in enumerate(after, start=1):
        row = next((row for row in rows if row.place == place), None)
        if row is None:
            own = {"case_id": conference.case_id, "conference": conference, "place": place}
            PlanAnswer._base_manager.create(**own, **asked._asdict())
        elif (row.question, row.words) != asked:
            change(row, version=row.version, **asked._asdict())
    for row in rows:
        if row.place > len(after) and row.question:
            change(row, version=row.version, question="", words="")
    record(action="wrote a family’s questions", subject=conference, case_id=conference.case_id)


@transaction.atomic
def write_note(*, conference: FamilyConference, words: str, by: User, on: date) -> PreparingNote:
    """A coordinator's note. It stays as it was written, and with them."""
    note = PreparingNote.objects.create(
        case_id=conference.case_id, conference=conference, words=words, by=by, written_on=on
    )
    record(action="noted something in preparation", subject=note, case_id=conference.case_id)
    return note


@transaction.atomic
def ask_for_report(
    *, conference: FamilyConference, who: str, by: User, on: date, writer: User | None = None,
    invitee: Invitee | None = None,
) -> InformationReport:  # fmt: skip
    """Ask somebody for a page in plain words. `writer` writes it here; else the coordinator takes it down."""
    report = InformationReport.objects.create(
        case_id=conference.case_id, conference=conference, who=who, invitee=invitee, asked_on=on,
        written_by=writer or by,
    )  # fmt: skip
    record(action="asked for a page of information", subject=report, case_id=conference.case_id)
    return report


@transaction.atomic
def write_report(
    *, report: InformationReport, version: int | None, going_well: str, worries: str, offers: str,
    ready_on: date | None = None,
) -> InformationReport:  # fmt: skip
    """The page in its three parts. `ready_on` once the coordinator finds it ready. Raises Overtaken."""
    words = {"going_well": going_well, "worries": worries, "offers": offers}
    kept: InformationReport = change(report, version=version, ready_on=ready_on, **words)
    record(action="wrote a page of information", subject=kept, case_id=kept.case_id)
    return kept


@transaction.atomic
def begin_report(
    *, conference: FamilyConference, by: User, who: str, going_well: str, worries: str, offers: str
) -> InformationReport:
    """A worker writes their page for the family, unasked. Twice at once, it is one page."""
    FamilyConference.objects.select_for_update().get(pk=conference.pk)
    there = InformationReport.objects.filter(conference=conference, written_by=by).order_by("pk").first()
    words = {"going_well": going_well, "worries": worries, "offers": offers}
    if there is not None:
        raise Overtaken(there, frozenset(words))
    report = InformationReport.objects.create(
        case_id=conference.case_id, conference=conference, who=who, written_by=by, **words
    )
    record(action="wrote a page of information", subject=report, case_id=conference.case_id)
    return report

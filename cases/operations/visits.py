"""Verbs about visits: log one, write one up, say that one was unsuccessful, take one back."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import (
    Action,
    Case,
    ChronologyEntry,
    Goal,
    GoalTouched,
    Member,
    PlannedVisit,
    Presence,
    Question,
    Quote,
    Visit,
    VisitAccount,
    VisitChild,
)
from cases.operations.agreements import AlreadyClosed, agree_action, close_action
from cases.operations.asking import answer_question, put_question_aside
from cases.operations.chronology import note, strike_entries
from cases.operations.clocks import keep_clocks
from cases.operations.planned_visits import keep_plan
from cases.operations.refusing import Refusal
from cases.rules.audience import Marks
from cases.rules.recording import VISIT_MISSED
from cases.rules.visits import missed_in_a_sentence, visit_in_a_sentence

_NOBODY = Marks()


@dataclass(frozen=True)
class ChildPart:
    """What was particular to one child in a visit: only what the worker said. `seen` is a code of VisitChild.Seen;
    `words` are the child's own, said as `how` says (a code of QUOTE_HOW) and kept from whom `marks` name."""

    child: Member
    seen: str
    words: str = ""
    how: str = "said"
    marks: Marks = _NOBODY
    chose_company: bool = False
    saw_bedroom: bool | None = None
    why_not: str = ""


@dataclass(frozen=True)
class Said:
    """Words of somebody in the family. `answers` is the question agreed before that they answer."""

    speaker: Member
    words: str
    how: str = "said"
    marks: Marks = _NOBODY
    answers: Action | None = None


@dataclass(frozen=True)
class Next:
    """Something a worker will do, agreed in the visit. `promised_to` is somebody of the family, by name."""

    what: str
    keeper: User
    due_on: date | None = None
    promised_to: str = ""


@dataclass(frozen=True)
class Answered:
    """A planned question that was asked: what was answered or how it was met, kept from whom `marks` name.

    With a `speaker` the answer is also written down as their words.
    """

    question: Question
    answer: str
    speaker: Member | None = None
    marks: Marks = _NOBODY


@dataclass(frozen=True)
class Besides:
    """What else a visit can hold. `ended_at` is when it ended, where that is known; `planned` the plan it fulfils.

    `present` are people of the record, `others` names of people it does not know; `goals` are (goal, code of
    GOAL_MOVED or nothing); `asked` are questions agreed before that were asked, whatever the answer; `answered` planned
    questions with their answers, `aside` those that nobody will ask any more, with the reason.
    """

    purpose: str = ""
    ended_at: datetime | None = None
    companion: User | None = None
    interpreting: str = ""
    marks: Marks = _NOBODY
    present: Sequence[Member] = ()
    others: Sequence[str] = ()
    said: Sequence[Said] = ()
    agreed: Sequence[Next] = ()
    goals: Sequence[tuple[Goal, str]] = ()
    asked: Sequence[Action] = ()
    answered: Sequence[Answered] = ()
    aside: Sequence[tuple[Question, str]] = ()
    planned: PlannedVisit | None = None


class NobodyVisited(Exception):
    """A visit about no child."""


class WrittenUp(Refusal):
    """There is nothing to write up: somebody did, or the visit was taken back."""


class StruckAlready(Refusal):
    """Somebody else has taken this visit back already."""


@transaction.atomic(savepoint=False)
def log_visit(
    *,
    case: Case,
    by: User,
    visited_on: date,
    kind: str,
    account: str = "",
    meaning: str = "",
    parts: Sequence[ChildPart],
    besides: Besides = Besides(),  # noqa: B008 - frozen
    at: datetime | None = None,
) -> Visit:
    """Record one visit once, for all the children it was about, on each child's timeline.

    Only the children of `parts` are linked: nothing is said of a child whom the worker said nothing about. Without an
    `account` it waits to be written up, and who was seen counts at once. `at` is now; without it, what is written
    counts as written when it is kept. Raises NobodyVisited without any parts; NotAnswered, or AlreadySettled where
    somebody else asked a planned question meanwhile, and then nothing is written.
    """
    if not parts:
        raise NobodyVisited
    visit = _begin(case, by, visited_on, kind, besides)
    if account:
        written = {"written_at": at} if at else {}
        VisitAccount.objects.create(visit=visit, case=case, words=account, meaning=meaning, **written)
    _keep_parts(visit, parts)
    _keep_people(visit, parts, besides)
    note(
        case=case,
        on=visited_on,
        kind=ChronologyEntry.Kind.VISIT,
        summary=visit_in_a_sentence(by.name, kind, [(part.child.first_name, part.seen) for part in parts]),
        children=[part.child for part in parts],
        subject_id=visit.pk,
        by=by,
        marks=besides.marks,
    )
    _keep_agreements(visit, [part.child for part in parts], besides)
    _keep_answers(visit, [part.child for part in parts], besides)
    _fulfil(visit, besides.planned)
    record(action="logged a visit", subject=visit, case_id=case.pk)
    keep_clocks(case=case)
    return visit


@transaction.atomic
def write_up(*, visit: Visit, by: User, at: datetime, words: str, meaning: str = "") -> None:
    """Write what was seen and heard in a visit that was saved without it. Raises WrittenUp if there is nothing to."""
    waiting = Visit.objects.select_for_update().filter(pk=visit.pk, struck_on=None, missed_why="")
    if waiting.first() is None or VisitAccount.objects.filter(visit=visit).exists():
        raise WrittenUp("This visit was written up already, or taken back.")
    VisitAccount.objects.create(visit=visit, case=visit.case, words=words, meaning=meaning, written_at=at)
    record(action="wrote a visit up", subject=visit, case_id=visit.case_id)
    keep_clocks(case=visit.case)


@transaction.atomic(savepoint=False)
def log_missed(
    *,
    case: Case,
    by: User,
    visited_on: date,
    kind: str,
    why: str,
    children: Sequence[Member],
    again_on: date | None = None,
    planned: PlannedVisit | None = None,
) -> Visit:
    """Somebody came and saw nobody: `why` is a code of VISIT_MISSED. It is no visit to any clock.

    It stands on the timeline of the `children` one came to see, and says nothing about how they are. `again_on` books
    the next try.
    """
    visit = Visit.objects.create(case=case, worker=by, visited_on=visited_on, kind=kind, missed_why=why)
    _fulfil(visit, planned)
    if again_on:
        of_plan = {"purpose": planned.purpose, "household": planned.household} if planned else {}
        next_try = PlannedVisit.objects.create(
            case=case, worker=by, planned_on=again_on, kind=kind, planned_by=by, **of_plan
        )
        record(action="planned a visit", subject=next_try, case_id=case.pk)
    again = day_in_words(again_on) if again_on else ""
    note(
        case=case,
        on=visited_on,
        kind=ChronologyEntry.Kind.VISIT,
        summary=missed_in_a_sentence(by.name, VISIT_MISSED[why], again),
        children=children,
        subject_id=visit.pk,
        by=by,
    )
    record(action="logged an unsuccessful visit", subject=visit, case_id=case.pk)
    return visit


@transaction.atomic
def strike_visit(*, visit: Visit, by: User, on: date, why: str) -> None:
    """Take back a visit that was not so, with the words noted in it. All of it stays to be read, and counts no more.

    What was agreed in it stays agreed. Raises StruckAlready.
    """
    struck = {"struck_on": on, "struck_by": by, "struck_why": why, "version": F("version") + 1}
    if not Visit.objects.filter(pk=visit.pk, struck_on=None).update(**struck):
        raise StruckAlready("Somebody else has taken this visit back already.")
    Quote.objects.filter(visit=visit, struck_on=None).update(headed_on=None, headed_by=None, **struck)
    strike_entries(case=visit.case, kinds=[ChronologyEntry.Kind.VISIT], subject_id=visit.pk, on=on)
    what = "an unsuccessful visit" if visit.missed_why else "a visit"
    note(
        case=visit.case,
        on=on,
        kind=ChronologyEntry.Kind.VISIT,
        summary=f"Taken back: {what} on {day_in_words(visit.visited_on)}. {why}",
        children=list(visit.children.all()),
        subject_id=visit.pk,
        by=by,
        marks=Marks(visit.is_kept_from_family, tuple(visit.kept_from)),
    )
    record(action="took a visit back", subject=visit, case_id=visit.case_id)
    keep_clocks(case=visit.case)


def _begin(case: Case, by: User, visited_on: date, kind: str, besides: Besides) -> Visit:
    return Visit.objects.create(
        case=case,
        worker=by,
        visited_on=visited_on,
        kind=kind,
        purpose=besides.purpose,
        ended_at=besides.ended_at,
        companion=besides.companion,
        interpreting=besides.interpreting,
        is_kept_from_family=besides.marks.is_kept_from_family,
        kept_from=list(besides.marks.kept_from),
    )


def _keep_parts(visit: Visit, parts: Sequence[ChildPart]) -> None:
    VisitChild.objects.bulk_create(
        VisitChild(
            case=visit.case,
            visit=visit,
            child=part.child,
            seen=part.seen,
            chose_company=part.chose_company,
            saw_bedroom=part.saw_bedroom,
            why_not=part.why_not,
        )
        for part in parts
    )


def _keep_people(visit: Visit, parts: Sequence[ChildPart], besides: Besides) -> None:
    """Words, and who was there: each in one statement, and none where there is nothing."""
    said = [Said(part.child, part.words, part.how, part.marks) for part in parts if part.words]
    said += [Said(one.speaker, one.answer, marks=one.marks) for one in besides.answered if one.speaker]
    Quote.objects.bulk_create(
        Quote(
            case=visit.case,
            speaker=one.speaker,
            words=one.words,
            said_on=visit.visited_on,
            how=one.how,
            heard_by=visit.worker,
            visit=visit,
            action=one.answers,
            is_kept_from_family=one.marks.is_kept_from_family,
            kept_from=list(one.marks.kept_from),
        )
        for one in [*said, *besides.said]
    )
    there: list[dict[str, object]] = [{"member": member} for member in besides.present]
    there += [{"name": name} for name in besides.others]
    Presence.objects.bulk_create(
        Presence(case=visit.case, visit=visit, happened_on=visit.visited_on, **who) for who in there
    )


def _keep_agreements(visit: Visit, children: Sequence[Member], besides: Besides) -> None:
    """What happens next, the goals it was about, and the questions that were asked."""
    for one in besides.agreed:
        agree_action(
            case=visit.case,
            children=children,
            what=one.what,
            keeper=one.keeper,
            by=visit.worker,
            on=visit.visited_on,
            agreed_in="A visit",
            promised_to=one.promised_to,
            due_on=one.due_on,
            visit=visit,
            marks=besides.marks,
        )
    GoalTouched.objects.bulk_create(
        GoalTouched(case=visit.case, visit=visit, goal=goal, moved=moved) for goal, moved in besides.goals
    )
    for action in besides.asked:
        with suppress(AlreadyClosed):  # somebody was earlier: the answer is kept all the same
            close_action(action=action, by=visit.worker, on=visit.visited_on, is_done=True, outcome="Asked in a visit.")


def _keep_answers(visit: Visit, children: Sequence[Member], besides: Besides) -> None:
    """Planned questions: what was answered, and what will not be asked any more."""
    on, by = visit.visited_on, visit.worker
    for one in besides.answered:
        answer_question(
            question=one.question,
            answer=one.answer,
            by=by,
            on=on,
            visit=visit,
            children=children,
            marks=one.marks | besides.marks,
        )
    for question, why in besides.aside:
        put_question_aside(question=question, why=why, by=by, on=on, children=children)


def _fulfil(visit: Visit, planned: PlannedVisit | None) -> None:
    """The plan is over: this is what came of it. Without one in particular, that of this worker, family and day."""
    if planned is None:
        keep_plan(visit)
    else:
        waiting = PlannedVisit.objects.waiting().filter(pk=planned.pk).values("pk")
        PlannedVisit.objects.filter(pk__in=waiting).update(visit=visit, version=F("version") + 1)

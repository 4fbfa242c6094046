"""One assessment, as its pages show it: where it stands, what was done when and by whom, and what is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from camden.models import User
from camden.operations.rulebook import calendar, timescales
from camden.rules.moments import day_away
from camden.rules.names import day_in_words, initials
from camden.rules.timescales import Timescale, next_due
from cases.models import Assessment, AssessmentChild, Case, ChronologyEntry, Clock, Episode, Member, Relationship
from cases.readings.basis import BasisLine, bases_of, changes_beside, changes_from, counts_since
from cases.rules.answers import read_answer
from cases.rules.assessing import FACTORS, State, Step, state_of, why_not
from cases.rules.basis import STATUTORY
from cases.rules.timescales import ROWS
from cases.rules.visits import in_a_row

RULE = "AS1"  # REFERENCE 2.1: completed and authorised
SOON = 3  # calendar days: as in camden.reminders
_SAID: dict[State, tuple[str, str]] = {
    State.DRAFT: ("Being written", "grey"),
    State.SHARED: ("Shared with the family", "blue"),
    State.SUBMITTED: ("Waits for a manager", "amber"),
    State.RETURNED: ("Given back, being written again", "amber"),
    State.AUTHORISED: ("Authorised", "green"),
    State.STOPPED: ("Ended without being authorised", "grey"),
}
_SHIPPED = {rule.code: rule for rule in ROWS}
_UNITS = {"wd": "working days", "d": "days", "w": "weeks", "m": "months"}


@dataclass(frozen=True)
class StepLine:
    """One step. `day` is empty while it has not been taken; `who` when that is not known."""

    what: str
    day: str
    iso: str
    who: str


@dataclass(frozen=True)
class FoundLine:
    """A child of it; once authorised, whether in need and what was found."""

    pk: int
    name: str
    initials: str
    in_need: str
    factors: tuple[str, ...]


@dataclass(frozen=True)
class AssessmentReading:
    """An assessment in words. Texts are empty when there is nothing to say; `late`, `soon`, `ahead` or `met`."""

    pk: int
    names: str
    state: str
    said: str
    kind: str
    basis: str
    bases: tuple[BasisLine, ...]
    """What it stood on, one after the other; nothing while that never changed."""
    writer: str
    due: str
    due_iso: str
    due_away: str
    due_state: str
    counted: str
    """How the due day was counted: "45 working days from the referral on 20 August 2026"."""
    steps: tuple[StepLine, ...]
    children: tuple[FoundLine, ...]
    check_note: str
    was_shared: bool
    familys_words: str
    not_reached: tuple[tuple[str, str], ...]
    why_not_shared: str
    returns: tuple[tuple[str, str, str], ...]
    """Who gave it back, when, and what was missing."""
    decision: str
    stop_reason: str
    is_open: bool
    why_not: dict[str, str]
    """For each step why whoever reads may not take it now, in a sentence; empty when they may."""

    @property
    def may(self) -> list[str]:
        """The steps that whoever reads may take, as far as the state and authorship decide."""
        return [step for step, sentence in self.why_not.items() if not sentence]


def state_now(assessment: Assessment) -> State:
    """Where it stands. One query while it is being written, for whether it was given back; else none."""
    state = state_of(
        shared_on=assessment.shared_on,
        submitted_on=assessment.submitted_on,
        authorised_on=assessment.authorised_on,
        stopped_on=assessment.stopped_on,
    )
    if state in (State.DRAFT, State.SHARED) and assessment.returns.exists():
        return State.RETURNED
    return state


def why_not_now(assessment: Assessment, step: Step, by: User) -> str:
    """Why this person may not take this step of it, in a sentence; empty when they may."""
    is_writer, is_submitter = assessment.worker_id == by.pk, assessment.submitted_by_id == by.pk
    is_checked = assessment.checked_on is not None
    return why_not(step, state_now(assessment), is_writer=is_writer, is_submitter=is_submitter, is_checked=is_checked)


def read_assessment(assessment: Assessment, by: User, on: date) -> AssessmentReading:
    """Four queries: children, what was given back, the clock, and without one the timescale."""
    rows: Any = assessment.parts.select_related("child").annotate(changes=changes_beside())
    parts = list(rows.order_by("child__born_on", "child_id"))
    returns = list(assessment.returns.select_related("returned_by").order_by("pk"))
    state = state_of(
        shared_on=assessment.shared_on,
        submitted_on=assessment.submitted_on,
        authorised_on=assessment.authorised_on,
        stopped_on=assessment.stopped_on,
        was_returned=bool(returns),
    )
    is_writer, is_submitter = assessment.worker_id == by.pk, assessment.submitted_by_id == by.pk
    answer = read_answer(assessment.familys_answer if assessment.shared_on else "")
    changes = changes_from(parts[0].changes if parts else [])
    since = counts_since(assessment, changes, [part.child_id for part in parts])
    due_on, how = _due(since, parts)
    said, kind = _SAID[state]
    return AssessmentReading(
        pk=assessment.pk,
        names=in_a_row([part.child.first_name for part in parts]),
        state=state.value,
        said=said,
        kind=kind,
        basis=assessment.get_legal_basis_display(),
        bases=bases_of(assessment, changes),
        writer=assessment.worker.name if assessment.worker else "",
        due=f"{due_on:%A} {day_in_words(due_on)}",
        due_iso=due_on.isoformat(),
        due_away=day_away(due_on, on) if state.is_open else "",
        due_state=_urgency(due_on, on) if state.is_open else "met",
        counted=f"{how} from the referral on {day_in_words(since)}",
        steps=_steps(assessment),
        children=tuple(_found(part) for part in parts),
        check_note=assessment.check_note,
        was_shared=assessment.shared_on is not None,
        familys_words=answer.words,
        not_reached=tuple(answer.not_reached),
        why_not_shared="" if assessment.shared_on else assessment.familys_answer,
        returns=tuple((each.returned_by.name, day_in_words(each.returned_on), each.why) for each in returns),
        decision=assessment.decision,
        stop_reason=assessment.stop_reason,
        is_open=state.is_open,
        why_not={
            step.value: why_not(
                step,
                state,
                is_writer=is_writer,
                is_submitter=is_submitter,
                is_checked=assessment.checked_on is not None,
            )
            for step in Step
        },
    )


@dataclass(frozen=True)
class ReferralsNow:
    """The children in need, by key, and the day of each referral that no assessment has answered yet."""

    in_need: frozenset[int]
    unanswered: dict[int, date]


def referrals_now(case: Case) -> ReferralsNow:
    """Who is in need decides the basis of an assessment; an unanswered referral the day it counts from. One query.

    A statutory assessment that was authorised after the referral has answered it: the next one is asked for on a day of
    its own. One that ended without being authorised answered nothing.
    """
    part = AssessmentChild.objects.filter(child=OuterRef("child"), ended_on__gte=OuterRef("referred_on"))
    answers = part.filter(assessment__legal_basis__in=STATUTORY).exclude(assessment__authorised_on=None)
    found = Episode.objects.in_need().filter(case=case).annotate(is_answered=Exists(answers))
    rows = list(found.values_list("child", "referred_on", "is_answered"))
    return ReferralsNow(frozenset(key for key, _, _ in rows), {key: day for key, day, done in rows if not done})


def parents_of(case: Case) -> list[Member]:
    """Who must hear what is written about the children: parents, and whoever may decide for them. One query."""
    kinds = (Relationship.Kind.MOTHER, Relationship.Kind.FATHER, Relationship.Kind.PARENT)
    ties = Relationship.objects.filter(case=case, ended_on=None, other__kind=Member.Kind.CHILD)
    near = ties.filter(kind__in=kinds) | ties.filter(parental_responsibility=True)
    return list(Member.objects.filter(kind=Member.Kind.ADULT, pk__in=near.values("one")).order_by("pk"))


def kept_rule(code: str, on: date) -> Timescale:
    """A timescale as this council keeps it on that day, switched on or not. One query."""
    kept = [rule for rule in timescales([_SHIPPED[code]], on) if not rule.effective_to or rule.effective_to > on]
    return kept[-1] if kept else _SHIPPED[code]


def _due(since: date, parts: Sequence[AssessmentChild]) -> tuple[date, str]:
    """The day, and how it was counted: as the clock has it, else as the timescale in force says."""
    children = [part.child_id for part in parts]
    clock = Clock.objects.filter(child__in=children, rule=RULE, anchor_on=since).order_by("due_on").first()
    if clock:
        return clock.due_on, f"{clock.amount} {_UNITS.get(clock.unit, clock.unit)}"
    due = next_due(kept_rule(RULE, since), since, calendar=calendar())
    return due.due_on, f"{due.amount} {_UNITS.get(due.unit, due.unit)}"


def _steps(assessment: Assessment) -> tuple[StepLine, ...]:
    taken = [
        ("Begun", assessment.started_on, assessment.worker),
        ("A manager’s checkpoint", assessment.checked_on, assessment.checked_by),
        ("Shared with the family", assessment.shared_on, None),
        ("Submitted", assessment.submitted_on, assessment.submitted_by),
        ("Authorised", assessment.authorised_on, assessment.authorised_by),
    ]
    if assessment.stopped_on:
        taken[-1] = ("Ended without being authorised", assessment.stopped_on, None)
    return tuple(
        StepLine(what, day_in_words(day) if day else "", day.isoformat() if day else "", who.name if who else "")
        for what, day, who in taken
    )


def what_was_done(assessment: Assessment) -> tuple[tuple[str, str, str], ...]:
    """Day, ISO day and a sentence for each step that was taken, oldest first. One query."""
    entries = ChronologyEntry.objects.filter(
        case=assessment.case, kind=ChronologyEntry.Kind.ASSESSMENT, subject_id=assessment.pk
    ).order_by("happened_on", "pk")
    return tuple((day_in_words(e.happened_on), e.happened_on.isoformat(), e.summary) for e in entries)


def _found(part: AssessmentChild) -> FoundLine:
    child = part.child
    in_need = {None: "", True: "A child in need", False: "Not a child in need"}[part.is_in_need]
    found = tuple(FACTORS.get(code, code) for code in part.factors)
    return FoundLine(child.pk, child.name, initials(f"{child.given_name} {child.family_name}"), in_need, found)


def _urgency(due_on: date, on: date) -> str:
    days = (due_on - on).days
    return "late" if days < 0 else "soon" if days <= SOON else "ahead"

"""Verbs about assessments: begun, looked at, shared, submitted, then authorised, given back or ended."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import (
    Assessment,
    AssessmentChild,
    AssessmentReturn,
    Case,
    ChronologyEntry,
    Episode,
    Involvement,
    Member,
    Sharing,
)
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.decisions import decide
from cases.operations.refusing import Refusal, in_words
from cases.operations.writing import begin_writing
from cases.readings.assessments import why_not_now
from cases.readings.sharing import still_to_hear
from cases.rules.answers import Answer, write_answer
from cases.rules.assessing import Finding, Step, factors_wrong
from cases.rules.deciding import Decided
from cases.rules.visits import in_a_row


class NotAssessed(Refusal):
    """A step of an assessment that cannot be taken, or not so."""


_RACES = {
    name: ("Somebody has just begun an assessment of one of these children. Look at it first.", "children")
    for name in ("one_open_assessment_for_each_child", "assessments_of_a_child_do_not_overlap")
} | {
    "nothing_begins_after_the_closing": (
        "One of these children is not in need now. Take the referral first.",
        "children",
    )
}


@transaction.atomic
def start_assessment(
    *, case: Case, children: Sequence[Member], legal_basis: str, counts_from_on: date, started_on: date, by: User
) -> Assessment:
    """Begin one assessment of these children. Its 45 working days count from `counts_from_on`, the referral's day.

    Its writer is the children's present lead worker; nobody yet, when nobody leads for them. Raises NotAssessed.
    """
    _check_beginning(case, children, legal_basis, counts_from_on, started_on)
    with in_words(NotAssessed, _RACES):
        assessment = Assessment.objects.create(
            case=case,
            legal_basis=legal_basis,
            counts_from_on=counts_from_on,
            started_on=started_on,
            worker=_lead_of(children),
        )
        AssessmentChild.objects.bulk_create(
            AssessmentChild(case=case, assessment=assessment, child=child, started_on=started_on) for child in children
        )
    begin_writing(case=case, paper="assessment", assessment=assessment, by=by, on=started_on)
    names = in_a_row([child.first_name for child in children])
    _say(assessment, started_on, f"{by.name} began an assessment of {names}", by, children, "began an assessment")
    return assessment


@transaction.atomic
def check_assessment(*, assessment: Assessment, by: User, on: date, words: str) -> None:
    """A manager's checkpoint: does it need all of its days? Not by its writer. Raises NotAssessed."""
    now = _lock(assessment, Step.CHECK, by)
    _change(now, checked_on=on, checked_by=by, check_note=words)
    _say(now, on, f"{by.name} looked at how the assessment goes", by, None, "looked at an assessment")


@transaction.atomic
def share_assessment(*, assessment: Assessment, by: User, on: date, answer: Answer) -> None:
    """The family has read or heard it, on that day, and said what `answer` holds; sharing it again replaces both.

    Raises NotAssessed.
    """
    now = _lock(assessment, Step.SHARE, by)
    _not_before_it_began(now, on, "shared_on")
    _change(now, worker_id=now.worker_id or by.pk, shared_on=on, familys_answer=write_answer(answer))
    _say(now, on, f"{by.name} shared the assessment with the family", by, None, "shared an assessment")


@transaction.atomic
def submit_assessment(*, assessment: Assessment, by: User, on: date, why_not_shared: str = "") -> None:
    """It is ready for a manager. Only after it was shared with the family, or with why it could not be.

    Raises NotAssessed.
    """
    now = _lock(assessment, Step.SUBMIT, by)
    told = Sharing.objects.filter(writing__assessment=now).select_related("writing__case").first()
    if told and (left := still_to_hear(told.writing)):
        raise NotAssessed(f"Nobody wrote down whether {in_a_row(left)} has read or heard it. Share it, or say why not.")
    if not (now.shared_on or why_not_shared or told):
        raise NotAssessed("Share it with the family first, or write why it could not be shared.", "why_not_shared")
    _not_before_it_began(now, on)
    changes: dict[str, Any] = {"submitted_on": on, "submitted_by": by}
    if why_not_shared and not now.shared_on:
        changes["familys_answer"] = why_not_shared
    _change(now, worker_id=now.worker_id or by.pk, **changes)
    _say(now, on, f"{by.name} submitted the assessment", by, None, "submitted an assessment")


@transaction.atomic
def authorise_assessment(
    *, assessment: Assessment, by: User, on: date, decision: str, findings: Sequence[Finding], decided: Decided
) -> None:
    """A manager who neither wrote nor submitted it says so, what is decided, and what was found for each child.

    `decided` says who was heard on the outcome. Raises NotAssessed, NotDecided.
    """
    now = _lock(assessment, Step.AUTHORISE, by)
    found = {finding.child_id: finding for finding in findings}
    parts = list(now.parts.select_related("child"))
    for part in parts:
        if part.child_id not in found:
            raise NotAssessed(f"Choose whether {part.child.first_name} is a child in need.")
        if wrong := factors_wrong(list(found[part.child_id].factors)):
            raise NotAssessed(f"{part.child.first_name}: {wrong}", f"factors_{part.child_id}")
    _change(now, authorised_on=on, authorised_by=by, decision=decision)
    for part in parts:
        finding = found[part.child_id]
        factors = list(dict.fromkeys(finding.factors))
        AssessmentChild.objects.filter(pk=part.pk).update(
            ended_on=on, is_in_need=finding.is_in_need, factors=factors, version=F("version") + 1
        )
    children = [part.child for part in parts]
    decide(
        case=now.case, kind="assessment", subject_id=now.pk, children=children, decided=decided, by=by, on=on
    )  # fmt: skip
    _say(now, on, f"{by.name} authorised the assessment", by, None, "authorised an assessment")


@transaction.atomic
def give_back(*, assessment: Assessment, by: User, on: date, why: str) -> None:
    """A manager gives it back to its writer: a draft again, and what was shared stays said. Raises NotAssessed."""
    now = _lock(assessment, Step.GIVE_BACK, by)
    AssessmentReturn.objects.create(case=now.case, assessment=now, returned_on=on, returned_by=by, why=why)
    _change(now, submitted_on=None, submitted_by=None)
    _say(now, on, f"{by.name} gave the assessment back, to be completed", by, None, "gave an assessment back")


@transaction.atomic
def stop_assessment(*, assessment: Assessment, by: User, on: date, why: str) -> None:
    """It ends without being authorised, on that day: the family moved, or does not want help. Raises NotAssessed."""
    now = _lock(assessment, Step.STOP, by)
    _not_before_it_began(now, on, "stopped_on")
    _change(now, stopped_on=on, stop_reason=why)
    AssessmentChild.objects.filter(assessment=now).update(ended_on=on, version=F("version") + 1)
    _say(now, on, f"{by.name} ended the assessment without authorising it", by, None, "ended an assessment")


def _check_beginning(
    case: Case, children: Sequence[Member], legal_basis: str, counts_from_on: date, started_on: date
) -> None:
    if not children:
        raise NotAssessed("Choose at least one child.", "children")
    if counts_from_on > started_on:
        raise NotAssessed("It cannot begin before the day it counts from.", "started_on")
    keys = [child.pk for child in children]
    for child in children:
        if child.died_on and child.died_on <= started_on:
            raise NotAssessed(f"{child.first_name} died on {day_in_words(child.died_on)}.", "children")
    if legal_basis != "early-help":
        _check_referrals(children, counts_from_on)
    others = AssessmentChild.objects.filter(case=case, child__in=keys).exclude(ended_on__lte=started_on)
    for other in others.select_related("child").order_by("child__born_on", "child_id"):
        if other.ended_on is None or other.ended_on > other.started_on:
            began = day_in_words(other.started_on)
            until = f" to {day_in_words(other.ended_on)}" if other.ended_on else ", which is open"
            raise NotAssessed(f"{other.child.first_name} has an assessment from {began}{until}.", "children")


def _check_referrals(children: Sequence[Member], counts_from_on: date) -> None:
    """Nothing is assessed as need or protection before a referral, or after the closing (1103, 8565)."""
    found = Episode.objects.in_need().filter(child__in=[child.pk for child in children])
    referred = dict(found.values_list("child", "referred_on"))
    for child in children:
        if child.pk not in referred:
            raise NotAssessed(f"{child.first_name} has no open referral. Take the referral first.", "children")
        if counts_from_on < referred[child.pk]:
            day = day_in_words(referred[child.pk])
            raise NotAssessed(f"{child.first_name} was referred on {day}: it counts from then.", "counts_from_on")


def _lock(assessment: Assessment, step: Step, by: User) -> Assessment:
    """The assessment as it is now, held until the end of the transaction, if this person may take the step."""
    now = Assessment.objects.select_for_update().get(pk=assessment.pk)
    now.case = assessment.case
    if sentence := why_not_now(now, step, by):
        raise NotAssessed(sentence)
    return now


def _not_before_it_began(now: Assessment, on: date, about: str = "") -> None:
    if on < now.started_on:
        day = day_in_words(now.started_on)
        raise NotAssessed(f"Enter a day on or after {day}, when the assessment began.", about)


def _change(now: Assessment, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(now, name, value)
    Assessment.objects.filter(pk=now.pk).update(**changes, version=F("version") + 1)


def _say(
    assessment: Assessment, on: date, summary: str, by: User, children: Sequence[Member] | None, done: str
) -> None:
    """The timeline, the record of what was done, and the clocks: in this order after every step."""
    about = list(assessment.children.all()) if children is None else children
    note(
        case=assessment.case,
        on=on,
        kind=ChronologyEntry.Kind.ASSESSMENT,
        summary=summary,
        children=about,
        subject_id=assessment.pk,
        by=by,
    )
    record(action=done, subject=assessment, case_id=assessment.case_id)
    keep_clocks(case=assessment.case)


def _lead_of(children: Sequence[Member]) -> User | None:
    found = Involvement.objects.filter(child__in=[child.pk for child in children], leads_now=True)
    lead = found.select_related("worker").order_by("started_on", "pk").first()
    return lead.worker if lead else None

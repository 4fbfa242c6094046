"""Verbs about what people say of our work: written down, acknowledged, answered, taken to the next stage."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.access import Permission, may
from camden.audit import record
from camden.models import User
from cases.models import Case, ChronologyEntry, Complaint, Member
from cases.operations.chronology import note
from cases.operations.refusing import Refusal
from cases.rules.complaints import COMPLAINT, COMPLIMENT, LAST_STAGE, Course, SaidOfUs

MANAGERS_ANSWER = "A manager of the family’s team answers what somebody complains of."


class NotComplained(Refusal):
    """It could not be written down or answered so."""


@transaction.atomic
def take_complaint(*, case: Case, said: SaidOfUs, by: User, on: date) -> Complaint:
    """Write down a complaint, a compliment or a comment, in the words of whoever said it. Raises NotComplained.

    A compliment stands on the timeline, where the people who work with the family read it. A complaint stands on none.
    """
    if said.received_on > on:
        raise NotComplained("Enter today or an earlier day.", "received_on")
    if said.member is None and not said.said_by:
        raise NotComplained("Write who said it.", "said_by")
    member = Member.objects.get(case=case, pk=said.member) if said.member else None
    complaint = Complaint.objects.create(case=case, recorded_by=by, **(asdict(said) | {"member": member}))
    if said.kind == COMPLIMENT:
        who = member.first_name if member else said.said_by
        note(
            case=case,
            on=said.received_on,
            kind=ChronologyEntry.Kind.COMPLIMENT,
            summary=f"{who} thanked us: {' '.join(said.words.split())}",
            children=[member] if member and member.kind == Member.Kind.CHILD else [],
            subject_id=complaint.pk,
            by=by,
        )
    record(action="wrote down what somebody said of our work", subject=complaint, case_id=case.pk)
    return complaint


@transaction.atomic
def acknowledge(*, complaint: Complaint, day: date, by: User, on: date) -> None:
    """We told them that we have it. Raises NotComplained."""
    _check(complaint, by)
    _check_day(complaint.received_on, day, on)
    _change(complaint, {"acknowledged_on": None}, acknowledged_on=day)


@transaction.atomic
def extend(*, complaint: Complaint, why: str, by: User, on: date) -> None:
    """This stage takes longer, and why; once, as far as its timescale allows. Raises NotComplained."""
    _check(complaint, by)
    if not why:
        raise NotComplained("Write why it takes longer: whoever complained is told this.", "why")
    if course_of(complaint).is_extended:
        raise NotComplained("This stage was extended already.", "what")
    if complaint.stage == LAST_STAGE:
        raise NotComplained("A panel is not put off: this stage has one length.", "what")
    _change(complaint, {"stage": complaint.stage}, extended_on=on, extended_why=why)


@transaction.atomic
def answer(
    *, complaint: Complaint, words: str, outcome: str, learned: str, answered_on: date, by: User, on: date
) -> None:
    """Answer it at the stage where it is: the words they were given, what came of it, what we learned.

    Raises NotComplained.
    """
    _check(complaint, by)
    _check_day(course_of(complaint).counts_from, answered_on, on)
    facts: dict[str, Any] = {
        "answered_on": answered_on,
        "answered_by": by,
        "answer": words,
        "outcome": outcome,
        "learned": learned,
    }
    _change(complaint, {"stage": complaint.stage}, **facts)


@transaction.atomic
def go_further(*, complaint: Complaint, day: date, by: User, on: date) -> None:
    """They are not content with the answer, or ask for it at once: it goes to the next stage. Raises NotComplained.

    The answer of the stage before stays in the history of the row, from which its page shows it.
    """
    _check(complaint, by, is_open=False)
    if complaint.stage >= LAST_STAGE:
        raise NotComplained("The panel is the last stage here.", "what")
    _check_day(complaint.answered_on or course_of(complaint).counts_from, day, on)
    nothing: dict[str, Any] = {"answered_on": None, "answered_by": None, "answer": "", "outcome": "", "learned": ""}
    begun: dict[str, Any] = {
        "stage": complaint.stage + 1,
        "stage_since_on": day,
        "extended_on": None,
        "extended_why": "",
    }
    _change(complaint, {"stage": complaint.stage}, is_open=False, **begun, **nothing)


def course_of(complaint: Complaint) -> Course:
    """How far it has gone, as the rules take it."""
    return Course(complaint.stage, complaint.received_on, complaint.stage_since_on, complaint.extended_on)


def _check(complaint: Complaint, by: User, *, is_open: bool = True) -> None:
    if complaint.kind != COMPLAINT:
        raise NotComplained("Nothing of this needs an answer: it is no complaint.")
    if not may(by, Permission.CASE_AUTHORISE):
        raise NotComplained(MANAGERS_ANSWER)
    if is_open and complaint.answered_on:
        raise NotComplained("It was answered already.")


def _check_day(first: date, day: date, on: date) -> None:
    if not first <= day <= on:
        raise NotComplained("Enter a day between then and today.", "day")


def _change(complaint: Complaint, still: dict[str, Any], *, is_open: bool = True, **facts: Any) -> None:
    """Of two managers at once, one is told that the other was first."""
    rows = Complaint.objects.filter(pk=complaint.pk, case=complaint.case_id, **still)
    if is_open:
        rows = rows.filter(answered_on=None)
    if not rows.update(**facts, version=F("version") + 1):
        raise NotComplained("Somebody else was a moment earlier. Look at what they wrote first.")
    for name, value in facts.items():
        setattr(complaint, name, value)
    record(action="went on with a complaint", subject=complaint, case_id=complaint.case_id)

"""Verbs about clinical consultation: ask for one, write it, add to it, say how the family agrees, visit together."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import F, QuerySet

from camden.access import Role
from camden.audit import record
from camden.models import Membership, User
from camden.operations.versions import change
from cases.models import Case, Member, PlannedVisit
from cases.operations.planned_visits import plan_visit
from cases.operations.refusing import Refusal, in_words
from supervision.models import Consultation, ConsultationAddendum
from supervision.rules.consulting import WITHOUT_NAMES, is_locked, named_in, names_a_family
from supervision.rules.words import in_a_row

LOCKED = ("This was written more than two days ago and stays as it is. Add to it instead.", "")
NO_CHILD = ("Choose no child: without names, nobody may know who it is about.", "child")
_SENTENCES = {
    "a_consultation_is_locked": LOCKED,
    "a_clinician_writes_their_own": ("These words are the clinician’s to write.", ""),
}


class NotConsulted(Refusal):
    """A consultation cannot be asked for, written or changed so."""


@dataclass(frozen=True)
class Thought:
    """What a clinician and a worker thought together: the five fields, and a referral if there was one."""

    held_on: date
    formulation: str
    suggestions: str
    worker_will: str
    look_again_on: date | None = None
    specialist_referral_on: date | None = None


@transaction.atomic
def ask_consultation(
    *,
    case: Case,
    by: User,
    clinician: User,
    question: str,
    consent: str,
    on: date,
    child: Member | None = None,
    family_told: str = "",
) -> Consultation:
    """A worker asks a clinician to think with them. `consent` is a code of Consultation.Consent.

    Raises NotConsulted for somebody who is no clinician, and where a family that has not agreed is named in the words.
    """
    if not _clinicians().filter(user=clinician).exists() or clinician.pk == by.pk:
        raise NotConsulted("Choose somebody else to ask.", "clinician")
    if consent == WITHOUT_NAMES and child is not None:
        raise NotConsulted(*NO_CHILD)
    if not names_a_family(consent):
        _without_names(case, question=question, family_told=family_told)
    asked = Consultation.objects.create(
        case=case,
        child=child,
        asked_by=by,
        asked_on=on,
        question=question,
        clinician=clinician,
        consent=consent,
        family_told=family_told,
    )
    record(action="asked for a consultation", subject=asked, case_id=case.pk)
    return asked


@transaction.atomic
def write_consultation(
    *, consultation: Consultation, by: User, thought: Thought, at: datetime, version: int | None
) -> Consultation:
    """The clinician writes what was thought, as often as they like for 48 hours. Raises NotConsulted, Overtaken."""
    if consultation.clinician_id != by.pk:
        raise NotConsulted(*_SENTENCES["a_clinician_writes_their_own"])
    if consultation.withdrawn_on:
        raise NotConsulted("This was taken back by whoever asked.")
    if is_locked(consultation.written_at, at):
        raise NotConsulted(*LOCKED)
    if thought.held_on < consultation.asked_on:
        raise NotConsulted("Enter a day on or after the day it was asked for.", "held_on")
    with in_refusals():
        written: Consultation = change(
            consultation,
            version=version,
            held_on=thought.held_on,
            formulation=thought.formulation,
            suggestions=thought.suggestions,
            worker_will=thought.worker_will,
            look_again_on=thought.look_again_on,
            specialist_referral_on=thought.specialist_referral_on,
            written_at=consultation.written_at or at,
        )
    record(action="wrote a consultation", subject=consultation, case_id=consultation.case_id)
    return written


@transaction.atomic
def add_to_consultation(*, consultation: Consultation, by: User, words: str, at: datetime) -> ConsultationAddendum:
    """Its clinician, or whoever sees the record, adds something. Nobody changes an addendum. Raises NotConsulted."""
    if consultation.written_at is None:
        raise NotConsulted("Nothing is written yet that could be added to.")
    added = ConsultationAddendum.objects.create(
        case_id=consultation.case_id, consultation=consultation, words=words, written_by=by, written_at=at
    )
    record(action="added to a consultation", subject=consultation, case_id=consultation.case_id)
    return added


@transaction.atomic
def say_how_family_agrees(
    *, consultation: Consultation, consent: str, family_told: str, child: Member | None, version: int | None
) -> Consultation:
    """Whether the family agrees now, and what it knows. Leave that is taken back takes the name from the clinician.

    For somebody who sees the record; at any time, locked or not. Raises NotConsulted, Overtaken.
    """
    if consent == WITHOUT_NAMES:
        if child is not None:
            raise NotConsulted(*NO_CHILD)
        _without_names(consultation.case, consent=consultation.question, family_told=family_told)
    elif not names_a_family(consent):
        _without_names(consultation.case, family_told=family_told)
    with in_refusals():
        said: Consultation = change(
            consultation, version=version, consent=consent, family_told=family_told, child=child
        )
    record(action="said how a family agrees to a consultation", subject=consultation, case_id=consultation.case_id)
    return said


@transaction.atomic
def withdraw_consultation(*, consultation: Consultation, on: date) -> None:
    """Whoever asked needs it no more. What was written stays. Raises NotConsulted once something is written."""
    waiting = Consultation.objects.filter(pk=consultation.pk, written_at=None, withdrawn_on=None)
    if not waiting.update(withdrawn_on=on, version=F("version") + 1):
        raise NotConsulted("Something was written about it meanwhile: it stays.")
    record(action="took back what was asked of a clinician", subject=consultation, case_id=consultation.case_id)


@transaction.atomic
def plan_joint_visit(
    *, consultation: Consultation, by: User, planned_on: date, on: date, starts: time | None = None
) -> PlannedVisit:
    """The worker who asked visits with the clinician. Only a family that agreed meets one.

    Raises NotConsulted, and NotPlanned (of cases) for a day that does not fit.
    """
    if not names_a_family(consultation.consent):
        raise NotConsulted("A clinician meets a family only once it has agreed. Say first how the family agrees.")
    planned = plan_visit(
        case=consultation.case,
        worker=consultation.asked_by,
        by=by,
        planned_on=planned_on,
        on=on,
        starts=starts,
        companion=consultation.clinician,
    )
    Consultation.objects.filter(pk=consultation.pk).update(joint_visit=planned, version=F("version") + 1)
    record(action="planned a visit with a clinician", subject=consultation, case_id=consultation.case_id)
    return planned


@contextmanager
def in_refusals() -> Iterator[None]:
    """What the wall refuses about a consultation, as NotConsulted."""
    with in_words(NotConsulted, _SENTENCES):
        yield


def _clinicians() -> QuerySet[Membership]:
    return Membership.objects.filter(role=Role.CLINICIAN, ended_on=None, user__is_active=True)


def _without_names(case: Case, **said: str) -> None:
    """Who has not agreed to be named is named in nothing that the clinician reads. `said` by the answer it is about."""
    people = Member.objects.filter(case=case).values_list("given_name", "family_name")
    names = [case.name, *(name for pair in people for name in pair if name)]
    for field, words in said.items():
        if found := named_in(words, names):
            sentence = f"{in_a_row(found)} can be read here. Until the family agrees, write “the older girl”."
            raise NotConsulted(sentence, field)

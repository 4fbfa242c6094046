"""Verbs of what keeps people safe: say it at any time, and say when it is over. The coordinator hears of both."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.outbox import enqueue
from conferences.models import FamilyConference, SafetyFact

BEGAN, OVER = "conference-safety", "conference-safety-over"


class EndedAlready(Exception):
    """Somebody else has said already that this is over."""


@transaction.atomic
def add_safety_fact(
    *,
    conference: FamilyConference,
    kind: str,
    about: str,
    words: str,
    by: User,
    on: date,
    ends_on: date | None = None,
) -> SafetyFact:
    """Something that keeps people safe, said by whoever sees the record. It asks nobody's consent."""
    fact = SafetyFact.objects.create(
        case_id=conference.case_id,
        conference=conference,
        kind=kind,
        about=about,
        words=words,
        ends_on=ends_on,
        said_by=by,
        said_on=on,
    )
    _tell(conference, fact, BEGAN, on)
    record(action="said what keeps people safe at a conference", subject=fact, case_id=conference.case_id)
    return fact


@transaction.atomic
def end_safety_fact(*, fact: SafetyFact, by: User, ended_on: date, on: date) -> None:
    """It is over since that day, and stays to be read. Raises EndedAlready."""
    still = SafetyFact.objects.filter(pk=fact.pk, ended_on=None)
    if not still.update(ended_on=ended_on, version=F("version") + 1):
        raise EndedAlready
    _tell(fact.conference, fact, OVER, on)
    record(action="ended what kept people safe at a conference", subject=fact, case_id=fact.case_id)


def _tell(conference: FamilyConference, fact: SafetyFact, kind: str, on: date) -> None:
    """Each fact begins and ends once, so neither message is ever taken for one that was sent before."""
    if conference.coordinator_id:
        enqueue(kind=kind, recipient_id=conference.coordinator_id, subject=fact, due_on=on)

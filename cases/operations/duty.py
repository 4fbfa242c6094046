"""Verbs of whoever answers for a family while its own workers are away."""

from datetime import date, datetime

from django.db import transaction

from camden.audit import record
from camden.models import User
from camden.outbox import enqueue_all
from cases.access import OPENS_THE_CASE
from cases.models import Case, ChronologyEntry, DutyNote, Exclusion, Involvement, Member
from cases.operations.chronology import note


@transaction.atomic(savepoint=False)
def hand_over(*, case: Case, by: User, at: datetime, on: date, why: str, done: str, left_to_do: str = "") -> DutyNote:
    """Leave a hand-over note: it is on the timeline, and heads *My day* of everybody who works with the family.

    `on` is the day of `at`. Each present worker but the writer gets one message; somebody who must not see the
    record gets none.
    """
    written = DutyNote.objects.create(case=case, writer=by, written_at=at, why=why, done=done, left_to_do=left_to_do)
    note(
        case=case,
        on=on,
        kind=ChronologyEntry.Kind.DUTY,
        summary=f"{by.name} left a hand-over note: {' '.join(why.split())}",
        children=list(Member.objects.children().filter(case=case)),
        subject_id=written.pk,
        by=by,
    )
    enqueue_all(kind="duty-note", recipient_ids=workers_of(case, but=by), subject=written, due_on=on)
    record(action="left a hand-over note", subject=written, case_id=case.pk)
    return written


def workers_of(case: Case, *, but: User) -> list[int]:
    """Keys of the people who work with the family now and whom the record is open to, without one of them."""
    excluded = Exclusion.objects.filter(case=case, lifted_on=None)
    present = Involvement.objects.filter(
        case=case, ended_on=None, scope__in=OPENS_THE_CASE, worker__is_active=True
    ).exclude(worker__in=excluded.values("worker"))
    return sorted(set(present.exclude(worker=but).values_list("worker", flat=True)))

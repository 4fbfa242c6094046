"""Verbs about a record as a whole: closed when nothing runs in it any more, open again when something begins."""

from datetime import date

from django.db import connection, transaction

from camden.audit import record
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Case, ChronologyEntry, Involvement, Member
from cases.operations.allocation import end_involvement
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.refusing import Refusal
from cases.readings.closing import last_ending, what_runs


class RecordNotClosed(Refusal):
    """The record has to stay open, or not to close on that day. Says why."""


@transaction.atomic
def end_record(*, case: Case, on: date, words: str, by: User, today: date) -> None:
    """Help by agreement is over and nobody is in need: the record closes that day, and whoever led is free.

    `words` say how the family was left. Anybody who works with the family may: what ended, ended before, and the
    ending of statutory work is agreed by a manager elsewhere. Raises RecordNotClosed, NotAllocated.
    """
    if still := what_runs(case):
        raise RecordNotClosed(f"{still[0].what} is open. It has to end first.")
    if on > today:
        raise RecordNotClosed("The closing cannot be after today.", "closed_on")
    if (last := last_ending(case)) and on < last:
        raise RecordNotClosed(f"Help went on until {day_in_words(last)}: enter that day or a later one.", "closed_on")
    children = list(Member.objects.children().filter(case=case))
    said = f"{by.name} closed the record: {words}"
    note(case=case, on=on, kind=ChronologyEntry.Kind.CLOSURE, summary=said, children=children, by=by)
    record(action="closed a record", subject=case, case_id=case.pk)
    keep_clocks(case=case)
    close_record(case=case, on=on)


@transaction.atomic(savepoint=False)
def close_record(*, case: Case, on: date) -> None:
    """The record closes, and whoever led is free. Whoever calls has checked. Raises NotAllocated."""
    with connection.cursor() as cursor:
        cursor.execute("select close_case(%s, %s)", [case.pk, on])
    leads = Involvement.objects.filter(case=case, role=Involvement.Role.LEAD, ended_on=None)
    for lead in leads.select_related("worker", "child"):
        lead.case = lead.child.case = case
        end_involvement(involvement=lead, on=max(on, lead.started_on))


@transaction.atomic(savepoint=False)
def reopen_record(*, case: Case) -> None:
    """A closed record with a child in need, or with help by agreement, is open again."""
    with connection.cursor() as cursor:
        cursor.execute("select reopen_case(%s)", [case.pk])

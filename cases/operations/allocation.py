"""Verbs about who works with a child. Written by functions of the database, which hold the rules for everybody."""

from datetime import date
from typing import Any

from django.db import DatabaseError, connection, transaction

from camden.audit import record
from camden.models import Team, User
from cases.access import CaseScope
from cases.models import ChronologyEntry, Involvement, Member
from cases.operations.chronology import note
from cases.rules.codesets import WORKER_CHANGE_REASON


class NotAllocated(Exception):
    """The allocation was not made. Says why in a sentence for the person who tried, and `about` which answer it is."""

    def __init__(self, sentence: str, about: str = "to") -> None:
        super().__init__(sentence)
        self.about = about


# What the functions of wall.sql refuse with: the sentence, and the answer it is about.
_SENTENCES = {
    "no such child": ("This child's record is not open to you.", "to"),
    "worker is not in that team": ("This person does not work in that team any more. Choose somebody else.", "to"),
    "worker cannot take this record": ("This person cannot take this record. Choose somebody else.", "to"),
    "a change of lead needs its reason": ("Choose why the worker changes.", "reason"),
    "this worker is the lead already": ("This person is the lead worker already.", "to"),
    "the change is before the present lead began": (
        "Enter a day on or after the day the present lead worker began.",
        "started_on",
    ),
}


@transaction.atomic
def allocate(*, child: Member, to: User, team: Team, on: date, reason: str = "") -> Involvement:
    """Make somebody the child's lead worker from that day, and end the lead before.

    `reason` is one of the ten codes of WORKER_CHANGE_REASON; demanded when the child had a lead before, and
    FCONTA (first contact) otherwise. Raises NotAllocated.
    """
    involvement = _involve(child=child, to=to, team=team, role=Involvement.Role.LEAD, on=on, reason=reason)
    why = f" ({WORKER_CHANGE_REASON[reason].lower()})" if reason else ""
    note(
        case=child.case,
        on=on,
        kind=ChronologyEntry.Kind.ALLOCATION,
        summary=f"{to.name} became lead worker of {child.first_name}{why}",
        children=[child],
        subject_id=involvement.pk,
    )
    record(action="allocated a lead worker", subject=involvement, case_id=child.case_id)
    return involvement


@transaction.atomic
def involve(
    *, child: Member, worker: User, team: Team, role: Involvement.Role, on: date, scope: CaseScope = CaseScope.FULL,
    is_cover: bool = False,
) -> Involvement:
    """Somebody else takes up work with the child, or covers its lead. Never a change of worker. Raises NotAllocated."""
    involvement = _involve(child=child, to=worker, team=team, role=role, on=on, scope=scope, is_cover=is_cover)
    note(
        case=child.case,
        on=on,
        kind=ChronologyEntry.Kind.ALLOCATION,
        summary=f"{worker.name} began to work with {child.first_name}: {involvement.get_role_display().lower()}",
        children=[child],
        subject_id=involvement.pk,
    )
    record(action="involved a worker", subject=involvement, case_id=child.case_id)
    return involvement


@transaction.atomic
def end_involvement(*, involvement: Involvement, on: date) -> None:
    """A worker's work with a child ends that day. Raises NotAllocated."""
    _call("select end_involvement(%s, %s)", [involvement.pk, on])
    record(action="ended an involvement", subject=involvement, case_id=involvement.case_id)


def _involve(
    *, child: Member, to: User, team: Team, role: Involvement.Role, on: date, scope: CaseScope = CaseScope.FULL,
    is_cover: bool = False, reason: str = "",
) -> Involvement:
    key = _call(
        "select involve_worker(%s, %s, %s, %s, %s, %s, %s, %s)",
        [child.pk, to.pk, team.pk, role, scope, is_cover, on, reason],
    )
    return Involvement.objects.get(pk=key)


def _call(statement: str, values: list[Any]) -> Any:
    """Call a function of wall.sql in a savepoint, so that its refusal can be told and the request goes on."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchone()[0]
    except DatabaseError as error:
        said = str(error).splitlines()[0]
        if said in _SENTENCES:
            raise NotAllocated(*_SENTENCES[said]) from error
        raise

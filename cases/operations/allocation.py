"""Verbs about who works with a child. Written by functions of the database, which hold the rules for everybody."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import DatabaseError, connection, transaction

from camden.audit import record
from camden.models import Team, User
from cases.access import CaseScope
from cases.models import ChronologyEntry, Involvement, Member
from cases.operations.agreements import pass_on
from cases.operations.chronology import note
from cases.operations.decisions import NOBODY_HEARD, NotDecided, decide
from cases.rules.codesets import WORKER_CHANGE_REASON, in_a_sentence
from cases.rules.deciding import Decided


class NotAllocated(Exception):
    """The allocation was not made. Says why in a sentence for the person who tried, and `about` which answer it is."""

    def __init__(self, sentence: str, about: str = "to") -> None:
        super().__init__(sentence)
        self.about = about


# What the functions of wall.sql refuse with: the sentence, and the answer it is about.
_SENTENCES = {
    "no such child": ("This child's record is not open to you.", "to"),
    "no such involvement": ("This work has ended already, or the record is not open to you.", "to"),
    "worker is not in that team": ("This person does not work in that team any more. Choose somebody else.", "to"),
    "worker cannot take this record": ("This person cannot take this record. Choose somebody else.", "to"),
    "nobody would see this restricted record": (
        "This record is restricted, and nobody else sees it. Involve somebody first.",
        "to",
    ),
    "a change of lead needs its reason": ("Choose why the worker changes.", "reason"),
    "this worker is the lead already": ("This person is the lead worker already.", "to"),
    "the change is before the present lead began": (
        "Enter a day on or after the day the present lead worker began.",
        "started_on",
    ),
}


@transaction.atomic
def allocate(
    *,
    child: Member,
    to: User,
    team: Team,
    on: date,
    reason: str = "",
    by: User | None = None,
    decided: Decided | None = None,
    decided_on: date | None = None,
) -> int:
    """Make somebody the child's lead worker from that day, and end the lead before. The row's key.

    `reason` is one of the ten codes of WORKER_CHANGE_REASON; demanded when the child had a lead before, and
    FCONTA (first contact) otherwise. Where somebody leads now, `by` decides, and `decided` says what the child and the
    parents wish about their worker, by `decided_on` (that day, unless said). Raises NotAllocated, NotDecided.
    """
    if before := replaced([child], to).get(child.pk):
        decide_change([child], before, decided, by, decided_on or on)
    return make_lead(child=child, to=to, team=team, on=on, reason=reason)


def replaced(children: Sequence[Member], to: User) -> dict[int, Involvement]:
    """The present lead of each of these children whom somebody else is to follow, by the child's key."""
    leads = Involvement.objects.filter(child__in=[child.pk for child in children], leads_now=True).exclude(worker=to)
    return {lead.child_id: lead for lead in leads.order_by("pk")}


def decide_change(
    children: Sequence[Member], before: Involvement, decided: Decided | None, by: User | None, on: date
) -> None:
    """A change of worker is decided, with what the children and their parents wish about it. Raises NotDecided.

    Before it is made: a handover may close the record to whoever decides.
    """
    if decided is None or by is None:
        raise NotDecided(NOBODY_HEARD, "least_formal")
    decide(
        case=children[0].case,
        kind="worker",
        subject_id=before.pk,
        children=children,
        decided=decided,
        by=by,
        on=on,
    )


@transaction.atomic
def make_lead(*, child: Member, to: User, team: Team, on: date, reason: str = "") -> int:
    """The change itself, once it is decided: what the lead before had agreed to do goes with the child.

    Raises NotAllocated.
    """
    if Member.objects.filter(pk=child.pk, case=child.case_id).exists():
        pass_on(child=child, to=to, on=on, because=f"{to.name} became lead worker of {child.first_name}"[:200])
    why = f" ({in_a_sentence(WORKER_CHANGE_REASON[reason])})" if reason else ""
    summary = f"{to.name} became lead worker of {child.first_name}{why}"
    role = Involvement.Role.LEAD
    key = _involve(child=child, to=to, team=team, role=role, on=on, reason=reason, summary=summary)
    record(action="allocated a lead worker", subject=Involvement(pk=key), case_id=child.case_id)
    return key


@transaction.atomic
def involve(
    *,
    child: Member,
    worker: User,
    team: Team,
    role: Involvement.Role,
    on: date,
    scope: CaseScope = CaseScope.FULL,
    is_cover: bool = False,
) -> int:
    """Somebody else takes up work with the child, or covers its lead: never a change of worker. The row's key.

    Raises NotAllocated.
    """
    what = f"cover as {role.label.lower()}" if is_cover else role.label.lower()
    summary = f"{worker.name} began to work with {child.first_name}: {what}"
    key = _involve(child=child, to=worker, team=team, role=role, on=on, summary=summary, scope=scope, is_cover=is_cover)
    record(action="involved a worker", subject=Involvement(pk=key), case_id=child.case_id)
    return key


@transaction.atomic
def end_involvement(*, involvement: Involvement, on: date) -> None:
    """A worker's work with a child ends that day, and the timeline says so. Raises NotAllocated."""
    if not Member.objects.filter(pk=involvement.child_id, case=involvement.case_id).exists():
        raise NotAllocated(*_SENTENCES["no such involvement"])
    role = involvement.get_role_display().lower()
    note(
        case=involvement.case,
        on=on,
        kind=ChronologyEntry.Kind.ALLOCATION,
        summary=f"{involvement.worker.name} stopped working with {involvement.child.first_name}: "
        + (f"cover as {role}" if involvement.is_cover else role),
        children=[involvement.child],
    )
    _call("select end_involvement(%s, %s)", [involvement.pk, on])
    record(action="ended an involvement", subject=involvement, case_id=involvement.case_id)


def _involve(
    *,
    child: Member,
    to: User,
    team: Team,
    role: Involvement.Role,
    on: date,
    summary: str,
    scope: CaseScope = CaseScope.FULL,
    is_cover: bool = False,
    reason: str = "",
) -> int:
    """Timeline first, and nothing fetched after: a handover may close the record to whoever hands it over."""
    if not Member.objects.filter(pk=child.pk, case=child.case_id).exists():
        raise NotAllocated(*_SENTENCES["no such child"])
    note(case=child.case, on=on, kind=ChronologyEntry.Kind.ALLOCATION, summary=summary, children=[child])
    key: int = _call(
        "select involve_worker(%s, %s, %s, %s, %s, %s, %s, %s)",
        [child.pk, to.pk, team.pk, role, scope, is_cover, on, reason],
    )
    return key


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

"""Fetching is checking: what cannot be fetched here does not exist for the person who asks.

Every function adds the records it opened to `request.opened`, from which the read event is written.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField
from django.http import Http404

from camden.models.once import Rows, later, rows_of
from cases.access import Whoever
from cases.models import (
    Action,
    BriefPart,
    Case,
    Clock,
    Complaint,
    DutyNote,
    Involvement,
    Member,
    PlannedVisit,
    ProposedMove,
    Visit,
    WorkerAsked,
)
from cases.models.case import OfCase

T = TypeVar("T", bound=OfCase)


def get_case(request: Any, pk: int) -> Case:
    """The record, if this person may see it. Raises Http404 otherwise, in the same words as for none at all.

    It says whether it is theirs (`is_theirs`), or opens to them through a team or a duty.
    """
    user = request.user
    if not user.is_active:
        raise Http404
    found = _one_case().made(case=pk, user=user.pk, teams=user.scope_team_ids)
    if not found:
        raise Http404
    request.opened.add(pk)
    return found[0]


@cache
def _one_case() -> Rows[Case]:
    """The rule of access as it holds for whoever asks, put together once: it is asked before every page."""
    whoever = Whoever(pk=later("user", BigIntegerField()), scope_team_ids=later("teams", ArrayField(BigIntegerField())))
    asked = Case.objects.visible_to(whoever).saying_whose(whoever).filter(pk=later("case", BigIntegerField()))
    return rows_of(asked, "is_theirs")


def get_child(request: Any, case_pk: int, pk: int, **beside: Any) -> Member:
    """A child of a visible record, with what is asked for `beside`, in one query. Raises Http404."""
    case = get_case(request, case_pk)
    child = Member.objects.filter(case=case, kind=Member.Kind.CHILD, pk=pk).annotate(**beside).first()
    if child is None:
        raise Http404
    child.case = case
    return child


def get_beneath(request: Any, model: type[T], case_pk: int, pk: int, *related: str) -> T:
    """A row of `model` beneath a visible record, with its `related` rows, and `case` set. Raises Http404."""
    case = get_case(request, case_pk)
    row = model._base_manager.filter(case=case, pk=pk).select_related(*related).first()
    if row is None:
        raise Http404
    row.case = case
    return row


def children_of(case: Case) -> list[Member]:
    """The children of a record that was fetched here, oldest first."""
    return list(Member.objects.children().filter(case=case))


def living_children(case: Case) -> list[Member]:
    """The children of a record that was fetched here and who are alive, oldest first."""
    return list(Member.objects.children().filter(case=case, died_on=None))


def people_of(case: Case) -> list[Member]:
    """Everybody of a record that was fetched here: children first, oldest first, then adults in the order they came."""
    people = Member.objects.filter(case=case)
    return sorted(people, key=lambda m: (m.kind != Member.Kind.CHILD, m.born_on or date.max, m.pk))


def get_part(case: Case, kind: str) -> BriefPart | None:
    """The part of *Before you meet them* that stands in a record fetched here; None while nobody wrote it."""
    return BriefPart.objects.filter(case=case, kind=kind, ended_on=None).first()


def children_among(parts: Any) -> list[Member]:
    """The children of what was fetched here, by its rows for each child, oldest first."""
    return list(Member.objects.children().filter(pk__in=parts.values("child")))


def get_visit(request: Any, case_pk: int, pk: int) -> Visit:
    """A visit of a visible record. Raises Http404."""
    case = get_case(request, case_pk)
    visit = Visit.objects.filter(case=case, pk=pk).select_related("worker", "companion", "struck_by", "account").first()
    if visit is None:
        raise Http404
    visit.case = case
    return visit


def get_visit_to_write_up(request: Any, case_pk: int, pk: int) -> Visit:
    """A visit that this person made, or came along to. Raises Http404 for everybody else's."""
    visit = get_visit(request, case_pk, pk)
    if request.user.pk not in (visit.worker_id, visit.companion_id):
        raise Http404
    return visit


def get_planned_visit(request: Any, case: Case, pk: int | None, on: date) -> PlannedVisit | None:
    """The open plan with that key, or this person's own for that day, of a record that was fetched here."""
    found = PlannedVisit.objects.waiting().filter(case=case)
    found = found.filter(pk=pk) if pk else found.filter(worker=request.user, planned_on=on)
    return found.order_by("starts", "pk").first()


def of_case(model: type[T], case: Case, keys: Sequence[int]) -> dict[int, T]:
    """Rows of a record that was fetched here, by key; no question when there are no keys."""
    found = {row.pk: row for row in model._base_manager.filter(case=case, pk__in=keys)} if keys else {}
    for row in found.values():
        row.case = case
    return found


def get_action(request: Any, case_pk: int, pk: int) -> Action:
    """What was agreed in a visible record. Raises Http404."""
    case = get_case(request, case_pk)
    action = Action.objects.filter(case=case, pk=pk).select_related("keeper", "agreed_by", "closed_by").first()
    if action is None:
        raise Http404
    action.case = case
    return action


def get_clock(request: Any, case_pk: int, pk: int) -> Clock:
    """A running clock of a visible record. Raises Http404: what was met needs no reason."""
    case = get_case(request, case_pk)
    clock = Clock.objects.running().filter(case=case, pk=pk).first()
    if clock is None:
        raise Http404
    clock.case = case
    return clock


def get_duty_note(request: Any, case_pk: int, pk: int) -> DutyNote:
    """A hand-over note of a visible record. Raises Http404."""
    case = get_case(request, case_pk)
    note = DutyNote.objects.filter(case=case, pk=pk).select_related("writer").first()
    if note is None:
        raise Http404
    note.case = case
    return note


def get_involvement(request: Any, case_pk: int, pk: int) -> Involvement:
    """A present involvement beside the lead's, in a visible record. Raises Http404: a lead ends by a new lead."""
    case = get_case(request, case_pk)
    beside = Involvement.objects.filter(case=case, ended_on=None, leads_now=None, pk=pk)
    involvement = beside.select_related("worker", "child").first()
    if involvement is None:
        raise Http404
    involvement.case = involvement.child.case = case
    return involvement


def get_proposed_move(request: Any, case_pk: int, pk: int) -> ProposedMove:
    """A proposal this person decides, about a visible record. Raises Http404."""
    case = get_case(request, case_pk)
    moves = ProposedMove.objects.visible_to(request.user).filter(case=case, pk=pk)
    move = moves.select_related("from_worker", "to_worker", "to_team", "decided_by").first()
    if move is None:
        raise Http404
    move.case = case
    return move


def get_worker_asked(request: Any, case_pk: int, pk: int) -> WorkerAsked:
    """What a worker is asked: for them, whether or not the record is open to them, and for whoever decides.

    Raises Http404. The record counts as opened: its family is what it is about.
    """
    found = WorkerAsked.objects.visible_to(request.user).filter(case_id=case_pk, pk=pk)
    asked = found.select_related("worker", "asked_by").first()
    if asked is None or not request.user.is_active:
        raise Http404
    request.opened.add(case_pk)
    return asked


def still_sees(request: Any, case_pk: int) -> bool:
    """Whether this person sees the record after what they did to it: a handover may close it to whoever made it."""
    return Case.objects.visible_to(request.user).filter(pk=case_pk).exists()


def get_member(request: Any, case_pk: int, pk: int) -> Member:
    """Somebody of a visible record who stands for themselves. Raises Http404 for one who was merged, or a mistake."""
    member = get_beneath(request, Member, case_pk, pk)
    if member.merged_into_id or member.mistaken_on:
        raise Http404
    return member


def get_complaint(request: Any, case_pk: int, pk: int) -> Complaint:
    """What somebody said of our work; a complaint only for those who may read it. Raises Http404."""
    case = get_case(request, case_pk)
    found = Complaint.objects.visible_to(request.user).filter(case=case, pk=pk)
    said = found.select_related("member", "recorded_by", "answered_by").first()
    if said is None:
        raise Http404
    said.case = case
    return said

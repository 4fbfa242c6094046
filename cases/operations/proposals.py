"""Verbs about proposed changes of worker: ask for a look, decide, choose somebody else. Nothing moves by itself."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F, QuerySet

from camden.audit import record
from camden.models import Team, User
from cases.models import BalancingRun, Involvement, Member, ProposedMove
from cases.operations.allocation import decide_change, make_lead, replaced
from cases.readings.overtaken import overtaken_by
from cases.rules.deciding import Decided


class Overtaken(Exception):
    """The move cannot be decided any more, because something else was done meanwhile. Says what in a sentence."""


@transaction.atomic
def ask_look(
    *, team: Team, by: User | None, at: datetime, what: str = BalancingRun.What.LOOK, budget: int = 0
) -> BalancingRun:
    """Ask for a look at a team; a job does it within seconds. One of the same kind that is under way is enough.

    `by` is nobody at night. `budget`: weighted changes of worker somebody would give for fairer shares.
    """
    alike = BalancingRun.objects.under_way().filter(team=team, what=what, budget=budget, began_at=None)
    found = alike.first()
    if found is None:
        found = BalancingRun.objects.create(team=team, what=what, budget=budget, asked_by=by, asked_at=at)
        record(action="asked whether anybody needs a new worker", subject=found)
    return found


@transaction.atomic
def begin_look(*, pk: int, at: datetime) -> bool:
    """Somebody starts with it now; whether it was still to be begun."""
    return bool(BalancingRun.objects.under_way().filter(pk=pk, began_at=None).update(began_at=at))


@transaction.atomic
def give_look_up(*, pk: int, at: datetime) -> None:
    """It came to no end: what was proposed before stands, and whoever asked reads that."""
    BalancingRun.objects.under_way().filter(pk=pk).update(failed_at=at)


def waiting_looks() -> list[int]:
    """Looks nobody has begun, the first asked first. For a job of the system."""
    return list(BalancingRun.objects.under_way().filter(began_at=None).values_list("pk", flat=True))


def lost_looks(*, at: datetime) -> list[int]:
    """Looks that were begun before that moment and never came to an end."""
    return list(BalancingRun.objects.under_way().filter(began_at__lt=at).values_list("pk", flat=True))


def count_look(*, pk: int) -> tuple[int, int]:
    """How many families a look proposed, and how many nobody could take."""
    waits = BalancingRun.objects.filter(pk=pk).values_list("waiting_still", flat=True).first()
    return ProposedMove.objects.filter(run=pk).count(), waits or 0


@transaction.atomic
def accept(
    *,
    move: ProposedMove,
    by: User,
    on: date,
    spoken: str,
    because: str = "",
    reason: str = "",
    decided: Decided | None = None,
) -> None:
    """Make the proposed worker lead of these children, from that day.

    `spoken` says whether the worker was asked ("discussed"), or that it is "urgent", and then `because` why. `reason`
    is a code of WORKER_CHANGE_REASON, demanded when somebody led before; where somebody leads now, `decided` says what
    the children and their parents wish about it. Raises Overtaken when it was decided before or events overtook it
    (`readings.overtaken`), NotDecided, and NotAllocated when the database refuses the worker.
    """
    _decide(move, ProposedMove.Decision.ACCEPTED, by=by, on=on, spoken=spoken, because=because)
    if because_of := overtaken_by([move], on).get(move.pk):
        raise Overtaken(because_of)
    children = list(Member.objects.filter(case=move.case_id, pk__in=move.child_ids).select_related("case"))
    had_lead = set(_had_lead(move.child_ids).values_list("child", flat=True))
    record(action="accepted a proposed move", subject=move, case_id=move.case_id)
    if before := replaced(children, move.to_worker):
        decide_change(children, next(iter(before.values())), decided, by, on)
    for child in children:
        why = reason if child.pk in had_lead else ""
        make_lead(child=child, to=move.to_worker, team=move.to_team, on=on, reason=why)


@transaction.atomic
def decline(*, move: ProposedMove, by: User, on: date, because: str) -> None:
    """Leave things as they are, and say why. Raises Overtaken when it was decided before."""
    _decide(move, ProposedMove.Decision.DECLINED, by=by, on=on, because=because)
    record(action="did not take up a proposed move", subject=move, case_id=move.case_id)


@transaction.atomic
def adjust(*, move: ProposedMove, to: User, team: Team, by: User, on: date, at: datetime, because: str) -> BalancingRun:
    """Somebody else for these children, whom the manager names: proposed instead, and the rest is looked at again.

    Nobody moves. Raises Overtaken when it was decided before or events overtook it.
    """
    if because_of := overtaken_by([move], on).get(move.pk):
        raise Overtaken(because_of)
    if not set_aside(move=move, on=on, why=f"{by.name} chose {to.name} instead."):
        raise Overtaken("This has been decided already.")
    run = ask_look(team=move.team, by=by, at=at)
    chosen = ProposedMove.objects.create(
        case=move.case,
        run=run,
        team=move.team,
        child_ids=move.child_ids,
        from_worker=move.from_worker,
        to_worker=to,
        to_team=team,
        cause=move.cause,
        why=f"{by.name} chose {to.name} instead of {move.to_worker.name}: {because}"[:600],
        cost=move.cost,
        change_reason=move.change_reason,
        proposed_on=on,
        chosen_by=by,
        chosen_on=on,
    )
    record(action="chose another worker for a proposed move", subject=chosen, case_id=move.case_id)
    return run


@transaction.atomic
def set_aside(*, move: ProposedMove, on: date, why: str = "") -> bool:
    """Say of a proposal that events overtook it, and which. One that was decided stays as it is; whether it was not."""
    said = {"overtaken_on": on, "overtaken_why": why[:300], "version": F("version") + 1}
    return bool(_undecided(move).update(**said))


def _had_lead(child_ids: list[int]) -> QuerySet[Involvement]:
    return Involvement.objects.filter(child__in=child_ids, role=Involvement.Role.LEAD, is_cover=False)


def _decide(move: ProposedMove, decision: str, *, by: User, on: date, because: str, spoken: str = "") -> None:
    """One decision for each proposal: whoever comes second is told, and moves nobody."""
    said = {"decision": decision, "decided_by": by, "decided_on": on, "because": because, "spoken": spoken}
    if not _undecided(move).update(**said, version=F("version") + 1):
        raise Overtaken("This has been decided already.")


def _undecided(move: ProposedMove) -> QuerySet[ProposedMove]:
    return ProposedMove.objects.to_decide().filter(pk=move.pk)

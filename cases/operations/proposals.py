"""Verbs about proposed changes of worker: look whether anybody needs one, and decide. Nothing moves by itself."""

from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import F, QuerySet

from camden.audit import record
from camden.models import Team, User
from cases.models import BalancingRun, Case, Involvement, Member, ProposedMove
from cases.operations.allocation import decide_change, make_lead, replaced
from cases.readings.balancing import Facts, Group, facts_of
from cases.rules.balancing import Move, Why, propose
from cases.rules.deciding import Decided

QUIET_DAYS = 28
"""What a manager did not take up is not proposed again for four weeks."""
_REASONS = {Why.LEAVES: "LEFTRL", Why.ABOVE: "MANAGE", Why.WAITS: "OTHERS"}


class Overtaken(Exception):
    """The move cannot be decided any more, because something else was done meanwhile. Says what in a sentence."""


@transaction.atomic
def look_again(*, team: Team, on: date, at: datetime) -> BalancingRun:
    """Look at the caseloads of a team and all beneath it, and propose what must be proposed, all of it or nothing.

    Sees what the principal sees. A proposal that stands already stays as it is; one that this look would not make
    is overtaken. Restricted records are neither counted nor proposed.
    """
    _take_turns(team)
    beneath = list(Team.objects.filter(path__contains=[team.pk]).values_list("pk", flat=True))
    ordinary = Case.objects.filter(is_restricted=False)
    declined = _declined(team, on)
    facts = facts_of(cases=ordinary, team_ids=beneath, on=on, declined=declined)
    proposal = propose(facts.carriers, facts.families)
    run = BalancingRun.objects.create(team=team, looked_at=at, waiting_still=len(proposal.unplaced))
    wanted = {_key(facts.groups[move.family], move.to): move for move in proposal.moves}
    standing = set()
    for present in ProposedMove.objects.filter(team=team).to_decide():
        key = (present.case_id, present.from_worker_id, tuple(present.child_ids), present.to_worker_id)
        if key in wanted:
            standing.add(key)
        else:
            set_aside(move=present, on=on)
    ProposedMove.objects.bulk_create(
        _row(run, facts, move, on) for key, move in wanted.items() if key not in standing
    )  # fmt: skip
    record(action="looked whether anybody needs a new worker", subject=run)
    return run


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
    the children and their parents wish about it. Raises Overtaken when it was decided before or the children have
    another lead by now, NotDecided, and NotAllocated when the database refuses the worker.
    """
    _decide(move, ProposedMove.Decision.ACCEPTED, by=by, on=on, spoken=spoken, because=because)
    children = list(Member.objects.filter(case=move.case_id, pk__in=move.child_ids).select_related("case"))
    leads = dict(Involvement.objects.filter(child__in=move.child_ids, leads_now=True).values_list("child", "worker"))
    if {leads.get(child) for child in move.child_ids} != {move.from_worker_id}:
        raise Overtaken("Somebody has changed the lead worker since this was proposed. Look again.")
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
def set_aside(*, move: ProposedMove, on: date) -> None:
    """Say of a proposal that events overtook it. One that was decided stays as it is."""
    _undecided(move).update(overtaken_on=on, version=F("version") + 1)


def _had_lead(child_ids: list[int]) -> QuerySet[Involvement]:
    return Involvement.objects.filter(child__in=child_ids, role=Involvement.Role.LEAD, is_cover=False)


def _decide(move: ProposedMove, decision: str, *, by: User, on: date, because: str, spoken: str = "") -> None:
    """One decision for each proposal: whoever comes second is told, and moves nobody."""
    said = {"decision": decision, "decided_by": by, "decided_on": on, "because": because, "spoken": spoken}
    if not _undecided(move).update(**said, version=F("version") + 1):
        raise Overtaken("This has been decided already.")


def _undecided(move: ProposedMove) -> QuerySet[ProposedMove]:
    return ProposedMove.objects.to_decide().filter(pk=move.pk)


def _take_turns(team: Team) -> None:
    """Two looks at one team at once would both propose: the second waits until the first is written."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('cases.balancing'), %s)", [team.pk % 2**31])


def _declined(team: Team, on: date) -> list[tuple[int, int | None, int]]:
    lately = ProposedMove.objects.filter(team=team, decision="declined", decided_on__gt=on - timedelta(days=QUIET_DAYS))
    return list(lately.values_list("case", "from_worker", "to_worker"))


def _key(group: Group, to: int) -> tuple[int, int | None, tuple[int, ...], int]:
    return (group.case, group.lead, group.children, to)


def _row(run: BalancingRun, facts: Facts, move: Move, on: date) -> ProposedMove:
    group = facts.groups[move.family]
    return ProposedMove(
        case_id=group.case,
        run=run,
        team_id=run.team_id,
        child_ids=list(group.children),
        from_worker_id=group.lead,
        to_worker_id=move.to,
        to_team_id=facts.teams[move.to],
        why=move.why,
        cost=move.cost,
        change_reason=_REASONS[move.cause] if group.has_had_lead else "",
        proposed_on=on,
    )

"""The look itself: whether anybody needs a new worker, and what could be asked. All of it is written, or nothing.

It loads the solver, so only a process of its own does it: see `cases.tasks` and the command `look_for_moves`.
"""

from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import F

from camden.audit import record
from camden.models import Team
from cases.models import BalancingRun, Case, ProposedMove
from cases.operations.proposals import set_aside
from cases.readings.balancing import Facts, Group, facts_of
from cases.rules.balancing import Move, Why
from cases.rules.proposing import exchange, propose

QUIET_DAYS = 90
"""What a manager did not take up is not proposed again for ninety days."""
ANOTHER_ANSWER = "A later look came to another answer."
_REASONS = {Why.LEAVES: "LEFTRL", Why.WAITS: "OTHERS"}  # else the caseload is managed
_Key = tuple[int, int | None, tuple[int, ...], int]


@transaction.atomic
def look(*, run: BalancingRun, on: date, at: datetime, seconds: float = 5.0) -> None:
    """Look at the caseloads of a team and all beneath it, and propose what must be proposed, all of it or nothing.

    A proposal that stands already stays as it is; one that this look would not make is overtaken; what a manager chose
    stays as long as it can, and the rest is solved around it. Restricted records are neither counted nor proposed. One
    that somebody else is doing or has done is left alone. `seconds` for each thing there is to solve.
    """
    _take_turns(run.team_id)
    mine = BalancingRun.objects.under_way().select_for_update(skip_locked=True).filter(pk=run.pk).first()
    if mine is None:
        return
    facts = _facts(mine.team, on)
    chosen = _chosen(mine, facts, on)
    said = {"looked_at": at, "found": [each.words[:200] for each in facts.found], "version": F("version") + 1}
    if mine.what == BalancingRun.What.CURVE:
        prices = exchange(facts.carriers, facts.families, facts.found, chosen=chosen, seconds=seconds)
        said["curve"] = [price.as_json() for price in prices]
    else:
        said |= _propose(mine, facts, chosen, on, seconds)
    BalancingRun.objects.filter(pk=mine.pk).update(**said)
    record(action="looked whether anybody needs a new worker", subject=mine)


def _propose(
    run: BalancingRun, facts: Facts, chosen: dict[int, int], on: date, seconds: float
) -> dict[str, int]:  # fmt: skip
    """Write what is proposed; what the look says of itself."""
    proposal = propose(
        facts.carriers, facts.families, facts.found, chosen=chosen, budget=run.budget, seconds=seconds
    )  # fmt: skip
    wanted = {_key(facts.groups[move.family], move.to): move for move in proposal.moves}
    standing = set()
    for present in ProposedMove.objects.filter(team=run.team).to_decide():
        key = (present.case_id, present.from_worker_id, tuple(present.child_ids), present.to_worker_id)
        if key in wanted:
            standing.add(key)
        else:
            set_aside(move=present, on=on, why=ANOTHER_ANSWER)
    ProposedMove.objects.bulk_create(_row(run, facts, move, on) for key, move in wanted.items() if key not in standing)
    return {
        "waiting_still": len(proposal.unplaced),
        "changes": proposal.changes,
        "changes_bound": proposal.changes_bound,
    }


def _facts(team: Team, on: date) -> Facts:
    beneath = list(Team.objects.filter(path__contains=[team.pk]).values_list("pk", flat=True))
    lately = ProposedMove.objects.filter(team=team, decision="declined", decided_on__gt=on - timedelta(days=QUIET_DAYS))
    declined = list(lately.values_list("case", "from_worker", "to_worker"))
    return facts_of(cases=Case.objects.filter(is_restricted=False), team_ids=beneath, on=on, declined=declined)


def _chosen(run: BalancingRun, facts: Facts, on: date) -> dict[int, int]:
    """Families for which a manager chose somebody, and whom. One that cannot be any more, or that nothing asks for any
    more, is left out, and so overtaken."""
    keys = {(g.case, g.lead, g.children): key for key, g in facts.groups.items()}
    people = {each.key: each for each in facts.carriers}
    families = {each.key: each for each in facts.families}
    asked_for = {each.worker for each in facts.found} | {None}
    found = {}
    for move in ProposedMove.objects.filter(team=run.team, chosen_by__isnull=False).to_decide():
        key = keys.get((move.case_id, move.from_worker_id, tuple(move.child_ids)))
        to = people.get(move.to_worker_id)
        is_needed = move.cause == Why.BOUGHT or move.from_worker_id in asked_for
        if key is not None and to is not None and to.takes_new and to.key not in families[key].closed_to and is_needed:
            found[key] = to.key
    return found


def _take_turns(team: int) -> None:
    """Two looks at one team at once would both propose: the second waits until the first is written."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('cases.balancing'), %s)", [team % 2**31])


def _key(group: Group, to: int) -> _Key:
    return (group.case, group.lead, group.children, to)


def _row(run: BalancingRun, facts: Facts, move: Move, on: date) -> ProposedMove:
    """A proposal. What a manager bought is theirs: a later look, that would not make it, leaves it standing."""
    group = facts.groups[move.family]
    is_bought = move.why is Why.BOUGHT
    return ProposedMove(
        case_id=group.case,
        run=run,
        team_id=run.team_id,
        child_ids=list(group.children),
        from_worker_id=group.lead,
        to_worker_id=move.to,
        to_team_id=facts.teams[move.to],
        cause=move.why,
        why=move.words,
        cost=move.cost,
        change_reason=_REASONS.get(move.why, "MANAGE") if group.has_had_lead else "",
        proposed_on=on,
        chosen_by=run.asked_by if is_bought else None,
        chosen_on=on if is_bought and run.asked_by else None,
    )

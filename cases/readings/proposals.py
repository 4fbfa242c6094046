"""Proposed changes of worker, as the manager who decides reads them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef

from camden.access import Permission
from camden.models import Team
from camden.rules.names import day_in_words
from cases import measures
from cases.models import BalancingRun, Case, Member, ProposedMove
from cases.readings.header import steady_in_words
from cases.readings.overtaken import overtaken_by
from cases.rules.balancing import Why
from cases.rules.continuity import Spell
from cases.rules.visits import in_a_row


@dataclass(frozen=True)
class ChildInMove:
    """A child of a proposal. `changes` is a sentence about how steady their lead worker has been."""

    name: str
    url: str
    changes: str


@dataclass(frozen=True)
class MoveLine:
    """One proposal. `who` are the children in a row; `cost` what it means for continuity, in a sentence."""

    pk: int
    case_pk: int
    family: str
    who: str
    children: tuple[ChildInMove, ...]
    from_name: str
    to_name: str
    to_team: str
    why: str
    cost: str
    proposed_on: str
    is_open: bool
    outcome: str
    overtaken: str
    """What came in between, for one that is not decided; empty when nothing did."""


@dataclass(frozen=True)
class Looked:
    """When each team was looked at last, why somebody may need a new worker, how many families nobody could take, and
    how few changes there can be, in a sentence."""

    team: str
    at: datetime
    found: tuple[str, ...]
    waiting_still: int
    bound: str


@dataclass(frozen=True)
class UnderWay:
    """A look that was asked for. `is_begun`: somebody works on it; else it waits its turn."""

    team: str
    is_begun: bool
    what: str


def to_decide(*, user: Any, on: date) -> tuple[MoveLine, ...]:
    """Everything this person has to decide, oldest first. Twelve queries."""
    moves = ProposedMove.objects.visible_to(user).to_decide()
    people = ("case", "from_worker", "to_worker", "to_team", "decided_by", "chosen_by")
    return _lines(list(moves.select_related(*people)), user, on)


def read_move(move: ProposedMove, *, user: Any, on: date) -> MoveLine:
    """One proposal."""
    return _lines([move], user, on)[0]


def looked(*, user: Any) -> tuple[Looked, ...]:
    """The last complete look at each team this person decides for. One query."""
    runs = _runs(user).filter(what=BalancingRun.What.LOOK, looked_at__isnull=False)
    proposes = Exists(ProposedMove.objects.filter(run=OuterRef("pk")))
    last = runs.order_by("team_id", "-looked_at", "-pk").distinct("team_id").select_related("team")
    return tuple(
        Looked(run.team.name, run.looked_at, tuple(run.found), run.waiting_still, _bound(run))
        for run in last.annotate(proposes=proposes)
        if run.looked_at
    )


def under_way(*, user: Any) -> tuple[UnderWay, ...]:
    """What is being looked at just now, or waits for it. One query."""
    runs = _runs(user).under_way().select_related("team")
    return tuple(UnderWay(run.team.name, run.began_at is not None, run.what) for run in runs)


def given_up(*, user: Any) -> tuple[str, ...]:
    """Teams whose last look came to no end: what was proposed before stands. One query."""
    last = _runs(user).filter(what=BalancingRun.What.LOOK).order_by("team_id", "-pk").distinct("team_id")
    return tuple(run.team.name for run in last.select_related("team") if run.failed_at)


def _runs(user: Any) -> Any:
    return BalancingRun.objects.filter(team__in=user.team_ids_for(Permission.CASE_ALLOCATE))


def _bound(run: Any) -> str:
    """What is proven about the number of changes; empty when nothing was proposed."""
    if not run.changes:
        in_any_case = "No plan can need fewer changes of worker: these families lose theirs in any case, or have none."
        return in_any_case if run.proposes else ""
    if run.changes == run.changes_bound:
        return f"No plan can need fewer changes of worker (weight {run.changes})."
    if run.budget:
        if not run.changes_bound:
            return f"These changes weigh {run.changes}. Nobody has to move: all of it is for fairer shares."
        must = f"of which {run.changes_bound} nobody can avoid"
        return f"These changes weigh {run.changes}, {must}; the rest is for fairer shares."
    return f"These changes weigh {run.changes}; no plan can need fewer than {run.changes_bound}."


def teams_to_look_at(user: Any) -> list[Team]:
    """Teams this person decides for; a manager of a pod alone looks at the pod."""
    mine = Team.objects.filter(pk__in=user.team_ids_for(Permission.CASE_ALLOCATE)).order_by("pk")
    found = list(mine)
    return [team for team in found if team.kind == Team.Kind.TEAM] or found


def _lines(moves: list[ProposedMove], user: Any, on: date) -> tuple[MoveLine, ...]:
    keys = [child for move in moves for child in move.child_ids]
    visible = Case.objects.visible_to(user)
    children = {child.pk: child for child in Member.objects.filter(case__in=visible, pk__in=keys)}
    spells, between = measures.lead_spells(children), overtaken_by([move for move in moves if _is_open(move)], on)
    return tuple(
        _line(move, [children[key] for key in move.child_ids if key in children], spells, between.get(move.pk, ""), on)
        for move in moves
    )


def _is_open(move: ProposedMove) -> bool:
    return not move.decision and move.overtaken_on is None


def _line(
    move: ProposedMove, children: list[Member], spells: dict[int, list[Spell]], between: str, on: date
) -> MoveLine:  # fmt: skip
    return MoveLine(
        pk=move.pk,
        case_pk=move.case_id,
        family=move.case.name,
        who=in_a_row([child.first_name for child in children]),
        children=tuple(
            ChildInMove(child.name, child.get_absolute_url(), _steady(spells[child.pk], on)) for child in children
        ),
        from_name=move.from_worker.name if move.from_worker else "",
        to_name=move.to_worker.name,
        to_team=move.to_team.name,
        why=move.why,
        cost=_cost(move, len(children)),
        proposed_on=day_in_words(move.proposed_on),
        is_open=_is_open(move),
        outcome=_outcome(move),
        overtaken=between,
    )


def _steady(spells: list[Spell], on: date) -> str:
    said = steady_in_words(spells, on)
    return f"The lead worker {said}." if said else "Nobody has led so far: the first is no change."


def _cost(move: ProposedMove, children: int) -> str:
    if move.from_worker_id is None:
        return "Nobody loses their worker."
    who = "1 child loses" if children == 1 else f"{children} children lose"
    if not move.cost:
        goes = "is away for long" if move.cause == Why.AWAY else "leaves"
        return f"{who} their worker in any case, because the worker {goes}."
    return f"{who} a worker they know (weight {move.cost}; a change weighs more the longer they have known each other)."


def _outcome(move: ProposedMove) -> str:
    if move.overtaken_on:
        why = f": {move.overtaken_why}" if move.overtaken_why else ""
        return f"Overtaken by events on {day_in_words(move.overtaken_on)}{why}"
    if not move.decided_by or not move.decided_on:
        return ""
    because = f": {move.because}" if move.because else ""
    return f"{move.get_decision_display()} by {move.decided_by.name} on {day_in_words(move.decided_on)}{because}"

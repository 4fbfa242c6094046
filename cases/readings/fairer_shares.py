"""What a manager reads before they ask families to change worker for fairer shares; and whom else one could ask."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from camden.models import Team
from camden.rules.moments import day_here
from cases.models import BalancingRun, Case, ProposedMove
from cases.readings.balancing import facts_of
from cases.rules.balancing import Carrier, Family, has_room, may_take
from cases.rules.weighting import in_score


@dataclass(frozen=True)
class Point:
    """One point of the exchange, as a page says it. `share` of the widest spread there is, in per cent, for a bar."""

    budget: int
    weight: int
    families: int
    children: int
    lowest: str
    highest: str
    share: int

    @property
    def words(self) -> str:
        """What it would cost and buy, as an answer to choose."""
        who = "1 family changes" if self.families == 1 else f"{self.families} families change"
        children = "1 child" if self.children == 1 else f"{self.children} children"
        return f"{who} worker ({children}, weight {self.weight}): caseloads from {self.lowest} to {self.highest} of 100"


@dataclass(frozen=True)
class Exchange:
    """What was worked out for a team on that day; `points` is empty as long as nobody asked. `is_under_way`: asked."""

    team: Team
    points: tuple[Point, ...]
    is_under_way: bool

    @property
    def costing(self) -> list[tuple[int, str]]:
        """The points that cost something: what there is to choose from."""
        return [(point.budget, point.words) for point in self.points if point.weight]


def exchange_of(team: Team, on: date) -> Exchange:
    """The exchange of one team, if somebody asked for it that day. Two queries."""
    curves = BalancingRun.objects.filter(team=team, what=BalancingRun.What.CURVE)
    last = curves.complete().first()
    points: tuple[Point, ...] = ()
    if last is not None and last.looked_at and day_here(last.looked_at) == on:
        widest = max((each["highest"] - each["lowest"] for each in last.curve), default=0)
        points = tuple(_point(each, widest) for each in last.curve)
    return Exchange(team, points, curves.under_way().exists())


def _point(kept: dict[str, int], widest: int) -> Point:
    spread = kept["highest"] - kept["lowest"]
    return Point(
        budget=kept["budget"],
        weight=kept["weight"],
        families=kept["families"],
        children=kept["children"],
        lowest=in_score(kept["lowest"]),
        highest=in_score(kept["highest"]),
        share=spread * 100 // widest if widest else 0,
    )


@dataclass(frozen=True)
class Could:
    """Somebody who could be asked for the children of a proposal. `team` is where they would lead."""

    key: int
    name: str
    team: int
    words: str


def who_else(user: Any, move: ProposedMove, on: date) -> tuple[Could, ...]:
    """Everybody who may be asked instead, by name, never by weight, of the records open to whoever asks. As many
    queries as one look.
    """
    beneath = list(Team.objects.filter(path__contains=[move.team_id]).values_list("pk", flat=True))
    facts = facts_of(cases=Case.objects.visible_to(user).filter(is_restricted=False), team_ids=beneath, on=on)
    key = next(
        (key for key, group in facts.groups.items()
         if (group.case, group.lead, list(group.children)) == (move.case_id, move.from_worker_id, move.child_ids)),
        None,
    )  # fmt: skip
    family = next((each for each in facts.families if each.key == key), None)
    if family is None:
        return ()
    able = [each for each in facts.carriers if may_take(family, each) and each.key != move.to_worker_id]
    return tuple(
        Could(each.key, each.name, facts.teams[each.key], _words(each, family))
        for each in sorted(able, key=lambda each: (each.name, each.key))
    )


def _words(carrier: Carrier, family: Family) -> str:
    now = in_score(carrier.load * 1000 // carrier.capacity)
    then = in_score((carrier.load + family.points) * 1000 // carrier.capacity)
    known = "; leads already for a brother or sister" if carrier.key in family.known_to else ""
    room = "" if has_room(family, carrier) else "; there would be no room"
    return f"{carrier.name}: {now} of 100 now, {then} with them{known}{room}"

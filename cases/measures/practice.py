"""How help goes in some teams: at which level children are, what came in time, steps up and down. For any day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from camden.rules.dates import months_after
from cases.measures.team_rows import leads_of, waiting_in
from cases.measures.weighing import at
from cases.models import Case, Clock, Member, PlanSpell, ThresholdMove
from cases.rules.helping import is_down
from cases.rules.works import BY_CODE

MONTHS = 3
"""The time that is looked back on, and the earlier day that levels are compared with."""


@dataclass(frozen=True)
class Limit:
    """Something that is asked for in time: what it is called, its source, and the rules that ask for it."""

    code: str
    words: str
    source: str
    rules: tuple[str, ...]


def _of_works(*works: str) -> tuple[str, ...]:
    return tuple(code for code, rule in BY_CODE.items() if rule.work in works)


LIMITS = (
    Limit("assessments", "Assessments completed in time", "45 working days (AS1)", ("AS1",)),
    Limit("visits", "Visits in time", "each plan’s own timescale (CN2, CP12, and those in care)", _of_works("visit")),
    Limit("conferences", "Initial conferences in time", "15 working days (CP4)", ("CP4",)),
    Limit("reviews", "Reviews in time", "each plan’s own timescale", _of_works("review-conference", "need-review",
          "help-review", "review")),
)  # fmt: skip
LIMIT_OF: Mapping[str, Limit] = {rule: limit for limit in LIMITS for rule in limit.rules}


class Child(NamedTuple):
    """One child of these teams on the day: who they are as known now, and the basis of their plan; "" without one."""

    key: int
    case: int
    sex: str
    ethnicity: str
    disabilities: Sequence[str]
    level: str


class Round(NamedTuple):
    """Rounds of one rule for one child whose limit ran out in the time: how many, and how many were kept."""

    child: int
    case: int
    rule: str
    of: int
    kept: int


class Move(NamedTuple):
    """A step up or down of a family."""

    case: int
    on: date
    is_down: bool
    says: tuple[str, str]
    """From which basis, to which."""


def children_of(*, cases: QuerySet[Case], team_ids: Sequence[int], on: date) -> list[Child]:
    """The children whom these teams led for on the day, or who waited there. One query."""
    plan = at(PlanSpell.objects.filter(child=OuterRef("pk")), on).order_by("-started_on").values("basis")[:1]
    found = Member.objects.filter(_theirs(cases, team_ids, on, "pk"))
    found = found.annotate(level=Coalesce(Subquery(plan), Value("")))
    columns = ("pk", "case", "sex", "ethnicity", "disabilities", "level")
    return [Child._make(row) for row in found.order_by("pk").values_list(*columns)]


def rounds_of(*, cases: QuerySet[Case], team_ids: Sequence[int], on: date) -> list[Round]:
    """What was asked of these teams' present children and whose limit ran out in the three months to the day.

    A round that became unnecessary before its limit is left out. One query.
    """
    found = _rounds(cases, team_ids, on).order_by().values("child", "case", "rule")
    counted = found.annotate(of=Count("pk"), kept=Count("pk", filter=Q(met_on__lte=F("due_on"))))
    return [Round._make(row) for row in counted.values_list("child", "case", "rule", "of", "kept")]


def late_rounds(
    *, cases: QuerySet[Case], team_ids: Sequence[int], on: date, limit: Limit
) -> list[tuple[int, int, str, date, date | None]]:
    """Those of one limit that were not kept: child, record, rule, the last day, and when it was done. One query."""
    found = _rounds(cases, team_ids, on).filter(rule__in=limit.rules).exclude(met_on__lte=F("due_on"))
    return list(found.order_by("due_on", "pk").values_list("child", "case", "rule", "due_on", "met_on"))


def moves_of(*, cases: QuerySet[Case], team_ids: Sequence[int], on: date) -> list[Move]:
    """Steps of families of these teams in the three months to the day, up and down. One query."""
    found = ThresholdMove.objects.filter(case__in=cases.filter(team_ids__overlap=list(team_ids)).values("pk"))
    found = found.filter(moved_on__gt=months_after(on, -MONTHS), moved_on__lte=on).order_by("moved_on", "pk")
    rows = found.values_list("case", "moved_on", "from_basis", "to_basis")
    return [Move(case, moved_on, is_down(before, to), (before, to)) for case, moved_on, before, to in rows]


def _rounds(cases: QuerySet[Case], team_ids: Sequence[int], on: date) -> Any:
    ran_out = Q(due_on__gt=months_after(on, -MONTHS), due_on__lt=on)
    needed = Q(ended_on=None) | Q(ended_on__gt=F("due_on"))
    found = Clock.objects.filter(ran_out, needed, rule__in=list(LIMIT_OF))
    return found.filter(_theirs(cases, team_ids, on, "child"))


def _theirs(cases: QuerySet[Case], team_ids: Sequence[int], on: date, name: str) -> Q:
    """Children whom these teams lead for, or who wait there."""
    visible = cases.values("pk")
    led, waits = leads_of(team_ids, visible, on), waiting_in(team_ids, visible, on)
    return Q(**{f"{name}__in": led.values("child")}) | Q(**{f"{name}__in": waits.values("child")})

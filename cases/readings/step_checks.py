"""Steps down that are to be looked at again after three months, and what was seen (REFERENCE 4.6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import JSONObject

from camden.access import Role
from camden.models import User
from camden.rules.dates import months_after
from camden.rules.names import day_in_words
from cases.measures import downwards
from cases.models import Case, Involvement, StepCheck, ThresholdChild, ThresholdMove
from cases.rules.helping import (
    HOLDS,
    LOOK_BACK,
    SHAKY,
    looked_at_again_on,
    plan_name,
    step_up_from,
    told_of_looking_again_on,
)

LONGEST = 12  # months: what nobody looked at in a year is history
_NAMES = ("given_name", "family_name", "la_child_id")


@dataclass(frozen=True)
class ToCheck:
    """A step down that somebody is to look at again: of whom, by when, and since when they are told."""

    move: int
    case_pk: int
    family: str
    children: tuple[tuple[str, str, str], ...]
    due_on: date
    told_on: date
    why: str
    is_lead: bool
    """Whether this person leads for them; else nobody does, and they manage the team."""


def followed() -> Exists:
    """Whether a later step of one of its children took the place of a step."""
    later = ThresholdChild.objects.filter(
        child__in=ThresholdChild.objects.filter(move=OuterRef(OuterRef("pk"))).values("child"),
        move__moved_on__gte=OuterRef("moved_on"),
    )
    return Exists(later.exclude(move=OuterRef("pk")))


def to_check(user: User, on: date) -> Any:
    """Steps down that this person is to look at again: they lead, or nobody does and they manage the team.

    For one question with others. It reads days and names, and no words: jobs ask it too.
    """
    beneath = ThresholdChild.objects.filter(move=OuterRef(OuterRef("pk")))
    leads = Involvement.objects.filter(child__in=beneath.values("child"), leads_now=True)
    parts = ThresholdChild.objects.filter(move=OuterRef("pk")).order_by("child__born_on", "child")
    children = parts.values(says=JSONObject(**{name: f"child__{name}" for name in _NAMES}))
    teams = user.team_ids_as(Role.TEAM_MANAGER, Role.SERVICE_MANAGER)
    found: Any = (
        ThresholdMove.objects.visible_to(user)
        .filter(downwards())
        .filter(moved_on__gt=months_after(on, -LONGEST), moved_on__lte=months_after(on, 1 - LOOK_BACK))
    )
    found = found.filter(~Exists(StepCheck.objects.filter(move=OuterRef("pk"))), ~followed())
    found = found.annotate(is_lead=Exists(leads.filter(worker=user)))
    found = found.filter(Q(is_lead=True) | Q(~Exists(leads), case__team_ids__overlap=teams))
    columns = {name: name for name in ("pk", "case_id", "moved_on", "from_basis", "to_basis", "is_lead")}
    return found.order_by("moved_on", "pk").values(
        says=JSONObject(**columns, family="case__name", children=ArraySubquery(children))
    )


def checks_of(said: Iterable[Mapping[str, Any]]) -> list[ToCheck]:
    """What `to_check` found. No query."""
    return [_to_check(each) for each in said]


def _to_check(said: Mapping[str, Any]) -> ToCheck:
    moved = date.fromisoformat(said["moved_on"])
    way = f"{plan_name(said['from_basis'])} to {plan_name(said['to_basis'])}"
    return ToCheck(
        move=said["pk"],
        case_pk=said["case_id"],
        family=said["family"],
        children=tuple((each["given_name"], each["family_name"], each["la_child_id"]) for each in said["children"]),
        due_on=looked_at_again_on(moved),
        told_on=told_of_looking_again_on(moved),
        why=f"From {way} on {day_in_words(moved)}: looked at again after three months",
        is_lead=said["is_lead"],
    )


@dataclass(frozen=True)
class CheckReading:
    """What was seen after three months: whether it holds (`tag` colours it), our words, the family's, who and when."""

    holds: str
    tag: str
    words: str
    familys_words: str
    day: str
    by: str


def read_check(seen: StepCheck | None) -> CheckReading | None:
    """It as the page of the step shows it."""
    if seen is None:
        return None
    tag = {HOLDS: "green", SHAKY: "amber"}.get(seen.holds, "red")
    day = day_in_words(seen.checked_on)
    return CheckReading(seen.get_holds_display(), tag, seen.words, seen.familys_words, day, seen.checked_by.name)


def check_after(move: ThresholdMove) -> StepCheck | None:
    """What was seen after three months, if somebody looked. One query."""
    return StepCheck.objects.filter(case=move.case_id, move=move).select_related("checked_by").first()


def step_up_after(case: Case, move: int) -> dict[str, Any]:
    """How the form of a step up begins after a step down that does not hold. Two queries; nothing for another's."""
    seen = StepCheck.objects.filter(case=case, move=move).select_related("move").first()
    if seen is None:
        return {}
    children = ThresholdChild.objects.filter(case=case, move=move).values_list("child", flat=True)
    return {
        "children": [str(child) for child in children],
        "to_basis": step_up_from(seen.move.to_basis),
        "driver": "no-change",
        "why": seen.words,
        "family_would_rather": seen.familys_words,
    }

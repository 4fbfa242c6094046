"""Lists of conferences: a coordinator's families, a worker's, one family's."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from camden.rules.names import day_in_words
from cases.models import Case, Involvement
from cases.rules.visits import in_a_row
from conferences.models import ConferenceChild, FamilyConference
from conferences.rules.stages import Stage

MOST = 200  # a coordinator has some fifteen families, a service some two hundred conferences in a year


@dataclass(frozen=True)
class ConferenceLine:
    """One conference: whom it is about, where it stands, since when, with whom."""

    pk: int
    case_pk: int
    title: str
    stage: Stage
    since: str
    who: str
    has_plan: bool
    waits: str
    """Since when the family's plan waits for an answer; empty when none does."""


@dataclass(frozen=True)
class StageLines:
    """The conferences that stand at one stage."""

    stage: Stage
    lines: tuple[ConferenceLine, ...]


def of_coordinator(user: Any) -> tuple[StageLines, ...]:
    """The families somebody coordinates for, by stage; what is finished comes last. Two queries."""
    return by_stage(_lines(FamilyConference.objects.visible_to(user).coordinated_by(user)))


def of_worker(user: Any) -> tuple[StageLines, ...]:
    """Conferences of families somebody works with or referred, of records they see. Two queries."""
    mine = Involvement.objects.filter(worker=user, ended_on=None).values("case")
    found = FamilyConference.objects.visible_to(user)
    return by_stage(_lines(found.filter(case__in=mine) | found.filter(referred_by=user)))


def of_manager(user: Any) -> tuple[StageLines, ...]:
    """Conferences of every record a manager sees, by stage. Two queries."""
    return by_stage(_lines(FamilyConference.objects.visible_to(user)))


def of_case(case: Case) -> tuple[ConferenceLine, ...]:
    """The conferences of one family, the last first. Two queries."""
    return _lines(FamilyConference.objects.filter(case=case))


def by_stage(lines: Iterable[ConferenceLine]) -> tuple[StageLines, ...]:
    """In the order of the way; what is over, declined or paused after what is on its way."""
    found: dict[Stage, list[ConferenceLine]] = defaultdict(list)
    for line in lines:
        found[line.stage].append(line)
    rest = {Stage.DECLINED, Stage.NO_RESPONSE, Stage.EXEMPT, Stage.PAUSED}
    order = sorted(found, key=lambda stage: (stage.is_over, stage in rest, list(Stage).index(stage)))
    return tuple(StageLines(stage, tuple(found[stage])) for stage in order)


def _lines(found: Any) -> tuple[ConferenceLine, ...]:
    conferences = list(
        found.with_stage().select_related("referred_by", "coordinator", "plan").order_by("-referred_on", "-pk")[:MOST]
    )
    names: dict[int, list[str]] = defaultdict(list)
    children = ConferenceChild.objects.filter(conference__in=[each.pk for each in conferences]).order_by("pk")
    for conference, name in children.values_list("conference", "first_name"):
        names[conference].append(name)
    return tuple(
        ConferenceLine(
            pk=each.pk,
            case_pk=each.case_id,
            title=in_a_row(names[each.pk]),
            stage=Stage(each.stage),
            since=day_in_words(each.stage_on),
            who=_who(each),
            has_plan=hasattr(each, "plan"),
            waits=day_in_words(each.plan_given_on) if each.plan_given_on else "",
        )
        for each in conferences
    )


def _who(conference: FamilyConference) -> str:
    referred = f"Referred by {conference.referred_by.name}"
    return f"{referred}, with {conference.coordinator.name}" if conference.coordinator else referred

"""The family's plan: as the editor fills its form, and as the paper the family takes home.

Nothing of one person that another must not learn is here: no number, no address, no way or time of arriving.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from camden.access import Permission, Role
from camden.models import Membership, User
from camden.rules.names import day_in_words
from cases.rules.visits import in_a_row
from conferences.models import ConferenceChild, FamilyConference, FamilyPlan, PlanAnswer, PlanItem
from conferences.readings.workspace import (
    AnswerReading,
    MeetingReading,
    agency_answers,
    meetings_of,
    questions_of,
)


@dataclass(frozen=True)
class PromiseLine:
    """Who will do what, when, and how everybody will know."""

    who: str
    what: str
    when: str
    how_we_know: str


@dataclass(frozen=True)
class Paper:
    """The plan as it is printed."""

    children: str
    day: str
    answers: tuple[tuple[str, str], ...]
    family: tuple[PromiseLine, ...]
    professionals: tuple[PromiseLine, ...]
    contingency: str
    childs_message: str
    plan_keeper: str
    bottom_lines: str
    agency: AnswerReading | None
    coordinator: str


@dataclass(frozen=True)
class PlanNow:
    """The plan as it is saved: what an editor begins from, and what stands beside words that came too late."""

    version: int
    answers: tuple[tuple[str, str], ...]
    items: tuple[PlanItem, ...]
    contingency: str
    childs_message: str
    plan_keeper: str


def plan_now(conference: FamilyConference, *, afresh: bool = False) -> PlanNow:
    """Two queries; one more for the plan's own row `afresh`, when somebody saved meanwhile."""
    plan = getattr(conference, "plan", None)
    if afresh:
        plan = FamilyPlan.objects.filter(conference=conference).first()
    plan = plan or FamilyPlan(version=0)
    said = dict(PlanAnswer.objects.filter(conference=conference).order_by("place").values_list("question", "words"))
    questions = said or dict.fromkeys(questions_of(conference.brief), "")
    items = (
        PlanItem.objects.filter(conference=conference, removed_on=None)
        .select_related("keeper", "promised")
        .order_by("pk")
    )
    return PlanNow(
        version=plan.version,
        answers=tuple(questions.items()),
        items=tuple(items.select_related("keeper", "promised")),
        contingency=plan.contingency,
        childs_message=plan.childs_message,
        plan_keeper=plan.plan_keeper,
    )


def read_paper(conference: FamilyConference) -> Paper:
    """The plan to print. Five queries."""
    now = plan_now(conference)
    names = ConferenceChild.objects.filter(conference=conference).order_by("pk").values_list("first_name", flat=True)
    met: tuple[MeetingReading, ...] = meetings_of(conference)
    agency = agency_answers(conference)
    return Paper(
        children=in_a_row(list(names)),
        day=met[0].day if met else "",
        answers=now.answers,
        family=_promises([item for item in now.items if item.whose == PlanItem.Whose.FAMILY]),
        professionals=_promises([item for item in now.items if item.whose != PlanItem.Whose.FAMILY]),
        contingency=now.contingency,
        childs_message=now.childs_message,
        plan_keeper=now.plan_keeper,
        bottom_lines=conference.brief.bottom_lines,
        agency=agency[0] if agency else None,
        coordinator=conference.coordinator.name if conference.coordinator else "",
    )


_RECORDS = [role for role in Role if Permission.CASE_RECORD in role.says.permissions]


def may_promise(conference: FamilyConference) -> list[User]:
    """Who of those who work here may promise something at the meeting: the referrer and their team. By name."""
    own = Membership.objects.filter(user=conference.referred_by_id, ended_on=None).values_list("team__path", flat=True)
    teams = {team for path in own for team in path}
    there = Membership.objects.filter(team__in=teams, ended_on=None, role__in=_RECORDS).values("user")
    people = User.objects.filter(pk__in=there, is_active=True, is_system=False) | User.objects.filter(
        pk=conference.referred_by_id
    )
    return list(people.order_by("name", "pk"))


def coordinators() -> list[Membership]:
    """Present memberships of everybody who convenes conferences. By name. One query."""
    found = Membership.objects.filter(role=Role.CONFERENCE_COORDINATOR, ended_on=None, user__is_active=True)
    return list(found.select_related("user", "team").order_by("user__name", "pk"))


def _promises(items: Sequence[PlanItem]) -> tuple[PromiseLine, ...]:
    return tuple(
        PromiseLine(
            who=item.keeper.name if item.keeper else item.who,
            what=item.what,
            when=item.when or (f"by {day_in_words(item.due_on)}" if item.due_on else ""),
            how_we_know=item.how_we_know,
        )
        for item in items
    )

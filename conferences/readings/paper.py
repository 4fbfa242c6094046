"""The family's plan: as the editor fills its form, and as the paper the family takes home.

Nothing of one person that another must not learn is here: no number, no address, no way or time of arriving.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import OuterRef, Subquery

from camden.access import Permission, Role
from camden.models import Membership, User
from camden.rules.names import day_in_words
from conferences.models import (
    AgencyAnswer,
    ConferenceChild,
    CouldCare,
    FamilyConference,
    FamilyPlan,
    MustHave,
    MustHaveLooked,
    PlanAnswer,
    PlanEdition,
    PlanItem,
    PlanResource,
    ResourceAnswer,
)
from conferences.readings.workspace import MeetingReading, agency_answers, meetings_of, questions_of
from conferences.rules.paper import (
    Answered,
    CarerLine,
    MustHaveLine,
    Paper,
    PromiseLine,
    WishLine,
    from_content,
)


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
    """The plan to read and print: the newest edition that was agreed, else what is written by now. Ten queries.

    A plan that was agreed before editions were kept says when.
    """
    edition = PlanEdition.objects.filter(conference=conference).order_by("-edition").first()
    if edition:
        return from_content(edition.content)
    paper = paper_as_written(conference)
    agreed = paper.agency and paper.agency.answer == AgencyAnswer.Answer.AGREED.label
    return replace(paper, agreed=paper.agency.day) if paper.agency and agreed else paper


def paper_as_written(
    conference: FamilyConference, *, edition: int = 0, agreed_on: date | None = None, afresh: bool = False
) -> Paper:
    """The plan as it is written by now. Whoever agrees gives the number of the edition, and the day. Nine queries.

    `afresh`: the plan's own row changed since the conference was fetched.
    """
    plan = FamilyPlan.objects.filter(conference=conference).first() if afresh else getattr(conference, "plan", None)
    plan = plan or FamilyPlan()
    names = ConferenceChild.objects.filter(conference=conference).order_by("pk").values_list("first_name", flat=True)
    items = list(
        PlanItem.objects.filter(conference=conference, removed_on=None).select_related("keeper").order_by("pk")
    )
    met: tuple[MeetingReading, ...] = meetings_of(conference)
    must_haves = _must_haves(conference)
    return Paper(
        names=tuple(names),
        day=met[0].day if met else "",
        answers=_answers(conference),
        family=_promises([item for item in items if item.whose == PlanItem.Whose.FAMILY]),
        professionals=_promises([item for item in items if item.whose != PlanItem.Whose.FAMILY]),
        family_time=plan.family_time,
        warning_signs=plan.warning_signs,
        contingency=plan.contingency,
        could_care=_could_care(conference),
        wishes=_wishes(conference),
        must_haves=must_haves,
        bottom_lines="" if must_haves else conference.brief.bottom_lines,
        childs_message=plan.childs_message,
        in_childs_words=plan.in_childs_words,
        plan_keeper=plan.plan_keeper,
        review=day_in_words(plan.review_on) if plan.review_on else "",
        agency=_agency(conference),
        coordinator=conference.coordinator.name if conference.coordinator else "",
        edition=edition,
        agreed=day_in_words(agreed_on) if agreed_on else "",
    )


def _answers(conference: FamilyConference) -> tuple[tuple[str, str], ...]:
    said = PlanAnswer.objects.filter(conference=conference).order_by("place").values_list("question", "words")
    return tuple(said) or tuple((question, "") for question in questions_of(conference.brief))


def _promises(items: Sequence[PlanItem]) -> tuple[PromiseLine, ...]:
    return tuple(
        PromiseLine(
            who=item.keeper.name if item.keeper else item.who,
            what=item.what,
            when=item.when or (f"By {day_in_words(item.due_on)}" if item.due_on else ""),
            how_we_know=item.how_we_know,
            promised_to=item.promised_to,
        )
        for item in items
    )


def _could_care(conference: FamilyConference) -> tuple[CarerLine, ...]:
    found = CouldCare.objects.filter(conference=conference, removed_on=None).order_by("pk")
    return tuple(CarerLine(each.who, each.tie, each.for_long) for each in found)


def _wishes(conference: FamilyConference) -> tuple[WishLine, ...]:
    """With the last answer to each."""
    last = ResourceAnswer.objects.filter(resource=OuterRef("pk")).order_by("-pk")
    found = PlanResource.objects.filter(conference=conference, removed_on=None).order_by("pk")
    told = found.annotate(
        said=Subquery(last.values("is_agreed")[:1]),
        said_why=Subquery(last.values("reason")[:1]),
        said_cost=Subquery(last.values("cost")[:1]),
    )
    return tuple(
        WishLine(one.what, one.said, one.said_why or "", one.said_cost or 0 if one.said else 0) for one in told
    )


def _must_haves(conference: FamilyConference) -> tuple[MustHaveLine, ...]:
    """With what was said of each last."""
    last = MustHaveLooked.objects.filter(must_have=OuterRef("pk")).order_by("-pk")
    found = MustHave.objects.filter(conference=conference, ended_on=None).order_by("place")
    told = found.annotate(said=Subquery(last.values("is_met")[:1]), said_how=Subquery(last.values("how")[:1]))
    return tuple(MustHaveLine(one.words, one.said, one.said_how or "") for one in told)


def _agency(conference: FamilyConference) -> Answered | None:
    said = agency_answers(conference)
    return Answered(said[0].answer, said[0].words, said[0].who, said[0].day) if said else None


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

"""The family's plan as it is written now: for its editor, for the answer to it, and for a review."""

from dataclasses import dataclass
from datetime import date

from conferences.models import CouldCare, FamilyConference, FamilyPlan, PlanAnswer, PlanItem, PlanResource
from conferences.readings.workspace import questions_of


@dataclass(frozen=True)
class PlanWritten:
    """The plan as it is saved: what an editor begins from, and what stands beside words that came too late."""

    version: int
    answers: tuple[tuple[str, str], ...]
    items: tuple[PlanItem, ...]
    could_care: tuple[CouldCare, ...]
    wishes: tuple[PlanResource, ...]
    family_time: str
    warning_signs: str
    contingency: str
    childs_message: str
    in_childs_words: str
    plan_keeper: str
    review_on: date | None


def plan_written(conference: FamilyConference, *, afresh: bool = False) -> PlanWritten:
    """Four queries; one more for the plan's own row `afresh`, when somebody saved meanwhile."""
    plan = getattr(conference, "plan", None)
    if afresh:
        plan = FamilyPlan.objects.filter(conference=conference).first()
    plan = plan or FamilyPlan(version=0)
    said = dict(PlanAnswer.objects.filter(conference=conference).order_by("place").values_list("question", "words"))
    questions = said or dict.fromkeys(questions_of(conference.brief), "")
    own = {"conference": conference, "removed_on": None}
    items = PlanItem.objects.filter(**own).select_related("keeper", "promised").order_by("pk")
    return PlanWritten(
        version=plan.version,
        answers=tuple(questions.items()),
        items=tuple(items),
        could_care=tuple(CouldCare.objects.filter(**own).order_by("pk")),
        wishes=tuple(PlanResource.objects.filter(**own).order_by("pk")),
        family_time=plan.family_time,
        warning_signs=plan.warning_signs,
        contingency=plan.contingency,
        childs_message=plan.childs_message,
        in_childs_words=plan.in_childs_words,
        plan_keeper=plan.plan_keeper,
        review_on=plan.review_on,
    )

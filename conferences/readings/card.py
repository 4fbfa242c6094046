"""A child's conference in four lines, for the record's people: nothing of the preparation is asked for."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef

from camden.rules.names import day_in_words
from conferences.models import ConferenceChild, FamilyConference, PlanEdition
from conferences.rules.stages import Stage


@dataclass(frozen=True)
class Card:
    """Where it stands since when, what is next in words, and whether there is a plan that was agreed."""

    pk: int
    case_pk: int
    stage: str
    since: str
    next: str
    has_plan: bool


_NEXT = {
    Stage.OFFERED: "The family says whether it wants one.",
    Stage.ACCEPTED: "Somebody is to coordinate it.",
    Stage.ALLOCATED: "The coordinator contacts the family.",
    Stage.HELD: "The family’s plan is written down and answered.",
    Stage.PLAN_AGREED: "The family lives with its plan.",
    Stage.ACTIVE: "The family looks at its plan again.",
}


def read_card(case: int, child: int) -> Card | None:
    """The last conference that is about this child. One query."""
    about = ConferenceChild.objects.filter(conference=OuterRef("pk"), child=child)
    agreed = PlanEdition.objects.filter(conference=OuterRef("pk"))
    found = FamilyConference.objects.filter(Exists(about), case=case).with_stage()
    newest_first = found.annotate(agreed=Exists(agreed)).select_related("plan").order_by("-referred_on", "-pk")
    last: Any = newest_first.first()
    if last is None or last.stage is None:
        return None
    stage = Stage(last.stage)
    says = _NEXT.get(stage, "")
    if last.plan_given_on:
        says = f"The family’s plan waits for our answer since {day_in_words(last.plan_given_on)}."
    elif last.planned_on and stage in (Stage.PREPARING, Stage.READY):
        says = f"The family meets on {day_in_words(last.planned_on)}."
    has_plan = last.agreed or (hasattr(last, "plan") and stage in (Stage.PLAN_AGREED, Stage.ACTIVE, Stage.REVIEWED))
    return Card(last.pk, case, stage.label, day_in_words(last.stage_on), says, has_plan)

"""What a child's page says of conferences, for the record's people: nothing of the preparation is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import JSONObject

from camden.rules.names import day_in_words
from cases.models import Case
from conferences.models import ConferenceChild, FamilyConference, FamilyPlan, PlanEdition
from conferences.readings.prompting import asked_of_a_case, prompted
from conferences.rules.consent import Prompt
from conferences.rules.stages import Stage


@dataclass(frozen=True)
class Card:
    """Where the last conference stands since when, and what is next in words.

    `plan_pk` is the conference whose plan there is: the newest that was agreed, also after a later offer; else None.
    """

    pk: int
    case_pk: int
    stage: str
    since: str
    next: str
    plan_pk: int | None


@dataclass(frozen=True)
class Beside:
    """Whether to offer a conference now, and the card of the last one."""

    prompt: Prompt | None
    card: Card | None


_NEXT = {
    Stage.CONSIDERED: "Nobody in the family has been asked yet.",
    Stage.OFFERED: "The family says whether it wants one.",
    Stage.ACCEPTED: "Somebody is to coordinate it.",
    Stage.ALLOCATED: "The coordinator contacts the family.",
    Stage.HELD: "The family’s plan is written down and answered.",
    Stage.PLAN_AGREED: "The family lives with its plan.",
    Stage.ACTIVE: "The family looks at its plan again.",
}


def read_beside(case: int, child: int, on: date) -> Beside:
    """Both, for a child's page. One query."""
    own = Case.objects.filter(pk=case)  # nosemgrep: record-not-asked-for-a-person - whoever calls has it
    found = own.values_list(asked_of_a_case(), _last_of(child)).first()
    if found is None:
        return Beside(None, None)
    asked, last = found
    offer = prompted(asked, on)
    return Beside(offer.prompt if offer else None, _card(case, last) if last and last["stage"] else None)


def _last_of(child: int) -> Subquery:
    about = ConferenceChild.objects.filter(conference=OuterRef("pk"), child=child)
    agreed = PlanEdition.objects.filter(
        Exists(ConferenceChild.objects.filter(conference=OuterRef("conference"), child=child)),
        case=OuterRef("case"),
    ).order_by("-agreed_on", "-pk")
    found = FamilyConference.objects.filter(Exists(about), case=OuterRef("pk")).with_stage()
    says = JSONObject(
        pk="pk", stage="stage", on="stage_on", given="plan_given_on", planned="planned_on",
        agreed=Subquery(agreed.values("conference")[:1]),
        written=Exists(FamilyPlan.objects.filter(conference=OuterRef("pk"))),
    )  # fmt: skip
    return Subquery(found.order_by("-referred_on", "-pk").values(row=says)[:1])


def _card(case: int, last: Mapping[str, Any]) -> Card:
    stage = Stage(last["stage"])
    says = _NEXT.get(stage, "")
    if last["given"]:
        says = f"The family’s plan waits for our answer since {_in_words(last['given'])}."
    elif last["planned"] and stage in (Stage.PREPARING, Stage.READY):
        says = f"The family meets on {_in_words(last['planned'])}."
    is_lived = last["written"] and stage in (Stage.PLAN_AGREED, Stage.ACTIVE, Stage.REVIEWED)
    plan = last["agreed"] or (last["pk"] if is_lived else None)
    return Card(last["pk"], case, stage.label, _in_words(last["on"]), says, plan)


def _in_words(day: str) -> str:
    return day_in_words(date.fromisoformat(day))

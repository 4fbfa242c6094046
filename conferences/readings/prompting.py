"""Where a conference is to be offered: what the record says of thresholds and offers, and what was put off."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import JSONObject

from cases.models import Case, Enquiry, Member, Milestone, PlanSpell
from cases.rules.happenings import Happened
from conferences.models import ConferenceStage, FamilyConference, NotYetOffered
from conferences.rules.consent import Prompt, prompt
from conferences.rules.stages import Stage
from conferences.rules.thresholds import FACTS, Fact, Spell, changes

GOES_ON = frozenset(Stage) - {
    Stage.DECLINED, Stage.NO_RESPONSE, Stage.EXEMPT, Stage.WITHDRAWN, Stage.CLOSED, Stage.ACTIVE, Stage.REVIEWED
}  # fmt: skip
"""A conference at one of these needs no other. A plan that is lived does not keep a new threshold from being met."""


@dataclass(frozen=True)
class Prompted:
    """A family to whom a conference is to be offered now."""

    case_pk: int
    family: str
    children: tuple[str, ...]
    prompt: Prompt


def prompt_of(case: Case, on: date) -> Prompt | None:
    """Whether to offer a conference to this family now, and because of what. One query."""
    own = Case.objects.filter(pk=case.pk)  # nosemgrep: record-not-asked-for-a-person - whoever calls has it
    said = own.values_list(asked_of_a_case(), flat=True)
    found = prompted(said.get(), on)
    return found.prompt if found else None


def asked_of_a_case() -> JSONObject:
    """A column of `Case` from which `prompted` reads: for one record or for many."""

    def rows(model: Any, **fields: Any) -> ArraySubquery:
        found = model.objects.filter(case=OuterRef("pk")).order_by("pk")
        return ArraySubquery(found.values(row=JSONObject(**fields)))

    last = ConferenceStage.objects.filter(conference=OuterRef("pk")).order_by("-pk").values("stage")[:1]
    conferences = FamilyConference.objects.filter(case=OuterRef("pk")).annotate(last=Subquery(last))
    offers = ConferenceStage.objects.filter(case=OuterRef("pk"), stage__in=(Stage.OFFERED, Stage.EXEMPT))
    facts = Milestone.objects.filter(case=OuterRef("pk"), struck_on=None, kind__in=[each.value for each in FACTS])
    said_of = JSONObject(kind="kind", child="child_id", on="happened_on")
    return JSONObject(
        of=Value("offer"),
        case="pk",
        family="name",
        children=ArraySubquery(
            Member.objects.children().filter(case=OuterRef("pk")).order_by("pk").values("given_name")
        ),
        plans=rows(PlanSpell, basis="basis", since="started_on", until="ended_on"),
        enquiries=rows(Enquiry, since="started_on", until="ended_on"),
        facts=ArraySubquery(facts.order_by("pk").values(row=said_of)),
        stages=ArraySubquery(conferences.order_by("pk").values("last")),
        offered=ArraySubquery(offers.order_by("pk").values("happened_on")),
        put_off=rows(NotYetOffered, on="said_on"),
    )


def prompted(row: Mapping[str, Any], on: date) -> Prompted | None:
    """What a row of `asked_of_a_case` says; None where nothing is to be offered."""
    spells = [Spell(each.get("basis", ""), _day(each["since"]), _day_or_none(each["until"]))
              for each in (*row["plans"], *row["enquiries"])]  # fmt: skip
    facts = [Fact(Happened(each["kind"]), each["child"], _day(each["on"])) for each in row["facts"]]
    found = prompt(
        changes(spells, facts, on=on),
        offered=[_day(day) for day in row["offered"]],
        is_under_way=any(stage in GOES_ON for stage in row["stages"]),
        put_off=[_day(each["on"]) for each in row["put_off"]],
        on=on,
    )
    names = tuple(name or "the baby" for name in row["children"])
    return Prompted(row["case"], row["family"], names, found) if found else None


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _day_or_none(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

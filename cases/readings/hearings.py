"""Who was not yet heard on a decision: for the lead worker of a child it is about, until they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse

from camden.models import User
from cases.models import DecisionChild, DecisionHeard, Involvement
from cases.readings.agreed import first_name
from cases.rules.deciding import NOT_YET
from cases.rules.visits import in_a_row

_NAMES = ("given_name", "family_name", "la_child_id")


@dataclass(frozen=True)
class Hearing:
    """Those not yet heard on one decision. `who` is empty where names may not be read: a job's letters."""

    case_pk: int
    family: str
    who: str
    decided_on: date
    ask_by_on: date
    url: str
    children: tuple[Mapping[str, str], ...]


def not_yet_heard(worker: User, *, with_names: bool) -> Any:
    """A subquery: those not yet heard about children for whom this person leads. Their names are for the web only."""
    parts = DecisionChild.objects.filter(decision=OuterRef("decision_id"))
    children = parts.order_by("child__born_on", "child").values(
        says=JSONObject(**{name: f"child__{name}" for name in _NAMES})
    )
    leads = Involvement.objects.filter(worker=worker, leads_now=True)
    theirs = leads.filter(
        child__in=DecisionChild.objects.filter(decision=OuterRef(OuterRef("decision_id"))).values("child")
    )
    found = DecisionHeard.objects.visible_to(worker).filter(Exists(theirs), how=NOT_YET)
    more = {"said_by": "said_by"} | {name: f"member__{name}" for name in _NAMES} if with_names else {}
    columns = {"pk": "pk", "case_id": "case_id", "decision": "decision_id", "ask_by_on": "ask_by_on"}
    columns["decided_on"] = "decision__made_on"
    says = JSONObject(**columns, **more, family="case__name", children=ArraySubquery(children))
    return found.order_by("ask_by_on", "decision_id", "pk").values(says=says)


def hearings(rows: Iterable[Mapping[str, Any]]) -> Iterable[Hearing]:
    """One for each decision, the soonest first; where one person is left, it leads to the form that hears them."""
    for (day, decision), alike in groupby(rows, key=lambda row: (row["ask_by_on"], row["decision"])):
        of_one = list(alike)
        first = of_one[0]
        url = reverse("cases:decision", args=[first["case_id"], decision])
        if len(of_one) == 1:
            url = reverse("cases:decision-hearing", args=[first["case_id"], decision, first["pk"]])
        yield Hearing(
            case_pk=first["case_id"],
            family=first["family"],
            who=in_a_row([_name(row) for row in of_one]) if "said_by" in first else "",
            decided_on=date.fromisoformat(first["decided_on"]),
            ask_by_on=date.fromisoformat(day),
            url=url,
            children=tuple(first["children"]),
        )


def _name(row: Mapping[str, Any]) -> str:
    return row["said_by"] or first_name(*(row[name] or "" for name in _NAMES))

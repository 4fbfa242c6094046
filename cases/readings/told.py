"""Who told a fact that was drawn together with the family, and what was told today in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import JSONObject

from cases.models import AsTold, Case, Member, Relationship
from cases.readings.audience import shown_to
from cases.rules.audience import STAFF, Audience
from cases.rules.kinship_words import what_one_is, what_other_is
from cases.rules.visits import in_a_row

PERSON, RELATIONSHIP = "person", "relationship"


@dataclass(frozen=True)
class Telling:
    """What was told in one go: "Farida, mother of Shirin". `pk` is that of its first fact."""

    pk: int
    words: str
    who: str


def with_teller(kind: str) -> ArraySubquery:
    """Of a row of this kind, who told it and when, to be asked together with the row. For `as_told`."""
    rows = AsTold.objects.filter(kind=kind, subject_id=OuterRef("pk"), case=OuterRef("case"), undone_on=None)
    return ArraySubquery(rows.values(row=JSONObject(by="told_by_id", on="told_on")))


def as_told(row: Any, names: Mapping[int, str], on: date) -> str:
    """Who told a fact that was asked for `with_teller` as `told`: "As told by Shirin, 12 March"; nothing for others.

    `names` are first names by key: of somebody who is not among them it is told by somebody of the family.
    """
    for told in getattr(row, "told", None) or ():
        who = names.get(told["by"], "somebody of the family")
        return f"As told by {who}, {_day(date.fromisoformat(told['on']), on)}"
    return ""


def told_in_one_go(told: AsTold) -> list[AsTold]:
    """This fact and those that were told with it. One query."""
    rows = list(_with_request(AsTold.objects.filter(case=told.case_id, told_on=told.told_on, undone_on=None)))
    own = next((row.request for row in rows if row.pk == told.pk), None)
    return [row for row in rows if own is not None and row.request == own]


def told_today(case: Case, people: Mapping[int, Member], on: date, audience: Audience = STAFF) -> list[Telling]:
    """What was told on a day, newest first, as far as an audience may know. `people` are those it may. Two queries."""
    rows = list(_with_request(AsTold.objects.filter(case=case, told_on=on, undone_on=None)))
    keys = [row.subject_id for row in rows if row.kind == RELATIONSHIP]
    ties = {tie.pk: tie for tie in shown_to(audience, Relationship.objects.filter(case=case, pk__in=keys))}
    found = []
    for _, each in groupby(rows, key=lambda row: row.request):
        act = list(each)
        words = _words(act, ties, people)
        if words:
            teller = people.get(act[0].told_by_id)
            found.append(Telling(act[0].pk, words, teller.first_name if teller else "somebody of the family"))
    return found[::-1]


def _with_request(rows: Any) -> Any:
    """Each with the request in which it was told, in the order in which it was."""
    events: Any = apps.get_model("cases", "AsToldEvent")._base_manager
    told = events.filter(pgh_obj=OuterRef("pk")).order_by("pgh_id")
    request = told.annotate(said=KeyTextTransform("request", "pgh_context")).values("said")[:1]
    return rows.annotate(request=Subquery(request)).order_by("pk")


def _words(act: Sequence[AsTold], ties: Mapping[int, Relationship], people: Mapping[int, Member]) -> str:
    """Whom it was about: "Roisin, daughter of Grainne and Declan"; nothing for what may not be said."""
    new = [row.subject_id for row in act if row.kind == PERSON]
    if any(key not in people for key in new):
        return ""
    said: dict[str, list[str]] = {}
    who = people[new[0]].first_name if new else ""
    for row in act:
        tie = ties.get(row.subject_id) if row.kind == RELATIONSHIP else None
        if tie is None or not {tie.one_id, tie.other_id} <= people.keys():
            continue
        one, other = people[tie.one_id], people[tie.other_id]
        if other.pk in new:
            said.setdefault(what_other_is(tie.kind, other.sex), []).append(one.first_name)
        else:
            said.setdefault(what_one_is(tie.kind, one.sex), []).append(other.first_name)
        who = who or one.first_name
    kin = "; ".join(f"{what} of {in_a_row(names)}" for what, names in said.items())
    return f"{who}, {kin}" if said else in_a_row([people[key].first_name for key in new])


def _day(day: date, on: date) -> str:
    year = "" if day.year == on.year else f" {day.year}"
    return f"{day.day} {day:%B}{year}"

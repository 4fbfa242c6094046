"""What stands on somebody's own page of how people see things, what is hard, and where they come from.

One question for all of it: a page of somebody asks for much else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject

from camden.models import User
from cases.models import Case, CulturalNote, EmotionalTie, HealthMark, Member, MemberMerge, PastLoss
from cases.readings.culture import RESTRICTED, CulturePanel
from cases.readings.culture import panel as culture_of
from cases.readings.feelings import FeelingsPanel, Hardships, hardships
from cases.readings.feelings import panel as feelings_of

_KEPT = ("id", "kind", "is_kept_from_family", "kept_from", "struck_on", "struck_why")
_WHO = ("one_id", "other_id", "view_of_id", "mother_id", "other_parent_id", "told_by_id", "member_id", "merged_id")
_WORKERS = ("view_of_worker", "noted_by")


@dataclass(frozen=True)
class PersonAround:
    """The parts of somebody's page."""

    feelings: FeelingsPanel
    hard: Hardships
    culture: CulturePanel
    merges: tuple[MemberMerge, ...]
    """Those who were found to be this person, with whoever each was."""


def person_around(case: Case, member: Member, on: date, *, may_record: bool) -> PersonAround:
    """For people who work here; of what is restricted, only for those who may record. One query."""
    pk = member.pk
    told = Q(member=pk) if may_record else Q(member=pk) & ~Q(kind__in=RESTRICTED)
    view = ("one_id", "other_id", "words", "seen_on", "view_of_id", "view_of_worker_id", "view_of_worker__name")
    note = ("member_id", "words", "is_declined", "about", "told_by_id", "noted_on", "ended_on", "noted_by__name")
    asked: Any = Case.objects.filter(pk=case.pk)  # nosemgrep: record-not-asked-for-a-person - whoever calls has it
    found = asked.values_list(
        JSONObject(
            people=_beneath(Member, Q(), "id", "given_name", "family_name", "la_child_id"),
            ties=_beneath(EmotionalTie, Q(one=pk) | Q(other=pk), *_KEPT, *view),
            losses=_beneath(
                PastLoss,
                Q(mother=pk) | Q(other_parent=pk),
                *_KEPT,
                "mother_id",
                "other_parent_id",
                "name",
                "lost_about",
            ),
            health=_beneath(HealthMark, Q(member=pk), *_KEPT, "words", "started_about", "noted_on", "ended_on"),
            notes=_beneath(CulturalNote, told, *_KEPT, *note),
            merges=_beneath(MemberMerge, Q(kept=pk, undone_on=None), "id", "merged_id", "merged_on"),
        ),
        flat=True,
    ).get()
    people = {row["id"]: Member(**row) for row in found["people"]}
    names = {key: person.first_name for key, person in people.items()}
    ties = list(_made(EmotionalTie, found["ties"], people))
    losses, health = list(_made(PastLoss, found["losses"], people)), list(_made(HealthMark, found["health"], people))
    notes = list(_made(CulturalNote, found["notes"], people))
    return PersonAround(
        feelings=feelings_of(case, member, on, names=names, ties=ties),
        hard=hardships(member, names=names, losses=losses, health=health),
        culture=culture_of(case, member, on, names=names, notes=notes),
        merges=tuple(_made(MemberMerge, found["merges"], people)),
    )


def _beneath(model: Any, which: Q, *fields: str) -> ArraySubquery:
    rows = model._base_manager.filter(which, case=OuterRef("pk")).order_by("pk")
    return ArraySubquery(rows.values(row=JSONObject(**{name: name for name in fields})))


def _made(model: Any, rows: Iterable[Mapping[str, Any]], people: Mapping[int, Member]) -> Iterable[Any]:
    """The rows as what they are, with their people and workers."""
    for row in rows:
        own = {name: value for name, value in row.items() if "__" not in name and not name.endswith("_id")}
        said = {key: date.fromisoformat(v) if v and key.endswith("_on") else v for key, v in own.items()}
        made = model(**said)
        for key in _WHO:
            if row.get(key):
                setattr(made, key.removesuffix("_id"), people[row[key]])
        for worker in _WORKERS:
            if row.get(f"{worker}__name"):
                setattr(made, worker, User(pk=row.get(f"{worker}_id"), name=row[f"{worker}__name"]))
        yield made

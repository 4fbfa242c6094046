"""Whose families they are in which something stands still, and who is told of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, Exists, ExpressionWrapper, OuterRef, Q, Value
from django.db.models.functions import JSONObject

from camden.access import Role
from camden.models import User
from camden.rules.telling import Step
from cases.models import Case, Involvement
from cases.readings.drift_facts import facts_of, read_answers, read_facts
from cases.rules.drift import ASKED_ANYWAY, KNOWN_BY_CLOCKS, Sign, drift, told_from

MOST = 400  # families of one person: far more than anybody manages


@dataclass(frozen=True)
class Told:
    """A family in which something stands still, as one person hears of it. `step` is where they stand."""

    case_pk: int
    family: str
    step: Step
    signs: tuple[Sign, ...]


def in_charge(user: User) -> Any:
    """Open records a person works in, or whose pod, team or service they lead: nobody else's.

    Whose drift a page shows: the line's own people's families, and everybody's own.
    """
    here = Case.objects.visible_to(user).filter(closed_on=None)
    works = Exists(Involvement.objects.present().filter(case=OuterRef("pk"), worker=user))
    above = _reach(user, Role.SENIOR_PRACTITIONER, Role.TEAM_MANAGER, Role.SERVICE_MANAGER)
    return here.filter(works | above)


def told_of(user: User, on: date, *, own: bool) -> Any:
    """Records whose drift this person may have to hear of, each `says` all that tells whether they do, as JSON.

    Their own (`own`) as lead worker, and those of the pods and teams they lead. A service manager is told by the page.
    """
    leads = Exists(Involvement.objects.present().filter(case=OuterRef("pk"), worker=user, role=Involvement.Role.LEAD))
    senior, manager = _reach(user, Role.SENIOR_PRACTITIONER), _reach(user, Role.TEAM_MANAGER)
    found = Case.objects.visible_to(user).filter(closed_on=None)
    found = found.filter(leads | senior | manager) if own else found.filter(senior | manager)
    stands = {"leads": leads, "senior": _yes(senior), "manager": _yes(manager)}
    says = JSONObject(pk="pk", name="name", facts=facts_of(on, with_words=False), **stands)
    return found.order_by("pk").values(says=says)[:MOST]


def read_told(said: Iterable[Mapping[str, Any]], on: date) -> list[Told]:
    """Of which families this person is told, each on the lowest step they stand on; who stood still longest first."""
    found = [told for row in said if (told := _told(row, on))]
    return sorted(found, key=lambda each: (each.signs[0].since, each.family, each.case_pk))


def _told(row: Mapping[str, Any], on: date) -> Told | None:
    stands = {Step.OWNER: row["leads"], Step.SENIOR: row["senior"], Step.MANAGER: row["manager"]}
    mine = [step for step, is_mine in stands.items() if is_mine]
    facts = read_facts(row["facts"])
    by_clocks = {kind for kind, codes in KNOWN_BY_CLOCKS.items() if facts.ticking & set(codes)}
    signs: dict[Step, list[Sign]] = {}
    for sign in drift(facts, read_answers(row["facts"]), on):
        days = told_from(sign.kind, sign.since)
        step = next((step for step in mine if step in days and days[step] <= on), None)
        is_told_already = sign.kind in by_clocks or (step is Step.OWNER and sign.kind in ASKED_ANYWAY)
        if step and not is_told_already:
            signs.setdefault(step, []).append(sign)
    if not signs:
        return None
    every = sorted((sign for alike in signs.values() for sign in alike), key=lambda sign: sign.since)
    return Told(row["pk"], row["name"], min(signs), tuple(every))


def _reach(user: User, *roles: Role) -> Q:
    """Records of their teams in these roles; an empty array overlaps nothing, and stays an expression."""
    teams = Value(user.team_ids_as(*roles), output_field=ArrayField(BigIntegerField()))
    return Q(team_ids__overlap=teams)


def _yes(condition: Q) -> Any:
    return ExpressionWrapper(condition, output_field=BooleanField())

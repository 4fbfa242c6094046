"""What the form for a visit knows already: people around the children, goals, questions to ask, plans, other visits."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, DateField, F, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject
from django.urls import reverse

from camden.access import Permission, Role
from camden.models import Membership, User
from camden.models.once import Statement, later, statement
from camden.rules.moments import recent_day
from camden.rules.names import display_name
from cases.models import (
    Action,
    ActionChild,
    Case,
    Goal,
    HouseholdMembership,
    Involvement,
    Member,
    NetworkTie,
    PlannedVisit,
    Relationship,
    Visit,
)
from cases.models import Question as Planned

MOST_QUESTIONS, MOST_TO_ASK = 5, 8
_NAMES = ("given_name", "family_name", "la_child_id")
_RECORDS = tuple(role for role in Role if Permission.CASE_RECORD in role.says.permissions)

Choice = tuple[int, str]
"""A key and what to call it."""


@dataclass(frozen=True)
class Question:
    """A question agreed before, to be asked of the family: key of the action, what it is, its sentence, where it was
    agreed.

    `of` are the children it is for, as (key, first name).
    """

    pk: int
    what: str
    sentence: str
    agreed_in: str
    of: tuple[Choice, ...]


@dataclass(frozen=True)
class ToAsk:
    """A question planned for this family: of whom, what, in which first sentence; where it was planned, and when."""

    pk: int
    whom: str
    what: str
    first_sentence: str
    planned_in: str
    planned_on: date
    asker: str
    by_on: date


@dataclass(frozen=True)
class Sheet:
    """Choices the form offers, each as (key, words). `logged` are visits of today and yesterday, as (address, words);
    `planned` is the key of the plan this visit may fulfil, and its kind and purpose."""

    adults: tuple[Choice, ...] = ()
    network: tuple[Choice, ...] = ()
    goals: tuple[Choice, ...] = ()
    questions: tuple[Question, ...] = ()
    to_ask: tuple[ToAsk, ...] = ()
    colleagues: tuple[Choice, ...] = ()
    logged: tuple[tuple[str, str], ...] = ()
    planned: Mapping[str, Any] = field(default_factory=dict)


def sheet_for(case: Case, user: User, on: date, plan: int | None = None) -> Sheet:
    """Everything in one query. `plan` is the key of the planned visit the form was opened from; without one, that
    which this person planned for today."""
    yesterday = on - timedelta(days=1)
    found = _statement(plan is not None).rows(
        case=case.pk, team=case.team_ids, user=user.pk, on=on, yesterday=yesterday, plan=plan
    )
    parts = [[json.loads(each) for each in part] for part in (found[0] if found else [[]] * 9)]
    adults, network, goals, questions, involved, team, logged, planned, to_ask = parts
    return Sheet(
        adults=tuple(_adult(each) for each in sorted(adults, key=lambda each: not each["lives"])),
        network=tuple((each["pk"], _tie(each)) for each in network),
        goals=tuple((each["pk"], f"{each['child'] or 'The family'}: {each['words']}") for each in goals),
        questions=tuple(_question(each) for each in questions),
        to_ask=tuple(_to_ask(each) for each in to_ask),
        colleagues=tuple(sorted({each["pk"]: each["name"] for each in [*involved, *team]}.items(), key=lambda c: c[1])),
        logged=tuple(_visit(case, each, on) for each in logged),
        planned=planned[0] if planned else {},
    )


@cache
def _statement(is_of_plan: bool) -> Statement:
    asked = [_adults(), _network(), _goals(), _questions(), _colleagues(), _team(), _logged(), _planned(is_of_plan)]
    asked.append(_waiting())
    here = Case.objects.filter(pk=_CASE)  # nosemgrep: record-not-asked-for-a-person - it was fetched through lookup
    return statement(here.values_list(*(ArraySubquery(each) for each in asked)))


_CASE, _ON = later("case", BigIntegerField()), later("on", DateField())


def _says(**columns: str) -> Any:
    return JSONObject(**columns)


def _adults() -> Any:
    """Everybody in the children's lives, those who live with one of them first."""
    ties = Relationship.objects.filter(one=OuterRef("pk"), ended_on=None, other__kind=Member.Kind.CHILD).order_by("pk")
    homes = HouseholdMembership.objects.filter(member=OuterRef("pk"), ended_on=None)
    shared = homes.filter(household__memberships__member__kind=Member.Kind.CHILD)
    found = Member.objects.filter(case=_CASE, kind=Member.Kind.ADULT, died_about="", has_died=False).filter(
        Q(died_on=None) | Q(died_on__gte=_ON)
    )
    lives = ArraySubquery(shared.filter(household__memberships__ended_on=None).values("pk")[:1])
    says = JSONObject(pk="pk", ties=ArraySubquery(ties.values("kind")), lives=lives, **{name: name for name in _NAMES})
    return found.order_by("pk").values(says=says)


def _network() -> Any:
    found = NetworkTie.objects.filter(case=_CASE).filter(Q(ended_on=None) | Q(ended_on__gt=_ON))
    return found.order_by("pk").values(says=_says(pk="pk", who="contact_name", where="organisation", kind="kind"))


def _goals() -> Any:
    found = Goal.objects.filter(case=_CASE, ended_on=None).order_by(F("child").asc(nulls_last=True), "pk")
    return found.values(says=_says(pk="pk", words="words", child="child__given_name"))


def _questions() -> Any:
    """Open actions with a sentence to ask. A first sentence that asks nothing is for somebody else's ears."""
    parts = ActionChild.objects.filter(action=OuterRef("pk")).order_by("child__born_on", "child")
    children = ArraySubquery(parts.values(says=_says(pk="child", **{name: f"child__{name}" for name in _NAMES})))
    found = Action.objects.open().filter(case=_CASE, first_sentence__contains="?")
    says = JSONObject(pk="pk", what="what", sentence="first_sentence", agreed_in="agreed_in", of=children)
    return found.values(says=says)[:MOST_QUESTIONS]


def _waiting() -> Any:
    """Planned questions that nobody has asked yet."""
    columns = {name: name for name in ("pk", "whom", "what", "first_sentence", "planned_on")}
    says = JSONObject(planned_in="asked_for_in", asker="ask_by__name", by_on="ask_by_on", **columns)
    return Planned.objects.waiting().filter(case=_CASE).values(says=says)[:MOST_TO_ASK]


def _colleagues() -> Any:
    found = Involvement.objects.filter(case=_CASE, ended_on=None, worker__is_active=True)
    return found.order_by("pk").values(says=_says(pk="worker", name="worker__name"))


def _team() -> Any:
    # nosemgrep: rows-by-sql - rows of one array of keys; it knows no table
    teams = RawSQL("select unnest(%s::bigint[])", later("team", BigIntegerField()).params)
    found = Membership.objects.filter(ended_on=None, user__is_active=True, team__in=teams, role__in=_RECORDS)
    return found.order_by("pk").values(says=_says(pk="user", name="user__name"))


def _logged() -> Any:
    since = later("yesterday", DateField())
    found = Visit.objects.filter(case=_CASE, struck_on=None, missed_why="", visited_on__gte=since)
    return found.order_by("-visited_on", "-pk").values(says=_says(pk="pk", on="visited_on", who="worker__name"))[:4]


def _planned(is_of_plan: bool) -> Any:
    found = PlannedVisit.objects.waiting().filter(case=_CASE)
    whole = later("plan", BigIntegerField()) if is_of_plan else later("user", BigIntegerField())
    found = found.filter(pk=whole) if is_of_plan else found.filter(worker=whole, planned_on=_ON)
    columns = {name: name for name in ("pk", "kind", "purpose", "household_id", "companion_id")}
    return found.order_by("starts", "pk").values(says=_says(**columns))[:1]


def _adult(said: Mapping[str, Any]) -> Choice:
    name = display_name(*(said[each] for each in _NAMES))
    tie = Relationship.Kind(said["ties"][0]).label if said["ties"] else ""
    return said["pk"], f"{name}, {tie}" if tie else name


def _tie(said: Mapping[str, Any]) -> str:
    return ", ".join(filter(None, (said["who"], said["where"])))[:120]


def _question(said: Mapping[str, Any]) -> Question:
    return Question(said["pk"], said["what"], said["sentence"], said["agreed_in"], tuple(_children(said["of"])))


def _to_ask(said: Mapping[str, Any]) -> ToAsk:
    days = {name: date.fromisoformat(said[name]) for name in ("planned_on", "by_on")}
    return ToAsk(**{**said, **days})


def _children(said: Iterable[Mapping[str, Any]]) -> Iterable[Choice]:
    for each in said:
        yield each["pk"], each["given_name"] or display_name(*(each[name] for name in _NAMES))


def _visit(case: Case, said: Mapping[str, Any], on: date) -> tuple[str, str]:
    day = recent_day(date.fromisoformat(said["on"]), on)
    return reverse("cases:visit", args=[case.pk, said["pk"]]), f"{said['who']} logged a visit of {day}"

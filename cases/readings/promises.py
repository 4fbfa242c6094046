"""What somebody who works here promised somebody of a family: still open, kept, or explained."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from camden.rules.moments import day_away
from camden.rules.names import day_in_words
from cases.models import Action, ActionChild, ActionHandover, Case, Involvement, Member
from cases.readings.agreed import SOON, first_name
from cases.readings.marks import kept_in_short
from cases.rules.planning import day_ahead
from cases.rules.visits import in_a_row

_NAMES = ("given_name", "family_name", "la_child_id")


@dataclass(frozen=True)
class Promise:
    """One promise: what, to whom, who keeps it now, by when. Days in words, empty where there is none.

    `history` says who promised it and through whose hands it went; `became` what came of it, in a sentence.
    """

    pk: int
    case_pk: int
    what: str
    to: str
    keeper: str
    about: str
    agreed: str
    history: tuple[str, ...]
    day: str
    iso: str
    away: str
    state: str
    became: str
    outcome: str
    kept_from: str


@dataclass(frozen=True)
class Promises:
    """A family's promises, the soonest of the open ones first, the latest of the others."""

    open: tuple[Promise, ...]
    kept: tuple[Promise, ...]
    explained: tuple[Promise, ...]

    def __bool__(self) -> bool:
        return bool(self.open or self.kept or self.explained)


def promises_of(case: Case, on: date) -> Promises:
    """Everything anybody promised this family. One query."""
    parts = ActionChild.objects.filter(action=OuterRef("pk")).order_by("child__born_on", "child")
    passed = ActionHandover.objects.filter(action=OuterRef("pk")).order_by("pk")
    found: Any = Action.objects.filter(case=case).exclude(promised_to="").select_related("keeper", "closed_by")
    hands = JSONObject(by="from_keeper__name", to="to_keeper__name", on="handed_on")
    found = found.annotate(
        names=ArraySubquery(parts.values(says=JSONObject(**{name: f"child__{name}" for name in _NAMES}))),
        hands=ArraySubquery(passed.values(says=hands)),
    )
    found = list(found.order_by(F("due_on").asc(nulls_last=True), "pk"))
    closed = sorted((each for each in found if each.closed_on), key=lambda each: each.closed_on, reverse=True)
    return Promises(
        open=tuple(_promise(each, on) for each in found if not each.closed_on),
        kept=tuple(_promise(each, on) for each in closed if each.is_done),
        explained=tuple(_promise(each, on) for each in closed if not each.is_done),
    )


def who_may_keep(case: Case) -> list[tuple[int, str]]:
    """Those who work with the family now, by name. One query."""
    found = Involvement.objects.filter(case=case, ended_on=None, worker__is_active=True)
    return list(dict(found.order_by("worker__name", "worker").values_list("worker", "worker__name")).items())


def people_of(case: Case) -> list[Member]:
    """The people of a record who are alive, grown-ups first, then children from the oldest. One query."""
    return list(Member.objects.living().filter(case=case).order_by("kind", F("born_on").asc(nulls_last=True), "pk"))


def _promise(action: Any, on: date) -> Promise:
    due_on = action.due_on
    became = ""
    if action.closed_on:
        how = "Kept" if action.is_done else "Explained"
        became = f"{how} by {action.closed_by.name}, {day_in_words(action.closed_on)}"
    days = (due_on - on).days if due_on else SOON + 1
    return Promise(
        pk=action.pk,
        case_pk=action.case_id,
        what=action.what,
        to=action.promised_to,
        keeper=action.keeper.name,
        about=in_a_row([first_name(*(each[name] for name in _NAMES)) for each in action.names]),
        agreed=f"{action.agreed_in}, {day_in_words(action.agreed_on)}",
        history=tuple(_hands(action.hands, on)),
        day=day_in_words(due_on) if due_on else "",
        iso=due_on.isoformat() if due_on else "",
        away=day_away(due_on, on) if due_on and not action.closed_on else "",
        state="late" if days < 0 else "soon" if days <= SOON else "ahead",
        became=became,
        outcome=action.outcome,
        kept_from=kept_in_short(action),
    )


def _hands(hands: Sequence[dict[str, str]], on: date) -> list[str]:
    said = [f"Promised by {hands[0]['by']}"] if hands else []
    return said + [f"passed to {each['to']}, {day_ahead(date.fromisoformat(each['on']), on)}" for each in hands]

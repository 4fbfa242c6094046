"""What somebody who works with families is to be reminded of."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import F
from django.urls import reverse

from camden.models import User
from camden.reminders import Reminder
from cases.models import Action
from cases.readings.agreed import first_name
from cases.rules.visits import in_a_row

_NAMES = ("given_name", "family_name", "la_child_id")


def due_for(worker: User, on: date) -> list[Reminder]:
    """The open actions this person keeps, in records open to them. One query, however many."""
    found: Any = Action.objects.open().visible_to(worker).filter(keeper=worker)
    found = found.annotate(family=F("case__name"), for_child=F("parts__child"))
    found = found.annotate(**{name: F(f"parts__child__{name}") for name in _NAMES})
    actions: dict[int, Any] = {}
    children: dict[int, list[str]] = defaultdict(list)
    for action in found.order_by(F("due_on").asc(nulls_last=True), "pk", "parts__child__born_on", "parts__child"):
        actions[action.pk] = action
        if action.for_child:
            children[action.pk].append(first_name(*(getattr(action, name) for name in _NAMES)))
    return [_reminder(action, children[action.pk]) for action in actions.values()]


def _reminder(action: Any, children: list[str]) -> Reminder:
    promised = f"promised to {action.promised_to} · " if action.promised_to else ""
    return Reminder(
        kind="action",
        text=action.what,
        about=in_a_row(children) or action.family,
        due_on=action.due_on,
        url=reverse("cases:action", args=[action.case_id, action.pk]),
        why=promised + action.agreed_in,
        case_ids=(action.case_id,),
    )

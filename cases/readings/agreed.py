"""What was agreed: the open actions of a family or a child, and one action with all that was said of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import BigIntegerField, F

from camden.models.once import Rows, later, rows_of
from camden.rules.moments import day_away
from camden.rules.names import day_in_words, display_name
from cases.models import Action, Case, Member
from cases.readings.audience import shown_to
from cases.rules.audience import STAFF, Audience
from cases.rules.visits import in_a_row

SOON = 3  # calendar days: as in camden.reminders


@dataclass(frozen=True)
class ActionLine:
    """One open action in a list. `about` names the children it is for; empty when it is for the family."""

    pk: int
    case_pk: int
    what: str
    keeper: str
    about: str
    promised_to: str
    """To whom in the family it was promised, by name; empty when to nobody."""
    agreed_in: str
    due: str
    iso: str
    away: str
    state: str
    """late, soon or ahead."""


@dataclass(frozen=True)
class ActionReading:
    """One action. Days in words, empty when there is none. `closed` says who closed it, when and how."""

    pk: int
    what: str
    why: str
    first_sentence: str
    keeper: str
    promised_to: str
    agreed: str
    agreed_in: str
    agreed_by: str
    children: tuple[tuple[int, str], ...]
    """Key and name of each child it is for."""
    due: str
    iso: str
    away: str
    state: str
    moved: str
    """How often it was given another day, and which was the first; why each time is on the timeline."""
    closed: str
    outcome: str


def open_actions(
    case: Case, on: date, child: Member | None = None, audience: Audience = STAFF
) -> tuple[ActionLine, ...]:
    """What is agreed and open, the soonest first; of one child, with what is for the whole family. One query."""
    actions: dict[int, Any] = {}
    children: dict[int, dict[int, str]] = defaultdict(dict)
    found: Any = _open(audience).made(case=case.pk)
    for action in found:
        actions[action.pk] = action
        if action.for_child:
            children[action.pk][action.for_child] = first_name(*(getattr(action, name) for name in _NAMES))
    return tuple(
        _line(action, action.who, children[key].values(), on)
        for key, action in actions.items()
        if child is None or not children[key] or child.pk in children[key]
    )


@lru_cache(maxsize=64)
def _open(audience: Audience) -> Rows[Action]:
    found: Any = shown_to(audience, Action.objects.open().filter(case=later("case", BigIntegerField())))
    found = found.annotate(who=F("keeper__name"), for_child=F("parts__child"))
    found = found.annotate(**{name: F(f"parts__child__{name}") for name in _NAMES})
    found = found.order_by(F("due_on").asc(nulls_last=True), "pk", "parts__child__born_on", "parts__child")
    return rows_of(found, "who", "for_child", *_NAMES)


def read_action(action: Action, on: date) -> ActionReading:
    """One query, for the children: keeper and the others come with the action."""
    children = Member.objects.filter(pk__in=action.parts.values("child")).order_by("born_on", "pk")
    due, iso, away, state = "", "", "", "ahead"
    if action.due_on:
        due, iso = day_in_words(action.due_on), action.due_on.isoformat()
    if action.due_on and not action.closed_on:
        away, state = day_away(action.due_on, on), _state(action.due_on, on)
    return ActionReading(
        pk=action.pk,
        what=action.what,
        why=action.why,
        first_sentence=action.first_sentence,
        keeper=action.keeper.name,
        promised_to=action.promised_to,
        agreed=day_in_words(action.agreed_on),
        agreed_in=action.agreed_in,
        agreed_by=action.agreed_by.name,
        children=tuple((child.pk, child.name) for child in children),
        due=due,
        iso=iso,
        away=away,
        state=state,
        moved=_moved(action),
        closed=_closed(action),
        outcome=action.outcome,
    )


def _moved(action: Action) -> str:
    if not action.moved_times:
        return ""
    times = {1: "Once", 2: "Twice"}.get(action.moved_times, f"{action.moved_times} times")
    return times + (f", at first by {day_in_words(action.first_due_on)}" if action.first_due_on else "")


_NAMES = ("given_name", "family_name", "la_child_id")


def first_name(given: str, family: str, la_child_id: str) -> str:
    """What to call a child in a sentence: the given name, else how else they are known."""
    return given or display_name(given, family, la_child_id)


def _line(action: Action, keeper: str, children: Iterable[str], on: date) -> ActionLine:
    due_on = action.due_on
    return ActionLine(
        pk=action.pk,
        case_pk=action.case_id,
        what=action.what,
        keeper=keeper,
        about=in_a_row(list(children)),
        promised_to=action.promised_to,
        agreed_in=action.agreed_in,
        due=day_in_words(due_on) if due_on else "",
        iso=due_on.isoformat() if due_on else "",
        away=day_away(due_on, on) if due_on else "",
        state=_state(due_on, on) if due_on else "ahead",
    )


def _state(due_on: date, on: date) -> str:
    days = (due_on - on).days
    return "late" if days < 0 else "soon" if days <= SOON else "ahead"


def _closed(action: Action) -> str:
    if action.closed_on is None or action.closed_by is None:
        return ""
    how = "Done" if action.is_done else "Put aside"
    return f"{how}, {day_in_words(action.closed_on)}, {action.closed_by.name}"

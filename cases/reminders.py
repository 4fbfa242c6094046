"""What somebody who works with families is to be reminded of."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import F
from django.urls import NoReverseMatch, reverse

from camden.models import User
from camden.reminders import Reminder
from camden.rules.names import day_in_words
from camden.rules.telling import NOBODY_LEADS, WHY_TOLD, Step
from cases.models import Action
from cases.readings.agreed import first_name
from cases.readings.waiting import Waiting, waiting_for
from cases.rules.initials import initials_of
from cases.rules.limits import counted_in_words
from cases.rules.visits import in_a_row
from cases.rules.works import work_of

_NAMES = ("given_name", "family_name", "la_child_id")


def due_for(worker: User, on: date) -> list[Reminder]:
    """What timescales wait for, and the open actions this person keeps, in records open to them. Two queries."""
    return [_waits(each) for each in waiting_for(worker, on)] + actions_of(worker)


def actions_of(worker: User) -> list[Reminder]:
    """The open actions this person keeps, in records open to them. One query, however many."""
    found: Any = Action.objects.open().visible_to(worker).filter(keeper=worker)
    found = found.annotate(family=F("case__name"), for_child=F("parts__child"))
    found = found.annotate(**{name: F(f"parts__child__{name}") for name in _NAMES})
    actions: dict[int, Any] = {}
    children: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for action in found.order_by(F("due_on").asc(nulls_last=True), "pk", "parts__child__born_on", "parts__child"):
        actions[action.pk] = action
        if action.for_child:
            children[action.pk].append((action.given_name, action.family_name, action.la_child_id))
    return [_action(action, children[action.pk]) for action in actions.values()]


def _action(action: Any, children: list[tuple[str, str, str]]) -> Reminder:
    promised = f"promised to {action.promised_to} · " if action.promised_to else ""
    return Reminder(
        kind="action",
        text=action.what,
        about=in_a_row([first_name(*names) for names in children]) or action.family,
        due_on=action.due_on,
        url=reverse("cases:action", args=[action.case_id, action.pk]),
        why=promised + action.agreed_in,
        case_ids=(action.case_id,),
        family=action.family,
        initials=initials_of(children),
        short="agreed action",
    )


def _waits(each: Waiting) -> Reminder:
    rule, clock = each.rounds[0]
    work = work_of(rule)
    return Reminder(
        kind=each.work,
        text=work.text,
        about=in_a_row([first_name(*names) for names in each.children]),
        due_on=each.due_on,
        url=_answer(each.case_pk, work.page, work.query),
        why=f"{rule.title}: {counted_in_words(rule, clock.amount, clock.unit, clock.anchor_on)}",
        case_ids=(each.case_pk,),
        family=each.family,
        initials=initials_of(each.children),
        short=work.short,
        told_on=each.told_on or each.due_on,
        step=each.step,
        is_law=each.is_law,
        is_fixed=each.is_fixed,
        has_ladder=True,
        because=tuple(_because(each)),
        put_off=f"Put off until {day_in_words(each.put_off_until)}" if each.put_off_until else "",
        is_quiet=(each.is_put_off or each.is_muted) and not each.is_fixed,
        clocks=tuple((clock.child_id, rule.code, clock.anchor_on) for rule, clock in each.rounds),
        lead=each.lead if each.step > Step.OWNER else "",
    )


def _because(each: Waiting) -> Iterable[str]:
    """Why this person is told: the step, then each rule with its source and what it counts from."""
    if each.told_on is None:
        yield "It is yours to do, and not near yet."
    elif each.step is Step.MANAGER and not each.has_lead:
        yield NOBODY_LEADS
    else:
        yield WHY_TOLD[each.step]
    said = set()
    for rule, clock in each.rounds:
        if (rule.code, clock.anchor_on) not in said:
            said.add((rule.code, clock.anchor_on))
            counted = counted_in_words(rule, clock.amount, clock.unit, clock.anchor_on)
            due = day_in_words(clock.due_on)
            yield f"{rule.title}: {counted}, so until {due}. {rule.source} ({rule.code})."


def _answer(case: int, page: str, query: str) -> str:
    """The form that answers it, else where things stand, else the record."""
    for name, more in ((page, query), ("cases:journey", "")):
        if name:
            try:
                return reverse(name, args=[case]) + more
            except NoReverseMatch:
                continue
    return reverse("cases:detail", args=[case])

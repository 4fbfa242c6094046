"""Before work with a family ends: what is still open, and a closing as its page shows it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max
from django.urls import NoReverseMatch, reverse

from camden.rules.names import day_in_words
from cases.models import (
    Action,
    AssessmentChild,
    Case,
    Closure,
    ClosureChild,
    Contact,
    Enquiry,
    Episode,
    Involvement,
    Member,
    PlanSpell,
    ProtectionConferenceChild,
    Referral,
)
from cases.readings.basis import changes_beside, changes_from
from cases.rules.basis import statutory_since
from cases.rules.closing import AGREEMENT, help_goes_on
from cases.rules.codesets import CLOSURE_REASON
from cases.rules.journey import PLAN_NAME
from cases.rules.visits import in_a_row

PROTECTION = "protection"
MOST_ACTIONS = 20


@dataclass(frozen=True)
class Still:
    """Something still open: what, in words, and its page. `is_bar`: no closing can be asked for meanwhile."""

    what: str
    href: str
    is_bar: bool


@dataclass(frozen=True)
class ClosureReading:
    """A closing as its page shows it; days are in words. `answers` are pairs of a question and what was said."""

    pk: int
    children: str
    reason: str
    day: str
    asked: str
    asked_by_id: int
    summary: str
    answers: tuple[tuple[str, str], ...]
    goes_on: str
    """The help by agreement that outlasts it: for whom, and with whom. Empty when there is none."""
    is_open: bool
    is_agreed: bool
    outcome: str
    answer: str


def may_close(case: Case) -> list[Member]:
    """The children of a record who are in need now, oldest first. One query."""
    in_need = Episode.objects.in_need().filter(case=case)
    return list(Member.objects.children().filter(case=case, pk__in=in_need.values("child")))


def bars(case: Case, children: Sequence[Member]) -> list[Still]:
    """What must end before work with these children can: assessments, enquiries, protection plans (8867, 8868)."""
    return _bars(case, children, _spells(case, children))


def still_open(case: Case, children: Sequence[Member]) -> list[Still]:
    """Everything to look at before an ending, what bars it first. Six queries."""
    names = {child.pk: child.first_name for child in children}
    spells = _spells(case, children)
    found = _bars(case, children, spells)
    ahead = ProtectionConferenceChild.objects.filter(
        case=case, child__in=names, conference__held_on=None, conference__called_off_on=None
    )
    days: dict[tuple[int, date | None], list[str]] = defaultdict(list)
    for part in ahead.select_related("conference").order_by("conference", "pk"):
        days[part.conference_id, part.conference.planned_on].append(names[part.child_id])
    for (key, day), who in days.items():
        on = f", on {day_in_words(day)}" if day else ""
        what = f"A child protection conference about {in_a_row(who)} is ahead{on}"
        found.append(Still(what, _href("cases:protection-conference", case.pk, key), False))
    leads = _leads([spell.child_id for spell in spells if spell.basis == AGREEMENT])
    for spell in spells:
        if spell.basis == AGREEMENT:
            what = f"{names[spell.child_id]}’s help by agreement goes on{_with(leads.get(spell.child_id))}"
            found.append(Still(what, _href("cases:plan", case.pk, spell.pk), False))
        elif spell.basis != PROTECTION:
            what = f"{names[spell.child_id]}’s {PLAN_NAME[spell.basis].lower()} ends with the closing"
            found.append(Still(what, _href("cases:plan", case.pk, spell.pk), False))
    for action in Action._base_manager.filter(case=case, closed_on=None).order_by("pk")[:MOST_ACTIONS]:
        found.append(Still(f"Agreed, and open: {action.what}", _href("cases:action", case.pk, action.pk), False))
    return found


def _spells(case: Case, children: Sequence[Member]) -> list[PlanSpell]:
    keys = [child.pk for child in children]
    return list(PlanSpell._base_manager.filter(case=case, child__in=keys, ended_on=None).order_by("pk"))


def _bars(case: Case, children: Sequence[Member], spells: Sequence[PlanSpell]) -> list[Still]:
    names = {child.pk: child.first_name for child in children}
    of_them: dict[str, Any] = {"case": case, "child__in": list(names), "ended_on": None}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for part in AssessmentChild.objects.filter(**of_them).order_by("assessment", "pk"):
        found["The assessment", _href("cases:assessment", case.pk, part.assessment_id)].append(names[part.child_id])
    for enquiry in Enquiry._base_manager.filter(**of_them).order_by("pk"):
        found["The section 47 enquiry", _href("cases:enquiry", case.pk, enquiry.pk)].append(names[enquiry.child_id])
    for spell in spells:
        if spell.basis == PROTECTION:
            what = f"The {PLAN_NAME[PROTECTION].lower()}"
            found[what, _href("cases:plan", case.pk, spell.pk)].append(names[spell.child_id])
    return [Still(f"{what} of {in_a_row(who)}", href, True) for (what, href), who in found.items()]


def helped(case: Case, children: Sequence[Member]) -> list[Member]:
    """Those of the children who have help by agreement now. One query."""
    found = PlanSpell.objects.filter(
        case=case, child__in=[each.pk for each in children], basis=AGREEMENT, ended_on=None
    )
    keys = set(found.values_list("child", flat=True))
    return [child for child in children if child.pk in keys]


def nobody_leads(children: Sequence[Member]) -> list[Member]:
    """Those of the children whom nobody leads for. One query."""
    leads = _leads([child.pk for child in children])
    return [child for child in children if child.pk not in leads]


def what_runs(case: Case) -> list[Still]:
    """What keeps a record open: a child in need, a plan, an assessment, or what waits at the front door."""
    children = list(Member.objects.children().filter(case=case))
    in_need = may_close(case)
    found = [Still(f"Work with {in_a_row([child.first_name for child in in_need])}", "", True)] if in_need else []
    spells = _spells(case, children)
    names = {child.pk: child.first_name for child in children}
    for spell in spells:
        if spell.basis != PROTECTION:
            what = f"{names[spell.child_id]}’s {PLAN_NAME[spell.basis].lower()}"
            found.append(Still(what, _href("cases:plan", case.pk, spell.pk), True))
    found += _bars(case, children, spells)
    waiting: tuple[tuple[Any, str, str], ...] = (
        (Contact, "A contact nobody has decided on yet", "cases:contact"),
        (Referral, "A referral nobody has decided on yet", "cases:referral"),
    )
    for model, what, name in waiting:
        for pk in model._base_manager.filter(case=case, decided_at=None).values_list("pk", flat=True):
            found.append(Still(what, _href(name, case.pk, pk), True))
    return found


def last_ending(case: Case) -> date | None:
    """The latest day on which a plan or a time in need of this record ended. Two queries."""
    plans = PlanSpell.objects.filter(case=case).aggregate(day=Max("ended_on"))["day"]
    needs = Episode.objects.filter(case=case).aggregate(day=Max("closed_on"))["day"]
    return max((day for day in (plans, needs) if day), default=None)


def was_assessed(case: Case, child: Member, since: date) -> bool:
    """Whether an assessment of the child stood on a statutory basis from a day on, whatever it began as. One query.

    As the return knows it: RC8 and RC9 need an assessment within the time in need (8825).
    """
    parts: Any = AssessmentChild.objects.filter(case=case, child=child).exclude(ended_on__lt=since)
    found = parts.annotate(changes=changes_beside()).values_list("started_on", "assessment__legal_basis", "changes")
    days = [
        statutory_since(started_on, basis, [(each.before, each.began_on) for each in changes_from(changes)])
        for started_on, basis, changes in found
    ]
    return any(day and day >= since for day in days)


def latest_day(case: Case, child: Member, since: date, *, with_help: bool) -> date | None:
    """The latest day on which a step of this child's journey began or ended, from a day on: no closing before it.

    `with_help`: help by agreement is one of them. Where it goes on, it holds up nothing.
    """
    of_child: dict[str, Any] = {"case": case, "child": child, "started_on__gte": since}
    plans = PlanSpell._base_manager.filter(**of_child)
    assessed = AssessmentChild._base_manager.filter(case=case, child=child, started_on__lt=since, ended_on__gte=since)
    rows: list[Any] = [model._base_manager.filter(**of_child) for model in (AssessmentChild, Enquiry)]
    rows.append(assessed)  # begun as help by agreement
    rows.append(plans if with_help else plans.exclude(basis=AGREEMENT))
    days = [day for found in rows for day in found.aggregate(a=Max("started_on"), b=Max("ended_on")).values() if day]
    return max(days, default=None)


def read_closing(closure: Closure) -> ClosureReading:
    """A closing with its children. Three queries."""
    parts = ClosureChild.objects.filter(case=closure.case_id, closure=closure).select_related("child").order_by("pk")
    asked = [
        ("How the family was told", closure.family_told),
        ("How they can come back", closure.way_back),
        ("Whom they can turn to", closure.named_person),
        ("What their own network does", closure.network_plan),
        ("How we said goodbye", closure.goodbye),
        (
            "Asked what it was like to work with us",
            day_in_words(closure.feedback_asked_on) if closure.feedback_asked_on else "",
        ),
    ]
    children = [part.child for part in parts]
    return ClosureReading(
        pk=closure.pk,
        children=in_a_row([child.first_name for child in children]),
        reason=CLOSURE_REASON[closure.reason],
        day=day_in_words(closure.closed_on),
        asked=f"{closure.asked_by.name}, {day_in_words(closure.asked_on)}",
        asked_by_id=closure.asked_by_id,
        summary=closure.summary,
        answers=tuple((question, said) for question, said in asked if said),
        goes_on=_goes_on(closure, children),
        is_open=closure.decided_on is None,
        is_agreed=bool(closure.is_agreed),
        outcome=_outcome(closure),
        answer=closure.answer,
    )


def _goes_on(closure: Closure, children: Sequence[Member]) -> str:
    """Help by agreement on the day it was decided on, or now while nobody has."""
    if closure.is_agreed is False or not help_goes_on(closure.reason):
        return ""
    keys = [child.pk for child in children]
    found = PlanSpell.objects.filter(case=closure.case_id, child__in=keys, basis=AGREEMENT)
    found = found.exclude(ended_on__lte=closure.closed_on)
    if closure.decided_on:
        found = found.filter(started_on__lte=closure.decided_on).exclude(ended_on__lt=closure.decided_on)
    else:
        found = found.filter(ended_on=None)
    helped_now = set(found.values_list("child", flat=True))
    if not helped_now:
        return ""
    leads = _leads(helped_now, closure.decided_on)
    names = in_a_row([child.first_name for child in children if child.pk in helped_now])
    workers = in_a_row(list(dict.fromkeys(leads.values()))) if leads else None
    return f"Help by agreement goes on for {names}{_with(workers)}"


def _with(worker: str | None) -> str:
    return f", with {worker}" if worker else ", and nobody leads it yet"


def _leads(children: Iterable[int], on: date | None = None) -> dict[int, str]:
    """The name of each child's lead worker on a day, or now, by the child's key. One query, or none."""
    if not (keys := list(children)):
        return {}
    found = Involvement.objects.filter(child__in=keys, role=Involvement.Role.LEAD)
    found = found.filter(started_on__lte=on).exclude(ended_on__lt=on) if on else found.filter(ended_on=None)
    rows = found.filter(is_cover=False).order_by("started_on", "pk")
    return dict(rows.values_list("child", "worker__name"))


def _outcome(closure: Closure) -> str:
    if closure.decided_on is None or closure.decided_by is None:
        return ""
    did = "agreed" if closure.is_agreed else "gave it back"
    return f"{closure.decided_by.name} {did} on {day_in_words(closure.decided_on)}"


def _href(name: str, *keys: int) -> str:
    try:
        return reverse(name, args=list(keys))
    except NoReverseMatch:
        return ""

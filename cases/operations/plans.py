"""Verbs about plans: begun for some children, visited more often, ended."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.access import Permission, may
from camden.audit import record
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Case, ChronologyEntry, Episode, Member, PlanSpell
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.decisions import NOBODY_HEARD, NotDecided, decide
from cases.operations.plan_texts import begin_text, close_text_if_over
from cases.operations.record_days import reopen_record
from cases.operations.refusing import Refusal, in_words
from cases.readings.help import AGREED, visits_at_most
from cases.rules.deciding import Decided
from cases.rules.helping import ENDINGS, every_in_words, is_of_age, plan_name, why_not_every
from cases.rules.journey import PLAN_ENDING, PLAN_NAME
from cases.rules.visits import in_a_row

RACES = {
    name: ("Somebody has just begun a plan for one of these children. Look at it first.", "children")
    for name in ("one_open_plan_for_each_child", "plans_of_a_child_do_not_overlap")
} | {
    "nothing_begins_after_the_closing": (
        "One of these children is not in need now. Take the referral first.",
        "children",
    )
}


class NotPlanned(Refusal):
    """A plan that cannot begin, change or end so."""


@transaction.atomic
def start_plans(
    *,
    case: Case,
    children: Sequence[Member],
    basis: str,
    started_on: date,
    agreed: str,
    by: User,
    decided: Decided,
    on: date | None = None,
    visit_every: int | None = None,
) -> list[PlanSpell]:
    """Begin a family help plan or a child in need plan for these children on one day. Raises NotPlanned.

    `agreed` says who agreed to it and how (at most 200 characters: it stands on the timeline). `visit_every` are
    working days between visits where they are fewer than the timescale says. `decided` says who was heard, by `on`
    (the day it begins, unless said). Raises NotDecided too.
    """
    if basis == "protection":
        raise NotPlanned("A child protection plan begins with a child protection conference.", "basis")
    if basis == "early-help" and not agreed:
        raise NotPlanned("Help by agreement begins when the family says yes: write who did, and how.", "agreed")
    if visit_every is not None:
        most = visits_at_most(basis, started_on)
        if wrong := why_not_every(visit_every, now=None, most=most, may_lengthen=False):
            raise NotPlanned(wrong, "visit_every")
        visit_every = None if visit_every == most else visit_every
    check_beginning(NotPlanned, children, basis, started_on)
    check_nothing_beside(NotPlanned, children, started_on)
    with in_words(NotPlanned, RACES):
        spells = make_spells(case, children, basis, started_on, by, visit_every)
    _decide(spells, children, decided, by, on or started_on)
    said = f"{by.name} began a {plan_name(basis)} for {in_a_row([child.first_name for child in children])}"
    summary = f"{said}{AGREED}{' '.join(agreed.split())}" if agreed else said
    _say(spells[0], started_on, summary, by, children, "began a plan")
    return spells


@transaction.atomic
def set_visits(*, case: Case, spells: Sequence[PlanSpell], every: int, by: User, on: date) -> None:
    """From now on these plans ask for a visit at least every so many working days. Raises NotPlanned.

    More often: anybody who records. Less often, but never less than the timescale: a manager; for a child protection
    plan also its chair.
    """
    running = _lock(spells)
    most = visits_at_most(running[0].basis, on)
    may_lengthen = may(by, Permission.CASE_AUTHORISE) or (
        running[0].basis == "protection" and may(by, Permission.PROTECTION_CHAIR)
    )
    for spell in running:
        if wrong := why_not_every(every, now=spell.visit_every or most, most=most, may_lengthen=may_lengthen):
            raise NotPlanned(wrong, "every")
    kept = None if every == most else every
    PlanSpell.objects.filter(pk__in=[spell.pk for spell in running]).update(visit_every=kept, version=F("version") + 1)
    children = [spell.child for spell in running]
    names = in_a_row([child.first_name for child in children])
    summary = f"{by.name} set visits to {names} to at least {every_in_words(every)}"
    _say(running[0], on, summary, by, children, "set how often a plan asks for visits")


@transaction.atomic
def end_plans(
    *,
    case: Case,
    spells: Sequence[PlanSpell],
    ended_on: date,
    reason: str,
    by: User,
    decided: Decided | None,
    on: date | None = None,
) -> None:
    """These plans end that day, for a reason of ENDINGS. A manager ends what is statutory. Raises NotPlanned.

    `decided` says who was heard, by `on` (the day it ends, unless said). None is for help by agreement that the family
    ends itself. Raises NotDecided too.
    """
    running = _lock(spells)
    basis = running[0].basis
    if reason not in ENDINGS[basis]:
        raise NotPlanned(_only_so(basis), "end_reason")
    if basis != "early-help" and not may(by, Permission.CASE_AUTHORISE):
        raise NotPlanned(f"A manager ends a {plan_name(basis)}.")
    if basis != "early-help" and decided is None:
        raise NotDecided(NOBODY_HEARD, "least_formal")
    for spell in running:
        _check_ending(spell, ended_on, reason)
    end_spells(running, ended_on, reason, by)
    close_text_if_over(case=case, on=ended_on)
    children = [spell.child for spell in running]
    if decided is not None:
        _decide(running, children, decided, by, on or ended_on)
    names = in_a_row([child.first_name for child in children])
    ending = PLAN_ENDING[reason][:1].lower() + PLAN_ENDING[reason][1:]
    _say(running[0], ended_on, f"{PLAN_NAME[basis]} of {names} ended: {ending}", by, children, "ended a plan")


def make_spells(
    case: Case, children: Sequence[Member], basis: str, started_on: date, by: User, visit_every: int | None = None
) -> list[PlanSpell]:
    """One row for each child, and the plan's text; whoever calls has checked, and says it on the timeline."""
    begin_text(case=case, by=by, on=started_on)
    if case.closed_on:
        reopen_record(case=case)
    return PlanSpell.objects.bulk_create(
        PlanSpell(case=case, child=child, basis=basis, started_on=started_on, started_by=by, visit_every=visit_every)
        for child in children
    )


def end_spells(spells: Sequence[PlanSpell], ended_on: date, reason: str, by: User) -> None:
    """End these rows; whoever calls has checked and locked them."""
    PlanSpell.objects.filter(pk__in=[spell.pk for spell in spells]).update(
        ended_on=ended_on, ended_by=by, end_reason=reason, version=F("version") + 1
    )


def check_beginning(refusal: type[Refusal], children: Sequence[Member], basis: str, on: date) -> None:
    """Whether these children may begin a plan on this basis that day (4008, 4015, 8565). Raises `refusal`."""
    if not children:
        raise refusal("Choose at least one child.", "children")
    for child in children:
        if child.died_on and child.died_on <= on:
            raise refusal(f"{child.first_name} died on {day_in_words(child.died_on)}.", "children")
        if is_of_age(child.born_on, on):
            raise refusal(f"{child.first_name} is 18 on that day.", "children")
    if basis == "need":
        _check_referrals(refusal, children, on)


def _check_referrals(refusal: type[Refusal], children: Sequence[Member], on: date) -> None:
    found = Episode.objects.in_need().filter(child__in=[child.pk for child in children])
    referred = dict(found.values_list("child", "referred_on"))
    for child in children:
        if child.pk not in referred:
            raise refusal(f"{child.first_name} has no open referral. Take the referral first.", "children")
        if on < referred[child.pk]:
            day = day_in_words(referred[child.pk])
            raise refusal(f"{child.first_name} was referred on {day}: the plan begins on or after it.", "started_on")


def check_nothing_beside(refusal: type[Refusal], children: Sequence[Member], started_on: date) -> None:
    """No plan runs beside another (4001, 4003, 4004, 4014, 4016). Raises `refusal`."""
    found = PlanSpell.objects.filter(child__in=[child.pk for child in children]).exclude(ended_on__lte=started_on)
    for other in found.select_related("child").order_by("child__born_on", "child_id", "started_on"):
        has = f"{other.child.first_name} has a {plan_name(other.basis)}"
        if other.ended_on:
            days = f"from {day_in_words(other.started_on)} to {day_in_words(other.ended_on)}"
            raise refusal(f"{has} {days}: two plans never run side by side.", "children")
        since = day_in_words(other.started_on)
        raise refusal(f"{has} since {since}. A step up or down changes it; nobody has two.", "children")


def _decide(spells: Sequence[PlanSpell], children: Sequence[Member], decided: Decided, by: User, on: date) -> None:
    """The decision stands with the first of these plans, for all of its children."""
    first = spells[0]
    decide(
        case=first.case,
        kind="plan",
        subject_id=first.pk,
        children=children,
        decided=decided,
        by=by,
        on=on,
    )


def _lock(spells: Sequence[PlanSpell]) -> list[PlanSpell]:
    """The plans that still run, held until the end of the transaction. Raises NotPlanned without any."""
    rows = PlanSpell.objects.select_for_update(of=("self",)).filter(pk__in=[spell.pk for spell in spells])
    running = [spell for spell in rows.select_related("child", "case").order_by("pk") if spell.ended_on is None]
    if not running:
        raise NotPlanned("This plan has ended already.")
    return running


def _check_ending(spell: PlanSpell, ended_on: date, reason: str) -> None:
    name = spell.child.first_name
    if ended_on <= spell.started_on:
        day = day_in_words(spell.started_on)
        raise NotPlanned(f"A plan lasts at least a day: enter a day after {day}, when it began.", "ended_on")
    if reason == "eighteen" and not is_of_age(spell.child.born_on, ended_on):
        raise NotPlanned(f"{name} is not 18 on that day.", "end_reason")
    if spell.child.died_on and reason != "died" and ended_on > spell.child.died_on:
        raise NotPlanned(f"{name} died on {day_in_words(spell.child.died_on)}.", "end_reason")


def _only_so(basis: str) -> str:
    if basis == "protection":
        return "A child protection plan ends at a review conference, or because the child died, is 18 or has moved."
    return "Choose why it ends. More or less formal help is a step up or down."


def _say(spell: PlanSpell, on: date, summary: str, by: User, children: Sequence[Member], done: str) -> None:
    """The timeline, the record of what was done, and the clocks: in this order after every change."""
    note(
        case=spell.case,
        on=on,
        kind=ChronologyEntry.Kind.PLAN,
        summary=summary,
        children=children,
        subject_id=spell.pk,
        by=by,
    )
    record(action=done, subject=spell, case_id=spell.case_id)
    keep_clocks(case=spell.case)

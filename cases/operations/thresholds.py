"""Verbs about steps up and down: help becomes more or less formal, and the family keeps its worker."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from camden.access import Permission, may
from camden.audit import record
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Case, ChronologyEntry, Member, PlanSpell, ThresholdChild, ThresholdMove
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.consents import NotConsented, consent
from cases.operations.decisions import decide
from cases.operations.plan_texts import close_text_if_over
from cases.operations.plans import RACES, check_beginning, check_nothing_beside, end_spells, make_spells
from cases.operations.refusing import Refusal, in_words
from cases.readings.consents import consents_of
from cases.rules.deciding import Decided
from cases.rules.helping import is_down, plan_name
from cases.rules.visits import in_a_row

_AT_A_CONFERENCE = "A child protection plan begins with a child protection conference, not with a step up."
_ENDS_AT_A_REVIEW = (
    "{name} has a child protection plan. It ends at a review conference: record its outcome first, "
    "then step down from the same day."
)


class NotMoved(Refusal):
    """A step up or down that cannot be taken so."""


@transaction.atomic
def move_threshold(
    *,
    case: Case,
    children: Sequence[Member],
    to_basis: str,
    moved_on: date,
    driver: str,
    why: str,
    familys_view: str,
    keeps_worker: bool,
    by: User,
    decided: Decided,
    on: date | None = None,
    network_plan: str = "",
    step_up_again_if: str = "",
    agreed_by: Sequence[Member] = (),
    agreed_how: str = "spoken",
) -> ThresholdMove:
    """A manager decides that these children's help becomes more or less formal from that day. Raises NotMoved.

    What they have now follows from their plans; it ends that day, and the other plan begins. "" for `to_basis`: no
    plan takes its place. A child protection plan neither begins nor ends here. `decided` says who was heard, by `on`,
    the day it is written down (that of the step, unless said). Raises NotDecided too. Help by agreement begins when
    somebody of the family says yes: `agreed_by`, whose consent is recorded with it, unless it stands there already.
    """
    if not may(by, Permission.CASE_AUTHORISE):
        raise NotMoved("A manager decides on a step up or down.")
    if to_basis == "protection":
        raise NotMoved(_AT_A_CONFERENCE, "to_basis")
    check_beginning(NotMoved, children, to_basis, moved_on)
    before = _had_on(children, moved_on)
    from_basis = _one_of(children, before)
    if from_basis == to_basis:
        raise NotMoved(f"They have {_with_article(to_basis)} already.", "to_basis")
    open_spells = [spell for spell in before.values() if spell.ended_on is None]
    _check_leaving(open_spells, moved_on)
    reason = "step-up"
    if is_down(from_basis, to_basis):
        reason = "step-down" if to_basis else "no-longer-needed"
    end_spells(open_spells, moved_on, reason, by)
    if to_basis:
        check_nothing_beside(NotMoved, children, moved_on)
        with in_words(NotMoved, RACES):
            make_spells(case, children, to_basis, moved_on, by)
    close_text_if_over(case=case, on=moved_on)
    move = ThresholdMove.objects.create(
        case=case,
        moved_on=moved_on,
        from_basis=from_basis,
        to_basis=to_basis,
        driver=driver,
        why=why,
        familys_view=familys_view,
        keeps_worker=keeps_worker,
        network_plan=network_plan,
        step_up_again_if=step_up_again_if,
        decided_by=by,
    )
    ThresholdChild.objects.bulk_create(ThresholdChild(case=case, move=move, child=child) for child in children)
    decide(
        case=case,
        kind="threshold",
        subject_id=move.pk,
        children=children,
        decided=decided,
        by=by,
        on=on or moved_on,
    )
    if to_basis == "early-help":
        _agree(move, agreed_by, agreed_how, by, on or moved_on)
    _say(move, children, by)
    return move


def _agree(move: ThresholdMove, agreed_by: Sequence[Member], how: str, by: User, on: date) -> None:
    """Their yes stands in the register, once for each of them. Raises NotMoved where nobody said it."""
    already = {given.member_id for given in consents_of(move.case, "help", move.moved_on)}
    if not agreed_by and not already:
        raise NotMoved("Help by agreement begins when the family says yes: choose who did.", "agreed_by")
    for member in agreed_by:
        if member.pk in already:
            continue
        try:
            consent(case=move.case, member=member, purpose="help", how=how, given_on=move.moved_on, by=by, on=on)
        except NotConsented as why:
            raise NotMoved(str(why), "agreed_by") from why


def _had_on(children: Sequence[Member], moved_on: date) -> dict[int, PlanSpell]:
    """What each child has: the plan that runs, or the one that ended on that very day. Held until the end."""
    found = PlanSpell.objects.select_for_update().filter(child__in=[child.pk for child in children])
    had: dict[int, PlanSpell] = {}
    for spell in found.order_by("started_on", "pk"):
        if spell.ended_on is None or spell.ended_on == moved_on:
            had[spell.child_id] = spell
    return had


def _one_of(children: Sequence[Member], before: dict[int, PlanSpell]) -> str:
    """What all of them have. Raises NotMoved when it is not the same."""
    bases = {child.pk: before[child.pk].basis if child.pk in before else "" for child in children}
    if len(set(bases.values())) > 1:
        has = [f"{child.first_name} has {_with_article(bases[child.pk])}" for child in children]
        raise NotMoved(f"Choose children who have the same now: {in_a_row(has)}.", "children")
    return bases[children[0].pk]


def _check_leaving(spells: Sequence[PlanSpell], moved_on: date) -> None:
    for spell in spells:
        if spell.basis == "protection":
            raise NotMoved(_ENDS_AT_A_REVIEW.format(name=spell.child.first_name), "children")
        if moved_on <= spell.started_on:
            day = day_in_words(spell.started_on)
            raise NotMoved(f"Enter a day after {day}, when the {plan_name(spell.basis)} began.", "moved_on")


def _say(move: ThresholdMove, children: Sequence[Member], by: User) -> None:
    way = "Step down" if is_down(move.from_basis, move.to_basis) else "Step up"
    names = in_a_row([child.first_name for child in children])
    summary = f"{way} for {names}, from {plan_name(move.from_basis)} to {plan_name(move.to_basis)}"
    note(
        case=move.case,
        on=move.moved_on,
        kind=ChronologyEntry.Kind.THRESHOLD,
        summary=summary,
        children=children,
        subject_id=move.pk,
        by=by,
    )
    record(action="decided on a step up or down", subject=move, case_id=move.case_id)
    keep_clocks(case=move.case)


def _with_article(basis: str) -> str:
    return f"a {plan_name(basis)}" if basis else "no plan"

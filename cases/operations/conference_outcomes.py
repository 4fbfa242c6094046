"""The verb of a child protection conference: what it decided for each child, and the plans that follow from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from camden.operations.versions import Overtaken, change
from camden.rules.names import day_in_words
from cases.models import Enquiry, Member, PlanSpell, ProtectionConference, ProtectionConferenceChild
from cases.operations.clocks import keep_clocks
from cases.operations.decisions import decide
from cases.operations.plan_texts import begin_text, close_text_if_over
from cases.operations.protecting import check_alive, in_turn
from cases.operations.protection_conferences import say
from cases.operations.refusing import Refusal, in_words
from cases.rules.codesets import in_a_sentence
from cases.rules.deciding import Decided as WhoDecided
from cases.rules.journey import CONFERENCE_KIND, CONFERENCE_OUTCOME, PLAN_NAME
from cases.rules.protection import (
    INITIAL,
    MOST_BETWEEN_VISITS,
    REVIEW,
    UNDER_FOUR,
    is_under_four,
    is_weekend,
    outcomes_for,
)
from cases.rules.visits import in_a_row


class NotHeld(Refusal):
    """What the conference decided was not kept. Says why, and `about` which answer: `outcome_<key>` of a child."""


class HeldAlready(Refusal):
    """Somebody else has written down what this conference decided, or has called it off."""


@dataclass(frozen=True)
class Decided:
    """What a conference decided for one child, and how the child took part. Codes are those of rules.journey."""

    child: Member
    outcome: str
    category: str = ""
    participation: str = ""
    views: str = ""
    dissent: str = ""
    why_ended: str = ""


@dataclass(frozen=True)
class Held:
    """The conference itself: its day, who was there, what if the plan does not work, working days between visits."""

    held_on: date
    agencies: Sequence[str]
    contingency: str = ""
    visit_every: int | None = None


@transaction.atomic
def hold_conference(
    *,
    conference: ProtectionConference,
    version: int | None,
    by: User,
    held: Held,
    decided: Sequence[Decided],
    decision: WhoDecided,
) -> ProtectionConference:
    """Keep what a conference decided for each of its children. A plan begins on its day (2885) and ends any other plan
    of that child; a plan that continues takes the category of today; a plan that ends says why.

    `decision` says who was heard, and what it changed. Raises NotHeld, NotDecided; HeldAlready, and changes nothing,
    when somebody else was first.
    """
    children = [each.child for each in decided]
    in_turn(children)
    row = _take(conference, version, held)
    _check_day(conference, children, held)
    parts = {part.child_id: part for part in conference.parts.all()}
    if parts.keys() != {child.pk for child in children}:
        raise NotHeld("A conference decides for each of its children, and for no other.")
    plans = _plans(children)
    for each in decided:
        spells = plans.get(each.child.pk, [])
        _check_child(conference, each, held, spells)
        _keep_part(parts[each.child.pk], each)
        _keep_plan(row, each, held, spells, by)
    if any(each.outcome == "plan" for each in decided):
        begin_text(case=conference.case, by=by, on=held.held_on)
    close_text_if_over(case=conference.case, on=held.held_on)
    what = in_a_row([f"{each.child.first_name}: {_words(each)}" for each in decided])
    decide(
        case=conference.case,
        kind="conference",
        subject_id=row.pk,
        children=children,
        decided=decision,
        by=by,
        on=held.held_on,
    )
    say(row, children, held.held_on, f"{CONFERENCE_KIND[row.kind]}. {what}", by)
    record(action="wrote down what a conference decided", subject=row, case_id=row.case_id)
    keep_clocks(case=conference.case)
    return row


def _take(conference: ProtectionConference, version: int | None, held: Held) -> ProtectionConference:
    """The one statement that says it was held: of two people at once, the second is told."""
    if conference.called_off_on:
        raise HeldAlready("This conference was called off, so it decided nothing.")
    if conference.held_on:
        raise HeldAlready("What this conference decided is written down already. It is shown above.")
    if is_weekend(held.held_on):
        said = f"No conference is held at a weekend, and {held.held_on:%A} {day_in_words(held.held_on)} is one."
        raise NotHeld(said, "held_on")
    changes = {"held_on": held.held_on, "agencies": list(held.agencies), "contingency": held.contingency}
    try:
        row: ProtectionConference = change(conference, version=version, **changes)
    except Overtaken as found:
        raise HeldAlready("Somebody else wrote about this conference while your page was open.") from found
    row.case = conference.case
    return row


def _check_day(conference: ProtectionConference, children: Sequence[Member], held: Held) -> None:
    """After the enquiry that led to it (8615), once since then (2884), and in everybody's life."""
    for child in children:
        check_alive(child, held.held_on, NotHeld, "held_on")
    if held.visit_every is not None and not 1 <= held.visit_every <= MOST_BETWEEN_VISITS:
        said = f"Visits may be more often than every {MOST_BETWEEN_VISITS} working days, never less often."
        raise NotHeld(said, "visit_every")
    if conference.kind != INITIAL:
        return
    enquiries = Enquiry.objects.filter(child__in=children).order_by("started_on", "pk")
    began = dict(enquiries.values_list("child", "started_on"))
    others = ProtectionConferenceChild.objects.filter(child__in=children, conference__kind=INITIAL)
    others = others.filter(conference__held_on__isnull=False).exclude(conference=conference)
    last = dict(others.order_by("conference__held_on").values_list("child", "conference__held_on"))
    for child in children:
        start, other = began.get(child.pk), last.get(child.pk)
        if start and held.held_on < start:
            said = f"The enquiry about {child.first_name} began on {day_in_words(start)}, after that day."
            raise NotHeld(said, "held_on")
        if other and (start is None or other >= start):
            said = f"The initial conference about {child.first_name} was held on {day_in_words(other)} already."
            raise NotHeld(said, f"outcome_{child.pk}")


def _plans(children: Sequence[Member]) -> dict[int, list[PlanSpell]]:
    """Every plan these children ever had, the oldest first."""
    plans: dict[int, list[PlanSpell]] = {}
    for spell in PlanSpell.objects.filter(child__in=children).order_by("started_on", "pk"):
        plans.setdefault(spell.child_id, []).append(spell)
    return plans


def _check_child(conference: ProtectionConference, each: Decided, held: Held, spells: Sequence[PlanSpell]) -> None:
    key, name = each.child.pk, each.child.first_name
    now = _open(spells)
    has_plan = now is not None and now.basis == "protection"
    if each.outcome not in dict(outcomes_for(conference.kind, has_plan=has_plan)):
        said = "has a child protection plan already" if has_plan else "has no child protection plan"
        raise NotHeld(f"{name} {said}. Open this page again to see what can be decided.", f"outcome_{key}")
    if conference.kind != REVIEW and has_plan:
        raise NotHeld(f"{name} has a child protection plan already: a review decides about it.", f"outcome_{key}")
    if each.outcome in ("plan", "continues") and not each.category:
        raise NotHeld(f"Choose the category of {name}’s plan.", f"category_{key}")
    if each.participation == UNDER_FOUR and not is_under_four(each.child.born_on, held.held_on):
        raise NotHeld(f"{name} was four or older that day. Choose how they took part.", f"participation_{key}")
    if each.outcome == "ends" and not each.why_ended:
        raise NotHeld(f"Choose why {name}’s plan ends.", f"why_ended_{key}")
    if now is not None and each.outcome != "no-plan" and held.held_on <= now.started_on:
        said = f"{name}’s {in_a_sentence(PLAN_NAME[now.basis])} began on {day_in_words(now.started_on)}"
        raise NotHeld(f"{said}: the conference is on a later day.", "held_on")
    later = [spell for spell in spells if each.outcome == "plan" and spell is not now]
    if any(spell.ended_on and spell.ended_on > held.held_on for spell in later):
        raise NotHeld(f"{name} had another plan on that day. Check the day.", "held_on")


def _keep_part(part: ProtectionConferenceChild, each: Decided) -> None:
    change(
        part,
        version=part.version,
        outcome=each.outcome,
        category=each.category if each.outcome in ("plan", "continues") else "",
        participation=each.participation,
        views=each.views,
        dissent=each.dissent,
    )


def _keep_plan(
    conference: ProtectionConference, each: Decided, held: Held, spells: Sequence[PlanSpell], by: User
) -> None:
    now = _open(spells)
    if each.outcome == "plan":
        if now is not None:
            change(now, version=now.version, ended_on=held.held_on, ended_by=by, end_reason="step-up")
        _begin_plan(conference, each, held, spells, by)
    elif now is not None and each.outcome == "continues":
        visits = {"visit_every": held.visit_every} if held.visit_every else {}
        change(now, version=now.version, latest_category=each.category, **visits)
    elif now is not None and each.outcome == "ends":
        change(now, version=now.version, ended_on=held.held_on, ended_by=by, end_reason=each.why_ended)


def _begin_plan(
    conference: ProtectionConference, each: Decided, held: Held, spells: Sequence[PlanSpell], by: User
) -> None:
    said = f"Somebody else began a plan for {each.child.first_name} meanwhile. Open the child’s page first."
    names = ("one_open_plan_for_each_child", "plans_of_a_child_do_not_overlap")
    not_in_need = f"{each.child.first_name} is not in need on that day. Take the contact and the referral first."
    field = f"outcome_{each.child.pk}"
    meant = dict.fromkeys(names, (said, field)) | {"nothing_begins_after_the_closing": (not_in_need, field)}
    with in_words(NotHeld, meant):
        PlanSpell.objects.create(
            case=conference.case,
            child=each.child,
            basis="protection",
            started_on=held.held_on,
            started_by=by,
            conference=conference,
            first_category=each.category,
            latest_category=each.category,
            earlier_plans=_earlier(spells),
            visit_every=held.visit_every,
        )


def _earlier(spells: Sequence[PlanSpell]) -> int:
    """How many protection plans there were before: those kept here, or what an earlier plan said itself."""
    count = 0
    for spell in (spell for spell in spells if spell.basis == "protection"):
        count = max(count, spell.earlier_plans or 0) + 1
    return count


def _open(spells: Sequence[PlanSpell]) -> PlanSpell | None:
    return next((spell for spell in spells if spell.ended_on is None), None)


def _words(each: Decided) -> str:
    return in_a_sentence(CONFERENCE_OUTCOME[each.outcome])

"""A family's plan beside what must happen and what may be promised: for those who answer it.

Nobody reads this who does not see the record: the sums are the agency's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from camden.models import User
from cases.access import CaseScope
from cases.models import Involvement, PlanSpell
from conferences.models import (
    ConferenceChild,
    FamilyConference,
    FamilyMeeting,
    MustHave,
    MustHaveLooked,
    PlanEdition,
    PlanReview,
    ResourceAnswer,
)
from conferences.readings.mandate import MandateReading, mandate_of, must_haves_of
from conferences.readings.plans import PlanWritten, plan_written
from conferences.rules import mandate as rules
from conferences.rules import plan as plans
from conferences.rules.mandate import Part
from conferences.rules.words import LookSaid, WishAnswered


@dataclass(frozen=True)
class ToAnswer:
    """All of a plan that matters to an answer. `met_on` is the day the family met, or looked at its plan again.

    `looks` and `wishes` are what was said so far of this version of the plan, by key; nothing was said of the others.
    """

    written: PlanWritten
    must_haves: tuple[MustHave, ...]
    mandate: MandateReading
    met_on: date | None
    edition: int
    looks: dict[int, MustHaveLooked]
    wishes: dict[int, ResourceAnswer]
    is_protection: bool

    def holds(self, referrer: int) -> rules.Mandate | None:
        """The mandate, if it can be used: whole, and given on the day the family met or before."""
        rule = self.mandate.rule
        return rule if rule and rule.holds(self.met_on, referrer=referrer) else None


def to_answer(conference: FamilyConference) -> ToAnswer:
    """Twelve queries, however many promises."""
    written = plan_written(conference)
    must_haves = must_haves_of(conference)
    last = PlanEdition.objects.filter(conference=conference).order_by("-edition").first()
    looked = MustHaveLooked.objects.filter(must_have__in=must_haves).select_related("said_by")
    if last is not None:  # each must-have is looked at anew for a plan that went on
        looked = looked.filter(created_at__gt=last.created_at)
    answered = ResourceAnswer.objects.filter(resource__in=[wish.pk for wish in written.wishes]).order_by("pk")
    return ToAnswer(
        written=written,
        must_haves=tuple(must_haves),
        mandate=mandate_of(conference, must_haves),
        met_on=_last_day(conference),
        edition=last.edition + 1 if last else 1,
        looks={look.must_have_id: look for look in looked.order_by("pk")},
        wishes={answer.resource_id: answer for answer in answered},
        is_protection=bool(conference.before_proceedings) or _is_protected(conference),
    )


def part_of(user: Any, conference: FamilyConference, *, is_manager: bool) -> Part:
    """Who somebody is to this conference. Whoever coordinates it is nothing else to it. One query at most.

    A lead worker who took over from the referrer stands where the referrer stood: a plan would wait for ever for
    somebody who has left the family.
    """
    if user.pk == conference.coordinator_id:
        return Part.COORDINATOR
    if user.pk == conference.referred_by_id:
        return Part.REFERRER
    if is_manager:
        return Part.MANAGER
    return Part.REFERRER if worker_of(conference).pk == user.pk else Part.OTHER


def worker_of(conference: FamilyConference) -> User:
    """Who stands for the agency beside the family: the referrer; once they work with the family no more, the lead
    worker of its children. For those who see the record. One query.
    """
    children = ConferenceChild.objects.filter(conference=conference).values("child")
    there = Involvement.objects.present().filter(child__in=children).select_related("worker")
    work = list(there.exclude(scope=CaseScope.CONFERENCE))
    if any(each.worker_id == conference.referred_by_id for each in work):
        return conference.referred_by
    return next((each.worker for each in work if each.leads_now), conference.referred_by)


def within(here: ToAnswer, rule: rules.Mandate | None, looks: Sequence[LookSaid], wishes: Sequence[WishAnswered]) -> (
    rules.Within | None
):  # fmt: skip
    """The plan, as it is being answered, beside the mandate; None where none holds."""
    if rule is None:
        return None
    met = {look.key: look.is_met for look in looks}
    names = {wish.pk: wish.what for wish in here.written.wishes}
    asks = [rules.Asked(names[each.key], each.of, each.cost) for each in wishes if each.is_agreed and each.key in names]
    return rules.judge(rules.Offered([met.get(must.pk) for must in here.must_haves], asks), rule)


def as_plan(here: ToAnswer, looks: Sequence[LookSaid], wishes: Sequence[WishAnswered], *, by: str) -> plans.Plan:
    """The plan as the rules know it, with what is answered to it. `by` names whoever looks at what must happen."""
    said = {look.key: look for look in looks}
    answered = {each.key: each for each in wishes}
    resources = []
    for wish in here.written.wishes:
        asked = plans.Resource(wish.what, wish.cost, wish.is_network_support)
        if found := answered.get(wish.pk):
            cost = found.cost if found.is_agreed else wish.cost
            asked = replace(asked, cost=cost, is_agreed=found.is_agreed, reason=found.reason)
        resources.append(asked)
    return plans.Plan(
        version=here.edition,
        answers=here.written.answers,
        promises=[promise_of(item) for item in here.written.items],
        must_haves=[_must_have(must, said.get(must.pk), by) for must in here.must_haves],
        resources=resources,
        could_care=[plans.CouldCare(one.who, one.for_long) for one in here.written.could_care],
        if_not=here.written.contingency,
        childs_message=here.written.childs_message,
        plan_keeper=here.written.plan_keeper,
        review_on=here.written.review_on,
        is_protection=here.is_protection,
    )


def said_so_far(here: ToAnswer) -> tuple[list[LookSaid], list[WishAnswered]]:
    """What was said already of this version of the plan: a plan that waited for a manager."""
    looks = [LookSaid(key, each.is_met, each.how) for key, each in here.looks.items()]
    wishes = [WishAnswered(key, a.is_agreed, a.cost, a.of, a.reason) for key, a in here.wishes.items()]
    return looks, wishes


def promise_of(item: Any) -> plans.Promise:
    """One promise as the rules know it."""
    who = item.keeper.name if item.keeper else item.who
    return plans.Promise(item.pk, item.what, who, plans.Whose(item.whose), item.when, item.how_we_know, item.due_on)


def _must_have(must: MustHave, look: LookSaid | None, by: str) -> plans.MustHave:
    return plans.MustHave(must.words, look.is_met, look.how, by) if look else plans.MustHave(must.words)


def _last_day(conference: FamilyConference) -> date | None:
    met = FamilyMeeting.objects.filter(conference=conference).values_list("held_on", flat=True)
    again = PlanReview.objects.filter(conference=conference).values_list("held_on", flat=True)
    return max([*met, *again], default=None)


def _is_protected(conference: FamilyConference) -> bool:
    children = ConferenceChild.objects.filter(conference=conference).values("child")
    return PlanSpell.objects.filter(child__in=children, basis="protection", ended_on=None).exists()


def sums_of(here: ToAnswer) -> list[tuple[str, str]]:
    """What may be spent, what is asked for and what was agreed so far, each as a line with its sum. No query."""
    looks, wishes = said_so_far(here)
    costs = plans.costs(as_plan(here, looks, wishes, by="").resources)
    limit = [("In all, up to", here.mandate.rule.up_to)] if here.mandate.rule else []
    lines = [*limit, ("The family asks for", costs.asked)]
    if here.wishes:
        lines += [("Agreed so far", costs.agreed), ("Of that, family network support", costs.network_support)]
    return [(label, f"£{pounds:,}") for label, pounds in lines]

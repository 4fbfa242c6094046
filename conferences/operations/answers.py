"""The agency answers the family's plan: in one press, and everything that follows from a yes in the same minute."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.access import Permission, may
from camden.audit import record
from camden.models import User
from camden.outbox import enqueue
from camden.rules.names import day_in_words
from cases.models import Action, Case, ChronologyEntry, Member
from cases.operations.agreements import agree_action
from cases.operations.chronology import note
from conferences.models import (
    AgencyAnswer,
    ConferenceChild,
    FamilyConference,
    MustHaveLooked,
    PlanEdition,
    PlanItem,
    PromisedAction,
    ResourceAnswer,
)
from conferences.operations.stages import NotThatWay, Overtaken, history_of, write_stage
from conferences.readings.answering import ToAnswer, as_plan, part_of, to_answer, within, worker_of
from conferences.readings.paper import paper_as_written
from conferences.rules.answering import AGREED, AWAITING, NOT_SAFE
from conferences.rules.mandate import Answered, Mandate, Part, missing
from conferences.rules.paper import as_content
from conferences.rules.plan import for_agreement
from conferences.rules.stages import Stage, may_follow, present
from conferences.rules.words import LookSaid, WishAnswered

ANSWERED = "family-plan-answered"


@transaction.atomic
def answer_plan(
    *,
    case: Case,
    conference: FamilyConference,
    answer: str,
    words: str,
    by: User,
    is_manager: bool,
    on: date,
    looks: Sequence[LookSaid] = (),
    wishes: Sequence[WishAnswered] = (),
    decided_by: User | None = None,
    will_change: str = "",
    version: int | None = None,
) -> AgencyAnswer:
    """The agency answers: it agrees, it has not decided, or it says which danger is left and what would change that.

    Each must-have is looked at and each wish answered with it. A plan that is agreed is kept as an edition; each
    promise of ours becomes an action of its keeper, and everybody who could care is to be offered an assessment, at
    once. `decided_by` is the manager who decided that a danger is left; `version` that of the plan that was read.
    Raises NotThatWay for an answer that is not this person's to give, or that lacks something, in a sentence; and
    Overtaken when the family's words were changed since.
    """
    conference = FamilyConference.objects.select_for_update().get(pk=conference.pk, case=case)
    here = to_answer(conference)
    if version is not None and version != here.written.version:
        raise Overtaken
    stage = Stage.PLAN_AGREED if answer == AGREED else Stage.PLAN_NOT_AGREED
    history = history_of(conference)
    follows = stage in may_follow(history)
    if conference.plan_given_on is None or not (
        Stage.PLAN_AGREED in may_follow(history) or present(history) is Stage.REVIEWED
    ):
        raise NotThatWay("No plan waits for an answer at present.")
    part = part_of(by, conference, is_manager=is_manager)
    rule = here.holds(by.pk if part is Part.REFERRER else conference.referred_by_id)
    decider = _decider(answer, part, by, decided_by, User.objects.get(pk=rule.given_by) if rule else None)
    is_decided = decider is not None and may(decider, Permission.CASE_ALLOCATE)
    decided_as = Part.MANAGER if is_decided else None
    key = decider.pk if decider else None
    _check(here, rule, by, Answered(answer, part, words, key, decided_as, will_change), looks, wishes)
    mandate_id = here.mandate.pk if part is Part.REFERRER and answer == AGREED else None
    own: dict[str, Any] = {"case": case, "conference": conference}
    _write_looks(own, here, looks, by, on)
    _write_wishes(own, here, wishes, by, on)
    different = f"\n\nWhat would have to be different: {will_change.strip()}" if answer == NOT_SAFE else ""
    said = AgencyAnswer.objects.create(
        **own, answer=answer, words=f"{words.strip()}{different}", answered_by=by, answered_on=on,
        decided_by=decider, mandate_id=mandate_id,
    )  # fmt: skip
    record(action="answered the family’s plan", subject=said, case_id=case.pk)
    if answer != AWAITING:
        if follows:
            write_stage(conference=conference, stage=stage, by=by, on=on)
        FamilyConference.objects.filter(pk=conference.pk).update(plan_given_on=None, version=F("version") + 1)
        _tell(case, conference, said, here.met_on or on)
    if answer == AGREED:
        _follow_through(case, conference, here, by, on)
    return said


def _decider(answer: str, part: Part, by: User, named: User | None, gave: User | None) -> User | None:
    """Who decided: the manager who answers, whoever gave the mandate, or the manager the referrer names."""
    if answer == AWAITING:
        return None
    if part is Part.MANAGER:
        return by
    return gave if answer == AGREED else named


def _check(here: ToAnswer, rule: Mandate | None, by: User, said: Answered, looks: Sequence[LookSaid],
           wishes: Sequence[WishAnswered]) -> None:  # fmt: skip
    """Raises NotThatWay with what the answer, or the plan, still needs."""
    beside = within(here, rule, looks, wishes)
    if said.part in (Part.REFERRER, Part.MANAGER) and said.answer == AGREED:
        if lacks := for_agreement(as_plan(here, looks, wishes, by=by.name)):
            raise NotThatWay(f"Before the plan can be agreed it still needs: {'; '.join(lacks)}.")
        if said.part is Part.REFERRER and beside is None:
            raise NotThatWay("No manager said before the meeting what may be agreed, so the plan waits for one.")
        if said.part is Part.REFERRER and beside and beside.further:
            further = "; ".join(beside.further)
            raise NotThatWay(f"This goes further than the manager said, so it waits for a manager: {further}.")
    if lacks := missing(said, within=beside):
        raise NotThatWay(f"This answer still needs {'; '.join(lacks)}.")


def _write_looks(own: dict[str, Any], here: ToAnswer, looks: Sequence[LookSaid], by: User, on: date) -> None:
    asked = {must.pk for must in here.must_haves}
    MustHaveLooked.objects.bulk_create(
        MustHaveLooked(**own, must_have_id=look.key, is_met=look.is_met, how=look.how, said_by=by, said_on=on)
        for look in looks
        if look.is_met is not None and look.key in asked
    )


def _write_wishes(own: dict[str, Any], here: ToAnswer, wishes: Sequence[WishAnswered], by: User, on: date) -> None:
    asked = {wish.pk for wish in here.written.wishes}
    ResourceAnswer.objects.bulk_create(
        ResourceAnswer(
            **own, resource_id=wish.key, is_agreed=wish.is_agreed, cost=wish.cost if wish.is_agreed else 0,
            of=wish.of if wish.is_agreed else "", reason=wish.reason, answered_by=by, answered_on=on,
        )
        for wish in wishes
        if wish.is_agreed is not None and wish.key in asked and (wish.is_agreed or wish.reason)
    )  # fmt: skip


def _follow_through(case: Case, conference: FamilyConference, here: ToAnswer, by: User, on: date) -> None:
    """What a yes brings at once: the edition, our promises as actions, an assessment offered to who could care."""
    met_on = here.met_on or on
    paper = paper_as_written(conference, edition=here.edition, agreed_on=on, afresh=True)
    PlanEdition.objects.create(
        case=case, conference=conference, edition=here.edition, agreed_on=on, content=as_content(paper)
    )
    children = list(
        Member.objects.children().filter(
            case=case, pk__in=ConferenceChild.objects.filter(conference=conference).values("child")
        )
    )
    agreed_in = f"Family group conference, {day_in_words(met_on)}"
    for item in here.written.items:
        if item.keeper is None or hasattr(item, "promised") or item.whose != PlanItem.Whose.OURS:
            continue
        action = agree_action(
            case=case, children=children, what=item.what, keeper=item.keeper, by=by, on=on, agreed_in=agreed_in,
            promised_to=item.promised_to or "the family", due_on=max(item.due_on, on) if item.due_on else None,
        )  # fmt: skip
        PromisedAction.objects.create(case=case, conference=conference, item=item, action=action)
    worker = worker_of(conference)
    for one in here.written.could_care:
        what = f"Offer {one.who} a viability assessment, to care {'for long' if one.for_long else 'for a while'}"
        if not Action.objects.filter(case=case, what=what).exists():  # a later edition names them again
            agree_action(
                case=case, children=children, what=what, keeper=worker, by=by, on=on,
                agreed_in=agreed_in, promised_to=one.who,
            )  # fmt: skip


def _tell(case: Case, conference: FamilyConference, said: AgencyAnswer, met_on: date) -> None:
    agreed = said.answer == AgencyAnswer.Answer.AGREED
    what = "was agreed" if agreed else "could not be agreed yet"
    decided = f" by {said.decided_by.name}" if said.decided_by else ""
    keys = ConferenceChild.objects.filter(conference=conference).values("child")
    note(
        case=case,
        on=said.answered_on,
        kind=ChronologyEntry.Kind.FAMILY_PLAN,
        summary=f"The family’s plan of {day_in_words(met_on)} {what}{decided}",
        children=list(Member.objects.children().filter(case=case, pk__in=keys)),
        subject_id=conference.pk,
        by=said.answered_by,
    )
    if conference.coordinator_id:
        enqueue(kind=ANSWERED, recipient_id=conference.coordinator_id, subject=conference, due_on=said.answered_on)

"""Verbs about the family's plan: written down by the coordinator, answered by the agency."""

from dataclasses import asdict
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.outbox import enqueue
from camden.rules.names import day_in_words
from cases.models import Case, ChronologyEntry, Member
from cases.operations.agreements import agree_action
from cases.operations.chronology import note
from conferences.models import (
    AgencyAnswer,
    ConferenceChild,
    FamilyConference,
    FamilyMeeting,
    FamilyPlan,
    Mandate,
    PlanAnswer,
    PlanItem,
    PromisedAction,
)
from conferences.operations.stages import NotThatWay, Overtaken, history_of, write_stage
from conferences.rules.answering import AGREED, AWAITING, answers_open
from conferences.rules.stages import PLAN_IS_OPEN, Stage, may_follow, present
from conferences.rules.words import ItemWords, PlanWords

GIVEN, ANSWERED = "family-plan-given", "family-plan-answered"


@transaction.atomic
def write_plan(*, conference: FamilyConference, words: PlanWords, version: int, on: date) -> FamilyPlan:
    """Write the family's plan down, or what it changed. `version` is that of the form shown, 0 before the first.

    Raises Overtaken when somebody else saved meanwhile, and NotThatWay when the plan was agreed or the preparation
    has not begun. Lines that others added stay.
    """
    if present(history_of(conference)) not in PLAN_IS_OPEN:
        raise NotThatWay("The plan cannot be changed at this stage.")
    plan = _won(conference, words, version)
    own = {"case_id": conference.case_id, "conference": conference}
    for place, (question, said) in enumerate(words.answers, start=1):
        answer, made = PlanAnswer.objects.get_or_create(
            **own, place=place, defaults={"question": question, "words": said}
        )
        if not made and answer.words != said:
            PlanAnswer.objects.filter(pk=answer.pk).update(words=said, version=F("version") + 1)
    for item in words.items:
        _write_item(own, item, on)
    record(action="wrote the family’s plan", subject=plan, case_id=conference.case_id)
    return plan


@transaction.atomic
def give_plan(*, conference: FamilyConference, on: date) -> None:
    """Hand the plan to the worker who referred: it waits for the agency's answer from that day."""
    if present(history_of(conference)) not in PLAN_IS_OPEN or not PlanAnswer.objects.filter(conference=conference):
        raise NotThatWay("There is no plan to give yet.")
    FamilyConference.objects.filter(pk=conference.pk).update(plan_given_on=on, version=F("version") + 1)
    enqueue(kind=GIVEN, recipient_id=conference.referred_by_id, subject=conference, due_on=on)
    record(action="gave the family’s plan to the agency", subject=conference, case_id=conference.case_id)


@transaction.atomic
def answer_plan(
    *, case: Case, conference: FamilyConference, answer: str, words: str, by: User, is_manager: bool, on: date
) -> AgencyAnswer:
    """The agency answers: it agrees, it has not decided, or it says which danger is left.

    A plan that is agreed turns each promise of ours into an action of its keeper, at once. Raises NotThatWay for an
    answer that is not this person's to give, or when nothing waits for one.
    """
    conference = FamilyConference.objects.select_for_update().get(pk=conference.pk, case=case)
    mandate = Mandate.objects.filter(conference=conference).order_by("-pk").first()
    held_on = _met_on(conference)
    given_on = mandate.given_on if mandate else None
    if answer not in answers_open(is_manager=is_manager, mandate_on=given_on, held_on=held_on):
        raise NotThatWay("This answer is a manager’s to give.")
    stage = Stage.PLAN_AGREED if answer == AGREED else Stage.PLAN_NOT_AGREED
    may = may_follow(history_of(conference))
    if conference.plan_given_on is None or not may & {Stage.PLAN_AGREED}:
        raise NotThatWay("No plan waits for an answer at present.")
    within = mandate if mandate and answer == AGREED and not is_manager else None
    decided_by = None if answer == AWAITING else within.given_by if within else by
    said = AgencyAnswer.objects.create(
        case=case, conference=conference, answer=answer, words=words, answered_by=by, answered_on=on,
        decided_by=decided_by, mandate=within,
    )  # fmt: skip
    record(action="answered the family’s plan", subject=said, case_id=case.pk)
    if answer != AWAITING:
        if stage in may:
            write_stage(conference=conference, stage=stage, by=by, on=on)
        FamilyConference.objects.filter(pk=conference.pk).update(plan_given_on=None, version=F("version") + 1)
        _tell(case, conference, said, held_on or on)
    if answer == AGREED:
        _keep_our_promises(case, conference, by, on, held_on or on)
    return said


def _won(conference: FamilyConference, words: PlanWords, version: int) -> FamilyPlan:
    """The plan's own row, if nobody was quicker. Raises Overtaken."""
    own = {name: getattr(words, name) for name in ("contingency", "childs_message", "plan_keeper")}
    if not version:
        try:
            with transaction.atomic():
                return FamilyPlan.objects.create(case_id=conference.case_id, conference=conference, **own)
        except IntegrityError as error:
            raise Overtaken from error
    plan = FamilyPlan.objects.filter(conference=conference, version=version)
    if not plan.update(**own, version=version + 1):
        raise Overtaken
    return FamilyPlan.objects.get(conference=conference)


def _write_item(own: dict[str, object], item: ItemWords, on: date) -> None:
    facts = asdict(item)
    key = facts.pop("key")
    if key is None:
        if item.what:
            PlanItem.objects.create(**own, **facts)
        return
    before = PlanItem.objects.filter(**own, pk=key, promised=None)
    if not item.what:
        before.filter(removed_on=None).update(removed_on=on, version=F("version") + 1)
    elif not before.filter(**facts, removed_on=None).exists():
        before.update(**facts, removed_on=None, version=F("version") + 1)


def _met_on(conference: FamilyConference) -> date | None:
    return (
        FamilyMeeting.objects.filter(conference=conference)
        .order_by("-held_on")
        .values_list("held_on", flat=True)
        .first()
    )


def _children(case: Case, conference: FamilyConference) -> list[Member]:
    keys = ConferenceChild.objects.filter(conference=conference).values("child")
    return list(Member.objects.children().filter(case=case, pk__in=keys))


def _tell(case: Case, conference: FamilyConference, said: AgencyAnswer, met_on: date) -> None:
    agreed = said.answer == AgencyAnswer.Answer.AGREED
    what = "was agreed" if agreed else "could not be agreed yet"
    decided = f" by {said.decided_by.name}" if said.decided_by else ""
    note(
        case=case,
        on=said.answered_on,
        kind=ChronologyEntry.Kind.FAMILY_PLAN,
        summary=f"The family’s plan of {day_in_words(met_on)} {what}{decided}",
        children=_children(case, conference),
        subject_id=conference.pk,
        by=said.answered_by,
    )
    if conference.coordinator_id:
        enqueue(kind=ANSWERED, recipient_id=conference.coordinator_id, subject=conference, due_on=said.answered_on)


def _keep_our_promises(case: Case, conference: FamilyConference, by: User, on: date, met_on: date) -> None:
    """What somebody who works here promised is theirs to do from now on. A relative's promise is not ours."""
    children = _children(case, conference)
    ours = PlanItem.objects.filter(conference=conference, whose=PlanItem.Whose.OURS, removed_on=None, promised=None)
    for item in ours.select_related("keeper").order_by("pk"):
        if item.keeper is None:  # a constraint forbids it
            continue
        action = agree_action(
            case=case,
            children=children,
            what=item.what,
            keeper=item.keeper,
            by=by,
            on=on,
            agreed_in=f"Family group conference, {day_in_words(met_on)}",
            promised_to=item.promised_to or "the family",
            due_on=max(item.due_on, on) if item.due_on else None,
        )
        PromisedAction.objects.create(case=case, conference=conference, item=item, action=action)

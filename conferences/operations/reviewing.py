"""The family looks at its plan again, and goes on from it."""

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from conferences.models import (
    FamilyConference,
    FamilyPlan,
    PlanItem,
    PlanResource,
    PlanReview,
    PromiseHeard,
    ResourceAnswer,
)
from conferences.operations.stages import NotThatWay, Overtaken, history_of, write_stage
from conferences.readings.promises import items_of, promises_of
from conferences.rules import plan as rules
from conferences.rules.stages import Stage, present
from conferences.rules.words import ReviewWords

LIVED = frozenset({Stage.PLAN_AGREED, Stage.ACTIVE, Stage.REVIEWED})
"""Where a plan was agreed and can be looked at again."""


@transaction.atomic
def look_again(
    *,
    conference: FamilyConference,
    heard: Sequence[rules.Heard],
    words: ReviewWords,
    version: int,
    goes_on: bool,
    by: User,
    on: date,
) -> PlanReview:
    """The family looked at its plan on a day: what was said of each promise, and what it says of the whole.

    `version` is that of the review shown, 0 before there is one of that day. `goes_on`: the family changes its plan,
    so what is done is left behind and the rest is open for writing. Raises NotThatWay before a plan is lived with,
    Overtaken when somebody else wrote the review of that day meanwhile, ValueError for a promise of another plan.
    """
    FamilyConference.objects.select_for_update().get(pk=conference.pk)
    history = history_of(conference)
    if present(history) not in LIVED:
        raise NotThatWay("There is no agreed plan to look at again at present.")
    promises = promises_of(items_of(conference))
    plan = rules.reviewed(rules.Plan(1, (), promises, ()), heard)
    review = _written(conference, words, version, by)
    own = {"case_id": conference.case_id, "conference": conference, "review": review}
    for said in heard:
        PromiseHeard.objects.update_or_create(**own, item_id=said.key, defaults={"went": said.went, "note": said.note})
    if present(history) is Stage.PLAN_AGREED:  # nobody had said yet that the family lives with it
        write_stage(conference=conference, stage=Stage.ACTIVE, by=by, on=words.held_on)
    if not version:
        write_stage(conference=conference, stage=Stage.REVIEWED, by=by, on=words.held_on)
    if goes_on:
        _go_on(conference, rules.next_version(plan), on)
    record(action="looked at the family’s plan again", subject=review, case_id=conference.case_id)
    return review


def _written(conference: FamilyConference, words: ReviewWords, version: int, by: User) -> PlanReview:
    said = {
        "went_well": words.went_well,
        "hard": words.hard,
        "change": words.change,
        "childs_words": words.childs_words,
    }
    own = {"case_id": conference.case_id, "conference": conference, "held_on": words.held_on}
    if not version:
        try:
            with transaction.atomic():
                return PlanReview.objects.create(**own, **said, written_by=by)
        except IntegrityError as error:
            raise Overtaken from error
    if not PlanReview.objects.filter(**own, version=version).update(**said, version=version + 1):
        raise Overtaken
    return PlanReview.objects.get(**own)


def _go_on(conference: FamilyConference, after: rules.Plan, on: date) -> None:
    """What is done is left behind, with what was answered; the rest is the next version's. The edition stays."""
    own = {"conference": conference, "removed_on": None}
    stays = [promise.key for promise in after.promises]
    PlanItem.objects.filter(**own).exclude(pk__in=stays).update(removed_on=on, version=F("version") + 1)
    answered = ResourceAnswer.objects.filter(conference=conference).values("resource")
    PlanResource.objects.filter(**own, pk__in=answered).update(removed_on=on, version=F("version") + 1)
    FamilyPlan.objects.filter(conference=conference).update(review_on=after.review_on, version=F("version") + 1)

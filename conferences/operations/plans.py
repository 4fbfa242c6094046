"""Verbs about the family's plan: written down by the coordinator in the family's words, and given to the agency."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import IntegrityError, models, transaction
from django.db.models import F

from camden.audit import record
from camden.outbox import enqueue
from conferences.models import CouldCare, FamilyConference, FamilyPlan, PlanAnswer, PlanItem, PlanResource
from conferences.operations.stages import NotThatWay, Overtaken, history_of
from conferences.rules.stages import PLAN_IS_OPEN, present
from conferences.rules.words import CareWords, ItemWords, PlanWords, WishWords

GIVEN = "family-plan-given"
_WORDS = (
    "contingency", "childs_message", "plan_keeper", "family_time", "warning_signs", "in_childs_words", "review_on"
)  # fmt: skip


@transaction.atomic
def write_plan(*, conference: FamilyConference, words: PlanWords, version: int, on: date) -> FamilyPlan:
    """Write the family's plan down, or what it changed. `version` is that of the form shown, 0 before the first.

    Raises Overtaken when somebody else saved meanwhile, and NotThatWay when the plan was agreed or the preparation
    has not begun. Lines that others added stay, and so does what somebody who works here has as an action already.
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
        _write_line(own, PlanItem.objects.filter(**own, promised=None), item, is_said=bool(item.what), on=on)
    _write_lines(own, CouldCare, words.could_care, on)
    _write_lines(own, PlanResource, words.wishes, on)
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


def _won(conference: FamilyConference, words: PlanWords, version: int) -> FamilyPlan:
    """The plan's own row, if nobody was quicker. Raises Overtaken."""
    own = {name: getattr(words, name) for name in _WORDS}
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


def _write_lines(
    own: dict[str, Any], model: type[CouldCare] | type[PlanResource], lines: Sequence[CareWords | WishWords], on: date
) -> None:
    rows = model.objects.filter(**own)
    for line in lines:
        is_said = bool(line.who if isinstance(line, CareWords) else line.what)
        _write_line(own, rows, line, is_said=is_said, on=on)


def _write_line(
    own: dict[str, Any],
    rows: models.QuerySet[Any],
    line: ItemWords | CareWords | WishWords,
    *,
    is_said: bool,
    on: date,
) -> None:
    """One line: new, changed, or taken out when its words are. `rows` are those that may be changed."""
    facts = asdict(line)
    key = facts.pop("key")
    if key is None:
        if is_said:
            rows.model.objects.create(**own, **facts)
        return
    before = rows.filter(pk=key)
    if not is_said:
        before.filter(removed_on=None).update(removed_on=on, version=F("version") + 1)
    elif not before.filter(**facts, removed_on=None).exists():
        before.update(**facts, removed_on=None, version=F("version") + 1)

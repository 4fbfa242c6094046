"""Verbs of a decision that affects a family: asked for, made, not needed; and hearing somebody later."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.access import Permission, may
from camden.audit import record
from camden.models import User
from camden.operations.rulebook import calendar
from camden.rules.names import day_in_words
from cases.models import (
    Case,
    ChronologyEntry,
    Decision,
    DecisionChild,
    DecisionHeard,
    DecisionOption,
    Member,
)
from cases.operations.chronology import note
from cases.operations.refusing import Refusal
from cases.readings.decisions import hidden_people, who_must_be_heard
from cases.rules.audience import Marks
from cases.rules.deciding import (
    HEAR_WITHIN,
    NOT_SAFE,
    NOT_YET,
    WAS_HEARD,
    Decided,
    Heard,
    Missing,
    Option,
    Person,
    all_missing,
)

NOBODY_HEARD = "Say who was heard, and what it changed."
_ONE = (Option("x", is_chosen=True),)  # what is asked of one person is asked with the decision made


class NotDecided(Refusal):
    """The decision is not final. Says what is missing, and `about` which answer of `cases.forms.deciding` it is.

    `missing` is all that is: everybody who was not heard is named at once.
    """

    def __init__(self, sentence: str, about: str = "", *more: Missing) -> None:
        super().__init__(sentence, about)
        self.missing: tuple[Missing, ...] = ((sentence, about), *more)


@transaction.atomic
def decide(
    *,
    case: Case,
    kind: str,
    subject_id: int | None,
    children: Sequence[Member],
    decided: Decided,
    by: User,
    on: date,
) -> Decision:
    """A decision is final: who was heard and what it changed stands with it. Called inside what it decides.

    Whoever is not yet heard is asked for within five working days. Whether `by` may decide, the caller has checked.
    Raises NotDecided.
    """
    made, decided = _made(case, children, decided, by, on)
    decision = Decision.objects.create(case=case, kind=kind, subject_id=subject_id, **made)
    DecisionChild.objects.bulk_create(DecisionChild(case=case, decision=decision, child=child) for child in children)
    _keep_beneath(decision, decided, children, by, on)
    return decision


@transaction.atomic
def decide_freely(
    *, case: Case, kind: str, children: Sequence[Member], decided: Decided, by: User, on: date
) -> Decision:
    """A decision that stands by itself, as where a child lives. A manager's only by a manager. Raises NotDecided."""
    _check_may(decided, by)
    if not children:
        raise NotDecided("Choose at least one child.", "children")
    return decide(case=case, kind=kind, subject_id=None, children=children, decided=decided, by=by, on=on)


@transaction.atomic
def ask_decision(
    *, case: Case, kind: str, question: str, due_on: date, children: Sequence[Member], by: User, on: date
) -> Decision:
    """Somebody asks for a decision by a day: it waits with the managers of the family's team. Raises NotDecided."""
    if not children:
        raise NotDecided("Choose at least one child.", "children")
    if due_on < on:
        raise NotDecided("Enter today or a later day.", "due_on")
    decision = Decision.objects.create(
        case=case, kind=kind, question=question, due_on=due_on, asked_on=on, asked_by=by, authority="manager"
    )
    DecisionChild.objects.bulk_create(DecisionChild(case=case, decision=decision, child=child) for child in children)
    _say(decision, children, f"{by.name} asked for a decision by {day_in_words(due_on)}: {question}", by, on)
    record(action="asked for a decision", subject=decision, case_id=case.pk)
    return decision


@transaction.atomic
def make_decision(*, decision: Decision, decided: Decided, by: User, on: date) -> Decision:
    """What was asked for is decided. Raises NotDecided, also when somebody else decided it meanwhile."""
    _check_may(decided, by)
    case = decision.case
    now = _to_come(decision)
    children = list(Member.objects.children().filter(pk__in=now.parts.values("child")))
    made, decided = _made(case, children, decided, by, on)
    for name, value in made.items():
        setattr(now, name, value)
    Decision.objects.filter(pk=now.pk).update(**made, version=F("version") + 1)
    now.case = case
    _keep_beneath(now, decided, children, by, on)
    return now


@transaction.atomic
def drop_decision(*, decision: Decision, why: str, by: User, on: date) -> None:
    """A decision that was asked for is not needed any more, and why. Raises NotDecided."""
    now = _to_come(decision)
    Decision.objects.filter(pk=now.pk).update(dropped_on=on, dropped_why=why, version=F("version") + 1)
    children = list(Member.objects.children().filter(pk__in=now.parts.values("child")))
    now.case = decision.case
    _say(now, children, f"No decision needed any more: {now.question} {why}", by, on)
    record(action="dropped a decision", subject=now, case_id=now.case_id)


@transaction.atomic
def hear(*, heard: DecisionHeard, said: Heard, by: User, on: date) -> None:
    """Somebody who was not yet heard has been, or it says now why not. What they said stands. Raises NotDecided."""
    now = DecisionHeard.objects.select_for_update(of=("self",)).select_related("decision", "member").get(pk=heard.pk)
    if now.how != NOT_YET:
        raise NotDecided("Somebody has written this down meanwhile. Both are shown below.")
    if said.how == NOT_YET:
        raise NotDecided("Choose how they were heard, or why not.", f"heard_{now.member_id or 'other'}_how")
    name = now.member.first_name if now.member else now.said_by
    person: list[Person] = [(now.member_id, name, False)] if now.member_id else []
    decided = Decided("x", "x", (said,), options=_ONE, least_formal="x")
    _check_whole(decided, person, on)
    kept = Marks(now.is_kept_from_family, tuple(now.kept_from)) | _kept(said)
    DecisionHeard.objects.filter(pk=now.pk).update(
        **_as_kept(said), **_marks(kept), recorded_by=by, version=F("version") + 1
    )
    decision = now.decision
    decision.case = heard.case
    children = list(Member.objects.children().filter(pk__in=decision.parts.values("child")))
    what = "was heard on" if said.how in WAS_HEARD else "was not heard, and why is written, on"
    _say(decision, children, f"{name} {what} the decision: {decision.what}", by, on, kept)
    record(action="heard somebody on a decision", subject=now, case_id=heard.case_id)


def _made(
    case: Case, children: Sequence[Member], decided: Decided, by: User, on: date
) -> tuple[dict[str, Any], Decided]:
    """The columns of a decision that is made, and who was heard on it. Raises NotDecided while something is missing.

    Only those whom it concerns are asked for later. Words of somebody whose part in the family is kept from others are
    kept from them too.
    """
    must_hear = who_must_be_heard(case, children, on)
    concerned = {key for key, _, _ in must_hear}
    hidden = hidden_people(case, [each.member for each in decided.heard if each.member])
    heard = tuple(
        replace(each, marks=each.marks | hidden.get(each.member or 0, Marks()))
        for each in decided.heard
        if each.how != NOT_YET or each.member is None or each.member in concerned
    )
    decided = replace(decided, heard=heard)
    _check_whole(decided, must_hear, on)
    keys = {each.member for each in heard if each.member is not None}
    if Member.objects.filter(case=case, pk__in=keys).count() != len(keys):
        raise NotDecided("Somebody who was heard is not of this record.")
    return {
        "made_on": on,
        "made_by": by,
        "authority": decided.authority,
        "what": decided.what,
        "why": decided.why,
        "least_formal": decided.least_formal,
        "family_would_rather": decided.family_would_rather,
        "urgent_because": decided.urgent_because if decided.is_urgent else "",
    }, decided


def _check_whole(decided: Decided, must_hear: Sequence[Person], on: date) -> None:
    """Raises NotDecided with all that is missing."""
    if missing := all_missing(decided, must_hear, on):
        (sentence, about), *more = missing
        raise NotDecided(sentence, about, *more)


def _keep_beneath(decision: Decision, decided: Decided, children: Sequence[Member], by: User, on: date) -> None:
    """Its options, who was heard, the line on the timeline."""
    DecisionOption.objects.bulk_create(
        DecisionOption(
            case=decision.case,
            decision=decision,
            words=option.words,
            formality=option.formality,
            is_chosen=option.is_chosen,
            why_not="" if option.is_chosen else option.why_not,
            position=position,
        )
        for position, option in enumerate(decided.options, 1)
    )
    ask_by = calendar().add(on, HEAR_WITHIN)
    DecisionHeard.objects.bulk_create(
        DecisionHeard(
            case=decision.case,
            decision=decision,
            member_id=each.member,
            said_by="" if each.member else each.said_by,
            ask_by_on=ask_by if each.how == NOT_YET else None,
            recorded_by=by,
            **_as_kept(each),
            **_marks(_kept(each)),
        )
        for each in decided.heard
    )
    if decision.subject_id is None:  # what it is part of says so itself
        _say(decision, children, f"{by.name} decided: {decided.what}", by, on)
        record(action="made a decision", subject=decision, case_id=decision.case_id)


def _as_kept(each: Heard) -> dict[str, Any]:
    """What stands of one person. Nobody who was not heard has words that changed something."""
    was_heard, is_explained = each.how in WAS_HEARD, each.how != NOT_YET
    return {
        "how": each.how,
        "words": each.words if is_explained else "",
        "changed": each.changed if was_heard else "",
        "heard_on": each.heard_on if is_explained else None,
    }


def _kept(each: Heard) -> Marks:
    """From whom what stands of one person is kept. That asking was not safe is never on the family's copy."""
    return each.marks | Marks(is_kept_from_family=each.how == NOT_SAFE)


def _marks(marks: Marks) -> dict[str, Any]:
    return {"is_kept_from_family": marks.is_kept_from_family, "kept_from": list(marks.kept_from)}


def _check_may(decided: Decided, by: User) -> None:
    if decided.authority == "manager" and not may(by, Permission.CASE_AUTHORISE):
        raise NotDecided("A manager decides this. Ask for the decision, or say who else decided.", "authority")


def _to_come(decision: Decision) -> Decision:
    """The decision as it is now, held until the end of the transaction. Raises NotDecided once it was decided."""
    now = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if now.made_on or now.dropped_on:
        raise NotDecided("This has been decided or dropped meanwhile. Open it again to read how.")
    return now


def _say(
    decision: Decision,
    children: Sequence[Member],
    summary: str,
    by: User,
    on: date,
    marks: Marks = Marks(),  # noqa: B008 - frozen
) -> None:
    note(
        case=decision.case,
        on=on,
        kind=ChronologyEntry.Kind.DECISION,
        summary=" ".join(summary.split()),
        children=children,
        subject_id=decision.pk,
        by=by,
        marks=marks,
    )

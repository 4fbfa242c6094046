"""Verbs of looking again: a manager notes a decision, and somebody answers what stands still."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from camden.access import Permission, may
from camden.audit import record
from camden.models import User
from cases.models import Action, Case, ChronologyEntry, DriftAnswer, Goal, Member, Oversight
from cases.operations.chronology import note
from cases.operations.refusing import Refusal
from cases.rules.audience import Marks
from cases.rules.drift import Sign
from cases.rules.overseeing import DRIFT_ANSWER, DRIFT_KIND, QUIET_MOST


class NotOverseen(Refusal):
    """A note on oversight that cannot be made so."""


class NotAnswered(Refusal):
    """An answer to what stands still that cannot be given so."""


@transaction.atomic
def oversee(
    *,
    case: Case,
    about: str,
    decision: str,
    rationale: str,
    by: User,
    on: date,
    child: Member | None = None,
    about_code: str = "",
    look_again_on: date | None = None,
) -> Oversight:
    """A manager decides about something they looked at, and says why. It stands on the record, and is never changed.

    `about` is that row in words (300 characters), `about_code` the piece of work or the kind of drift it was. On
    `look_again_on` it comes back on this manager's My day. Raises NotOverseen.
    """
    if not may(by, Permission.CASE_AUTHORISE):
        raise NotOverseen("A manager notes a decision. You can ask for one.")
    if not decision.strip() or not rationale.strip():
        raise NotOverseen("Write what you decided and why.", "decision" if not decision.strip() else "rationale")
    if look_again_on is not None and look_again_on <= on:
        raise NotOverseen("Choose a day after today.", "look_again_on")
    seen = Oversight.objects.create(
        case=case,
        child=child,
        about=about[:300],
        about_code=about_code,
        decision=decision,
        rationale=rationale,
        written_on=on,
        written_by=by,
        look_again_on=look_again_on,
    )
    note(
        case=case,
        on=on,
        kind=ChronologyEntry.Kind.OVERSIGHT,
        summary=f"{by.name} looked at it and decided: {decision}",
        children=[child] if child else [],
        subject_id=seen.pk,
        by=by,
    )
    record(action="noted oversight", subject=seen, case_id=case.pk)
    return seen


@transaction.atomic
def answer_drift(
    *,
    case: Case,
    sign: Sign,
    children: Sequence[Member],
    answer: str,
    words: str,
    quiet_until_on: date,
    by: User,
    on: date,
) -> list[DriftAnswer]:
    """Answer one sign with a reason: quiet until a day, at most QUIET_MOST days away, or until there is newer evidence.

    A row for each of its parts, with the facts it showed and since when it had stood. `children` are the record's, for
    the timeline. Raises NotAnswered.
    """
    if answer not in DRIFT_ANSWER:
        raise NotAnswered("Choose an answer.", "answer")
    if not words.strip():
        raise NotAnswered("Write why, even if it is one line.", "words")
    if quiet_until_on <= on:
        raise NotAnswered("Choose a day after today.", "quiet_until_on")
    if quiet_until_on > on + timedelta(days=QUIET_MOST):
        raise NotAnswered("Choose a day within the next three months: nothing is put away for ever.", "quiet_until_on")
    said = {"case": case, "kind": sign.kind, "answer": answer, "words": words.strip(), "answered_on": on,
            "answered_by": by, "quiet_until_on": quiet_until_on, "since_on": sign.since}  # fmt: skip
    facts = [fact.words for fact in sign.evidence]
    rows = [
        DriftAnswer.objects.create(child_id=child, subject_id=subject, evidence=facts, **said)
        for child, subject in sign.parts
    ]
    note(
        case=case,
        on=on,
        kind=ChronologyEntry.Kind.DRIFT,
        summary=f"{DRIFT_KIND[sign.kind]}. {DRIFT_ANSWER[answer].removesuffix(', because')}: {words.strip()}",
        children=[child for child in children if child.pk in sign.about],
        subject_id=rows[0].pk,
        by=by,
        marks=_marks_of(case, sign),
    )
    record(action="answered what stands still", subject=rows[0], case_id=case.pk)
    return rows


def _marks_of(case: Case, sign: Sign) -> Marks:
    """What is said of a goal or an action is kept from whomever it is kept from."""
    model: Any = {"goal-still": Goal, "late-twice": Action}.get(sign.kind)
    row = model._default_manager.get(case=case, pk=sign.key) if model else None
    return Marks(row.is_kept_from_family, tuple(row.kept_from)) if row else Marks()

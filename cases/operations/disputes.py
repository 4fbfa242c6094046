"""Verbs of a dispute: a chair or reviewing officer does not leave something as it is, until it is settled.

It goes from the worker upwards, one step at a time; each step is on the timeline with its day.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import Case, ChronologyEntry, Dispute, Member, ProtectionConference
from cases.operations.chronology import note
from cases.operations.refusing import Refusal
from cases.readings.disputes import is_with
from cases.rules.disputing import NEXT_STAGE, STAGE_WHO


class NotDisputed(Refusal):
    """What was asked of a dispute cannot be done. Says why, and about which answer."""


@transaction.atomic
def raise_dispute(
    *, case: Case, about: str, words: str, wanted: str, answer_by_on: date, by: User, on: date,
    child: Member | None = None, conference: ProtectionConference | None = None, stage: str = "worker",
) -> Dispute:  # fmt: skip
    """Raise something with the family's worker, or higher up at once. Raises NotDisputed for a day that has passed."""
    if answer_by_on < on:
        raise NotDisputed("Choose today or a day after it.", "answer_by_on")
    made: Dispute = Dispute.objects.create(
        case=case, child=child, conference=conference, about=about.strip(), words=words, wanted=wanted, stage=stage,
        raised_on=on, raised_by=by, answer_by_on=answer_by_on,
    )  # fmt: skip
    _say(made, on, by, f"{by.name} raised with {STAGE_WHO[stage]}: {made.about}")
    record(action="raised a dispute", subject=made, case_id=case.pk)
    return made


@transaction.atomic
def answer_dispute(*, dispute: Dispute, answer: str, by: User, on: date) -> None:
    """Whoever it is with answers. Raises NotDisputed for anybody else, and when it was answered or settled."""
    if not is_with(dispute, by):
        raise NotDisputed(f"This is with {STAGE_WHO[dispute.stage]}: they answer it.")
    _move(dispute, {"answered_on": None}, answered_on=on, answered_by=by, answer=answer)
    _say(dispute, on, by, f"{by.name} answered: {dispute.about}")
    record(action="answered a dispute", subject=dispute, case_id=dispute.case_id)


@transaction.atomic
def take_further(*, dispute: Dispute, answer_by_on: date, by: User, on: date) -> None:
    """Whoever raised it takes it one step up, with a new day. The answer so far stays in its history.

    Raises NotDisputed for anybody else, where there is no step further, and for a day that has passed.
    """
    _its_own(dispute, by)
    stage = NEXT_STAGE.get(dispute.stage)
    if stage is None:
        raise NotDisputed("It is with the director: there is no step further here.")
    if answer_by_on < on:
        raise NotDisputed("Choose today or a day after it.", "answer_by_on")
    empty: dict[str, Any] = {"answered_on": None, "answered_by": None, "answer": ""}
    _move(dispute, {"stage": dispute.stage}, stage=stage, answer_by_on=answer_by_on, **empty)
    _say(dispute, on, by, f"{by.name} took it to {STAGE_WHO[stage]}: {dispute.about}")
    record(action="took a dispute further", subject=dispute, case_id=dispute.case_id)


@transaction.atomic
def settle_dispute(*, dispute: Dispute, how: str, by: User, on: date) -> None:
    """Whoever raised it says how it was settled. Raises NotDisputed for anybody else."""
    _its_own(dispute, by)
    _move(dispute, {}, settled_on=on, settled_how=how)
    _say(dispute, on, by, f"Settled: {dispute.about}. {how}")
    record(action="settled a dispute", subject=dispute, case_id=dispute.case_id)


def _its_own(dispute: Dispute, by: User) -> None:
    if dispute.raised_by_id != by.pk:
        raise NotDisputed(f"{dispute.raised_by.name} raised this: only they take it further or settle it.")


def _move(dispute: Dispute, still: dict[str, Any], **changes: Any) -> None:
    """The one statement that changes it: of two people at once, the second is told."""
    found = Dispute.objects.filter(pk=dispute.pk, settled_on=None, **still)
    if not found.update(**changes, version=F("version") + 1):
        raise NotDisputed("Somebody was here before you: it has an answer, went further or is settled. Look again.")


def _say(dispute: Dispute, on: date, by: User, summary: str) -> None:
    children = [dispute.child] if dispute.child else []
    if not children and dispute.conference:
        children = list(Member.objects.children().filter(pk__in=dispute.conference.parts.values("child")))
    note(
        case=dispute.case, on=on, kind=ChronologyEntry.Kind.DISPUTE, summary=summary, children=children,
        subject_id=dispute.pk, by=by,
    )  # fmt: skip

"""Verbs about what was agreed. Any app above may agree an action; its keeper finds it on *My day*."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import Action, ActionChild, Case, ChronologyEntry, Member, Visit
from cases.operations.chronology import note
from cases.rules.audience import Marks


class AlreadyClosed(Exception):
    """Somebody else has said already what became of this action."""


@transaction.atomic
def agree_action(
    *,
    case: Case,
    children: Sequence[Member],
    what: str,
    keeper: User,
    by: User,
    on: date,
    agreed_in: str,
    why: str = "",
    first_sentence: str = "",
    promised_to: str = "",
    due_on: date | None = None,
    visit: Visit | None = None,
    marks: Marks = Marks(),  # noqa: B008 - frozen
) -> Action:
    """A worker will do something: it is on the family's timeline and on its keeper's *My day*.

    `agreed_in` says where in words ("Group supervision, 3 November"); `promised_to` whom in the family, by name;
    `visit` is the visit it was agreed in, if it was one.
    """
    action = Action.objects.create(
        case=case,
        what=what,
        why=why,
        first_sentence=first_sentence,
        keeper=keeper,
        promised_to=promised_to,
        agreed_on=on,
        agreed_in=agreed_in,
        agreed_by=by,
        due_on=due_on,
        visit=visit,
        is_kept_from_family=marks.is_kept_from_family,
        kept_from=list(marks.kept_from),
    )
    ActionChild.objects.bulk_create(ActionChild(case=case, action=action, child=child) for child in children)
    note(
        case=case,
        on=on,
        kind=ChronologyEntry.Kind.AGREED,
        summary=f"{agreed_in}: {keeper.name} will {what[:1].lower()}{what[1:]}",
        children=children,
        subject_id=action.pk,
        by=by,
        marks=marks,
    )
    record(action="agreed an action", subject=action, case_id=case.pk)
    return action


def close_action(*, action: Action, by: User, on: date, is_done: bool, outcome: str = "") -> None:
    """Say what became of an action: done, or put aside, and then why. It is on the timeline. Raises AlreadyClosed."""
    closing = {"closed_on": on, "closed_by": by, "is_done": is_done, "outcome": outcome, "version": F("version") + 1}
    with transaction.atomic(savepoint=False):
        closed = Action.objects.filter(pk=action.pk, closed_on=None).update(**closing)
        if closed:
            _say_closed(action, by, on, is_done)
    if not closed:  # raised outside, where nothing of the caller's has to be rolled back for it
        raise AlreadyClosed


def _say_closed(action: Action, by: User, on: date, is_done: bool) -> None:
    did = "did what was agreed" if is_done else "put aside what was agreed"
    note(
        case=action.case,
        on=on,
        kind=ChronologyEntry.Kind.AGREED,
        summary=f"{by.name} {did}: {action.what[:1].lower()}{action.what[1:]}",
        children=list(action.children.all()),
        subject_id=action.pk,
        by=by,
        marks=Marks(action.is_kept_from_family, tuple(action.kept_from)),
    )
    record(action="closed an action", subject=action, case_id=action.case_id)

"""Verbs about what was agreed. Any app above may agree an action; its keeper finds it on *My day*."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Action, ActionChild, ActionHandover, Case, ChronologyEntry, Goal, Involvement, Member, Visit
from cases.operations.chronology import note
from cases.operations.refusing import Refusal
from cases.rules.audience import Marks


class AlreadyClosed(Exception):
    """Somebody else has said already what became of this action."""


class NotMoved(Refusal):
    """An action that cannot have that day."""


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
    goal: Goal | None = None,
    marks: Marks = Marks(),  # noqa: B008 - frozen
) -> Action:
    """A worker will do something: it is on the family's timeline and on its keeper's *My day*.

    `agreed_in` says where in words ("Group supervision, 3 November"); `promised_to` whom in the family, by name;
    `visit` is the visit it was agreed in, if it was one; `goal` what it is to bring closer. `marks` say from whom it
    is kept; it is kept from whomever its goal is kept from too.
    """
    if goal is not None:
        marks = marks | Marks(goal.is_kept_from_family, tuple(goal.kept_from))
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
        goal=goal,
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


@transaction.atomic(savepoint=False)
def pass_on(*, child: Member, to: User, on: date, because: str) -> int:
    """What the child's present lead had agreed to do goes to whoever leads from that day; how many things it was.

    Only what is about no other child whom they still lead for; what is for the whole family goes with its last child.
    What others keep stays theirs. One entry of the timeline. To be asked before the lead changes.
    """
    leads = dict(
        Involvement.objects.filter(case=child.case_id, leads_now=True).values_list("child", "worker").order_by("pk")
    )
    before = leads.pop(child.pk, None)
    if before is None or before == to.pk:
        return 0
    still_led = {key for key, worker in leads.items() if worker == before}
    found = Action.objects.open().filter(case=child.case_id, keeper=before).prefetch_related("parts")
    going = [each for each in found if _goes(each, child, still_led)]
    if not going:
        return 0
    Action.objects.filter(pk__in=[each.pk for each in going]).update(keeper=to, version=F("version") + 1)
    ActionHandover.objects.bulk_create(
        ActionHandover(
            case_id=child.case_id, action=each, from_keeper_id=before, to_keeper=to, handed_on=on, because=because
        )
        for each in going
    )
    _say_passed_on(child, going, User.objects.get(pk=before), to, on)
    return len(going)


def _goes(action: Action, child: Member, still_led: set[int]) -> bool:
    about = {part.child_id for part in action.parts.all()}
    return child.pk in about and not about & still_led if about else not still_led


def _say_passed_on(child: Member, going: Sequence[Action], before: User, to: User, on: date) -> None:
    """One entry, kept from everybody from whom one of the things is kept."""
    what = "one thing" if len(going) == 1 else f"{len(going)} things"
    note(
        case=child.case,
        on=on,
        kind=ChronologyEntry.Kind.AGREED,
        summary=f"What {before.name} had agreed to do passed to {to.name}: {what}",
        children=[child],
        marks=Marks(
            any(each.is_kept_from_family for each in going),
            tuple(sorted({key for each in going for key in each.kept_from})),
        ),
    )


@transaction.atomic
def move_action(*, action: Action, due_on: date, why: str, by: User, on: date) -> None:
    """An action gets another day. Its first one stays known, how often it was moved too, and why is on the timeline.

    A first day, where none was agreed, is no move. Raises NotMoved, and AlreadyClosed.
    """
    if action.closed_on:
        raise AlreadyClosed
    if due_on == action.due_on:
        raise NotMoved("That is its day already.", "due_on")
    if due_on < max(on, action.agreed_on):
        raise NotMoved("Choose today or a day after it.", "due_on")
    was = action.due_on
    changes = {"due_on": due_on, "first_due_on": action.first_due_on or was, "version": F("version") + 1}
    if was is not None:
        changes["moved_times"] = F("moved_times") + 1
    if not Action.objects.filter(pk=action.pk, closed_on=None, due_on=was).update(**changes):
        raise NotMoved("Somebody else has just changed it. Look at it again.", "due_on")
    instead = f" instead of {day_in_words(was)}" if was else ""
    note(
        case=action.case,
        on=on,
        kind=ChronologyEntry.Kind.AGREED,
        summary=f"By {day_in_words(due_on)}{instead}: {action.what[:1].lower()}{action.what[1:90]}. {why}",
        children=list(action.children.all()),
        subject_id=action.pk,
        by=by,
        marks=Marks(action.is_kept_from_family, tuple(action.kept_from)),
    )
    record(action="gave an action another day", subject=action, case_id=action.case_id)


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

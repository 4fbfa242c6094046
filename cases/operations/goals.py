"""Verbs about goals: set one or several, say one better, end one."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from cases.models import Action, Case, ChronologyEntry, Goal, Member
from cases.operations.chronology import note
from cases.operations.refusing import Refusal
from cases.rules.audience import Marks


class EndedAlready(Refusal):
    """Somebody else has ended this goal already."""


@transaction.atomic(savepoint=False)
def set_goal(
    *,
    case: Case,
    child: Member | None,
    words: str,
    by: User,
    on: date,
    worry: str = "",
    how_known: str = "",
    marks: Marks = Marks(),  # noqa: B008 - frozen
) -> Goal:
    """What should be different for a child, or, without one, for the family; in words they would use.

    `worry` is what it answers (600 characters), `how_known` how everybody will know that it is reached (300).
    """
    goal = Goal.objects.create(
        case=case,
        child=child,
        words=words,
        worry=worry,
        how_known=how_known,
        set_on=on,
        set_by=by,
        is_kept_from_family=marks.is_kept_from_family,
        kept_from=list(marks.kept_from),
    )
    _say(goal, f"Goal {_whose(goal)}: {words}", by, on)
    record(action="set a goal", subject=goal, case_id=case.pk)
    return goal


@transaction.atomic
def set_goals(*, case: Case, meant: Sequence[tuple[Member | None, str]], by: User, on: date) -> list[Goal]:
    """Several at once, each for a child or the family: what an authorised assessment says needs to change."""
    return [set_goal(case=case, child=child, words=words, by=by, on=on) for child, words in meant]


@transaction.atomic
def change_goal(*, goal: Goal, version: int | None, words: str, worry: str, how_known: str, by: User, on: date) -> Goal:
    """The same goal, said better; what is done for it, and from whom it is kept, stay. Its history has every wording.

    Raises EndedAlready; `camden.operations.versions.Overtaken` when somebody wrote meanwhile.
    """
    if goal.ended_on:
        raise EndedAlready("This goal has ended: it stays as it was. Set a new one.")
    kept: Goal = change(goal, version=version, words=words, worry=worry, how_known=how_known)
    kept.case, kept.child = goal.case, goal.child
    if words != goal.words:
        _say(kept, f"Goal {_whose(kept)}, in other words: {words}", by, on)
    record(action="changed a goal", subject=kept, case_id=kept.case_id)
    return kept


@transaction.atomic
def link_actions(*, goal: Goal, actions: Sequence[Action], by: User) -> int:
    """These actions are to bring this goal closer; how many were free to. What another goal has stays there.

    An action is kept from whomever its goal is kept from. Raises EndedAlready.
    """
    if goal.ended_on:
        raise EndedAlready("This goal has ended. Nothing more is done for it.")
    free = Action.objects.open().filter(pk__in=[action.pk for action in actions], case=goal.case_id, goal=None)
    linked = 0
    for action in free.order_by("pk"):
        marks = Marks(action.is_kept_from_family, tuple(action.kept_from)) | _marks(goal)
        linked += Action.objects.filter(pk=action.pk, goal=None).update(
            goal=goal,
            is_kept_from_family=marks.is_kept_from_family,
            kept_from=list(marks.kept_from),
            version=F("version") + 1,
        )
    if linked:
        record(action="linked actions to a goal", subject=goal, case_id=goal.case_id)
    return linked


@transaction.atomic
def end_goal(*, goal: Goal, by: User, on: date, why: str) -> None:
    """Work on a goal is over, and why. It stays to be read. Raises EndedAlready."""
    ended = {"ended_on": on, "ended_why": why, "version": F("version") + 1}
    if not Goal.objects.filter(pk=goal.pk, ended_on=None).update(**ended):
        raise EndedAlready("Somebody else has ended this goal already.")
    _say(goal, f"Goal ended {_whose(goal)}: {goal.words}. {why}", by, on)
    record(action="ended a goal", subject=goal, case_id=goal.case_id)


def _whose(goal: Goal) -> str:
    return f"for {goal.child.first_name}" if goal.child else "for the family"


def _marks(goal: Goal) -> Marks:
    return Marks(goal.is_kept_from_family, tuple(goal.kept_from))


def _say(goal: Goal, summary: str, by: User, on: date) -> None:
    note(
        case=goal.case,
        on=on,
        kind=ChronologyEntry.Kind.AGREED,
        summary=summary,
        children=[goal.child] if goal.child else [],
        by=by,
        marks=_marks(goal),
    )

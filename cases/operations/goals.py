"""Verbs about goals: set one, end one."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import Case, ChronologyEntry, Goal, Member
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
    marks: Marks = Marks(),  # noqa: B008 - frozen
) -> Goal:
    """What should be different for a child, or, without one, for the family; in words they would use."""
    goal = Goal.objects.create(
        case=case,
        child=child,
        words=words,
        set_on=on,
        set_by=by,
        is_kept_from_family=marks.is_kept_from_family,
        kept_from=list(marks.kept_from),
    )
    _say(goal, f"Goal {_whose(goal)}: {words}", by, on)
    record(action="set a goal", subject=goal, case_id=case.pk)
    return goal


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


def _say(goal: Goal, summary: str, by: User, on: date) -> None:
    note(
        case=goal.case,
        on=on,
        kind=ChronologyEntry.Kind.AGREED,
        summary=summary,
        children=[goal.child] if goal.child else [],
        by=by,
        marks=Marks(goal.is_kept_from_family, tuple(goal.kept_from)),
    )

"""What stands still, and what was looked at, for tests."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cases.models import Case, Goal, Member, Oversight, PlanSpell, VisitChild
from cases.operations.chronology import note
from tests.factories.cases import VisitFactory

TODAY = date(2026, 11, 3)


def looked_at(case: Case, children: Sequence[Member], by: Any, on: date = TODAY) -> Oversight:
    """The pod talked about the children and a manager noted something: nothing of that stands still."""
    note(case=case, on=on, kind="reflection", summary="Talked about with the pod", children=children)
    return overseen(case, by, on=on)


def overseen(case: Case, by: Any, on: date = TODAY, **more: Any) -> Oversight:
    """A note on oversight."""
    words = {"about": "The plan", "decision": "We go on until spring.", "rationale": "Anisa sleeps."}
    return Oversight.objects.create(case=case, written_on=on, written_by=by, **(words | more))


def long_plan(child: Member, began: date = date(2026, 1, 12), basis: str = "need") -> PlanSpell:
    """A plan past its first threshold on 3 November 2026."""
    return PlanSpell.objects.create(case=child.case, child=child, basis=basis, started_on=began)


def still_goal(case: Case, by: Any, child: Member | None = None, words: str = "Sleep through the night") -> Goal:
    """A goal nobody came closer to since July."""
    return Goal.objects.create(case=case, child=child, words=words, set_on=date(2026, 7, 1), set_by=by)


def seen_with_others(child: Member, by: Any, *days: date) -> None:
    """Visits in which a child was seen with others there."""
    for day in days:
        visit = VisitFactory(case=child.case, worker=by, visited_on=day)
        VisitChild.objects.create(case=child.case, visit=visit, child=child, seen="with-others")

"""Goals are set in the family's words, and end with a reason."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import ChronologyEntry, Goal


@pytest.fixture
def amara(cast: SimpleNamespace, browser_for: Any) -> Any:
    return browser_for(cast.amara)


def test_a_goal_is_set_for_a_child_and_ends_with_a_reason(cast: SimpleNamespace, amara: Any, read: Any) -> None:
    anisa = cast.children[0]
    new = f"/cases/{cast.case.pk}/goals/new/"
    assert "Write what should be different." in read(amara.post(new, {"words": ""})).errors["words"]
    sent = {"words": "Be eleven", "child": str(anisa.pk), "kept_from": ["family"]}
    assert amara.post(new, sent)["Location"] == anisa.get_absolute_url()
    goal = Goal.objects.get()
    assert (goal.child, goal.set_on, goal.is_kept_from_family) == (anisa, date(2026, 11, 3), True)
    entry = ChronologyEntry.objects.get()
    assert entry.summary == "Goal for Anisa: Be eleven" and entry.is_kept_from_family
    ending = f"/cases/{cast.case.pk}/goals/{goal.pk}/ending/"
    assert read(amara.post(ending, {"why": ""})).errors["why"]
    amara.post(ending, {"why": "Reached"})
    goal.refresh_from_db()
    assert (goal.ended_on, goal.ended_why) == (date(2026, 11, 3), "Reached")
    assert "already" in read(amara.post(ending, {"why": "again"})).said


def test_a_goal_can_be_the_familys(cast: SimpleNamespace, amara: Any) -> None:
    amara.post(f"/cases/{cast.case.pk}/goals/new/", {"words": "Sleep"})
    assert Goal.objects.get().child is None
    assert ChronologyEntry.objects.get().summary == "Goal for the family: Sleep"

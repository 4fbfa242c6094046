"""Assessments, plans, meetings and steps for tests, as rows."""

from datetime import date
from typing import Any

from cases.models import (
    Assessment,
    AssessmentChild,
    Case,
    Member,
    PlanMeeting,
    PlanMeetingChild,
    PlanSpell,
    ThresholdChild,
    ThresholdMove,
)

BEGAN = date(2026, 9, 1)


def helped(case: Case, children: list[Member], worker: Any, manager: Any) -> None:
    """An open assessment, a family help plan, a meeting about it and the step that led there."""
    since = {"started_on": BEGAN}
    assessment = Assessment.objects.create(case=case, legal_basis="need", counts_from_on=BEGAN, worker=worker, **since)
    meeting = PlanMeeting.objects.create(case=case, kind="help-review", held_on=BEGAN, words="Anisa sleeps.")
    move = ThresholdMove.objects.create(
        case=case, moved_on=BEGAN, to_basis="early-help", driver="asked", why="Anisa asked.", keeps_worker=True,
        decided_by=manager,
    )  # fmt: skip
    for child in children:
        AssessmentChild.objects.create(case=case, assessment=assessment, child=child, **since)
        PlanSpell.objects.create(case=case, child=child, basis="early-help", **since)
        PlanMeetingChild.objects.create(case=case, meeting=meeting, child=child)
        ThresholdChild.objects.create(case=case, move=move, child=child)

"""What each step of help does to the clocks: derived in the same transaction, from facts alone."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from camden.principal import acting_as
from cases.models import Clock
from cases.operations.assessments import (
    authorise_assessment,
    share_assessment,
    start_assessment,
    stop_assessment,
    submit_assessment,
)
from cases.operations.meetings import hold_meeting
from cases.operations.plans import end_plans, set_visits, start_plans
from cases.operations.thresholds import move_threshold
from cases.rules.answers import Answer
from cases.rules.assessing import Finding
from tests.conftest import as_role
from tests.factories.deliberating import decided

REFERRED, BEGAN, LATER = date(2026, 8, 20), date(2026, 8, 24), date(2026, 9, 14)


@pytest.fixture
def bilal(cast: SimpleNamespace) -> Any:
    with as_role("camden_app"), acting_as(cast.bilal):
        yield cast.bilal


def clocks(code: str) -> set[tuple[Any, ...]]:
    return set(Clock.objects.filter(rule=code).values_list("due_on", "met_on", "ended_on"))


def test_the_45_working_days_run_from_the_referral_until_it_is_authorised_or_ends(
    cast: SimpleNamespace, bilal: Any
) -> None:
    facts = {"legal_basis": "need", "counts_from_on": REFERRED, "started_on": BEGAN, "by": bilal}
    anisa, imran, _ = cast.children
    first = start_assessment(case=cast.case, children=[anisa], **facts)
    due = date(2026, 10, 23)  # the last Monday of August is no working day
    assert clocks("AS1") == {(due, None, None)}
    share_assessment(assessment=first, by=cast.amara, on=BEGAN, answer=Answer("Yes."))
    submit_assessment(assessment=first, by=cast.amara, on=BEGAN)
    found = [Finding(anisa.pk, True, ("4B",))]
    why = {"decided": decided(cast.case, [anisa])}
    authorise_assessment(assessment=first, by=bilal, on=LATER, decision="Help.", findings=found, **why)
    assert clocks("AS1") == {(due, LATER, None)}
    second = start_assessment(case=cast.case, children=[imran], **facts)
    stop_assessment(assessment=second, by=bilal, on=LATER, why="They moved.")
    assert clocks("AS1") == {(due, LATER, None), (due, None, LATER)}


def test_visits_are_due_as_often_as_the_plan_asks_until_it_ends(cast: SimpleNamespace, bilal: Any) -> None:
    facts, why = {"case": cast.case, "by": bilal}, {"decided": decided(cast.case, cast.children[:1])}
    spells = start_plans(children=cast.children[:1], basis="need", started_on=BEGAN, agreed="Shirin", **facts, **why)
    assert clocks("CN2") == {(date(2026, 9, 22), None, None)}  # 20 working days
    set_visits(spells=spells, every=5, on=LATER, **facts)
    assert clocks("CN2") == {(date(2026, 9, 1), None, None)}
    end_plans(spells=spells, ended_on=LATER, reason="moved", **facts, **why)
    assert clocks("CN2") == {(date(2026, 9, 1), None, LATER)}


def test_a_review_is_met_by_its_meeting_and_a_step_ends_what_ran(cast: SimpleNamespace, bilal: Any) -> None:
    facts = {"case": cast.case, "children": cast.children[:1], "by": bilal}
    why = {"decided": decided(cast.case, cast.children[:1])}
    start_plans(basis="need", started_on=BEGAN, agreed="Shirin", **facts, **why)
    words = {"who_came": "x", "words": "x", "familys_words": ""}
    hold_meeting(kind="need-review", held_on=LATER, agreed=[], **words, **facts)
    assert clocks("CN3") == {(date(2026, 11, 24), LATER, None), (date(2026, 12, 14), None, None)}
    moved = date(2026, 10, 1)
    said = {"driver": "safer", "why": "x", "familys_view": "x", "keeps_worker": True, "agreed_by": cast.children[:1]}
    move_threshold(to_basis="early-help", moved_on=moved, **said, **facts, **why)
    assert not Clock.objects.running().filter(rule__startswith="CN").exists()

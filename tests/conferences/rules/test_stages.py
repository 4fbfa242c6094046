"""The way of a conference, for any history at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules import stages
from conferences.rules.answering import AGREED, AWAITING, NOT_SAFE, answers_open
from conferences.rules.network import who_else
from conferences.rules.stages import (
    BY_ANSWERING_THE_PLAN,
    LABELS,
    NEXT,
    SENTENCES,
    Stage,
    may_follow,
    moves_of_the_coordinator,
    moves_of_the_worker,
    present,
)


@st.composite
def histories(draw: st.DrawFn) -> list[Stage]:
    """A way that somebody could have gone, of any length."""
    history: list[Stage] = []
    for _ in range(draw(st.integers(0, 14))):
        open_now = sorted(may_follow(history))
        if not open_now:
            break
        history.append(draw(st.sampled_from(open_now)))
    return history


def test_every_stage_has_a_name_a_sentence_and_what_follows() -> None:
    assert set(LABELS) == set(SENTENCES) == set(NEXT) == set(Stage)
    assert all(sentence.endswith(".") for sentence in SENTENCES.values())
    assert [stage.label for stage in Stage if "fail" in stage.label.lower() or "refus" in stage.says.lower()] == []


@given(histories())
def test_pausing_and_withdrawing_are_possible_from_everywhere_that_is_not_over(history: list[Stage]) -> None:
    if history and not present(history).is_over:
        assert Stage.WITHDRAWN in may_follow(history)
        assert Stage.PAUSED in may_follow(history) or present(history) is Stage.PAUSED
    elif history:
        assert not may_follow(history)


@given(histories())
def test_a_pause_leads_back_to_where_it_began_and_nowhere_else(history: list[Stage]) -> None:
    if history and not present(history).is_over:
        before = present(history)
        if before is not Stage.PAUSED:
            assert may_follow([*history, Stage.PAUSED]) == {before, Stage.WITHDRAWN}


@given(histories())
def test_no_plan_is_agreed_before_the_family_met(history: list[Stage]) -> None:
    for number, stage in enumerate(history):
        if stage in (Stage.PLAN_AGREED, Stage.PLAN_NOT_AGREED):
            assert Stage.HELD in history[:number]
        if stage is Stage.HELD:
            assert Stage.ALLOCATED in history[:number] and Stage.ACCEPTED in history[:number]


@given(histories(), st.booleans())
def test_nobody_answers_a_plan_by_moving_a_stage(history: list[Stage], is_manager: bool) -> None:
    moves = {*moves_of_the_coordinator(history), *moves_of_the_worker(history, is_manager=is_manager)}
    resumed = {present(history[:-1])} if history[1:] and present(history) is Stage.PAUSED else set()
    assert moves <= may_follow(history)
    assert not (moves & BY_ANSWERING_THE_PLAN) - resumed


@given(histories())
def test_only_a_manager_decides_that_a_conference_is_not_offered(history: list[Stage]) -> None:
    others = {*moves_of_the_coordinator(history), *moves_of_the_worker(history, is_manager=False)}
    if not history or present(history) is not Stage.PAUSED:
        assert Stage.EXEMPT not in others


def test_every_stage_can_be_reached_and_all_but_two_go_on() -> None:
    reached, edge = set(), {Stage.CONSIDERED}
    while edge:
        reached |= edge
        edge = {after for stage in edge for after in NEXT[stage] | {Stage.PAUSED}} - reached
    assert reached == set(Stage)
    assert {stage for stage in Stage if stage.is_over} == {Stage.CLOSED, Stage.WITHDRAWN}


def test_a_no_can_be_asked_again_later() -> None:
    for answer in (Stage.DECLINED, Stage.NO_RESPONSE, Stage.EXEMPT):
        assert Stage.OFFERED in may_follow([Stage.OFFERED, answer])


@pytest.mark.parametrize(
    ("is_manager", "mandate_on", "held_on", "open_now"),
    [
        (True, None, "2026-11-03", (AGREED, AWAITING, NOT_SAFE)),
        (False, "2026-11-01", "2026-11-03", (AGREED, AWAITING)),
        (False, "2026-11-03", "2026-11-03", (AGREED, AWAITING)),
        (False, "2026-11-04", "2026-11-03", (AWAITING,)),
        (False, None, "2026-11-03", (AWAITING,)),
        (False, "2026-11-01", None, (AWAITING,)),
    ],
)
def test_a_worker_agrees_only_within_what_was_said_before_the_meeting(
    is_manager: bool, mandate_on: str | None, held_on: str | None, open_now: tuple[str, ...]
) -> None:
    said = answers_open(is_manager=is_manager, mandate_on=mandate_on, held_on=held_on)  # type: ignore[arg-type]
    assert said == open_now


def test_the_fathers_side_is_asked_after_first_and_gently() -> None:
    assert who_else(3, 1) == ["Father’s side has 1 person so far: who else?"]
    assert [question.split(" has")[0] for question in who_else(0, 0)] == ["Father’s side", "Mother’s side"]
    assert who_else(2, 2) == []


def test_the_module_says_where_its_law_stands() -> None:
    assert "REFERENCE 6.2" in (stages.__doc__ or "")

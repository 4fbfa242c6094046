"""The states of an assessment, and what it may find."""

from datetime import date

import pytest

from cases.rules.assessing import FACTORS, MAY_FOLLOW, State, Step, factors_wrong, state_of, why_not

DAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("days", "was_returned", "state"),
    [
        ([], False, State.DRAFT),
        (["shared_on"], False, State.SHARED),
        (["shared_on", "submitted_on"], False, State.SUBMITTED),
        (["submitted_on"], True, State.SUBMITTED),
        (["shared_on"], True, State.RETURNED),
        ([], True, State.RETURNED),
        (["shared_on", "submitted_on", "authorised_on"], True, State.AUTHORISED),
        (["submitted_on", "stopped_on"], True, State.STOPPED),
    ],
)
def test_the_state_follows_from_the_days(days: list[str], was_returned: bool, state: State) -> None:
    assert state_of(**dict.fromkeys(days, DAY), was_returned=was_returned) is state


def test_nothing_follows_an_end_and_every_other_step_can_be_refused_in_a_sentence() -> None:
    assert not MAY_FOLLOW[State.AUTHORISED] and not MAY_FOLLOW[State.STOPPED]
    assert set(MAY_FOLLOW) == set(State)
    for state in State:
        for step in Step:
            assert bool(why_not(step, state)) is (step not in MAY_FOLLOW[state])
    for step in (Step.AUTHORISE, Step.GIVE_BACK):
        assert why_not(step, State.SUBMITTED, is_writer=True) and why_not(step, State.SUBMITTED, is_submitter=True)
    assert why_not(Step.CHECK, State.DRAFT, is_writer=True) and why_not(Step.CHECK, State.DRAFT, is_checked=True)


def test_what_is_found_is_of_today_and_nothing_found_stands_alone() -> None:
    assert not factors_wrong(["21"]) and not factors_wrong(["4B", "16A"])
    assert {"18A", "19A"}.isdisjoint(FACTORS)
    for wrong in ([], ["21", "4B"], ["18A"], ["x"]):
        assert factors_wrong(wrong).endswith(".")

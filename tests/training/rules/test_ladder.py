"""The systemic ladder: hours by kind, the step somebody has reached, and numbers of a service."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.rules.ladder import (
    ASKS,
    WITHIN,
    Climber,
    Hours,
    Share,
    Step,
    Training,
    heat_map,
    hours,
    hours_in_words,
    pods_for_each_clinician,
    problems,
    reached,
    share,
)

DAY = date(2026, 11, 3)
days = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 1, 1))
minutes = st.dictionaries(st.sampled_from(Hours), st.integers(0, 30000))
trainings = st.lists(
    st.builds(
        Training,
        st.sampled_from(Step),
        st.just("A college"),
        days,
        st.none() | days,
        is_accredited=st.booleans(),
        minutes=minutes,
    ),
    max_size=8,
)
climbers = st.lists(
    st.builds(
        Climber,
        st.none() | st.integers(1, 4),
        st.sampled_from(["social-worker", "senior-practitioner", "clinician"]),
        st.none() | st.sampled_from(Step),
    ),
    max_size=30,
)


@pytest.mark.parametrize(("step", "total"), [(Step.FOUNDATION, 180), (Step.INTERMEDIATE, 300), (Step.QUALIFYING, 500)])
def test_the_hours_are_those_of_the_reference_and_parts_are_not_added(step: Step, total: int) -> None:
    assert sum(amount for kind, amount in ASKS[step].items() if kind not in WITHIN) == total
    assert not any(step in ASKS for step in (Step.INTRODUCTION, Step.CONVERSATIONS, Step.SUPERVISION))


@given(trainings, days)
def test_the_step_reached_is_the_highest_that_was_completed_by_then(had: list[Training], on: date) -> None:
    done = [each.step for each in had if each.completed_on and each.completed_on <= on]
    assert reached(had, on) == (max(done) if done else None)


@given(trainings, days, st.integers(0, 2000))
def test_nobody_falls_down_the_ladder(had: list[Training], on: date, later: int) -> None:
    before, after = reached(had, on), reached(had, on + timedelta(days=later))
    assert before is None or (after is not None and after >= before)


@given(st.sampled_from(Step), minutes, st.sampled_from(Hours), st.integers(0, 5000))
def test_more_hours_never_lengthen_the_way(step: Step, had: dict[Hours, int], kind: Hours, more: int) -> None:
    before = Training(step, "A college", DAY, minutes=had)
    after = replace(before, minutes={**had, kind: had.get(kind, 0) + more})
    left = [each.left for each in hours(before)]
    assert all(now <= then for now, then in zip((each.left for each in hours(after)), left, strict=True))
    assert bool(hours_in_words(before)) == any(left)


def test_supervised_practice_is_practice_too() -> None:
    had = Training(Step.INTERMEDIATE, "A college", DAY, minutes={Hours.SUPERVISED: 12 * 60})
    assert hours_in_words(had) == (
        "60 of 60 hours taught to go",
        "48 of 60 hours systemic practice to go",
        "180 of 180 hours private study to go",
    )


def test_a_certificate_completes_a_step_whatever_hours_were_typed() -> None:
    had = Training(Step.FOUNDATION, "A college", DAY, completed_on=DAY, is_accredited=True)
    assert reached([had], DAY) is Step.FOUNDATION and hours_in_words(had) and problems(had) == ()
    assert reached([had], DAY - timedelta(days=1)) is None
    assert not had.is_under_way(DAY)
    assert replace(had, completed_on=None).is_under_way(DAY)


def test_what_cannot_be_right_is_said() -> None:
    wrong = Training(
        Step.INTRODUCTION,
        "The house",
        DAY,
        completed_on=DAY - timedelta(days=1),
        stopped_on=DAY,
        is_accredited=True,
        minutes={Hours.CLINICAL: 60, Hours.DIRECT: 120, Hours.TAUGHT: -1},
    )
    assert len(problems(wrong)) == 5


@given(climbers)
def test_the_map_counts_everybody_of_a_pod_once(people: list[Climber]) -> None:
    found = heat_map(people)
    assert {pod: sum(row.values()) for pod, row in found.items()} == {
        pod: sum(each.pod == pod for each in people) for pod in {each.pod for each in people} - {None}
    }
    assert all(set(row) == {None, *Step} for row in found.values())


@given(climbers, st.sampled_from(Step))
def test_a_share_never_counts_more_than_there_are(people: list[Climber], step: Step) -> None:
    found = share(people, "social-worker", step)
    assert 0 <= found.many <= found.of == sum(each.grade == "social-worker" for each in people)
    assert all(found.many <= share(people, "social-worker", lower).many for lower in Step if lower <= step)


def test_shares_are_said_with_their_numbers() -> None:
    people = [Climber(1, "clinician", Step.QUALIFYING), Climber(1, "clinician", Step.FOUNDATION)]
    assert pods_for_each_clinician(people, 6) == (1, 6)
    assert share(people, "clinician", Step.INTERMEDIATE).in_words == "1 of 2"
    assert Share(0, 0).in_words == "nobody yet"

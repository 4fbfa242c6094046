"""No figure, and no difference between figures, speaks of fewer than five people."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.rules.small_numbers import FEWEST, Group, Period, decide, is_apart, set_aside, share_in_words

people = st.sampled_from([f"p{number}" for number in range(40)])
paths = st.sampled_from([(1,), (1, 2), (1, 2, 3), (1, 2, 4), (1, 5), (1, 5, 6), (1, 5, 7)])
answers = st.dictionaries(people, paths, max_size=40)


def _at(path: tuple[int, ...], first: int, many: int) -> dict[str, tuple[int, ...]]:
    return {f"p{number}": path for number in range(first, first + many)}


def _paths(period: Period) -> list[tuple[int, ...]]:
    return [group.path for group in period.shown]


@given(answers)
def test_every_figure_is_of_five_or_more(answered: dict[str, tuple[int, ...]]) -> None:
    period = decide(answered)
    assert all(len(figure) >= FEWEST for figure in period.figures)
    for group in period.shown:
        assert group.people == {person for person, path in answered.items() if path[: len(group.path)] == group.path}


@given(answers)
def test_nothing_that_can_be_worked_out_by_adding_and_taking_away_is_of_fewer(
    answered: dict[str, tuple[int, ...]],
) -> None:
    figures = [group.people for group in decide(answered).shown][:7]
    for many in range(1, len(figures) + 1):
        for some in combinations(figures, many):
            first, rest = some[0], frozenset().union(*some[1:])
            for left in (first - rest, rest - first, first & rest):
                assert not left or len(left) >= FEWEST


@settings(max_examples=60)
@given(st.lists(answers, min_size=2, max_size=4), st.permutations([f"p{number}" for number in range(40)]))
def test_no_figure_differs_from_an_earlier_one_by_one_to_four_people(
    rounds: list[dict[str, tuple[int, ...]]], lot: list[str]
) -> None:
    before: list[Period] = []
    for answered in rounds:
        period = decide(answered, before, lot)
        for figure in period.figures:
            assert len(figure) >= FEWEST
            for earlier in (other for past in before for other in past.figures):
                assert is_apart(figure, earlier)
        before.append(period)


@given(answers)
def test_the_same_people_again_are_shown_again(answered: dict[str, tuple[int, ...]]) -> None:
    period = decide(answered)
    assert decide(answered, [period]) == period


def test_a_team_that_would_leave_four_others_is_heard_in_its_service_only() -> None:
    answered = _at((1, 2), 0, 6) | _at((1, 3), 6, 4)
    assert _paths(decide(answered)) == [(1,)], "ten without six are four"
    assert _paths(decide(answered | _at((1, 4), 10, 5))) == [(1,), (1, 2)], "of two teams the larger; nine are left"


def test_four_are_not_shown_and_five_are() -> None:
    assert decide(_at((1,), 0, 4)) == Period()
    five = decide(_at((1,), 0, 5))
    assert five.shown == (Group((1,), frozenset(f"p{number}" for number in range(5))),)


def test_a_larger_team_one_of_whom_left_is_shown_without_four_more() -> None:
    first = decide(_at((1, 2), 0, 12) | _at((1, 3), 12, 30))
    later = decide(_at((1, 2), 1, 11) | _at((1, 3), 12, 30), [first])
    team = next(group for group in later.shown if group.path == (1, 2))
    assert len(team.people) == 7 and len(team.people ^ first.shown[2].people) == 5


def test_a_small_team_one_of_whom_left_is_not_shown_the_next_time() -> None:
    first = decide(_at((1, 2), 0, 6) | _at((1, 3), 6, 30))
    assert (1, 2) in _paths(first)
    later = _at((1, 2), 0, 5) | _at((1, 3), 6, 30)
    assert (1, 2) not in _paths(decide(later, [first]))


def test_the_service_is_still_heard_after_two_left_and_one_came() -> None:
    first = decide(_at((1,), 0, 30))
    lot = [f"p{number}" for number in range(29, -1, -1)]
    later = decide(_at((1,), 2, 29), [first], lot)
    (shown,) = later.shown
    assert shown.people ^ first.shown[0].people == {"p0", "p1", "p30", "p29", "p28"}
    assert set_aside(_at((1,), 2, 29), [first], lot).keys() == shown.people


def test_who_is_set_aside_is_drawn_by_lot_and_never_by_what_they_said() -> None:
    first = decide(_at((1,), 0, 30))
    answered = _at((1,), 1, 29)
    drawn = {
        frozenset(answered.keys() - set_aside(answered, [first], [f"p{place}", "p9", "p8", "p7", "p6"]).keys())
        for place in (10, 20)
    }
    assert len(drawn) == 2


def test_an_earlier_team_and_a_later_service_cannot_be_taken_from_each_other() -> None:
    first = decide(_at((1, 2), 0, 8))
    assert _paths(first) == [(1,), (1, 2)]
    later = decide(_at((1, 2), 0, 8) | _at((1, 3), 8, 3), [first])
    assert _paths(later) == [(1,)] and len(later.shown[0].people) == 9, "two of the eight are set aside"


def test_a_team_is_not_shown_where_what_is_left_would_tell_of_two_newcomers_in_another() -> None:
    first = decide(_at((1, 2), 0, 10) | _at((1, 3), 10, 5))
    assert _paths(first) == [(1,), (1, 2), (1, 3)]
    joined = _at((1, 2), 0, 10) | _at((1, 3), 10, 5) | _at((1, 2), 15, 8) | _at((1, 3), 23, 2)
    assert _paths(decide(joined, [first])) == [(1,)], "all without the first team are the second and two more"


@given(st.integers(5, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_share_never_says_that_everybody_or_nobody_did(said: tuple[int, int]) -> None:
    many, of = said
    words = share_in_words(many, of)
    assert words == share_in_words(1, of) if many == 0 else True
    assert words == share_in_words(of - 1, of) if many == of else True


def test_a_share_of_fewer_than_five_is_refused() -> None:
    with pytest.raises(ValueError, match="five"):
        share_in_words(1, 4)


def test_a_figure_that_shares_nobody_with_an_earlier_one_is_not_held_back() -> None:
    first = decide(_at((1,), 0, 10))
    assert _paths(decide(_at((2,), 20, 6), [first])) == [(2,)]
    assert replace(first, shown=()).figures == first.cells

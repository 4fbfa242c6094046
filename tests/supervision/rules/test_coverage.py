"""Every figure knows its list, and no figure knows a person."""

from dataclasses import fields
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from supervision.rules.counting import Talk
from supervision.rules.coverage import (
    Act,
    Figure,
    Held,
    Open,
    asked_and_weighed,
    clinician_there,
    done_in_time,
    evenly,
    in_time,
    kept_for_each,
    voice_there,
    weeks_since,
    with_why_and_how,
)
from supervision.rules.hypotheses import Hypothesis, KeptBy, State

DAY = date(2026, 11, 3)
days = st.dates(min_value=DAY - timedelta(weeks=60), max_value=DAY)
families = st.lists(
    st.builds(Open, st.integers(1, 50), st.sampled_from(["need", "protection"]), days, st.booleans(), st.none() | days),
    max_size=30,
    unique_by=lambda each: each.key,
)
acts = st.lists(st.builds(Act, st.integers(1, 999), st.booleans(), st.booleans(), st.none() | st.booleans()))
held = st.lists(
    st.builds(
        Held,
        st.integers(1, 999),
        st.integers(1, 50),
        days,
        st.sampled_from(Talk),
        st.booleans(),
        st.booleans(),
        acts.map(tuple),
    ),
    max_size=20,
    unique_by=lambda each: each.key,
)


def _is_whole(figure: Figure) -> bool:
    return (
        set(figure.met) <= set(figure.out_of)
        and sorted([*figure.met, *figure.not_met]) == sorted(figure.out_of)
        and (figure.share is None) == (not figure.out_of)
        and 0 <= (figure.share or 0) <= 1
    )


@settings(deadline=None)
@given(families, held)
def test_every_figure_opens_into_the_list_behind_it(found: list[Open], talks: list[Held]) -> None:
    by_status = in_time(found)
    assert sorted(key for figure in by_status.values() for key in figure.out_of) == sorted(each.key for each in found)
    assert all(_is_whole(figure) for figure in by_status.values())
    for figure in (clinician_there(talks), voice_there(talks)):
        assert _is_whole(figure)
        assert set(figure.out_of) == {each.key for each in talks if each.talk is Talk.DEEP}
    ours = {action.key for each in talks for action in each.actions}
    assert set(with_why_and_how(talks).out_of) == ours and set(done_in_time(talks).out_of) <= ours


@settings(deadline=None)
@given(families)
def test_whoever_waited_longest_comes_first(found: list[Open]) -> None:
    weeks = list(weeks_since(found, DAY).values())
    assert weeks == sorted(weeks, reverse=True) and len(weeks) == len(found)


@settings(deadline=None)
@given(families, held, st.sampled_from(Talk))
def test_how_often_is_counted_for_the_time_a_family_was_there(found: list[Open], talks: list[Held], talk: Talk) -> None:
    spread = evenly(found, talks, talk, DAY - timedelta(weeks=26), DAY)
    assert set(spread.times) == {each.key for each in found}
    assert set(spread.never) == {key for key, times in spread.times.items() if not times}
    if spread.times:
        assert (spread.fewest or 0) <= (spread.middle or 0) <= (spread.most or 0)


def test_a_family_that_came_last_week_is_not_called_seldom() -> None:
    found = [
        Open(1, "need", DAY - timedelta(weeks=60), True),
        Open(2, "need", DAY - timedelta(days=55), True),
        Open(3, "need", DAY, True),
    ]
    talks = [Held(number, family, DAY, Talk.DEEP) for number, family in enumerate([1, 1, 2])]
    spread = evenly(found, talks, Talk.DEEP, DAY - timedelta(days=111), DAY)
    assert spread.times == {1: 1.0, 2: 1.0, 3: 0.0} and spread.never == (3,)
    assert evenly(found, talks, Talk.QUICK, DAY - timedelta(days=111), DAY).most == 0


def test_a_hypothesis_is_tested_by_asking() -> None:
    kept = Hypothesis("Perhaps", KeptBy.PRESENTER, asked_on=DAY)
    found = {
        1: kept,
        2: Hypothesis("I wonder", KeptBy.PRESENTER, verdict=State.DROPPED, evidence="We moved on"),
        3: Hypothesis("Maybe"),
        4: Hypothesis("Could it be", KeptBy.PRESENTER, asked_on=DAY, verdict=State.DROPPED),
    }
    assert (asked_and_weighed(found).met, asked_and_weighed(found).out_of) == ((4,), (1, 2, 4))
    assert kept_for_each({7: list(found.values()), 8: []}) == {7: 3, 8: 0}


def test_no_figure_knows_a_person() -> None:
    names = {field.name for each in (Open, Act, Held, Figure) for field in fields(each)}
    assert not names & {"worker", "person", "supervisor", "presenter", "keeper", "author", "by"}

"""Who does what: everybody a part, and over the weeks every part for everybody."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supervision.models import Attendance
from supervision.rules.roles import GIVEN_OUT, Here, Part, Played, clinician, give_out, guest

DAY = date(2026, 11, 3)
people = st.builds(
    lambda workers, extra: [
        *(Here(key, is_supervisor=key == 1) for key in range(1, workers + 1)),
        *(kind(100 + at) for at, kind in enumerate(extra)),
    ],
    st.integers(1, 7),
    st.lists(st.sampled_from([clinician, guest]), max_size=3),
)
played = st.lists(
    st.builds(
        Played,
        st.integers(1, 8),
        st.sampled_from(GIVEN_OUT),
        st.dates(min_value=DAY - timedelta(days=400), max_value=DAY),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(people, played, st.data())
def test_everybody_has_a_part_and_every_part_somebody(
    here: list[Here], past: list[Played], data: st.DataObject
) -> None:
    presenter = data.draw(st.sampled_from([one.key for one in here]))
    given_out = give_out(here, presenter, past)
    assert set(given_out) == {one.key for one in here} and all(given_out.values())
    for part in GIVEN_OUT:
        assert sum(part in parts for parts in given_out.values()) == 1
    assert [key for key, parts in given_out.items() if Part.PRESENTER in parts] == [presenter]


@settings(deadline=None)
@given(people, played, st.data())
def test_clinicians_and_guests_never_write_or_plan(here: list[Here], past: list[Played], data: st.DataObject) -> None:
    presenter = data.draw(st.sampled_from([one.key for one in here if one.key < 100]))
    given_out = give_out(here, presenter, past)
    for one in here:
        assert not {Part.PLANNER, Part.SCRIBE} & set(given_out[one.key]) or one.key < 100
        assert one.may_play or set(given_out[one.key]) == {Part.OBSERVER}


@settings(deadline=None)
@given(people, played, st.data())
def test_while_there_is_anybody_else_the_presenter_listens(
    here: list[Here], past: list[Played], data: st.DataObject
) -> None:
    presenter = data.draw(st.sampled_from([one.key for one in here if not one.is_supervisor] or [1]))
    given_out = give_out(here, presenter, past)
    if any(one.is_supervisor and one.key != presenter for one in here):
        assert given_out[presenter] == (Part.PRESENTER,)
        others = [one for one in here if one.key != presenter and not one.is_supervisor]
        assert not others or any(Part.OBSERVER in given_out[one.key] for one in others)


@settings(deadline=None)
@given(st.integers(6, 8), st.integers(4, 24))
def test_over_the_weeks_every_part_comes_round(size: int, sessions: int) -> None:
    here = [Here(key, is_supervisor=key == 0) for key in range(size)]
    past: list[Played] = []
    for number in range(sessions):
        presenter = 1 + number % (size - 1)
        for key, parts in give_out(here, presenter, past).items():
            past += [Played(key, part, DAY + timedelta(weeks=number)) for part in parts if part in GIVEN_OUT]
    for part in GIVEN_OUT:
        times = Counter({key: 0 for key in range(1, size)})
        times.update(each.person for each in past if each.part is part)
        assert times[0] == 0, "the supervisor need not do it: there are enough people"
        assert max(times.values()) - min(times.values()) <= 2


def test_a_pair_and_a_single_person_can_still_talk() -> None:
    two = give_out([Here(1, is_supervisor=True), Here(2)], 2, [])
    assert two == {1: (Part.SUPERVISOR, *GIVEN_OUT), 2: (Part.PRESENTER,)}
    assert give_out([Here(2)], 2, []) == {2: (Part.PRESENTER, *GIVEN_OUT)}
    with pytest.raises(ValueError):
        give_out([Here(1)], 2, [])


def test_the_parts_are_those_that_are_kept() -> None:
    assert [part.value for part in Part] == Attendance.Part.values

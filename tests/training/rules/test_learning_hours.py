"""Hours that count by themselves."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from training.rules.learning_hours import MOST, Took, Way, in_hours, learning_hours, parts_in_words

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
parts = st.lists(st.sampled_from(["presenter", "consultant", "scribe"]), max_size=3).map(tuple)
took = st.lists(
    st.builds(
        Took,
        st.sampled_from("abcdef"),
        st.dates(min_value=date(2025, 12, 1), max_value=date(2027, 1, 31)),
        st.sampled_from(Way),
        st.integers(-10, 3000),
        parts,
        st.booleans(),
        st.booleans(),
    ),
    max_size=15,
)


@given(took)
def test_saying_the_same_again_changes_nothing(found: list[Took]) -> None:
    assert learning_hours(found + found, FIRST, LAST) == learning_hours(found, FIRST, LAST)


@given(took)
def test_no_hour_counts_twice_and_none_that_was_not_agreed(found: list[Took]) -> None:
    counted = learning_hours(found, FIRST, LAST)
    keys = {each.key for each in found if each.is_agreed and FIRST <= each.on <= LAST}
    assert 0 <= sum(counted.minutes.values()) <= len(keys) * MOST
    assert counted.systemic_minutes <= sum(counted.minutes.values())
    assert all(many <= len(keys) for many in counted.parts.values())
    assert learning_hours([each for each in found if not each.is_agreed], FIRST, LAST).minutes == {}


def test_a_session_counts_its_time_and_each_part_once() -> None:
    session = Took("s1", FIRST, Way.GROUP_SUPERVISION, 120, ("presenter", "scribe"), is_systemic=True)
    workshop = Took("w1", LAST, Way.COURSE, 390)
    counted = learning_hours([session, session, workshop], FIRST, LAST)
    assert counted.minutes == {Way.GROUP_SUPERVISION: 120, Way.COURSE: 390}
    assert counted.systemic_minutes == 120
    assert parts_in_words(counted.parts) == ("presenter, once", "scribe, once")


def test_minutes_and_times_are_said_as_people_say_them() -> None:
    assert [in_hours(each) for each in (1, 61, 90, 1500)] == ["1 minute", "1 hour 1 minute", "1.5 hours", "25 hours"]
    assert parts_in_words({"scribe": 1, "consultant": 3, "presenter": 2}) == (
        "consultant, 3 times",
        "presenter, twice",
        "scribe, once",
    )

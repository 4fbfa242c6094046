"""Whose turn it is, what is still to write, and what a timeline says."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from camden.rules.workdays import england
from supervision.rules.rotation import Heard, in_weeks, is_within, longest_unheard, weeks_unheard
from supervision.rules.stages import Voice, finish_by, new_ideas, still_to_write
from supervision.rules.words import LONGEST, agreed_in, entry, voice_asked

days = st.dates(min_value=date(2024, 1, 1), max_value=date(2026, 11, 3))
families = st.lists(
    st.builds(Heard, st.integers(1, 99), days, st.none() | days), max_size=30, unique_by=lambda heard: heard.key
)


@given(families)
def test_nobody_waits_behind_a_family_heard_later(found: list[Heard]) -> None:
    first = longest_unheard(found, most=5)
    assert len(first) == min(5, len(found))
    left = [each for each in found if each not in first]
    assert all(chosen.since <= other.since for chosen in first for other in left)


@given(families, st.integers(1, 30))
def test_within_time_is_what_the_weeks_say(found: list[Heard], weeks: int) -> None:
    on = date(2026, 11, 3)
    for each in found:
        assert is_within(each, on, weeks) == (on <= each.since + timedelta(weeks=weeks))
        assert 7 * weeks_unheard(each, on) <= (on - each.since).days


def test_a_family_that_came_yesterday_does_not_push_in() -> None:
    new, old = Heard(1, date(2026, 11, 2)), Heard(2, date(2026, 1, 5), date(2026, 9, 1))
    assert longest_unheard([new, old], most=1) == [old]
    assert [in_weeks(each) for each in (0, 1, 6)] == ["less than a week", "1 week", "6 weeks"]


@given(days)
def test_a_record_is_finished_two_working_days_later(day: date) -> None:
    until = finish_by(day)
    between = [day + timedelta(days=number) for number in range(1, (until - day).days + 1)]
    assert england().is_working(until) and sum(map(england().is_working, between)) == 2


def test_nobody_finishes_a_record_over_christmas() -> None:
    assert finish_by(date(2026, 12, 24)) == date(2026, 12, 30)


def test_a_discussion_counts_with_every_childs_voice_and_risk() -> None:
    voices = [Voice("Anisa", "Ask me"), Voice("Imran", "  ")]
    assert still_to_write("x", voices, "") == ["Imran’s voice", "risk and safety"]
    assert still_to_write("x", voices[:1], "Safe tonight") == []


@given(st.lists(st.text(max_size=20)), st.lists(st.text(max_size=20)))
def test_no_idea_is_taken_down_twice(typed: list[str], known: list[str]) -> None:
    found = new_ideas("\n".join(typed), known)
    assert len({idea.casefold() for idea in found}) == len(found)
    assert not {idea.casefold() for idea in found} & {idea.casefold() for idea in known}


@given(
    st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=9),
    st.text(max_size=700),
    st.lists(st.text(max_size=300), max_size=3),
)
def test_an_entry_fits_the_timeline(people: list[str], dilemma: str, kept: list[str]) -> None:
    assert len(entry(people, dilemma, kept)) <= LONGEST


def test_where_something_was_agreed_is_said_in_words() -> None:
    assert agreed_in(date(2026, 11, 3)) == "Group supervision, 3 November"


def test_nobody_asks_what_a_baby_or_an_unborn_child_would_say() -> None:
    on = date(2026, 11, 3)
    assert "would they want" in voice_asked("Anisa", date(2015, 5, 17), None, on)
    assert "show us" in voice_asked("Zayd", date(2025, 10, 1), None, on)
    assert "before birth" in voice_asked("The baby", None, date(2026, 12, 8), on)

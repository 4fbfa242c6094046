"""Who is asked how it went and when, what became of the children, and words that cannot wait."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.dates import months_after
from camden.rules.workdays import england
from cases.rules.feedback import speaks_of_danger
from cases.rules.ladder import Status
from conferences.rules import outcomes
from conferences.rules.outcomes import (
    ASKS,
    BETWEEN,
    MONTHS,
    OPEN_FOR,
    Child,
    Met,
    Reader,
    Spell,
    Word,
    changed,
    days_in_care,
    due,
    may_be_asked,
    outcome,
    route,
    speaks_of,
    to_ask,
)
from conferences.rules.steps import Timing

DAY = date(2026, 1, 5)
days = st.integers(0, 500).map(lambda number: DAY + timedelta(number))
# Days on which some of the three times fall together, so that chance meets them.
held = st.sampled_from([DAY, months_after(DAY, 6), months_after(DAY, 9), months_after(DAY, 2)])
later = st.integers(-2, 32).map(lambda number: months_after(DAY, 12) + timedelta(number))
conferences = st.lists(
    st.builds(
        Met,
        st.integers(1, 4),
        st.integers(1, 2),
        held,
        st.sampled_from([frozenset(), frozenset({Timing.ASK_SIX})]),
        st.sampled_from([False, False, True]),
    ),
    max_size=4,
    unique_by=lambda met: met.conference,
)
readers = st.lists(
    st.builds(
        Reader,
        st.integers(1, 99),
        st.integers(1, 4),
        st.none() | st.booleans(),
        st.sampled_from([False, False, True]),
        st.sampled_from([True, True, False]),
        st.sampled_from([False, False, True]),
    ),
    max_size=20,
    unique_by=lambda reader: reader.key,
)
lasts = st.dictionaries(st.integers(1, 2), later.map(lambda day: day - timedelta(40)) | held, max_size=2)


@given(conferences, readers, lasts, later)
def test_nobody_is_asked_whom_it_is_not_known_to_be_safe_to_reach(
    met: list[Met], people: list[Reader], last: dict[int, date], on: date
) -> None:
    by_key = {each.key: each for each in people}
    for asking in to_ask(met, people, last, on=on):
        reader = by_key[asking.reader]
        assert reader.is_safe is True and reader.came and not reader.is_child and not reader.wants_none
        assert reader.conference == asking.conference and may_be_asked(reader)


@given(conferences, readers, lasts, later)
def test_a_family_is_asked_once_in_eight_weeks(
    met: list[Met], people: list[Reader], last: dict[int, date], on: date
) -> None:
    family = {each.conference: each.family for each in met}
    found = to_ask(met, people, last, on=on)
    asked = [family[asking.conference] for asking in found]
    assert len(asked) == len(set(asked))
    assert all(key not in last or last[key] + BETWEEN <= on for key in asked)
    noted = last | dict.fromkeys(asked, on)
    assert not {family[each.conference] for each in to_ask(met, people, noted, on=on)} & set(asked)


@given(conferences, readers, lasts, later)
def test_it_is_asked_in_time_or_not_at_all(
    met: list[Met], people: list[Reader], last: dict[int, date], on: date
) -> None:
    by_key = {each.conference: each for each in met}
    for asking in to_ask(met, people, last, on=on):
        conference = by_key[asking.conference]
        day = months_after(conference.held_on, MONTHS[asking.timing])
        assert day <= on <= day + OPEN_FOR and asking.timing not in conference.asked and not conference.is_over


def test_one_reader_of_whom_nobody_asked_whether_it_is_safe_is_left_alone() -> None:
    met, on = Met(1, 1, DAY), months_after(DAY, 6)
    assert to_ask([met], [Reader(7, 1, None), Reader(8, 1, False)], {}, on=on) == ()
    assert [each.reader for each in to_ask([met], [Reader(7, 1), Reader(9, 1, True)], {}, on=on)] == [9]
    twice = to_ask([met, Met(2, 1, DAY)], [Reader(9, 1, True), Reader(9, 2, True)], {}, on=on)
    assert [each.conference for each in twice] == [2]


@given(days)
def test_each_of_the_three_times_comes_once(held_on: date) -> None:
    met = Met(1, 1, held_on)
    came = [timing for number in range(430) if (timing := due(met, on=held_on + timedelta(number)))]
    assert list(dict.fromkeys(came)) == [Timing.ASK_THREE, Timing.ASK_SIX, Timing.ASK_TWELVE]
    assert due(replace(met, asked=frozenset(MONTHS)), on=months_after(held_on, 3)) is None


@pytest.mark.parametrize(
    "words",
    [
        "He said he’ll kill me",
        "I am scared of him",
        "It is NOT SAFE at home",
        "she hit   him, he hits her",
        "Leon hid the knives",
        "I want to end my life",
    ],
)
def test_words_of_danger_go_to_duty_on_the_same_day(words: str) -> None:
    sunday = date(2026, 11, 22)
    found = route(words, received_on=sunday, calendar=england())
    assert (found.is_duty, found.by) == (True, sunday)


@given(st.text(max_size=60), days)
def test_every_answer_is_read_by_somebody_whatever_the_list_says(words: str, on: date) -> None:
    found = route(words, received_on=on, calendar=england())
    assert found.is_duty == speaks_of_danger(words) or "’" in words
    assert found.by == on if found.is_duty else on < found.by <= on + timedelta(12)


@given(st.text("abcde fgh", max_size=30), st.lists(st.text("abc", min_size=1, max_size=5), max_size=4))
def test_what_a_council_adds_is_found_and_what_it_adds_hides_nothing(text: str, added: list[str]) -> None:
    known = [Word(each) for each in added]
    assert all(speaks_of(f"Und dann {each} sagte er", known) for each in added)
    assert speaks_of(text, known) or not speaks_of(text)


def test_a_word_that_is_taken_off_is_off_alone() -> None:
    off = [Word("burn", is_off=True)]
    assert speaks_of("The dinner did burn") and not speaks_of("The dinner did burn", off)
    assert speaks_of("He did burn me and hits me", off) and speaks_of("She has burns", off)
    assert speaks_of("sin miedo ninguno", [Word("miedo", is_whole=True)])
    assert not speaks_of("miedoso", [Word("miedo", is_whole=True)]) and not speaks_of("fine", [Word(" ")])


def test_the_limits_of_the_list_are_said() -> None:
    assert "English only" in (outcomes.__doc__ or "") and "every answer is read by a person" in (outcomes.__doc__ or "")


spells = st.lists(
    st.builds(
        lambda first, length, with_kin: Spell(first, None if length is None else first + timedelta(length), with_kin),
        days,
        st.none() | st.integers(0, 200),
        st.booleans(),
    ),
    max_size=5,
)


@given(spells, days, st.integers(0, 400))
def test_a_night_in_care_is_counted_once(found: list[Spell], since: date, length: int) -> None:
    until = since + timedelta(length)
    nights = days_in_care(found, since=since, until=until)
    assert 0 <= nights <= length
    assert nights == days_in_care([*found, *found], since=since, until=until)
    middle = since + timedelta(length // 2)
    parts = days_in_care(found, since=since, until=middle) + days_in_care(found, since=middle, until=until)
    assert all(spell.ended_on is not None for spell in found) is False or parts == nights


@given(st.sampled_from(Status), st.sampled_from(Status), spells, st.none() | days, st.booleans())
def test_a_child_came_into_care_or_came_home_or_neither_can_be_said(
    before: Status, now: Status, found: list[Spell], proceedings: date | None, was: bool
) -> None:
    child = Child(before, now, found, proceedings, in_care_at_referral=was)
    result = outcome(child, referred_on=DAY, on=DAY + timedelta(365))
    assert (result.came_into_care is None) == was and (result.came_home is None) != was
    assert (result.steps is None) == (Status.DIED in (before, now)) and result.words
    assert result.days_with_kin <= result.days_in_care <= 365


def test_less_help_is_less_and_a_death_is_no_step_down() -> None:
    on = DAY + timedelta(180)
    assert outcome(Child(Status.PROTECTION, Status.NEED), referred_on=DAY, on=on).words == "Less formal help"
    assert outcome(Child(Status.NEED, Status.LOOKED_AFTER), referred_on=DAY, on=on).words == "More formal help"
    assert outcome(Child(Status.HELP, Status.HELP), referred_on=DAY, on=on).words == "The same help"
    assert outcome(Child(Status.PROTECTION, Status.DIED), referred_on=DAY, on=on).words == "Not known"


@given(st.none() | st.integers(1, 10), st.none() | st.integers(1, 10))
def test_how_much_an_answer_changed(before: int | None, now: int | None) -> None:
    found = changed(before, now)
    assert found is None or (before is not None and now is not None and before + found == now)
    with pytest.raises(ValueError):
        changed(11, now)
    assert all(sentence.endswith(".") for _, sentence in ASKS)

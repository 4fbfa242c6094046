"""Little, gently, and never from December to August."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from training.rules.registration import registration_year
from training.rules.reminding import Away, is_reminded, is_sent, line, reminder_days, who_is_nudged

days = st.dates(min_value=date(2020, 1, 1), max_value=date(2035, 12, 31))
leaves = st.lists(st.builds(Away, days, st.none() | days), max_size=3)
YEAR = registration_year(date(2026, 11, 3))


def test_the_days_are_those_of_the_reference() -> None:
    assert [f"{day:%d %b}" for day in reminder_days(YEAR)] == [
        "01 Sep", "01 Oct", "01 Nov", "15 Nov", "23 Nov", "28 Nov", "29 Nov", "30 Nov"
    ]  # fmt: skip


def test_a_worker_who_ignores_everything_gets_nothing_from_december_to_august() -> None:
    year = [date(2026, 12, 1) + timedelta(days=each) for each in range(274)]
    assert year[-1] == date(2027, 8, 31)
    assert not any(is_sent(day) or is_reminded(day) for day in year)
    assert sum(is_sent(date(2027, 9, 1) + timedelta(days=each)) for each in range(91)) == 8


@given(days, leaves)
def test_nobody_who_is_away_gets_a_message(on: date, away: list[Away]) -> None:
    if any(spell.holds(on) for spell in away):
        assert not is_sent(on, away)
    assert not (is_sent(on, away) and on.month not in (9, 10, 11))


@given(days, leaves)
def test_a_message_is_explained_by_its_day_or_by_the_first_day_back(on: date, away: list[Away]) -> None:
    if is_sent(on, away):
        assert on in reminder_days(registration_year(on)) or any(spell.back_on == on for spell in away)


def test_back_from_leave_in_november_hears_once_what_passed_and_then_as_everybody() -> None:
    away = [Away(date(2026, 2, 1), date(2026, 11, 9))]
    november = [date(2026, 11, 1) + timedelta(days=each) for each in range(30)]
    assert [day.day for day in november if is_sent(day, away)] == [9, 15, 23, 28, 29, 30]


def test_back_in_february_hears_nothing_of_last_year() -> None:
    assert not is_sent(date(2027, 2, 1), [Away(date(2026, 9, 1), date(2027, 2, 1))])


def test_a_day_off_on_which_nothing_was_said_asks_for_no_message() -> None:
    assert not is_sent(date(2026, 11, 9), [Away(date(2026, 11, 6), date(2026, 11, 9))])


def test_it_says_what_is_wanted_and_how_long_there_is() -> None:
    both = ["two more pieces", "peer reflection in at least one of them"]
    assert line(both, date(2026, 9, 1)) == (
        "Still wanted by 30 November, in 90 days: two more pieces, and peer reflection in at least one of them."
    )
    assert line(both[:1], date(2026, 11, 30)) == "Still wanted by 30 November, today: two more pieces."
    assert line([], date(2026, 11, 30)) == ""


@given(
    st.dictionaries(st.integers(1, 9), st.booleans()),
    st.dictionaries(st.integers(1, 9), days),
    st.sets(st.integers(1, 9)),
    days,
)
def test_a_training_leads_word_goes_only_to_who_misses_something_once_a_week(
    missing: dict[int, bool], last_on: dict[int, date], away: set[int], on: date
) -> None:
    nudged = who_is_nudged(missing, last_on, away, on)
    assert nudged == sorted(set(nudged))
    for key in nudged:
        assert missing[key] and key not in away and on.month in (9, 10, 11)
        assert key not in last_on or on - last_on[key] >= timedelta(days=7)
    told = last_on | dict.fromkeys(nudged, on)
    assert not set(nudged) & set(who_is_nudged(missing, told, away, on + timedelta(days=6)))

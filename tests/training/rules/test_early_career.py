"""The first year or two in the work: what there is to do, by when, and what protects people meanwhile."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camden.rules.dates import Unit, months_after
from cases.rules.weighting import SHIPPED, scheme_on
from training.rules.early_career import (
    ASYE,
    ECDP,
    Held,
    Outcome,
    Path,
    Programme,
    Work,
    load_in_words,
    load_percent,
    not_yet_possible,
    plan,
    programme_for,
    protected_minutes,
    still_wanted,
    supervision_by,
)
from training.rules.reminding import Away
from training.rules.timescales import ROWS

START = date(2026, 9, 7)
days = st.dates(min_value=date(2026, 1, 1), max_value=date(2030, 12, 31))
away = st.lists(
    st.tuples(days, st.integers(1, 200)).map(lambda one: Away(one[0], one[0] + timedelta(days=one[1]))), max_size=2
).map(tuple)
paths = st.builds(Path, st.sampled_from([ASYE, ECDP]), days, st.integers(400, 1000), away)
held = st.lists(st.builds(Held, st.sampled_from(Work), days, st.booleans(), st.booleans()), max_size=15)


def test_the_programme_is_that_of_the_day_somebody_starts() -> None:
    assert programme_for(date(2027, 8, 31)) is ASYE and programme_for(date(2027, 9, 1)) is ECDP
    assert ECDP.is_assumed and not ASYE.is_assumed


def test_a_year_in_full_time() -> None:
    year = Path(ASYE, START)
    assert year.ends_on == date(2027, 9, 7)
    assert [(each.title, each.by_on) for each in plan(year)] == [
        ("Learning agreement", date(2026, 9, 21)),
        ("Review at 6 weeks", date(2026, 10, 19)),
        ("Review at 3 months", date(2026, 12, 7)),
        ("Observation 1", date(2027, 1, 7)),
        ("Review at 6 months", date(2027, 3, 7)),
        ("Observation 2", date(2027, 5, 7)),
        ("Review at 9 months", date(2027, 6, 7)),
        ("Observation 3", date(2027, 9, 7)),
        ("Review at 12 months", date(2027, 9, 7)),
    ]


def test_part_time_takes_longer_in_proportion_and_a_leap_day_is_a_day() -> None:
    assert Path(ASYE, START, 600).ends_on == date(2028, 5, 7), "twelve months of three days are twenty"
    assert Path(ASYE, START, 800).ends_on == date(2027, 12, 7)
    assert Path(ASYE, date(2028, 2, 29)).ends_on == date(2029, 2, 28)


@given(paths, days)
def test_time_away_moves_the_end_by_its_days_and_never_forward(path: Path, from_on: date) -> None:
    whole = replace(path, away=())
    gone = replace(path, away=(Away(from_on, from_on + timedelta(days=30)),))
    inside = whole.started_on <= from_on <= whole.ends_on
    assert (gone.ends_on - whole.ends_on).days == (30 if inside else 0)
    assert replace(path, away=(Away(from_on),)).ends_on == whole.ends_on, "who is not back yet has no new day yet"


@given(paths, held)
def test_the_plan_has_everything_once_and_in_order(path: Path, found: list[Held]) -> None:
    rows = plan(path, found)
    assert [each.by_on for each in rows] == sorted(each.by_on for each in rows)
    assert len(rows) == 1 + len(path.programme.reviews) + path.programme.observations
    assert all(path.started_on <= each.by_on <= path.ends_on for each in rows)
    for work in Work:
        done = sum(each.held_on is not None for each in rows if each.work is work)
        assert done == min(sum(each.work is work for each in found), sum(each.work is work for each in rows))
    assert not any(each.is_late(each.by_on) for each in rows), "the day itself is in time"


@given(paths, held, st.builds(Held, st.sampled_from(Work), days, st.booleans(), st.booleans()))
def test_what_takes_place_never_adds_to_what_is_wanted(path: Path, found: list[Held], more: Held) -> None:
    assert len(still_wanted(path, [*found, more])) <= len(still_wanted(path, found))


def test_the_panel_is_told_what_it_still_needs() -> None:
    year = Path(ASYE, START)
    reviews = [Held(Work.REVIEW, START + timedelta(days=each)) for each in (42, 90, 180, 270)]
    seen = [Held(Work.OBSERVATION, START), Held(Work.OBSERVATION, START), Held(Work.OBSERVATION, START)]
    assert still_wanted(year, [*reviews, *seen]) == (
        "the learning agreement",
        "one more review",
        "an observation by a registered social worker",
        "what a family says of an observation",
    )
    whole = [Held(Work.AGREEMENT, START), *reviews, Held(Work.REVIEW, START), *seen[1:]]
    whole.append(Held(Work.OBSERVATION, START, by_registered=True, has_family=True))
    assert still_wanted(year, whole) == ()
    assert not_yet_possible(year, whole, Outcome.PASSED, START) == ""
    assert "observation" in not_yet_possible(year, whole[:-1], Outcome.PASSED, START)
    assert not_yet_possible(year, [], Outcome.EXTENDED, START) == ""
    assert not_yet_possible(year, [], Outcome.FAILED, START - timedelta(days=1)) == "The programme had not begun."


def test_extending_moves_the_last_day_and_never_back() -> None:
    assert Path(ASYE, START, extended_to=date(2027, 12, 1)).ends_on == date(2027, 12, 1)
    assert Path(ASYE, START, extended_to=START).ends_on == date(2027, 9, 7)


def test_supervision_is_weekly_then_every_two_weeks_then_monthly() -> None:
    year = Path(ASYE, START)
    last, gaps = START, []
    while last < year.ends_on:
        due = supervision_by(year, last)
        gaps.append((due - last).days)
        last = due
    assert gaps[:6] == [7] * 6 and set(gaps[6:16]) == {14} and min(gaps[17:]) >= 28
    assert supervision_by(year, None) == supervision_by(year, START - timedelta(days=9)) == START + timedelta(days=7)


def test_the_pattern_is_that_of_the_timescales() -> None:
    rows = {row.code: row for row in ROWS}
    assert [(rows[code].amount, rows[code].unit) for code in ("PR4a", "PR4b", "PR4c")] == [
        (1, Unit.WEEKS),
        (2, Unit.WEEKS),
        (1, Unit.MONTHS),
    ]


def test_the_caps_are_those_by_which_a_caseload_is_weighed() -> None:
    scheme = scheme_on(START, SHIPPED)
    weighed = [scheme.early_career(months) for months in (0, 6, 12)]
    assert [row.amount if row else 100 for row in weighed] == [
        load_percent(Path(ASYE, START), months_after(START, months)) for months in (0, 6, 12)
    ]


@given(paths, days)
def test_the_load_only_grows_and_is_whole_outside_the_programme(path: Path, on: date) -> None:
    now, later = load_percent(path, on), load_percent(path, on + timedelta(days=40))
    assert now in (80, 90, 100)
    if path.holds(on):
        assert later >= now
    else:
        assert now == 100
    assert (load_in_words(path, on) != "") == (now < 100)


@pytest.mark.parametrize(
    ("on", "percent"),
    [
        (START - timedelta(days=1), 100),
        (START, 80),
        (date(2027, 3, 6), 80),
        (date(2027, 3, 7), 90),
        (date(2027, 9, 6), 90),
        (date(2027, 9, 7), 100),
    ],
)
def test_the_cap_is_eighty_then_ninety_of_a_hundred(on: date, percent: int) -> None:
    assert load_percent(Path(ASYE, START), on) == load_percent(Path(ECDP, START), on) == percent
    says = f"{percent} of 100 until {'6 March' if percent == 80 else '6 September'} 2027, early in a career"
    assert load_in_words(Path(ASYE, START), on) == (says if percent < 100 else "")


@pytest.mark.parametrize(
    ("on", "percent"),
    [(date(2027, 7, 6), 80), (date(2027, 7, 7), 90), (date(2028, 5, 6), 90), (date(2028, 5, 7), 100)],
)
def test_three_days_a_week_have_their_phases_in_proportion(on: date, percent: int) -> None:
    assert load_percent(Path(ASYE, START, fte_permille=600), on) == percent


def test_the_cap_holds_as_long_as_the_year_was_extended_and_not_in_the_second_year_of_the_longer_programme() -> None:
    until = date(2027, 12, 1)
    assert load_percent(Path(ASYE, START, extended_to=until), until) == 90
    assert load_percent(Path(ASYE, START, extended_to=until), until + timedelta(days=1)) == 100
    assert load_percent(Path(ECDP, START, extended_to=date(2029, 1, 1)), until) == 100


def test_a_month_away_keeps_the_cap_a_month_longer_and_the_page_says_until_when() -> None:
    back = Path(ASYE, START, away=(Away(date(2026, 12, 1), date(2026, 12, 31)),))
    assert load_percent(back, date(2027, 4, 5)) == 80 and load_percent(back, date(2027, 4, 6)) == 90
    assert load_in_words(back, START) == "80 of 100 until 5 April 2027, early in a career"


@given(st.integers(0, 2400), st.integers(0, 1000), st.sampled_from([ASYE, ECDP]))
def test_a_tenth_of_the_week_is_protected(week: int, fte: int, programme: Programme) -> None:
    assert protected_minutes(week, fte, programme) <= week * fte / 10_000 < protected_minutes(week, fte, programme) + 1
    assert protected_minutes(2160, 1000, ASYE) == 216

"""The training lead's radar: lists behind figures, names without a rank, and a word only to whom it helps."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from training.rules.early_career import ASYE, Path, plan
from training.rules.ladder import Climber, Step
from training.rules.radar import (
    AHEAD,
    Registrant,
    expiring,
    ladder_map,
    observations_due,
    programmes_due,
    submitting,
)
from training.rules.required_learning import SHIPPED, Done, Place, Rule, Worker, standings

ON = date(2026, 11, 3)
days = st.dates(min_value=date(2025, 1, 1), max_value=date(2028, 1, 1))
registrants = st.lists(
    st.builds(
        Registrant,
        st.integers(1, 99),
        st.sampled_from(["Ade", "Hana", "Rosa"]),
        st.sampled_from(["Primrose", "Regent’s"]),
        st.integers(0, 4),
        st.booleans(),
        st.booleans(),
        st.none() | days,
    ),
    unique_by=lambda each: each.key,
    max_size=12,
)
TEAM_OF = {1: 10, 2: 10, 3: 10, 4: 11, 5: 11, 6: 12}
climbers = st.lists(
    st.builds(
        Climber, st.none() | st.sampled_from([*TEAM_OF]), st.just("social-worker"), st.none() | st.sampled_from(Step)
    ),
    max_size=30,
)


@given(registrants, days)
def test_the_list_is_the_figure_in_autumn_and_empty_from_december_to_august(people: list[Registrant], on: date) -> None:
    panel = submitting(people, on)
    assert panel.of == len(people)
    if on.month in (9, 10, 11):
        assert len(panel.lines) == panel.of - panel.whole
        assert {line.key for line in panel.lines} == {each.key for each in people if not each.is_whole}
    else:
        assert panel.lines == () and panel.to_nudge == ()


@given(registrants, days)
def test_names_come_by_team_and_alphabet_and_never_by_how_little_they_have_done(
    people: list[Registrant], on: date
) -> None:
    for many in (0, 1):
        same = [Registrant(p.key, p.name, p.team, many, p.is_whole, p.is_away, p.nudged_on) for p in people]
        assert [line.key for line in submitting(same, on).lines] == [line.key for line in submitting(people, on).lines]


@given(registrants, days)
def test_a_word_to_all_reaches_only_people_on_the_list_who_are_here(people: list[Registrant], on: date) -> None:
    panel = submitting(people, on)
    by_key = {each.key: each for each in people}
    for key in panel.to_nudge:
        assert not by_key[key].is_whole and not by_key[key].is_away


def test_days_to_the_thirtieth_of_november() -> None:
    assert submitting([], ON).days_left == 27
    assert submitting([], date(2026, 11, 30)).days_left == 0
    line = submitting([Registrant(1, "Ade", "Primrose", 1, False)], ON).lines[0]
    assert (line.in_words, line.would_reach) == ("1 of 2", True)


@given(climbers)
def test_no_row_of_the_map_is_of_one_or_two_people(people: list[Climber]) -> None:
    rows = ladder_map(people, TEAM_OF)
    assert all(row.people >= 3 for row in rows)
    told = [pod for row in rows for pod in row.pods]
    assert len(told) == len(set(told))
    assert len({row.group for row in rows}) == len(rows)
    for pod in set(TEAM_OF) - set(told):
        team = [each for each in people if each.pod is not None and TEAM_OF[each.pod] == TEAM_OF[pod]]
        has_people = any(each.pod == pod for each in people)
        assert not has_people or len(team) < 3, "only a team that is too few as a whole has no row"


def test_a_pod_of_one_is_counted_with_the_smallest_other_pod_of_its_team() -> None:
    people = [Climber(1, "social-worker", Step.FOUNDATION)]
    people += [Climber(2, "social-worker", None)] * 3 + [Climber(3, "social-worker", Step.INTERMEDIATE)] * 4
    rows = ladder_map(people, TEAM_OF)
    assert [(row.group, row.pods, row.people) for row in rows] == [(3, (3,), 4), (10, (1, 2), 4)]


@given(st.dictionaries(st.integers(1, 9), days), st.sets(st.integers(1, 9)), days)
def test_observations_due_are_listed_by_day_and_of_nobody_who_is_away(
    next_by: dict[int, date], away: set[int], on: date
) -> None:
    found = observations_due(next_by, away, on)
    assert [each.by_on for each in found] == sorted(each.by_on for each in found)
    assert {each.person for each in found} == {
        key for key, day in next_by.items() if day <= on + AHEAD and key not in away
    }


def test_what_is_due_of_a_programme_is_listed_until_it_is_held() -> None:
    start = date(2026, 9, 7)
    due = programmes_due({1: plan(Path(ASYE, start)), 2: plan(Path(ASYE, start))}, {2}, ON)
    assert [(each.what, each.by_on) for each in due] == [
        ("Learning agreement", date(2026, 9, 21)),
        ("Review at 6 weeks", date(2026, 10, 19)),
        ("Review at 3 months", date(2026, 12, 7)),
    ]


def test_expiring_learning_is_counted_by_item_so_that_a_course_can_be_planned() -> None:
    rules = [Rule(item.code, date(2020, 1, 1)) for item in SHIPPED[:2]]
    place = (Place("social-worker", (1,)),)
    theirs = {
        key: standings(
            Worker(key, place, "social-worker", date(2024, 1, 1)),
            rules,
            [Done("data-protection", date(2025, 11, 1) + timedelta(days=key)), Done("safeguarding-3", last)],
            ON,
        )
        for key, last in ((1, date(2026, 1, 1)), (2, date(2023, 12, 1)), (3, date(2026, 2, 1)))
    }
    found = expiring(theirs, ON)
    assert [(title, [each.person for each in people]) for title, people in found] == [
        ("Data protection", [1, 2, 3]),
        ("Safeguarding children, level 3", [2]),
    ]

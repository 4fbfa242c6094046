"""How long each stage of a complaint has: the days of IG4, and what extends them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from camden.rules.workdays import england
from cases.rules.complaints import CODES, Course, answer_by, counted_how, more_days, tell_from
from cases.rules.timescales import ROWS

RULES = {rule.code: rule for rule in ROWS if rule.code in CODES.values()}
MONDAY = date(2026, 10, 26)


@pytest.mark.parametrize(
    ("stage", "is_extended", "days"), [(1, False, 10), (1, True, 20), (2, False, 25), (2, True, 65), (3, False, 30)]
)
def test_each_stage_has_the_working_days_of_its_timescale(stage: int, is_extended: bool, days: int) -> None:
    course = Course(stage, MONDAY, MONDAY, MONDAY if is_extended else None)
    assert answer_by(course, RULES, england()) == england().add(MONDAY, days)
    assert counted_how(course, RULES) == f"{days} working days"


def test_a_stage_is_extended_once_and_a_panel_never() -> None:
    assert more_days(Course(1, MONDAY), RULES) == "10 working days"
    assert more_days(Course(1, MONDAY, extended_on=MONDAY), RULES) == ""
    assert more_days(Course(3, MONDAY, MONDAY), RULES) == ""


def test_what_extended_the_stage_before_extends_this_one_no_more() -> None:
    course = Course(2, MONDAY, stage_since_on=date(2026, 11, 16), extended_on=date(2026, 11, 2))
    assert not course.is_extended and counted_how(course, RULES) == "25 working days"


@given(day=some.dates(date(2020, 1, 1), date(2035, 1, 1)), stage=some.sampled_from([1, 2, 3]), longer=some.booleans())
def test_managers_hear_of_it_before_it_is_due_and_never_on_a_day_off(day: date, stage: int, longer: bool) -> None:
    course = Course(stage, day, day, day if longer else None)
    due = answer_by(course, RULES, england())
    assert day < due and england().is_working(due)
    assert tell_from(course, RULES, england()) < due

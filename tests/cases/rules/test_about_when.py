"""Days as far as somebody knows them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cases.rules.about_when import NotADay, When, known_when, read_when

ON = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("", When()),
        ("not known", When()),
        ("3 11 1984", When(date(1984, 11, 3))),
        ("3/11/1984", When(date(1984, 11, 3))),
        ("3rd of November 1984", When(date(1984, 11, 3))),
        ("November 3, 1984", When(date(1984, 11, 3))),
        ("1984-11-03", When(date(1984, 11, 3))),
        ("May 1984", When(about="1984-05")),
        ("5/1984", When(about="1984-05")),
        ("1984", When(about="1984")),
        ("about 1984", When(about="1984")),
        ("42", When(about="1984")),
        ("aged 42", When(about="1984")),
        ("42 years old", When(about="1984")),
        ("3 weeks", When(about="2026-10")),
        ("14 months", When(about="2025-09")),
        ("2 days old", When(date(2026, 11, 1))),
        ("8 12 2026", When(date(2026, 12, 8))),
    ],
)
def test_what_people_say_is_read_as_far_as_it_goes(typed: str, when: When) -> None:
    assert read_when(typed, ON) == when


@pytest.mark.parametrize("typed", ["soon", "31 2 2020", "13/1984", "142", "1984 1985", "3 11 84", "²", "may"])
def test_what_is_no_day_is_answered_with_what_to_type(typed: str) -> None:
    with pytest.raises(NotADay):
        read_when(typed, ON)


@given(some.text(max_size=60))
def test_nothing_that_can_be_typed_is_an_error_of_ours(typed: str) -> None:
    try:
        when = read_when(typed, ON)
    except NotADay:
        return
    assert not when or (when.first and when.last and when.first <= when.last)


@given(some.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31)))
def test_what_is_shown_can_be_typed_again(day: date) -> None:
    for when in (When(day), When(about=f"{day:%Y-%m}"), When(about=f"{day:%Y}")):
        assert read_when(when.words, ON) == when
        assert known_when(when.day, when.about) == when
        assert when.first <= day <= when.last or when.day

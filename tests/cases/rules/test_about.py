"""A day as well as anybody knows it."""

from datetime import date

import pytest

from cases.rules.about import NoSuchDay, about_in_words, read_about

ON = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("typed", "kept", "words"),
    [
        ("2008", "2008", "2008"),
        ("May 2008", "2008-05", "May 2008"),
        ("5/2008", "2008-05", "May 2008"),
        ("1st of May 2008", "2008-05-01", "1 May 2008"),
        ("3.11.2026", "2026-11-03", "3 November 2026"),
        ("2008-05", "2008-05", "May 2008"),
        ("", "", ""),
    ],
)
def test_people_write_a_year_a_month_or_a_day(typed: str, kept: str, words: str) -> None:
    assert read_about(typed, ON) == kept
    assert about_in_words(kept) == words


@pytest.mark.parametrize("typed", ["soon", "31 February 2008", "13/2008", "1702", "2027", "December 2026", "4 11 2026"])
def test_what_is_no_day_or_still_to_come_is_refused_in_words(typed: str) -> None:
    with pytest.raises(NoSuchDay):
        read_about(typed, ON)

"""Limits of timescales as people say them."""

from datetime import date

import pytest

from camden.rules.limits import counted_in_words, span_in_words
from cases.rules.timescales import ROWS

RULES = {row.code: row for row in ROWS}
ON = date(2026, 2, 12)


@pytest.mark.parametrize(
    ("code", "amount", "unit", "said"),
    [
        ("CP11", 6, "m", "at least every 6 months, counted from 12 February 2026"),
        ("CP4", 15, "wd", "within 15 working days, counted from 12 February 2026"),
        ("CP4", 0, "wd", "on the same day, 12 February 2026"),
        ("CP4", -1, "d", "1 day before 12 February 2026"),
    ],
)
def test_how_a_round_was_counted(code: str, amount: int, unit: str, said: str) -> None:
    assert counted_in_words(RULES[code], amount, unit, ON) == said


def test_what_counts_back_is_said_without_a_sign() -> None:
    assert span_in_words(-5, "wd") == "5 working days" and span_in_words(-1, "m") == "1 month"

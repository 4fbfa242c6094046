"""Limits of timescales in words: how much, and counted from when."""

import re
from datetime import date

from camden.rules.names import day_in_words
from camden.rules.rows import Kind, Timescale

_UNITS = {"wd": "working day", "d": "day", "w": "week", "m": "month", "h": "hour"}
_MARKS = re.compile(
    r"\s*\[[^\]]*\]|;[^;]*from memory|\s*\(from memory\)"
)  # for whoever keeps the rules: Settings shows them


def limit_in_words(amount: int, unit: str) -> str:
    """An amount of a unit: "20 working days", "1 week". Less than 0 counts back, and is said the same."""
    amount = abs(amount)
    return f"{amount} {_UNITS[unit]}{'' if amount == 1 else 's'}"


def counted_in_words(rule: Timescale, amount: int, unit: str, anchor_on: date) -> str:
    """How a round was counted: "at least every 20 working days, counted from 12 February 2026"."""
    limit, day = limit_in_words(amount, unit), day_in_words(anchor_on)
    if amount < 0 or rule.kind is Kind.COUNTDOWN:
        return f"{limit} before {day}" if amount else f"before {day}"
    if rule.is_repeat:
        return f"at least every {limit}, counted from {day}"
    return f"within {limit}, counted from {day}" if amount else f"on the same day, {day}"


def source_in_words(source: str, code: str) -> str:
    """Where a rule comes from, without its keeper's marks: "Working Together, statutory guidance (CP4)"."""
    return f"{_MARKS.sub('', source)} ({code})".strip()

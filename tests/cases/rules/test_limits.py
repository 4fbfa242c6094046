"""Limits in words a worker can read."""

import pytest

from camden.rules.limits import source_in_words
from cases.rules.timescales import ROWS


def test_a_source_is_said_without_the_marks_of_whoever_keeps_the_rules() -> None:
    assert source_in_words("Working Together, statutory guidance [S23][S24]", "CP4") == (
        "Working Together, statutory guidance (CP4)"
    )
    assert source_in_words("Statutory guidance 2014 (from memory)", "LA28") == "Statutory guidance 2014 (LA28)"


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: rule.code)
def test_no_rule_shows_a_worker_such_a_mark(rule) -> None:
    said = source_in_words(rule.source, rule.code)
    assert "[" not in said and "memory" not in said and said.endswith(f"({rule.code})") and "  " not in said

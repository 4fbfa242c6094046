"""The mark between two pages of a list."""

import doctest
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules import keyset
from cases.rules.keyset import Mark, read_mark


def test_the_examples_in_the_code_are_true() -> None:
    assert doctest.testmod(keyset).failed == 0


@given(day=st.dates(date(1000, 1, 1)), key=st.integers(0, 10**18 - 1))
def test_a_mark_that_was_written_is_read_again(day: date, key: int) -> None:
    assert read_mark(str(Mark(day, key))) == (day, key)


@given(st.text())
def test_whatever_stands_in_the_address_is_a_mark_or_none(text: str) -> None:
    mark = read_mark(text)
    assert mark is None or read_mark(str(mark)) == mark


@pytest.mark.parametrize(
    "text",
    ["", ".", "20261103", "20261103.", ".42", "20261399.42", "20261131.1", "00000101.1", "20261103.-1", "2026-11-03.1",
     "20261103.1.1", "٢٠٢٦١١٠٣.١", "20261103.²", "20261103.1000000000000000000", " 20261103.1", "20261103.1\n"],
)  # fmt: skip
def test_nonsense_is_no_mark(text: str) -> None:
    assert read_mark(text) is None

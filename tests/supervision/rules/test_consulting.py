"""A consultation may be written for two days, and knows a family by name only with its leave."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.consulting import is_locked, locked_at, named_in, names_a_family

moments = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2035, 1, 1), timezones=st.just(UTC))


@given(moments, st.timedeltas(min_value=timedelta(days=-3), max_value=timedelta(days=3)))
def test_what_was_written_is_locked_from_the_forty_eighth_hour_on(written: datetime, later: timedelta) -> None:
    assert is_locked(written, written + later) == (later >= timedelta(hours=48))
    assert is_locked(written, locked_at(written))
    assert not is_locked(None, written)


@pytest.mark.parametrize(
    ("consent", "named"), [("given", True), ("asked", False), ("anonymous", False), ("refused", False), ("", False)]
)
def test_a_clinician_knows_whom_it_is_about_only_once_the_family_agreed(consent: str, named: bool) -> None:
    assert names_a_family(consent) is named


def test_a_name_is_found_as_a_whole_word_in_any_capitals() -> None:
    names = ["Anisa", "Al", "Rahman–Khatun", "Zayd", "J", ""]
    assert named_in("ANISA's brother; the Rahman–Khatun family. J. and also Zaydan.", names) == [
        "Anisa",
        "Rahman–Khatun",
    ]
    assert named_in("A girl of eleven, almost too quiet", names) == []


@given(st.text(max_size=60), st.sampled_from(["Anisa", "Imran", "Zayd"]))
def test_a_name_written_between_other_words_is_always_found(words: str, name: str) -> None:
    assert named_in(f"{words} {name.upper()} {words}", ["Anisa", "Imran", "Zayd"]).count(name) == 1

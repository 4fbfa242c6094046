"""Which languages a record names, in whatever words people wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules.languages import languages_in, languages_of


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Sylheti", ("Sylheti",)),
        ("Sylheti and English", ("Sylheti",)),
        ("English, Somali/Arabic", ("Somali", "Arabic")),
        ("Sylheti; an interpreter is needed, and never Anisa", ("Sylheti",)),
        ("Tigrinya (not Amharic)", ("Tigrinya",)),
        ("British Sign Language", ("British Sign Language",)),
        ("Sylheti and by video from Sylhet", ("Sylheti",)),
        ("english", ()),
        ("", ()),
        ("We do not know yet which one", ()),
    ],
)
def test_a_language_is_found_in_the_words_of_a_record(said: str, found: tuple[str, ...]) -> None:
    assert languages_in(said) == found


def test_each_language_is_named_once() -> None:
    assert languages_of(["Sylheti", "sylheti and English", "SYLHETI"]) == {"Sylheti"}


@given(st.lists(st.text(max_size=60), max_size=5))
def test_no_words_are_too_odd_and_english_is_never_asked_for(said: list[str]) -> None:
    assert "english" not in {name.casefold() for name in languages_of(said)}

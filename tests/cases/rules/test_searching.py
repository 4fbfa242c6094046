"""What is read out of the words in the box, and which piece of a text is shown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules.searching import Part, Sought, folded, read_sought, snippet

ON = date(2026, 11, 3)
BORN = date(2015, 4, 3)


@pytest.mark.parametrize(
    "said",
    ["3.4.2015", "03/04/2015", "3-4-2015", "2015-04-03", "3 April 2015", "3rd apr 2015", "3.4.15", " 03 . 04 . 2015 "],
)
def test_a_day_of_birth_is_read_however_it_is_typed(said: str) -> None:
    assert read_sought(said, ON) == Sought("", BORN)
    assert read_sought(f"Anisa {said} Rahman", ON) == Sought("Anisa Rahman", BORN)


@pytest.mark.parametrize(
    "said", ["31.2.2015", "3.4.2027", "13/13/2015", "1.2.1776", "2015", "10.0.0.1", "3 apricots 2015"]
)
def test_what_is_no_day_anybody_was_born_on_is_words(said: str) -> None:
    assert read_sought(said, ON) == Sought(said)


def test_two_figures_of_a_year_are_of_this_century_until_today() -> None:
    assert read_sought("1.1.26", ON).born_on == date(2026, 1, 1)
    assert read_sought("1.1.27", ON).born_on == date(1927, 1, 1)


@given(st.text(max_size=120))
def test_whatever_is_typed_is_read(said: str) -> None:
    sought = read_sought(said, ON)
    assert sought.born_on or sought.words == " ".join(said.split())


@pytest.mark.parametrize(
    ("sought", "whole", "number"),
    [
        (Sought("anisa rahman"), True, False),
        (Sought("anisa"), False, False),
        (Sought("c000123"), False, True),
        (Sought("anisa 3"), False, False),
        (Sought(""), False, False),
    ],
)
def test_a_whole_name_and_a_number_are_told_apart(sought: Sought, whole: bool, number: bool) -> None:
    assert (sought.is_whole_name, sought.is_number) == (whole, number)


def marked(text: str, words: str) -> list[str]:
    return [part.text for part in snippet(text, words) if part.is_found]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("A bruise on the arm", "bruises", ["bruise"]),
        ("Bruised, and bruising", "bruise", ["Bruised", "bruising"]),
        ("Happiness was there", "happy", ["Happiness"]),
        ("Zoë came with Zoe", "zoe", ["Zoë", "Zoe"]),
        ("We saw Sam", "same", ["Sam"]),
        ("The cat sat", "cattle", []),
        ("", "x", []),
        ("O'Brien rang", "o'brien", ["O", "Brien"]),
    ],
)
def test_words_that_differ_in_an_ending_are_marked(text: str, words: str, found: list[str]) -> None:
    assert marked(text, words) == found


def test_a_snippet_is_the_place_where_the_word_stands() -> None:
    text = "Nothing here at all. " * 40 + "The kettle was new. " + "And nothing after. " * 40
    parts = snippet(text, "kettle")
    said = "".join(part.text for part in parts)
    assert Part("kettle", is_found=True) in parts
    assert said.startswith("… ") and said.endswith(" …") and len(said) < 240


@given(st.text(max_size=400), st.text(max_size=40))
def test_a_snippet_says_nothing_that_is_not_in_the_text(text: str, words: str) -> None:
    whole = " ".join(text.split())
    said = "".join(part.text for part in snippet(text, words)).removeprefix("… ").removesuffix(" …")
    assert said in whole
    assert len(said) <= 2 * 90 + 400


def test_letters_lose_their_accents_and_capitals() -> None:
    assert folded("ŞİRİN") == "sirin"

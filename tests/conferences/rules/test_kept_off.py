"""What stays off a paper however it is typed, and numbers that can be dialled in every language."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.inviting import Way
from conferences.rules.kept_off import (
    NAME_OF_FILE,
    KeptOff,
    addresses_in,
    hidden_names,
    why_not_printed,
    without_meeting,
)
from conferences.rules.languages import CODES, RIGHT_TO_LEFT, code_of, hold_numbers, is_right_to_left

HOME = "14 Ossulston House\nChalton Street\nNW1 1AA"
KEPT = KeptOff({"Shirin": [HOME, "07700 900 123"]}, names=("Jamal",), place="Kingsgate Centre", starts=time(10))


@pytest.mark.parametrize(
    "text",
    [
        "Come to 14 Ossulston\nHouse.",
        "We fetch you from 14  OSSULSTON house",
        "The postcode is NW11AA.",
        "Ring 07700\n900123",
        "Ring +44 7700 900-123",
        "Jamal comes too.",
        "It is at the Kingsgate\nCentre.",
        "Be there at 10 am.",
        "Be there at 10.00",
        "Be there at 10:00am",
        "At 10 o’clock",
    ],
)
def test_what_must_not_be_known_is_found_however_it_is_typed(text: str) -> None:
    assert why_not_printed(f"Dear Farida,\n\n{text}\n\nSamira", KEPT)


@pytest.mark.parametrize("text", ["We are 10 people.", "It costs £10.", "Ring me on 020 7946 0102.", "At 10:30 am"])
def test_other_words_are_free(text: str) -> None:
    assert why_not_printed(text, KEPT) == ""


@given(st.sampled_from([" ", "\n", "  ", ", ", "\n\n"]), st.sampled_from(["14 Ossulston House", "07700 900 123"]))
def test_no_line_break_hides_it(gap: str, kept: str) -> None:
    assert why_not_printed(f"x {kept.replace(' ', gap)} y", KEPT)


def test_why_it_is_not_printed_does_not_say_the_address_again() -> None:
    why = why_not_printed(HOME, KEPT)
    assert "Shirin" in why and "Ossulston" not in why


def test_addresses_are_found_in_sentences_and_days_are_none() -> None:
    said = "She lives at Flat 3 Kingsgate House. The order is until 3 December 2026. Not at school."
    assert addresses_in(said) == ["Flat 3 Kingsgate House"]


@pytest.mark.parametrize("way", list(Way))
def test_only_whoever_sits_with_the_others_may_read_where_and_when(way: Way) -> None:
    place, starts = without_meeting(way, "Kingsgate Centre", time(10))
    assert (place == "") == (way is Way.TOGETHER)
    assert (starts is None) == (way in (Way.TOGETHER, Way.BY_VIDEO))


def test_names_are_hidden_whole_and_by_first_name_but_never_the_childrens() -> None:
    assert hidden_names(["Jamal Rahman", "Anisa"], ["Anisa"], "Farida Rahman") == ("Jamal Rahman", "Jamal")


def test_no_file_is_named_after_anybody() -> None:
    assert all(name.endswith(".pdf") and name.replace("-", "").removesuffix(".pdf").isalpha() for name in
               NAME_OF_FILE.values())  # fmt: skip


numbers = st.lists(st.text("0123456789", min_size=3, max_size=5), min_size=2, max_size=4).map(" ".join)


@given(st.sampled_from(["اتصلي بي على ", "Ring ", "فون "]), st.sampled_from(["", "+44 "]), numbers)
def test_a_number_holds_together_once_and_for_all(before: str, country: str, number: str) -> None:
    held = hold_numbers(f"{before}{country}{number} هنا")
    assert hold_numbers(held) == held
    assert " " not in held.removeprefix(before).removesuffix(" هنا")
    assert "".join(filter(str.isdigit, held)) == "".join(filter(str.isdigit, country + number))


def test_a_day_or_an_hour_is_no_number_to_ring() -> None:
    assert hold_numbers("10:00, 8 December 2026") == "10:00, 8 December 2026"


def test_languages_have_their_codes_and_directions() -> None:
    assert [code_of(said) for said in ("", "Urdu", "Kurdish (Sorani)", "Her own")] == ["en", "ur", "ckb", "und"]
    assert is_right_to_left("arabic") and not is_right_to_left("Somali") and set(CODES.values()) > RIGHT_TO_LEFT

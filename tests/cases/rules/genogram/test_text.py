"""Words on paper: how wide, and how broken."""

from hypothesis import given
from hypothesis import strategies as st

from cases.rules.genogram.text import name_lines, plain, shortened, width, wrapped


@given(st.text(max_size=120), st.integers(1, 3))
def test_no_line_of_a_name_is_wider_than_it_may_be(name: str, most: int) -> None:
    lines = name_lines(name, 11, 72, most)
    assert len(lines) <= most and all(width(line, 11) <= 72 for line in lines)
    assert bool(lines) == bool(plain(name))


def test_a_name_is_broken_after_the_first_name_and_at_a_hyphen() -> None:
    assert name_lines("Nia Price-Mensah", 11, 90, 3) == ("Nia", "Price-Mensah")
    assert name_lines("Nia Featherstone-Cholmondeley", 11, 72, 3) == ("Nia", "Featherstone-", "Cholmondeley")


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert wrapped("one two three four", 11, 30, 2) == ("one", "two…")
    assert shortened("Kelly's home by the river", 10, 60).endswith("…")


def test_what_turns_a_line_round_is_taken_out() -> None:
    assert plain("Ana\u202e Li\u0007\n\ud800") == "Ana Li"


def test_letters_of_other_scripts_are_never_too_narrow() -> None:
    assert width("李", 10) >= 10 and width("é", 10) >= width("e", 10) and width("e\u0301", 10) == width("e", 10)


def test_marks_piled_on_a_letter_do_not_reach_the_lines_around() -> None:
    assert plain("e" + "\u0301\u0302" * 20 + "a") == "e" + "\u0301\u0302" * 2 + "a"
    assert plain("Ọlájùmọ̀kẹ́ שָׁלוֹם") == "Ọlájùmọ̀kẹ́ שָׁלוֹם"

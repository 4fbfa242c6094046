"""A piece as the regulator's form asks for it, and who reads it."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from training.rules.cpd_form import Share, Written, may_read, missing, to_paste

ON = date(2026, 11, 3)
WHOLE = Written(
    "Supervision", ON, "Group supervision.", "To wait.", "I book the interpreter.", "Niamh Castellan", "To hope."
)
words = st.sampled_from(["", "  ", "Something"])
pieces = st.builds(Written, st.just("Reading"), st.just(ON), words, words, words, words, words)
days = st.dates(min_value=date(2026, 1, 1), max_value=date(2027, 1, 1))
shares = st.lists(st.builds(Share, st.integers(1, 4), days, st.none() | days), max_size=4)


@given(pieces)
def test_a_final_piece_says_what_was_learned_and_what_good_it_did(piece: Written) -> None:
    is_whole = all(said.strip() for said in (piece.description, piece.learned, piece.impact))
    with_whom = not piece.peer_changed.strip() or piece.peers.strip()
    assert (missing(piece) == {}) == bool(is_whole and with_whom)


def test_the_text_to_paste_has_the_forms_headings_in_its_order_and_no_peers_name() -> None:
    text = to_paste(WHOLE)
    assert [part.split("\n")[0] for part in text.split("\n\n")] == [
        "Type of activity",
        "Date",
        "What it was, and why it matters to my work",
        "What I learned",
        "What good it has done, in my practice and for people",
        "What I learned from talking with a peer",
    ]
    assert "3 November 2026" in text and "Niamh" not in text
    for without in (replace(WHOLE, peers=""), replace(WHOLE, peer_changed="")):
        assert "peer" not in to_paste(without), "half of a reflection is none"


@given(shares, st.integers(1, 5), days, st.booleans())
def test_only_the_author_and_whom_they_show_it_to_read_a_piece(
    found: list[Share], reader: int, on: date, final: bool
) -> None:
    assert may_read(5, 5, found, on, is_final=final)
    told = may_read(reader, 9, found, on, is_final=final)
    if told:
        assert final and any(each.with_person == reader for each in found)
    assert not may_read(reader, 9, [], on, is_final=True)


def test_a_share_taken_back_ends_that_day() -> None:
    shared = [Share(2, ON, ON + timedelta(days=2))]
    read = [may_read(2, 1, shared, ON + timedelta(days=each), is_final=True) for each in (-1, 0, 1, 2)]
    assert read == [False, True, True, False]
    assert not may_read(2, 1, shared, ON, is_final=False), "a draft is nobody else's"

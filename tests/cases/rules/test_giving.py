"""What is given to a family: never to an unsafe place, and in words one can read."""

import doctest

from hypothesis import given
from hypothesis import strategies as st

from cases.rules import giving
from cases.rules.giving import gives_away, trade_words_in, ways_to_give, what_we_agreed
from cases.rules.recording import GIVEN_HOW

HOMES = st.lists(st.tuples(st.sampled_from(["Somers Town", "Luton"]), st.booleans()), max_size=3)
SAFE = st.lists(st.sampled_from([True, False, None]), max_size=4)


@given(HOMES, SAFE)
def test_nothing_goes_from_afar_unless_a_way_is_known_to_be_safe_and_every_home_is(homes: list, safe: list) -> None:
    ways = ways_to_give("Shirin", homes, safe)
    may_go = True in safe and all(is_safe for _, is_safe in homes)
    assert ("copied" in ways.allowed) == may_go == (not ways.refused)
    assert ("posted" in ways.allowed) == (may_go and bool(homes))
    assert {"by-hand", "printed"} <= set(ways.allowed) <= set(GIVEN_HOW)
    assert set(ways.not_at) == {name for name, is_safe in homes if not is_safe}
    assert bool(ways.by_hand) == (not all(is_safe for _, is_safe in homes))


def test_an_unsafe_home_is_named_where_it_must_not_be_handed_over() -> None:
    ways = ways_to_give("Shirin", [("Somers Town", False)], [True])
    assert ways.by_hand == "Give it by hand, and not at Somers Town."
    assert "Where Shirin lives is not to be shared" in ways.refused


def test_a_childs_words_are_short_and_theirs() -> None:
    text = what_we_agreed(
        name="Anisa", is_child=True, day="Tuesday 3 November", worker="Ade Fashola",
        actions=[("", "Ask Mum about Saturday", ""), ("Rosa Begum", "Bring the cards.", "Friday")],
        said=["I like Saturdays"], comes_again="I come again on Thursday.",
    )  # fmt: skip
    assert text.startswith("Hello Anisa,") and text.endswith("Ade")
    for words in ("You told me: “I like Saturdays”", "- I will ask Mum about Saturday.",
                  "- Rosa Begum will bring the cards, by Friday."):  # fmt: skip
        assert words in text
    assert trade_words_in(text) == []


def test_a_letter_after_a_visit_without_actions_says_so() -> None:
    said = {"day": "x", "worker": "Ade", "actions": [], "said": [], "comes_again": "I come again."}
    text = what_we_agreed(name="Shirin", is_child=False, **said)
    assert "We agreed nothing new this time." in text
    assert "This is what will happen" not in what_we_agreed(name="Anisa", is_child=True, **said)


def test_trade_words_are_found_with_plain_ones_and_other_words_are_left_alone() -> None:
    assert trade_words_in("The Core group meets; siblings come.") == [
        ("core group", "the group that meets about the plan"), ("siblings", "brothers and sisters"),
    ]  # fmt: skip
    assert trade_words_in("He referred to it twice") == []


@given(st.text(min_size=8, max_size=60).filter(lambda text: len(giving._flat(text)) >= 8), st.text(), st.text())
def test_what_is_kept_is_found_wherever_it_stands(kept: str, before: str, after: str) -> None:
    assert gives_away(f"{before} {kept} {after}", [kept])


def test_an_address_is_known_by_its_postcode_and_short_words_are_not_kept_from_anybody() -> None:
    kept = ["12 Quiet Mews\nLondon NW1 2AB", "Ring"]
    assert gives_away("Come to nw12ab at ten", kept) == kept[0]
    assert gives_away("Ring me", kept) == ""
    assert gives_away("12, quiet mews – London NW1 2AB", kept) == kept[0]


def test_the_example_is_true() -> None:
    assert doctest.testmod(giving).failed == 0

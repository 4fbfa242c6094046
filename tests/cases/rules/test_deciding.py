"""When a decision that affects a family may stand: who was heard, and what it changed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules.deciding import (
    EXPLAINED,
    HEARD_HOW,
    NOT_YET,
    WAS_HEARD,
    Decided,
    Heard,
    Option,
    all_missing,
    what_is_missing,
)

ON = date(2026, 11, 3)
ANISA, SHIRIN = (7, "Anisa", True), (8, "Shirin", False)
SAID = Heard(member=7, how="in-person", words="I want to stay.", changed="She stays.", heard_on=ON)
WHOLE = Decided(
    what="She stays at home.",
    why="It is what she wants.",
    heard=(SAID,),
    options=(Option("She stays at home.", "network", is_chosen=True),),
    least_formal="Her aunt.",
)


def test_a_decision_with_everybody_heard_lacks_nothing() -> None:
    assert what_is_missing(WHOLE, [ANISA], ON) == ""


@pytest.mark.parametrize(
    ("change", "about"),
    [
        ({"what": " "}, "decided_what"),
        ({"what": "x" * 301}, "decided_what"),
        ({"why": ""}, "decided_why"),
        ({"least_formal": ""}, "least_formal"),
        ({"options": ()}, "least_formal"),
        ({"options": (Option("a", is_chosen=True), Option("b", is_chosen=True))}, "least_formal"),
        ({"options": (Option("a", is_chosen=True), Option("b"))}, "other_why_not"),
        ({"is_urgent": True}, "urgent_because"),
        ({"heard": ()}, "heard_7_how"),
        ({"heard": (SAID, SAID)}, "heard_7_how"),
        ({"heard": (replace(SAID, words=""),)}, "heard_7_words"),
        ({"heard": (replace(SAID, changed=""),)}, "heard_7_changed"),
        ({"heard": (replace(SAID, heard_on=None),)}, "heard_7_on"),
        ({"heard": (replace(SAID, heard_on=ON + timedelta(1)),)}, "heard_7_on"),
        ({"heard": (Heard(7, "not-safe"),)}, "heard_7_words"),
        ({"heard": (Heard(7, NOT_YET),)}, "heard_7_how"),
        ({"heard": (SAID, replace(SAID, member=None))}, "heard_other_by"),
    ],
)
def test_what_a_decision_lacks_is_said_beside_its_answer(change: dict[str, object], about: str) -> None:
    ((sentence, where),) = all_missing(replace(WHOLE, **change), [ANISA], ON)  # type: ignore[arg-type]
    assert where == about
    assert sentence.endswith(".")


def test_everybody_who_is_missing_is_named_at_once_each_at_their_own_row() -> None:
    bare = replace(WHOLE, why="", heard=(Heard(7, "in-person", heard_on=ON),))
    missing = dict((about, sentence) for sentence, about in all_missing(bare, [ANISA, SHIRIN, (9, "Zayd", True)], ON))
    assert list(missing) == ["decided_why", "heard_8_how", "heard_9_how", "heard_7_words", "heard_7_changed"]
    assert missing["heard_9_how"] == "Say how Zayd was heard, or why not."


def test_nobody_known_in_the_family_still_asks_for_somebody_by_name() -> None:
    alone = replace(WHOLE, heard=())
    assert [about for _, about in all_missing(alone, [], ON)] == ["heard_other_by"]
    aunt = replace(SAID, member=None, said_by="Nadia, her aunt")
    assert what_is_missing(replace(WHOLE, heard=(aunt,)), [], ON) == ""


def test_an_urgent_decision_may_say_not_yet_heard() -> None:
    urgent = replace(WHOLE, is_urgent=True, urgent_because="Nobody was safe.", heard=(SAID, Heard(8, NOT_YET)))
    assert what_is_missing(urgent, [ANISA, SHIRIN], ON) == ""


@given(
    how=st.sampled_from(sorted(HEARD_HOW)),
    words=st.sampled_from(["", " ", "I said."]),
    changed=st.sampled_from(["", "It did."]),
    heard_on=st.sampled_from([None, ON, ON + timedelta(1)]),
    is_urgent=st.booleans(),
    extra=st.booleans(),
)
def test_no_decision_is_final_unless_each_was_heard_or_it_says_why_not(
    how: str, words: str, changed: str, heard_on: date | None, is_urgent: bool, extra: bool
) -> None:
    one = Heard(8, how, words, changed, heard_on)
    heard = (SAID, one, replace(SAID, member=None, said_by="School")) if extra else (SAID, one)
    decided = replace(WHOLE, heard=heard, is_urgent=is_urgent, urgent_because="x" if is_urgent else "")
    is_final = not what_is_missing(decided, [ANISA, SHIRIN], ON)
    day_is_right = heard_on is None or heard_on <= ON
    if how in WAS_HEARD:
        assert is_final == bool(words.strip() and changed and heard_on and day_is_right)
    elif how in EXPLAINED:
        assert is_final == bool(words.strip() and day_is_right)
    elif how == NOT_YET:
        assert is_final == (is_urgent and day_is_right)
    else:
        assert is_final == day_is_right


@given(st.sets(st.integers(1, 5)), st.sets(st.integers(1, 5), min_size=1))
def test_whoever_must_be_heard_and_is_not_there_keeps_it_from_being_final(heard: set[int], must: set[int]) -> None:
    decided = replace(WHOLE, heard=tuple(replace(SAID, member=key) for key in sorted(heard)))
    people = [(key, f"Child {key}", True) for key in sorted(must)]
    assert (what_is_missing(decided, people, ON) == "") == (must <= heard)

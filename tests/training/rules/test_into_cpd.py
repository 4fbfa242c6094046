"""Nothing of a family reaches a piece of learning."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.rules.into_cpd import OCCASIONS, PARTS, NotAnOccasion, draft, peer_words, wonders

CANARY = "Rahman-Canary"
ON = date(2026, 11, 3)
COLLEAGUES = {1: "Niamh Castellan", 2: "Rosa Begum", 3: "Dr Yael Sharon"}
leaks = st.recursive(
    st.text(max_size=8).map(lambda words: words + CANARY) | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)
facts = st.fixed_dictionaries(
    {"kind": st.sampled_from([*OCCASIONS]), "on": st.just(ON)},
    optional={
        "part": st.sampled_from([*PARTS]) | leaks,
        "people": st.lists(st.integers(0, 5) | leaks, max_size=6) | leaks,
        "title": leaks,
        "family": leaks,
        "children": leaks,
        "place": leaks,
        "dilemma": leaks,
        "source_key": leaks,
    },
)


@given(facts)
def test_no_word_of_a_family_flows_whatever_stands_in_the_facts(found: dict[str, object]) -> None:
    made = draft(found, COLLEAGUES)
    assert CANARY not in repr(made)
    assert set(made.peers) <= set(COLLEAGUES.values())


@given(facts, facts)
def test_two_families_on_the_same_day_make_the_same_draft(one: dict[str, object], other: dict[str, object]) -> None:
    same = {name: one[name] for name in ("kind", "part", "people") if name in one}
    plain = {name: words for name, words in other.items() if name not in ("kind", "part", "people")}
    assert draft(one, COLLEAGUES) == draft(plain | same, COLLEAGUES), "nothing else is looked at"


@given(st.text() | st.integers() | st.none(), st.text() | st.none() | st.datetimes() | st.dates())
def test_what_is_no_occasion_of_ours_makes_no_draft_and_says_nothing_of_it(kind: object, on: object) -> None:
    if kind in OCCASIONS and isinstance(on, date) and not isinstance(on, datetime):
        return
    with pytest.raises(NotAnOccasion) as refused:
        draft({"kind": kind, "on": on}, COLLEAGUES)
    assert str(refused.value) == ""


def test_a_session_of_supervision_leaves_two_fields_to_write() -> None:
    made = draft({"kind": "group-supervision", "on": ON, "part": "presenter", "people": [2, 1, 99]}, COLLEAGUES)
    assert made.description == "Group supervision. I presented."
    assert (made.activity, made.done_on, made.peers) == ("supervision", ON, ("Niamh Castellan", "Rosa Begum"))
    assert made.fields == ("learned", "impact")
    assert peer_words("To wait", made.peers) == "To wait" and peer_words("To wait", ()) == ""


def test_who_came_to_a_conference_or_a_course_is_no_peer_and_stays_where_it_is() -> None:
    for kind in ("conference", "course"):
        assert draft({"kind": kind, "on": ON, "people": [1, 2]}, COLLEAGUES).peers == ()


def test_alone_in_a_session_the_author_is_asked_with_whom() -> None:
    assert draft({"kind": "one-to-one", "on": ON}, {}).fields == ("learned", "impact", "peer_with")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("I learned to wait with Anisa at the door.", ("“Anisa” looks like a name",)),
        ("We met Shirin Rahman, and Imran too.", ("“Shirin Rahman” looks like a name", "“Imran” looks like a name")),
        ("A boy born 3/4/2018", ("“3/4/2018” looks like a date of birth or another exact day",)),
        ("They live in NW1 9ZZ now", ("“NW1 9ZZ” looks like a postcode",)),
        ("Ring 020 7946 0000", ("“020 7946 0000” looks like a number by which somebody can be found",)),
        ("I thought about a mother in October, and what I’d ask her with Niamh.", ()),
        ("", ()),
    ],
)
def test_words_that_look_like_somebody_are_asked_about(words: str, found: tuple[str, ...]) -> None:
    assert wonders(words, ["Niamh Castellan"]) == found


@given(st.text(max_size=400))
def test_wondering_never_breaks(words: str) -> None:
    assert isinstance(wonders(words), tuple)

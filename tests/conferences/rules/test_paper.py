"""The family's plan as a paper: plain values and back, and what of it a child reads."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.paper import (
    Answered,
    CarerLine,
    MustHaveLine,
    Paper,
    PromiseLine,
    WishLine,
    as_content,
    for_children,
    from_content,
    is_grown_up,
    touches,
)

words = st.text("ab 1.\n’“éبਅ😀", max_size=12)
promises = st.lists(st.builds(PromiseLine, words, words, words, words, words), max_size=3).map(tuple)
papers = st.builds(
    Paper,
    names=st.lists(words, max_size=3).map(tuple),
    day=words,
    answers=st.lists(st.tuples(words, words), max_size=3).map(tuple),
    family=promises,
    professionals=promises,
    family_time=words,
    warning_signs=words,
    contingency=words,
    could_care=st.lists(st.builds(CarerLine, words, words, st.booleans()), max_size=2).map(tuple),
    wishes=st.lists(
        st.builds(WishLine, words, st.none() | st.booleans(), words, st.integers(0, 9000)), max_size=3
    ).map(tuple),
    must_haves=st.lists(st.builds(MustHaveLine, words, st.none() | st.booleans(), words), max_size=3).map(tuple),
    bottom_lines=words,
    childs_message=words,
    in_childs_words=words,
    plan_keeper=words,
    review=words,
    agency=st.none() | st.builds(Answered, words, words, words, words),
    coordinator=words,
    edition=st.integers(0, 9),
    agreed=words,
)  # fmt: skip
SMALL = Paper(
    names=("Anisa", "Imran"),
    family=(
        PromiseLine("Farida", "Take Anisa to school", "On Mondays and Fridays"),
        PromiseLine("Jamal", "Not drink when the children are there"),
        PromiseLine("Nanu", "ring every evening.", promised_to="Imran"),
        PromiseLine("Shirin", "Ring Farida when it gets hard"),
    ),
    in_childs_words="Your siblings and you stay together.",
    childs_message="Imran: “I want Farida to come.”",
)


@given(papers)
def test_an_edition_is_the_paper_word_for_word_even_after_it_was_kept(paper: Paper) -> None:
    assert from_content(json.loads(json.dumps(as_content(paper)))) == paper
    assert as_content(from_content(as_content(paper))) == as_content(paper)


def test_an_edition_of_an_earlier_release_opens_without_what_came_later() -> None:
    kept = as_content(SMALL)
    for later in ("could_care", "wishes", "review", "agency", "in_childs_words"):
        del kept[later]
    assert from_content(kept) == replace(SMALL, in_childs_words="")


@given(papers)
def test_every_word_that_was_typed_is_asked_whether_it_gives_somebody_away(paper: Paper) -> None:
    assert {line.what for line in paper.family} | {paper.contingency, paper.plan_keeper} <= set(paper.texts)
    assert {text for answer in paper.answers for text in answer} | {each.reason for each in paper.wishes} <= set(
        paper.texts
    )


def test_a_child_reads_what_touches_them_in_sentences_and_no_grown_up_worry() -> None:
    theirs = for_children(SMALL)
    assert theirs.promises == (
        "Farida will take Anisa to school. On Mondays and Fridays.",
        "Nanu will ring every evening.",
    )
    assert theirs.left_out == ("Jamal: Not drink when the children are there",)
    assert theirs.words == "Your brothers and sisters and you stay together."
    assert not theirs.is_empty and for_children(Paper(names=("Anisa",))).is_empty


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("I will be there at bedtime for Anisa", "Nan: I will be there at bedtime for Anisa."),
        ("Nan reads to Anisa.", "Nan reads to Anisa."),
        ("Read to Anisa", "Nan will read to Anisa."),
    ],
)
def test_a_promise_is_a_sentence_however_it_was_typed(what: str, said: str) -> None:
    assert for_children(Paper(names=("Anisa",), family=(PromiseLine("Nan", what),))).promises == (said,)


@given(papers)
def test_nothing_that_touches_a_child_goes_missing_unsaid(paper: Paper) -> None:
    touching = [line for line in (*paper.family, *paper.professionals) if touches(line, paper.names)]
    theirs = for_children(paper)
    assert len(theirs.promises) + len(theirs.left_out) == len(touching)


@pytest.mark.parametrize(
    "what", ["Mum does a drug test on Mondays", "Ring the police", "Give Anisa her bus fare before court", "He hit her"]
)
def test_what_grown_ups_worry_about_is_not_on_it(what: str) -> None:
    assert is_grown_up(what)


def test_a_wish_says_what_became_of_it_and_a_must_have_whether_it_is_there() -> None:
    assert WishLine("A cot", True, cost=120).says == "The council said yes. It can cost up to £120."
    assert WishLine("A car", False, "It costs too much. We pay the bus.").says.startswith("The council said no.")
    assert WishLine("A bed").says == "There is no answer yet."
    assert [MustHaveLine("x", met).says for met in (None, True, False)] == [
        "Not looked at yet", "The plan does this", "The plan does not do this yet",
    ]  # fmt: skip

"""What families say, from whom it is kept, and when it cannot wait."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.rules import audience, feedback, voice
from cases.rules.audience import FAMILY, STAFF, Audience, Marks

MARKS = st.builds(Marks, st.booleans(), st.lists(st.integers(1, 5), unique=True).map(lambda keys: tuple(sorted(keys))))


@pytest.mark.parametrize("rules", [audience, feedback, voice])
def test_examples(rules: object) -> None:
    assert doctest.testmod(rules).failed == 0  # type: ignore[arg-type]


@given(MARKS, MARKS)
def test_marks_together_keep_from_whomever_either_does(one: Marks, other: Marks) -> None:
    both = one | other
    for reader in (FAMILY, *(Audience(person=key) for key in range(1, 6))):
        assert reader.may_read(both) == (reader.may_read(one) and reader.may_read(other))
    assert STAFF.may_read(both)


@given(MARKS, MARKS)
def test_a_mark_opens_to_somebody_when_one_of_them_may_read_who_might_not_before(before: Marks, now: Marks) -> None:
    people = [Audience(person=key) for key in range(1, 8)]
    opens = any(reader.may_read(now) and not reader.may_read(before) for reader in people)
    assert now.opens_to_somebody(before) == opens


@given(st.text(max_size=600))
def test_the_timeline_takes_any_words(words: str) -> None:
    assert len(voice.quote_in_a_sentence("Anisa", words, is_view=False, is_kept=False)) <= 300


@pytest.mark.parametrize(
    "words", ["I am SCARED of him.", "he’s beaten me", "I want to end my life", "locked in my room"]
)
def test_what_cannot_wait_is_found(words: str) -> None:
    assert feedback.speaks_of_danger(words)

"""How the record of a discussion is worded."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.recorded import NEEDS, RISK_PARTS, SAYS, SHOWS, safety_after, safety_together, voice_kinds

ON = date(2026, 11, 3)
PARTS = st.fixed_dictionaries({}, optional={name: st.text(max_size=40) for name, _, _ in RISK_PARTS})


@given(st.integers(min_value=0, max_value=365 * 17))
def test_nobody_asks_what_a_baby_would_say(days: int) -> None:
    kinds = voice_kinds(ON - timedelta(days=days), None, ON)
    if days < 365 * 2 - 1:
        assert SAYS not in kinds
    if days > 366 * 2:
        assert kinds[0] == SAYS


def test_an_unborn_child_is_asked_about_in_one_way() -> None:
    assert voice_kinds(None, ON + timedelta(days=90), ON) == (NEEDS,)
    assert voice_kinds(None, None, ON) == (SAYS, SHOWS), "a birthday that nobody knows is not a baby's"


def test_the_second_birthday_is_the_edge() -> None:
    assert voice_kinds(date(2024, 11, 4), None, ON) == (SHOWS, NEEDS)
    assert voice_kinds(date(2024, 11, 3), None, ON) == (SAYS, SHOWS)


@given(PARTS)
def test_every_part_that_has_words_is_said_once_and_no_other(parts: dict[str, str]) -> None:
    lines = safety_together(parts).splitlines()
    with_words = [begins for name, _, begins in RISK_PARTS if parts.get(name, "").split()]
    assert [line.partition(":")[0] for line in lines] == with_words


@given(st.text(), PARTS, PARTS)
def test_own_sentences_are_never_touched_and_made_ones_follow_their_parts(
    own: str, before: dict[str, str], now: dict[str, str]
) -> None:
    made = safety_together(before)
    assert safety_after(made, before, now) == safety_together(now)
    if own.strip() and own.strip() != made:
        assert safety_after(own, before, now) == own.strip()

"""Who has a paper, and what follows: the family's answer, the day it was shared, the clock of a report."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from cases.rules.answers import read_answer, write_answer
from cases.rules.sharing import NOT_SHARED, SHORT_WORDS, Told, answer_of, day_all_had_it, day_shared, explained
from cases.rules.writing import SHARED_HOW

MONDAY = date(2026, 11, 2)
WHO, WHY, SAID = ("Shirin", "Jamal", "Anisa"), ("Moved abroad", "He threatened her"), ("", "We are tired.", "No.")
HOW = list(SHARED_HOW)


def told_from(number: int) -> Told:
    """Any of them, from one number."""
    number, who = divmod(number, len(WHO))
    number, how = divmod(number, len(HOW))
    number, why = divmod(number, len(WHY))
    days, said = divmod(number, len(SAID))
    return Told(WHO[who], HOW[how], MONDAY + timedelta(days % 20), WHY[why], SAID[said])


TOLD = some.lists(some.integers(0, 5000), max_size=6).map(lambda numbers: [told_from(each) for each in numbers])


@given(TOLD)
def test_every_remark_is_in_the_answer_and_nobody_who_read_it_counts_as_missed(told: list[Told]) -> None:
    answer = answer_of(told)
    assert all(f"{each.who}: {each.remarks}" in answer.words for each in told if each.remarks)
    reached = {each.who for each in told if each.how not in NOT_SHARED}
    assert {name for name, _ in answer.not_reached} == {each.who for each in told} - reached
    kept = read_answer(write_answer(answer))
    assert dict(kept.not_reached) == dict(answer.not_reached)


@given(TOLD)
def test_the_reports_day_is_never_before_the_last_parent_had_it(told: list[Told]) -> None:
    day = day_all_had_it(["Shirin", "Jamal"], told)
    first = {who: min((each.on for each in told if each.who == who), default=None) for who in ("Shirin", "Jamal")}
    if day is None:
        assert None in first.values() or day_shared(told) is None
    else:
        assert day == max(each for each in first.values() if each)


def test_a_parent_who_read_it_later_is_not_missed_any_more() -> None:
    rows = [
        Told("Jamal", "not-reached", MONDAY, "His number does not work"),
        Told("Jamal", "together", MONDAY + timedelta(3)),
    ]
    assert answer_of(rows).not_reached == []
    assert day_shared(rows) == MONDAY + timedelta(3)


def test_short_words_are_explained_and_names_in_capitals_are_not_mistaken_for_them() -> None:
    assert explained("The GP rang CAMHS. SHIRIN said so; gp too.") == (
        ("CAMHS", SHORT_WORDS["CAMHS"]),
        ("GP", SHORT_WORDS["GP"]),
    )

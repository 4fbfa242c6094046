"""The shipped questions, and what a council makes of them."""

from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.prompts import (
    KIND_SAYS,
    LENSES,
    LONGEST,
    PROMPTS,
    Circular,
    Edited,
    For,
    Kind,
    Lens,
    Prompt,
    a_few,
    library,
)

codes = st.sampled_from([each.code for each in PROMPTS]) | st.sampled_from(["ours-1", "ours-2"])
edited = st.lists(
    st.builds(Edited, codes, st.sampled_from(["", " ", "What would Gran say?"]), st.booleans(), st.sampled_from(Kind)),
    unique_by=lambda each: each.code,
)


def test_every_question_has_a_code_of_its_own_and_one_kind() -> None:
    assert len({each.code for each in PROMPTS}) == len(PROMPTS)
    assert all((each.kind is Kind.CIRCULAR) == (each.circular is not None) for each in PROMPTS)
    assert {each.circular for each in PROMPTS if each.circular} == set(Circular)
    assert {each.kind for each in PROMPTS} == {Kind.CIRCULAR, Kind.REFLEXIVE, Kind.FUTURE}
    assert {each.who for each in PROMPTS if each.kind is not Kind.CIRCULAR} == set(For)
    assert set(KIND_SAYS) == set(Kind)


def test_questions_are_short_and_are_questions() -> None:
    words = [each.words for each in PROMPTS] + [ask for lens in LENSES for ask in lens.asks]
    assert all(len(each) <= LONGEST and "?" in each for each in words)
    assert len(set(words)) == len(words)
    assert not [each for each in words if "sibling" in each.lower() or "why did" in each.lower()]


def test_the_differences_are_the_fifteen_letters() -> None:
    assert len(LENSES) == len({lens.code for lens in LENSES}) == len("GGRRAAACCEEESSS")
    assert all(isinstance(lens, Lens) and len(lens.asks) == 2 for lens in LENSES)
    assert sorted(lens.code[0].upper() for lens in LENSES) == sorted("GGRRAAACCEEESSS")


@given(edited)
def test_a_council_changes_words_and_never_codes(said: list[Edited]) -> None:
    found = {each.code: each for each in library(said)}
    off = {each.code for each in said if each.is_off}
    own = {each.code for each in said if each.code.startswith("ours") and each.words.strip() and not each.is_off}
    assert set(found) == ({each.code for each in PROMPTS} - off) | own
    for each in said:
        if each.code in found and each.words.strip():
            assert found[each.code].words == each.words.strip()
    assert all(each.words.strip() for each in found.values())


@given(st.integers(1, 40), st.integers(0, 10_000), st.sampled_from(For))
def test_a_few_are_a_few_and_none_twice(number: int, day: int, who: For) -> None:
    found = a_few(PROMPTS, number, day, who)
    fitting = [each for each in PROMPTS if each.who is who]
    assert len(found) == len(set(found)) == min(number, len(fitting)) and set(found) <= set(fitting)


def test_over_the_days_every_question_comes_round() -> None:
    seen: set[Prompt] = {each for day in range(60) for each in a_few(PROMPTS, 3, day)}
    assert seen == {each for each in PROMPTS if each.who is For.FAMILY}
    assert a_few([], 3, 1) == ()

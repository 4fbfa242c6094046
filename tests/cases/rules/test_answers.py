"""A family's answer is read as it was written."""

from hypothesis import given
from hypothesis import strategies as st

from cases.rules.answers import Answer, read_answer, write_answer

names = st.text(st.characters(whitelist_categories=["L"]), min_size=1, max_size=20)
why = st.lists(names, min_size=1, max_size=4).map(" ".join)
lines = st.one_of(names, st.just("Not reached: Jamal: away"), st.just(""))


@given(st.lists(lines, max_size=5).map("\n".join), st.lists(st.tuples(names, why), max_size=3))
def test_what_was_written_is_read(words: str, missed: list[tuple[str, str]]) -> None:
    found = read_answer(write_answer(Answer(words, missed)))
    assert list(found.not_reached) == missed
    assert found.words.replace(" Not reached", "Not reached") == words.rstrip()

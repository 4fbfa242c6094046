"""What changed between two texts: put together again, each text is whole."""

from hypothesis import given
from hypothesis import strategies as st

from cases.rules.comparing import GONE, MOST, NEW, changes

TEXT = st.text(alphabet="ab \n.", max_size=60)


@given(TEXT, TEXT)
def test_both_texts_can_be_put_together_again(before: str, after: str) -> None:
    found = changes(before, after)
    assert "".join(each.words for each in found if each.kind != NEW) == before
    assert "".join(each.words for each in found if each.kind != GONE) == after


def test_long_texts_are_compared_line_by_line() -> None:
    before = "one line\n" * (MOST // 9)
    found = changes(before, f"{before}and another")
    assert [each.words for each in found if each.kind == NEW] == ["and another"]
    assert changes("same", "same")[0].kind == "same"

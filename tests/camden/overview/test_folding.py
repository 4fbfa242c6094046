"""How many lines a letter has, and that nothing is lost in the folds."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from camden.overview.folding import Item, Line, fold

ON = date(2026, 3, 9)


def item(family: int, kind: str, due_on: date | None, is_law: bool) -> Item:
    return Item(kind, kind, f"{kind}s", f"{'ABCDEFGHIJ'[family]}. B." if family else "", family, due_on, is_law, "/a/")


items = st.lists(
    st.builds(
        item,
        st.integers(0, 9),
        st.sampled_from(["visit", "review", "plan", "report"]),
        st.none() | st.dates(date(2026, 2, 1), date(2026, 4, 1)),
        st.booleans(),
    ),
    max_size=60,
)


def folded(found: list[Item], families_after: int = 6, kinds_after: int = 12) -> list[Line]:
    return fold(found, ON, families_after=families_after, kinds_after=kinds_after, day_url="/my-day/")


@given(items)
def test_every_thing_stands_in_exactly_one_line_and_law_in_one_of_its_own(found: list[Item]) -> None:
    lines = folded(found)
    assert sum(line.stands_for for line in lines) == len(found)
    law = Counter(folded([each])[0].text for each in found if each.is_law)
    alone = Counter(line.text for line in lines if line.stands_for == 1)
    assert all(alone[text] >= count for text, count in law.items())


@given(items)
def test_only_law_can_make_a_letter_longer_than_it_should_be(found: list[Item]) -> None:
    law = sum(each.is_law for each in found)
    assert len(folded(found)) <= max(12, law + 4)
    assert len(folded(found)) <= max(12, law + 1) or law > 8


@given(items)
def test_the_order_of_what_was_found_changes_nothing(found: list[Item]) -> None:
    assert folded(found) == folded(found[::-1]) or len(set(found)) < len(found)


def test_a_few_lines_say_each_thing() -> None:
    found = [item(1, "visit", date(2026, 3, 13), False), item(1, "review", date(2026, 3, 2), False)]
    assert [line.text for line in folded(found)] == [
        "A. B.: review was due on Monday 2 March.".replace("A.", "B."),
        "B. B.: visit by Friday 13 March.",
    ]


def test_a_family_with_several_things_is_one_line_when_there_are_too_many() -> None:
    many = [item(family, kind, date(2026, 3, 13), False) for family in range(1, 5) for kind in ("visit", "review")]
    assert [line.text for line in folded(many)][0] == "B. B.: 2 things, first by Friday 13 March."
    assert len(folded(many)) == 4

"""What strikes the eye at the head of a child's page."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cases.rules.standing_out import ASKED, Noted, standing_out

DAY = date(2026, 11, 3)


def words(*kinds: str) -> list[str]:
    """What stands out after these facts of one day, the latest first."""
    return [each.words for each in standing_out([Noted(kind, DAY) for kind in kinds])]


def test_who_went_missing_again_on_the_day_they_came_back_is_missing() -> None:
    assert words("missing", "returned", "missing") == ["Missing"]
    assert words("returned", "missing") == []


def test_an_order_stands_until_its_end_and_counts_from_its_latest_step() -> None:
    assert words("emergency-order-extended", "emergency-order") == ["Emergency protection order"]
    assert words("emergency-order-ended", "emergency-order") == []
    assert words("final-order", "interim-order") == []
    assert words("interim-order", "police-protection") == ["In police protection", "Interim order"]


@given(st.lists(st.sampled_from(ASKED)))
def test_facts_of_one_sort_never_hide_those_of_another(kinds: list[str]) -> None:
    orders = [kind for kind in kinds if kind not in ("missing", "returned")]
    assert [each for each in words(*kinds) if each != "Missing"] == words(*orders)

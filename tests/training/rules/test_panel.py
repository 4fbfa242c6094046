"""Who sits on a panel, and who says how a programme ends."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.rules.panel import (
    ASSESSES,
    MANAGES,
    NOT_OF_IT,
    THEMSELVES,
    TOO_FEW,
    may_not_decide,
    may_not_sit,
    not_long_enough,
)

WORKER, ASSESSOR, MANAGER, OTHER = 1, 2, 3, 4
people = st.integers(1, 6)


@pytest.mark.parametrize(("who", "because"), [(WORKER, THEMSELVES), (ASSESSOR, ASSESSES), (MANAGER, ""), (OTHER, "")])
def test_neither_the_worker_nor_the_assessor_sits(who: int, because: str) -> None:
    assert may_not_sit(who, WORKER, ASSESSOR) == because


@pytest.mark.parametrize(
    ("by", "panel", "manages", "because"),
    [
        (OTHER, [OTHER, 5], False, ""),
        (OTHER, [OTHER], False, TOO_FEW),
        (MANAGER, [MANAGER, OTHER], True, MANAGES),
        (MANAGER, [MANAGER], True, MANAGES),
        (OTHER, [MANAGER, OTHER], False, ""),
        (5, [MANAGER, OTHER], False, NOT_OF_IT),
        (ASSESSOR, [ASSESSOR, OTHER], False, ASSESSES),
        (WORKER, [WORKER, OTHER], False, THEMSELVES),
    ],
)
def test_who_decides(by: int, panel: list[int], manages: bool, because: str) -> None:
    assert may_not_decide(by, WORKER, ASSESSOR, panel, manages=manages) == because


@given(people, people, people, st.sets(people), st.booleans())
def test_nobody_decides_alone_for_themselves_for_whom_they_assess_or_manage(
    by: int, person: int, assessor: int, panel: set[int], manages: bool
) -> None:
    if not may_not_decide(by, person, assessor, panel, manages=manages):
        assert by in panel and by not in (person, assessor) and not manages and len(panel) > 1


def test_it_goes_on_beyond_its_time() -> None:
    ends, on = date(2027, 9, 7), date(2027, 9, 1)
    assert not_long_enough(None, ends, on) == "Enter the day until which it goes on."
    assert not_long_enough(ends, ends, on) == "Enter a day after 7 September 2027."
    assert not_long_enough(date(2027, 9, 8), ends, on) == ""
    assert not_long_enough(date(2027, 10, 1), ends, date(2027, 10, 1)) == "Enter a day after 1 October 2027."

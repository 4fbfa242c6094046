"""Where something that makes work harder stands on a day: it counts or it does not, and its last day is the last."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.rules.carrying import COMPLEXITY, KIND_OF_COMPLEXITY, WARN_DAYS, standing
from cases.rules.weighting.facts import Complexity, Factor

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(DAYS, st.integers(0, 60), st.none() | st.integers(0, 60), st.none() | DAYS, DAYS, st.integers(1, 200))
def test_what_counts_on_a_day_is_what_weighs_on_it(
    proposed: date, wait: int, answered: int | None, withdrawn: date | None, on: date, lasts: int
) -> None:
    confirmed = None if answered is None else proposed + timedelta(days=wait)
    factor = Factor(Complexity.NETWORK, proposed, confirmed, withdrawn)
    found = standing(factor, is_declined=False, on=on, lasts=lasts)
    assert found.counts == factor.counts(on, lasts)
    assert not (found.counts and found.waits)
    if found.counts and found.last_on:
        assert factor.counts(found.last_on, lasts) or withdrawn is not None
        assert not factor.counts(found.last_on + timedelta(days=1), lasts)
        assert found.ends_soon == (found.last_on < on + timedelta(days=WARN_DAYS))


def test_what_a_manager_did_not_confirm_never_counts() -> None:
    day = date(2026, 11, 3)
    assert standing(Factor(Complexity.NETWORK, day), is_declined=True, on=day, lasts=90).word == "Not confirmed"


def test_no_word_blames_a_family() -> None:
    assert set(COMPLEXITY) == set(KIND_OF_COMPLEXITY) and len(COMPLEXITY) == len(Complexity)
    assert not any("hostile" in words or "avoid" in words for words in COMPLEXITY.values())

"""The evidence page from plain facts: beside what others measured, and hidden where a family could be told."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.readings.evidence import Evidence, put_together
from conferences.rules.consent import Threshold
from conferences.rules.evidence import Followed
from conferences.rules.measuring import Reached, There, Told
from conferences.rules.not_taken_up import Why

ON = date(2026, 11, 3)
LONG_AGO = date(2025, 1, 6)


def told(count: int, held: int) -> list[Told]:
    return [
        Told(key, Threshold.NEED, offered_on=LONG_AGO, accepted_on=LONG_AGO, referred_on=LONG_AGO,
             held_on=date(2025, 2, 17) if key < held else None,
             there=There(3, 2, 0, professionals=2, father_came=True, children=1, children_there=1))
        for key in range(count)
    ]  # fmt: skip


def followed(referred: int, events: int, other: int, other_events: int) -> list[Followed]:
    happened = date(2025, 6, 2)

    def one(key: int, referred_on: date | None, has_happened: bool) -> Followed:
        return Followed(key, Threshold.BEFORE_COURT, LONG_AGO, referred_on, happened if has_happened else None)

    return [one(key, LONG_AGO, key < events) for key in range(referred)] + [
        one(1000 + key, None, key < other_events) for key in range(other)
    ]


def page(sees_rows: bool, **facts: object) -> Evidence:
    given_facts: dict[str, object] = {"told": told(20, 12), "reached": [], "families": {}, "whys": []} | facts
    return put_together(
        given_facts["told"],  # type: ignore[arg-type]
        given_facts["reached"],  # type: ignore[arg-type]
        given_facts["families"],  # type: ignore[arg-type]
        given_facts["whys"],  # type: ignore[arg-type]
        on=ON,
        sees_rows=sees_rows,
    )


def words(evidence: Evidence, code: str) -> str:
    return next(line.words for group in evidence.groups for line in group.lines if line.code == code)


def test_a_measure_stands_beside_what_camden_said_of_itself() -> None:
    found = page(sees_rows=True)
    assert words(found, "held-of") == "12 of 20 (60%)"
    assert words(found, "days") == "42"
    assert words(found, "ratio") == "2.5 to 1"
    beside = {line.code: line.camden for group in found.groups for line in group.lines}
    assert beside["fathers"] == "nearly two in three" and beside["count"] == "more than 220"


def test_referred_stands_beside_not_referred_with_the_trials_figures_at_the_trials_own_threshold() -> None:
    found = page(sees_rows=True, families={"care": followed(1000, 362, 1000, 448), "proceedings": []})
    (first, *_) = found.compared
    assert (first.referred, first.other) == ("362 of 1000 (36%)", "448 of 1000 (45%)")
    assert first.difference == "8.6 points fewer"
    assert first.interval == "between 12.9 points fewer and 4.3 points fewer"
    assert first.needed == "11.6 referred for one that goes otherwise"
    assert first.trial == "36.2% and 44.8%: 8.6 points fewer"
    assert not any(each.trial for each in found.compared if each.threshold != first.threshold)


def test_there_is_no_interval_below_thirty_families_a_side() -> None:
    (first, *_) = page(sees_rows=True, families={"care": followed(29, 10, 40, 20)}).compared
    assert first.difference and not first.interval and not first.needed
    assert "fewer than 30" in first.why


def test_whoever_sees_no_rows_is_shown_no_small_side_and_nothing_it_could_be_worked_out_from() -> None:
    (first, *_) = page(sees_rows=False, families={"care": followed(40, 3, 40, 20)}).compared
    assert first.is_hidden and not (first.other or first.difference or first.left_out)


@given(st.integers(0, 30), st.integers(0, 30), st.lists(st.sampled_from(list(Why)), max_size=12))
def test_no_figure_for_those_without_rows_points_at_fewer_than_five(count: int, held: int, whys: list[Why]) -> None:
    found = page(sees_rows=False, told=told(count, min(held, count)), whys=whys,
                 reached=[Reached(Threshold.PROTECTION, count, min(held, count))])  # fmt: skip
    for line in [*(line for group in found.groups for line in group.lines), *found.not_taken_up]:
        part, _, whole = line.words.partition(" of ")
        if whole:
            left = int(whole.split(" ")[0]) - int(part)
            assert not 0 < int(part) < 5 and not 0 < left < 5, line
        elif part.isdigit() and line.code != "days":
            assert not 0 < int(part) < 5, line


@pytest.mark.parametrize("sees_rows", [True, False])
def test_what_is_stored_is_what_was_put_together(sees_rows: bool) -> None:
    found = page(sees_rows, families={"care": followed(40, 12, 40, 20)}, whys=[Why.NOT_NOW] * 6)
    assert Evidence.from_content(json.loads(json.dumps(found.as_content()))) == found

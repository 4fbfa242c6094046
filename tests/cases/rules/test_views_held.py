"""Which view holds on a day: the newest of each person about the same."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.rules.views_held import held, whose

DAY = date(2026, 3, 1)


@dataclass
class Said:
    pk: int
    seen_on: date
    about: str = "two"
    view_of_id: int | None = None
    view_of_worker_id: int | None = None
    struck_on: date | None = None


def holding(views: list[Said], on: date) -> list[int]:
    return [view.pk for view in held(views, on, lambda view: view.about)]


def test_a_newer_view_of_the_same_person_takes_the_place_of_the_older_from_its_day_on() -> None:
    views = [Said(1, DAY, view_of_id=7), Said(2, DAY + timedelta(5), view_of_id=7)]
    assert holding(views, DAY + timedelta(4)) == [1]
    assert holding(views, DAY + timedelta(5)) == [2]


def test_another_persons_view_leaves_it_alone() -> None:
    views = [Said(1, DAY, view_of_id=7), Said(2, DAY, view_of_id=8), Said(3, DAY, view_of_worker_id=7)]
    assert holding(views, DAY) == [1, 2, 3]


def test_what_was_taken_back_was_never_so() -> None:
    views = [Said(1, DAY, view_of_id=7), Said(2, DAY, view_of_id=7, struck_on=DAY)]
    assert holding(views, DAY) == [1]


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 3), st.sampled_from("ab")), max_size=8), st.integers(0, 20)
)
def test_each_has_one_view_of_each_thing_and_none_from_a_day_to_come(
    rows: list[tuple[int, int, str]], day: int
) -> None:
    on = DAY + timedelta(day)
    views = [Said(at, DAY + timedelta(far), about, view_of_id=who) for at, (far, who, about) in enumerate(rows)]
    found = held(views, on, lambda view: view.about)
    keys = [(whose(view), view.about) for view in found]
    assert len(keys) == len(set(keys)) and all(view.seen_on <= on for view in found)
    for view in found:
        later = [v for v in views if (whose(v), v.about) == (whose(view), view.about) and v.seen_on <= on]
        assert (view.seen_on, view.pk) == max((v.seen_on, v.pk) for v in later)

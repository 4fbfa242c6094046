"""A drawn service: the same for the same seed, and always one that could have been."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.management.drawing import proportions
from cases.management.drawing.chance import working_day
from cases.management.drawing.drawn import DrawnFamily, Slip
from cases.management.drawing.service import draw_service
from cases.management.drawing.staffing import DrawnPod, Holder

ON = date(2026, 11, 3)


def staff(pods: int) -> list[DrawnPod]:
    """Pods of five, of whom one has left; the last pod is perfect when there are several."""
    found = []
    for pod in range(1, pods + 1):
        holders = [Holder(pod * 100 + n, f"Worker {pod}-{n}", pod, 1.0, -2000) for n in range(5)]
        holders.append(Holder(pod * 100 + 9, f"Worker {pod}-9", pod, 1.0, -2000, left=-200))
        found.append(DrawnPod(pod, holders, is_perfect=pods > 2 and pod == pods))
    return found


def draw(seed: int, children: int, pods: int = 4, on: date = ON) -> list[DrawnFamily]:
    """A service of that size."""
    reviewers = [Holder(9000, "Reviewer", 99, 1.0, -2000)]
    return draw_service(
        Random(seed), children=children, pods=staff(pods), reviewers=reviewers, advisers=reviewers, on=on
    )


@pytest.fixture(scope="module")
def large() -> list[DrawnFamily]:
    return draw(1, 4000, pods=24)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 60), st.integers(1, 4))
def test_every_service_could_have_been(seed, children, pods):
    families = draw(seed, children, pods)
    assert sum(len(family.children) for family in families) == children
    for family in families:
        assert 1 <= len(family.children) <= 5
        assert family.opened <= 0
        assert family.closed is None or family.closed <= 1
        for one, two in zip(family.episodes, family.episodes[1:], strict=False):
            assert one.is_nothing or (one.closed is not None and one.closed <= two.referred)
        _one_lead_at_a_time(family)
        for visit in family.visits:
            assert family.opened <= visit.day <= 0
            assert len({child for child, _, _ in visit.parts}) == len(visit.parts) > 0
        for action in family.actions:
            assert action.due is None or action.due >= action.agreed
            assert action.done is None or action.agreed <= action.done <= 0


def _one_lead_at_a_time(family):
    for child in family.children:
        spells = [w for w in family.work if w.role == "lead" and not w.is_cover and child in w.children]
        spells.sort(key=lambda spell: (spell.since, spell.ended is None))
        for one, two in zip(spells, spells[1:], strict=False):
            assert one.ended is not None and one.since <= one.ended <= two.since
            assert two.reason
        assert all(spell.ended is not None for spell in spells[:-1])
        assert family.closed is None or all(spell.ended is not None for spell in spells)


def test_the_same_seed_draws_the_same_service_and_another_another():
    assert draw(3, 200) == draw(3, 200)
    assert draw(3, 200) != draw(4, 200)


def test_a_service_drawn_a_week_later_is_the_same_a_week_later():
    assert draw(3, 200) == draw(3, 200, on=ON + timedelta(days=7))


def test_one_open_record_of_twelve_has_a_slip_and_the_perfect_pod_has_none(large):
    open_ones = [family for family in large if family.closed is None]
    slips = Counter(family.slip for family in open_ones if family.slip)
    assert sum(slips.values()) / len(open_ones) == pytest.approx(proportions.SLIPS, abs=0.012)
    assert set(slips) == set(Slip)
    perfect = max(family.team for family in large)
    assert not any(family.slip for family in large if family.team == perfect)


def test_each_slip_is_there_to_be_found_and_nowhere_else_by_accident(large):
    for family in large:
        if family.closed is not None or family.episodes[-1].referred > -120:
            continue
        last = max(visit.day for visit in family.visits)
        leads = [w for w in family.work if w.role == "lead" and not w.is_cover and family.children[0] in w.children]
        nobody = all(work.ended is not None for work in leads)
        year = len([work for work in leads if work.ended is None or work.ended > -365])
        assert (last <= -70) == (family.slip is Slip.NOT_SEEN), (last, family.slip)
        assert nobody == (family.slip is Slip.NO_LEAD)
        assert year >= 4 if family.slip is Slip.MANY_CHANGES else year <= 5


def test_proportions_are_those_of_the_table(large):
    referrals = [episode for family in large for episode in family.episodes]
    nothing = sum(episode.is_nothing for episode in referrals) / len(referrals)
    assert nothing == pytest.approx(proportions.NO_FURTHER_ACTION, abs=0.02)
    sizes = Counter(len(family.children) for family in large)
    whole = sum(proportions.FAMILY_SIZE.values())
    for size, weight in proportions.FAMILY_SIZE.items():
        assert sizes[size] / len(large) == pytest.approx(weight / whole, abs=0.03)
    children = sum(len(family.children) for family in large)
    still = sum(len(family.children) for family in large if family.closed is None)
    assert still / children == pytest.approx(proportions.OPEN_SHARE, abs=0.04)


def test_nobody_holds_much_more_than_the_others(large):
    held = Counter()
    for family in large:
        for work in family.work:
            if work.role == "lead" and work.ended is None and not work.is_cover:
                held[work.worker] += len(work.children)
    assert max(held.values()) <= 1.8 * sum(held.values()) / len(held)


@pytest.mark.parametrize(
    ("day", "expected"), [(0, 0), (-2, -4), (-3, -4), (-4, -4), (-1, -1)], ids=["Tue", "Sun", "Sat", "Fri", "Mon"]
)
def test_nobody_visits_at_a_weekend(day, expected):
    assert working_day(day, ON) == expected

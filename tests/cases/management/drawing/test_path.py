"""The drawn way of a family after its referral: in order, within its limits, and late only where it was let slip."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.management.drawing.drawn import DrawnFamily, DrawnPath, Slip
from tests.cases.management.drawing.test_service import ON, draw

LIMIT = {"protection": 14, "need": 28, "early-help": 90, "care": 42}  # days: ten and twenty working days, six weeks


@pytest.fixture(scope="module")
def large() -> list[DrawnFamily]:
    return draw(1, 3000, pods=16)


def paths(families: list[DrawnFamily]) -> list[tuple[DrawnFamily, int | None, DrawnPath]]:
    """Each way, its family and the closing of its episode."""
    return [
        (family, episode.closed, episode.path) for family in families for episode in family.episodes if episode.path
    ]


def days(path: DrawnPath) -> list[int]:
    """Every day on which something happened."""
    found = [path.assessed_from, path.assessed_until]
    found += [day for plan in path.plans for day in (plan.since, plan.ended)]
    found += [each.day for each in (*path.conferences, *path.meetings)] + [day for _, day in path.facts]
    if path.enquiry:
        found += [path.enquiry.held, path.enquiry.ended]
    return [day for day in found if day is not None]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(5, 60))
def test_every_way_could_have_been(seed, children):
    for family, closed, path in paths(draw(seed, children)):
        assert all(family.opened <= day <= (0 if closed is None else closed) for day in days(path))
        for one, two in zip(path.plans, path.plans[1:], strict=False):
            assert one.ended is not None and one.since < one.ended <= two.since
        for plan in path.plans:
            assert plan.ended is None or plan.since < plan.ended
            assert bool(plan.category) == (plan.basis == "protection")
        if closed is not None:  # nothing is left open at a closing
            assert path.assessed_until is not None
            assert all(plan.ended is not None for plan in path.plans)
            assert path.enquiry is None or path.enquiry.ended is not None
        assert all((ON.weekday() + each.day) % 7 < 5 for each in path.conferences)
        for plan in path.plans:
            if plan.basis == "protection":
                assert ("initial", plan.since) in {(each.kind, each.day) for each in path.conferences}


def test_everything_is_within_its_limit(large):
    for family, _, path in paths(large):
        if path.assessed_until is not None:
            assert path.assessed_until - path.assessed_from <= 56
        if path.enquiry and path.enquiry.is_conference:
            assert path.conferences[0].day - path.enquiry.held <= 19
        reviews = [each.day for each in path.conferences]
        for number, (one, two) in enumerate(zip(reviews, reviews[1:], strict=False)):
            assert two - one <= (89 if number == 0 else 180)
        groups = [each.day for each in path.meetings if each.kind == "core-group"]
        if groups and family.slip is not Slip.NO_MEETING:
            assert groups[0] - path.conferences[0].day <= 12
            assert all(two - one <= 42 for one, two in zip(groups, groups[1:], strict=False))


def test_a_child_is_seen_as_often_as_their_plan_says(large):
    late, held = 0, 0
    for family, closed, path in paths(large):
        if family.slip is not None:
            continue
        seen = [visit.day for visit in family.visits if all(how != "not-seen" for _, how, _ in visit.parts)]
        for one, two in zip(seen, seen[1:], strict=False):
            basis = path.basis_on(one)
            if one >= path.assessed_from and two <= (0 if closed is None else closed) and basis:
                held += 1
                late += two - one > LIMIT[basis]
    assert held > 5000
    assert late / held < 0.01  # somebody was not at home


def test_most_have_a_plan_for_a_child_in_need_some_are_protected_and_few_are_in_care(large):
    now = Counter(path.basis_on(0) for family, closed, path in paths(large) if family.closed is None and closed is None)
    whole = sum(now.values())
    assert now["need"] / whole > 0.45
    assert 0.05 < now["protection"] / whole < 0.16
    assert 0.02 < now["care"] / whole < 0.14
    assert now["early-help"] / whole > 0.05


def test_where_a_meeting_was_let_slip_none_was_held_for_four_months(large):
    found = [path for family, closed, path in paths(large) if family.slip is Slip.NO_MEETING and closed is None]
    assert found
    for path in found:
        assert all(each.day <= -120 for each in path.meetings)

"""The eight measures of continuity: each figure is the sum of what its children add to it, in any world."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.measures.continuity import Children, Known, stretches
from cases.readings.continuity import opened, words_of
from cases.readings.continuity_measures import MEASURES, beside, parts
from cases.rules.codesets import WORKER_CHANGE_REASON
from cases.rules.continuity import Spell
from cases.rules.steadiness import ChildFacts, Days, Introduction, steadiness

ON = date(2026, 11, 3)
days = st.integers(0, 800).map(lambda ago: ON - timedelta(days=ago))


@st.composite
def stretch(draw: st.DrawFn) -> Days:
    since = draw(days)
    return Days(since, draw(st.one_of(st.none(), st.integers(1, 400).map(lambda long: since + timedelta(days=long)))))


@st.composite
def child(draw: st.DrawFn, key: int) -> Known:
    """A child with spells one after the other, some of them cover, and everything else as it comes."""
    starts = sorted(draw(st.lists(days, max_size=5, unique=True)))
    reasons = st.sampled_from(["", *WORKER_CHANGE_REASON])
    spells = []
    for place, since in enumerate(starts):
        until = starts[place + 1] if place + 1 < len(starts) else draw(st.sampled_from([None, ON]))
        spells.append(
            Spell(draw(st.integers(1, 4)), since, until, draw(reasons), draw(st.booleans()), draw(st.booleans()))
        )
    met = [Introduction(since, *(draw(st.one_of(st.none(), days)) for _ in range(3))) for since in starts]
    facts = ChildFacts(
        key,
        tuple(spells),
        in_need=tuple(draw(st.lists(stretch(), max_size=2))),
        looked_after=tuple(draw(st.lists(stretch(), max_size=2))),
        introductions=tuple(met),
        steps=tuple(sorted(draw(st.lists(days, max_size=2)))),
        visits=tuple(draw(st.lists(st.tuples(days, st.integers(1, 4)), max_size=4))),
    )
    return Known(facts, case=key, name=f"Child {key}", family="Example", team=draw(st.integers(1, 3)))


@st.composite
def worlds(draw: st.DrawFn) -> Children:
    many = draw(st.integers(0, 5))
    return Children(tuple(draw(child(key)) for key in range(many)), {worker: f"W{worker}" for worker in range(1, 5)})


@given(worlds())
def test_every_figure_reconciles_with_the_children_behind_it(world: Children) -> None:
    found = steadiness(world.facts, ON)
    said = {
        "c1": (found.many_workers.count, found.many_workers.of),
        "c2": (found.unsettled.count, found.unsettled.of),
        "c3": (found.changes.all, found.changes.open_days),
        "c4": (found.tenure.year.count, found.tenure.year.of),
        "c5": (found.kept_at_steps.count, found.kept_at_steps.of),
        "c6": (found.introduced.count, found.introduced.of),
        "c7": (found.agency.count, found.agency.of),
    }
    for code, figure in said.items():
        added = [parts(code, each.facts, ON) for each in world.all]
        assert (sum(count for count, _ in added), sum(of for _, of in added)) == figure, code
    faces = [parts("c8", each.facts, ON) for each in world.all]
    visited = sum(of for _, of in faces)
    assert found.concentration == (sum(count for count, _ in faces) // visited if visited else None)


@given(worlds(), st.sampled_from(list(MEASURES)))
def test_every_list_says_of_each_child_why_they_are_in_it(world: Children, code: str) -> None:
    page = opened(code, world, (), ON)
    for line in (*page.counted, *page.rest):
        assert line.words and all(said.endswith(".") and "None" not in said for said in line.words)
    assert len(page.counted) + len(page.rest) <= len(world.all)


def test_a_child_led_twice_by_the_same_has_been_known_since_the_first_time() -> None:
    spells = (Spell(1, date(2025, 1, 6), date(2026, 1, 5)), Spell(1, date(2026, 2, 2)))
    known = Known(ChildFacts(1, spells), 1, "Anisa", "Rahman", 1)
    assert words_of("c4", known, {1: "Ade Fashola"}, ON) == ("Ade Fashola, for 21 months, since 6 January 2025.",)


def test_whoever_comes_back_on_the_day_they_left_goes_on_being_looked_after() -> None:
    back = date(2026, 3, 2)
    told = [(back, "looked-after-began"), (back, "looked-after-ended"), (date(2026, 1, 5), "looked-after-began")]
    assert stretches(told) == [Days(date(2026, 1, 5), back), Days(back)]


def test_what_others_published_stands_with_its_year_and_source() -> None:
    assert "31 March 2024: 27% (22,140 of 83,300)" in beside(MEASURES["c1"])
    assert "2015/16" in beside(MEASURES["c2"])
    assert beside(MEASURES["c8"]) == ""

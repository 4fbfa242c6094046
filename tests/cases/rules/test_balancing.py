"""Who might take which family."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from cases.rules.balancing import CAP, FULL, Carrier, Family, Why, change_cost, cheapest, propose, protected

ADE = Carrier(1, "Ade", load=60_000, capacity=100_000)
ROSA = Carrier(2, "Rosa", load=40_000, capacity=100_000)
TOM = Carrier(3, "Tom", load=40_000, capacity=80_000, is_early_career=True)
KHAN = Family(10, children=2, points=6_800, lead=1, months_together=14)


def test_on_most_nights_nobody_needs_a_new_worker() -> None:
    assert propose([ADE, ROSA, TOM], [KHAN]).moves == ()
    over = replace(ADE, load=115_000)
    assert propose([over, ROSA], [KHAN]).moves == (), "more than full is for talking about, not for moving"


def test_a_family_that_waits_goes_to_whoever_stays_least_loaded() -> None:
    (move,) = propose([ADE, ROSA, TOM], [replace(KHAN, lead=None)]).moves
    assert (move.to, move.cause, move.cost) == (ROSA.key, Why.WAITS, 0)
    assert move.why == "Nobody leads for them at present. Rosa has room."


def test_a_child_who_waits_goes_to_the_lead_of_their_sister() -> None:
    (move,) = propose([ADE, ROSA], [replace(KHAN, lead=None, known_to=frozenset({ADE.key}))]).moves
    assert move.to == ADE.key


def test_a_leavers_families_are_placed_and_cost_nothing() -> None:
    (move,) = propose([replace(ADE, leaves=True, takes_new=False), ROSA], [replace(KHAN, changes_in_year=2)]).moves
    assert (move.lead, move.to, move.cost, move.why) == (1, 2, 0, "Ade is leaving. Rosa has room.")


def test_whoever_is_above_the_cap_hands_over_the_family_they_have_known_least() -> None:
    others = [Family(11, 1, 4_000, 1, 30), Family(12, 1, 4_000, 1, 2)]
    (move,) = propose([replace(ADE, load=117_000), ROSA], [KHAN, *others]).moves
    assert (move.family, move.cost) == (12, 12)


def test_protected_families_stay() -> None:
    above = [replace(ADE, load=130_000), ROSA]
    for reason in ({"months_since_change": 5}, {"changes_in_year": 2}, {"held_by_stage": "a conference is due"}):
        assert protected(replace(KHAN, **reason))
        assert propose(above, [replace(KHAN, **reason)]).moves == ()
    assert propose(above, [replace(KHAN, months_since_change=6)]).moves


def test_nobody_gets_a_family_they_must_not_or_cannot_hold() -> None:
    waiting = replace(KHAN, lead=None)
    assert propose([ROSA], [replace(waiting, closed_to=frozenset({ROSA.key}))]).unplaced == (10,)
    assert propose([TOM], [replace(waiting, needs_experience=True)]).unplaced == (10,)
    assert propose([replace(ROSA, is_registered=False)], [replace(waiting, needs_registered=True)]).unplaced == (10,)
    assert propose([replace(ROSA, takes_new=False)], [waiting]).unplaced == (10,)
    assert propose([replace(ROSA, load=95_000)], [waiting]).unplaced == (10,), "nobody is proposed beyond full"


def test_proceedings_weigh_three_times() -> None:
    assert change_cost(KHAN) == 2 * (10 + 14)
    assert change_cost(replace(KHAN, in_proceedings=True, months_together=90)) == 2 * 46 * 3


people = st.builds(
    Carrier,
    key=st.integers(1, 5),
    name=st.just("Somebody"),
    load=st.integers(0, 130).map(lambda points: points * 1000),
    capacity=st.sampled_from([0, 60_000, 100_000]),
    takes_new=st.booleans(),
    leaves=st.booleans(),
)
groups = st.builds(
    Family,
    key=st.integers(10, 40),
    children=st.integers(1, 5),
    points=st.integers(1, 12).map(lambda points: points * 1000),
    lead=st.one_of(st.none(), st.integers(1, 5)),
    months_together=st.integers(0, 60),
    months_since_change=st.one_of(st.none(), st.integers(0, 12)),
    changes_in_year=st.integers(0, 3),
    closed_to=st.frozensets(st.integers(1, 5), max_size=2),
)
services = st.tuples(
    st.lists(people, unique_by=lambda c: c.key, max_size=5), st.lists(groups, unique_by=lambda f: f.key, max_size=8)
)


@given(services)
def test_what_always_holds_of_a_proposal(service) -> None:
    carriers, families = service
    people, groups = {c.key: c for c in carriers}, {f.key: f for f in families}
    proposal = propose(carriers, families)
    assert len({move.family for move in proposal.moves}) == len(proposal.moves), "a family moves once at most"
    loads = {key: carrier.load for key, carrier in people.items()}
    for move in proposal.moves:
        family, to = groups[move.family], people[move.to]
        assert to.takes_new and not to.leaves and to.key not in family.closed_to and to.key != family.lead
        if move.cause is Why.ABOVE:
            lead = people[family.lead]
            assert not protected(family) and lead.load * 1000 > CAP * lead.capacity
        loads[move.to] += family.points
        if move.lead:
            loads[move.lead] -= family.points
    for move in proposal.moves:
        assert loads[move.to] * 1000 <= FULL * people[move.to].capacity


@given(services, st.randoms())
def test_the_order_of_people_and_families_makes_no_difference(service, random) -> None:
    carriers, families = map(list, service)
    before = propose(carriers, families)
    random.shuffle(carriers)
    random.shuffle(families)
    assert propose(carriers, families) == before


@given(st.lists(groups, unique_by=lambda f: f.key, max_size=6), st.integers(1, 30).map(lambda points: points * 1000))
def test_no_other_choice_of_families_relieves_at_less_change(families: list[Family], excess: int) -> None:
    chosen = cheapest(families, excess)
    most = min(sum(f.points for f in families), excess)
    assert min(sum(f.points for f in chosen), excess) == most
    cost = sum(map(change_cost, chosen))
    for size in range(len(families) + 1):
        for other in combinations(families, size):
            if sum(f.points for f in other) >= most:
                assert cost <= sum(map(change_cost, other))

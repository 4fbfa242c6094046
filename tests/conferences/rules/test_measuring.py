"""The measures of a service's conferences."""

from dataclasses import asdict, fields, replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cases.rules.ladder import Status
from conferences.rules.consent import Threshold
from conferences.rules.measuring import Reached, Share, There, Told, measures
from conferences.rules.outcomes import Child, Outcome, outcome
from conferences.rules.published import CAMDEN
from conferences.rules.suppressing import FEWEST

DAY = date(2026, 1, 5)
LESS = outcome(Child(Status.PROTECTION, Status.NEED), referred_on=DAY, on=DAY + timedelta(180))
WHOLE = Told(
    1, Threshold.BEFORE_COURT, DAY, DAY, DAY, DAY + timedelta(42), True, True,
    There(3, 2, 1, 2, True, 2, 1, 1), 4, 3, (9, 6), (True, False), (True,), (LESS,),
)  # fmt: skip
small = st.integers(0, 4)
days = st.none() | st.integers(0, 90).map(lambda number: DAY + timedelta(number))
theres = st.builds(There, small, small, small, small, st.none() | st.booleans(), st.just(4), small, small)
children = st.builds(
    Outcome, st.none() | st.integers(-3, 3), st.none() | st.booleans(), st.none() | st.booleans(), small, small,
    st.booleans(),
)  # fmt: skip
told = st.lists(
    st.builds(
        Told,
        st.integers(1, 99),
        st.sampled_from(Threshold),
        days,
        days,
        days,
        days,
        st.none() | st.booleans(),
        st.booleans(),
        st.none() | theres,
        st.just(5),
        small,
        st.lists(st.integers(1, 10), max_size=2),
        st.lists(st.booleans(), max_size=2),
        st.lists(st.booleans(), max_size=2),
        st.lists(children, max_size=2),
    ),
    max_size=20,
)


def shares(found: object) -> list[Share]:
    """Every share of the measures."""
    below = [value for value in vars(found).values() if hasattr(value, "stepped_down")]
    every = [*vars(found).values(), *(value for each in below for value in vars(each).values())]
    return [value for value in every if isinstance(value, Share)]


@given(told, st.booleans())
def test_a_share_is_a_part_of_its_whole(found: list[Told], sees_rows: bool) -> None:
    for share in shares(measures(found, sees_rows=sees_rows)):
        assert share.part is None or share.whole is None or 0 <= share.part <= share.whole
        assert share.words


@given(told)
def test_who_sees_no_rows_sees_no_small_number(found: list[Told]) -> None:
    result = measures(found, [Reached(Threshold.PROTECTION, 12, 3)], sees_rows=False)
    for share in [*shares(result), *result.offered_before.values()]:
        if share.part is not None and share.whole:
            assert share.whole >= FEWEST and not 0 < share.part < FEWEST and not 0 < share.whole - share.part < FEWEST
    if len([each for each in found if each.held_on]) < FEWEST:
        assert result.days_to_meeting is None and result.per_professional is None


@given(told)
def test_the_order_of_conferences_changes_nothing(found: list[Told]) -> None:
    assert asdict(measures(found, sees_rows=True)) == asdict(measures(found[::-1], sees_rows=True))


def test_one_conference_is_measured() -> None:
    found = measures([WHOLE], [Reached(Threshold.BEFORE_COURT, 1, 1)], sees_rows=True)
    assert found.offered_before[Threshold.BEFORE_COURT].words == "1 of 1 (100%)"
    assert (found.days_to_meeting, found.per_professional) == (42, 3)
    assert found.promises_done.of_all == 0.75 and found.happy == Share(1, 2) and found.control == Share(1, 2)
    assert found.children_heard == Share(2, 2) and found.children_there == Share(1, 2)
    assert found.children.stepped_down == Share(1, 1) and found.children.kin.words == "nobody yet"


def test_only_the_first_conference_of_a_family_counts_for_less_help() -> None:
    found = measures([WHOLE, replace(WHOLE, key=2, is_first=False)], sees_rows=True)
    assert found.children.stepped_down == Share(1, 1) and found.children.proceedings == Share(0, 2)


def test_no_measure_is_one_of_a_worker_or_of_those_who_said_no() -> None:
    names = {field.name for field in fields(Told)}
    assert not {name for name in names if "worker" in name or "declin" in name or "coordinator" in name}
    assert {own.code for own in CAMDEN} == {"held", "happy", "control", "coping", "fathers", "step-down"}

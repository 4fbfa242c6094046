"""The proposed agenda: in time, in order, within the hours, and silent about whom it must not name."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from supervision.rules.agenda import Agenda, Budget, Family, Sitting, Why, propose
from supervision.rules.counting import Counting, Standing, Talk

DAY = date(2026, 11, 3)
POD = frozenset({1, 2, 3, 4, 5})
SITTING = Sitting(DAY, DAY + timedelta(weeks=1), supervisor=1, people=POD, readers=POD)
DEPTH_ALONE = Counting(frozenset({Talk.DEEP}), frozenset({Talk.DEEP}))

days = st.dates(min_value=DAY - timedelta(weeks=14), max_value=DAY - timedelta(days=1))
families = st.lists(
    st.builds(
        Family,
        st.integers(1, 60),
        days,
        st.sampled_from(Standing),
        st.dictionaries(st.sampled_from(Talk), days),
        st.booleans(),
        st.integers(0, 3),
        st.booleans(),
        st.booleans(),
        st.integers(0, 3),
        st.frozensets(st.integers(1, 7), max_size=2),
        st.frozensets(st.integers(1, 9), max_size=1),
        st.booleans(),
    ),
    max_size=30,
    unique_by=lambda family: family.key,
)
sittings = st.builds(
    replace,
    st.just(SITTING),
    people=st.frozensets(st.sampled_from(sorted(POD))),
    minutes=st.integers(10, 240),
)
countings = st.sampled_from([Counting(), DEPTH_ALONE, Counting(resets_watched=frozenset({Talk.DEEP}))])


def _on(agenda: Agenda) -> list[int]:
    return [item.family for item in agenda.items]


@settings(deadline=None)
@given(families, sittings, countings)
def test_a_family_kept_from_a_reader_leaves_no_trace_in_what_the_group_reads(
    found: list[Family], sitting: Sitting, counting: Counting
) -> None:
    whole = propose(found, sitting, counting)
    kept = {each.key for each in found if each.is_restricted or each.kept_from & POD}
    without = propose([each for each in found if each.key not in kept], sitting, counting)
    assert (whole.items, whole.no_room, whole.away) == (without.items, without.no_room, without.away)
    assert set(whole.elsewhere) | set(whole.for_manager) <= kept
    assert not (without.elsewhere or without.for_manager)


@settings(deadline=None)
@given(families, sittings)
def test_a_supervisor_never_learns_of_a_family_kept_from_themselves(found: list[Family], sitting: Sitting) -> None:
    agenda = propose(found, sitting)
    kept = {each.key for each in found if sitting.supervisor in each.kept_from}
    assert not kept & set(agenda.elsewhere) and set(agenda.for_manager) <= kept


@settings(deadline=None)
@given(families, sittings, countings)
def test_an_agenda_fits_its_hours_and_has_each_family_once(
    found: list[Family], sitting: Sitting, counting: Counting
) -> None:
    agenda, budget = propose(found, sitting, counting), Budget()
    everywhere = [
        *_on(agenda),
        *(item.family for item in agenda.no_room),
        *agenda.away,
        *agenda.elsewhere,
        *agenda.for_manager,
    ]
    assert len(everywhere) == len(set(everywhere))
    assert agenda.minutes <= max(sitting.minutes - budget.check_in, 0)
    assert sum(item.talk is Talk.DEEP for item in agenda.items) <= budget.most_in_depth


@settings(deadline=None)
@given(families, sittings, countings)
def test_whoever_would_be_late_next_time_is_on_it_or_said_to_have_no_room(
    found: list[Family], sitting: Sitting, counting: Counting
) -> None:
    agenda = propose(found, sitting, counting)
    said = {*_on(agenda), *(item.family for item in agenda.no_room), *agenda.elsewhere, *agenda.for_manager}
    for family in found:
        if family.since_on + counting.limit(family.standing) < sitting.next_on:
            assert family.key in said


@settings(deadline=None)
@given(families, sittings)
def test_nobody_in_the_quick_round_goes_before_a_family_whose_day_is_sooner(
    found: list[Family], sitting: Sitting
) -> None:
    agenda = propose(found, sitting)
    quick = [item.due_on for item in agenda.items if item.talk is Talk.QUICK]
    assert quick == sorted(quick)


@settings(deadline=None)
@given(families, sittings, countings)
def test_every_item_says_why_in_words_and_the_pressing_first(
    found: list[Family], sitting: Sitting, counting: Counting
) -> None:
    for item in propose(found, sitting, counting).items:
        assert item.why and list(item.why) == sorted(item.why, key=list(Why).index)
        assert len(item.words) == len(item.why) and all(item.words)
        assert item.why == (Why.TURN,) or Why.TURN not in item.why


@settings(deadline=None)
@given(families, sittings, st.randoms())
def test_the_order_in_which_families_are_known_changes_nothing(found: list[Family], sitting: Sitting, random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert propose(shuffled, sitting) == propose(found, sitting)


def _family(key: int, weeks: int = 1, **facts: object) -> Family:
    heard = DAY - timedelta(weeks=weeks)
    return replace(Family(key, heard, last_on={Talk.QUICK: heard, Talk.DEEP: heard}), **facts)  # type: ignore[arg-type]


def test_reasons_come_in_the_order_of_the_reference() -> None:
    found = [
        _family(1, not_alone_times=2),
        _family(2, is_asked_for=True),
        _family(3, drifts=True),
        _family(4, missing_times=2),
        _family(5, is_new_to_care=True),
        _family(6, 6, standing=Standing.COURT),
        _family(7, 6, standing=Standing.PROTECTION),
        _family(8, 9, drifts=True),
        _family(9, missing_times=1, not_alone_times=1),
    ]
    agenda = propose(found, SITTING)
    assert [item.family for item in (*agenda.items[:2], *agenda.no_room)] == [8, 7, 5, 4, 3, 2, 1]
    assert _on(agenda) == [8, 7, 6], "a family on its day is in the quick round; one of last week need not come again"
    assert agenda.items[0].words == (
        "Late since 28 October 2026; last talked about 9 weeks ago",
        "Something in the plan stands still",
    )


def test_two_hours_are_two_families_in_depth_and_five_in_the_quick_round() -> None:
    agenda = propose([_family(key, 5) for key in range(40)], SITTING)
    assert [item.talk for item in agenda.items] == [Talk.DEEP] * 2 + [Talk.QUICK] * 5
    assert agenda.minutes == 110


def test_the_quick_round_keeps_its_minutes_when_a_session_is_shorter() -> None:
    agenda = propose([_family(key, 5, is_asked_for=True) for key in range(60)], replace(SITTING, minutes=115))
    talks = [item.talk for item in agenda.items]
    assert (talks.count(Talk.DEEP), talks.count(Talk.QUICK)) == (1, 27)


def test_depth_gives_way_before_anybody_is_late() -> None:
    agenda = propose([_family(key, 8) for key in range(20)], SITTING)
    assert [item.talk for item in agenda.items] == [Talk.DEEP] + [Talk.QUICK] * 19
    assert agenda.no_room == ()
    deep_alone = propose([_family(key, 8) for key in range(20)], SITTING, DEPTH_ALONE)
    assert [item.talk for item in deep_alone.items].count(Talk.DEEP) == 2 and len(deep_alone.no_room) >= 13


def test_a_family_waits_for_its_worker_until_waiting_would_make_it_late() -> None:
    sitting = replace(SITTING, people=POD - {2})
    agenda = propose([_family(1, 5, present_by=frozenset({2})), _family(2, 8, present_by=frozenset({2}))], sitting)
    assert agenda.away == (1,)
    assert [(item.family, item.needs_cover) for item in agenda.items] == [(2, True)]


def test_a_member_who_is_away_still_reads_no_agenda_with_a_family_kept_from_them() -> None:
    agenda = propose([_family(1, 8, kept_from=frozenset({5}))], replace(SITTING, people=POD - {5}))
    assert agenda == Agenda(elsewhere=(1,))


def test_a_family_that_was_never_talked_about_has_no_day_from_years_ago() -> None:
    for standing in (Standing.ORDINARY, Standing.PROTECTION, Standing.COURT):
        (item,) = propose([Family(1, date(2019, 5, 1), standing)], SITTING).items
        assert not any("2019" in words for words in item.words), item.words
        assert any("ot talked about yet" in words for words in item.words)

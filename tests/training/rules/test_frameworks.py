"""One framework takes over from another on its day, and no link is lost."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.rules.capabilities import (
    CORRESPONDS,
    EARLY_CAREER,
    LADDER,
    PCF,
    PRACTITIONERS,
    SHIPPED,
    STANDARDS,
    SUPERVISORS,
    Capability,
    Framework,
)
from training.rules.frameworks import (
    NOT_SAID,
    Link,
    NotInForce,
    UnknownArea,
    coverage,
    in_force,
    link,
    may_link,
    offered,
    problems,
    seen,
)

LAST, FIRST = date(2027, 3, 31), date(2027, 4, 1)
days = st.dates(min_value=date(2025, 1, 1), max_value=date(2030, 12, 31))
codes = st.sampled_from([area.code for framework in SHIPPED for area in framework.areas])
links = st.lists(st.builds(Link, st.integers(1, 20), codes, days), max_size=20)


def test_the_statement_holds_up_to_and_with_the_last_day_of_march_and_the_standards_from_the_next() -> None:
    assert PRACTITIONERS in in_force(LAST) and EARLY_CAREER not in in_force(LAST)
    assert EARLY_CAREER in in_force(FIRST) and PRACTITIONERS not in in_force(FIRST)


@given(days)
def test_on_every_day_exactly_one_of_the_two_holds(on: date) -> None:
    assert PRACTITIONERS.holds(on) != EARLY_CAREER.holds(on)


def test_shipped_frameworks_have_as_many_areas_as_the_reference_says_and_no_problem() -> None:
    counted = {framework.code: len(framework.areas) for framework in SHIPPED}
    assert counted == {"kss": 10, "ecs": 6, "kss-ps": 8, "pcf": 9, "swe": 6, "ladder": 6}
    assert problems(SHIPPED) == ()
    assert set(CORRESPONDS) == {area.code for area in PRACTITIONERS.areas}


def test_a_supervisors_framework_is_offered_to_those_who_supervise() -> None:
    assert offered("social-worker", LAST) == (PRACTITIONERS, PCF, STANDARDS, LADDER)
    assert offered("senior-practitioner", FIRST) == (EARLY_CAREER, SUPERVISORS, PCF, STANDARDS, LADDER)


def test_learning_of_march_that_is_written_in_april_may_be_linked_to_either() -> None:
    done_on, on = date(2027, 3, 20), date(2027, 4, 5)
    assert may_link("kss.6", done_on, on) and may_link("ecs.3", done_on, on)
    assert link(1, "kss.6", done_on, on) == Link(1, "kss.6", on)
    with pytest.raises(NotInForce):
        link(1, "kss.6", on, on)
    with pytest.raises(NotInForce):
        link(1, "ecs.3", done_on, LAST)
    with pytest.raises(UnknownArea):
        link(1, "kss.11", done_on, on)


@given(links, days)
def test_every_link_is_there_on_every_day_as_it_was_made(made: list[Link], on: date) -> None:
    shown = seen(made, on)
    assert [each.link for each in shown] == made
    titles = {area.code: area.title for framework in SHIPPED for area in framework.areas}
    assert all(each.title == titles[each.link.capability] for each in shown)


@given(links, days)
def test_what_an_older_link_is_close_to_holds_on_that_day(made: list[Link], on: date) -> None:
    for each in seen(made, on):
        assert all(area.framework in {framework.code for framework in in_force(on)} for area in each.close_to)
        assert not (each.is_of_today and each.close_to)
        assert each.is_of_today or bool(each.close_to) != (each.note == NOT_SAID)


def test_the_day_of_the_switch_adds_what_an_area_is_close_to_and_takes_nothing() -> None:
    made = [Link(1, "kss.9", date(2026, 11, 3))]
    (before,), (after,) = seen(made, LAST), seen(made, FIRST)
    assert before.is_of_today and before.close_to == ()
    assert not after.is_of_today and [area.title for area in after.close_to] == ["Reflection and learning"]
    assert (before.title, before.framework, before.link) == (after.title, after.framework, after.link)


@given(links, st.dictionaries(codes, st.lists(codes, max_size=3).map(tuple), max_size=4))
def test_another_mapping_changes_no_link(made: list[Link], corresponds: dict[str, tuple[str, ...]]) -> None:
    ours, theirs = seen(made, FIRST), seen(made, FIRST, corresponds=corresponds)
    assert [(each.link, each.title) for each in ours] == [(each.link, each.title) for each in theirs]


def test_a_framework_that_follows_the_next_one_is_reached_through_it() -> None:
    first = replace(EARLY_CAREER, until_on=date(2032, 3, 31))
    second = Framework("next", "The one after", (Capability("next.1", "Learning"),), "Invented", date(2032, 4, 1))
    all_three = (PRACTITIONERS, first, second)
    corresponds = {"kss.9": ("ecs.5",), "ecs.5": ("next.1", "kss.9")}
    shown = [
        seen([Link(1, "kss.9", LAST)], on, all_three, corresponds)[0] for on in (date(2032, 3, 31), date(2032, 4, 1))
    ]
    assert [[area.code for area in each.close_to] for each in shown] == [["ecs.5"], ["next.1"]]
    assert {each.title for each in shown} == {"The role of supervision"}


def test_without_a_mapping_it_says_so_instead_of_guessing() -> None:
    (shown,) = seen([Link(1, "kss.9", LAST)], FIRST, corresponds={})
    assert shown.note == NOT_SAID


@given(links, days)
def test_what_was_shown_before_the_switch_is_shown_after_it(made: list[Link], on: date) -> None:
    mapped = {each.piece for each in made if each.capability.partition(".")[0] == "kss"}
    shown = coverage(EARLY_CAREER, made, max(on, FIRST))
    assert mapped <= {piece for area in shown for piece in (*area.pieces, *area.from_before)}
    for area in shown:
        assert not set(area.pieces) & set(area.from_before)
    assert {area.capability for area in shown} == set(EARLY_CAREER.areas)
    counts = [len(area.pieces) + len(area.from_before) for area in shown]
    assert counts == sorted(counts, reverse=True), "what somebody has most of comes first"


def test_whoever_keeps_frameworks_is_told_what_is_wrong_with_them() -> None:
    upside_down = replace(PCF, from_on=FIRST, until_on=FIRST - timedelta(days=1))
    twice = replace(STANDARDS, areas=PCF.areas)
    assert problems([PRACTITIONERS, EARLY_CAREER, upside_down, twice], {"kss.1": ["ecs.9"]}) == (
        "Professional capabilities framework ends before it begins.",
        "Social Work England’s professional standards has an area with a code of another framework.",
        *(f"Two areas have the code pcf.{place}." for place in range(1, 10)),
        "The mapping names ecs.9, which no framework has.",
    )


def test_a_draft_says_that_it_is_one() -> None:
    (shown,) = seen([Link(1, "ecs.1", FIRST)], FIRST)
    assert "draft" in shown.note

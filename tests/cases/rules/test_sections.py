"""The shipped sections: whole, in order, in words families can read; and where one finds its place."""

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from cases.rules.assessing import State
from cases.rules.sections import CHILD, FAMILY, SECTIONS, Section, in_order, place_after
from cases.rules.writing import PAPER, why_locked

KEYS = {(each.paper, each.code): each for each in SECTIONS}


def test_every_paper_has_sections_for_the_family_and_for_each_child() -> None:
    assert {each.paper for each in SECTIONS} == set(PAPER)
    for paper in PAPER:
        assert {each.for_each for each in SECTIONS if each.paper == paper} == {FAMILY, CHILD}


def test_a_section_is_in_a_paper_once_and_fits_its_column() -> None:
    assert [key for key, times in Counter((s.paper, s.code) for s in SECTIONS).items() if times > 1] == []
    assert all(re.fullmatch(r"[a-z][a-z-]{1,29}", each.code) for each in SECTIONS)
    assert all(len(each.title) <= 120 and len(each.familys_title) <= 120 for each in SECTIONS)


def test_every_section_asks_the_family_too_and_of_no_child_by_a_word_for_all() -> None:
    for each in SECTIONS:
        assert each.familys_title.endswith("?") and each.prompt, each
        assert "sibling" not in f"{each.title}{each.prompt}{each.familys_title}".lower()
        if each.for_each == FAMILY:
            assert "…" not in f"{each.title}{each.familys_title}", each


def test_what_a_report_begins_as_exists() -> None:
    origins = [(each, origin) for each in SECTIONS for origin in each.begins_as]
    assert origins and all(origin in KEYS for _, origin in origins)
    for each, origin in origins:
        if each.for_each == FAMILY:
            assert KEYS[origin].for_each == FAMILY, "one child's words do not stand in what is shared by all"


def test_an_assessment_holds_what_the_reference_asks_for() -> None:
    codes = {code for paper, code in KEYS if paper == "assessment"}
    asked = "why people history seen voice day needs works parenting home differences hypotheses risk protective change"
    assert codes == set(asked.split())


@given(st.lists(st.integers(0, 400), min_size=1, max_size=8, unique=True), st.data())
def test_a_section_stands_after_the_one_it_was_put_after_and_the_others_keep_their_order(
    positions: list[int], data: st.DataObject
) -> None:
    before = in_order([Section(f"s{at}", "plan", "", "", "", FAMILY, at) for at in positions])
    codes = [each.code for each in before]
    code = data.draw(st.sampled_from([*codes, "new"]))
    after = data.draw(st.sampled_from(["", *(each for each in codes if each != code)]))
    moved = place_after(before, code, after)
    known = {each.code: each.position for each in before} | moved
    now = sorted(known, key=lambda each: (known[each], each))
    assert (now[now.index(code) - 1] if now.index(code) else "") == after
    assert [each for each in now if each != code] == [each for each in codes if each != code]


def test_what_is_submitted_authorised_or_closed_is_locked_and_the_rest_is_not() -> None:
    locked = {state for state in State if why_locked(closed=False, state=state)}
    assert locked == {State.SUBMITTED, State.AUTHORISED, State.STOPPED}
    assert why_locked(closed=True) and not why_locked(closed=False)

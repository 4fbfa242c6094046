"""The family's copy of a kept picture holds what was kept and may be shown today: nothing else, and no trace."""

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cases.rules.genogram.copying import familys_copy
from cases.rules.genogram.drawing import draw
from cases.rules.genogram.family import Family, in_order, only
from cases.rules.genogram.sharing import shared_with_family
from cases.rules.genogram.telling import people_rows, relation_rows
from tests.cases.rules.genogram.conftest import facts, sample
from tests.cases.rules.genogram.inventing import invented


def copied(kept: Family, today: Family) -> Family:
    told = shared_with_family(today)
    return familys_copy(kept, told, told)


def said(family: Family) -> str:
    return f"{draw(family).svg}{people_rows(family)}{relation_rows(family)}"


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 999))
def test_where_nothing_was_marked_since_it_is_the_family_version(seed: int) -> None:
    family = facts(invented(seed, most=16))
    assert copied(family, family) == in_order(shared_with_family(family))


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 999), st.integers(0, 99))
@example(335, 1)  # triplets of whom one is marked: twins are left
def test_what_is_marked_since_is_gone_as_if_it_had_never_been_kept(seed: int, which: int) -> None:
    """Somebody and a partnership are marked later: the copy is that of a picture kept with the marks."""
    kept = facts(invented(seed, most=16))
    person = [each for each in kept.persons if not each.is_index][which % (len(kept.persons) - 1)]
    union = kept.unions[which % len(kept.unions)]
    today = replace(
        kept,
        persons=tuple(replace(each, is_private=each.id == person.id) for each in kept.persons),
        unions=tuple(replace(each, is_private=each.id == union.id) for each in kept.unions),
    )
    made = copied(kept, today)
    assert person.id not in made.by_id()
    assert said(made) == said(copied(today, today))


def test_what_is_opened_since_stays_closed_in_the_copy() -> None:
    """Whoever opens a fact today has not looked at what was kept."""
    open_now = facts(sample("1_half_siblings"))
    marked = [replace(each, is_private=each.id == "marcus") for each in open_now.persons]
    kept = replace(open_now, persons=tuple(marked))
    assert "marcus" not in copied(kept, open_now).by_id()


def test_who_came_since_is_not_in_it() -> None:
    family = facts(sample("1_half_siblings"))
    without = only(family, (person.id for person in family.persons if person.id != "keith"))
    assert "keith" not in copied(without, family).by_id()

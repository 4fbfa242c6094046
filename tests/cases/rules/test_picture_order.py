"""The shape of a family, from which a job finds an order, gives everybody the place that the facts give them."""

import json
from dataclasses import replace
from random import Random

import pytest

from cases.rules.genogram.family import Family, Link, Parentage, Person, Union, in_order
from cases.rules.genogram.frame import frame_of
from cases.rules.genogram.layout import laid_out
from cases.rules.genogram.rows import rows_of
from cases.rules.picture_order import family_of, shape_of
from tests.cases.rules.genogram.conftest import facts
from tests.cases.rules.genogram.inventing import invented
from tests.cases.rules.genogram.measuring import neighbours


def torn(seed: int) -> Family:
    """An invented family some of whose partnerships nobody knows, so that parts of it are linked with nothing."""
    chance, family = Random(seed), facts(invented(seed, most=20))
    people = [person.id for person in family.persons]
    unions = tuple(union for union in family.unions if chance.random() < 0.6)
    known = {union.id for union in unions}
    return in_order(
        replace(
            family,
            unions=unions,
            parentage=tuple(each for each in family.parentage if each.union in known),
            links=tuple(
                Link(*chance.sample(people, 2), "cousin", chance.choice([None, 0, 1, -1]))
                for _ in range(chance.randint(0, 2))
            ),
        )
    )


def again(family: Family) -> Family:
    """The family as a job reads it."""
    return in_order(family_of(json.loads(json.dumps(shape_of(family)))))


@pytest.mark.parametrize("seed", range(40))
def test_everybody_stands_in_one_row_for_the_page_and_for_the_job(seed: int) -> None:
    family = torn(seed)
    assert rows_of(again(family)) == rows_of(family)


@pytest.mark.parametrize("seed", range(40))
def test_brothers_and_sisters_stand_by_age_for_the_job_too(seed: int) -> None:
    family = torn(seed)
    page, job = frame_of(family), frame_of(again(family))
    for mine, theirs in zip(page.sibships, job.sibships, strict=True):
        assert mine == theirs
        for group in mine:
            assert sorted(group, key=page.birth_key.__getitem__) == sorted(group, key=job.birth_key.__getitem__)


def test_a_shape_tells_no_day_and_no_year() -> None:
    family = Family(
        on=facts(invented(1)).on,
        persons=(
            Person("a", name="Ana Li", birth="1961-07-23", is_index=True),
            Person("b", birth="1987-07"),
            Person("c", birth="2014"),
        ),
    )
    said = json.dumps(shape_of(family))
    assert not [word for word in ("Ana", "1961", "1987", "2014", "07", "23") if word in said]


@pytest.mark.parametrize("seed", range(30))
def test_newcomers_flip_nobody_where_nothing_links_some_of_the_people(seed: int) -> None:
    family = torn(seed)
    before = laid_out(family).order
    for grown in sorted({who for union in family.unions for who in union.partners})[:3]:
        more = replace(
            family,
            persons=(*family.persons, Person("new", birth="1990"), Person("baby", birth="2026-10-01")),
            unions=(*family.unions, Union("un", (grown, "new"))),
            parentage=(*family.parentage, Parentage("baby", "un")),
        )
        assert set(neighbours(before)) <= set(neighbours(laid_out(more, before).order))


def test_somebody_whose_year_was_wrong_leaves_the_row_they_stood_in() -> None:
    persons = (
        Person("mum", birth="1985"),
        Person("kid", birth="2012", is_index=True),
        Person("friend", birth="1986"),
    )
    family = Family(facts(invented(1)).on, persons, (Union("u", ("mum",)),), (Parentage("kid", "u"),))
    before = laid_out(family).order
    assert before == (("friend", "mum"), ("kid",)) or before == (("mum", "friend"), ("kid",))
    corrected = replace(family, persons=(*persons[:2], Person("friend", birth="2011")))
    assert {"friend", "kid"} == set(laid_out(corrected, before).order[1])

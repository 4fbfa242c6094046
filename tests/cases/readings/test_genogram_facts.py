"""What the facts of a record become in a genogram: unions, parents who are not known, days, whose view."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import Member, PastLoss, Relationship
from cases.readings.genogram_facts import facts_of, member_key
from cases.rules.audience import FAMILY
from cases.rules.genogram.drawing import draw
from cases.rules.genogram.family import Family
from cases.rules.genogram.telling import people_rows
from tests.cases.rules.genogram.asked import as_file
from tests.cases.rules.genogram.measuring import faults
from tests.factories.cases import ChildFactory

pytestmark = pytest.mark.django_db
KIND = Relationship.Kind


class Kin:
    """People of the cast's record, and how they are related."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.child: Member = ChildFactory()
        self.case = self.child.case

    def somebody(self, name: str, **more: Any) -> Member:
        facts: dict[str, Any] = {"kind": Member.Kind.ADULT, "born_on": None, "family_name": "", "sex": ""}
        found: Member = ChildFactory(case=self.case, given_name=name, **facts | more)
        return found

    def related(self, one: Member, kind: str, other: Member, **more: Any) -> Relationship:
        return Relationship.objects.create(case=self.case, one=one, other=other, kind=kind, **more)

    def facts(self, on: date | None = None, **more: Any) -> Family:
        return facts_of(self.case, on or self.today, **more)


@pytest.fixture
def kin(db: None, today: date) -> Kin:
    return Kin(today)


def names(family: Family, key: str) -> str:
    return family.by_id()[key].name


def parents(family: Family, child: Member) -> dict[str, list[str]]:
    """By kind, the names of the parents a child hangs from."""
    unions = {union.id: union for union in family.unions}
    found: dict[str, list[str]] = {}
    for each in family.parentage:
        if each.child == f"m{child.pk}":
            found.setdefault(each.kind, []).extend(names(family, who) for who in unions[each.union].partners)
    return {kind: sorted(who) for kind, who in found.items()}


def test_a_mother_and_a_father_are_one_union(kin: Kin) -> None:
    mother, father = kin.somebody("Shirin"), kin.somebody("Jamal")
    kin.related(mother, KIND.MOTHER, kin.child)
    kin.related(father, KIND.FATHER, kin.child)
    kin.related(father, KIND.PARTNER, mother, couple="cohabiting", started_about="2012")
    family = kin.facts()
    assert parents(family, kin.child) == {"birth": ["Jamal", "Shirin"]}
    assert [(each.kind, each.start, each.status) for each in family.unions] == [("cohabiting", "2012", "current")]
    assert {who.name: who.gender for who in family.persons if not who.is_index} == {"Shirin": "female", "Jamal": "male"}


def test_a_father_who_is_not_known_is_drawn_for_us_and_never_for_the_family(kin: Kin) -> None:
    kin.related(kin.somebody("Shirin"), KIND.MOTHER, kin.child)
    assert parents(kin.facts(), kin.child) == {"birth": ["Father not known", "Shirin"]}
    assert parents(kin.facts(audience=FAMILY), kin.child) == {"birth": ["Shirin"]}


def test_a_grandmother_whose_side_nobody_said_stands_two_rows_up_without_a_line(kin: Kin) -> None:
    kin.related(kin.somebody("Shirin"), KIND.MOTHER, kin.child)
    rahima = kin.somebody("Rahima", sex="F")
    kin.related(rahima, KIND.GRANDPARENT, kin.child)
    family = kin.facts()
    assert [(link.one, link.what, link.steps) for link in family.links] == [(f"m{rahima.pk}", "grandmother", 2)]
    order = draw(family).order
    assert f"m{rahima.pk}" in order[0] and f"m{kin.child.pk}" in order[2]
    told = {row.name: row.relation for row in people_rows(family)}
    assert told["Rahima"] == "grandmother", "it is all we know of her, and the table says it"


def test_a_grandmother_who_is_the_mothers_mother_is_said_once(kin: Kin) -> None:
    shirin, rahima = kin.somebody("Shirin"), kin.somebody("Rahima")
    kin.related(shirin, KIND.MOTHER, kin.child)
    kin.related(rahima, KIND.MOTHER, shirin)
    kin.related(rahima, KIND.GRANDPARENT, kin.child)
    assert kin.facts().links == ()


def test_a_slip_is_not_drawn(kin: Kin) -> None:
    kin.related(kin.somebody("Shirin"), KIND.MOTHER, kin.child, was_mistake=True, ended_on=kin.today)
    assert "birth" in parents(kin.facts(), kin.child) and parents(kin.facts(), kin.child) == {
        "birth": ["Parents not known"]
    }


def test_a_private_paternity_leaves_the_same_bytes_as_none(kin: Kin) -> None:
    mother, father = kin.somebody("Shirin"), kin.somebody("Jamal")
    kin.related(mother, KIND.MOTHER, kin.child)
    without = draw(kin.facts(audience=FAMILY)).svg
    said = kin.related(father, KIND.FATHER, kin.child, is_kept_from_family=True)
    kin.related(kin.somebody("Rahima"), KIND.MOTHER, father)
    assert draw(kin.facts(audience=FAMILY)).svg == without
    Relationship.objects.filter(pk=said.pk).update(is_kept_from_family=False)
    assert "Jamal" in draw(kin.facts(audience=FAMILY)).svg


def test_a_past_loss_is_among_its_siblings_for_us_alone(kin: Kin, cast: SimpleNamespace) -> None:
    mother = kin.somebody("Shirin")
    kin.related(mother, KIND.MOTHER, kin.child)
    without = draw(kin.facts(audience=FAMILY)).svg
    loss = PastLoss.objects.create(
        case=kin.case,
        mother=mother,
        kind="termination",
        lost_about="2014",
        recorded_by=cast.amara,
        recorded_on=kin.today,
    )
    assert f"l{loss.pk}" in kin.facts().by_id()
    assert draw(kin.facts(audience=FAMILY)).svg == without


def test_what_is_drawn_has_no_fault(kin: Kin) -> None:
    mother, father, aunt = kin.somebody("Shirin"), kin.somebody("Jamal"), kin.somebody("Farida", sex="F")
    kin.related(mother, KIND.MOTHER, kin.child)
    kin.related(father, KIND.FATHER, kin.child)
    kin.related(aunt, KIND.SIBLING, father)
    kin.related(aunt, KIND.AUNT_OR_UNCLE, kin.child)
    family = kin.facts()
    assert faults(as_file(family), draw(family).svg) == {}
    assert family.links == ()


def test_ids_say_who_is_a_member() -> None:
    assert (member_key("m12"), member_key("l3"), member_key("x-m1-m5"), member_key("um1-m2")) == (12, None, None, None)

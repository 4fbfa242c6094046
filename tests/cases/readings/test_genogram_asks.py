"""What one may ask a family about its genogram, and that nothing is asked twice or of somebody nobody knows."""

from datetime import date

import pytest

from cases.models import Relationship
from cases.readings.genogram_asks import asks_of
from tests.cases.readings.test_genogram_facts import Kin

pytestmark = pytest.mark.django_db
KIND = Relationship.Kind


@pytest.fixture
def kin(db: None, today: date) -> Kin:
    return Kin(today)


def asked(kin: Kin) -> list[str]:
    return [each.words for each in asks_of(kin.case, kin.facts())]


def test_a_side_with_one_person_asks_who_else(kin: Kin) -> None:
    mother, father = kin.somebody("Shirin", sex="F"), kin.somebody("Jamal", sex="M")
    kin.related(mother, KIND.MOTHER, kin.child)
    kin.related(father, KIND.FATHER, kin.child)
    kin.related(kin.somebody("Rokeya", sex="F"), KIND.MOTHER, mother)
    assert asked(kin) == ["Father’s side has 1 person: who else?"]


def test_a_father_who_is_not_known_is_asked_for_by_the_child(kin: Kin) -> None:
    mother = kin.somebody("Shirin", sex="F")
    kin.related(mother, KIND.MOTHER, kin.child)
    kin.related(kin.somebody("Rokeya", sex="F"), KIND.MOTHER, mother)
    assert asked(kin) == [f"Who is {kin.child.given_name.split(' ')[0]}’s father?"]


def test_a_grandmother_without_a_side_is_asked_about(kin: Kin) -> None:
    kin.related(kin.somebody("Shirin", sex="F"), KIND.MOTHER, kin.child)
    rahima = kin.somebody("Rahima", sex="F")
    kin.related(rahima, KIND.GRANDPARENT, kin.child)
    found = {each.words: each for each in asks_of(kin.case, kin.facts())}
    assert found["Whose mother is Rahima?"].href.endswith(f"?person=m{rahima.pk}#person")


def test_a_couple_without_a_year_is_asked_since_when(kin: Kin) -> None:
    mother, father = kin.somebody("Shirin", sex="F"), kin.somebody("Jamal", sex="M")
    kin.related(mother, KIND.SPOUSE, father, couple="married")
    assert "Since when were Shirin and Jamal together?" in asked(kin)
    Relationship.objects.update(started_about="2012")
    assert "Since when were Shirin and Jamal together?" not in asked(kin)

"""Rules know no models, so what both of them call by a code is held together here."""

from camden.models import Employment
from supervision.models import Attendance
from training.models import Learning, Piece
from training.rules.capabilities import SHIPPED
from training.rules.early_career import PROGRAMMES
from training.rules.into_cpd import ACTIVITIES, OCCASIONS, PARTS, Occasion
from training.rules.learning_hours import Way
from training.rules.requirements import BODIES


def test_bodies_programmes_and_grades_are_those_of_an_employment() -> None:
    assert set(BODIES) == set(Employment.Body.values)
    assert {"", *PROGRAMMES} == set(Employment.Programme.values)
    assert {grade for framework in SHIPPED for grade in framework.grades} <= set(Employment.Grade.values)


def test_kinds_of_learning_are_those_that_are_stored() -> None:
    assert {way.value for way in Way} == set(Learning.Kind.values)
    assert set(ACTIVITIES) == set(Occasion) == set(OCCASIONS.values())
    assert set(ACTIVITIES.values()) <= set(Piece.Activity.values)


def test_every_part_of_a_session_can_be_said_in_a_draft() -> None:
    assert set(Attendance.Part.values) <= set(PARTS)

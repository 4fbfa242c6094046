"""Courses, programmes, observations and rounds of questions for tests."""

import uuid
from datetime import date, datetime
from typing import Any

import factory

from camden.models import Absence
from camden.rules.moments import HERE
from tests.factories.camden import UserFactory
from training.models import (
    Booking,
    Capability,
    Certificate,
    Course,
    CourseSession,
    Framework,
    JoiningDetails,
    LogEntry,
    Observation,
    PieceShare,
    Programme,
    ProgrammeAgreement,
    ProgrammeReview,
    Promise,
    Question,
    RequiredItem,
    Survey,
    SurveyAnswer,
    SystemicTraining,
)


class AbsenceFactory(factory.django.DjangoModelFactory[Absence]):
    """Away for two weeks."""

    class Meta:
        model = Absence

    from_on = date(2026, 10, 26)
    back_on = date(2026, 11, 9)


class FrameworkFactory(factory.django.DjangoModelFactory[Framework]):
    """A framework of a council's own."""

    class Meta:
        model = Framework

    code = factory.Sequence(lambda n: f"own{n}")
    title = "What we want to be good at"
    source = "Our own"


class CapabilityFactory(factory.django.DjangoModelFactory[Capability]):
    """One area of it."""

    class Meta:
        model = Capability

    framework = factory.SubFactory(FrameworkFactory)
    place = 1
    code = factory.LazyAttribute(lambda area: f"{area.framework.code}.{area.place}")
    title = "Listening"


class RequiredItemFactory(factory.django.DjangoModelFactory[RequiredItem]):
    """Something that holds for three years."""

    class Meta:
        model = RequiredItem

    code = factory.Sequence(lambda n: f"item-{n}")
    title = "Safeguarding children, level 3"
    months = 36


class CourseFactory(factory.django.DjangoModelFactory[Course]):
    """A course of a day."""

    class Meta:
        model = Course

    code = factory.Sequence(lambda n: f"course-{n}")
    title = "Systemic conversations"
    minutes = 360


class CourseSessionFactory(factory.django.DjangoModelFactory[CourseSession]):
    """It is held in December, for twelve."""

    class Meta:
        model = CourseSession

    course = factory.SubFactory(CourseFactory)
    held_on = date(2026, 12, 3)
    starts_at = factory.LazyAttribute(
        lambda each: datetime.combine(each.held_on, datetime.min.time(), HERE).replace(hour=9)
    )
    ends_at = factory.LazyAttribute(lambda each: each.starts_at.replace(hour=16))
    venue = "Room 2"
    places = 12


class JoiningDetailsFactory(factory.django.DjangoModelFactory[JoiningDetails]):
    """How to get in."""

    class Meta:
        model = JoiningDetails

    words = "The door code is 4711."


class BookingFactory(factory.django.DjangoModelFactory[Booking]):
    """Somebody asked for a place and waits."""

    class Meta:
        model = Booking

    asked_at = datetime(2026, 11, 2, 9, tzinfo=HERE)


class CertificateFactory(factory.django.DjangoModelFactory[Certificate]):
    """Somebody was there."""

    class Meta:
        model = Certificate

    number = factory.Sequence(lambda n: f"2026-{n}")
    title = "Systemic conversations"
    held_on = date(2026, 10, 1)
    minutes = 360
    issued_on = date(2026, 10, 1)


class PieceShareFactory(factory.django.DjangoModelFactory[PieceShare]):
    """A piece is shown to somebody."""

    class Meta:
        model = PieceShare

    shared_on = date(2026, 10, 22)


class SystemicTrainingFactory(factory.django.DjangoModelFactory[SystemicTraining]):
    """Somebody did the foundation year."""

    class Meta:
        model = SystemicTraining

    step = 3
    provider = "A college"
    is_accredited = True
    started_on = date(2025, 9, 1)
    certified_on = date(2026, 7, 10)


class ProgrammeFactory(factory.django.DjangoModelFactory[Programme]):
    """Somebody is newly qualified since September."""

    class Meta:
        model = Programme

    code = Programme.Code.ASYE
    started_on = date(2026, 9, 7)
    assessor = factory.SubFactory(UserFactory)


class AgreementFactory(factory.django.DjangoModelFactory[ProgrammeAgreement]):
    """What was agreed at the beginning."""

    class Meta:
        model = ProgrammeAgreement

    agreed_on = date(2026, 9, 14)
    wants_to_learn = "To sit with silence."
    support = "Joint visits for six weeks."


class ReviewFactory(factory.django.DjangoModelFactory[ProgrammeReview]):
    """The review at six weeks."""

    class Meta:
        model = ProgrammeReview

    held_on = date(2026, 10, 19)
    going_well = "Children come to the door."
    comes_next = "A first conference."


class LogEntryFactory(factory.django.DjangoModelFactory[LogEntry]):
    """A page of a log that nobody else has seen."""

    class Meta:
        model = LogEntry

    person = factory.LazyAttribute(lambda entry: entry.programme.person)
    written_on = date(2026, 10, 1)
    words = "I was afraid at the door."


class ObservationFactory(factory.django.DjangoModelFactory[Observation]):
    """Somebody watched a colleague, and has not given it to them yet."""

    class Meta:
        model = Observation

    observed_on = date(2026, 10, 12)
    setting = "home"
    focus = "How I begin"
    consent = "given"
    strengths = "You waited."
    family_said = "He did not write while we talked."
    agreed_learning = "To ask who else thinks so."


class PromiseFactory(factory.django.DjangoModelFactory[Promise]):
    """A line of the staff charter."""

    class Meta:
        model = Promise

    code = factory.Sequence(lambda n: f"charter-{n}")
    whose = "staff"
    words = "You have the time with families that your work needs."
    from_on = date(2026, 1, 1)


class SurveyFactory(factory.django.DjangoModelFactory[Survey]):
    """A round that is open."""

    class Meta:
        model = Survey

    opens_on = date(2026, 11, 1)
    closes_on = date(2026, 11, 14)
    asked = "staff"


class QuestionFactory(factory.django.DjangoModelFactory[Question]):
    """One of its three questions."""

    class Meta:
        model = Question

    promise = factory.SubFactory(PromiseFactory)
    place = 1
    words = "Did you have the time?"


class SurveyAnswerFactory(factory.django.DjangoModelFactory[SurveyAnswer]):
    """What somebody said."""

    class Meta:
        model = SurveyAnswer

    id = factory.LazyFunction(uuid.uuid4)
    mark = factory.Sequence(lambda n: f"mark {n}")
    path = factory.LazyFunction(list)
    answer = "Yes"


def round_of_three(**said: Any) -> list[Question]:
    """The three questions of a round that is open, each about a promise of its own."""
    survey = SurveyFactory(**said)
    return [QuestionFactory(survey=survey, place=place) for place in (1, 2, 3)]

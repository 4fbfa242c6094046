"""Courses: the catalogue, one course with its dates, and wishes that wait for a manager."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from camden.models import User
from camden.rules.moments import HERE
from camden.rules.names import day_in_words
from training.measures import Places, called_off, places_of
from training.models import Booking, Certificate, Course, CourseSession, JoiningDetails
from training.rules.learning_hours import in_hours

MOST = 60  # dates on a page


@dataclass(frozen=True)
class DateLine:
    """One time a course is held, and where somebody stands there. `stands` is a code of Booking.Stands, or empty."""

    pk: int
    course: int
    day: str
    iso: str
    hours: str
    where: str
    left: str
    stands: str
    says: str
    can_ask: bool
    can_return: bool


@dataclass(frozen=True)
class CourseLine:
    """A course of the catalogue with its next date in words."""

    pk: int
    title: str
    how_long: str
    step: str
    renews: str
    needs_agreement: bool
    next: str
    mine: str


@dataclass(frozen=True)
class OneCourse:
    """A course, its dates that are still to come, and how to join those one has a place on."""

    course: Course
    how_long: str
    ahead: tuple[DateLine, ...]
    joining: tuple[tuple[str, JoiningDetails], ...]
    called_off: tuple[tuple[str, str], ...] = ()
    """The day and why, of dates one has a place on or waits for that are not held."""


@dataclass(frozen=True)
class Wish:
    """Somebody of mine asked for a place, and I am asked whether that fits."""

    pk: int
    name: str
    title: str
    day: str


def catalogue(person: User, on: date) -> tuple[CourseLine, ...]:
    """Every course that is offered, by title. Four queries."""
    courses = list(Course.objects.filter(ended_on=None).select_related("item").order_by("title", "pk"))
    dates = _dates(person, CourseSession.objects.filter(course__in=courses), on)
    found = []
    for course in courses:
        own = [line for line in dates if line.course == course.pk]
        found.append(
            CourseLine(
                pk=course.pk,
                title=course.title,
                how_long=in_hours(course.minutes),
                step=course.get_step_display() if course.step else "",
                renews=course.item.title if course.item else "",
                needs_agreement=course.needs_agreement,
                next=own[0].day if own else "",
                mine=next((f"{line.day}: {line.says}" for line in own if line.stands), ""),
            )
        )
    return tuple(found)


def one_course(course: Course, person: User, on: date) -> OneCourse:
    """A course as somebody finds it who thinks of going."""
    ahead = _dates(person, CourseSession.objects.filter(course=course), on)
    placed = {line.pk: line.day for line in ahead if line.stands == Booking.Stands.BOOKED}
    details = JoiningDetails.objects.filter(session__in=placed).order_by("pk")
    return OneCourse(
        course=course,
        how_long=in_hours(course.minutes),
        ahead=ahead,
        joining=tuple((placed[each.pk], each) for each in details if each.link or each.words),
        called_off=tuple((day_in_words(each.on), each.why) for each in called_off(on) if each.course == course.pk),
    )


def course_of(date_pk: int) -> str:
    """What the catalogue calls the course that is held on a date; empty when it is there no more. One query."""
    return CourseSession.objects.filter(pk=date_pk).values_list("course__title", flat=True).first() or ""


def certificates(person: User) -> list[Certificate]:
    """A person's own, the newest first."""
    return list(Certificate.objects.filter(person=person).order_by("-held_on", "-pk"))


def wishes_for(manager: User, on: date) -> tuple[Wish, ...]:
    """Wishes of people whose work this person answers for, the earliest course first; never their own."""
    waiting = Booking.objects.answered_by(manager).filter(
        was_agreed=None, placed_at=None, withdrawn_at=None, came=None,
        session__held_on__gt=on, session__called_off_on=None, session__course__needs_agreement=True,
    )  # fmt: skip
    return tuple(
        Wish(each.pk, each.person.name, each.session.course.title, day_in_words(each.session.held_on))
        for each in waiting.select_related("person", "session__course").order_by("session__held_on", "asked_at", "pk")
    )


def _dates(person: User, sessions: "QuerySet[CourseSession]", on: date) -> tuple[DateLine, ...]:
    ahead = list(
        sessions.filter(held_on__gte=on, called_off_on=None)
        .select_related("course")
        .order_by("held_on", "starts_at", "pk")[:MOST]
    )
    keys = [each.pk for each in ahead]
    places = places_of(keys)
    own = {
        booking.session_id: booking
        for booking in Booking.objects.filter(person=person, session__in=keys, withdrawn_at=None).select_related(
            "session__course"
        )
    }
    return tuple(_date(each, places.get(each.pk, Places()), own.get(each.pk), on) for each in ahead)


def _date(session: CourseSession, places: Places, booking: Booking | None, on: date) -> DateLine:
    starts, ends = (moment.astimezone(HERE) for moment in (session.starts_at, session.ends_at))
    left = max(session.places - places.taken, 0)
    can_change = session.held_on > on
    return DateLine(
        pk=session.pk,
        course=session.course_id,
        day=day_in_words(session.held_on),
        iso=session.held_on.isoformat(),
        hours=f"{starts:%H:%M} to {ends:%H:%M}",
        where="Online" if session.is_online else session.venue,
        left=_left(left, places.waiting),
        stands=booking.stands.value if booking else "",
        says=_says(booking, places) if booking else "",
        can_ask=booking is None and can_change,
        can_return=booking is not None and can_change and booking.came is None,
    )


def _left(left: int, waiting: int) -> str:
    if left:
        return "1 place left" if left == 1 else f"{left} places left"
    return "Full" if not waiting else f"Full, {waiting} waiting"


def _says(booking: Booking, places: Places) -> str:
    if booking.stands is not Booking.Stands.WAITING or places.before_me is None:
        return f"{booking.in_words}."
    people = {0: "Nobody is", 1: "One person is"}.get(places.before_me, f"{places.before_me} people are")
    return f"You are on the waiting list. {people} before you."

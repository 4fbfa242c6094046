"""Courses to the end, for the invented service: one held today, one that was, one whose register is open."""

from datetime import date, datetime, time, timedelta
from typing import Any

from camden.models import Absence, User
from camden.principal import acting_as
from camden.rules.moments import HERE
from camden.rules.names import day_in_words
from training.models import Booking, Course, CourseSession, Observation, RequiredDone, RequiredItem
from training.operations import give_feedback, keep_register, log_learning
from training.readings.mine import FROM_OBSERVATION

_LEAD = "Imogen Tate"
_STILL_TO_DO = ("Farah Nazari", "Chipo Moyo")
_SAID = (
    ("Rosa Begum", "very", "The pairs were the best of it. Please send the list of interpreters beforehand."),
    ("Hana Suzuki", "some", "More time to practise the briefing."),
    ("Priya Shah", "very", ""),
    ("Farah Nazari", "some", "I had not thought of what a child hears who interprets."),
    ("Liam Docherty", "little", "We work with signers, who were not spoken of."),
)


def demo(world: Any) -> None:
    """After the courses are there: what became of them."""
    people = world.people
    if _LEAD not in people:
        return
    _learned_before(people, world.on)
    _was_held(people, world.on)
    _is_held_today(people, world.on)
    _is_open(people, world.on)
    for each in Observation.objects.filter(given_on__isnull=False).select_related("worker", "observer"):
        _observed(each)
    if "Liam Docherty" in people:
        days = {"from_on": world.on + timedelta(days=12), "back_on": world.on + timedelta(days=26)}
        Absence.objects.create(person=people["Liam Docherty"], **days)


def _learned_before(people: dict[str, User], on: date) -> None:
    """What most people did of what is asked of them, some of it long ago; a few have something still to do."""
    items, lead = list(RequiredItem.objects.order_by("code")), people[_LEAD]
    known = set(RequiredDone.objects.values_list("person", flat=True))
    found = []
    for number, (name, person) in enumerate(sorted(people.items())):
        for place, item in enumerate(items):
            if person.pk in known or name in _STILL_TO_DO or (number + place) % 11 == 4:
                continue
            days = 20 + (number * 37 + place * 101) % ((item.months or 48) * 30 - 10)
            done_on = on - timedelta(days=days)
            found.append(RequiredDone(person=person, item=item, done_on=done_on, source=item.title, noted_by=lead))
    RequiredDone.objects.bulk_create(found)


def _was_held(people: dict[str, User], on: date) -> None:
    """The course about interpreters: others came too, and five of them say something of it."""
    held = CourseSession.objects.filter(course__code="interpreters", held_on__lt=on).order_by("held_on").first()
    if held is None:
        return
    came = {people[name].pk: True for name, _, _ in _SAID if name in people}
    with acting_as(people[_LEAD]):
        keep_register(session=held, came=came, version=0, by=people[_LEAD], on=on, at=_at(on, 9))
    for name, useful, words in _SAID:
        if name in people:
            with acting_as(people[name]):
                give_feedback(session=held, useful=useful, words=words, by=people[name])


def _is_held_today(people: dict[str, User], on: date) -> None:
    """Systemic conversations, this morning: Niamh leads it, and its register is hers to keep."""
    course = Course.objects.filter(code="systemic-conversations").first()
    if course is None or "Niamh Castellan" not in people:
        return
    Course.objects.filter(pk=course.pk).update(gives_certificate=False)
    held = _session(course, on, led_by=people["Niamh Castellan"])
    for minute, name in enumerate(("Ade Fashola", "Ines Duarte", "Rosa Begum", "Tom Whitlock")):
        _place(people, held, name, on, minute)


def _is_open(people: dict[str, User], on: date) -> None:
    """A day about safeguarding, last week, of whose register nothing is said yet."""
    course = Course.objects.filter(code="safeguarding-3").first()
    if course is not None:
        held = _session(course, on - timedelta(days=6))
        for minute, name in enumerate(("Ines Duarte", "Priya Shah", "Kwesi Boadi")):
            _place(people, held, name, on - timedelta(days=6), minute)


def _session(course: Course, on: date, led_by: User | None = None) -> CourseSession:
    starts = _at(on, 9, 30)
    ends = starts + timedelta(minutes=min(course.minutes, 390))
    return CourseSession.objects.create(
        course=course, held_on=on, starts_at=starts, ends_at=ends, places=12, venue="Crowndale Centre", led_by=led_by
    )


def _place(people: dict[str, User], session: CourseSession, name: str, on: date, minute: int) -> None:
    if name in people:
        at = _at(on - timedelta(days=9), 9, minute)
        Booking.objects.create(session=session, person=people[name], asked_at=at, placed_at=at)


def _observed(observation: Observation) -> None:
    """Whoever observed and whoever was observed learned from it, as when it is given on its page."""
    said = {
        "on": observation.observed_on,
        "kind": "observation",
        "title": "A practice observation",
        "source": f"Practice observation, {day_in_words(observation.observed_on)}",
        "source_key": f"{FROM_OBSERVATION}{observation.pk}",
    }
    with acting_as(observation.observer):
        log_learning(person=observation.worker, role_played="Observed", peers=[observation.observer.name], **said)
        log_learning(
            person=observation.observer, role_played="Observed somebody", peers=[observation.worker.name], **said
        )


def _at(on: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(on, time(hour, minute), HERE)

"""Courses, required learning, a programme, an observation and a round of listening for the invented service."""

import json
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection

from camden.models import Absence
from camden.principal import acting_as
from camden.rules.moments import HERE
from training.management import first_year, listened
from training.management.shipping import ship
from training.models import (
    Booking,
    Course,
    CourseSession,
    JoiningDetails,
    Nudge,
    RequiredDone,
    RequiredItem,
    RequiredRule,
    SystemicTraining,
)
from training.rules.ladder import Step

_LEAD = "Imogen Tate"
# Code, title, minutes, what it renews, step, whether a manager agrees first, what it is about.
_COURSES = (
    ("systemic-intro", "Five-day systemic introduction", 1800, "", Step.INTRODUCTION, True,
     "For everybody, from social worker to director: curiosity, circular questions, the reflecting team."),
    ("systemic-conversations", "Systemic conversations", 180, "", Step.CONVERSATIONS, False,
     "A morning for those who are new: how we think together here, and what the rucksack holds."),
    ("safeguarding-3", "Safeguarding children, level 3", 360, "safeguarding-3", None, False,
     "The law, thresholds and how we decide together. Holds for three years."),
    ("interpreters", "Working with interpreters", 120, "", None, False,
     "Booking, briefing, and why no child interprets."),
)  # fmt: skip


def demo(world: Any) -> None:
    """Courses with places, a waiting list and a register; Tom's first year; a word in November; listening."""
    if _LEAD not in world.people:
        return
    ship()
    _ask_for_learning(world)
    _offer(world)
    first_year.demo(world)
    listened.demo(world)
    _word(world)


def _ask_for_learning(world: Any) -> None:
    lead, items = world.people[_LEAD], {item.code: item for item in RequiredItem.objects.all()}
    began = date(world.on.year - 1, 4, 1)
    RequiredRule.objects.create(item=items["data-protection"], from_on=began, set_by=lead)
    for code in ("safeguarding-3", "domestic-abuse"):
        grades = ["social-worker", "senior-practitioner", "manager", "family-help", "personal-adviser"]
        RequiredRule.objects.create(item=items[code], from_on=began, grades=grades, set_by=lead)
    for name, code, days in (
        ("Ade Fashola", "safeguarding-3", 1050),
        ("Ade Fashola", "data-protection", 120),
        ("Rosa Begum", "safeguarding-3", 300),
        ("Rosa Begum", "domestic-abuse", 500),
        ("Tom Whitlock", "data-protection", 200),
    ):
        if name in world.people:
            RequiredDone.objects.create(
                person=world.people[name], item=items[code], done_on=world.on - timedelta(days=days),
                source=items[code].title, noted_by=lead,
            )  # fmt: skip
    for name, step, provider, since, done in (
        ("Niamh Castellan", Step.FOUNDATION, "Institute of Family Therapy", 1500, 1150),
        ("Niamh Castellan", Step.INTERMEDIATE, "Institute of Family Therapy", 1100, None),
        ("Rosa Begum", Step.FOUNDATION, "Tavistock", 700, 380),
        ("Ade Fashola", Step.INTRODUCTION, "our own academy", 400, 395),
        ("Tom Whitlock", Step.CONVERSATIONS, "our own academy", 180, 180),
        ("Hana Suzuki", Step.INTRODUCTION, "our own academy", 300, 295),
    ):
        if name in world.people:
            SystemicTraining.objects.create(
                person=world.people[name], step=step, provider=provider, is_accredited=step >= Step.FOUNDATION,
                started_on=world.on - timedelta(days=since),
                certified_on=world.on - timedelta(days=done) if done else None,
            )  # fmt: skip


def _offer(world: Any) -> None:
    items = {item.code: item for item in RequiredItem.objects.all()}
    courses = {
        code: Course.objects.create(
            code=code,
            title=title,
            minutes=minutes,
            item=items.get(item),
            step=step,
            needs_agreement=agrees,
            about=about,
        )
        for code, title, minutes, item, step, agrees, about in _COURSES
    }
    held = _date(courses["interpreters"], world.on - timedelta(days=20), 12)
    there = [world.people[name] for name in ("Ade Fashola", "Rosa Begum", "Tom Whitlock") if name in world.people]
    rows = [{"session": held.pk, "person": person.pk, "came": True} for person in there]
    at = datetime.combine(world.on, time(9), HERE)
    with acting_as(world.people[_LEAD]), connection.cursor() as cursor:
        cursor.execute("select keep_register(%s, %s, %s)", [json.dumps(rows), world.on, at])
    full = _date(courses["systemic-conversations"], world.on + timedelta(days=24), 2)
    for minute, name in enumerate(("Hana Suzuki", "Priya Shah", "Farah Nazari", "Liam Docherty")):
        _ask(world, full, name, minute, is_placed=minute < 2)
    soon = _date(courses["safeguarding-3"], world.on + timedelta(days=31), 20)
    _ask(world, soon, "Tom Whitlock", 0, is_placed=True)
    introduction = _date(courses["systemic-intro"], world.on + timedelta(days=60), 16)
    _ask(world, introduction, "Tom Whitlock", 1, is_placed=False)
    _date(courses["safeguarding-3"], world.on + timedelta(days=90), 20)


def _date(course: Course, on: date, places: int) -> CourseSession:
    starts = datetime.combine(on, time(9, 30), HERE)
    ends = starts + timedelta(minutes=min(course.minutes, 390))
    session = CourseSession.objects.create(
        course=course, held_on=on, starts_at=starts, ends_at=ends, places=places, venue="5 Pancras Square, room 9.04"
    )
    JoiningDetails.objects.create(session=session, words="Reception knows you are coming. Tea is there from 9.")
    return session


def _ask(world: Any, session: CourseSession, name: str, minute: int, *, is_placed: bool) -> None:
    if name in world.people:
        at = datetime.combine(world.on - timedelta(days=3), time(9, minute), HERE)
        Booking.objects.create(
            session=session, person=world.people[name], asked_at=at, placed_at=at if is_placed else None
        )


def _word(world: Any) -> None:
    lead = world.people[_LEAD]
    if "Ade Fashola" in world.people and world.on.month in (9, 10, 11):
        Nudge.objects.create(
            person=world.people["Ade Fashola"], nudged_on=world.on - timedelta(days=9), nudged_by=lead, about="pieces"
        )
    if "Hana Suzuki" in world.people:
        away = {"from_on": world.on - timedelta(days=5), "back_on": world.on + timedelta(days=9)}
        Absence.objects.create(person=world.people["Hana Suzuki"], **away)

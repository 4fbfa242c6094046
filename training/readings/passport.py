"""The learning passport of a person: what they have become good at first, then what holds, then what is missing."""

from dataclasses import replace
from datetime import date, timedelta

from camden.models import Employment, User
from camden.rules.names import day_in_words
from training.measures import programmes
from training.models import (
    Course,
    Learning,
    Observation,
    Piece,
    SystemicTraining,
)
from training.readings.required import required_of
from training.rules import observations as seen
from training.rules import passport as pages
from training.rules.early_career import load_in_words, plan, still_wanted
from training.rules.learning_hours import Took, Way, in_hours, learning_hours, parts_in_words
from training.rules.passport import Kind, Line, Part, Reader
from training.rules.registration import registration_year
from training.rules.reminding import MONTHS
from training.rules.requirements import Recorded, asks, standing

YEAR = timedelta(days=365)
SOON = {True: "amber", False: ""}


def passport(person: User, on: date, reader: Reader = Reader.SELF) -> tuple[Line, ...]:
    """A person's passport, as that reader sees it. What they learned themselves is asked of the database as them."""
    employment = Employment.objects.filter(user=person, ended_on=None).first()
    lines = [
        *_played(person, on),
        *_observed(person),
        *_steps(person, on),
        *_required(person, on),
        *_programme(person, on),
        *_pieces(person, employment, on),
    ]
    return pages.passport(lines, reader)


def _played(person: User, on: date) -> list[Line]:
    """Parts played and hours, which nobody typed."""
    found = Learning.objects.filter(person=person, learned_on__gt=on - YEAR, learned_on__lte=on)
    took = []
    for each in found.order_by("pk"):
        supervised = each.kind == Learning.Kind.GROUP_SUPERVISION
        parts = (each.role_played.lower(),) if each.role_played and supervised else ()
        took.append(Took(each.source_key, each.learned_on, Way(each.kind), each.minutes or 0, parts))
    total = learning_hours(took, on - YEAR, on)
    lines = [Line(Part.GOOD_AT, Kind.ROLE, f"In group supervision: {words}") for words in parts_in_words(total.parts)]
    names = {Way.GROUP_SUPERVISION: "group supervision", Way.COURSE: "courses"}
    lines += [
        Line(Part.GOOD_AT, Kind.ROLE, f"{in_hours(minutes)} of {names[way]} in the past year")
        for way, minutes in total.minutes.items()
        if way in names and minutes
    ]
    return lines


def _observed(person: User) -> list[Line]:
    given = list(
        Observation.objects.filter(worker=person, given_on__isnull=False)
        .prefetch_related("skills")
        .order_by("observed_on", "pk")
    )
    codes = {each.name.lower(): each for each in seen.Skill}
    values = [
        seen.Observation(
            worker=each.worker_id,
            observer=each.observer_id,
            on=each.observed_on,
            setting=seen.Setting(each.setting),
            focus=each.focus,
            consent=seen.Consent(each.consent),
            strengths=each.strengths,
            skills={codes[skill.skill]: skill.number for skill in each.skills.all()},
            agreed_learning=each.agreed_learning,
        )
        for each in given
    ]
    lines = [Line(Part.GOOD_AT, Kind.OBSERVATION, trend.in_words) for trend in seen.trends(values, person.pk)]
    for each in reversed(given):
        lines.append(Line(Part.GOOD_AT, Kind.OBSERVATION, f"{each.strengths} ({day_in_words(each.observed_on)})"))
        if each.family_said:
            lines.append(Line(Part.GOOD_AT, Kind.FAMILY_SAID, f"A family said: “{each.family_said}”"))
    return lines


def _steps(person: User, on: date) -> list[Line]:
    lines = []
    for each in SystemicTraining.objects.filter(person=person, stopped_on=None).order_by("step", "pk"):
        words = f"{each.get_step_display()}, {each.provider}"
        if each.certified_on:
            lines.append(
                Line(Part.HOLDS, Kind.STEP, f"{words}: complete since {day_in_words(each.certified_on)}", "green")
            )
        else:
            lines.append(Line(Part.UNDER_WAY, Kind.STEP, f"{words}: since {day_in_words(each.started_on)}"))
    return lines


def _required(person: User, on: date) -> list[Line]:
    return [pages.required_line(each) for each in required_of(person, on)]


def ends_on(person: User, course: Course, on: date) -> date | None:
    """The day on which required learning of theirs that a course renews ends, or is wanted; None without one."""
    if course.item is None:
        return None
    own = [each for each in required_of(person, on) if each.item.code == course.item.code]
    return own[0].by_on if own and own[0].is_required else None


def _programme(person: User, on: date) -> list[Line]:
    running = programmes([person.pk]).get(person.pk)
    if running is None:
        return []
    path, held = running
    lines = [
        Line(
            Part.UNDER_WAY,
            Kind.PROGRAMME,
            f"{each.title}: by {day_in_words(each.by_on)}",
            "amber" if each.is_soon(on) else "",
        )
        for each in plan(path, held)
        if each.held_on is None
    ][:3]
    load = load_in_words(path, on)
    wanted = still_wanted(path, held)
    first = [Line(Part.UNDER_WAY, Kind.PROGRAMME, f"Your load: {load}")] if load else []
    whole = [Line(Part.HOLDS, Kind.PROGRAMME, f"{path.programme.title}: everything for the panel is there", "green")]
    return [*first, *(lines if wanted else whole)]


def _pieces(person: User, employment: Employment | None, on: date) -> list[Line]:
    year = registration_year(on)
    own = Piece.objects.written_by(person).recorded_in(year)
    recorded = [Recorded(each.done_on, each.learned, each.has_peer_reflection, each.recorded_on) for each in own]
    said = standing(recorded, year)
    is_asked = employment is not None and asks(employment.registered_with)
    line = pages.pieces_line(said.recorded, said.missing, is_asked=is_asked, is_autumn=on.month in MONTHS)
    return [replace(line, words=f"Pieces of learning this year: {line.words}")] if line else []

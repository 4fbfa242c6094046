"""Verbs about courses. Places are given out by functions of `wall_courses.sql`, one wish after the other."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction

from camden.audit import record
from camden.models import User
from camden.operations.refusals import NotDone, call
from camden.operations.versions import change
from training.models import AttendanceImport, Booking, Course, CourseSession, JoiningDetails, RequiredItem
from training.rules.attendance import DryRun, Good
from training.rules.places import Refusal

_SENTENCES = {
    "no such session": ("There is no such date any more.", ""),
    "called off": (Refusal.CALLED_OFF.value, ""),
    "it has begun": (Refusal.BEGUN.value, ""),
    "no such wish": ("This wish is not there any more.", ""),
}


@transaction.atomic
def open_course(
    *,
    by: User,
    code: str,
    title: str,
    about: str,
    minutes: int,
    needs_agreement: bool = False,
    gives_certificate: bool = True,
    item: RequiredItem | None = None,
    step: int | None = None,
    provider: str = "",
) -> Course:
    """A course stands in the catalogue. `minutes` of one time it is held; `item` is what it renews."""
    course = Course.objects.create(
        code=code, title=title, about=about, minutes=minutes, needs_agreement=needs_agreement, item=item, step=step,
        provider=provider, gives_certificate=gives_certificate,
    )  # fmt: skip
    record(action="opened a course", subject=course)
    return course


@transaction.atomic
def plan_date(
    *,
    course: Course,
    by: User,
    starts_at: datetime,
    ends_at: datetime,
    places: int,
    venue: str = "",
    link: str = "",
    joining: str = "",
    led_by: User | None = None,
) -> CourseSession:
    """The course is held at that time. `link` and `joining` are read by those with a place, and by nobody else.

    `led_by` is a colleague who keeps its register.
    """
    session = CourseSession.objects.create(
        course=course, held_on=starts_at.date(), starts_at=starts_at, ends_at=ends_at, places=places, venue=venue,
        is_online=bool(link) and not venue, led_by=led_by,
    )  # fmt: skip
    JoiningDetails.objects.create(session=session, link=link, words=joining)
    record(action="planned a course", subject=session)
    return session


@transaction.atomic
def call_off_date(*, session: CourseSession, version: int | None, why: str, by: User, on: date) -> None:
    """The course is not held that day after all. Raises NotDone, and Overtaken of `versions`.

    Bookings stay as they are: whoever has one is told by it, on their own pages.
    """
    if session.held_on < on or Booking.objects.filter(session=session, came__isnull=False).exists():
        raise NotDone("This date was held: what its register says stays.")
    change(session, version=version, called_off_on=on, called_off_why=why)
    record(action="called off a course", subject=session)


@transaction.atomic
def ask_for_place(*, session: CourseSession, by: User, at: datetime, ends_on: date | None = None) -> Booking:
    """Somebody asks for a place: they have it, or they wait. Raises NotDone with the reason in a sentence.

    `ends_on` is the day on which required learning of theirs ends that this renews: then their turn comes first.
    """
    key = call("select ask_for_place(%s, %s, %s)", [session.pk, ends_on, at], _SENTENCES)
    booking = Booking.objects.select_related("session__course").get(pk=key)
    record(action="asked for a place on a course", subject=booking)
    return booking


@transaction.atomic
def give_place_back(*, session: CourseSession, by: User, at: datetime) -> bool:
    """Somebody gives their place back, or waits no longer: whether there was one. Who waits moves up."""
    given = bool(call("select give_place_back(%s, %s)", [session.pk, at], _SENTENCES))
    if given:
        record(action="gave a place back", subject=session)
    return given


@transaction.atomic
def answer_wish(*, booking: Booking, is_agreed: bool, by: User, at: datetime) -> None:
    """A manager answers a wish of somebody whose work they answer for. Raises NotDone, or Overtaken."""
    call("select answer_wish(%s, %s, %s)", [booking.pk, is_agreed, at], _SENTENCES)
    record(action="answered a wish for a course", subject=booking)


@transaction.atomic
def import_sheet(
    *, run: DryRun, sha256: str, file_name: str, by: User, on: date, at: datetime
) -> tuple[AttendanceImport, int]:
    """The good rows of a sheet are written, once: the import, and how many rows were new.

    What somebody else wrote meanwhile stands. The same sheet again adds nothing, and leaves no second import.
    """
    new = _write(run.good, on, at)
    before = AttendanceImport.objects.filter(sha256=sha256).order_by("pk").first()
    if before and not new:
        return before, 0
    done = AttendanceImport.objects.create(
        sha256=sha256, file_name=file_name[:120], imported_at=at, imported_by=by, good=new, bad=len(run.bad),
        there=len(run.there) + len(run.again) + len(run.good) - new,
        problems=[[each.row, list(each.cells), list(each.reasons)] for each in run.bad],
    )  # fmt: skip
    record(action="read in an attendance sheet", subject=done)
    return done, new


def _write(rows: Iterable[Good], on: date, at: datetime) -> int:
    said: list[dict[str, Any]] = [
        {"session": each.key.session, "person": each.key.person, "came": each.said.came, "minutes": each.said.minutes}
        for each in rows
    ]
    with connection.cursor() as cursor:
        cursor.execute("select keep_register(%s, %s, %s)", [json.dumps(said), on, at])
        return int(cursor.fetchone()[0])

"""What somebody is reminded of about group supervision: a session of theirs today, one to end, a family to
finish, a decision that a group recommends."""

from datetime import date, timedelta
from typing import Any

from django.db.models import BigIntegerField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse

from camden.access import Role
from camden.models import User
from camden.reminders import Reminder
from camden.rules.names import day_in_words
from cases.models import Case
from supervision.models import (
    Attendance,
    Consultation,
    Discussion,
    GroupMember,
    ManagementDecision,
    Session,
    SessionReading,
)
from supervision.rules.stages import finish_by

# What all kinds of line are made of, so that one question brings them: which kind, key, name, day, and the record.
COLUMNS = ("which", "pk", "called", "day", "record")
SESSION, TO_FINISH, TO_ANSWER, TO_READ = range(4)
READ_WITHIN = timedelta(weeks=4)


def due_for(worker: User, on: date) -> list[Reminder]:
    """Sessions first, then discussions to finish, then what waits for me to decide, then what was agreed without me,
    each in the order of their days.

    Of what was agreed without them somebody is told the latest of each group, for some weeks. One query,
    and for a clinician one more.

    A discussion is named only to somebody who sees the record.
    """
    today = Q(held_on=on, attendances__person=worker)
    not_ended = Q(held_on__lt=on, supervisor=worker)
    sessions = (
        Session.objects.visible_to(worker).filter(today | not_ended, agreed_on=None, cancelled_on=None).distinct()
    )
    mine = Q(presenter=worker) | Q(session__supervisor=worker)
    seen = Case.objects.visible_to(worker)
    discussions = Discussion.objects.visible_to(worker).to_finish().filter(mine, case__in=seen.values("pk"))
    none = Cast(Value(None), BigIntegerField())  # a bare null has no type to be united with
    found = _rows(sessions, SESSION, called="group__name", day="held_on", record=none).union(
        _rows(discussions, TO_FINISH, called="case__name", day="session__agreed_on", record="case_id"),
        _rows(_recommended(worker), TO_ANSWER, called="case__name", day="discussion__held_on", record="case_id"),
        _rows(_unread(worker, on), TO_READ, called="group__name", day="held_on", record=none),
        all=True,
    )
    rows = sorted(found, key=lambda row: (row[0], row[3], row[1]))
    latest = {called: key for what, key, called, *_ in rows if what == TO_READ}
    return [
        *(
            _line(what, key, called, day, record, on)
            for what, key, called, day, record in rows
            if what != TO_READ or latest[called] == key
        ),
        *_asked_of(worker),
    ]


def _rows(found: "QuerySet[Any]", which: int, **columns: Any) -> Any:
    named = {name: F(column) if isinstance(column, str) else column for name, column in columns.items()}
    return found.annotate(which=Value(which, IntegerField()), **named).values_list(*COLUMNS)


def _line(what: int, key: int, called: str, day: date, record: int, on: date) -> Reminder:
    if what == SESSION:
        return _session(key, called, day, on)
    if what == TO_ANSWER:
        return _to_answer(key, called, day, record)
    return _to_read(key, called, day) if what == TO_READ else _to_finish(key, called, day, record)


def _recommended(worker: User) -> "QuerySet[ManagementDecision]":
    """What groups recommended to this manager, and nobody answered."""
    found = ManagementDecision.objects.visible_to(worker)
    return found.filter(for_manager=worker, answered_on=None)


def _unread(worker: User, on: date) -> "QuerySet[Session]":
    """Agreed lately in groups somebody belonged to that day, without them there, and not read since."""
    mine = GroupMember.objects.filter(group=OuterRef("group"), person=worker, ended_on=None)
    mine = mine.filter(started_on__lte=OuterRef("held_on")).exclude(as_what="guest")
    there = Attendance.objects.filter(session=OuterRef("pk"), person=worker)
    read = SessionReading.objects.filter(session=OuterRef("pk"), person=worker)
    agreed = Session.objects.filter(agreed_on__isnull=False, held_on__gte=on - READ_WITHIN, held_on__lte=on)
    return agreed.filter(Exists(mine), ~Exists(there), ~Exists(read))


def _session(key: int, group: str, held_on: date, on: date) -> Reminder:
    is_today = held_on == on
    return Reminder(
        kind="supervision-session",
        text="Group supervision today" if is_today else "End the session",
        about=f"{group}, {day_in_words(held_on)}",
        due_on=held_on if is_today else finish_by(held_on),
        url=reverse("supervision:room" if is_today else "supervision:session", args=[key]),
        why="" if is_today else "A session is agreed within two working days.",
    )


def _to_finish(key: int, family: str, ended_on: date, record: int) -> Reminder:
    return Reminder(
        kind="supervision-discussion",
        text="Finish what was said in group supervision",
        about=family,
        due_on=finish_by(ended_on),
        url=reverse("supervision:discussion-edit", args=[key]),
        why="A discussion counts once each child’s voice and risk are written.",
        case_ids=(record,),
    )


def _to_answer(key: int, family: str, held_on: date, record: int) -> Reminder:
    return Reminder(
        kind="supervision-recommendation",
        text="Decide what a group recommends",
        about=family,
        due_on=None,
        url=reverse("supervision:recommendation", args=[key]),
        why=f"Group supervision on {day_in_words(held_on)}; it is above its supervisor’s authority.",
        case_ids=(record,),
    )


def _to_read(key: int, group: str, held_on: date) -> Reminder:
    return Reminder(
        kind="supervision-reading",
        text="Read what your group agreed",
        about=f"{group}, {day_in_words(held_on)}",
        due_on=None,
        url=reverse("supervision:reading", args=[key]),
        why="You were not there. The group sees that you have read it.",
    )


def _asked_of(clinician: User) -> list[Reminder]:
    """What waits for a clinician, by who asked: no family is named. One query, and none for anybody else."""
    if not clinician.team_ids_as(Role.CLINICIAN):
        return []
    found = Consultation.objects.visible_to(clinician).waiting().filter(clinician=clinician)
    return [_asked(key, by) for key, by in found.order_by("asked_on", "pk").values_list("pk", "asked_by__name")]


def _asked(key: int, by: str) -> Reminder:
    return Reminder(
        kind="consultation-asked",
        text="Think with a worker who asked",
        about=by,
        due_on=None,
        url=reverse("supervision:consultation", args=[key]),
        why="A consultation was asked of you.",
    )

"""What somebody is reminded of about group supervision: a session of theirs today, one to end, a family to finish."""

from datetime import date

from django.db.models import BigIntegerField, F, Q, Value
from django.db.models.functions import Cast
from django.urls import reverse

from camden.models import User
from camden.reminders import Reminder
from camden.rules.names import day_in_words
from cases.models import Case
from supervision.models import Discussion, Session
from supervision.rules.stages import finish_by

# What both kinds of line are made of, so that one question brings them: key, name, day, and the record of a discussion.
COLUMNS = ("pk", "called", "day", "record")


def due_for(worker: User, on: date) -> list[Reminder]:
    """Sessions first, then discussions to finish, each in the order of their days. One query.

    A discussion is named only to somebody who sees the record.
    """
    today = Q(held_on=on, attendances__person=worker)
    not_ended = Q(held_on__lt=on, supervisor=worker)
    sessions = Session.objects.visible_to(worker).filter(today | not_ended, agreed_on=None).distinct()
    mine = Q(presenter=worker) | Q(session__supervisor=worker)
    seen = Case.objects.visible_to(worker)
    discussions = Discussion.objects.visible_to(worker).to_finish().filter(mine, case__in=seen.values("pk"))
    none = Cast(Value(None), BigIntegerField())  # a bare null has no type to be united with
    found = (
        sessions.annotate(called=F("group__name"), day=F("held_on"), record=none)
        .values_list(*COLUMNS)
        .union(
            discussions.annotate(called=F("case__name"), day=F("session__agreed_on"), record=F("case_id")).values_list(
                *COLUMNS
            ),
            all=True,
        )
    )
    rows = sorted(found, key=lambda row: (row[3] is not None, row[2], row[0]))
    return [
        _session(key, called, day, on) if record is None else _to_finish(key, called, day, record)
        for key, called, day, record in rows
    ]


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

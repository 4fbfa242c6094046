"""What somebody is reminded of about supervision: a session of theirs today, one to end, a family to finish, a decision
that a group recommends, an answer to weigh, a consultation to look at again, the next talk of two."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import BigIntegerField, Exists, F, IntegerField, JSONField, OuterRef, Q, QuerySet, Value, When
from django.db.models import Case as Conditional
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
    ConsultationAddendum,
    Discussion,
    GroupMember,
    Hypothesis,
    ManagementDecision,
    Session,
    SessionReading,
)
from supervision.readings.one_to_ones import next_of, talks_of
from supervision.rules.stages import finish_by

# What all kinds of line are made of, so that one question brings them: which kind, key, name, day, the record, and what
# only a talk of two is told by.
COLUMNS = ("which", "pk", "called", "day", "record", "told")
SESSION, TO_FINISH, TO_ANSWER, TO_READ, TO_WEIGH, LOOK_AGAIN, TALK = range(7)
READ_WITHIN = timedelta(weeks=4)
AHEAD = timedelta(days=7)
"""How long before its day a talk of two, or another look, is on somebody's list."""


def due_for(worker: User, on: date) -> list[Reminder]:
    """Sessions first, then discussions to finish, then what waits for me to decide, then what was agreed without me,
    then answers to weigh, consultations to look at again and talks of two, each in the order of their days.

    Of what was agreed without them somebody is told the latest of each group, for some weeks. One query,
    and for a clinician one more.

    A discussion is named only to somebody who sees the record.
    """
    found = _rows(_sessions(worker, on), SESSION, called="group__name", day="held_on").union(
        _rows(_to_finish_of(worker), TO_FINISH, called="case__name", day="session__agreed_on", record="case_id"),
        _rows(_recommended(worker, on), TO_ANSWER, called="case__name", day="decide_by_on", record="case_id"),
        _rows(_unread(worker, on), TO_READ, called="group__name", day="held_on"),
        _rows(_answered(worker), TO_WEIGH, called="case__name", day="kept__question__asked_on", record="case_id"),
        _rows(_to_look_at(worker, on), LOOK_AGAIN, called="with_whom", day="look_again_on"),
        _rows(talks_of(worker), TALK, called="other", day="next_on", told="told"),
        all=True,
    )
    rows = sorted(found, key=lambda row: (row[0], row[3] or date.max, row[1]))
    latest = {called: key for what, key, called, *_ in rows if what == TO_READ}
    lines = [_line(row, on) for row in rows if row[0] != TO_READ or latest[row[2]] == row[1]]
    return [*(line for line in lines if line), *_asked_of(worker)]


def _rows(found: "QuerySet[Any]", which: int, **columns: Any) -> Any:
    nothing = {
        "record": Cast(Value(None), BigIntegerField()),
        "told": Value({}, JSONField()),
    }  # a bare null has no type
    named = {name: F(column) if isinstance(column, str) else column for name, column in (nothing | columns).items()}
    named = {name: column for name, column in named.items() if name != getattr(column, "name", "")}
    return found.annotate(which=Value(which, IntegerField()), **named).values_list(*COLUMNS)


def _line(row: tuple[Any, ...], on: date) -> Reminder | None:
    """One row of COLUMNS as a line; none for a talk that is not due for some time."""
    what, key, called, day, record, told = row
    if what == TALK:
        return _talk(called, day, told, on)
    if what == TO_ANSWER:
        return _to_answer(key, called, day, record)
    if what == SESSION:
        return _session(key, called, day or on, on)
    if what == LOOK_AGAIN:
        return _look_again(key, called, day)
    if what == TO_READ:
        return _to_read(key, called, day or on)
    return (_to_finish if what == TO_FINISH else _to_weigh)(key, called, day or on, record)


def _sessions(worker: User, on: date) -> "QuerySet[Session]":
    """Sessions of theirs today, and those they supervised and did not end."""
    today = Q(held_on=on, attendances__person=worker)
    not_ended = Q(held_on__lt=on, supervisor=worker)
    seen = Session.objects.visible_to(worker)
    return seen.filter(today | not_ended, agreed_on=None, cancelled_on=None).distinct()


def _to_finish_of(worker: User) -> "QuerySet[Discussion]":
    mine = Q(presenter=worker) | Q(session__supervisor=worker)
    seen = Case.objects.visible_to(worker)
    return Discussion.objects.visible_to(worker).to_finish().filter(mine, case__in=seen.values("pk"))


def _answered(worker: User) -> "QuerySet[Hypothesis]":
    """Ideas of families this person sees, of which it was theirs to ask, and nobody has weighed the answer."""
    seen = Case.objects.visible_to(worker).filter(closed_on=None)
    found = Hypothesis.objects.filter(kept__question__ask_by=worker, case__in=seen.values("pk"))
    return found.filter(kept__question__asked_on__isnull=False, discussion__agreed_on__isnull=False, weighed=None)


def _to_look_at(worker: User, on: date) -> "QuerySet[Consultation]":
    """Consultations this person asked for or held, to be looked at again about now, that nobody came back to."""
    mine = Q(asked_by=worker) | Q(clinician=worker)
    found = Consultation.objects.visible_to(worker).filter(mine, withdrawn_on=None, written_at__isnull=False)
    found = found.filter(look_again_on__lte=on + AHEAD, look_again_on__gte=on - READ_WITHIN)
    since = ConsultationAddendum.objects.filter(
        consultation=OuterRef("pk"), written_at__date__gte=OuterRef("look_again_on")
    )
    other = When(asked_by=worker, then=F("clinician__name"))
    return found.exclude(Exists(since)).annotate(with_whom=Conditional(other, default=F("asked_by__name")))


def _recommended(worker: User, on: date) -> "QuerySet[ManagementDecision]":
    """What groups recommended to this manager, or to one who cannot answer it, and nobody answered."""
    return ManagementDecision.objects.to_answer(worker, on)


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


def _to_answer(key: int, family: str, by: date | None, record: int) -> Reminder:
    return Reminder(
        kind="supervision-recommendation",
        text="Decide what a group recommends",
        about=family,
        due_on=by,
        url=reverse("supervision:recommendation", args=[key]),
        why="A group thought about it together; it is above its supervisor’s authority.",
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


def _to_weigh(key: int, family: str, asked_on: date, record: int) -> Reminder:
    return Reminder(
        kind="supervision-answer",
        text="Say what an answer showed",
        about=family,
        due_on=None,
        url=reverse("supervision:weighing", args=[key]),
        why=f"It was asked on {day_in_words(asked_on)}. The next session opens with it.",
        case_ids=(record,),
    )


def _look_again(key: int, who: str, day: date | None) -> Reminder:
    return Reminder(
        kind="consultation-again",
        text="Look again at a consultation",
        about=who,
        due_on=day,
        url=reverse("supervision:consultation", args=[key]),
        why="The day you chose together.",
    )


def _talk(other: str, said_on: date | None, told: Mapping[str, Any], on: date) -> Reminder | None:
    """The next talk of two, about a week before its day; nothing earlier."""
    day = next_of(said_on, told)
    if day > on + AHEAD:
        return None
    return Reminder(
        kind="supervision-one-to-one",
        text="Talk one to one",
        about=other,
        due_on=day,
        url=reverse("supervision:one-to-ones"),
        why="The day the two of you said." if said_on else "Within four weeks of the last, sooner for who is new.",
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

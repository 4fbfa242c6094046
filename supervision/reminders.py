"""What somebody is reminded of about group supervision: a session of theirs today, one to end, a family to finish."""

from datetime import date

from django.db.models import Q
from django.urls import reverse

from camden.models import User
from camden.reminders import Reminder
from camden.rules.names import day_in_words
from cases.models import Case
from supervision.models import Discussion, Session
from supervision.rules.stages import finish_by


def due_for(worker: User, on: date) -> list[Reminder]:
    """Sessions first, then discussions to finish. A discussion is named only to somebody who sees the record."""
    return [*_sessions(worker, on), *_to_finish(worker)]


def _sessions(worker: User, on: date) -> list[Reminder]:
    today = Q(held_on=on, attendances__person=worker)
    not_ended = Q(held_on__lt=on, supervisor=worker)
    found = Session.objects.visible_to(worker).filter(today | not_ended, agreed_on=None).select_related("group")
    return [
        Reminder(
            kind="supervision-session",
            text="Group supervision today" if session.held_on == on else "End the session",
            about=f"{session.group.name}, {day_in_words(session.held_on)}",
            due_on=session.held_on if session.held_on == on else finish_by(session.held_on),
            url=reverse("supervision:session", args=[session.pk]),
            why="" if session.held_on == on else "A session is agreed within two working days.",
        )
        for session in found.distinct().order_by("held_on", "pk")
    ]


def _to_finish(worker: User) -> list[Reminder]:
    mine = Q(presenter=worker) | Q(session__supervisor=worker)
    seen = Case.objects.visible_to(worker)
    found = Discussion.objects.visible_to(worker).to_finish().filter(mine, case__in=seen.values("pk"))
    return [
        Reminder(
            kind="supervision-discussion",
            text="Finish what was said in group supervision",
            about=discussion.case.name,
            due_on=finish_by(discussion.session.agreed_on),
            url=reverse("supervision:discussion-edit", args=[discussion.pk]),
            why="A discussion counts once each child’s voice and risk are written.",
            case_ids=(discussion.case_id,),
        )
        for discussion in found.select_related("case", "session").order_by("held_on", "pk")
    ]

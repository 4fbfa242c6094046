"""What somebody is reminded of about their learning: little, gently, and never from December to August."""

from datetime import date

from django.urls import reverse

from camden.models import User
from camden.reminders import Reminder
from training.measures import still_missing
from training.rules.requirements import is_reminded, registration_year


def due_for(worker: User, on: date) -> list[Reminder]:
    """At most one line, in autumn, for somebody registered with Social Work England with a piece still to write."""
    year = registration_year(on)
    if not is_reminded(on) or not still_missing(worker.pk, year):
        return []
    return [
        Reminder(
            kind="learning",
            text="Write up your learning",
            about="two pieces, one of them with a peer",
            due_on=year.ends_on,
            url=reverse("training:mine"),
            why="Social Work England asks for both by 30 November.",
        )
    ]

"""What somebody is reminded of about their learning: little, gently, and never from December to August.

Beside it, what of listening concerns them: a round that is open, what was told since they read, and for whoever
answers for something, that its day has passed. None of it is ever late.
"""

from datetime import date

from django.urls import reverse

from camden.models import User
from camden.reminders import Reminder
from camden.rules.names import day_in_words
from training.measures import Line, listening_for, still_missing
from training.rules.requirements import RegistrationYear, is_reminded, registration_year


def due_for(worker: User, on: date) -> list[Reminder]:
    """At most one line about pieces, in autumn, for somebody who has one to write; and what of listening is theirs."""
    year = registration_year(on)
    pieces = [_pieces(year)] if is_reminded(on) and still_missing(worker.pk, year) else []
    return [*pieces, *(_listening(line) for line in listening_for(on))]


def _pieces(year: RegistrationYear) -> Reminder:
    return Reminder(
        kind="learning",
        text="Write up your learning",
        about="two pieces, one of them with a peer",
        due_on=year.ends_on,
        url=reverse("training:mine"),
        why="Social Work England asks for both by 30 November.",
    )


def _listening(line: Line) -> Reminder:
    if line.what == "answer":
        return Reminder(
            kind="three-questions",
            text="Three questions for you",
            about=f"without your name, in under a minute, until {day_in_words(line.on)}",
            due_on=None,
            url=reverse("training:answer", args=[line.key]),
            why="“Not this time” is an answer too.",
            told_on=line.on,  # on its last day it stands among what is soon, and in one letter: once
            short="round of three questions",
            short_many="rounds of three questions",
        )
    if line.what == "told":
        return Reminder(
            kind="you-said-told",
            text="You said, we did",
            about=line.words,
            due_on=None,
            url=f"{reverse('training:you-said')}#told-{line.key}",
        )
    return Reminder(
        kind="you-said-past",
        text="Tell people what became of it",
        about=line.words,
        due_on=None,
        url=reverse("training:you-said-edit", args=[line.key]),
        why=f"You said it would be done by {day_in_words(line.on)}.",
        told_on=line.on,
        short="word given to staff",
        short_many="words given to staff",
    )

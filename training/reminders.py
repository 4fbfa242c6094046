"""What somebody is reminded of about their learning: little, gently, and never from December to August.

Beside it, a date they lead or have a place on that was called off; and what of listening concerns them: a round that is
open, what was told since they read, and for whoever answers for something, that its day has passed. None of it is ever
late.
"""

from datetime import date, timedelta

from django.urls import reverse

from camden.models import User
from camden.reminders import Reminder
from camden.rules.names import day_in_words
from training.measures import CalledOff, Line, OfDay, of_day
from training.readings.required import required_of
from training.rules.reminding import MONTHS, is_reminded, renewal_said_since
from training.rules.requirements import RegistrationYear, registration_year

FRESH = timedelta(days=3)  # a date called off on a Friday is in Monday's letter
EVE = timedelta(days=1)


def due_for(worker: User, on: date) -> list[Reminder]:
    """What stands on somebody's page and in their morning's message about their learning and what they were asked."""
    year = registration_year(on)
    day = of_day(worker.pk, year, on)
    required = _renewals(worker, on) if day.is_anything_required else []
    off = [_called_off(each, on) for each in day.called_off]
    return [*off, *_pieces(day, year, on), *required, *(_listening(line) for line in day.lines)]


def _renewals(worker: User, on: date) -> list[Reminder]:
    """One line for all required learning that ends or is wanted: three months before, one before, and in the last week.

    Once it has ended, a week in each month. Nothing while somebody is away, and nothing of what is recommended.
    """
    said = []
    for each in required_of(worker, on):
        since = renewal_said_since(each.by_on, on) if each.by_on and each.is_required else None
        if since is not None and each.by_on is not None:
            said.append((each.by_on, since, each))
    if not said:
        return []
    said.sort(key=lambda one: (one[0], one[2].item.title))
    titles = [f"“{each.item.title}”" for _, _, each in said]
    return [
        Reminder(
            kind="required-learning",
            text=f"Book a course: {', '.join(titles)}",
            about="",
            due_on=said[0][0],
            told_on=min(since for _, since, _ in said),
            url=reverse("training:courses"),
            why=" ".join(f"{title}: {each.words}." for title, (_, _, each) in zip(titles, said, strict=True)),
        )
    ]


def _pieces(day: OfDay, year: RegistrationYear, on: date) -> list[Reminder]:
    """At most one line, in autumn, for somebody registered with Social Work England with a piece still to write."""
    if on.month not in MONTHS or not is_reminded(on, day.away) or not day.is_missing:
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


def _called_off(each: CalledOff, on: date) -> Reminder:
    return Reminder(
        kind="course-called-off",
        text=f"Called off: “{each.title}” on {day_in_words(each.on)}",
        about=each.why,
        due_on=None,
        url=reverse("training:course", args=[each.course]),
        why="Nothing is left for you to do. It goes from here once that day is over.",
        # In the letters of the first days, and of the last: in between it only stands on the page.
        told_on=on if on <= each.since_on + FRESH or each.on <= on + EVE else None,
        short="course that was called off",
        short_many="courses that were called off",
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

"""What somebody is reminded of about their learning: little, gently, and never from December to August."""

from datetime import date

from django.urls import reverse

from camden.models import Absence, User
from camden.reminders import Reminder
from training.measures import still_missing
from training.readings.required import required_of
from training.rules.reminding import MONTHS, Away, is_reminded, renewal_said_since
from training.rules.requirements import registration_year


def due_for(worker: User, on: date) -> list[Reminder]:
    """What stands on somebody's page and in their morning's message about their own learning."""
    return [*_pieces(worker, on), *_renewals(worker, on)]


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


def _away(worker: User) -> list[Away]:
    """When somebody is away, as they themselves know it."""
    spells = Absence.objects.filter(person=worker, withdrawn_at=None).order_by("from_on")
    return [Away(from_on, back_on) for from_on, back_on in spells.values_list("from_on", "back_on")]


def _pieces(worker: User, on: date) -> list[Reminder]:
    """At most one line, in autumn, for somebody registered with Social Work England with a piece still to write."""
    year = registration_year(on)
    if on.month not in MONTHS or not is_reminded(on, _away(worker)) or not still_missing(worker.pk, year):
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

"""Verbs about the duty rota. Written by functions of the database, which say who plans for whom."""

from datetime import datetime

from django.db import transaction

from camden.models import Duty, Team, User
from camden.operations.refusals import call

# What the functions of wall_people.sql refuse with: the sentence, and the answer it is about.
_SENTENCES = {
    "duty for this team is planned by others": (
        "You plan duty for your own teams and for those above them in your service.",
        "team",
    ),
    "nobody widens their own reach": (
        "You cannot put yourself on duty for more than your own teams. Ask another manager to plan it.",
        "worker",
    ),
    "the turn is over": ("This turn is over already. Check the day and the hours.", "day"),
    "a turn lasts a day at most": ("A turn lasts 24 hours at most. Check the hours.", "until"),
    "duty_ends_after_it_starts": ("The turn ends before it begins. Check the hours.", "until"),
    "this person cannot take a turn here": (
        "This person does not record visits in this service any more. Choose somebody else.",
        "worker",
    ),
    "this person has another turn then": (
        "This person is on duty at that time already. Choose other hours, or somebody else.",
        "worker",
    ),
}


@transaction.atomic
def plan_duty(
    *, worker: User, team: Team, kind: Duty.Kind | str, starts_at: datetime, ends_at: datetime, by: User
) -> Duty:
    """Somebody answers for a team, and all beneath it, from one moment to another, 24 hours at most.

    `by` is a manager of that team, of one above or of one beneath. Raises NotDone.
    """
    values = [worker.pk, team.pk, kind, starts_at, ends_at, by.pk]
    return Duty.objects.get(pk=call("select plan_duty(%s, %s, %s, %s, %s, %s)", values, _SENTENCES))


@transaction.atomic
def withdraw_duty(*, duty: Duty) -> None:
    """A turn does not happen, or no longer: what it opened closes at once. Raises NotDone, Overtaken if it was over."""
    call("select withdraw_duty(%s)", [duty.pk], _SENTENCES)

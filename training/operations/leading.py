"""Verbs of whoever looks after what the service learns."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from training.models import Nudge


@transaction.atomic
def nudge_all(*, people: Sequence[int], by: User, on: date) -> int:
    """A word to everybody with a piece still to write: for how many. Once a day, however often it is pressed.

    `people` are the keys of the radar's list, which leaves out whoever is away or had a word within the week. Each of
    them finds on their own page from whom it came, and when.
    """
    new = [
        Nudge(person_id=person, nudged_on=on, nudged_by=by, about=Nudge.About.PIECES)
        for person in sorted(set(people))
        if not Nudge.objects.filter(person_id=person, nudged_on=on, about=Nudge.About.PIECES).exists()
    ]
    Nudge.objects.bulk_create(new)
    if new:
        record(action="sent a word about learning", subject=by)
    return len(new)

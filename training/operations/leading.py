"""Verbs of whoever looks after what the service learns."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from training.models import Nudge


@transaction.atomic
def nudge_all(*, people: Sequence[int], by: User, on: date, about: Nudge.About = Nudge.About.PIECES) -> int:
    """A word to everybody with something still to write, or to renew: for how many. Once a day, however often pressed.

    `people` are the keys of the radar's list, which leaves out whoever is away or had a word within the week. Each of
    them finds on their own page from whom it came, and when.
    """
    new = [
        Nudge(person_id=person, nudged_on=on, nudged_by=by, about=about)
        for person in sorted(set(people))
        if not Nudge.objects.filter(person_id=person, nudged_on=on, about=about).exists()
    ]
    Nudge.objects.bulk_create(new)
    if new:
        record(action="sent a word about learning", subject=by)
    return len(new)

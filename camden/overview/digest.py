"""The morning's message: at most one for each person and day, and only when something is late or soon."""

import logging
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from camden.models import Membership, User
from camden.operations.notices import Words
from camden.outbox import enqueue
from camden.overview.reminders import due_for
from camden.principal import acting_as
from camden.reminders import Standing

log = logging.getLogger("camden.jobs")

# What a kind of reminder is called, for one and for many. An e-mail says kinds and counts, and nobody's name.
KINDS = {
    "action": ("agreed action", "agreed actions"),
    "supervision-session": ("group supervision", "group supervisions"),
    "supervision-discussion": ("discussion to finish", "discussions to finish"),
    "conference-referral": ("conference to prepare", "conferences to prepare"),
    "family-plan-waits": ("family plan to answer", "family plans to answer"),
    "learning": ("piece of learning to write up", "pieces of learning to write up"),
}
ANYTHING = ("other thing to do", "other things to do")
WHEN = {Standing.LATE: "late or slipping", Standing.SOON: "today or soon"}


def write_digests(*, on: date) -> int:
    """Put the day's messages in the outbox. How many people have one. The same day again writes none twice."""
    here = Membership.objects.filter(ended_on=None)
    people = User.objects.filter(is_active=True, is_system=False, pk__in=here.values("user")).order_by("pk")
    told = failed = 0
    for person in people:
        try:
            with acting_as(person):  # each as themselves: it tells only what they may see
                if words(person, on):
                    enqueue(kind="digest", recipient_id=person.pk, subject=person, due_on=on)
                    told += 1
        except Exception as error:  # whatever it is: everybody else still gets theirs
            failed += 1
            log.warning("no digest", extra={"facts": {"person": person.pk, "why": type(error).__name__}})
    facts = {"day": on.isoformat(), "people": len(people), "with_reminders": told, "failed": failed}
    log.info("wrote the morning's digests", extra={"facts": facts})
    return told


def words(person: User, on: date) -> Mapping[str, Any] | None:
    """What the message says: a line for each kind, late ones first. None when nothing is late or soon."""
    standings = [(reminder.standing(on), reminder.kind) for reminder in due_for(person, on)]
    counts = Counter((standing, kind) for standing, kind in standings if standing in WHEN)
    lines = [
        f"{count} {KINDS.get(kind, ANYTHING)[count > 1]} {WHEN[standing]}"
        for (standing, kind), count in sorted(counts.items(), key=lambda one: (list(WHEN).index(one[0][0]), one[0][1]))
    ]
    return {"lines": lines} if lines else None


WORDS: Mapping[str, Words] = {"digest": words}

"""The morning's message: at most one for each person and working day, by family, initials and a link only."""

import logging
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from camden.access import Permission, may
from camden.models import Membership, User
from camden.operations.notices import Words
from camden.operations.rulebook import calendar
from camden.outbox import enqueue
from camden.overview.folding import Item, Line, fold
from camden.overview.reminders import due_for
from camden.principal import acting_as
from camden.reminders import Reminder, Standing
from cases.readings.whose import initials_by_record

log = logging.getLogger("camden.jobs")

# What a kind of reminder is called, for one and for many. An e-mail names nobody.
KINDS = {
    "action": ("agreed action", "agreed actions"),
    "supervision-session": ("group supervision", "group supervisions"),
    "supervision-discussion": ("discussion to finish", "discussions to finish"),
    "consultation-asked": ("consultation to think about", "consultations to think about"),
    "consultation-again": ("consultation to look at again", "consultations to look at again"),
    "supervision-answer": ("answer to weigh", "answers to weigh"),
    "supervision-one-to-one": ("one-to-one talk", "one-to-one talks"),
    "supervision-recommendation": ("recommendation to decide on", "recommendations to decide on"),
    "conference-danger": ("danger to read and answer", "dangers to read and answer"),
    "conference-referral": ("conference to prepare", "conferences to prepare"),
    "conference-page": ("page for a family to write", "pages for families to write"),
    "conference-review": ("plan to look at again with its family", "plans to look at again with their families"),
    "conference-offer": ("conference to offer", "conferences to offer"),
    "family-answer": ("answer of a family to read", "answers of families to read"),
    "family-by-voice": ("family to ask how it is", "families to ask how it is"),
    "family-plan-waits": ("family plan to answer", "family plans to answer"),
    "learning": ("piece of learning to write up", "pieces of learning to write up"),
    "required-learning": ("required learning to do or renew", "items of required learning to do or renew"),
}
ANYTHING = ("other thing to do", "other things to do")
FAMILIES_AFTER = 6  # lines, from which on the things of one family become one
MOST, MOST_OF_A_MANAGER = 12, 15  # lines, as far as lines of law leave room (REFERENCE 13.4)


def is_working_day(on: date) -> bool:
    """Whether people are at work: no weekend, no bank holiday, no closure of this council."""
    return calendar().is_working(on)


class Written(NamedTuple):
    """How many people have a message, and how many could not be asked what waits for them."""

    told: int
    failed: int


def write_digests(*, on: date) -> Written:
    """Put the day's messages in the outbox; none on a day off.

    The same day again writes none twice, and a past day writes what was missed.
    """
    if not is_working_day(on):
        log.info("no digests on a day off", extra={"facts": {"day": on.isoformat()}})
        return Written(0, 0)
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
    return Written(told, failed)


def words(person: User, on: date) -> Mapping[str, Any] | None:
    """What the message says: a line for each piece of work, of one's own first. None when nothing is late or soon."""
    now = [each for each in due_for(person, on) if not each.is_quiet and each.standing(on) is not Standing.AHEAD]
    if not now:
        return None
    initials = _initials(person, now)
    manages = may(person, Permission.CASE_ALLOCATE)
    most = MOST_OF_A_MANAGER if manages else MOST
    own = [_item(each, initials) for each in now if not each.is_passed_up]
    others = [_item(each, initials) for each in now if each.is_passed_up]
    lines = _fold(own, on, most)
    left = max(most - len(lines), 1)
    return {"lines": _said(lines), "passed_up": _said(_fold(others, on, left)) if others else []}


def _fold(items: list[Item], on: date, most: int) -> list[Line]:
    after = min(FAMILIES_AFTER, most)
    return fold(items, on, families_after=after, kinds_after=most, day_url=reverse("overview:my-day"))


def _said(lines: Iterable[Line]) -> list[str]:
    return [f"{line.text} {settings.CAMDEN_URL.rstrip('/')}{line.url}" for line in lines]


def _initials(person: User, reminders: Iterable[Reminder]) -> Mapping[int, str]:
    """Of the records whose reminders do not say themselves whom they are about. One query, where there are any."""
    unsaid = {case for each in reminders if not each.initials for case in each.case_ids}
    return initials_by_record(person, unsaid) if unsaid else {}


def _item(reminder: Reminder, initials: Mapping[int, str]) -> Item:
    family = reminder.case_ids[0] if len(reminder.case_ids) == 1 else 0
    one, many = KINDS.get(reminder.kind) or ((reminder.short, reminder.short_many) if reminder.short else ANYTHING)
    return Item(
        kind=reminder.kind,
        one=one,
        many=many,
        who=reminder.initials or initials.get(family, ""),
        family=family,
        due_on=reminder.due_on,
        is_law=reminder.is_law,
        url=reminder.url,
        family_url=_where_things_stand(family) if family else "",
    )


def _where_things_stand(case: int) -> str:
    try:
        return reverse("cases:journey", args=[case])
    except NoReverseMatch:
        return reverse("cases:detail", args=[case])


WORDS: Mapping[str, Words] = {"digest": words}

"""Verbs about meetings that are to come: a core group, a child in need review, a team around the family.

A plan is not something that happened: it is on no timeline. The meeting is, once it was held.
"""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import F, QuerySet

from camden.audit import record
from camden.models import User
from camden.rules.moments import day_here, moment_here
from cases.models import Case, Episode, PlanMeeting, PlannedMeeting
from cases.operations.refusing import Refusal
from cases.rules.closing import AGREEMENT
from cases.rules.helping import MEETING_OF
from cases.rules.journey import MEETING_KIND

FURTHEST = 366  # days ahead
WORK_ENDED = "The work it was to look at has ended"


class NotArranged(Refusal):
    """The meeting cannot be arranged so. Says why, and about which answer."""


class NoLongerPlanned(Refusal):
    """The meeting was held or called off while the page was open."""


@transaction.atomic
def arrange_meeting(
    *, case: Case, kind: str, planned_at: datetime, by: User, on: date, place: str = ""
) -> PlannedMeeting:
    """A meeting about a family's plan is to be held then. `kind` is a code of MEETING_KIND.

    Raises NotArranged for a day that has passed or is more than a year away, and for a second meeting of that kind on
    one day.
    """
    day = day_here(planned_at)
    if day < on:
        raise NotArranged("Choose today or a day after it.", "day")
    if (day - on).days > FURTHEST:
        raise NotArranged("Choose a day within the next year.", "day")
    if _that_day(case, kind, day).exists():
        raise NotArranged(f"A {MEETING_KIND[kind].lower()} is arranged for that day already.", "day")
    made = PlannedMeeting.objects.create(
        case=case, kind=kind, planned_at=planned_at, place=place.strip(), arranged_by=by, arranged_on=on
    )
    record(action="arranged a meeting", subject=made, case_id=case.pk)
    return made


def call_off_meeting(*, meeting: PlannedMeeting, by: User, on: date, why: str) -> None:
    """The meeting will not take place. Its limit does not move. Raises NoLongerPlanned."""
    with transaction.atomic(savepoint=False):
        waiting = PlannedMeeting.objects.filter(pk=meeting.pk, called_off_on=None, held_as=None)
        done = waiting.update(called_off_on=on, called_off_why=why.strip(), version=F("version") + 1)
        if done:
            record(action="called off a meeting", subject=meeting, case_id=meeting.case_id)
    if not done:
        raise NoLongerPlanned("This meeting was held or called off already. Nothing was changed.")


@transaction.atomic(savepoint=False)
def call_off_what_is_over(*, case: Case, by: User, after: date, on: date) -> None:
    """Statutory work ended `after` that day: nobody needs the meetings of its plans that were arranged for later days.

    Not while somebody else of the record is in need. Meetings about help by agreement stay, and those of a day until
    then, which may have been held and wait to be written down.
    """
    if Episode.objects.in_need().filter(case=case).exists():
        return
    kinds = [kind for basis, kind in MEETING_OF.items() if basis != AGREEMENT]
    later = moment_here(after + timedelta(days=1), time.min)
    waiting = PlannedMeeting.objects.filter(case=case, kind__in=kinds, called_off_on=None, held_as=None)
    for meeting in waiting.filter(planned_at__gte=later).order_by("pk"):
        call_off_meeting(meeting=meeting, by=by, on=on, why=WORK_ENDED)


def keep_meeting(held: PlanMeeting, planned: PlannedMeeting | None) -> bool:
    """Tie a meeting that was held to the one that was arranged; without one, to that of its kind and day, if any.

    False when `planned` was written down or called off meanwhile.
    """
    if planned is not None:
        found = PlannedMeeting.objects.filter(pk=planned.pk, called_off_on=None, held_as=None)
        return bool(found.update(held_as=held, version=F("version") + 1))
    first = _that_day(held.case, held.kind, held.held_on).order_by("planned_at", "pk").values("pk")[:1]
    PlannedMeeting.objects.filter(pk__in=first).update(held_as=held, version=F("version") + 1)
    return True


def _that_day(case: Case, kind: str, day: date) -> QuerySet[PlannedMeeting]:
    since, until = (moment_here(each, time.min) for each in (day, day + timedelta(days=1)))
    waiting = PlannedMeeting.objects.filter(case=case, kind=kind, called_off_on=None, held_as=None)
    return waiting.filter(planned_at__gte=since, planned_at__lt=until)

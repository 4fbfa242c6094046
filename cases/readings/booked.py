"""Meetings and conferences that have a day, for whoever may know of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject, TruncDate
from django.urls import reverse

from camden.rules.moments import HERE
from camden.rules.names import day_in_words
from cases.models import Case, Invitation, Member, PlannedMeeting, ProtectionConference, Relationship
from cases.readings.decisions import PARENTS
from cases.rules.audience import Audience
from cases.rules.journey import CONFERENCE_KIND, CONFERENCE_WORK, MEETING_KIND


@dataclass(frozen=True)
class Booked:
    """A meeting that has a day. `work` as timescales call it, `href` its page; `asked` are the keys of those of the
    family who have been asked to it: they know of it."""

    what: str
    day: str
    work: str
    href: str
    asked: frozenset[int]


def asked_of_booked() -> dict[str, Any]:
    """What `booked_of` reads, as columns of a question about a record: it may stand in another one."""
    of: dict[str, Any] = {"case": OuterRef("pk")}
    day = TruncDate("planned_at", tzinfo=HERE)
    conferences = ProtectionConference.objects.filter(
        **of, held_on=None, called_off_on=None, planned_on__isnull=False
    ).order_by("planned_on", "pk")
    meetings = PlannedMeeting.objects.filter(**of, held_as=None, called_off_on=None).order_by("planned_at", "pk")
    near = Q(kind__in=PARENTS) | Q(parental_responsibility=True)
    parents = Relationship.objects.filter(
        near,
        **of,
        ended_on=None,
        one__died_on=None,
        other__kind=Member.Kind.CHILD,  # no grandparent, of a parent
    )
    return {
        "conferences": ArraySubquery(
            conferences.values(says=JSONObject(pk="pk", kind="kind", day="planned_on", asked=_asked_to("conference")))
        ),
        "meetings": ArraySubquery(
            meetings.values(says=JSONObject(pk="pk", kind="kind", day=day, asked=_asked_to("meeting")))
        ),
        "parents": ArraySubquery(parents.order_by().values("one").distinct()),
    }


def booked_of(case: Case, said: Mapping[str, Any], audience: Audience, on: date) -> tuple[Booked, ...]:
    """From the columns of `asked_of_booked`, the soonest first.

    One person reads of those they are asked to; the family together of those to which each parent is asked.
    """
    kinds, works = CONFERENCE_KIND | MEETING_KIND, CONFERENCE_WORK | {kind: kind for kind in MEETING_KIND}
    found = [("cases:protection-conference", row) for row in said["conferences"]]
    found += [("cases:planned-meeting", row) for row in said["meetings"]]
    must_know = {audience.person} if audience.person else set(said["parents"])
    return tuple(
        Booked(
            kinds[row["kind"]],
            f"{day:%A} {day_in_words(day)}",
            works[row["kind"]],
            reverse(page, args=[case.pk, row["pk"]]),
            asked,
        )
        for page, row in sorted(found, key=lambda each: each[1]["day"])
        if (day := date.fromisoformat(row["day"])) >= on
        and ((asked := frozenset(row["asked"])) >= must_know > set() or audience.is_staff)
    )


def _asked_to(gathering: str) -> ArraySubquery:
    asked = Invitation.objects.filter(**{gathering: OuterRef("pk")}, member__isnull=False, invited_on__isnull=False)
    asked = asked.filter(taken_off_on=None)
    return ArraySubquery(asked.values("member"))

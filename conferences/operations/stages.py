"""Verbs about where a conference stands, and its meeting."""

from datetime import date, time

from django.db import transaction
from django.db.models import F

from camden.access import Permission, may
from camden.audit import record
from camden.models import User
from conferences.models import ConferenceStage, FamilyConference, FamilyMeeting
from conferences.readings.there import read_there
from conferences.rules.stages import Stage, may_follow
from conferences.rules.steps import By, why_not


class NotThatWay(Exception):
    """A stage that does not follow from where the conference stands. Says what to do, in a sentence."""


class Overtaken(Exception):
    """Somebody else changed this since the form was shown. Nothing was written."""


@transaction.atomic
def move(*, conference: FamilyConference, to: Stage, by: User, on: date, reason: str = "") -> None:
    """The conference goes on to another stage, with who says so, since when, and why.

    Raises NotThatWay, in a sentence, when it does not follow from where the conference stands, is somebody else's to
    say, or waits for something that keeps people safe.
    """
    FamilyConference.objects.select_for_update().get(pk=conference.pk)  # two people moving at once take turns
    check_step(conference=conference, to=to, by=by, reason=reason)
    write_stage(conference=conference, stage=to, by=by, on=on, reason=reason)
    record(action=f"moved a conference on: {to.value}", subject=conference, case_id=conference.case_id)


def check_step(*, conference: FamilyConference, to: Stage, by: User, reason: str = "") -> None:
    """Raises NotThatWay when this person cannot say this step now. What is there is read afresh."""
    part = part_of(conference, by)
    now = FamilyConference.objects.select_related("brief", "plan").get(pk=conference.pk)
    there = read_there(now, convenes=part is By.COORDINATOR)
    if said := why_not(history_of(conference), to, there, by=part, reason=reason):
        raise NotThatWay(said)


def part_of(conference: FamilyConference, user: User) -> By:
    """Who somebody is to this conference: its coordinator, a manager, or a worker of the family."""
    if FamilyConference.objects.coordinated_by(user).filter(pk=conference.pk).exists():
        return By.COORDINATOR
    return By.MANAGER if may(user, Permission.CASE_ALLOCATE) else By.WORKER


@transaction.atomic
def hold_meeting(
    *,
    conference: FamilyConference,
    by: User,
    on: date,
    place: str = "",
    private_from: time | None = None,
    private_until: time | None = None,
) -> FamilyMeeting:
    """The family met on that day; of its time alone the two times are kept. Saying it again corrects what was said.

    Raises NotThatWay before the preparation has begun, and while nothing is arranged for two who must not meet.
    """
    FamilyConference.objects.select_for_update().get(pk=conference.pk)
    history = history_of(conference)
    said = {"place": place, "private_from": private_from, "private_until": private_until}
    if Stage.HELD in may_follow(history):
        check_step(conference=conference, to=Stage.HELD, by=by)
        write_stage(conference=conference, stage=Stage.HELD, by=by, on=on)
    elif Stage.HELD not in history:
        raise NotThatWay("Note first that you are preparing the conference.")
    meeting, made = FamilyMeeting.objects.get_or_create(
        case_id=conference.case_id, conference=conference, held_on=on, defaults=said
    )
    if not made:
        FamilyMeeting.objects.filter(pk=meeting.pk).update(**said, version=F("version") + 1)
    record(action="noted the family’s meeting", subject=meeting, case_id=conference.case_id)
    return meeting


def history_of(conference: FamilyConference) -> list[Stage]:
    """The stages so far, the oldest first. One query."""
    found = ConferenceStage.objects.filter(conference=conference).order_by("pk")
    return [Stage(stage) for stage in found.values_list("stage", flat=True)]


def write_stage(*, conference: FamilyConference, stage: Stage, by: User, on: date, reason: str = "") -> None:
    """Write one stage down, unasked: the callers know that it follows."""
    ConferenceStage.objects.create(
        case_id=conference.case_id, conference=conference, stage=stage, happened_on=on, said_by=by, reason=reason
    )

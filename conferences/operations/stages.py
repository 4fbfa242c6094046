"""Verbs about where a conference stands, and its meeting."""

from datetime import date, time

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from conferences.models import ConferenceStage, FamilyConference, FamilyMeeting
from conferences.rules.stages import Stage, may_follow


class NotThatWay(Exception):
    """A stage that does not follow from where the conference stands. Says what to do, in a sentence."""


class Overtaken(Exception):
    """Somebody else changed this since the form was shown. Nothing was written."""


@transaction.atomic
def move(*, conference: FamilyConference, to: Stage, by: User, on: date, reason: str = "") -> None:
    """The conference goes on to another stage. Raises NotThatWay when that does not follow from where it stands."""
    FamilyConference.objects.select_for_update().get(pk=conference.pk)  # two people moving at once take turns
    if to not in may_follow(history_of(conference)):
        raise NotThatWay("The conference has moved on meanwhile. Look where it stands now.")
    write_stage(conference=conference, stage=to, by=by, on=on, reason=reason)
    record(action=f"moved a conference on: {to.value}", subject=conference, case_id=conference.case_id)


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

    Raises NotThatWay before the preparation has begun.
    """
    FamilyConference.objects.select_for_update().get(pk=conference.pk)
    history = history_of(conference)
    said = {"place": place, "private_from": private_from, "private_until": private_until}
    if Stage.HELD in may_follow(history):
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

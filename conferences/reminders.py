"""What a coordinator or a worker is to be reminded of about conferences. A relative's promise is never among it."""

from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.functions import JSONObject
from django.urls import reverse

from camden.models import Message
from camden.reminders import Reminder
from camden.rules.names import day_in_words
from cases.rules.visits import in_a_row
from conferences.models import ConferenceChild, DangerTold, FamilyConference
from conferences.rules.stages import PLAN_IS_OPEN, Stage


def due_for(worker: Any, on: date) -> list[Reminder]:
    """Referrals that wait for the coordinator's first contact, and plans that wait for the referrer's answer.

    Neither has a day of its own: no law says when, so nothing here is ever late. A danger that was passed on waits
    for whoever was told until somebody answers it, from the day it was told. One query.
    """
    told = Message.objects.filter(recipient=worker, kind="conference-danger", subject=DangerTold._meta.label)
    dangers = DangerTold.objects.filter(
        conference=OuterRef("pk"), pk__in=told.values("subject_id"), answers=None, said_on__lte=on
    ).order_by("pk")
    own = Q(coordinator=worker, stage=Stage.ALLOCATED) | Q(
        referred_by=worker, plan_given_on__isnull=False, stage__in=PLAN_IS_OPEN
    )
    found = FamilyConference.objects.visible_to(worker).with_stage().filter(own | Exists(dangers), referred_on__lte=on)
    children = ConferenceChild.objects.filter(conference=OuterRef("pk")).order_by("pk")
    named = found.annotate(
        names=ArraySubquery(children.values("first_name")),
        is_own=ExpressionWrapper(own, output_field=BooleanField()),
        dangers=ArraySubquery(dangers.values(one=JSONObject(pk="pk", children="children", on="said_on"))),
    ).select_related("referred_by")
    lines: list[Reminder] = []
    for each in named.order_by("referred_on", "pk"):
        lines += [_danger(each, danger) for danger in each.dangers]
        lines += [_reminder(each, in_a_row(each.names))] if each.is_own else []
    return lines


def _danger(conference: FamilyConference, danger: dict[str, Any]) -> Reminder:
    """What was heard in preparation, and nobody answered. It cannot be muted."""
    day = date.fromisoformat(danger["on"])
    return Reminder(
        kind="conference-danger",
        text="Read a danger that was heard, and say what you do",
        about=in_a_row(danger["children"]),
        due_on=day,
        url=reverse("conferences:danger", args=[conference.case_id, danger["pk"]]),
        why=f"Told to you on {day_in_words(day)}, while a family group conference was prepared",
        case_ids=(conference.case_id,),
        told_on=day,
        is_fixed=True,
        act="Say what I do",
    )


def _reminder(conference: FamilyConference, about: str) -> Reminder:
    key = [conference.case_id, conference.pk]
    if conference.plan_given_on is not None:
        return Reminder(
            kind="family-plan-waits",
            text="Answer the family’s plan",
            about=about,
            due_on=None,
            url=reverse("conferences:agreement", args=key),
            why=f"Given to you on {day_in_words(conference.plan_given_on)}",
            case_ids=(conference.case_id,),
        )
    return Reminder(
        kind="conference-referral",
        text="Contact the family about their conference",
        about=about,
        due_on=None,
        url=reverse("conferences:conference", args=key),
        why=f"Referred by {conference.referred_by.name} on {day_in_words(conference.referred_on)}",
        case_ids=(conference.case_id,),
    )

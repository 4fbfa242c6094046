"""What a coordinator or a worker is to be reminded of about conferences. A relative's promise is never among it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, CharField, Exists, ExpressionWrapper, Func, OuterRef, Q, Value
from django.db.models.functions import JSONObject
from django.urls import reverse

from camden.access import Permission, may
from camden.models import Message
from camden.reminders import Reminder
from camden.rules.names import day_in_words
from cases.models import Case, Involvement
from cases.rules.visits import in_a_row
from conferences.models import ConferenceChild, DangerTold, FamilyConference
from conferences.readings.prompting import Prompted, asked_of_a_case, prompted
from conferences.readings.reminding import afterwards
from conferences.rules.consent import QUIET
from conferences.rules.stages import PLAN_IS_OPEN, Stage

OFFER = "conference-offer"


def due_for(worker: Any, on: date) -> list[Reminder]:
    """Referrals that wait for the coordinator's first contact, plans that wait for the referrer's answer, and families
    of the worker's own to whom a conference is to be offered.

    None has a day of its own: no law says when, so nothing of it is ever late. A danger that was passed on waits for
    whoever was told until somebody answers it, from the day it was told. A coordinator is told as well of answers to
    read within two working days, and of families that can be asked by voice alone. One query; for a coordinator one
    more, and another two when something waits afterwards.
    """
    rows = [row for (row,) in _waiting(worker, on).union(_led_by(worker), all=True)]
    waiting = sorted((row for row in rows if row["of"] == "waits"), key=lambda row: (row["referred"], row["pk"]))
    offers = [offer for row in rows if row["of"] == "offer" and (offer := prompted(row, on))]
    return [
        *(line for row in waiting for line in _lines(row, on)),
        *(_offer(each, on) for each in sorted(offers, key=lambda each: each.case_pk)),
        *(afterwards(on) if may(worker, Permission.CONFERENCE_CONVENE) else ()),
    ]


def _waiting(worker: Any, on: date) -> Any:
    told = Message.objects.filter(recipient=worker, kind="conference-danger", subject=DangerTold._meta.label)
    dangers = DangerTold.objects.filter(
        conference=OuterRef("pk"), pk__in=told.values("subject_id"), answers=None, said_on__lte=on
    ).order_by("pk")
    own = Q(coordinator=worker, stage=Stage.ALLOCATED) | Q(
        referred_by=worker, plan_given_on__isnull=False, stage__in=PLAN_IS_OPEN
    )
    found = FamilyConference.objects.visible_to(worker).with_stage().filter(own | Exists(dangers), referred_on__lte=on)
    children = ConferenceChild.objects.filter(conference=OuterRef("pk")).order_by("pk")
    about = Func("pk", function="conference_danger_about", output_field=ArrayField(CharField()))
    says = JSONObject(
        of=Value("waits"), pk="pk", case="case_id", given="plan_given_on", referred="referred_on",
        by="referred_by__name", names=ArraySubquery(children.values("first_name")),
        is_own=ExpressionWrapper(own, output_field=BooleanField()),
        dangers=ArraySubquery(dangers.values(one=JSONObject(pk="pk", children=about, on="said_on"))),
    )  # fmt: skip
    return found.order_by().values_list(says)


def _led_by(worker: Any) -> Any:
    """Families whose lead worker this is: they are who offers."""
    leads = Involvement.objects.filter(worker=worker, leads_now=True)
    return Case.objects.visible_to(worker).filter(pk__in=leads.values("case")).order_by().values_list(asked_of_a_case())


def _lines(row: Mapping[str, Any], on: date) -> list[Reminder]:
    return [
        *(_danger(row["case"], danger) for danger in row["dangers"]),
        *([_reminder(row, on)] if row["is_own"] else []),
    ]


def _danger(case_pk: int, danger: Mapping[str, Any]) -> Reminder:
    """What was heard in preparation, and nobody answered. It cannot be muted."""
    day = date.fromisoformat(danger["on"])
    return Reminder(
        kind="conference-danger",
        text="Read a danger that was heard, and say what you do",
        about=in_a_row(danger["children"]),
        due_on=day,
        url=reverse("conferences:danger", args=[case_pk, danger["pk"]]),
        why=f"Told to you on {day_in_words(day)}, while a family group conference was prepared",
        case_ids=(case_pk,),
        told_on=day,
        is_fixed=True,
        act="Say what I do",
    )


def _reminder(row: Mapping[str, Any], on: date) -> Reminder:
    key, about = [row["case"], row["pk"]], in_a_row(row["names"])
    if row["given"] is not None:
        given = date.fromisoformat(row["given"])  # for four weeks among what is soon; it is never late
        return Reminder(
            kind="family-plan-waits",
            text="Answer the family’s plan",
            about=about,
            due_on=None,
            url=reverse("conferences:agreement", args=key),
            why=f"Given to you on {_in_words(row['given'])}",
            told_on=given if on < given + QUIET else None,
            case_ids=(row["case"],),
        )
    return Reminder(
        kind="conference-referral",
        text="Contact the family about their conference",
        about=about,
        due_on=None,
        url=reverse("conferences:conference", args=key),
        why=f"Referred by {row['by']} on {_in_words(row['referred'])}",
        case_ids=(row["case"],),
    )


def _offer(found: Prompted, on: date) -> Reminder:
    """A line without a day. For four weeks it stands among what is soon; after that it waits further down."""
    prompt = found.prompt
    return Reminder(
        kind=OFFER,
        text="Offer a family group conference again" if prompt.is_again else "Offer a family group conference",
        about=in_a_row(list(found.children)),
        due_on=None,
        url=reverse("conferences:new", args=[found.case_pk]),
        why=f"{prompt.threshold.words[:1].upper()}{prompt.threshold.words[1:]}: {day_in_words(prompt.since)}",
        case_ids=(found.case_pk,),
        family=found.family,
        told_on=prompt.since if on < prompt.since + QUIET else None,
        act="Refer",
        act_url=reverse("conferences:new", args=[found.case_pk]),
    )


def _in_words(day: str) -> str:
    return day_in_words(date.fromisoformat(day))

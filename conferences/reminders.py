"""What a coordinator or a worker is to be reminded of about conferences. A relative's promise is never among it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import BooleanField, CharField, Exists, ExpressionWrapper, Func, OuterRef, Q, Subquery, Value
from django.db.models.functions import JSONObject
from django.urls import reverse

from camden.access import Permission, may
from camden.models import Message
from camden.operations.rulebook import calendar
from camden.reminders import Reminder
from camden.rules.dates import Span, Unit, counted
from camden.rules.names import day_in_words
from cases.access import CaseScope
from cases.models import Case, Involvement
from cases.rules.visits import in_a_row
from conferences.models import ConferenceChild, DangerTold, FamilyConference, FamilyMeeting, InformationReport
from conferences.readings.prompting import Prompted, asked_of_a_case, prompted
from conferences.readings.reminding import afterwards
from conferences.rules.consent import QUIET
from conferences.rules.stages import PLAN_IS_OPEN, Stage
from conferences.rules.steps import DEFAULTS, Timing

OFFER = "conference-offer"
BEFORE_THEY_MEET = (Stage.ALLOCATED, Stage.PREPARING, Stage.READY)
LIVED = (Stage.PLAN_AGREED, Stage.ACTIVE)
"""Where a plan is lived with and was not looked at again yet."""
OPENS = DEFAULTS[Timing.REVIEW].opens or Span(0, Unit.WEEKS)


def due_for(worker: Any, on: date) -> list[Reminder]:
    """Referrals that wait for the coordinator's first contact, plans that wait for the referrer's answer, and families
    of the worker's own to whom a conference is to be offered.

    None has a day of its own: no law says when, so nothing of it is ever late. A danger that was passed on waits for
    whoever was told until somebody answers it, from the day it was told. A worker who was asked for a page for the
    family is told until they have begun it. A coordinator is told of families that look at their plan again now, of
    answers to read within two working days, and of families that can be asked by voice alone. One query; for a
    coordinator one more, and another two when something waits afterwards.
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
        _answers(worker), plan_given_on__isnull=False, stage__in=PLAN_IS_OPEN
    )
    # Its words are nobody's to ask in the night: a page that was begun has another version than the first.
    pages = InformationReport.objects.filter(
        conference=OuterRef("pk"), written_by=worker, asked_on__lte=on, ready_on=None, version=1
    ).order_by("pk")
    asks, again = Q(Exists(pages), stage__in=BEFORE_THEY_MEET), Q(coordinator=worker, stage__in=LIVED)
    met_on = FamilyMeeting.objects.filter(conference=OuterRef("pk")).order_by("-held_on")
    found = FamilyConference.objects.visible_to(worker).with_stage().filter(referred_on__lte=on)
    found = found.filter(own | asks | again | Exists(dangers))
    children = ConferenceChild.objects.filter(conference=OuterRef("pk")).order_by("pk")
    about = Func("pk", function="conference_danger_about", output_field=ArrayField(CharField()))
    says = JSONObject(
        of=Value("waits"), pk="pk", case="case_id", given="plan_given_on", referred="referred_on",
        by="referred_by__name", names=ArraySubquery(children.values("first_name")),
        is_own=ExpressionWrapper(own, output_field=BooleanField()),
        is_asked=ExpressionWrapper(asks, output_field=BooleanField()), asked=Subquery(pages.values("asked_on")[:1]),
        is_again=ExpressionWrapper(again, output_field=BooleanField()), met=Subquery(met_on.values("held_on")[:1]),
        review="plan__review_on",
        dangers=ArraySubquery(dangers.values(one=JSONObject(pk="pk", children=about, on="said_on"))),
    )  # fmt: skip
    return found.order_by().values_list(says)


def _answers(worker: Any) -> Q:
    """Who answers a plan: the referrer, and a lead worker who took over from one who left (`answering.worker_of`)."""
    children = ConferenceChild.objects.filter(conference=OuterRef(OuterRef("pk"))).values("child")
    there = Involvement.objects.filter(child__in=children, ended_on=None).exclude(scope=CaseScope.CONFERENCE)
    stays = Exists(there.filter(worker=OuterRef("referred_by")))
    return Q(referred_by=worker) | Q(~stays, Exists(there.filter(worker=worker, leads_now=True)))


def _led_by(worker: Any) -> Any:
    """Families whose lead worker this is: they are who offers."""
    leads = Involvement.objects.filter(worker=worker, leads_now=True)
    return Case.objects.visible_to(worker).filter(pk__in=leads.values("case")).order_by().values_list(asked_of_a_case())


def _lines(row: Mapping[str, Any], on: date) -> list[Reminder]:
    return [
        *(_danger(row["case"], danger) for danger in row["dangers"]),
        *([_reminder(row, on)] if row["is_own"] else []),
        *([_page(row)] if row["is_asked"] else []),
        *([_again(row, since)] if row["is_again"] and (since := _looks_again_from(row)) and since <= on else []),
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


def _page(row: Mapping[str, Any]) -> Reminder:
    """A page in plain words for the family, which somebody here was asked to write and has not begun."""
    return Reminder(
        kind="conference-page",
        text="Write your page for the family’s conference",
        about=in_a_row(row["names"]),
        due_on=None,
        url=reverse("conferences:own-report", args=[row["case"], row["pk"]]),
        why=f"You were asked for it on {_in_words(row['asked'])}",
        told_on=date.fromisoformat(row["asked"]),
        case_ids=(row["case"],),
        act="Write it",
    )


def _looks_again_from(row: Mapping[str, Any]) -> date | None:
    """The day the family chose; else the first on which PR7 asks for it. None before a family has met."""
    if row["review"]:
        return date.fromisoformat(row["review"])
    return counted(date.fromisoformat(row["met"]), *OPENS, calendar()) if row["met"] else None


def _again(row: Mapping[str, Any], since: date) -> Reminder:
    """The family looks at its plan again. It is never late: the day is theirs."""
    return Reminder(
        kind="conference-review",
        text="Look at the plan again with the family",
        about=in_a_row(row["names"]),
        due_on=None,
        url=reverse("conferences:plan-review-new", args=[row["case"], row["pk"]]),
        why=f"The family chose {day_in_words(since)}" if row["review"] else f"They met on {_in_words(row['met'])}",
        told_on=since,
        case_ids=(row["case"],),
        act="What they said",
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

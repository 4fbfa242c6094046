"""What a coordinator or a worker is to be reminded of about conferences. A relative's promise is never among it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, Value
from django.db.models.functions import JSONObject
from django.urls import reverse

from camden.models import Message
from django.db import connection

from camden.access import Permission, may
from camden.operations.rulebook import calendar
from camden.reminders import Reminder
from camden.rules.dates import months_after
from camden.rules.names import day_in_words
from cases.models import Case, Involvement
from cases.rules.visits import in_a_row
from conferences.models import ConferenceChild, DangerTold, FamilyConference
from conferences.readings.prompting import Prompted, asked_of_a_case, prompted
from conferences.rules.consent import QUIET
from conferences.rules.outcomes import MONTHS, OPEN_FOR, READ_WITHIN, Met, due
from conferences.rules.stages import PLAN_IS_OPEN, Stage
from conferences.rules.steps import Timing

OFFER = "conference-offer"


def due_for(worker: Any, on: date) -> list[Reminder]:
    """Referrals that wait for the coordinator's first contact, plans that wait for the referrer's answer, and families
    of the worker's own to whom a conference is to be offered.

    Neither has a day of its own: no law says when, so nothing here is ever late. A danger that was passed on waits
    for whoever was told until somebody answers it, from the day it was told. Two queries.
    None has a day of its own: no law says when, so nothing here is ever late. One query.
    Neither has a day of its own: no law says when, so they are never late. A coordinator is told as well of answers to
    read within two working days, and of families that can be asked by voice alone. One query; for a coordinator one
    more, and another two when something waits afterwards.
    """
    found = _waiting(worker, on).union(_led_by(worker), all=True)
    rows = [row for (row,) in found]
    waiting = sorted((row for row in rows if row["of"] == "waits"), key=lambda row: (row["referred"], row["pk"]))
    offers = [offer for row in rows if row["of"] == "offer" and (offer := prompted(row, on))]
    return [*map(_reminder, waiting), *(_offer(each, on) for each in sorted(offers, key=lambda each: each.case_pk))]


def _waiting(worker: Any, on: date) -> Any:
    waits = Q(coordinator=worker, stage=Stage.ALLOCATED) | Q(
        referred_by=worker, plan_given_on__isnull=False, stage__in=PLAN_IS_OPEN
    )
    found = FamilyConference.objects.visible_to(worker).with_stage().filter(waits, referred_on__lte=on)
    children = ConferenceChild.objects.filter(conference=OuterRef("pk")).order_by("pk")
    named = found.annotate(names=ArraySubquery(children.values("first_name"))).select_related("referred_by")
    return [
        *_dangers(worker, on),
        *(_reminder(each, in_a_row(each.names)) for each in named.order_by("referred_on", "pk")),
    ]
    told = [_reminder(each, in_a_row(each.names)) for each in named.order_by("referred_on", "pk")]
    return told + (_afterwards(on) if may(worker, Permission.CONFERENCE_CONVENE) else [])


def _afterwards(on: date) -> list[Reminder]:
    """Answers nobody has read yet, and families whom only a voice can ask."""
    rows = _waits_afterwards(on)
    unread = {row[0]: row for row in rows if row[2]}
    by_voice = {row[0]: timing for row in rows if (timing := _only_by_voice(row, on))}
    if not unread and not by_voice:
        return []
    names: dict[int, list[str]] = {}
    found = ConferenceChild.objects.filter(conference__in={*unread, *by_voice}).order_by("pk")
    for key, name in found.values_list("conference", "first_name"):
        names.setdefault(key, []).append(name)
    told = []
    for key, family, since, held_on, *_ in rows:
        line = {
            "about": in_a_row(names.get(key, [])),
            "url": reverse("conferences:afterwards", args=[family, key]),
            "case_ids": (family,),
        }
        if key in unread:
            until = calendar().add(since, READ_WITHIN)
            why = f"It came on {day_in_words(since)}: a person reads each within two working days"
            told.append(Reminder(kind="family-answer", text="Read how it is", due_on=until, why=why, **line))
        if key in by_voice:
            months = MONTHS[by_voice[key]]
            until = months_after(held_on, months) + OPEN_FOR
            why = f"They met {months} months ago, and nobody has an e-mail that is safe"
            told.append(Reminder(kind="family-by-voice", text="Ask how it is, by voice", due_on=until, why=why, **line))
    return told


def _waits_afterwards(on: date) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select conference, family, unread_since, held_on, asked, is_over, has_reader"
            " from conferences_afterwards(%s)",
            [on],
        )
        return list(cursor.fetchall())


def _only_by_voice(row: Any, on: date) -> Timing | None:
    key, family, _, held_on, asked, is_over, has_reader = row
    if held_on is None or has_reader:
        return None
    return due(
        Met(key, family, held_on, frozenset(Timing(each) for each in asked if each in set(Timing)), is_over), on=on
    )


def _dangers(worker: Any, on: date) -> list[Reminder]:
    """What was heard in preparation, and nobody answered. It cannot be muted."""
    told = Message.objects.filter(recipient=worker, kind="conference-danger", subject=DangerTold._meta.label)
    waits = DangerTold.objects.visible_to(worker).filter(
        pk__in=told.values("subject_id"), answers=None, said_on__lte=on
    )
    return [
        Reminder(
            kind="conference-danger",
            text="Read a danger that was heard, and say what you do",
            about=in_a_row(danger.children),
            due_on=danger.said_on,
            url=reverse("conferences:danger", args=[danger.case_id, danger.pk]),
            why=f"Told to you on {day_in_words(danger.said_on)}, while a family group conference was prepared",
            case_ids=(danger.case_id,),
            told_on=danger.said_on,
            is_fixed=True,
            act="Say what I do",
        )
        for danger in waits.order_by("pk")
    ]
    says = JSONObject(
        of=Value("waits"), pk="pk", case="case_id", given="plan_given_on", referred="referred_on",
        by="referred_by__name", names=ArraySubquery(children.values("first_name")),
    )  # fmt: skip
    return found.order_by().values_list(says)


def _led_by(worker: Any) -> Any:
    """Families whose lead worker this is: they are who offers."""
    leads = Involvement.objects.filter(worker=worker, leads_now=True)
    return Case.objects.visible_to(worker).filter(pk__in=leads.values("case")).order_by().values_list(asked_of_a_case())


def _reminder(row: Mapping[str, Any]) -> Reminder:
    key, about = [row["case"], row["pk"]], in_a_row(row["names"])
    if row["given"] is not None:
        return Reminder(
            kind="family-plan-waits",
            text="Answer the family’s plan",
            about=about,
            due_on=None,
            url=reverse("conferences:agreement", args=key),
            why=f"Given to you on {_in_words(row['given'])}",
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

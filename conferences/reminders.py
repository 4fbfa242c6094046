"""What a coordinator or a worker is to be reminded of about conferences. A relative's promise is never among it."""

from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, Q
from django.urls import reverse

from camden.access import Permission, may
from camden.operations.rulebook import calendar
from camden.reminders import Reminder
from camden.rules.dates import months_after
from camden.rules.names import day_in_words
from cases.rules.visits import in_a_row
from conferences.models import ConferenceChild, FamilyConference
from conferences.rules.outcomes import MONTHS, OPEN_FOR, READ_WITHIN, Met, due
from conferences.rules.stages import PLAN_IS_OPEN, Stage
from conferences.rules.steps import Timing


def due_for(worker: Any, on: date) -> list[Reminder]:
    """Referrals that wait for the coordinator's first contact, and plans that wait for the referrer's answer.

    Neither has a day of its own: no law says when, so they are never late. A coordinator is told as well of answers to
    read within two working days, and of families that can be asked by voice alone. One query; for a coordinator one
    more, and another two when something waits afterwards.
    """
    waits = Q(coordinator=worker, stage=Stage.ALLOCATED) | Q(
        referred_by=worker, plan_given_on__isnull=False, stage__in=PLAN_IS_OPEN
    )
    found = FamilyConference.objects.visible_to(worker).with_stage().filter(waits, referred_on__lte=on)
    children = ConferenceChild.objects.filter(conference=OuterRef("pk")).order_by("pk")
    named = found.annotate(names=ArraySubquery(children.values("first_name"))).select_related("referred_by")
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

"""Verbs about a family's links without an account: make one, close one; and what a link itself may do.

A link is its secret. Only the secret's SHA-256 is kept, and behind it three functions of wall_links.sql are all that
opens: no principal is bound, and the web's role has no other way.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from conferences.models import DangerWord, FamilyLink, Invitee, PlanEdition
from conferences.readings.links import why_not
from conferences.rules.links import For, made
from conferences.rules.outcomes import ASKS, BETWEEN, MONTHS, Word, speaks_of


class NotMade(Exception):
    """No link was made. Says why, in a sentence for the coordinator."""


@dataclass(frozen=True)
class Opened:
    """What an open link opens. `content` is an edition of the plan; None for an asking, or without one."""

    opens: For
    timing: str
    expires_on: date
    content: Mapping[str, Any] | None


@transaction.atomic
def make_link(
    *, invitee: Invitee, opens: For, timing: str, by: User, on: date, until: date | None = None
) -> tuple[FamilyLink, str]:
    """Give one person a way to the plan, or to saying how it went. Gives the link and its secret, kept nowhere.

    `timing` says which asking it is, empty for a plan. Raises NotMade: nobody whom a link could put in danger, no
    child, no plan that is not agreed, and no second asking of a family within eight weeks.
    """
    edition = PlanEdition.objects.filter(conference=invitee.conference_id).order_by("-edition").first()
    why = why_not(invitee, opens, is_agreed=edition is not None)
    if why:
        raise NotMade(why)
    if opens is For.ASKING:
        _check_not_asked(invitee, timing, on)
    secret = secrets.token_urlsafe(32)
    link = made(opens, on=on, until=until)
    row = FamilyLink.objects.create(
        case_id=invitee.case_id,
        conference_id=invitee.conference_id,
        invitee=invitee,
        opens=opens.value,
        timing=timing,
        edition=edition if opens is not For.ASKING else None,
        token_sha256=hashed(secret),
        made_by=by,
        made_on=on,
        expires_on=link.expires_on,
    )
    record(action="made a link for somebody of a family", subject=row, case_id=row.case_id)
    return row, secret


@transaction.atomic
def close_link(*, link: FamilyLink, on: date) -> None:
    """Close a link at once, whoever has it. One that is closed or answered stays as it is."""
    still = FamilyLink.objects.filter(pk=link.pk, closed_on=None, answered_on=None)
    if still.update(closed_on=on, version=F("version") + 1):
        record(action="closed a link of somebody of a family", subject=link, case_id=link.case_id)


@transaction.atomic
def ask_no_more(*, invitee: Invitee, on: date) -> None:
    """Somebody wants no more questions: they are asked by nobody any more, and an open asking closes."""
    Invitee.objects.filter(pk=invitee.pk).update(wants_no_asking=True, version=F("version") + 1)
    own = FamilyLink.objects.filter(invitee=invitee, opens=For.ASKING.value, closed_on=None, answered_on=None)
    own.update(closed_on=on, version=F("version") + 1)
    record(action="noted that somebody wants no more questions", subject=invitee, case_id=invitee.case_id)


@transaction.atomic
def open_link(*, secret: str, counts: bool = True) -> Opened | None:
    """What this link opens; None for one that is closed, over, answered, or never was. Opening it is counted."""
    with connection.cursor() as cursor:
        _bind(cursor, secret)
        cursor.execute("select opens, timing, expires_on, content from open_family_link(%s)", [counts])
        row = cursor.fetchone()
    if row is None:
        return None
    opens, timing, expires_on, content = row
    return Opened(For(opens), timing, expires_on, json.loads(content) if isinstance(content, str) else content)


@transaction.atomic
def answer_link(*, secret: str, points: Mapping[str, int | None], words: str, is_worried: bool) -> bool:
    """Take what somebody answered. False when the link is not open: nothing was kept.

    What may speak of a danger, or says so by its tick, is told at once as every danger is.
    """
    given = [points.get(name) for name, _ in ASKS]
    danger = is_worried or speaks_of(words, words_of_danger())
    with connection.cursor() as cursor:
        _bind(cursor, secret)
        cursor.execute("select answer_family_link(%s::smallint[], %s, %s)", [given, words, danger])
        return bool(cursor.fetchone()[0])


@transaction.atomic
def close_own_link(*, secret: str) -> bool:
    """Whoever reads it wants it no more. False when it was not open."""
    with connection.cursor() as cursor:
        _bind(cursor, secret)
        cursor.execute("select close_family_link()")
        return bool(cursor.fetchone()[0])


def words_of_danger() -> list[Word]:
    """What this council added to the list of words, or took off it."""
    return [Word(one.words, one.is_off, one.is_whole) for one in DangerWord.objects.order_by("pk")]


def hashed(secret: str) -> str:
    """All that is kept of a link."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _check_not_asked(invitee: Invitee, timing: str, on: date) -> None:
    """The beginning and the end belong to the meeting; what comes later comes once in eight weeks for a family."""
    if timing not in {each.value for each in MONTHS}:
        return
    asked = FamilyLink.objects.filter(case=invitee.case_id, opens=For.ASKING.value, made_on__gt=on - BETWEEN)
    if asked.exists():
        raise NotMade("This family was asked in the last eight weeks. Nobody is asked more often.")


def _bind(cursor: Any, secret: str) -> None:
    cursor.execute("select set_config('app.link', %s, true)", [hashed(secret)])

"""Verbs about two partners: how they are together, since when, and how it ended."""

from datetime import date
from typing import Any

from django.db import transaction

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from cases.models import Member, Relationship
from cases.operations.people import say
from cases.operations.relationships import NotRelatedSo, keep_what_was_said, say_related
from cases.readings.marks import marks_of
from cases.rules.audience import Marks
from cases.rules.couples import Couple
from cases.rules.picturing import COUPLE_ENDED

_ORDER = "It cannot end before it began. Check the days."


@transaction.atomic
def say_couple(*, one: Member, other: Member, said: Couple, by: User, on: date, marks: Marks = Marks()) -> Relationship:  # noqa: B008 - frozen
    """Two people of one record are, or were, partners. Raises NotRelatedSo."""
    _check(said, on)
    pair = {one.pk, other.pk}
    standing = Relationship.objects.filter(
        case=one.case_id, one__in=pair, other__in=pair, kind__in=("partner", "spouse"), ended_on=None
    )
    if not said.ended and standing.exists():
        raise NotRelatedSo("They are together in the record already. Change that instead.", "other")
    kind = _kind(said)
    (tie,) = say_related(one=one, others=[other], kind=kind, by=by, on=on, marks=marks)
    now: Relationship = change(tie, version=tie.version, **_facts(said, on))
    return now


@transaction.atomic
def change_couple(
    *, relationship: Relationship, version: int | None, said: Couple, by: User, on: date, marks: Marks
) -> Relationship:
    """Complete or correct how two are or were together. An end that becomes known goes on the timeline.

    What is kept from more people than before is kept from them on the timeline, too. Raises NotRelatedSo, or Overtaken.
    """
    _check(said, on)
    facts = _facts(said, on) | {"kind": _kind(said), "kept_from": list(marks.kept_from)}
    now: Relationship = change(relationship, version=version, is_kept_from_family=marks.is_kept_from_family, **facts)
    keep_what_was_said(relationship, marks)
    one, other = relationship.one, relationship.other
    if said.ended and said.ended != relationship.couple_ended:
        children = [member for member in (one, other) if member.kind == Member.Kind.CHILD]
        words = f"{one.first_name} and {other.first_name}: {COUPLE_ENDED[said.ended].lower()}"
        day = said.until.day or on
        say(one, words, on=day, by=by, children=children, marks=marks_of(now))
    record(action="changed how two are together", subject=now, case_id=now.case_id)
    return now


def _check(said: Couple, on: date) -> None:
    for when, about in ((said.since, "since"), (said.until, "until")):
        if when.first and when.first > on:
            raise NotRelatedSo("Enter a day that has passed.", about)
    if said.since.first and said.until.last and said.until.last < said.since.first:
        raise NotRelatedSo(_ORDER, "until")
    if said.until and not said.ended:
        raise NotRelatedSo("Say how it ended, or take out when.", "ended")


def _kind(said: Couple) -> str:
    """What they are to each other now. An end without any day leaves former partners, of whom a list still tells."""
    if said.ended and not said.until:
        return "ex-partner"
    return "spouse" if said.couple == "married" else "partner"


def _facts(said: Couple, on: date) -> dict[str, Any]:
    """Fields of Relationship. What ended in a month or year has ended by its last day."""
    ended_on = min(said.until.last, on) if said.until.last else None
    began_on = said.since.day
    if ended_on and began_on and ended_on < began_on:
        raise NotRelatedSo(_ORDER, "until")
    return {
        "couple": said.couple,
        "started_on": began_on,
        "started_about": said.since.about,
        "couple_ended": said.ended,
        "ended_on": ended_on,
        "ended_about": said.until.about,
        "is_of_one_blood": said.is_of_one_blood,
    }

"""Verbs about how somebody sees things: what is between two people, and what somebody around them is to them.

A view is never without whose it is. A newer one of the same person takes its place from its day on (rules.views_held).
"""

from datetime import date
from typing import Any

from django.db import transaction

from camden.audit import record
from camden.models import User
from cases.models import EmotionalTie, Member, NetworkTie, TieSeen
from cases.operations.refusing import Refusal
from cases.rules.audience import Marks
from cases.rules.picturing import EMOTION, TIE_FLOW, TIE_STRENGTH

NOTHING = "none"
_NO_MARKS = Marks()


class NotSeenSo(Refusal):
    """A view cannot be so. Says why, and about which answer."""


@transaction.atomic
def say_between(
    *,
    one: Member,
    other: Member,
    kind: str,
    seen_on: date,
    by: User,
    on: date,
    view_of: Member | None = None,
    words: str = "",
    marks: Marks = _NO_MARKS,
) -> EmotionalTie:
    """What is between two people as `view_of` saw it on a day; without them it is the idea of `by`, named as such.

    Of a kind with a direction, `other` is the person harmed, cared for or controlled. Raises NotSeenSo.
    """
    if one.pk == other.pk or one.case_id != other.case_id:
        raise NotSeenSo("Choose somebody else of this family.", "other")
    if kind not in EMOTION:
        raise NotSeenSo("Choose what is between them.", "kind")
    _check(one, view_of, seen_on, on)
    if kind == NOTHING and not _said_before(one, other, view_of, by, seen_on):
        raise NotSeenSo("Nothing was said so far of what is between these two, in this view.", "kind")
    tie = EmotionalTie.objects.create(
        case=one.case,
        one=one,
        other=other,
        kind=kind,
        words=words,
        seen_on=seen_on,
        recorded_by=by,
        **_viewed(view_of, by),
        **_marked(marks),
    )
    record(action="wrote down what is between two people", subject=tie, case_id=one.case_id)
    return tie


@transaction.atomic
def say_tie(
    *,
    tie: NetworkTie,
    strength: str,
    seen_on: date,
    by: User,
    on: date,
    flow: str = "none",
    view_of: Member | None = None,
    words: str = "",
    marks: Marks = _NO_MARKS,
) -> TieSeen:
    """What somebody around a person is to them, as `view_of` saw it; without them, in the idea of `by`.

    Raises NotSeenSo.
    """
    if strength not in TIE_STRENGTH or flow not in TIE_FLOW:
        raise NotSeenSo("Choose how strong it is.", "strength")
    if tie.ended_on and seen_on > tie.ended_on:
        raise NotSeenSo("This tie had ended by then. Choose an earlier day.", "seen_on")
    _check(tie, view_of, seen_on, on)
    seen = TieSeen.objects.create(
        case=tie.case,
        tie=tie,
        strength=strength,
        flow=flow,
        words=words,
        seen_on=seen_on,
        recorded_by=by,
        **_viewed(view_of, by),
        **_marked(marks),
    )
    record(action="wrote down what a tie is to somebody", subject=seen, case_id=tie.case_id)
    return seen


def _check(about: Any, view_of: Member | None, seen_on: date, on: date) -> None:
    if view_of is not None and view_of.case_id != about.case_id:
        raise NotSeenSo("Choose whose view it is.", "whose")
    if seen_on > on:
        raise NotSeenSo("Enter a day that has passed.", "seen_on")
    if view_of is not None and view_of.born_on and seen_on < view_of.born_on:
        raise NotSeenSo(f"{view_of.first_name} was not born yet. Choose a later day.", "seen_on")


def _said_before(one: Member, other: Member, view_of: Member | None, by: User, seen_on: date) -> bool:
    said = EmotionalTie.objects.filter(case=one.case, struck_on=None, seen_on__lte=seen_on)
    said = said.filter(one__in=(one, other), other__in=(one, other), **_viewed(view_of, by))
    return said.exclude(kind=NOTHING).exists()


def _viewed(view_of: Member | None, by: User) -> dict[str, Any]:
    return {"view_of": view_of} if view_of is not None else {"view_of_worker": by}


def _marked(marks: Marks) -> dict[str, Any]:
    return {"is_kept_from_family": marks.is_kept_from_family, "kept_from": list(marks.kept_from)}

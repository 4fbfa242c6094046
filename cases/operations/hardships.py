"""Verbs about what is hard: a child who was lost, drugs or alcohol, illness. And about taking back what was not so."""

from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from cases.models import CulturalNote, EmotionalTie, HealthMark, Member, PastLoss, TieSeen
from cases.operations.refusing import Refusal
from cases.rules.audience import Marks
from cases.rules.picturing import HEALTH_MARK, LOSS

_NO_MARKS = Marks()
Ending = TypeVar("Ending", CulturalNote, HealthMark)
Said = TypeVar("Said", CulturalNote, EmotionalTie, HealthMark, PastLoss, TieSeen)


class NotNotedSo(Refusal):
    """Something of somebody's life cannot be so. Says why, and about which answer."""


@transaction.atomic
def note_loss(
    *,
    mother: Member,
    kind: str,
    by: User,
    on: date,
    other_parent: Member | None = None,
    name: str = "",
    lost_about: str = "",
    marks: Marks = _NO_MARKS,
) -> PastLoss:
    """A child who was lost before we knew the family. `lost_about` as `rules.about` keeps it. Raises NotNotedSo."""
    if kind not in LOSS:
        raise NotNotedSo("Choose what happened.", "kind")
    if other_parent is not None and (other_parent.pk == mother.pk or other_parent.case_id != mother.case_id):
        raise NotNotedSo("Choose somebody else of this family.", "other_parent")
    loss = PastLoss.objects.create(
        case=mother.case,
        mother=mother,
        other_parent=other_parent,
        kind=kind,
        name=name,
        lost_about=lost_about,
        recorded_by=by,
        recorded_on=on,
        **_marked(marks),
    )
    record(action="wrote down a loss", subject=loss, case_id=mother.case_id)
    return loss


@transaction.atomic
def note_health(
    *,
    member: Member,
    kind: str,
    by: User,
    on: date,
    words: str = "",
    started_about: str = "",
    marks: Marks = _NO_MARKS,
) -> HealthMark:
    """What fills half of somebody's symbol. One of a kind holds at a time. Raises NotNotedSo."""
    if kind not in HEALTH_MARK:
        raise NotNotedSo("Choose what it is.", "kind")
    if HealthMark.objects.filter(case=member.case, member=member, kind=kind, ended_on=None, struck_on=None).exists():
        raise NotNotedSo("This is noted already. End what stands first, if it has changed.", "kind")
    mark = HealthMark.objects.create(
        case=member.case,
        member=member,
        kind=kind,
        words=words,
        started_about=started_about,
        noted_by=by,
        noted_on=on,
        **_marked(marks),
    )
    record(action="noted something of somebody’s health", subject=mark, case_id=member.case_id)
    return mark


@transaction.atomic
def end_note(*, what: Ending, version: int | None, on: date, ended_on: date) -> None:
    """Something of somebody's life holds no more. It stays to be read. Raises NotNotedSo, or Overtaken."""
    if ended_on > on:
        raise NotNotedSo("Enter a day that has passed.", "ended_on")
    if what.struck_on:
        raise NotNotedSo("This was taken back.", "")
    change(what, version=version, ended_on=ended_on)
    record(action=f"ended a {what._meta.verbose_name}", subject=what, case_id=what.case_id)


@transaction.atomic
def take_back(*, what: Said, by: User, on: date, why: str) -> None:
    """Something was not so. It stays to be read, with who took it back and why. Raises NotNotedSo."""
    rows = type(what)._base_manager.filter(pk=what.pk, struck_on=None)
    if not rows.update(struck_on=on, struck_by=by, struck_why=why, version=F("version") + 1):
        raise NotNotedSo("Somebody else has taken this back already.")
    record(action=f"took back a {what._meta.verbose_name}", subject=what, case_id=what.case_id)


def _marked(marks: Marks) -> dict[str, Any]:
    return {"is_kept_from_family": marks.is_kept_from_family, "kept_from": list(marks.kept_from)}

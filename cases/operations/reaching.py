"""Verbs about how to reach somebody, what else they are called, and who is around them."""

from datetime import date
from typing import Any, TypeVar

from django.db import transaction

from camden.audit import record
from camden.operations.versions import change
from cases.models import Alias, ContactPoint, Member, NetworkTie
from cases.operations.refusing import Refusal, in_words
from cases.rules.audience import Marks

_NO_MARKS = Marks()
Ending = TypeVar("Ending", ContactPoint, NetworkTie)


class NotNoted(Refusal):
    """Something about how to reach or call somebody cannot be so. Says why, and about which answer."""


@transaction.atomic
def add_contact_point(
    *,
    member: Member,
    kind: str,
    value: str,
    on: date,
    is_safe: bool | None = None,
    remark: str = "",
    marks: Marks = _NO_MARKS,
) -> ContactPoint:
    """A way to reach somebody from today (`on`). `is_safe` is None while nobody has asked: then it is not used."""
    point = ContactPoint.objects.create(
        case=member.case,
        member=member,
        kind=kind,
        value=value,
        is_safe=is_safe,
        remark=remark,
        started_on=on,
        **_marked(marks),
    )
    record(action="added a way to reach somebody", subject=point, case_id=member.case_id)
    return point


@transaction.atomic
def change_contact_point(*, point: ContactPoint, version: int | None, marks: Marks, **facts: Any) -> ContactPoint:
    """Correct a way to reach somebody, or say now whether it is safe. Raises Overtaken."""
    now: ContactPoint = change(point, version=version, **facts, **_marked(marks))
    record(action="changed a way to reach somebody", subject=now, case_id=now.case_id)
    return now


@transaction.atomic
def add_alias(*, member: Member, kind: str, given_name: str, family_name: str, marks: Marks = _NO_MARKS) -> Alias:
    """Another name of somebody. Raises NotNoted when it is known already, or no name at all."""
    if not given_name and not family_name:
        raise NotNoted("Enter a name.", "given_name")
    taken = {
        "somebody_has_another_name_once": (f"{member.first_name} has this name in the record already.", "given_name")
    }
    with in_words(NotNoted, taken):
        alias = Alias.objects.create(
            case=member.case,
            member=member,
            kind=kind,
            given_name=given_name,
            family_name=family_name,
            **_marked(marks),
        )
    record(action="added another name", subject=alias, case_id=member.case_id)
    return alias


@transaction.atomic
def add_tie(
    *, member: Member, kind: str, on: date, started_on: date | None = None, marks: Marks = _NO_MARKS, **facts: str
) -> NetworkTie:
    """Somebody or something around a person that is not family. `facts` are fields of NetworkTie. Raises NotNoted."""
    if not facts.get("organisation") and not facts.get("contact_name"):
        raise NotNoted("Enter the name of the place or of somebody there.", "organisation")
    if started_on and started_on > on:
        raise NotNoted("Enter a day that has passed.", "started_on")
    tie = NetworkTie.objects.create(
        case=member.case, member=member, kind=kind, started_on=started_on, **facts, **_marked(marks)
    )
    record(action="added somebody around a person", subject=tie, case_id=member.case_id)
    return tie


@transaction.atomic
def end(*, what: Ending, version: int | None, on: date, ended_on: date) -> None:
    """A way to reach somebody, or a tie, holds no more. It stays to be read. Raises NotNoted, or Overtaken."""
    if ended_on > on:
        raise NotNoted("Enter a day that has passed.", "ended_on")
    if what.started_on and ended_on < what.started_on:
        raise NotNoted("It cannot end before it began. Check the day.", "ended_on")
    change(what, version=version, ended_on=ended_on)
    record(action=f"ended {what._meta.verbose_name}", subject=what, case_id=what.case_id)


def _marked(marks: Marks) -> dict[str, Any]:
    return {"is_kept_from_family": marks.is_kept_from_family, "kept_from": list(marks.kept_from)}

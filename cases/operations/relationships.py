"""Verbs about how people of a record are related, and who has parental responsibility."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from cases.models import ChronologyEntry, Member, Relationship
from cases.operations.families import relate
from cases.operations.people import say
from cases.operations.refusing import Refusal, in_words
from cases.readings.offers import Kin
from cases.rules.audience import Marks
from cases.rules.kinship_words import NOT_ASKED, Responsibility, is_mutual, related
from cases.rules.recording import RESPONSIBILITY_BASIS

_NO_MARKS = Marks()


class NotRelatedSo(Refusal):
    """Two people cannot be related as it was said. Says why, and about which answer."""


@transaction.atomic
def say_related(
    *,
    one: Member,
    others: Sequence[Member],
    kind: str,
    by: User,
    on: date,
    started_on: date | None = None,
    responsibility: Responsibility = NOT_ASKED,
    marks: Marks = _NO_MARKS,
) -> list[Relationship]:
    """Two people of one record are related: `one` is `kind` of each of `others`. `on` is today. Raises NotRelatedSo."""
    if not others:
        raise NotRelatedSo("Choose to whom.", "others")
    _check(responsibility, started_on, None, on)
    found = []
    for other in others:
        _check_two(one, other, kind)
        with in_words(NotRelatedSo, {"a_relationship_is_said_once": (_ALREADY, "others")}):
            found.append(
                relate(
                    one=one,
                    other=other,
                    kind=Relationship.Kind(kind),
                    marks=marks,
                    started_on=started_on,
                    **asdict(responsibility),
                )
            )
    children = [member for member in (one, *others) if member.kind == Member.Kind.CHILD]
    words = related(kind, one.first_name, one.sex, [other.first_name for other in others])
    say(one, f"We know that {words}", on=on, by=by, children=children, marks=marks)
    return found


@transaction.atomic
def join_kin(*, member: Member, kin: Sequence[Kin], by: User, on: date, marks: Marks = _NO_MARKS) -> None:
    """Somebody who was about to be written down twice is in the record already: they belong as `kin` says.

    Raises NotRelatedSo when that is in the record too.
    """
    for each in kin:
        one, other = (each.other, member) if each.other_way else (member, each.other)
        say_related(one=one, others=[other], kind=each.kind, by=by, on=on, marks=marks)


@transaction.atomic
def change_relationship(
    *,
    relationship: Relationship,
    version: int | None,
    by: User,
    on: date,
    started_on: date | None,
    responsibility: Responsibility,
    marks: Marks,
) -> Relationship:
    """Complete what is known of a relationship: its days, parental responsibility, and from whom it is kept.

    What is said of parental responsibility goes on the timeline, and what the timeline says of the two gets the marks.
    Raises NotRelatedSo, or Overtaken.
    """
    _check(responsibility, started_on, relationship.ended_on, on)
    now: Relationship = change(
        relationship,
        version=version,
        started_on=started_on,
        is_kept_from_family=marks.is_kept_from_family,
        kept_from=list(marks.kept_from),
        **asdict(responsibility),
    )
    keep_what_was_said(relationship, marks)
    if responsibility != responsibility_of(relationship) and responsibility.parental_responsibility is not None:
        _say_responsible(relationship, responsibility, on=on, by=by, marks=marks)
    record(action="changed what is known of a relationship", subject=now, case_id=now.case_id)
    return now


@transaction.atomic
def end_relationship(*, relationship: Relationship, by: User, on: date, ended_on: date, version: int | None) -> None:
    """A relationship has ended, or was never so. What was stays to be read. Raises NotRelatedSo, or Overtaken."""
    _check(responsibility_of(relationship), relationship.started_on, ended_on, on)
    change(relationship, version=version, ended_on=ended_on)
    one, other = relationship.one, relationship.other
    children = [member for member in (one, other) if member.kind == Member.Kind.CHILD]
    words = related(relationship.kind, one.first_name, one.sex, [other.first_name])
    marks = Marks(relationship.is_kept_from_family, tuple(relationship.kept_from))
    say(one, f"No longer so: {words}", on=ended_on, by=by, children=children, marks=marks)
    record(action="ended a relationship", subject=relationship, case_id=relationship.case_id)


def responsibility_of(relationship: Relationship) -> Responsibility:
    """What is known of parental responsibility by this relationship."""
    return Responsibility(**{name: getattr(relationship, name) for name in asdict(NOT_ASKED)})


_ALREADY = "This is in the record already. Choose somebody else, or another word."


def _check_two(one: Member, other: Member, kind: str) -> None:
    if one.pk == other.pk:
        raise NotRelatedSo("Nobody is related to themselves. Choose two people.", "others")
    if one.case_id != other.case_id:
        raise NotRelatedSo("Choose somebody of this record.", "others")
    said_before = Relationship.objects.filter(case=one.case_id, one=other, other=one, kind=kind, ended_on=None)
    if is_mutual(kind) and said_before.exists():
        raise NotRelatedSo(_ALREADY, "others")


def _check(said: Responsibility, started_on: date | None, ended_on: date | None, on: date) -> None:
    if started_on and started_on > on:
        raise NotRelatedSo("Enter a day that has passed.", "started_on")
    if ended_on and started_on and ended_on < started_on:
        raise NotRelatedSo("It cannot end before it began. Check the day.", "ended_on")
    first, last = said.responsible_from_on, said.responsible_until_on
    if first and last and last < first:
        raise NotRelatedSo("Responsibility cannot end before it began. Check the days.", "responsible_until_on")
    if (said.responsibility_basis or first or last) and not said.parental_responsibility:
        words = "Say yes to parental responsibility, or take out what it rests on and its days."
        raise NotRelatedSo(words, "parental_responsibility")


def keep_what_was_said(row: Relationship, marks: Marks) -> None:
    """What the timeline says of the two is kept from the same people from now on. It is never opened to more."""
    entries = ChronologyEntry.objects.filter(case=row.case_id, kind=ChronologyEntry.Kind.PEOPLE)
    entries = entries.filter(subject_id__in=[row.one_id, row.other_id], summary__contains=row.one.first_name)
    for entry in entries.filter(summary__contains=row.other.first_name) if marks else ():
        kept = sorted({*entry.kept_from, *marks.kept_from})
        is_kept = entry.is_kept_from_family or marks.is_kept_from_family
        if kept != entry.kept_from or is_kept != entry.is_kept_from_family:
            change(entry, version=entry.version, kept_from=kept, is_kept_from_family=is_kept)


def _say_responsible(row: Relationship, said: Responsibility, *, on: date, by: User, marks: Marks) -> None:
    has = "has" if said.parental_responsibility else "does not have"
    basis = RESPONSIBILITY_BASIS.get(said.responsibility_basis, "")
    words = f"{row.one.first_name} {has} parental responsibility for {row.other.first_name}"
    children = [member for member in (row.one, row.other) if member.kind == Member.Kind.CHILD]
    words += f" ({basis[:1].lower()}{basis[1:]})" if basis and said.parental_responsibility else ""
    say(row.one, words, on=said.responsible_from_on or on, by=by, children=children, marks=marks)

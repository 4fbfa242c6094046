"""Verbs about slips: somebody who should never have been written down, two who were never related so.

Nothing is erased: what was a mistake has ended, is on no list and in no picture, and its history stays to be read.
"""

from datetime import date

from django.db import transaction
from django.db.models import Q

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from camden.rules.names import day_in_words
from cases.models import AsTold, ChronologyEntry, Member, Relationship
from cases.operations.chronology import strike_entries
from cases.operations.people import say
from cases.operations.protecting import in_turn
from cases.operations.refusing import Refusal, in_words
from cases.readings.mistakes import ended_before, hangs_on, slip_of
from cases.rules.visits import in_a_row


class NotAMistake(Refusal):
    """It cannot be a slip, or is none to be taken back by whoever asks. Says why."""


@transaction.atomic
def mistake_member(*, member: Member, by: User, on: date) -> Member:
    """Somebody was written down by mistake: nothing hangs on them but relationships, which were slips too.

    Raises NotAMistake.
    """
    in_turn([member])
    now = Member.objects.filter(pk=member.pk).first()
    if now is None:
        raise NotAMistake("Somebody has taken them out of the record already.")
    if found := hangs_on(now):
        words = f"More hangs on {now.first_name} than how they are related: {in_a_row(found)}."
        raise NotAMistake(f"{words} If they are in the record twice, the two can be made one.")
    for tie in Relationship.objects.filter(Q(one=now) | Q(other=now), case=now.case_id, was_mistake=False):
        _never(tie, tie.version, by=by, on=on)
    gone: Member = change(now, version=now.version, mistaken_on=on)
    gone.case = member.case
    strike_entries(case=gone.case, kinds=[ChronologyEntry.Kind.PEOPLE], subject_id=gone.pk, on=on)
    _told_no_more("person", gone.pk, by=by, on=on)
    record(action="took out somebody written down by mistake", subject=gone, case_id=gone.case_id)
    return gone


@transaction.atomic
def restore_member(*, member: Member, by: User, on: date) -> Member:
    """Somebody was no mistake after all, with all that was taken out in the same breath. Only whoever said that they
    were, on the same day. Raises NotAMistake.
    """
    now = Member._base_manager.select_for_update().get(pk=member.pk)
    slip = slip_of(now)
    if slip is None:
        raise NotAMistake("They are in the record again already.")
    if slip.on != on or slip.by != by.pk:
        who = slip.who or "whoever said so"
        raise NotAMistake(f"Only {who} could take this back, on {day_in_words(slip.on)}. Add them again if need be.")
    mine = Relationship.objects.filter(Q(one=now) | Q(other=now), case=now.case_id, was_mistake=True)
    ties = list(mine.select_related("one", "other"))
    back = ended_before(ties, slip.request)
    for tie in ties:
        if tie.pk in back and not _is_gone_at_the_other_end(tie, now):
            with in_words(NotAMistake, {"a_relationship_is_said_once": (_AGAIN, "")}):
                change(tie, version=tie.version, was_mistake=False, ended_on=back[tie.pk])
            _told_again("relationship", tie.pk, slip.on, by)
    kept: Member = change(now, version=now.version, mistaken_on=None)
    kept.case = member.case
    _told_again("person", kept.pk, slip.on, by)
    say(kept, f"{kept.name} is in the record after all", on=on, by=by)
    record(action="put back somebody who was no mistake", subject=kept, case_id=kept.case_id)
    return kept


@transaction.atomic
def mistake_relationship(*, relationship: Relationship, version: int | None, by: User, on: date) -> Relationship:
    """Two were never related so: it was said by a slip. Raises Overtaken."""
    now = _never(relationship, version, by=by, on=on)
    one, other = relationship.one, relationship.other
    children = [member for member in (one, other) if member.kind == Member.Kind.CHILD]
    words = f"How {one.first_name} and {other.first_name} are related was written down by mistake, and taken out"
    entry = say(one, words, on=on, by=by, children=children)
    if now.is_kept_from_family or now.kept_from:
        change(entry, version=entry.version, is_kept_from_family=now.is_kept_from_family, kept_from=now.kept_from)
    record(action="took out a relationship said by mistake", subject=now, case_id=now.case_id)
    return now


_AGAIN = "How they are related was written down again meanwhile. Take that out first."


def _never(tie: Relationship, version: int | None, *, by: User, on: date) -> Relationship:
    ended_on = tie.ended_on or max(on, tie.started_on or on)
    now: Relationship = change(tie, version=version, was_mistake=True, ended_on=ended_on)
    _told_no_more("relationship", tie.pk, by=by, on=on)
    return now


def _told_no_more(kind: str, key: int, *, by: User, on: date) -> None:
    """Who told it stays to be read."""
    for each in AsTold.objects.filter(kind=kind, subject_id=key, undone_on=None):
        change(each, version=each.version, undone_on=on, undone_by=by)


def _told_again(kind: str, key: int, undone_on: date, by: User) -> None:
    for each in AsTold.objects.filter(kind=kind, subject_id=key, undone_on=undone_on, undone_by=by):
        change(each, version=each.version, undone_on=None, undone_by=None)


def _is_gone_at_the_other_end(tie: Relationship, member: Member) -> bool:
    other = tie.other if tie.one_id == member.pk else tie.one
    return bool(other.mistaken_on or other.merged_into_id)

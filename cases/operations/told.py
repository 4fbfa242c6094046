"""Verbs about what the family tells while it draws together: who told it, and undoing what was a slip."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from cases.models import AsTold, Case, Member, Relationship
from cases.operations.mistakes import NotAMistake, mistake_member, mistake_relationship
from cases.operations.refusing import Refusal
from cases.readings.audience import shown_to
from cases.rules.audience import FAMILY, STAFF, Audience


@transaction.atomic
def tell(
    *,
    case: Case,
    told_by: Member,
    people: Sequence[Member],
    relationships: Sequence[Relationship],
    by: User,
    on: date,
) -> list[AsTold]:
    """Keep who told these facts, which were written in this transaction. `by` held the pen."""
    kinds = [("person", each.pk) for each in people] + [("relationship", each.pk) for each in relationships]
    told = [
        AsTold.objects.create(case=case, kind=kind, subject_id=key, told_by=told_by, told_on=on, recorded_by=by)
        for kind, key in kinds
    ]
    record(action="kept who told it", subject=told_by, case_id=case.pk)
    return told


class NotUndone(Refusal):
    """What was told cannot be undone: something was drawn onto it since. Says what."""


@transaction.atomic
def undo_told(*, told: Sequence[AsTold], by: User, on: date) -> None:
    """What was told in one go was a slip: somebody with all that relates them, or how two are related.

    What is undone already stays so. Raises NotUndone, in words that the family may read: they name nobody and nothing.
    """
    case = next((each.case_id for each in told), None)
    open_now = AsTold.objects.filter(pk__in=[each.pk for each in told], undone_on=None)
    people = list(Member.objects.filter(case=case, pk__in=open_now.filter(kind="person").values("subject_id")))
    ties = Relationship.objects.filter(
        case=case, was_mistake=False, pk__in=open_now.filter(kind="relationship").values("subject_id")
    )
    if _leaves_somebody_alone(case, people):
        is_theirs = _leaves_somebody_alone(case, people, FAMILY)
        raise NotUndone("Somebody was drawn beside them since. Undo that first." if is_theirs else _MORE)
    for tie in ties.select_related("one", "other"):
        if tie.one not in people and tie.other not in people:
            mistake_relationship(relationship=tie, version=tie.version, by=by, on=on)
    try:
        for member in people:
            mistake_member(member=member, by=by, on=on)
    except NotAMistake:
        raise NotUndone(_MORE) from None


_MORE = "More is written by now. Change it on the person’s own page."


def _leaves_somebody_alone(case: int | None, going: Sequence[Member], audience: Audience = STAFF) -> bool:
    """Whether somebody would be related to nobody any more, when these go, as far as an audience may know."""
    keys = {each.pk for each in going}
    standing = Relationship.objects.filter(case=case, was_mistake=False, ended_on=None)
    ties = shown_to(audience, standing).values_list("one_id", "other_id")
    beside = {other for tie in ties if set(tie) & keys for other in tie} - keys
    kept = {who for tie in ties if not set(tie) & keys for who in tie}
    return Member.objects.filter(pk__in=beside - kept, kind=Member.Kind.ADULT).exists()

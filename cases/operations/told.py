"""Verbs about what the family tells while it draws together: who told it, and undoing what was a slip."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from cases.models import AsTold, Case, Member, Relationship


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

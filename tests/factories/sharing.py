"""Papers that were shared with somebody of a family, as rows for tests."""

from datetime import date
from typing import Any

from cases.models import Case, Member, Sharing, Writing

BEGAN, SHARED = date(2026, 10, 1), date(2026, 10, 20)


def shared_once(case: Case, member: Member, by: Any) -> Sharing:
    """A paper of the family that somebody of it read; the plan, if nothing is written yet."""
    writing = Writing.objects.filter(case=case).order_by("pk").first() or Writing.objects.create(
        case=case, paper="plan", begun_on=BEGAN
    )
    return Sharing.objects.create(
        case=case, writing=writing, member=member, how="together", shared_on=SHARED, shared_by=by
    )

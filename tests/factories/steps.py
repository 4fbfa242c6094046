"""Steps down, and what people say of our work, as rows for tests."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cases.models import Case, Complaint, Consent, Member, PlanSpell, RetentionHold, ThresholdChild, ThresholdMove

RECEIVED = date(2026, 10, 26)


def complained(case: Case, by: Any, **more: Any) -> Complaint:
    """Somebody complained on a Monday, and it was written down."""
    said = {"kind": "complaint", "said_by": "Nasreen", "how": "spoken", "words": "Nobody rang me back."}
    return Complaint.objects.create(case=case, recorded_by=by, **({"received_on": RECEIVED} | said | more))


def stepped_down(case: Case, children: Sequence[Member], by: Any, **more: Any) -> ThresholdMove:
    """From a child in need plan to help by agreement, ten weeks ago."""
    said: dict[str, Any] = {"moved_on": date(2026, 8, 24), "from_basis": "need", "to_basis": "early-help"}
    said |= {"driver": "safer", "why": "Bedtimes are calm.", "keeps_worker": True, "decided_by": by}
    move = ThresholdMove.objects.create(case=case, **(said | more))
    ThresholdChild.objects.bulk_create(ThresholdChild(case=case, move=move, child=child) for child in children)
    return move


def helped(case: Case, children: Sequence[Member], parent: Member, by: Any) -> None:
    """Help by agreement since the summer, to which a parent said yes."""
    began = date(2026, 8, 24)
    for child in children:
        PlanSpell.objects.create(case=case, child=child, basis="early-help", started_on=began)
    Consent.objects.create(case=case, member=parent, purpose="help", how="spoken", given_on=began, recorded_by=by)


def settle_steps(case: Case, manager: Any) -> None:
    """A complaint, and a hold on the record."""
    complained(case, manager)
    RetentionHold.objects.create(case=case, why="An inquiry asked for it.", held_on=RECEIVED, held_by=manager)

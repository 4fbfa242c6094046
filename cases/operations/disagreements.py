"""The verb of seeing it differently: a statement of somebody in the family, beside an entry of ours."""

from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from cases.models import ChronologyEntry, Disagreement, Member
from cases.operations.chronology import note as on_the_timeline
from cases.operations.refusing import Refusal
from cases.readings.marks import marks_of


class NotAttached(Refusal):
    """The statement was not kept. Says why, and about which answer."""


@transaction.atomic
def disagree(
    *,
    entry: ChronologyEntry,
    words: str,
    said_on: date,
    by: User,
    on: date,
    member: Member | None = None,
    said_by: str = "",
) -> Disagreement:
    """Attach to an entry how somebody sees it differently, in their words: `member`, or `said_by` whom we do not know.

    It stands wherever the entry does, as large as ours. Raises NotAttached.
    """
    if said_on > on:
        raise NotAttached("Write this down once it was said.", "said_on")
    if member is None and not said_by:
        raise NotAttached("Say whose words these are.", "who")
    seen = Disagreement.objects.create(
        case=entry.case, entry=entry, member=member, said_by=said_by, words=words, said_on=said_on, recorded_by=by
    )
    on_the_timeline(
        case=entry.case,
        on=said_on,
        kind=ChronologyEntry.Kind.DISAGREEMENT,
        summary=f"{member.first_name if member else said_by} sees it differently: {entry.get_kind_display().lower()} "
        f"of {entry.happened_on:%-d %B %Y}",
        children=list(entry.children.all()),
        subject_id=entry.pk,
        by=by,
        marks=marks_of(entry),
    )
    record(action="attached a statement of disagreement", subject=seen, case_id=entry.case_id)
    return seen

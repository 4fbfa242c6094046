"""Verbs about referrals and the episodes of need they open."""

from datetime import date

from django.db import transaction

from camden.audit import record
from cases.models import ChronologyEntry, Episode, Member
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.rules.codesets import REFERRAL_SOURCE, in_a_sentence


@transaction.atomic
def accept_referral(*, child: Member, on: date, source: str, primary_need: str) -> Episode:
    """Open a child's episode of need. `source` and `primary_need` are codes of the children in need census.

    Raises django.db.IntegrityError when the child has an episode open, or one that day falls into.
    """
    episode = Episode.objects.create(
        case=child.case, child=child, referred_on=on, source=source, primary_need=primary_need
    )
    note(
        case=child.case,
        on=on,
        kind=ChronologyEntry.Kind.REFERRAL,
        summary=f"Referral about {child.first_name} from {in_a_sentence(REFERRAL_SOURCE[source])}",
        children=[child],
        subject_id=episode.pk,
    )
    record(action="accepted a referral", subject=episode, case_id=child.case_id)
    keep_clocks(case=child.case)
    return episode

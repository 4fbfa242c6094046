"""The legal bases an assessment had, one after the other, and what is missing for another one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from camden.rules.names import day_in_words
from cases.models import Assessment, AssessmentBasis, Episode, Member
from cases.rules.basis import STATUTORY, counted_since
from cases.rules.journey import LEGAL_BASIS
from cases.rules.visits import in_a_row


@dataclass(frozen=True)
class BasisLine:
    """A basis, since when, and why; who decided and who joined, where somebody did."""

    basis: str
    since: str
    iso: str
    why: str
    by: str
    joined: str


def changes_of(assessment: Assessment) -> list[AssessmentBasis]:
    """The changes of its legal basis, the first one first. One query."""
    found = AssessmentBasis.objects.filter(assessment=assessment).select_related("decided_by", "joined")
    return list(found.order_by("began_on", "pk"))


def counts_since(assessment: Assessment, changes: Sequence[AssessmentBasis], children: Sequence[int]) -> date:
    """The day its working days count from: a referral that was taken while it ran. One query, or none."""
    left = [(each.before, each.began_on) for each in changes]
    if not any(before not in STATUTORY for before, _ in left):
        return assessment.counts_from_on
    referred = Episode.objects.filter(child__in=children, referred_on__gt=assessment.started_on)
    days = list(referred.values_list("referred_on", flat=True))
    began = assessment.started_on
    return counted_since(assessment.counts_from_on, started_on=began, changes=left, referred=days)


def bases_of(assessment: Assessment, rows: Sequence[AssessmentBasis]) -> tuple[BasisLine, ...]:
    """What it stood on, the first one first, from its changes; nothing while it never changed."""
    if not rows:
        return ()
    began = assessment.started_on
    first = BasisLine(LEGAL_BASIS[rows[0].before], day_in_words(began), began.isoformat(), "", "", "")
    return first, *(
        BasisLine(
            LEGAL_BASIS[row.legal_basis],
            day_in_words(row.began_on),
            row.began_on.isoformat(),
            row.why,
            row.decided_by.name,
            row.joined.name if row.joined else "",
        )
        for row in rows
    )


def without_referral(children: Sequence[Member]) -> str:
    """The names of those without an open referral, which statutory work needs (1103); empty for none. One query."""
    found = Episode.objects.in_need().filter(child__in=[child.pk for child in children])
    referred = set(found.values_list("child", flat=True))
    return in_a_row([child.first_name for child in children if child.pk not in referred])

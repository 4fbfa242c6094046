"""The legal bases an assessment had, one after the other, and what is missing for another one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

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


@dataclass(frozen=True)
class Change:
    """One change of the basis, as it is kept."""

    before: str
    legal_basis: str
    began_on: date
    why: str
    by: str
    joined: str


_OF = {"before": "before", "legal_basis": "legal_basis", "began_on": "began_on", "why": "why"}
_OF |= {"by": "decided_by__name", "joined": "joined__name"}


def changes_beside() -> ArraySubquery:
    """The changes of an assessment's basis beside each of its parts, for `changes_from`: no question of its own."""
    found = AssessmentBasis.objects.filter(assessment=OuterRef("assessment")).order_by("began_on", "pk")
    return ArraySubquery(found.values(says=JSONObject(**_OF)))


def changes_from(rows: Sequence[Mapping[str, str | None]]) -> list[Change]:
    """The same as values."""
    return [
        Change(**{name: row[name] or "" for name in _OF} | {"began_on": date.fromisoformat(row["began_on"] or "")})  # type: ignore[arg-type]
        for row in rows
    ]


def changes_of(assessment: Assessment) -> list[Change]:
    """The changes of its legal basis, the first one first. One query."""
    parts: Any = assessment.parts.annotate(changes=changes_beside())
    return changes_from(parts.values_list("changes", flat=True).first() or [])


def counts_since(assessment: Assessment, changes: Sequence[Change], children: Sequence[int]) -> date:
    """The day its working days count from: a referral that was taken while it ran. One query, or none."""
    left = [(each.before, each.began_on) for each in changes]
    if not any(before not in STATUTORY for before, _ in left):
        return assessment.counts_from_on
    referred = Episode.objects.filter(child__in=children, referred_on__gt=assessment.started_on)
    days = list(referred.values_list("referred_on", flat=True))
    began = assessment.started_on
    return counted_since(assessment.counts_from_on, started_on=began, changes=left, referred=days)


def bases_of(assessment: Assessment, changes: Sequence[Change]) -> tuple[BasisLine, ...]:
    """What it stood on, the first one first, from its changes; nothing while it never changed."""
    if not changes:
        return ()
    began = assessment.started_on
    first = BasisLine(LEGAL_BASIS[changes[0].before], day_in_words(began), began.isoformat(), "", "", "")
    return first, *(
        BasisLine(
            LEGAL_BASIS[each.legal_basis],
            day_in_words(each.began_on),
            each.began_on.isoformat(),
            each.why,
            each.by,
            each.joined,
        )
        for each in changes
    )


def without_referral(children: Sequence[Member]) -> str:
    """The names of those without an open referral, which statutory work needs (1103); empty for none. One query."""
    found = Episode.objects.in_need().filter(child__in=[child.pk for child in children])
    referred = set(found.values_list("child", flat=True))
    return in_a_row([child.first_name for child in children if child.pk not in referred])

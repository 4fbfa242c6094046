"""How people see one another, what is hard, where they come from: a row of every kind."""

from datetime import date
from typing import Any

from cases.models import CulturalNote, EmotionalTie, HealthMark, Member, NetworkTie, PastLoss, TieSeen

SEEN = date(2026, 10, 12)


def settle_around(case: Any, by: Any) -> None:
    """One row of every kind that a page about views of people may be about."""
    people = list(Member.objects.filter(case=case).order_by("pk"))
    adult, child = next(each for each in people if each.kind == Member.Kind.ADULT), people[0]
    between(child, adult, "close", view_of=child, by=by)
    tie = NetworkTie.objects.filter(case=case).order_by("pk").first()
    TieSeen.objects.create(case=case, tie=tie, strength="strong", view_of=child, seen_on=SEEN, recorded_by=by)
    PastLoss.objects.create(case=case, mother=adult, kind="miscarriage", recorded_by=by, recorded_on=SEEN)
    HealthMark.objects.create(case=case, member=adult, kind="illness", noted_by=by, noted_on=SEEN)
    CulturalNote.objects.create(
        case=case, member=child, kind="language", words="Sylheti", told_by=child, noted_by=by, noted_on=SEEN
    )


def between(one: Member, other: Member, kind: str, *, by: Any, view_of: Member | None = None, **facts: Any) -> Any:
    """A view of two people: somebody's, else the worker's own idea."""
    viewed = {"view_of": view_of} if view_of else {"view_of_worker": by}
    said = {"seen_on": SEEN, "recorded_by": by} | viewed | facts
    return EmotionalTie.objects.create(case=one.case, one=one, other=other, kind=kind, **said)

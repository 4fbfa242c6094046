"""People of a record who are no children of it, and how they are related."""

from datetime import date
from typing import Any

import factory

from cases.models import AsTold, ContactPoint, Involvement, Member, MemberMerge, NetworkTie, Relationship
from tests.factories.cases import ChildFactory


class AdultFactory(ChildFactory):
    """Somebody in the children's life."""

    kind = Member.Kind.ADULT
    given_name = factory.Sequence(lambda n: f"Adult {n}")
    born_on = None


def settle_people(case: Any) -> None:
    """One row of every kind that a page about people may be about."""
    adult = AdultFactory(case=case, given_name="Tamsin", family_name="Lindqvist")
    child = Member.objects.filter(case=case, kind=Member.Kind.CHILD).order_by("pk").first()
    relates(adult, "kin", child)
    (couple,) = relates(adult, "partner", AdultFactory(case=case, given_name="Torben", family_name="Lindqvist"))
    ContactPoint.objects.create(case=case, member=adult, kind="mobile", value="07700 900123")
    NetworkTie.objects.create(case=case, member=adult, kind="gp", organisation="Lindqvist Practice")
    twice = AdultFactory(case=case, given_name="Tamsin", family_name="Lindqvist", merged_into=adult)
    by = Involvement.objects.filter(case=case).order_by("pk").first().worker
    MemberMerge.objects.create(case=case, kept=adult, merged=twice, merged_on=date(2026, 11, 1), merged_by=by)
    told: dict[str, Any] = {"told_by": adult, "told_on": date(2026, 11, 1), "recorded_by": by}
    AsTold.objects.create(case=case, kind="relationship", subject_id=couple.pk, **told)


def relates(one: Member, kind: str, *others: Member, **facts: Any) -> list[Relationship]:
    """`one` is `kind` of each of `others`."""
    return [Relationship.objects.create(case=one.case, one=one, other=other, kind=kind, **facts) for other in others]

"""The bare verbs of a family's record: what intake writes down of people, without a word on the timeline.

Who works with a family uses `people`, `relationships` and `households`, which say on the timeline what they did.
"""

from datetime import date
from typing import Any

from django.db import connection, transaction

from camden.audit import record
from camden.models import Team
from cases.models import Case, Household, HouseholdMembership, Member, Person, Relationship
from cases.rules.audience import Marks


@transaction.atomic
def open_case(*, name: str, team: Team, on: date) -> Case:
    """Open a family's record on a team's list.

    Raises django.db.ProgrammingError when the team is out of the principal's reach.
    """
    with connection.cursor() as cursor:
        cursor.execute("select open_case(%s, %s, %s)", [name, team.pk, on])
        case = Case.objects.get(pk=cursor.fetchone()[0])
    record(action="opened the record", subject=case, case_id=case.pk)
    return case


@transaction.atomic
def add_member(*, case: Case, kind: Member.Kind, **facts: Any) -> Member:
    """Add somebody to a record: `facts` are fields of Member, as known in this family.

    Among them `person`, who they are, where another record knows the same human being.
    """
    facts["person"] = facts.get("person") or Person.objects.create()
    member = Member.objects.create(case=case, kind=kind, **facts)
    record(action="added to the record", subject=member, case_id=case.pk)
    return member


@transaction.atomic
def relate(
    *,
    one: Member,
    other: Member,
    kind: Relationship.Kind,
    parental_responsibility: bool | None = None,
    marks: Marks = Marks(),  # noqa: B008 - frozen
    **facts: Any,
) -> Relationship:
    """Say how two people of one record are related: `one` is `kind` of `other`; `facts` are fields of Relationship."""
    relationship = Relationship.objects.create(
        case=one.case,
        one=one,
        other=other,
        kind=kind,
        parental_responsibility=parental_responsibility,
        is_kept_from_family=marks.is_kept_from_family,
        kept_from=list(marks.kept_from),
        **facts,
    )
    record(action="related two people", subject=relationship, case_id=one.case_id)
    return relationship


@transaction.atomic
def open_household(*, case: Case, name: str, address: str = "", is_safe_to_share: bool = True) -> Household:
    """A home somebody of the record lives in."""
    return Household.objects.create(case=case, name=name, address=address, is_safe_to_share=is_safe_to_share)


@transaction.atomic
def move_in(*, member: Member, household: Household, on: date | None = None) -> HouseholdMembership:
    """Somebody lives in a household from a day, or for as long as anybody knows."""
    return HouseholdMembership.objects.create(case=member.case, household=household, member=member, started_on=on)

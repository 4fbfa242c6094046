"""What a family's genogram is drawn from, and what of it the family may not see."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from camden.models import User
from cases.models import (
    Case,
    EmotionalTie,
    GenogramSnapshot,
    HealthMark,
    HouseholdMembership,
    Member,
    NetworkTie,
    PastLoss,
    Relationship,
    TieSeen,
)
from tests.factories.cases import ChildFactory

KIND = Relationship.Kind
SECRET = "Zzsecret"


def somebody(cast: SimpleNamespace, name: str, **more: Any) -> Member:
    """An adult of the cast's record."""
    facts: dict[str, Any] = {"kind": "adult", "born_on": None, "family_name": "", "sex": ""}
    found: Member = ChildFactory(case=cast.case, given_name=name, **facts | more)
    return found


def related(one: Member, kind: str, other: Member, **more: Any) -> Relationship:
    """`one` is this to `other`."""
    return Relationship.objects.create(case=one.case, one=one, other=other, kind=kind, **more)


def pictured(cast: SimpleNamespace) -> SimpleNamespace:
    """Three generations: the children, Shirin and Jamal, and Shirin's parents; a school; a view of Anisa's."""
    case, children = cast.case, cast.children
    shirin = somebody(cast, "Shirin", family_name="Khatun", sex="F", born_about="1988")
    jamal = somebody(cast, "Jamal", family_name="Rahman", sex="M", born_about="1985")
    rahima = somebody(cast, "Rahima", family_name="Khatun", sex="F", born_about="1960")
    karim = somebody(cast, "Karim", family_name="Khatun", sex="M", born_about="1955", has_died=True)
    for child in children:
        related(shirin, KIND.MOTHER, child)
        related(jamal, KIND.FATHER, child)
    related(jamal, KIND.PARTNER, shirin, couple="married", started_about="2012")
    related(rahima, KIND.MOTHER, shirin)
    related(karim, KIND.FATHER, shirin)
    for who in (shirin, jamal):
        HouseholdMembership.objects.create(case=case, household=cast.home, member=who)
    school = NetworkTie.objects.create(case=case, member=children[0], kind="school", organisation="Netley Primary")
    said = {"case": case, "recorded_by": cast.amara, "seen_on": date(2026, 10, 2)}
    TieSeen.objects.create(tie=school, strength="strong", view_of=children[0], **said)
    view = EmotionalTie.objects.create(one=children[0], other=shirin, kind="very_close", view_of=children[0], **said)
    return SimpleNamespace(shirin=shirin, jamal=jamal, rahima=rahima, karim=karim, school=school, view=view)


def with_secrets(cast: SimpleNamespace, family: SimpleNamespace, called: str = SECRET) -> SimpleNamespace:
    """A termination, a private father of Zayd's, a child who was given up, an affair, a mark, an idea: to be found."""
    case, child, zayd = cast.case, cast.children[0], cast.children[2]
    kept: dict[str, Any] = {"is_kept_from_family": True}
    named = {"family_name": called}
    loss = PastLoss.objects.create(case=case, mother=family.shirin, other_parent=family.jamal, kind="termination",
                                   name=f"{called} loss", lost_about="2017", recorded_by=cast.amara,
                                   recorded_on=date(2026, 10, 2))  # fmt: skip
    father = somebody(cast, "Marek", sex="M", **named)
    paternity = related(father, KIND.PARENT, zayd, **kept)
    given_up = somebody(cast, "Ola", sex="F", born_on=date(2010, 2, 3), **named)
    related(family.shirin, KIND.MOTHER, given_up, **kept)
    related(given_up, KIND.HALF_SIBLING, child, **kept)
    lover = somebody(cast, "Bo", sex="F", **named)
    related(lover, KIND.PARTNER, family.jamal, couple="affair", started_about="2019")
    HealthMark.objects.create(case=case, member=family.jamal, kind="substance", noted_by=cast.amara,
                              noted_on=date(2026, 10, 2))  # fmt: skip
    said = {"case": case, "recorded_by": cast.amara, "seen_on": date(2026, 10, 2)}
    EmotionalTie.objects.create(one=family.jamal, other=family.shirin, kind="controlling", view_of_worker=cast.amara,
                                **said)  # fmt: skip
    EmotionalTie.objects.create(one=family.jamal, other=child, kind="hostile", view_of=child, **said, **kept)
    return SimpleNamespace(loss=loss, father=father, paternity=paternity, given_up=given_up, lover=lover)


def settle_pictures(case: Case, by: User) -> GenogramSnapshot:
    """A picture that was kept of a record, of its children alone."""
    children = Member.objects.children().filter(case=case)
    people = [{"id": f"m{child.pk}", "name": child.name, "index": True} for child in children]
    facts = {"schema": "genogram/1", "as_of": "2026-10-02", "persons": people}
    day = date(2026, 10, 2)
    return GenogramSnapshot.objects.create(case=case, title="Genogram", kept_for="keeping", made_for="staff",
                                           pictured_on=day, facts=facts, taken_by=by, taken_on=day)  # fmt: skip

"""Families of three generations for the bench: those of the invented service have parents and children only."""

from datetime import date

from django.utils import timezone

from cases.models import EmotionalTie, HouseholdMembership, Member, Person, Relationship

KIN = {
    "gran": ("F", 1950), "grandad": ("M", 1949), "aunt": ("F", 1979), "uncle": ("M", 1986), "husband": ("M", 1977),
    "niece": ("F", 2006), "nephew": ("M", 2009), "partner": ("M", 1983), "his-mother": ("F", 1955),
    "his-father": ("M", 1953), "his-sister": ("F", 1987), "his-wife": ("F", 1985), "his-son": ("M", 2008),
    "friend": ("F", 1980),
}  # fmt: skip
"""Everybody who comes to a mother and her children: sex and year of birth."""
TIES = {
    "mother": "gran:mother gran:aunt gran:uncle aunt:niece aunt:nephew his-mother:partner his-mother:his-sister"
    " his-wife:his-son",
    "father": "grandad:mother grandad:aunt grandad:uncle husband:niece husband:nephew his-father:partner"
    " his-father:his-sister partner:his-son",
    "spouse": "gran:grandad aunt:husband his-mother:his-father",
    "partner": "partner:mother",
    "ex-partner": "his-wife:partner",
    "kin": "friend:mother",
}
FEELINGS = {"close": "mother:gran", "conflict": "mother:partner", "distant": "gran:partner"}
LIVE_THERE = ("gran", "partner")


def widen(case: int, worker: int) -> None:
    """Give a record KIN, tied to the mother of its children; some of them live with her."""
    mother = Relationship.objects.filter(case=case, kind="mother").order_by("pk")[0].one
    who = {"mother": mother} | {
        name: Member.objects.create(
            case_id=case, person=Person.objects.create(), kind=Member.Kind.ADULT, given_name=name.capitalize(),
            family_name="Example", sex=sex, born_on=date(year, 5, 17),
        )
        for name, (sex, year) in KIN.items()
    }  # fmt: skip

    def two(pair: str) -> dict[str, Member]:
        one, _, other = pair.partition(":")
        return {"one": who[one], "other": who[other]}

    for kind, pairs in TIES.items():
        for pair in pairs.split():
            Relationship.objects.create(case_id=case, kind=kind, **two(pair))
    for kind, pair in FEELINGS.items():
        view = {"view_of": mother, "seen_on": timezone.localdate(), "recorded_by_id": worker}
        EmotionalTie.objects.create(case_id=case, kind=kind, **two(pair), **view)
    home = HouseholdMembership.objects.filter(member=mother, ended_on=None).order_by("pk")[0].household
    for name in LIVE_THERE:
        HouseholdMembership.objects.create(case_id=case, household=home, member=who[name])

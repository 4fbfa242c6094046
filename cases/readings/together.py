"""Draw together: what a worker and a family see on one screen while they draw their picture.

Everything here is chosen from the facts that the family may know (`facts_of` for FAMILY), before anything is drawn,
counted or offered. What is kept from them leaves no name, no gap and no offer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString

from camden.rules.names import full_years
from cases.models import Case, Member
from cases.readings.adding import ADDED, Near, Way, near_in, offered, present_partners
from cases.readings.genogram import Picture, linked, picture_of
from cases.readings.genogram_facts import facts_of, member_key
from cases.readings.people import people_of
from cases.readings.sections import page
from cases.readings.told import Telling, told_today
from cases.rules.audience import FAMILY
from cases.rules.genogram.family import Family

SPEAKS = 3  # years: a younger child tells nobody who is who


@dataclass(frozen=True)
class Someone:
    """Somebody on the page: their name, what they are to the child, where a tap leads."""

    pk: int
    name: str
    relation: str
    href: str
    is_chosen: bool


@dataclass(frozen=True)
class Together:
    """The page, as the family sees it."""

    picture: Picture
    svg: SafeString
    people: tuple[Someone, ...]
    person: Someone | None
    ways: tuple[Way, ...]
    teller: Member | None
    tellers: tuple[Way, ...]
    told: tuple[Telling, ...]
    print: str
    address: str
    """What the address says, for whatever leads back here."""


def shown_people(case: Case, family: Family) -> list[Member]:
    """The members who are in the family's picture. One query."""
    keys = {member_key(person.id) for person in family.persons}
    return [each for each in people_of(case) if each.pk in keys]


def may_tell(member: Member, on: date) -> bool:
    """Whether somebody can tell anything: they are alive, and not a baby."""
    is_gone = member.died_on or member.died_about or member.has_died or member.expected_on or member.loss
    return not is_gone and (member.born_on is None or full_years(member.born_on, on) >= SPEAKS)


def who_may_tell(people: list[Member], on: date) -> list[Member]:
    """Whoever may be telling, grown people first."""
    return sorted((each for each in people if may_tell(each, on)), key=lambda each: each.kind != Member.Kind.ADULT)


def teller_of(said: Mapping[str, str], people: list[Member], on: date) -> Member | None:
    """Who is telling, as the address says (`?teller=12`); nobody, if it says nothing or makes no sense."""
    return next((each for each in people if str(each.pk) == said.get("teller") and may_tell(each, on)), None)


def beside_the_family(case: Case, pk: int, on: date) -> Near | None:
    """Whoever is around somebody in the family's picture; None when they are not in it. Three queries."""
    family = facts_of(case, on, FAMILY)
    people = shown_people(case, family)
    of = next((each for each in people if each.pk == pk), None)
    return near_in(family, of, people, present_partners(of, FAMILY)) if of else None


def address_of(case_pk: int, teller: int | None, person: int | None) -> str:
    """Where the page is with this teller, and this person chosen."""
    asked = [f"teller={teller}"] * bool(teller) + [f"person=m{person}"] * bool(person)
    return reverse("cases:draw-together", args=[case_pk]) + (f"?{'&'.join(asked)}" if asked else "")


def together_page(case: Case, said: Mapping[str, str], on: date) -> Together:
    """The page for `?teller=12&person=m34`. Five queries."""
    picture = picture_of(case, on=on, audience=FAMILY)
    members = shown_people(case, picture.family)
    teller = teller_of(said, members, on)
    of = next((each for each in members if f"m{each.pk}" == said.get("person")), None)
    key = teller.pk if teller else None
    relations = {row.id: row.relation for row in picture.people}
    people = tuple(
        Someone(each.pk, each.name, relations.get(f"m{each.pk}", ""), address_of(case.pk, key, each.pk), each == of)
        for each in members
    )
    paper = page("cases:genogram-file", case.pk)
    return Together(
        picture=picture,
        svg=linked(picture.svg, address_of(case.pk, key, None) + ("&person=" if key else "?person="), _id(of)),
        people=people,
        person=next((each for each in people if each.is_chosen), None),
        ways=tuple(_ways(case, near_in(picture.family, of, members), key, on)) if of else (),
        teller=teller,
        tellers=tuple(
            Way(each.first_name, "", address_of(case.pk, each.pk, of.pk if of else None))
            for each in who_may_tell(members, on)
        ),
        told=tuple(told_today(case, {each.pk: each for each in members}, on, FAMILY)),
        print=f"{paper}?for=family&as=pdf" if paper else "",
        address=address_of(case.pk, key, of.pk if of else None),
    )


def _ways(case: Case, around: Near, teller: int | None, on: date) -> list[Way]:
    asked = f"?teller={teller}" if teller else ""
    return [
        Way(
            f"+ {ADDED[kind]}",
            f" of {around.of.first_name}",
            reverse("cases:together-add", args=[case.pk, around.of.pk, kind]) + asked,
        )
        for kind in offered(around, on)
    ]


def _id(member: Member | None) -> str:
    return f"m{member.pk}" if member else ""

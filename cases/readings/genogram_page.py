"""The page of the genogram: one picture or two, whoever is chosen beside it, what changed, days to look at."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.safestring import SafeString

from camden.rules.names import day_in_words
from cases.models import Case, Document, HouseholdMembership, Member, Relationship
from cases.readings.adding import panel as add_panel
from cases.readings.genogram import Picture, drawn_for, linked, pictured, with_culture
from cases.readings.genogram_asked import ALL, OF_PERSON, OFF, Asked, layered, view_key
from cases.readings.genogram_asks import Asks, asks_of
from cases.readings.genogram_facts import facts_of, member_key
from cases.readings.person_around import person_around
from cases.readings.told import PERSON, with_teller
from cases.rules.audience import STAFF, Audience
from cases.rules.genogram.comparing import what_changed
from cases.rules.genogram.family import Family
from cases.rules.genogram.telling import PersonRow, RelationRow, name_of, relation_rows, spoken
from cases.rules.picture_days import known_days
from cases.rules.visits import in_a_row

HAND_DRAWN = "genogram"
_GATHERED = ("link", "agency", "professional", "responsible")


LAYERS = {
    "homes": "Who lives together",
    "around": "Who works with them, and who is around them",
    "culture": "Where they come from",
    "marks": "Risk and health",
}


@dataclass(frozen=True)
class Layer:
    """Something that can be drawn, and whether it is."""

    name: str
    words: str
    is_on: bool


@dataclass(frozen=True)
class Neighbour:
    """Whoever stands beside somebody in their row."""

    key: str
    name: str


@dataclass(frozen=True)
class PersonPanel:
    """Whoever is chosen: what the picture knows of them, and who stands beside them. `member_pk` is 0 for a loss, or
    a parent nobody knows: of them there is no page."""

    key: str
    member_pk: int
    name: str
    spoken: str
    row: PersonRow
    ties: tuple[str, ...]
    family: Family
    left: Neighbour | None
    right: Neighbour | None


@dataclass(frozen=True)
class Days:
    """Days to look at: from the first fact with a day until today, and those on which something changed."""

    first: str
    span: int
    """Days from the first until today: the slider's length."""
    at: int
    earlier: str
    later: str


@dataclass(frozen=True)
class Shown:
    """One picture on the page."""

    picture: Picture
    svg: SafeString
    day: str

    @property
    def ties(self) -> list[RelationRow]:
        """The table of relationships: where they live stands in the other.

        An aunt of three children is one line, and so is whoever works with them.
        """
        found: dict[tuple[str, str, str, str], list[str]] = {}
        for row in self.picture.relations:
            if row.kind != "home":
                alone = "" if row.kind in _GATHERED else row.other
                found.setdefault((row.kind, row.one, row.what, alone), []).append(row.other)
        return [RelationRow(kind, one, what, in_a_row(others)) for (kind, one, what, _), others in found.items()]


@dataclass(frozen=True)
class GenogramPage:
    """Everything the page shows."""

    asked: Asked
    now: Shown
    beside: Shown | None
    """The other day's picture, the earlier of the two first."""
    changes: tuple[str, ...]
    """What changed from the earlier day to the later, as sentences."""
    person: PersonPanel | None
    days: Days
    views: tuple[tuple[str, str], ...]
    hand_drawn: tuple[tuple[int, str, bool], ...]
    """Pictures drawn by hand: key, title, whether it can be shown here."""
    asks: tuple[Asks, ...] = ()
    """What the picture leaves open: questions with a way to the answer."""

    @property
    def first_day(self) -> str:
        """The first day of the slider, in words."""
        return day_in_words(date.fromisoformat(self.days.first))

    @property
    def earlier(self) -> str:
        """The address of the last day before this one on which something changed."""
        return self.asked.address(on=date.fromisoformat(self.days.earlier)) if self.days.earlier else ""

    @property
    def later(self) -> str:
        """The address of the next day on which something changed."""
        return self.asked.address(on=date.fromisoformat(self.days.later)) if self.days.later else ""

    @property
    def as_now(self) -> str:
        """The address of today, alone."""
        return self.asked.address(on=self.asked.today, other=None)

    @property
    def closing(self) -> str:
        """The address with nobody chosen."""
        return self.asked.address(person="")

    @property
    def centring(self) -> str:
        """The address with whoever is chosen in the middle; empty when they are."""
        is_there = not self.person or self.person.key == self.asked.centre
        return "" if is_there else self.asked.address(centre=self.asked.person) + f"#at-{self.asked.person}"

    @property
    def uncentring(self) -> str:
        """The address with nobody else than the child in the middle."""
        return self.asked.address(centre="") if self.asked.centre else ""

    @property
    def centre_name(self) -> str:
        """Who is in the middle instead of the child."""
        person = self.now.picture.family.by_id().get(self.asked.centre)
        return name_of(person) if person else ""

    @property
    def to_whom(self) -> str:
        """To whom the tables say how everybody is related: by name, for a record has several children."""
        first = self.now.picture.family.index[:1]
        return self.centre_name or (name_of(first[0]) if first else "the child")

    @property
    def has_no_roots(self) -> bool:
        """Whether roots are asked for, and nobody named any."""
        return "culture" in self.asked.shown and not any("data-culture" in shown.svg for shown in self.both)

    @property
    def layers(self) -> list[Layer]:
        """What can be drawn besides who is related to whom."""
        return [Layer(name, words, name in self.asked.shown) for name, words in LAYERS.items()]

    @property
    def both(self) -> tuple[Shown, ...]:
        """The pictures from the earlier day to the later."""
        found = [self.now, *([self.beside] if self.beside else [])]
        return tuple(sorted(found, key=lambda shown: shown.picture.family.on))


def genogram_page(case: Case, asked: Asked) -> GenogramPage:
    """The page as an address asks for it. Four queries; one more for a day beside."""
    facts = facts_of(case, asked.on, STAFF)
    picture = drawn_for(case, asked, STAFF, facts)
    beside = None
    if asked.other:
        family, layers = layered(facts_of(case, asked.other, STAFF), asked)
        layers = with_culture(case, asked, asked.other, layers)
        beside = pictured(family, None, picture.made_for, layers, asked.centre, beside=picture.rows)
    both = sorted([picture, *([beside] if beside else [])], key=lambda each: each.family.on)
    said, drawings = _around_the_picture(case)
    return GenogramPage(
        asked=asked,
        now=_shown(picture, asked, ""),
        beside=_shown(beside, asked, "b-") if beside else None,
        changes=what_changed(both[0].family, both[1].family) if beside else (),
        person=person_panel(picture, asked.person),
        days=_days(said, facts, asked),
        views=tuple(_views(facts, asked)),
        hand_drawn=drawings,
        asks=tuple(asks_of(case, facts)) if asked.is_now and not asked.other else (),
    )


def person_panel(picture: Picture, key: str) -> PersonPanel | None:
    """Somebody of a picture, by id; nobody when they are not in it. No query."""
    family = picture.family
    person = family.by_id().get(key)
    if person is None:
        return None
    names = {each.id: name_of(each) for each in family.persons}
    row = next(row for row in picture.rows if key in row)
    at = row.index(key)
    left, right = row[at - 1 : at], row[at + 1 : at + 2]
    return PersonPanel(
        key=key,
        member_pk=member_key(key) or 0,
        name=names[key],
        spoken=spoken(family)[key],
        row=next(each for each in picture.people if each.id == key),
        ties=tuple(_ties(family, key)),
        family=family,
        left=_past(family, names, key, left),
        right=_past(family, names, key, right),
    )


def _past(family: Family, names: Mapping[str, str], key: str, beside: Sequence[str]) -> Neighbour | None:
    """Whoever stands beside somebody and can be passed: brothers and sisters stand by age, whatever anybody says."""
    born: dict[str, set[str]] = {}
    for each in family.parentage:
        born.setdefault(each.child, set()).add(each.union)
    for other in beside:
        if not born.get(other, set()) & born.get(key, set()):
            return Neighbour(other, names[other])
    return None


def _ties(family: Family, key: str) -> list[str]:
    """How somebody is tied to others, as sentences: couples, parents, children, twins. What is between them, and how
    each of them sees it, stands beneath in a part of its own."""
    own = replace(
        family,
        unions=tuple(each for each in family.unions if key in each.partners),
        parentage=(),
        homes=(),
        multiples=tuple(each for each in family.multiples if key in each.members),
        feelings=(),
        links=tuple(each for each in family.links if key in (each.one, each.other)),
        ties=tuple(each for each in family.ties if each.to == key),
    )
    unions = {union.id for union in own.unions}
    kin = tuple(each for each in family.parentage if each.child == key or each.union in unions)
    rows = [row for row in relation_rows(replace(family, parentage=kin)) if row.kind == "parents"]
    return [
        f"{row.one} and {row.other}: {row.what}" if row.kind == "partners" else f"{row.one}: {row.what} {row.other}"
        for row in [*rows, *relation_rows(own)]
    ]


def _shown(picture: Picture, asked: Asked, prefix: str) -> Shown:
    svg = linked(picture.svg, asked.choosing, asked.person, prefix)
    return Shown(picture, svg, day_in_words(picture.family.on))


def _views(facts: Family, asked: Asked) -> list[tuple[str, str]]:
    """Whose emotional ties can be drawn: none, all, those of one person, or as one person sees them."""
    names = {person.id: name_of(person) for person in facts.persons}
    found = [(OFF, "None"), (ALL, "All")]
    if asked.whose in names:
        found.append((OF_PERSON, f"Only with {names[asked.whose]}"))
    views = {view_key(each.view): names.get(each.view, each.view) for each in facts.feelings}
    return found + [(key, f"As {name} sees them") for key, name in sorted(views.items(), key=lambda each: each[1])]


def _around_the_picture(case: Case) -> tuple[list[str], tuple[tuple[int, str, bool], ...]]:
    """Every day the record knows of its people, and the pictures somebody drew by hand. One query."""

    def of_case(rows: Any, *fields: str) -> ArraySubquery:
        rows = rows.filter(case=OuterRef("pk")).order_by("pk")
        return ArraySubquery(rows.values(row=JSONObject(**{field: field for field in fields})))

    drawn = Document.objects.filter(kind=HAND_DRAWN, struck_on=None)
    asked = Case.objects.filter(pk=case.pk).values_list(  # nosemgrep: record-not-asked-for-a-person - fetched by lookup
        of_case(Member.objects.order_by(), "born_on", "born_about", "died_on", "died_about"),
        of_case(
            Relationship.objects.filter(was_mistake=False), "started_on", "ended_on", "started_about", "ended_about"
        ),
        of_case(HouseholdMembership.objects.order_by(), "started_on", "ended_on"),
        of_case(drawn, "id", "title", "content_type"),
    )
    *dated, drawings = asked.get()
    said = [day for rows in dated for row in rows for day in row.values() if day]
    return said, tuple((row["id"], row["title"], row["content_type"].startswith("image/")) for row in drawings)


def _days(said: list[str], facts: Family, asked: Asked) -> Days:
    today = asked.today.isoformat()
    known = known_days([*said, *(each.seen_on for each in facts.feelings)], today)
    first = date.fromisoformat(known[0]) if known else asked.on
    first = min(first, asked.on)
    here = asked.on.isoformat()
    before, after = known[: bisect_left(known, here)], known[bisect_right(known, here) :]
    return Days(
        first=first.isoformat(),
        span=(asked.today - first).days,
        at=(asked.on - first).days,
        earlier=before[-1] if before else "",
        later=after[0] if after else ("" if asked.is_now else today),
    )


def on_the_wall(case: Case, asked: Asked, audience: Audience) -> Shown:
    """The picture for a projector, with nothing to press in it. Two queries."""
    picture = drawn_for(case, asked, audience)
    return Shown(picture, picture.svg, day_in_words(picture.family.on))


def panels_of(case: Case, person: PersonPanel | None, asked: Asked, may_record: bool) -> dict[str, Any]:
    """What other parts of the record offer beside whoever is chosen, by the name their template takes. Three queries.

    What is restricted stays on pages of its own: a genogram is looked at over a shoulder.
    """
    chosen = Member.objects.filter(case=case, pk=person.member_pk if person else 0)
    member = chosen.annotate(told=with_teller(PERSON)).first() if person and person.member_pk else None
    if member is None:
        return {}
    told = person_around(case, member, asked.on, may_record=False)
    panels: dict[str, Any] = {"feelings": told.feelings, "culture": told.culture}
    adds = may_record and not asked.other
    return panels | ({"add": add_panel(case, member, asked.today)} if adds else {})

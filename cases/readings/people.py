"""Who is who in a record: everybody, how they are related, where they live, how to reach them, who is around them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from camden.rules.names import day_in_words, full_years, initials
from cases.models import Alias, Case, ContactPoint, Household, HouseholdMembership, Member, NetworkTie, Relationship
from cases.readings.kept_words import kept_in_words
from cases.readings.told import PERSON, RELATIONSHIP, with_teller
from cases.rules.kinship_words import what_one_is, what_other_is
from cases.rules.recording import INTERPRETER
from cases.rules.visits import in_a_row

FULL_AGE = 18  # years: until then somebody has parental responsibility (Children Act 1989, s. 3 and 105)
MAY_BE_A_PARENT = 14  # years: from then on the page offers to add a partner or a child in one tap
SAFE: dict[bool | None, tuple[str, str]] = {
    True: ("Safe", "green"),
    False: ("Not safe: do not use", "red"),
    None: ("Nobody has asked whether it is safe", "amber"),
}


@dataclass(frozen=True)
class Line:
    """A row about somebody, in words. `more` stands behind it; `kept` says from whom it is kept, or is empty."""

    pk: int
    label: str
    words: str
    more: str = ""
    kept: str = ""
    tag: str = ""
    tag_kind: str = ""
    ended: str = ""
    other: int = 0
    """Of a relationship: the key of the person at its other end."""


@dataclass(frozen=True)
class PersonCard:
    """Somebody of a record, as the page of its people shows them."""

    pk: int
    name: str
    first_name: str
    initials: str
    age: str
    is_child: bool
    is_expected: bool
    is_young: bool
    """Too young for anybody to look for a partner or a child of theirs: a grandparent is nearer."""
    called: str
    """Other names in a row, but for those that are kept from somebody: they stand on the person's own page."""
    ties: tuple[Line, ...]
    responsible: str
    """Of a child: who has parental responsibility, each with what it rests on."""
    asks_responsible: bool
    """Whether it is a question at all: nobody has it for somebody of eighteen."""
    homes: tuple[Line, ...]
    reach: tuple[Line, ...]
    network: tuple[Line, ...]
    language: str
    talking: str
    """Interpreter and how to talk with them."""


@dataclass(frozen=True)
class HomeCard:
    """A home, who lives there since when, and who did."""

    pk: int
    name: str
    address: str
    is_safe_to_share: bool
    people: tuple[str, ...]
    before: tuple[str, ...]


@dataclass(frozen=True)
class WhoIsWho:
    """The children of a record, the other people of it, and the homes."""

    children: tuple[PersonCard, ...]
    others: tuple[PersonCard, ...]
    homes: tuple[HomeCard, ...]


@dataclass(frozen=True)
class Facts:
    """What is known of the people of a record, by person."""

    ties: Mapping[int, Sequence[Relationship]]
    stays: Mapping[int, Sequence[HouseholdMembership]]
    points: Mapping[int, Sequence[ContactPoint]]
    aliases: Mapping[int, Sequence[Alias]]
    network: Mapping[int, Sequence[NetworkTie]]


def people_of(case: Case) -> list[Member]:
    """Everybody of a record who stands for themselves: children first, oldest first, then the others. One query."""
    return _people(case, {})


def who_is_who(case: Case, on: date) -> WhoIsWho:
    """Everybody, and what holds now. Four queries, however many people."""
    people, facts = known_of(case, is_ended_too=False)
    cards = [card(member, people, facts, on) for member in people]
    return WhoIsWho(
        children=tuple(each for each in cards if each.is_child),
        others=tuple(each for each in cards if not each.is_child),
        homes=_homes_of(case, people, facts),
    )


def known_of(case: Case, *, is_ended_too: bool) -> tuple[list[Member], Facts]:
    """Everybody of a record, and what is known of them; homes with what was, always. Three queries."""
    now: dict[str, Any] = {} if is_ended_too else {"ended_on": None}
    told = {kind: {"told": with_teller(kind)} if is_ended_too else {} for kind in (PERSON, RELATIONSHIP)}
    people = _people(
        case,
        {
            "points_known": _beneath(ContactPoint, now, "kind", "value", "is_safe", "remark", "started_on", "ended_on"),
            "aliases_known": _beneath(Alias, {}, "kind", "given_name", "family_name"),
            "network_known": _beneath(
                NetworkTie, now, "kind", "organisation", "contact_name", "phone", "remark", "started_on", "ended_on"
            ),
            **told[PERSON],
        },
    )
    known = {member.pk: member for member in people}
    ties = defaultdict(list)
    rows = Relationship.objects.filter(case=case, was_mistake=False, **now).annotate(**told[RELATIONSHIP])
    for tie in rows.order_by("pk"):
        if tie.one_id in known and tie.other_id in known:
            tie.one, tie.other = known[tie.one_id], known[tie.other_id]
            ties[tie.one_id].append(tie)
            ties[tie.other_id].append(tie)
    stays = defaultdict(list)
    order = (F("started_on").asc(nulls_first=True), "pk")
    for stay in HouseholdMembership.objects.filter(case=case).select_related("household").order_by(*order):
        stays[stay.member_id].append(stay)
    facts = Facts(
        ties=ties,
        stays=stays,
        points={member.pk: _rows(ContactPoint, member, "points_known") for member in people},
        aliases={member.pk: _rows(Alias, member, "aliases_known") for member in people},
        network={member.pk: _rows(NetworkTie, member, "network_known") for member in people},
    )
    return people, facts


def card(member: Member, people: Sequence[Member], facts: Facts, on: date) -> PersonCard:
    """Somebody of a record, from what was fetched."""
    names = {each.pk: each.first_name for each in people}
    ties = facts.ties.get(member.pk, ())
    is_child = member.kind == Member.Kind.CHILD
    return PersonCard(
        pk=member.pk,
        name=member.name,
        first_name=member.first_name,
        initials=initials(f"{member.given_name} {member.family_name}"),
        age=member.age(on),
        is_child=is_child,
        is_expected=bool(member.expected_on) and not member.died_on,
        is_young=is_child and (member.born_on is None or full_years(member.born_on, on) < MAY_BE_A_PARENT),
        called=", ".join(str(each) for each in facts.aliases.get(member.pk, ()) if not kept_in_words(each, names)),
        ties=tuple(_from_here(member, ties, names)),
        responsible=_responsible(member, ties, on),
        asks_responsible=is_child and (member.born_on is None or full_years(member.born_on, on) < FULL_AGE),
        homes=tuple(home_line(stay) for stay in facts.stays.get(member.pk, ()) if not stay.ended_on),
        reach=tuple(reach_line(point, names) for point in facts.points.get(member.pk, ())),
        network=tuple(network_line(tie, names) for tie in facts.network.get(member.pk, ())),
        language=member.language,
        talking=". ".join(filter(None, (INTERPRETER.get(member.interpreter, ""), member.communication))),
    )


def tie_line(member: Member, tie: Relationship, names: Mapping[int, str]) -> Line:
    """One relationship as it stands on this person's page: what the other is to them."""
    is_one = tie.one_id == member.pk
    other = tie.other if is_one else tie.one
    what = what_other_is(tie.kind, other.sex) if is_one else what_one_is(tie.kind, other.sex)
    days = (_since(tie.started_on), f"until {day_in_words(tie.ended_on)}" if tie.ended_on else "")
    return Line(
        pk=tie.pk,
        label=what[:1].upper() + what[1:],
        words=other.name,
        more=". ".join(filter(None, (" ".join(filter(None, days)), responsibility_in_words(tie)))),
        kept=kept_in_words(tie, names),
        ended=day_in_words(tie.ended_on) if tie.ended_on else "",
        other=other.pk,
    )


def responsibility_in_words(tie: Relationship) -> str:
    """What is known of parental responsibility by a relationship; nothing while nobody asked."""
    if tie.parental_responsibility is None:
        return ""
    who = tie.one.first_name
    if not tie.parental_responsibility:
        return f"{who} does not have parental responsibility for {tie.other.first_name}"
    basis = tie.get_responsibility_basis_display()
    days = " ".join(
        f"{word} {day_in_words(day)}"
        for word, day in (("since", tie.responsible_from_on), ("until", tie.responsible_until_on))
        if day
    )
    rests = f" ({basis[:1].lower()}{basis[1:]})" if basis else ""
    return f"{who} has parental responsibility for {tie.other.first_name}{rests}{f' {days}' if days else ''}"


def home_line(stay: HouseholdMembership) -> Line:
    """Where somebody lives, or lived."""
    until = f"until {day_in_words(stay.ended_on)}" if stay.ended_on else ""
    return Line(
        pk=stay.pk,
        label="Lived at" if stay.ended_on else "Lives at",
        words=stay.household.name,
        more=" ".join(filter(None, (_since(stay.started_on), until))),
        tag="" if stay.household.is_safe_to_share else "Do not share this address",
        tag_kind="red",
        ended=day_in_words(stay.ended_on) if stay.ended_on else "",
    )


def reach_line(point: ContactPoint, names: Mapping[int, str]) -> Line:
    """A way to reach somebody, and whether it is safe."""
    words, kind = SAFE[point.is_safe]
    return Line(
        pk=point.pk,
        label=point.get_kind_display(),
        words=point.value,
        more=point.remark,
        kept=kept_in_words(point, names),
        tag=words,
        tag_kind=kind,
        ended=day_in_words(point.ended_on) if point.ended_on else "",
    )


def network_line(tie: NetworkTie, names: Mapping[int, str]) -> Line:
    """Somebody or something around a person."""
    behind = (tie.contact_name if tie.organisation else "", tie.phone, tie.remark, _since(tie.started_on))
    return Line(
        pk=tie.pk,
        label=tie.get_kind_display(),
        words=tie.organisation or tie.contact_name,
        more=", ".join(filter(None, behind)),
        kept=kept_in_words(tie, names),
        ended=day_in_words(tie.ended_on) if tie.ended_on else "",
    )


def homes_known(case: Case) -> list[Household]:
    """The homes somebody may have moved to. One query."""
    return list(Household.objects.filter(case=case).order_by("pk"))


def _from_here(member: Member, ties: Iterable[Relationship], names: Mapping[int, str]) -> Iterable[Line]:
    """Relationships of somebody in few lines: a child's by who is what to them, an adult's by what they are to whom."""
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    is_child = member.kind == Member.Kind.CHILD
    for tie in ties:
        is_one = tie.one_id == member.pk
        other = tie.other if is_one else tie.one
        if is_child:
            what = what_other_is(tie.kind, other.sex) if is_one else what_one_is(tie.kind, other.sex)
        else:
            what = what_one_is(tie.kind, member.sex) if is_one else what_other_is(tie.kind, member.sex)
        rows[what, kept_in_words(tie, names)].append(other.first_name)
    for (what, kept), people in rows.items():
        label = what[:1].upper() + what[1:]
        yield Line(pk=0, label=label, words=f"{'' if is_child else 'of '}{in_a_row(people)}", kept=kept)


def _responsible(member: Member, ties: Iterable[Relationship], on: date) -> str:
    holders = [
        tie
        for tie in ties
        if tie.other_id == member.pk
        and tie.parental_responsibility
        and (tie.responsible_until_on is None or tie.responsible_until_on >= on)
    ]
    basis = [tie.get_responsibility_basis_display() for tie in holders]
    said = [
        f"{tie.one.first_name} ({rests[:1].lower()}{rests[1:]})" if rests else tie.one.first_name
        for tie, rests in zip(holders, basis, strict=True)
    ]
    return in_a_row(list(dict.fromkeys(said)))


def _since(day: date | None) -> str:
    return f"since {day_in_words(day)}" if day else ""


def _people(case: Case, beneath: dict[str, Any]) -> list[Member]:
    order = (F("kind").desc(), F("born_on").asc(nulls_last=True), "pk")  # "child" after "adult"
    found = list(Member.objects.filter(case=case).annotate(**beneath).order_by(*order))
    for member in found:
        member.case = case
    return found


def _beneath(model: Any, now: dict[str, Any], *names: str) -> ArraySubquery:
    """Rows of a member together with the member: three tables of a few rows each are not three questions."""
    kept = ("id", "version", "is_kept_from_family", "kept_from")
    rows = model.objects.filter(member=OuterRef("pk"), **now).order_by("pk")
    return ArraySubquery(rows.values(row=JSONObject(**{name: name for name in (*kept, *names)})))


def _rows(model: Any, member: Member, name: str) -> list[Any]:
    return [
        model(
            member=member,
            **{key: date.fromisoformat(said) if said and key.endswith("_on") else said for key, said in row.items()},
        )
        for row in getattr(member, name)
    ]


def _homes_of(case: Case, people: Sequence[Member], facts: Facts) -> tuple[HomeCard, ...]:
    now: dict[int, list[str]] = defaultdict(list)
    before: dict[int, list[str]] = defaultdict(list)
    for member in people:
        for stay in facts.stays.get(member.pk, ()):
            days = home_line(stay).more
            words = f"{member.first_name}, {days}" if days else member.first_name
            (before if stay.ended_on else now)[stay.household_id].append(words)
    return tuple(
        HomeCard(home.pk, home.name, home.address, home.is_safe_to_share, tuple(now[home.pk]), tuple(before[home.pk]))
        for home in homes_known(case)
    )

"""The people of a conference, as its coordinator reads them; whoever sees the record finds no row of it.

Of two who must not meet, a person's own page says that there is somebody, and never who: that stands on a page of its
own, because a page lies open on the table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from camden.rules.names import day_in_words
from conferences.models import ConferenceChild, FamilyConference, Invitee, KeptApart, NetworkPerson, PreparingContact
from conferences.rules.inviting import (
    WAY_SAYS,
    Apart,
    Call,
    Contacted,
    Invited,
    Kin,
    Side,
    Way,
    clashes,
    hours,
    lacks,
    who_is_missing,
)
from conferences.rules.network_map import TITLES, Person, Picture, everybody, picture

_IS_COMING = {"coming": True, "another-way": True, "not-coming": False}
_ANSWER_KINDS = {"coming": "green", "another-way": "blue", "not-invited": "amber"}


@dataclass(frozen=True)
class InvitedLine:
    """Somebody on the list: what they said, how they take part where it is not with the others, what is missing."""

    pk: int
    name: str
    tie: str
    answer: str
    answer_kind: str
    way: str
    lacks: tuple[str, ...]


@dataclass(frozen=True)
class KnownLine:
    """Somebody the referral named who is not on the list."""

    pk: int
    name: str
    tie: str


@dataclass(frozen=True)
class SideOf:
    """One side of the family: who is on the list, and who is known."""

    title: str
    invited: tuple[InvitedLine, ...]
    known: tuple[KnownLine, ...] = ()


@dataclass(frozen=True)
class ApartLine:
    """Two who must not meet. `is_open`: nothing is arranged yet."""

    pk: int
    one: str
    two: str
    because: str
    is_by_law: bool
    is_open: bool


@dataclass(frozen=True)
class PeoplePage:
    """All of *People*. `sides` are the father's, the mother's, the others; `died` are named so that nobody asks."""

    children: tuple[str, ...]
    young: SideOf
    sides: tuple[SideOf, ...]
    professionals: tuple[InvitedLine, ...]
    questions: tuple[str, ...]
    clashes: tuple[ApartLine, ...]
    apart: int
    picture: Picture
    died: tuple[str, ...]
    hours: str
    contacts: int

    @property
    def is_empty(self) -> bool:
        """Whether nobody is on the list or known."""
        return not any(side.invited or side.known for side in (self.young, *self.sides)) and not self.professionals


@dataclass(frozen=True)
class ContactLine:
    """One contact in preparation."""

    pk: int
    day: str
    how: str
    minutes: int
    words: str


@dataclass(frozen=True)
class PersonPage:
    """What stands around the form on one person's page. `hours` in preparation with them, `hours_in_all` with all."""

    lacks: tuple[str, ...]
    contacts: tuple[ContactLine, ...]
    hours: str
    hours_in_all: str
    apart: int
    is_open: bool


def invited_of(row: Invitee) -> Invited:
    """Somebody on the list, as the rules know them. `member` is their line of the network."""
    way = Way.NOT_INVITED if row.answer == Invitee.Answer.NOT_INVITED else Way(row.way)
    return Invited(
        key=row.pk, name=row.name, side=Side(row.side), is_family=row.kind == Invitee.Kind.FAMILY,
        is_parent=row.is_parent, is_child=row.is_child, is_screened=row.is_screened,
        is_coming=_IS_COMING.get(row.answer), way=way, why_not=row.why_not, member=row.network_id,
    )  # fmt: skip


def apart_of(pairs: Iterable[KeptApart]) -> tuple[Apart, ...]:
    """Those who must not meet, as the rules know them."""
    return tuple(Apart(pair.one_id, pair.two_id, pair.because, pair.is_by_law) for pair in pairs)


def pairs_of(conference: FamilyConference) -> tuple[KeptApart, ...]:
    """Those who must not meet at present, with their names. One query."""
    found = KeptApart.objects.filter(conference=conference, ended_on=None).select_related("one", "two")
    return tuple(found.order_by("pk"))


def invitees_of(conference: FamilyConference) -> tuple[Invitee, ...]:
    """Everybody on the list, as they were put there. One query."""
    return tuple(Invitee.objects.filter(conference=conference).order_by("pk"))


def calls_of(contacts: Iterable[PreparingContact]) -> tuple[Call, ...]:
    """Contacts in preparation, as the rules know them."""
    return tuple(Call(each.invitee_id, each.happened_on, Contacted(each.how), each.minutes) for each in contacts)


def read_people(conference: FamilyConference) -> PeoplePage:
    """Five queries, however many people."""
    children = list(ConferenceChild.objects.filter(conference=conference).order_by("pk"))
    rows, pairs = invitees_of(conference), pairs_of(conference)
    network = list(NetworkPerson.objects.filter(conference=conference, removed_on=None).order_by("pk"))
    calls = calls_of(PreparingContact.objects.filter(conference=conference).order_by("pk"))
    invited = {row.pk: invited_of(row) for row in rows}
    lines = {row.pk: _invited(row, lacks(invited[row.pk], calls)) for row in rows}
    on_the_list = {row.network_id for row in rows}
    known = [each for each in network if each.pk not in on_the_list and not each.has_died]
    young = {each.child_id for each in children}, {each.first_name for each in children}
    in_the_middle = {each.pk for each in network if each.member_id in young[0]}
    theirs = [r for r in rows if r.network_id in in_the_middle or (r.is_child and r.name in young[1])]
    around = [r for r in rows if r not in theirs and r.kind != Invitee.Kind.PROFESSIONAL]
    kin = [each for each in known if each.pk not in in_the_middle]
    people = [_person(row, is_invited=True) for row in around] + [_person(each, is_invited=False) for each in kin]
    by_key = {f"i{row.pk}": lines[row.pk] for row in around}
    by_known = {f"n{each.pk}": _known(each) for each in kin}
    is_open = {(pair.one, pair.two) for pair in clashes(invited.values(), apart_of(pairs))}
    return PeoplePage(
        children=tuple(each.first_name for each in children),
        young=SideOf(
            "The children",
            tuple(lines[row.pk] for row in theirs),
            tuple(_known(each) for each in known if each.pk in in_the_middle),
        ),
        sides=tuple(
            SideOf(
                TITLES[side],
                tuple(by_key[each.key] for each in held if each.is_invited),
                tuple(by_known[each.key] for each in held if not each.is_invited),
            )
            for side, held in everybody(people)
        ),
        professionals=tuple(lines[row.pk] for row in rows if row.kind == Invitee.Kind.PROFESSIONAL),
        questions=tuple(who_is_missing(map(_kin, kin), [each for each in invited.values()])),
        clashes=tuple(line for line in _pairs(pairs, is_open) if line.is_open),
        apart=len(pairs),
        picture=picture([each.first_name for each in children], people),
        died=tuple(each.name for each in network if each.has_died),
        hours=_said(calls),
        contacts=len(calls),
    )


def read_apart(conference: FamilyConference) -> tuple[ApartLine, ...]:
    """Those who must not meet, and for whom nothing is arranged. Two queries."""
    pairs = pairs_of(conference)
    found = clashes(map(invited_of, invitees_of(conference)), apart_of(pairs))
    return _pairs(pairs, {(pair.one, pair.two) for pair in found})


def read_person(invitee: Invitee) -> PersonPage:
    """Three queries. Nobody else's name."""
    conference = invitee.conference
    every = list(PreparingContact.objects.filter(conference=conference).order_by("-happened_on", "-pk"))
    pairs = [pair for pair in pairs_of(conference) if invitee.pk in (pair.one_id, pair.two_id)]
    found = clashes(map(invited_of, invitees_of(conference)), apart_of(pairs))
    calls = calls_of(every)
    own = [each for each in every if each.invitee_id == invitee.pk]
    return PersonPage(
        lacks=tuple(lacks(invited_of(invitee), calls)),
        contacts=tuple(
            ContactLine(each.pk, day_in_words(each.happened_on), each.get_how_display(), each.minutes, each.words)
            for each in own
        ),
        hours=_said(calls_of(own)),
        hours_in_all=_said(calls),
        apart=len(pairs),
        is_open=bool(found),
    )


def _pairs(pairs: Sequence[KeptApart], is_open: set[tuple[int, int]]) -> tuple[ApartLine, ...]:
    return tuple(
        ApartLine(
            pair.pk, pair.one.name, pair.two.name, pair.because, pair.is_by_law, (pair.one_id, pair.two_id) in is_open
        )
        for pair in pairs
    )


def _invited(row: Invitee, missing: Sequence[str]) -> InvitedLine:
    way = Way(row.way)
    says = "" if way in (Way.TOGETHER, Way.NOT_INVITED) else WAY_SAYS[way]
    kind = _ANSWER_KINDS.get(row.answer, "")
    return InvitedLine(row.pk, row.name, row.tie, row.get_answer_display(), kind, says, tuple(missing))


def _said(calls: Sequence[Call]) -> str:
    """Hours as people write them: 4.5, 2."""
    return f"{hours(calls):g}"


def _known(each: NetworkPerson) -> KnownLine:
    return KnownLine(each.pk, each.name, each.tie)


def _person(row: Invitee | NetworkPerson, *, is_invited: bool) -> Person:
    return Person(f"{'i' if is_invited else 'n'}{row.pk}", row.name, Side(row.side), row.tie, is_invited=is_invited)


def _kin(each: NetworkPerson) -> Kin:
    return Kin(each.pk, each.name, Side(each.side), each.tie, is_parent=each.is_parent)

"""Letters to everybody who may come: those that are kept, those there could be, and the words each begins with."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from camden.models import User
from camden.rules.names import day_in_words
from cases.models import HouseholdMembership
from cases.rules.giving import day_for_them
from conferences.models import Brief, ConferenceChild, FamilyConference, Invitee, KeptApart, Letter, SafetyFact
from conferences.readings.paper import paper_as_written
from conferences.rules.inviting import Apart, Invited, Side, Way, clashes, unsaid_of
from conferences.rules.kept_off import KeptOff, addresses_in, hidden_names, why_not_printed, without_meeting
from conferences.rules.languages import code_of
from conferences.rules.letters import Facts, Kind, Reader, kinds_for, write

KIND_SAYS: dict[Kind, str] = {
    Kind.OFFER: "Would you like a meeting?",
    Kind.INVITATION: "Invitation",
    Kind.PLAN: "Letter with the plan",
    Kind.REVIEW: "Looking at the plan again",
    Kind.ASKING: "How is it now?",
}
READER_SAYS: dict[Reader, str] = {
    Reader.PARENT: "for a parent",
    Reader.CHILD: "for a child",
    Reader.YOUNG_PERSON: "for a young person",
    Reader.WIDER_FAMILY: "for family and friends",
    Reader.PROFESSIONAL: "for a professional",
}
AFTER_THE_PLAN = frozenset({Kind.PLAN, Kind.REVIEW, Kind.ASKING})
YOUNG_FROM = 12  # years: about the age at which the words for a young person are read (rules.letters.Reader)
NO_NUMBER = "(your number)"
"""Stands in a new letter until the coordinator has said which number it is."""


@dataclass(frozen=True)
class LetterLine:
    """One kept letter. `given` says how and when it was; empty until then. `why_not`: it may not leave, and why."""

    pk: int
    says: str
    language: str
    written: str
    given: str
    why_not: str


@dataclass(frozen=True)
class Recipient:
    """Somebody who may get letters: those kept for them, the newest first, and those that could be written.

    `more` are (kind, reader, words) of each that could be. `note` says what to mind: apart, not invited.
    """

    pk: int
    name: str
    tie: str
    note: str
    speaks: str
    letters: tuple[LetterLine, ...]
    more: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Around:
    """What is asked once for all the letters of a conference."""

    invitees: tuple[Invitee, ...]
    apart: tuple[Apart, ...]
    children: tuple[tuple[str, str], ...]
    protected: dict[str, list[str]]

    @property
    def names(self) -> tuple[str, ...]:
        """The children's names."""
        return tuple(name for name, _ in self.children)

    def way_of(self, invitee: Invitee) -> Way:
        """How somebody takes part; apart from the others as long as they could meet somebody they must not."""
        way = Way(invitee.way)
        open_now = clashes([_invited(each) for each in self.invitees], self.apart)
        if way is not Way.NOT_INVITED and any(invitee.pk in (pair.one, pair.two) for pair in open_now):
            return Way.OTHER_ROOM
        return way


def around(conference: FamilyConference) -> Around:
    """Four queries, and one of the record's homes for whoever sees the record."""
    pairs = KeptApart.objects.filter(conference=conference, ended_on=None).order_by("pk")
    people = tuple(Invitee.objects.filter(conference=conference).order_by("pk"))
    children = ConferenceChild.objects.filter(conference=conference).order_by("pk")
    return Around(
        invitees=people,
        apart=tuple(Apart(pair.one_id, pair.two_id, pair.because, pair.is_by_law) for pair in pairs),
        children=tuple(children.values_list("first_name", "age")),
        protected=protected_of(conference, people),
    )


def protected_of(conference: FamilyConference, people: Sequence[Invitee] | None = None) -> dict[str, list[str]]:
    """Addresses and numbers that may stand on no paper of a conference, by whose they are: of those who come, of what
    was said to keep people safe, and of the record's homes, for whoever may read each. Two queries, or three."""
    if people is None:
        people = tuple(Invitee.objects.filter(conference=conference).order_by("pk"))
    found = {each.name: [each.protected] for each in people if each.protected.strip()}
    facts = SafetyFact.objects.filter(conference=conference, ended_on=None).order_by("pk")
    for about, words in facts.values_list("about", "words"):
        found.setdefault(about or "somebody", []).extend(addresses_in(words))
    brief: Brief | None = getattr(conference, "brief", None)
    found.setdefault("somebody in the family", []).extend(addresses_in(brief.safety_facts) if brief else [])
    homes = HouseholdMembership.objects.filter(
        case=conference.case_id, ended_on=None, household__is_safe_to_share=False
    ).order_by("pk")
    for name, address in homes.values_list("member__given_name", "household__address"):
        found.setdefault(name or "somebody", []).append(address)
    return {whose: texts for whose, texts in found.items() if any(text.strip() for text in texts)}


def kept_off(conference: FamilyConference, invitee: Invitee, known: Around) -> KeptOff:
    """What a letter to this person must not say. Numbers and addresses of everybody else are among it."""
    protected = {whose: list(texts) for whose, texts in known.protected.items()}
    for each in known.invitees:
        if each.pk != invitee.pk:
            said = [*addresses_in(each.reach), *addresses_in(each.safe_contact), *filter(None, [each.email])]
            protected.setdefault(each.name, []).extend(said)
    unsaid = unsaid_of(invitee.pk, known.apart)
    names = [each.name for each in known.invitees if each.pk in unsaid]
    place, starts = without_meeting(known.way_of(invitee), conference.place, conference.starts)
    return KeptOff(
        protected={whose: texts for whose, texts in protected.items() if texts},
        names=hidden_names(names, known.names, invitee.name),
        place=place,
        starts=starts,
    )


def read_letters(conference: FamilyConference) -> tuple[Recipient, ...]:
    """Everybody on the list, with their letters. Six queries, however many people."""
    known = around(conference)
    kept: dict[int, list[Letter]] = {}
    for letter in Letter.objects.filter(conference=conference).order_by("-pk"):
        kept.setdefault(letter.invitee_id, []).append(letter)
    return tuple(_recipient(conference, each, known, kept.get(each.pk, [])) for each in known.invitees)


def line_of(letter: Letter, why_not: str = "") -> LetterLine:
    """One kept letter as a list shows it."""
    given = f"{letter.get_sent_how_display()}, {day_in_words(letter.sent_on)}" if letter.sent_on else ""
    says = KIND_SAYS[Kind(letter.kind)]
    return LetterLine(letter.pk, says, letter.language, day_in_words(letter.written_on), given, why_not)


def _recipient(conference: FamilyConference, one: Invitee, known: Around, kept: Iterable[Letter]) -> Recipient:
    off = kept_off(conference, one, known)
    is_invited = one.way != Way.NOT_INVITED
    has_plan = hasattr(conference, "plan")
    kinds = {kind for kind in Kind if has_plan or kind not in AFTER_THE_PLAN}
    readers = readers_of(one, known.children)
    more = [(kind, reader) for reader in readers for kind in kinds_for(reader) if kind in kinds]
    is_child = one.is_child and one.kind != Invitee.Kind.PROFESSIONAL
    return Recipient(
        pk=one.pk,
        name=one.name,
        tie=one.tie,
        note=_note(one, known),
        speaks=one.language if code_of(one.language) != "en" else "",
        letters=tuple(line_of(letter, "" if letter.sent_on else why_not_printed(letter.text, off)) for letter in kept),
        more=tuple(
            (kind.value, reader.value, f"{KIND_SAYS[kind]}{f' ({READER_SAYS[reader]})' if is_child else ''}")
            for kind, reader in (more if is_invited else [])
        ),
    )


def _note(one: Invitee, known: Around) -> str:
    if one.way == Way.NOT_INVITED:
        return "Not invited, so there is no letter. Talk with them."
    if known.way_of(one) is not Way(one.way):
        return "Must not meet somebody who comes too. Until it is arranged, their letters say neither hour nor place."
    if unsaid_of(one.pk, known.apart):
        return "Must not meet somebody. Their letters do not name them."
    return "" if one.way == Way.TOGETHER else "Takes part apart: their letters do not say where."


def readers_of(invitee: Invitee, children: Iterable[tuple[str, str]] = ()) -> tuple[Reader, ...]:
    """As whom somebody is written to. A child whose age nobody knows may be written to in either way."""
    if invitee.kind == Invitee.Kind.PROFESSIONAL:
        return (Reader.PROFESSIONAL,)
    if invitee.is_child:
        ages = {name.casefold(): re.match(r"(\d+) years?\b", age) for name, age in children}
        age = ages.get(invitee.name.split(" ")[0].casefold())
        if age is None:
            return (Reader.CHILD, Reader.YOUNG_PERSON)
        return (Reader.YOUNG_PERSON, Reader.CHILD) if int(age[1]) >= YOUNG_FROM else (Reader.CHILD,)
    return (Reader.PARENT,) if invitee.is_parent else (Reader.WIDER_FAMILY,)


def begin(conference: FamilyConference, invitee: Invitee, known: Around, kind: Kind, reader: Reader, by: User) -> str:
    """The words a letter begins with. Raises ValueError for one that is not written. At most twelve queries."""
    way = known.way_of(invitee)
    day, hour, place = "", "", ""
    if kind is Kind.INVITATION and conference.planned_on:
        day, place = day_for_them(conference.planned_on), conference.place
        hour = hour_in_words(conference.starts) if conference.starts else ""
    plan = getattr(conference, "plan", None)
    if kind in (Kind.PLAN, Kind.REVIEW) and plan and plan.review_on:
        day = day_for_them(plan.review_on)
    facts = Facts(
        name=invitee.name.split(" ")[0] if invitee.kind != Invitee.Kind.PROFESSIONAL else invitee.name,
        children=known.names,
        coordinator=by.name,
        phone=number_before(by) or NO_NUMBER,
        day=day,
        hour=hour,
        place=place,
        way=way,
        needs=tuple(invitee.needs),
        is_before_court=bool(conference.before_proceedings),
    )
    text = write(kind, reader, facts)
    theirs = kind is Kind.PLAN and reader in (Reader.WIDER_FAMILY, Reader.PROFESSIONAL)
    return _with_promises(text, conference, invitee) if theirs else text


def number_before(by: User) -> str:
    """The number in the last letter somebody wrote in a conference; empty when there is none. One query."""
    found = (
        Letter.objects.filter(conference__coordinator=by, language="").order_by("-pk").values_list("text", flat=True)
    )
    said = re.search(r"\bon (\+?\d[\d \u00a0]{7,}\d)\.", found.first() or "")
    return said[1] if said else ""


def hour_in_words(at: time) -> str:
    """An hour as one says it: "10 am", "half past" as "2:30 pm"."""
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes} {'am' if at.hour < 12 else 'pm'}"


def _with_promises(text: str, conference: FamilyConference, invitee: Invitee) -> str:
    """With what they said they would do, after the first paragraph."""
    paper = paper_as_written(conference)
    own = [line for line in (*paper.family, *paper.professionals) if line.who.strip() == invitee.name]
    if not own:
        return text
    lines = [" ".join(f"{each.rstrip('. ')}." for each in (line.what, line.when) if each.strip()) for line in own]
    head, first, *rest = text.split("\n\n")
    return "\n\n".join([head, first, "\n".join(f"- {line}" for line in lines), *rest])


def _invited(one: Invitee) -> Invited:
    coming: dict[str, Any] = {Invitee.Answer.COMING: True, Invitee.Answer.NOT_COMING: False}
    return Invited(key=one.pk, name=one.name, side=Side(one.side), is_coming=coming.get(one.answer), way=Way(one.way))

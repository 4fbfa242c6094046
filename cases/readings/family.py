"""A family as one must know it before one meets it: who is who, how to reach them, in whose words. One query."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from camden.rules.names import age_in_words, day_in_words, display_name, initials
from cases.models import (
    Case,
    Episode,
    Member,
    Relationship,
)
from cases.readings.drift_facts import signs_in
from cases.readings.family_asked import EPISODE, statement_of
from cases.readings.family_facts import Around, Reach, Words
from cases.readings.family_kept import kept_with_them
from cases.readings.planned_meetings import MeetingToCome, in_order
from cases.readings.sections import page
from cases.rules.audience import Audience
from cases.rules.drift import Sign
from cases.rules.genogram import days
from cases.rules.recording import BRIEF_PART, CONTACT_BY, INTERPRETER, NETWORK_KIND
from cases.rules.standing_out import Noted, StandsOut, standing_out
from cases.rules.visits import in_a_row


@dataclass(frozen=True)
class Who:
    """Somebody of the family. Days in words, empty when unknown; `spoken_on` is when we last spoke with them."""

    pk: int
    is_child: bool
    is_kept: bool
    """A child of whom this audience may not know: staff read of them here, and their own copies do not name them."""
    name: str
    first_name: str
    initials: str
    age: str
    died: bool
    known_as: str
    ties: tuple[str, ...]
    nearness: int
    """How near to the others of the family, the nearest first: mothers and fathers, then the kinds in their order."""
    homes: tuple[str, ...]
    language: str
    interpreter: str
    needs_interpreter: bool
    communication: str
    spoken: str
    portrait: str
    quote: Words | None
    stands_out: tuple[StandsOut, ...]
    reaches: tuple[Reach, ...]
    around: tuple[Around, ...]
    born_on: date | None = None
    expected_on: date | None = None


@dataclass(frozen=True)
class Part:
    """One part of *Before you meet them*: what it says, whose words, who wrote it. `pk` is 0 when it is missing."""

    kind: str
    title: str
    words: str
    told_by: str
    written: str
    pk: int = 0


@dataclass(frozen=True)
class HomeLine:
    """A home and who lives there now. Its address is for people who work here: parents may live apart for a reason."""

    pk: int
    name: str
    address: str
    is_safe_to_share: bool
    people: tuple[str, ...]


@dataclass(frozen=True)
class Family:
    """Everybody, their homes, and the parts that somebody wrote."""

    people: tuple[Who, ...]
    homes: tuple[HomeLine, ...]
    episodes: Mapping[int, Episode]
    """The latest episode of need of each child that has one."""
    parts: Mapping[str, Part]
    written: frozenset[str]
    """Which parts somebody wrote, those among them that this audience may not read."""
    still: tuple[Sign, ...] = ()
    """What stands still, where it was asked for: of what kind only, without a word of anybody."""

    meetings: tuple[MeetingToCome, ...] = ()
    """Meetings and conferences that are to come."""

    def still_of(self, child: int) -> tuple[Sign, ...]:
        """What stands still for one child, or for the family."""
        return tuple(sign for sign in self.still if not sign.about or child in sign.about)

    @property
    def children(self) -> tuple[Who, ...]:
        """Oldest first; an unborn child last."""
        return tuple(who for who in self.people if who.is_child)

    @property
    def adults(self) -> tuple[Who, ...]:
        """Everybody else of the family, parents first."""
        return tuple(sorted((who for who in self.people if not who.is_child), key=lambda who: who.nearness))

    def part(self, kind: str) -> Part:
        """That part; with no words when nobody wrote it."""
        return self.parts.get(kind) or Part(kind, BRIEF_PART[kind], "", "", "")

    @property
    def has_danger(self) -> bool:
        """Whether somebody wrote what is dangerous."""
        return "danger" in self.written

    @property
    def how_is_kept(self) -> bool:
        """Whether how to work with them was written, and not for everybody's eyes."""
        return "how" in self.written and "how" not in self.parts

    @property
    def short(self) -> tuple[Part, ...]:
        """The short form: why we are involved, and what keeps the children safe tonight; what was written of it."""
        return tuple(part for part in (self.part("why"), self.part("tonight")) if part.words)

    @property
    def how(self) -> Part:
        """How to work with them, in their words."""
        return self.part("how")


def read_family(case: Case, on: date, audience: Audience, *, with_drift: bool = False) -> Family:
    """A family as this audience may know it. One query. What is marked *not to be shared* with them is not in it."""
    ((says, *more),) = statement_of(audience, on, with_drift).rows(case=case.pk)
    said: Any = json.loads(says)
    kept = _kept_whole(said)
    if not audience.is_staff:
        kept |= kept_with_them(said)
    said["people"] = [row for row in said["people"] if row["kind"] == Member.Kind.CHILD or row["pk"] not in kept]
    said["homes"] = [row for row in said["homes"] if not _only_theirs(row["pk"], said["stays"], kept)]
    return Family(
        people=_people(case.pk, said, on, kept),
        homes=_homes(said, audience, kept),
        episodes={row["child"]: _episode(case, row) for row in said["episodes"]},
        parts={part["kind"]: _part(part, said["people"]) for part in said["parts"]},
        written=frozenset(said["written"]),
        still=signs_in(json.loads(more[0]), on) if more else (),
        meetings=in_order([*said["meetings"], *said["conferences"]], on),
    )


_KINDS = Relationship.Kind.values
PARENTAL = 8  # so many kinds, the first of them, are mothers, fathers and whoever stands in for them


def _kept_whole(said: Any) -> set[int]:
    """People whose every tie is kept from this audience: a father nobody may know of has no name here either.

    Not even as somebody who lives with them: they may know him, and not what this record makes of him.
    """
    shown = {row[end] for row in said["ties"] for end in ("one", "other")}
    tied = {row[end] for row in said["all_ties"] for end in ("one", "other")}
    return tied - shown


def _only_theirs(home: int, stays: Sequence[Any], kept: set[int]) -> bool:
    lives = {row["member"] for row in stays if row["home"] == home}
    return bool(lives) and lives <= kept


def has_died(row: Any) -> bool:
    """Whether somebody has died, on a known day or not."""
    return bool(row["died_on"] or row["died_about"] or row["has_died"])


def _age(row: Any, on: date) -> str:
    """An age in words; of one who died nobody knows when, that they died."""
    if has_died(row) and not row["died_on"]:
        return f"died {days.in_words(row['died_about'])}" if row["died_about"] else "has died"
    return age_in_words(_day(row["born_on"]), _day(row["expected_on"]), _day(row["died_on"]), on)


def _people(case_pk: int, said: Any, on: date, kept: set[int]) -> tuple[Who, ...]:
    names = {row["pk"]: first_name(row) for row in said["people"]}
    homes = {row["pk"]: row["name"] for row in said["homes"]}
    lives = _grouped(said["stays"], "member")
    ties = _ties(said["ties"], names)
    reaches, around, known = (_grouped(said[part], "member") for part in ("reaches", "around", "aliases"))
    facts = _grouped(said["facts"], "child")
    quotes = {row["speaker"]: Words(row["words"], _in_words(row["said_on"])) for row in said["quotes"]}
    portraits = {row["member"]: row["pk"] for row in said["portraits"]}
    return tuple(
        Who(
            pk=(pk := row["pk"]),
            is_child=row["kind"] == Member.Kind.CHILD,
            is_kept=pk in kept,
            name=display_name(row["given_name"], row["family_name"], row["la_child_id"]),
            first_name=names[pk],
            initials=initials(f"{row['given_name']} {row['family_name']}"),
            age=_age(row, on),
            died=has_died(row),
            known_as=in_a_row([display_name(each["given"], each["family"]) for each in known[pk]]),
            ties=ties[pk],
            nearness=_nearness(said, pk),
            homes=tuple(homes[each["home"]] for each in lives[pk] if each["home"] in homes),
            language=row["language"],
            interpreter=INTERPRETER.get(row["interpreter"], ""),
            needs_interpreter=row["interpreter"] == "needed",
            communication=row["communication"],
            spoken=_in_words(row["spoken_on"]),
            portrait=_portrait(case_pk, portraits.get(pk)),
            quote=quotes.get(pk),
            stands_out=tuple(standing_out([Noted(fact["kind"], _known(fact["on"])) for fact in facts[pk]])),
            reaches=tuple(_reach(each) for each in reaches[pk]),
            around=tuple(_around(each) for each in around[pk]),
            born_on=_day(row["born_on"]),
            expected_on=_day(row["expected_on"]),
        )
        for row in said["people"]
    )


def _nearness(said: Any, pk: int) -> int:
    """The nearest tie. A grandmother is a mother too, of somebody grown: that does not bring her nearer."""
    young = {row["pk"] for row in said["people"] if row["kind"] == Member.Kind.CHILD}
    ties = [(_KINDS.index(tie["kind"]), tie["other"]) for tie in said["ties"] if tie["one"] == pk]
    return min((kind for kind, other in ties if other in young or kind >= PARENTAL), default=len(_KINDS))


def _ties(rows: Sequence[Any], names: Mapping[int, str]) -> Mapping[int, tuple[str, ...]]:
    """What each is to the others: "mother of Anisa, Imran and Zayd"."""
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row["one"] in names and row["other"] in names:  # neither of them was merged into another
            found[row["one"]][Relationship.Kind(row["kind"]).label].append(names[row["other"]])
    said = {key: tuple(_tie(kind, of) for kind, of in kinds.items()) for key, kinds in found.items()}
    return defaultdict(tuple, said)


def _tie(kind: str, of: Sequence[str]) -> str:
    return f"{kind} {'to' if kind == Relationship.Kind.OTHER.label else 'of'} {in_a_row(of)}"


def _homes(said: Any, audience: Audience, kept: set[int]) -> tuple[HomeLine, ...]:
    names = {row["pk"]: first_name(row) for row in said["people"] if row["pk"] not in kept}
    lives = _grouped(said["stays"], "home")
    return tuple(
        HomeLine(
            pk=row["pk"],
            name=row["name"],
            address=row["address"] if audience.is_staff else "",
            is_safe_to_share=row["safe"],
            people=tuple(names[each["member"]] for each in lives[row["pk"]] if each["member"] in names),
        )
        for row in said["homes"]
    )


def _episode(case: Case, row: Any) -> Episode:
    days = {name: _day(row[name]) for name in ("referred_on", "closed_on")}
    return Episode(case=case, child_id=row["child"], **{name: row[name] for name in EPISODE} | days)


def _part(row: Any, people: Sequence[Any]) -> Part:
    told_by = next((first_name(each) for each in people if each["pk"] == row["told_by"]), "")
    written = f"{row['writer']}, {_in_words(row['written_on'])}"
    return Part(row["kind"], BRIEF_PART[row["kind"]], row["words"], told_by, written, row["pk"])


def _reach(row: Any) -> Reach:
    safe = {True: "yes", False: "no"}.get(row["is_safe"], "")
    return Reach(CONTACT_BY[row["by"]], row["value"], safe, row["remark"])


def _around(row: Any) -> Around:
    name = ", ".join(filter(None, (row["person"], row["organisation"])))
    return Around(row["kind"], NETWORK_KIND[row["kind"]], name, row["phone"], row["remark"], _in_words(row["since"]))


def _portrait(case_pk: int, document: int | None) -> str:
    """The address of a photo; empty without one, and as long as no page serves files."""
    return page("cases:document-file", case_pk, document) if document else ""


def first_name(row: Mapping[str, Any]) -> str:
    """What to call somebody in a sentence, from a row with their names."""
    return row["given_name"] or display_name("", row["family_name"], row["la_child_id"])


def _grouped(rows: Sequence[Any], by: str) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row[by]].append(row)
    return found


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _known(said: str) -> date:
    return date.fromisoformat(said)


def _in_words(said: str | None) -> str:
    return day_in_words(date.fromisoformat(said)) if said else ""

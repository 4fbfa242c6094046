"""Who of a family was asked, what they said last, what an offer still lacks, and who is around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from camden.rules.names import day_in_words
from cases.rules.visits import in_a_row
from conferences.models import ConferenceChild, FamilyAnswer, FamilyConference, NetworkPerson, NotTakenUp
from conferences.readings.referral import OfTheRecord, ToAsk
from conferences.rules.consent import (
    FACT_SAYS,
    Answer,
    Asked,
    Fact,
    Person,
    is_wanted,
    latest,
    still_to_ask,
)
from conferences.rules.not_taken_up import HEADING, SAYS, Why
from conferences.rules.words import NetworkSaid


def names_of(conference: FamilyConference) -> str:
    """The children a conference is about, in a row. One query."""
    found = ConferenceChild.objects.filter(conference=conference).order_by("pk")
    return in_a_row(list(found.values_list("first_name", flat=True)))


def languages_of(conference: FamilyConference) -> str:
    """The languages in which the family was asked, besides English, in a row. One query."""
    found = FamilyAnswer.objects.filter(conference=conference).exclude(language="").order_by("language")
    return in_a_row(list(found.values_list("language", flat=True).distinct()))


@dataclass(frozen=True)
class AskedLine:
    """One asking of one person, in words."""

    who: str
    tie: str
    answer: str
    day: str
    how: tuple[str, ...]
    words: str
    shares: tuple[str, ...]
    is_last: bool
    """Whether it is their last word, which holds."""


@dataclass(frozen=True)
class Offering:
    """How an offer stands: everybody who was asked, what is still to do, whether somebody wants it."""

    people: tuple[Person, ...]
    asked: tuple[Asked, ...]
    lines: tuple[AskedLine, ...]
    still: tuple[str, ...]
    is_wanted: bool


def offering_of(conference: FamilyConference, record: OfTheRecord | None = None) -> Offering:
    """One query. `record` brings those who were never asked, for whoever sees the record."""
    rows = list(FamilyAnswer.objects.filter(conference=conference).select_related("asked_by").order_by("pk"))
    keys = _keys(rows, record)
    people = {each.key: each.person for each in (record.to_ask if record else ())}
    for row in rows:  # the facts as they were said: whoever has no member, or whose record is closed to the reader
        people.setdefault(keys[row.pk], _person(row, keys[row.pk]))
    asked = tuple(_asked(row, keys[row.pk]) for row in rows)
    known = tuple(people.values())
    return Offering(
        people=known,
        asked=asked,
        lines=tuple(_line(row, latest(asked, keys[row.pk]) is one) for row, one in zip(rows, asked, strict=True)),
        still=tuple(still_to_ask(known, asked)),
        is_wanted=wanted(known, asked),
    )


def wanted(people: Sequence[Person], asked: Sequence[Asked]) -> bool:
    """Whether somebody with parental responsibility said yes last. Where nobody wrote down who has it, a grown-up's yes
    begins the work, and who has it stays to be asked.
    """
    if any(person.has_responsibility for person in people):
        return is_wanted(people, asked)
    last = [latest(asked, person.key) for person in people if not person.is_child]
    return any(each is not None and each.answer is Answer.YES for each in last)


@dataclass(frozen=True)
class NotTakenUpReading:
    """*Not taken up, and why*: for people who work here the code and what helps next; for the family its own words."""

    heading: str
    worker: str
    family: str
    next_time: str
    day: str
    who: str
    words: str


def not_taken_up_of(conference: FamilyConference) -> NotTakenUpReading | None:
    """The last of what was noted; None where nothing was. One query."""
    row = (
        NotTakenUp.objects.filter(conference=conference)
        .select_related("noted_by", "decided_by")
        .order_by("-pk")
        .first()
    )
    if row is None:
        return None
    says = SAYS[Why(row.why)]
    who = row.decided_by.name if row.decided_by else row.noted_by.name
    day = day_in_words(row.noted_on)
    return NotTakenUpReading(HEADING, says.worker, says.family, says.next_time, day, who, row.words)


def _keys(rows: Sequence[FamilyAnswer], record: OfTheRecord | None) -> dict[int, int]:
    """A key for the person of each row: of the member; by the name, where an older row names nobody of the record; and
    one below nought for each name that is in no record.
    """
    names = {_name(each.person.name): each.key for each in (record.to_ask if record else ())}
    names |= {_name(row.who): row.member_id for row in rows if row.member_id}
    return {row.pk: row.member_id or names.setdefault(_name(row.who), -1 - len(names)) for row in rows}


def _name(name: str) -> str:
    return " ".join(name.split()).casefold()


def _person(row: FamilyAnswer, key: int) -> Person:
    because = row.not_asked_because if row.answer == Answer.NOT_ASKED else ""
    return Person(key, row.who, row.has_responsibility, row.is_child, not_asked_because=because)


def _asked(row: FamilyAnswer, key: int) -> Asked:
    return Asked(
        person=key,
        answer=Answer(row.answer),
        on=row.asked_on,
        by=row.asked_by.name,
        language=row.language,
        interpreter=row.interpreter,
        is_kin=row.is_kin,
        shares=frozenset(Fact(code) for code in row.shares),
    )


def _line(row: FamilyAnswer, is_last: bool) -> AskedLine:
    how = [f"in {row.language}" if row.language else "", f"with {row.interpreter}" if row.interpreter else ""]
    how += [
        "somebody of the family interpreted" if row.is_kin else "",
        f"by {row.asked_by.name}",
        row.not_asked_because,
    ]
    return AskedLine(
        who=row.who,
        tie=row.tie,
        answer=row.get_answer_display(),
        day=day_in_words(row.asked_on),
        how=tuple(filter(None, how)),
        words=row.words,
        shares=tuple(FACT_SAYS[Fact(code)] for code in row.shares),
        is_last=is_last,
    )


def who_may_be_asked(conference: FamilyConference, record: OfTheRecord | None) -> list[ToAsk]:
    """Whom one may choose from: those of the record for whoever sees it, and those who were named here already.

    One query.
    """
    rows = list(FamilyAnswer.objects.filter(conference=conference).select_related("asked_by").order_by("pk"))
    keys = _keys(rows, record)
    found = {each.key: each for each in (record.to_ask if record else ())}
    for row in rows:
        found.setdefault(keys[row.pk], ToAsk(_person(row, keys[row.pk]), row.tie))
    return list(found.values())


def network_of(conference: FamilyConference, record: OfTheRecord) -> tuple[list[NetworkSaid], list[NetworkSaid]]:
    """Everybody who may be named (those of the picture, and those added by name), and who is named now. One query."""
    rows = list(NetworkPerson.objects.filter(conference=conference).order_by("pk"))
    shown = {each.member_id: each for each in record.network}
    # Whoever died meanwhile, or came to be kept from the family, is not offered again, and leaves with the next saving.
    added = [
        NetworkSaid(row.name, row.tie, row.side, None, row.is_parent, row.is_child)
        for row in rows
        if row.member_id is None
    ]
    there = {row.member_id for row in rows if row.removed_on is None and row.member_id}
    named = {row.name for row in rows if row.removed_on is None and not row.member_id}
    known = [*shown.values(), *added]
    return known, [each for each in known if (each.member_id in there if each.member_id else each.name in named)]

"""One person of a record: everything known, with what was, who they are elsewhere, and who changed what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import BigIntegerField, OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from camden.models import User
from camden.rules.moments import clock, day_here
from camden.rules.names import day_in_words
from cases.models import Case, Member, MemberMerge, Relationship
from cases.readings.caseload import people_called
from cases.readings.kept_words import kept_in_words
from cases.readings.people import (
    Line,
    PersonCard,
    card,
    home_line,
    known_of,
    network_line,
    reach_line,
    tie_line,
)
from cases.readings.told import as_told
from cases.rules.about_when import When, known_when
from cases.rules.codesets import DISABILITY, SEX
from cases.rules.picturing import GENDER
from cases.rules.same_person import may_be_same

# What the history of somebody says, by field, in the order of the form.
FIELDS: dict[str, str] = {
    "kind": "what they are in this record",
    "given_name": "first names",
    "family_name": "family name",
    "born_on": "day of birth",
    "expected_on": "expected day of birth",
    "died_on": "day of death",
    "born_about": "about when they were born",
    "died_about": "about when they died",
    "has_died": "that they have died",
    "loss": "loss",
    "sex": "sex",
    "gender": "how they see themselves",
    "gender_words": "how they see themselves, in their own words",
    "mistaken_on": "written down by mistake",
    "language": "language",
    "interpreter": "interpreter",
    "communication": "how to talk with them",
    "la_child_id": "the council’s number",
    "ethnicity": "ethnicity",
    "disabilities": "disability",
}


@dataclass(frozen=True)
class Change:
    """What somebody changed of a person, when. `what` are sentences."""

    when: str
    iso: str
    who: str
    what: tuple[str, ...]


@dataclass(frozen=True)
class Elsewhere:
    """The same human being in another record that is open to whoever reads."""

    pk: int
    case_pk: int
    name: str
    family: str
    age: str
    person_id: UUID


@dataclass(frozen=True)
class Merged:
    """Somebody who was found to be this person, and can be taken apart again."""

    pk: int
    name: str
    day: str


@dataclass(frozen=True)
class PersonPage:
    """Somebody of a record on their own page."""

    card: PersonCard
    sex: str
    gender: str
    disability: str
    """Of a child, in words; empty while nobody has asked."""
    born: str
    expected: str
    died: str
    ties: tuple[Line, ...]
    ties_before: tuple[Line, ...]
    homes: tuple[Line, ...]
    reach: tuple[Line, ...]
    network: tuple[Line, ...]
    aliases: tuple[Line, ...]
    elsewhere: tuple[Elsewhere, ...]
    merged: tuple[Merged, ...]
    history: tuple[Change, ...]
    told: str
    """Who of the family told us of them: "As told by Shirin, 12 March"."""


def person_page(member: Member, user: User, on: date, merges: Iterable[MemberMerge]) -> PersonPage:
    """Everything of one person. `merges`: of those who were found to be them. Five queries."""
    people, facts = known_of(member.case, is_ended_too=True)
    names = {each.pk: each.first_name for each in people}
    ties = [_told_line(member, tie, names, on) for tie in facts.ties.get(member.pk, ())]
    aliases = facts.aliases.get(member.pk, ())
    return PersonPage(
        card=card(member, people, facts, on),
        sex=SEX.get(member.sex, ""),
        gender=member.gender_words or GENDER.get(member.gender, ""),
        disability=disabilities_in_words(member.disabilities),
        born=known_when(member.born_on, member.born_about).words,
        expected=_day(member.expected_on),
        died=_died(member),
        ties=tuple(line for line in ties if not line.ended),
        ties_before=tuple(line for line in ties if line.ended),
        homes=tuple(home_line(stay) for stay in reversed(facts.stays.get(member.pk, []))),
        reach=tuple(reach_line(point, names) for point in facts.points.get(member.pk, ())),
        network=tuple(network_line(tie, names) for tie in facts.network.get(member.pk, ())),
        aliases=tuple(
            Line(alias.pk, alias.get_kind_display(), str(alias), kept=kept_in_words(alias, names)) for alias in aliases
        ),
        elsewhere=tuple(known_elsewhere(member, user, on)),
        merged=tuple(Merged(merge.pk, merge.merged.name, day_in_words(merge.merged_on)) for merge in merges),
        history=tuple(history(member)),
        told=next((as_told(each, names, on) for each in people if each.pk == member.pk), ""),
    )


def known_elsewhere(member: Member, user: User, on: date) -> Iterator[Elsewhere]:
    """The same human being, tied by whoever knew it, in other records that are open to this person. One query."""
    same = Member.objects.visible_to(user).filter(person=member.person_id).exclude(case=member.case_id)
    for other in same.select_related("case").order_by("pk"):
        yield _elsewhere(other, on)


def alike_here(people: list[Member], said: str, day: date | None = None) -> list[Member]:
    """People of the record who may be whoever is about to be written down. No query."""
    return [each for each in people if may_be_same(said, day, [each.name], each.born_on or each.expected_on)]


def like_names_first(member: Member, people: list[Member]) -> list[Member]:
    """The others of the record, those first who may be the same. No query."""
    others = [each for each in people if each.pk != member.pk]
    alike = alike_here(others, member.name, member.born_on or member.expected_on)
    return sorted(others, key=lambda each: each not in alike)


def alike_elsewhere(case: Case, user: User, said: str, on: date, most: int = 5) -> list[Elsewhere]:
    """People of other records open to this person, whose name holds every word of `said`. Two queries."""
    keys = [member for member, record in people_called(said) if record != case.pk]
    found = Member.objects.visible_to(user).filter(pk__in=keys[:most]).select_related("case")
    return [_elsewhere(each, on) for each in found.order_by("pk")]


def _elsewhere(member: Member, on: date) -> Elsewhere:
    return Elsewhere(member.pk, member.case_id, member.name, member.case.name, member.age(on), member.person_id)


def history(member: Member) -> Iterator[Change]:
    """Who changed what is known of somebody, newest first. One query."""
    events: Any = apps.get_model("cases", "MemberEvent")._base_manager
    by = Cast(KeyTextTransform("user", "pgh_context"), BigIntegerField())
    who = User.objects.filter(pk=OuterRef("by")).values("name")
    rows = events.filter(case=member.case_id, pgh_obj=member.pk).annotate(by=by).annotate(who=Subquery(who))
    rows = list(rows.order_by("pgh_id"))
    changes = [_change(before, row) for before, row in zip([None, *rows], rows, strict=False)]
    yield from (change for change in reversed(changes) if change.what)


def _change(before: Any, row: Any) -> Change:
    what = ("Added to the record",) if before is None else tuple(_differences(before, row))
    at = row.pgh_created_at
    return Change(f"{day_in_words(day_here(at))}, {clock(at)}", at.isoformat(), row.who or "", what)


def _differences(before: Any, row: Any) -> Iterator[str]:
    for name, words in FIELDS.items():
        was, now = _said(before, name), _said(row, name)
        if was != now:
            yield f"{words[:1].upper()}{words[1:]}: {now or 'taken out'}{f' (was {was})' if was else ''}"


def _said(row: Any, name: str) -> str:
    value = getattr(row, name)
    if isinstance(value, date):
        return day_in_words(value)
    if name == "disabilities":
        return disabilities_in_words(value)
    field: Any = Member._meta.get_field(name)
    choices = dict(field.flatchoices)
    if isinstance(value, bool):
        return "yes" if value else ""
    if name in ("born_about", "died_about"):
        return When(about=value).words
    return str(choices.get(value, value or ""))


def disabilities_in_words(codes: Iterable[str]) -> str:
    """In the words of the census: "Getting about, learning"; empty while nobody has asked."""
    said = ", ".join(DISABILITY[code].lower() for code in codes)
    return f"{said[:1].upper()}{said[1:]}"


def _told_line(member: Member, tie: Relationship, names: Mapping[int, str], on: date) -> Line:
    line = tie_line(member, tie, names)
    return replace(line, more=". ".join(filter(None, (line.more, as_told(tie, names, on)))))


def _died(member: Member) -> str:
    when = known_when(member.died_on, member.died_about).words
    return when or ("Nobody knows when" if member.has_died else "")


def _day(day: date | None) -> str:
    return day_in_words(day) if day else ""


def two_as_one(kept: Member, merged: Member, on: date) -> tuple[tuple[str, str, str], ...]:
    """What is known of two people side by side, as (what, of the one who stays, of the other). Four queries."""
    people, facts = known_of(kept.case, is_ended_too=False)
    ours, theirs = (card(each, people, facts, on) for each in (kept, merged))
    rows = [("Name", ours.name, theirs.name), ("Age", ours.age, theirs.age)]
    rows += [("Also called", ours.called, theirs.called), ("Speaks", ours.language, theirs.language)]
    rows += [("Talking with them", ours.talking, theirs.talking)]
    for label, name in (
        ("Related", "ties"),
        ("Lives at", "homes"),
        ("Reach them", "reach"),
        ("Around them", "network"),
    ):
        said = [_in_a_cell(getattr(each, name), name == "ties") for each in (ours, theirs)]
        rows.append((label, said[0], said[1]))
    return tuple(row for row in rows if row[1] or row[2])


def _in_a_cell(lines: Sequence[Line], is_labelled: bool) -> str:
    return "; ".join(f"{line.label} {line.words}" if is_labelled else line.words for line in lines)

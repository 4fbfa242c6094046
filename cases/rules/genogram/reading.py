"""A `genogram/1` file, read into a family; what is wrong with it is said in a sentence.

Beyond the sample files these keys are understood, all optional: `private: true` on anything (not to be shared with the
family), `marks` of a person, `consanguineous` of a union, `start` and `end` of parentage, homes and a home's members
(then written as `{"id", "start", "end"}`), `view` and `on` of an emotional tie; of a person `died: true` for a day
nobody knows, `says` and `not_known`; `kind` of an agency; `links`, `professionals` and `responsible` (`{"who", "for"}`)
as in `family`.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from cases.rules.genogram.family import (
    CURRENT,
    FEMALE,
    LOST,
    MALE,
    OTHER,
    UNKNOWN,
    Agency,
    Family,
    Feeling,
    Home,
    Link,
    MultipleBirth,
    Parentage,
    Person,
    Professional,
    Tie,
    Union,
    in_order,
)

SCHEMA = "genogram/1"
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
GENDERS = (MALE, FEMALE, OTHER, UNKNOWN)
MOST_PEOPLE = 200


class Unreadable(ValueError):
    """A file that cannot be drawn; the text is one sentence that says why."""


def read(text: str) -> Family:
    """The family of a file's text. Raises `Unreadable`."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"This is not JSON: {error}.") from error
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise Unreadable(f'This is not a family file: "schema" must be "{SCHEMA}".')
    family = in_order(_family(found))
    _check(family)
    return family


def _family(found: dict[str, Any]) -> Family:
    on = _day(found, "as_of", "The file")
    if len(on) != 10:
        raise Unreadable('The file needs a whole day in "as_of", such as 2026-11-21.')
    return Family(
        on=_real(on, "as_of"),
        title=_text(found, "title"),
        persons=tuple(_person(each) for each in _list(found, "persons")),
        unions=tuple(_union(each) for each in _list(found, "unions")),
        parentage=tuple(_parentage(each) for each in _list(found, "parentage")),
        multiples=tuple(
            MultipleBirth(_names(each, "members"), _text(each, "kind") == "identical")
            for each in _list(found, "multiple_births")
        ),
        homes=tuple(_home(each) for each in _list(found, "households")),
        feelings=tuple(_feeling(each) for each in _list(found, "emotional")),
        agencies=tuple(_agency(each) for each in _list(found, "agencies")),
        ties=tuple(_tie(each) for each in _list(found, "ties")),
        links=tuple(_link(each) for each in _list(found, "links")),
        professionals=tuple(
            Professional(_id(each), _text(each, "name"), _text(each, "role"), _names(each, "works_with"))
            for each in _list(found, "professionals")
        ),
        responsible=tuple((_text(each, "who"), _text(each, "for")) for each in _list(found, "responsible")),
    )


def _person(each: dict[str, Any]) -> Person:
    who = _id(each)
    gender = _text(each, "gender") or UNKNOWN
    pregnancy = _text(each, "pregnancy")
    if gender not in GENDERS:
        raise Unreadable(f'The gender of "{who}" must be one of {", ".join(GENDERS)}.')
    if pregnancy and pregnancy != CURRENT and pregnancy not in LOST:
        raise Unreadable(f'The pregnancy "{who}" must be current, a miscarriage or a termination.')
    return Person(
        id=who,
        name=_text(each, "name"),
        gender=gender,
        birth=_day(each, "birth", who),
        death=_day(each, "death", who),
        is_index=each.get("index") is True,
        pregnancy=pregnancy,
        is_stillborn=each.get("stillbirth") is True,
        marks=_names(each, "marks") if "marks" in each else (),
        is_private=_private(each),
        has_died=each.get("died") is True,
        says=_text(each, "says"),
        is_not_known=each.get("not_known") is True,
    )


def _union(each: dict[str, Any]) -> Union:
    who = _id(each)
    partners = _names(each, "partners")
    if len(set(partners)) != len(partners) or not 1 <= len(partners) <= 2:
        raise Unreadable(f'The union "{who}" must have one or two different partners.')
    return Union(
        id=who,
        partners=partners,
        kind=_text(each, "kind") or "unknown",
        status=_text(each, "status") or "current",
        start=_day(each, "start", who),
        end=_day(each, "end", who),
        is_of_one_blood=each.get("consanguineous") is True,
        is_private=_private(each),
    )


def _parentage(each: dict[str, Any]) -> Parentage:
    child = _text(each, "child")
    kind, start, end = _text(each, "kind") or "birth", _day(each, "start", child), _day(each, "end", child)
    return Parentage(child, _text(each, "union"), kind, start, end, _private(each))


def _home(each: dict[str, Any]) -> Home:
    who, members = _id(each), each.get("members", [])
    if not isinstance(members, list):
        raise Unreadable(f'The members of the household "{who}" must be a list.')
    stays = [
        (_id(member), _day(member, "start", who), _day(member, "end", who))
        for member in members
        if isinstance(member, dict)
    ]
    names = [_id(member) if isinstance(member, dict) else str(member) for member in members]
    return Home(
        id=who,
        label=_text(each, "label"),
        members=tuple(dict.fromkeys(names)),
        stays=tuple(sorted(stays)),
        start=_day(each, "start", who),
        end=_day(each, "end", who),
        is_private=_private(each),
    )


def _feeling(each: dict[str, Any]) -> Feeling:
    return Feeling(
        a=_text(each, "a"),
        b=_text(each, "b"),
        kind=_text(each, "kind"),
        is_directed=each.get("directed") is True,
        view=_text(each, "view"),
        seen_on=_day(each, "on", "An emotional tie"),
        is_private=_private(each),
    )


def _agency(each: dict[str, Any]) -> Agency:
    return Agency(_id(each), _text(each, "name"), _private(each), _text(each, "kind"))


def _link(each: dict[str, Any]) -> Link:
    steps = each.get("steps")
    if steps is not None and (not isinstance(steps, int) or not -9 < steps < 9):
        raise Unreadable('"steps" of a link must be a small number of rows.')
    return Link(_text(each, "one"), _text(each, "other"), _text(each, "what"), steps)


def _tie(each: dict[str, Any]) -> Tie:
    kind, flow = _text(each, "kind") or "moderate", _text(each, "flow") or "none"
    return Tie(_text(each, "agency"), _text(each, "to"), kind, flow, _private(each))


# ----- the small parts of a file


def _list(found: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = found.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise Unreadable(f'"{key}" must be a list of objects.')
    return value


def _names(found: dict[str, Any], key: str) -> tuple[str, ...]:
    value = found.get(key)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise Unreadable(f'"{key}" must be a list of names, as text.')
    return tuple(value)


def _text(found: dict[str, Any], key: str) -> str:
    value = found.get(key)
    if value is not None and not isinstance(value, str):
        raise Unreadable(f'"{key}" must be text, not {json.dumps(value)[:60]}.')
    return value or ""


def _id(found: dict[str, Any]) -> str:
    who = _text(found, "id")
    if not who or any(character.isspace() or not character.isprintable() for character in who):
        raise Unreadable(f'"id" must be a word, not {json.dumps(who)[:60]}.')
    return who


def _day(found: dict[str, Any], key: str, whose: str) -> str:
    day = _text(found, key)
    if day and not DAY.fullmatch(day):
        raise Unreadable(f'"{key}" of {whose} must be a day, a month or a year, such as 2010-09-12, not "{day[:40]}".')
    if len(day) == 10:
        _real(day, key)
    return day


def _real(day: str, key: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise Unreadable(f'"{key}" says {day}, which is no day of the calendar.') from error


def _private(found: dict[str, Any]) -> bool:
    return found.get("private") is True or found.get("shared") is False


# ----- what must fit together


def _check(family: Family) -> None:
    people = {person.id for person in family.persons}
    unions = {union.id for union in family.unions}
    agencies = {agency.id for agency in family.agencies}
    homes = {home.id for home in family.homes}
    if not 0 < len(people) <= MOST_PEOPLE:
        raise Unreadable(f"A drawing holds 1 to {MOST_PEOPLE} people; this file has {len(people)}.")
    for what, ids in (("person", family.persons), ("union", family.unions), ("household", family.homes)):
        for who, times in Counter(each.id for each in ids).items():
            if times > 1:
                raise Unreadable(f'The {what} "{who}" is in the file {times} times.')
    _known("person", people, [p for union in family.unions for p in union.partners])
    _known("person", people, [each.child for each in family.parentage])
    _known("person", people, [member for each in family.multiples for member in each.members])
    _known("person", people, [member for home in family.homes for member in home.members])
    _known("person", people, [who for each in family.feelings for who in (each.a, each.b)])
    _known("person", people, [who for each in family.links for who in (each.one, each.other)])
    _known("person", people, [who for each in family.professionals for who in each.works_with])
    _known("person", people, [who for pair in family.responsible for who in pair])
    _known("union", unions, [each.union for each in family.parentage])
    _known("agency", agencies, [tie.agency for tie in family.ties])
    _known("person or household", people | homes, [tie.to for tie in family.ties])
    _no_circle(family)


def _known(what: str, known: set[str], named: Iterable[str]) -> None:
    for name in named:
        if name not in known:
            raise Unreadable(f'There is no {what} "{name}" in the file, though it is spoken of.')


def _no_circle(family: Family) -> None:
    parents: dict[str, set[str]] = {person.id: set() for person in family.persons}
    partners = {union.id: union.partners for union in family.unions}
    for each in family.parentage:
        parents[each.child] |= set(partners[each.union])
    waiting = dict(parents)
    while free := [person for person, above in waiting.items() if not above & waiting.keys()]:
        for person in free:
            del waiting[person]
    if waiting:
        raise Unreadable(f'"{min(waiting)}" would be their own forebear.')

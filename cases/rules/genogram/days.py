"""Days that are only partly known, ages, and a family as it was on an earlier day."""

from dataclasses import replace
from datetime import date, timedelta

from cases.rules.genogram.family import BIRTH, CURRENT, Family, Home, Person, Union, only, reached

CARRIED = timedelta(days=280)
"""A pregnancy, counted back from the day it is due (Naegele's rule)."""
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def has_come(when: str, on: date) -> bool:
    """Whether a day, or the beginning of a month or year, has come. What has no day has always been."""
    return not when or when <= on.isoformat()[: len(when)]


def in_words(when: str) -> str:
    """12 September 2010; September 2010; 2010."""
    parts = when.split("-")
    if len(parts) == 1:
        return when
    return " ".join([*([str(int(parts[2]))] if len(parts) == 3 else []), MONTHS[int(parts[1]) - 1], parts[0]])


def age(person: Person, on: date) -> str:
    """The age on a day, or at death: "16", "~42" when only the year is known, "5m" for a baby, "" when not known."""
    if person.has_died and not person.death:
        return ""
    until = person.death if person.death and has_come(person.death, on) else on.isoformat()
    if not person.birth or person.pregnancy or person.is_stillborn or not until[:4].isdigit():
        return ""
    years = int(until[:4]) - int(person.birth[:4])
    known = min(len(until), len(person.birth))
    if years < 0:
        return ""
    if known == 4:
        return f"~{years}"
    years -= until[5:known] < person.birth[5:known]
    if years > 0 or known < 10:
        return str(max(years, 0))
    months = (int(until[:4]) - int(person.birth[:4])) * 12 + int(until[5:7]) - int(person.birth[5:7])
    return f"{months - (until[8:] < person.birth[8:])}m"


def told_on(family: Family, on: date) -> Family:
    """The family as it was on a day; a later day than the record's own changes ages only.

    Before the record's own day, homes and feelings without days are left out: nobody knows whether they were so then.
    Who is linked with nobody yet is left out, unless they are the child or the child's forebears.
    """
    if on >= family.on:
        return replace(family, on=on)
    born = {person.id for person in family.persons if is_there(person, on)}
    then = only(family, born)
    then = replace(
        then,
        on=on,
        persons=tuple(_person_on(person, on) for person in then.persons),
        parentage=tuple(each for each in then.parentage if has_come(each.start, on) and not is_over(each.end, on)),
        homes=tuple(_home_on(home, on) for home in then.homes if home.is_dated and _was_there(home, on)),
        feelings=tuple(each for each in then.feelings if each.seen_on and has_come(each.seen_on, on)),
        ties=(),
        agencies=(),
    )
    with_children = {each.union for each in then.parentage}
    then = replace(
        then,
        unions=tuple(
            _union_on(each, on) for each in then.unions if has_come(each.start, on) or each.id in with_children
        ),
    )
    return only(then, reached(then, _anchors(family) & born) if family.index else born)


def is_there(person: Person, on: date) -> bool:
    """Whether somebody had been born, lost or was expected already on a day."""
    if person.pregnancy != CURRENT:
        return has_come(person.birth, on)
    due = (person.birth + "-01-01")[:10] if len(person.birth) == 4 else (person.birth + "-01")[:10]
    return not person.birth or date.fromisoformat(due) - CARRIED <= on


def _person_on(person: Person, on: date) -> Person:
    return person if has_come(person.death, on) else replace(person, death="")


def is_over(end: str, on: date) -> bool:
    """Whether what ends on `end` has ended by a day; what has no end has not."""
    return bool(end) and has_come(end, on)


def _was_there(home: Home, on: date) -> bool:
    return has_come(home.start, on) and not is_over(home.end, on)


def _home_on(home: Home, on: date) -> Home:
    days = {who: (start, end) for who, start, end in home.stays}
    there = [m for m in home.members if m not in days or has_come(days[m][0], on) and not is_over(days[m][1], on)]
    return replace(home, members=tuple(there))


def _union_on(union: Union, on: date) -> Union:
    """Before it began, two parents are drawn as parents only; before it ended, as together."""
    if not has_come(union.start, on):
        return replace(union, kind="unknown", status="current", start="", end="")
    return union if not union.end or has_come(union.end, on) else replace(union, status="current", end="")


def _anchors(family: Family) -> set[str]:
    """The children at the centre and their forebears by birth."""
    partners = {union.id: union.partners for union in family.unions}
    parents: dict[str, set[str]] = {}
    for each in family.parentage:
        if each.kind == BIRTH:
            parents.setdefault(each.child, set()).update(partners.get(each.union, ()))
    found: set[str] = set()
    waiting = [person.id for person in family.index]
    while waiting:
        person = waiting.pop()
        if person not in found:
            found.add(person)
            waiting += sorted(parents.get(person, ()))
    return found

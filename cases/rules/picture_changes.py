"""What changed in a family between two days, as sentences: births, deaths, couples, who lives where, who sees what how.

Compares the facts of two drawings, so it can say nothing that neither shows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cases.rules.genogram.days import in_words
from cases.rules.genogram.family import CURRENT, Family, Person, Union
from cases.rules.genogram.telling import ENDED, FEELINGS, KINDS, PARENTS, name_of
from cases.rules.genogram.text import plain


@dataclass(frozen=True)
class Change:
    """One sentence, and the day it is about as far as it is known ("2021", "2021-05-01" or "")."""

    on: str
    words: str


def changes(before: Family, after: Family) -> list[Change]:
    """What changed from the earlier day to the later, in the order of days; what has no day comes last."""
    found = [*_people(before, after), *_couples(before, after), *_parents(before, after)]
    found += [*_homes(before, after), *_feelings(before, after)]
    return sorted(dict.fromkeys(found), key=lambda change: (not change.on, change.on))


def _people(before: Family, after: Family) -> Iterator[Change]:
    was = before.by_id()
    for person in sorted(after.persons, key=lambda each: each.id):
        old = was.pop(person.id, None)
        if old is None:
            yield _came(person, before)
        else:
            if old.pregnancy == CURRENT and not person.pregnancy:
                yield Change(person.birth, f"{name_of(person)} was born{_on(person.birth)}.")
            elif person.pregnancy != old.pregnancy:
                yield Change(person.birth, f"A pregnancy ended{_on(person.birth)}.")
            if person.is_dead and not old.is_dead:
                yield Change(person.death, f"{name_of(person)} died{_on(person.death)}.")
    for person in was.values():
        yield Change("", f"{name_of(person)} is not in the later picture.")


def _came(person: Person, before: Family) -> Change:
    """Somebody who was not there before: born meanwhile, or come into the family."""
    if person.pregnancy == CURRENT:
        return Change("", f"A child is expected{', due ' + in_words(person.birth) if person.birth else ''}.")
    if person.pregnancy:
        return Change(person.birth, f"A pregnancy was lost{_on(person.birth)}.")
    is_born = person.birth and person.birth > before.on.isoformat()[: len(person.birth)]
    if is_born:
        return Change(person.birth, f"{name_of(person)} was born{_on(person.birth)}.")
    return Change("", f"{name_of(person)} came into the picture.")


def _couples(before: Family, after: Family) -> Iterator[Change]:
    was = {union.id: union for union in before.unions}
    names = {person.id: name_of(person) for person in after.persons}
    for union in sorted(after.unions, key=lambda each: each.id):
        if len(union.partners) < 2:
            continue
        old = was.get(union.id)
        both = " and ".join(names[each] for each in union.partners)
        if union.status in ENDED and (old is None or old.status != union.status):
            yield Change(union.end, f"{both}: {ENDED[union.status]}{_in(union.end)}.")
        elif _together(union) and (old is None or _together(old) != _together(union)):
            yield Change(union.start, f"{both}: {_together(union)}{_in(union.start, 'since ')}.")


def _together(union: Union) -> str:
    """How two are together; nothing where they are only known as parents."""
    return KINDS.get(union.kind, "together" if union.start else "")


def _parents(before: Family, after: Family) -> Iterator[Change]:
    """Care and adoption; that somebody was born to their parents goes without saying."""
    names = {person.id: name_of(person) for person in (*before.persons, *after.persons)}
    was, now = ({(e.child, e.union, e.kind): e for e in f.parentage if e.kind != "birth"} for f in (before, after))
    unions = {union.id: union for union in (*before.unions, *after.unions)}
    for key in sorted(now.keys() ^ was.keys()):
        each, is_new = (now.get(key) or was[key]), key in now
        parents = " and ".join(names[partner] for partner in unions[each.union].partners)
        how = PARENTS.get(each.kind, f"{each.kind} of")
        if is_new:
            yield Change(each.start, f"{names[each.child]}: {how} {parents}{_in(each.start, 'since ')}.")
        else:
            yield Change(each.end, f"{names[each.child]}: no longer {how} {parents}.")


def _homes(before: Family, after: Family) -> Iterator[Change]:
    names = {person.id: name_of(person) for person in (*before.persons, *after.persons)}
    homes = {home.id: plain(home.label) for home in (*before.homes, *after.homes)}
    days = {(who, home.id): start for home in after.homes for who, start, _ in home.stays}
    was, now = ({(who, home.id) for home in f.homes for who in home.members} for f in (before, after))
    for who, home in sorted(now - was):
        day = days.get((who, home), "")
        yield Change(day, f"{names[who]} lives at {homes[home]}{_in(day, 'since ')}.")
    for who, home in sorted(was - now):
        yield Change("", f"{names[who]} lives at {homes[home]} no longer.")


def _feelings(before: Family, after: Family) -> Iterator[Change]:
    names = {person.id: name_of(person) for person in (*before.persons, *after.persons)}
    was, now = ({(frozenset((e.a, e.b)), e.view): e for e in f.feelings} for f in (before, after))
    for key in sorted({*was, *now}, key=lambda key: (sorted(key[0]), key[1])):
        old, new = was.get(key), now.get(key)
        if new and (old is None or old.kind != new.kind):
            then = f", before: {FEELINGS.get(old.kind, plain(old.kind))}" if old else ""
            how = FEELINGS.get(new.kind, plain(new.kind).replace("_", " "))
            view = f" as {plain(names.get(new.view, new.view))} sees it" if new.view else ""
            yield Change(new.seen_on, f"{names[new.a]} and {names[new.b]}: {how}{view}{_in(new.seen_on)}{then}.")
        elif old and new is None:
            yield Change("", f"{names[old.a]} and {names[old.b]}: {FEELINGS.get(old.kind, old.kind)} no more.")


def _on(day: str) -> str:
    if not day:
        return ""
    return f" on {in_words(day)}" if len(day) == 10 else f" in {in_words(day)}"


def _in(day: str, word: str = "") -> str:
    return f", {word}{in_words(day)}" if day else ""


def first_day(day: str) -> str:
    """The first day of a year or month as the record writes it: "2008" is 2008-01-01."""
    return (day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10]


def known_days(said: Iterable[str], until: str) -> list[str]:
    """Days on which something of a family changed, once each, oldest first; none after `until`."""
    return sorted({day for each in said if each and (day := first_day(each)) <= until})

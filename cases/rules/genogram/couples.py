"""Partnerships from pairs: one union for each two people, with how they are or were together and since when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cases.rules.genogram.days import has_come, is_over
from cases.rules.genogram.family import Person, Union


@dataclass(frozen=True)
class Pair:
    """`one` is `kind` of `other`: a word of Relationship.Kind. Days may be partly known, "" where they are not."""

    one: str
    other: str
    kind: str
    couple: str = ""
    couple_ended: str = ""
    start: str = ""
    end: str = ""
    is_of_one_blood: bool = False


def unions_of(
    couples: Iterable[Pair], parents: Iterable[frozenset[str]], people: Mapping[str, Person], on: date
) -> tuple[Union, ...]:
    """A union of every couple and of every set of one or two parents, in the order of their ids."""
    by_two: dict[frozenset[str], list[Pair]] = {}
    for pair in couples:
        by_two.setdefault(frozenset((pair.one, pair.other)), []).append(pair)
    found = [_of_couple(partners, by_two[partners], people, on) for partners in by_two]
    found += [Union(_key(partners), tuple(sorted(partners))) for partners in set(parents) - by_two.keys()]
    return tuple(sorted(found, key=lambda union: union.id))


def _key(partners: Iterable[str]) -> str:
    return "u" + "-".join(sorted(partners))


def _of_couple(partners: frozenset[str], pairs: Sequence[Pair], people: Mapping[str, Person], on: date) -> Union:
    """What was said of two people several times: what they are now, else what they were last, since the first day."""
    last = max(pairs, key=lambda pair: (not _has_ended(pair, on), pair.kind == "spouse", pair.start, str(pair)))
    kind = last.couple or ("married" if last.kind == "spouse" else "unknown")
    start = last.start or min((pair.start for pair in pairs if pair.start), default="")
    status, end = "current", ""
    if _has_ended(last, on):
        status, end = last.couple_ended or "separated", last.end
    elif deaths := sorted(people[who].death for who in partners if _is_dead(people[who], on)):
        status, end = "widowed", deaths[0]
    blood = any(pair.is_of_one_blood for pair in pairs)
    return Union(_key(partners), tuple(sorted(partners)), kind, status, start, end, blood)


def _has_ended(pair: Pair, on: date) -> bool:
    if pair.end:
        return is_over(pair.end, on)
    return pair.kind == "ex-partner" or bool(pair.couple_ended)


def _is_dead(person: Person, on: date) -> bool:
    return person.has_died or bool(person.death) and has_come(person.death, on)

"""The order in which people stand in a genogram, apart from who they are: facts without names, nudges, a move.

An order is found from a family's shape alone. So the job that looks for a clearer one is sent the shape: no name, no
day, no home's name, no illness. It is also what says whether an order still fits the facts (`fingerprint`).
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from cases.rules.genogram.family import Family, Home, Link, MultipleBirth, Parentage, Person, Union, in_order
from cases.rules.genogram.frame import frame_of
from cases.rules.genogram.layout import laid_out
from cases.rules.genogram.order import order_kept
from cases.rules.genogram.rows import ties_by_age

QUICK = 20
"""People of whom a first drawing is found at once (some 0.3 s); of more, a job looks for the clearest."""
LEFT, RIGHT = "left", "right"

Rows = Sequence[Sequence[str]]
Wishes = Sequence[Sequence[str]]
_SOME_DAY = date(2000, 1, 1)
_ANY = str.maketrans("0123456789", "0000000000")
"""Of a day it matters whether its month is known, and not which."""


class NotMoved(Exception):
    """Nobody can stand there. Says why, in words for whoever asked."""


def shape_of(family: Family) -> dict[str, Any]:
    """What an order is found from: ids, genders, who came before whom, couples, parents, homes. Plain JSON.

    People whom nothing links with the others stand by age, and ages are not told: the row they stand in is.
    """
    family = in_order(family)
    days = {person.birth for person in family.persons} | {union.start for union in family.unions}
    ranks = {day: f"{at:04}{day[4:].translate(_ANY)}" for at, day in enumerate(sorted(days - {""}), 1)} | {"": ""}
    links = (*family.links, *ties_by_age(family))
    return {
        "people": [[p.id, p.gender, ranks[p.birth], p.is_index, p.pregnancy, p.is_stillborn] for p in family.persons],
        "couples": [[each.id, list(each.partners), ranks[each.start]] for each in family.unions],
        "children": [[each.child, each.union, each.kind] for each in family.parentage],
        "twins": [list(each.members) for each in family.multiples],
        "homes": [[each.id, list(each.members)] for each in family.homes],
        "links": [[each.one, each.other, each.steps] for each in links],
    }


def fingerprint(shape: dict[str, Any]) -> str:
    """The same for the same shape, in 64 characters."""
    return hashlib.sha256(json.dumps(shape, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def family_of(shape: dict[str, Any]) -> Family:
    """A family of that shape, in which nobody has a name."""
    return Family(
        on=_SOME_DAY,
        persons=tuple(
            Person(key, gender=gender, birth=birth, is_index=is_index, pregnancy=pregnancy, is_stillborn=is_stillborn)
            for key, gender, birth, is_index, pregnancy, is_stillborn in shape["people"]
        ),
        unions=tuple(Union(key, tuple(partners), start=start) for key, partners, start in shape["couples"]),
        parentage=tuple(Parentage(child, union, kind) for child, union, kind in shape["children"]),
        multiples=tuple(MultipleBirth(tuple(members)) for members in shape["twins"]),
        homes=tuple(Home(key, "", tuple(members)) for key, members in shape["homes"]),
        links=tuple(Link(one, other, "", steps) for one, other, steps in shape["links"]),
    )


def best_rows(shape: dict[str, Any], wishes: Wishes = ()) -> tuple[tuple[str, ...], ...]:
    """The clearest order for a family of that shape, found without haste (0.5 s of one core for 33 people)."""
    return people_of(laid_out(family_of(shape), None, as_pairs(wishes)).order)


def moved(family: Family, rows: Rows, person: str, past: str, way: str) -> tuple[tuple[str, ...], ...]:
    """The rows with somebody moved to the other side of somebody in their row. `way` is LEFT or RIGHT.

    Raises NotMoved when they stand in different rows, or where birth order holds: that is a law of the drawing.
    """
    row = next((list(row) for row in rows if person in row and past in row), None)
    if row is None or person == past:
        raise NotMoved("These two do not stand in one row any more. Look at the picture as it is now.")
    at = [list(each) for each in rows].index(row)
    row.remove(person)
    row.insert(row.index(past) + (way == RIGHT), person)
    tried = [*rows[:at], row, *rows[at + 1 :]]
    found = people_of(order_kept(frame_of(in_order(family), rows), tried))
    if not stands(found, person, past, way):
        raise NotMoved("Brothers and sisters stand from left to right by age, so they keep their places.")
    return found


def stands(rows: Rows, person: str, past: str, way: str) -> bool:
    """Whether somebody stands on that side of somebody already."""
    row = next((list(row) for row in rows if person in row and past in row), None)
    return row is not None and (row.index(person) < row.index(past)) == (way == LEFT)


def people_of(rows: Rows) -> tuple[tuple[str, ...], ...]:
    """Rows without the passages that lines go through: what is kept."""
    return tuple(tuple(token for token in row if not token.startswith("\0")) for row in rows)


def wished(wishes: Wishes, person: str, past: str, way: str) -> list[list[str]]:
    """The nudges with one more, which takes the place of any about the same two."""
    pair = [person, past] if way == LEFT else [past, person]
    return [list(each) for each in wishes if set(each) != set(pair)] + [pair]


def as_pairs(wishes: Wishes) -> list[tuple[str, str]]:
    """Nudges as the drawing takes them."""
    return [(each[0], each[1]) for each in wishes]


def still_there(wishes: Wishes, people: Iterable[str]) -> list[list[str]]:
    """The nudges about people who are still in the picture."""
    here = set(people)
    return [list(each) for each in wishes if set(each) <= here]

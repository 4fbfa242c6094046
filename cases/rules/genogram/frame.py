"""The frame of a drawing: who and what stands in each row, which brackets join partners, which combs carry children.

A `token` is what takes a place in a row: a person, or a passage, a narrow gap through which a line goes on to a later
row. A bracket joins two tokens of one row. A comb comes down from a bracket or from one token and ends in tokens of the
next row.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from cases.rules.genogram.family import BIRTH, Family, Union
from cases.rules.genogram.rows import rows_of


@dataclass(frozen=True)
class Bracket:
    """The line beneath two partners."""

    union: str
    ends: tuple[str, str]
    start: str
    has_children: bool


@dataclass(frozen=True)
class Foot:
    """Where a comb ends. `child` is nobody when the line belongs to the partnership itself."""

    token: str
    child: str
    kind: str
    is_second: bool = False
    """A second family's line to a child whose place is among other siblings."""


@dataclass(frozen=True)
class Comb:
    """The lines from one source to the tokens of the next row."""

    union: str
    source: tuple[str, ...]
    feet: tuple[Foot, ...]
    is_partnership: bool = False

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """What tells it from every other comb of its row."""
        return self.union, self.source


@dataclass(frozen=True)
class Frame:
    """Everything about a family that its layout needs to know."""

    family: Family
    level: dict[str, int]
    rows: tuple[tuple[str, ...], ...]
    brackets: tuple[tuple[Bracket, ...], ...]
    combs: tuple[tuple[Comb, ...], ...]
    sibships: tuple[tuple[tuple[str, ...], ...], ...]
    """In each row, the groups of full siblings; of one who stands lower, the passage of their line."""
    across: tuple[tuple[str, str], ...]
    """Siblings of different rows, the elder first."""
    birth_key: dict[str, tuple[str, str, str]]
    """By which siblings stand from left to right; twins stand together, and among them by day where days differ."""
    twins: dict[str, int]
    """Which multiple birth somebody is of."""
    homes: tuple[tuple[frozenset[str], ...], ...]
    passages: frozenset[str]

    def is_passage(self, token: str) -> bool:
        """Whether nobody stands there: a line goes through."""
        return token in self.passages


@dataclass
class _Building:
    family: Family
    level: dict[str, int]
    height: int
    rows: list[list[str]] = field(default_factory=list)
    brackets: list[list[Bracket]] = field(default_factory=list)
    combs: list[list[Comb]] = field(default_factory=list)
    passages: set[str] = field(default_factory=set)
    legs: dict[str, str] = field(default_factory=dict)
    """Of the passages of lines to children among their siblings, whose they are."""

    def passage(self, row: int, union: str, child: str) -> str:
        token = f"\0{union}\0{child}\0{row}"
        self.passages.add(token)
        self.rows[row].append(token)
        return token


def frame_of(family: Family, last: Sequence[Sequence[str]] = ()) -> Frame:
    """The frame of a family whose facts are in order. `last` are the rows of the last drawing."""
    level = rows_of(family, last)
    height = max(level.values(), default=-1) + 1
    building = _Building(family, level, height)
    building.rows = [[p.id for p in family.persons if level[p.id] == row] for row in range(height)]
    building.brackets = [[] for _ in range(height)]
    building.combs = [[] for _ in range(height)]
    first = _first_unions(family)
    for union in family.unions:
        _add_union(building, union, first)
    siblings = _siblings(family, first)
    keys = _birth_keys(family)
    return Frame(
        family=family,
        level=level,
        rows=tuple(tuple(row) for row in building.rows),
        brackets=tuple(tuple(row) for row in building.brackets),
        combs=tuple(tuple(row) for row in building.combs),
        sibships=tuple(tuple(_in_row(siblings, building, row)) for row in range(height)),
        across=tuple(_across(siblings, building)),
        birth_key=keys | {token: keys[child] for token, child in building.legs.items()},
        twins={member: at for at, each in enumerate(family.multiples) for member in each.members},
        homes=tuple(
            tuple(frozenset(m for m in home.members if level[m] == row) for home in family.homes)
            for row in range(height)
        ),
        passages=frozenset(building.passages),
    )


def _first_unions(family: Family) -> dict[str, str]:
    """The union among whose children somebody has their place: that of their birth, if it is known."""
    first: dict[str, str] = {}
    for each in sorted(family.parentage, key=lambda each: each.kind != BIRTH):
        first.setdefault(each.child, each.union)
    return first


def _siblings(family: Family, first: dict[str, str]) -> list[tuple[str, ...]]:
    """Groups that stand by birth: the children of a union, and of another too where one is said to be born of both."""
    groups: dict[str, set[str]] = {union.id: set() for union in family.unions}
    for each in family.parentage:
        if each.kind == BIRTH or first[each.child] == each.union:
            groups[each.union].add(each.child)
    found: list[set[str]] = []
    for _, group in sorted(groups.items()):
        touched = [each for each in found if each & group]
        found = [each for each in found if not each & group] + [group.union(*touched)]
    return sorted(tuple(sorted(group)) for group in found if group)


def _in_row(groups: Iterable[tuple[str, ...]], building: _Building, row: int) -> Iterable[tuple[str, ...]]:
    """Siblings stand by birth also beside the line to one of them who stands lower, as their own sibling's child."""
    legs = {token: child for token, child in building.legs.items() if token in building.rows[row]}
    for group in groups:
        here = {child: child for child in group if building.level[child] == row}
        here |= {token: child for token, child in legs.items() if child in group}
        if len(set(here.values())) > 1:
            yield tuple(here)


def _across(groups: Iterable[tuple[str, ...]], building: _Building) -> Iterable[tuple[str, str]]:
    born, level = {person.id: person.birth for person in building.family.persons}, building.level
    for group in groups:
        dated = sorted((child for child in group if born[child]), key=lambda child: (born[child], child))
        for elder, younger in combinations(dated, 2):
            if born[elder] < born[younger] and level[elder] != level[younger]:
                yield elder, younger


def _birth_keys(family: Family) -> dict[str, tuple[str, str, str]]:
    keys = {person.id: (person.birth or "9999", "", "") for person in family.persons}
    for at, each in enumerate(family.multiples):
        born = [keys[member][0] for member in each.members]
        most = max(len(day) for day in born if day != "9999" or set(born) == {"9999"})
        together = min(day for day in born if len(day) == most)
        keys |= {member: (together, f"twins {at}", keys[member][0]) for member in each.members}
    return keys


def _add_union(building: _Building, union: Union, first: dict[str, str]) -> None:
    """The bracket of a union and the combs down to its children, with passages where a line skips a row."""
    level = building.level
    row = max(level[partner] for partner in union.partners)
    children: dict[str, str] = {}
    for each in building.family.parentage:
        if each.union == union.id:
            children.setdefault(each.child, each.kind)
    source = tuple(_brought_down(building, union, partner, row) for partner in union.partners)
    if len(source) == 2:
        building.brackets[row].append(Bracket(union.id, (source[0], source[1]), union.start, bool(children)))
    feet = []
    for child, kind in children.items():
        is_second = first[child] != union.id
        token = child if level[child] == row + 1 else _passed_to(building, union, child, kind, row, is_second)
        feet.append(Foot(token, child, kind, is_second))
    if feet:
        building.combs[row].append(Comb(union.id, source, tuple(feet)))


def _brought_down(building: _Building, union: Union, partner: str, row: int) -> str:
    """The partner, or the passage in the bracket's row that a line from the partner comes down to."""
    at = partner
    for lower in range(building.level[partner] + 1, row + 1):
        passage = building.passage(lower, union.id, partner)
        building.combs[lower - 1].append(Comb(union.id, (at,), (Foot(passage, "", ""),), is_partnership=True))
        at = passage
    return at


def _passed_to(building: _Building, union: Union, child: str, kind: str, row: int, is_second: bool) -> str:
    """The first passage of a leg that skips rows; the rest of the leg is added."""
    passages = [building.passage(lower, union.id, child) for lower in range(row + 1, building.level[child])]
    if kind == BIRTH or not is_second:
        building.legs |= dict.fromkeys(passages, child)
    last = Foot(child, child, kind, is_second=True)
    for at, (lower, passage) in enumerate(zip(range(row + 1, building.level[child]), passages, strict=True)):
        foot = Foot(passages[at + 1], child, kind) if at + 1 < len(passages) else last
        building.combs[lower].append(Comb(union.id, (passage,), (foot,)))
    return passages[0]

"""Which row everybody stands in: partners share a row, so do full siblings, and parents stand above children.

Birth counts first: a child whom grandparents adopt stays in the row of its birth, and the leg skips one.
"""

from collections.abc import Iterable, Sequence

from cases.rules.genogram.family import BIRTH, Family, Link, Union

STAYS = 10
"""Years by which another row must suit people better whom nothing links, before they leave the one they stood in."""


def rows_of(family: Family, last: Sequence[Sequence[str]] = ()) -> dict[str, int]:
    """The row of each person, from 0 at the top; no row is empty. `last` are the rows of the last drawing."""
    levels = _side_by_side(family, _tied(family), last)
    if not _is_sound(family, levels):
        levels = _by_longest_line(family)
    rows = {level: row for row, level in enumerate(sorted(set(levels.values())))}
    return {person: rows[level] for person, level in levels.items()}


def stands_above(family: Family, one: str, other: str) -> bool:
    """Whether the one may be a carer of the other: they stand above them, or nothing says where they stand."""
    levels = _tied(family)
    return levels.root[one] != levels.root[other] or levels.level[one] < levels.level[other]


def ties_by_age(family: Family) -> tuple[Link, ...]:
    """Where families that nothing links stand for their age, as links: somebody of the first, somebody of another."""
    levels = _tied(family)
    placed = _side_by_side(family, levels, ())
    first: dict[str, str] = {}
    for person in sorted(levels.root):
        first.setdefault(levels.root[person], person)
    one, *others = sorted(first.values()) or [""]
    return tuple(Link(one, other, "", placed[other] - placed[one]) for other in others)


class _Levels:
    """People tied at a fixed distance from one another. A tie that contradicts an earlier one is left out."""

    def __init__(self, people: Iterable[str]) -> None:
        self.root = {person: person for person in people}
        self.level = dict.fromkeys(self.root, 0)

    def tie(self, above: str, below: str, steps: int | None) -> None:
        """Put one person so many rows below another, if nothing says otherwise and somebody knows how many."""
        a, b = self.root[above], self.root[below]
        if a != b and steps is not None:
            shift = self.level[above] + steps - self.level[below]
            for person, root in self.root.items():
                if root == b:
                    self.root[person] = a
                    self.level[person] += shift


def _tied(family: Family) -> _Levels:
    levels = _Levels(person.id for person in family.persons)
    partners = {union.id: union.partners for union in family.unions}
    for wanted in (True, False):
        for each in family.parentage:
            if (each.kind == BIRTH) == wanted:
                for parent in partners[each.union]:
                    levels.tie(parent, each.child, 1)
        for union in family.unions:
            for partner in union.partners[1:]:
                levels.tie(union.partners[0], partner, 0)
    for link in family.links:
        levels.tie(link.one, link.other, link.steps)
    return levels


def _side_by_side(family: Family, levels: _Levels, last: Sequence[Sequence[str]]) -> dict[str, int]:
    """Families that nothing links: each beside the first, shifted so that people of one age stand in one row.

    Newcomers have no say in where those of the last drawing stand.
    """
    born = {person.id: int(person.birth[:4]) for person in family.persons if person.birth[:4].isdigit()}
    groups: dict[str, list[str]] = {}
    for person in sorted(levels.root):
        groups.setdefault(levels.root[person], []).append(person)
    index = {person.id for person in family.index}
    was = {person: row for row in last for person in row}
    old = {person: year for person, year in born.items() if person in was}

    def first(group: list[str]) -> tuple[bool, int, int, list[str]]:
        known = [person for person in group if person in was]
        return not index & set(group), -len(known), -len(group), known or group

    placed: dict[str, int] = {}
    for group in sorted(groups.values(), key=first):
        beside = {person: {placed[each] for each in was.get(person, ()) if each in placed} for person in group}
        shift = _nearest_shift(group, levels.level, placed, old if was.keys() & set(group) else born, beside)
        placed |= {person: levels.level[person] + shift for person in group}
    return placed


def _nearest_shift(
    group: list[str], level: dict[str, int], placed: dict[str, int], born: dict[str, int], beside: dict[str, set[int]]
) -> int:
    """By how much a group is shifted. `beside` are the rows of those whom somebody stood beside before."""
    top = min(level[person] for person in group)
    if not placed:
        return -top
    height = max(level[person] for person in group) - top

    def apart(first: int) -> tuple[float, int]:
        gaps = []
        for person in group:
            at = level[person] - top + first
            row = [born[q] for q, other in placed.items() if other == at and q in born]
            if person in born and row:
                gaps.append(abs(born[person] - sum(row) / len(row)))
        stayed = any(level[person] - top + first in beside[person] for person in group)
        return ((sum(gaps) / len(gaps) if gaps else 1000.0) - STAYS * stayed, first)

    low, high = min(placed.values()), max(placed.values())
    choices = {*range(low, max(high - height, low) + 1)}
    choices |= {at - level[person] + top for person in group for at in beside[person]}
    return min(apart(first) for first in choices)[1] - top


def _is_sound(family: Family, levels: dict[str, int]) -> bool:
    partners = {union.id: union.partners for union in family.unions}
    return all(levels[each.child] > levels[p] for each in family.parentage for p in partners[each.union])


def _by_longest_line(family: Family) -> dict[str, int]:
    """Rows for families that marry across generations: as far down as the longest line of forebears says.

    Partners whom blood sets apart (an uncle and his niece) keep the rows of their birth.
    """
    couples = [union for union in family.unions if len(union.partners) > 1]
    found = _relaxed(family, couples)
    for union in couples:
        found = found or _relaxed(family, [each for each in couples if each != union])
    return _pulled_down(family, found or _relaxed(family, []) or _relaxed(family, [], with_siblings=False))


def _relaxed(family: Family, couples: list[Union], with_siblings: bool = True) -> dict[str, int]:
    """Levels in which every child is below its parents; nothing when there are none."""
    levels = {person.id: 0 for person in family.persons}
    partners = {union.id: union.partners for union in family.unions}
    sibships = _sibships(family) if with_siblings else []
    for _ in range(2 * len(levels) + 2):
        before = dict(levels)
        for each in family.parentage:
            levels[each.child] = max([levels[each.child], *(levels[p] + 1 for p in partners[each.union])])
        for group in [*sibships, *(union.partners for union in couples)]:
            lowest = max(levels[person] for person in group)
            levels |= dict.fromkeys(group, lowest)
        if levels == before:
            return levels
        if max(levels.values()) > len(levels):
            break
    return {}


def _sibships(family: Family) -> list[tuple[str, ...]]:
    children: dict[str, list[str]] = {}
    for each in family.parentage:
        if each.kind == BIRTH:
            children.setdefault(each.union, []).append(each.child)
    return [tuple(group) for _, group in sorted(children.items())]


def _pulled_down(family: Family, levels: dict[str, int]) -> dict[str, int]:
    """Parents without parents of their own come down to just above their first child, with their partners."""
    levels = dict(levels)
    born = {each.child for each in family.parentage}
    beside: dict[str, set[str]] = {person.id: {person.id} for person in family.persons}
    for union in family.unions:
        for partner in union.partners:
            beside[partner] |= set(union.partners)
    for _ in levels:
        before = dict(levels)
        for person in sorted(levels):
            group = beside[person] | {other for each in beside[person] for other in beside[each]}
            below = [
                levels[each.child]
                for union in family.unions
                if group & set(union.partners)
                for each in family.parentage
                if each.union == union.id
            ]
            if not group & born and below and len({levels[each] for each in group}) == 1:
                levels |= dict.fromkeys(group, max(min(below) - 1, levels[person]))
        if levels == before:
            break
    return levels

"""Kinship that was said and that no line shows: kept as links, so that the tables say it and rows are right."""

from collections.abc import Callable, Iterable, Mapping

from cases.rules.genogram.couples import Pair
from cases.rules.genogram.family import FEMALE, MALE, Link, Person
from cases.rules.kinship_words import COUPLES, what_one_is

STEPS: dict[str, int] = {
    **dict.fromkeys(("mother", "father", "parent", "adoptive-parent", "foster-carer", "special-guardian"), 1),
    **dict.fromkeys(("sibling", "twin", "identical-twin", "half-sibling", "step-sibling", "cousin"), 0),
    "step-parent": 1,
    "aunt-or-uncle": 1,
    "grandparent": 2,
    "great-grandparent": 3,
}
"""How many rows the other stands below the one; of a friend or a relative nobody can say."""
Parents = Mapping[str, Mapping[str, object]]


def links_of(
    pairs: Iterable[Pair],
    left: Iterable[Pair],
    parents: Parents,
    couples: Iterable[frozenset[str]],
    people: Mapping[str, Person],
) -> tuple[Link, ...]:
    """The pairs that nothing drawn says; `left` are those of parents that could not be drawn."""
    partners = set(couples)
    found = {*left}
    for pair in pairs:
        if pair.kind in COUPLES or pair.kind in _DRAWN:
            continue
        if pair.kind == "step-sibling":
            is_drawn = _are_step(pair.one, pair.other, parents, partners)
        else:
            is_drawn = is_explained(pair, parents)
        if not is_drawn:
            found.add(pair)
    links = {Link(p.one, p.other, _word(p, people[p.one]), STEPS.get(p.kind)) for p in found}
    return tuple(sorted(links, key=lambda link: (link.one, link.other, link.what)))


def is_explained(pair: Pair, parents: Parents) -> bool:
    """Whether it follows from who is whose parent."""
    follows = _FOLLOWS.get(pair.kind)
    return bool(follows and follows(pair.one, pair.other, parents))


_DRAWN = ("mother", "father", "parent", "step-parent", "adoptive-parent", "foster-carer", "special-guardian")


def _word(pair: Pair, one: Person) -> str:
    return what_one_is(pair.kind, {FEMALE: "F", MALE: "M"}.get(one.gender, ""))


def _up(person: str, steps: int, parents: Parents) -> set[str]:
    found = {person}
    for _ in range(steps):
        found = {parent for each in found for parent in parents.get(each, ())}
    return found


def _are_siblings(one: str, other: str, parents: Parents) -> bool:
    return bool(parents.get(one, {}).keys() & parents.get(other, {}).keys())


def _above(steps: int) -> Callable[[str, str, Parents], bool]:
    return lambda one, other, parents: one in _up(other, steps, parents)


def _is_aunt(one: str, other: str, parents: Parents) -> bool:
    return any(_are_siblings(one, parent, parents) for parent in parents.get(other, ()) if parent != one)


def _are_cousins(one: str, other: str, parents: Parents) -> bool:
    return bool(_up(one, 2, parents) & _up(other, 2, parents))


def _are_step(one: str, other: str, parents: Parents, couples: set[frozenset[str]]) -> bool:
    return any(frozenset((mine, theirs)) in couples for mine in parents[one] for theirs in parents[other])


_FOLLOWS: dict[str, Callable[[str, str, Parents], bool]] = {
    **dict.fromkeys(("sibling", "twin", "identical-twin", "half-sibling"), _are_siblings),
    "grandparent": _above(2),
    "great-grandparent": _above(3),
    "aunt-or-uncle": _is_aunt,
    "cousin": _are_cousins,
    "carer": _above(1),
}

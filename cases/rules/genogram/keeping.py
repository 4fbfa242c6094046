"""Which pairs one audience may know, when some are kept from it: what would tell a kept fact again is kept too.

Who knows that two children are brothers, and that one has a father the other has not, knows what was kept. So a
sibling, a grandparent, an aunt or a cousin by a kept parent alone is left out with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cases.rules.genogram.couples import Pair
from cases.rules.genogram.links import is_explained

AFFAIR = "affair"
_PARENTS = ("mother", "father", "parent", "adoptive-parent")
_SIBLINGS = ("sibling", "twin", "identical-twin", "half-sibling")


@dataclass(frozen=True)
class Known:
    """What one audience may know: pairs, and the people these link with the children at the centre."""

    pairs: tuple[Pair, ...]
    people: frozenset[str]


def known_to(
    index: Sequence[str],
    shown: Iterable[Pair],
    every: Sequence[Pair],
    homes: Mapping[str, Iterable[str]],
    affairs: bool,
) -> Known:
    """The pairs an audience may know of those it is `shown`, when there are `every`; `homes` say who lives together.

    A child at the centre whose mother is kept, and of whom nothing else is shown, was given up: gone whole. One of
    whom nothing is said yet stays. Nobody is linked by a home alone: somebody who was given up may have lived there.
    """
    pairs = list(shown)
    if not affairs:
        pairs = _without_affairs(pairs, [pair for pair in every if pair.couple == AFFAIR], homes)
    pairs = _without_echoes(pairs, every)
    told = {who for pair in pairs for who in (pair.one, pair.other)}
    given_up = {pair.other for pair in every if pair.kind in _PARENTS and pair.kind != "father"} - told
    start = [child for child in index if child not in given_up] or list(index)
    near: dict[str, set[str]] = {}
    for pair in pairs:
        near.setdefault(pair.one, set()).add(pair.other)
        near.setdefault(pair.other, set()).add(pair.one)
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += near.get(each, ())
    return Known(tuple(pairs), frozenset(found))


def _without_affairs(pairs: list[Pair], affairs: list[Pair], homes: Mapping[str, Iterable[str]]) -> list[Pair]:
    """Without affairs, and without whichever parent of their child does not live with it; the mother lives with it
    when neither does. An affair that is marked as well hides no less."""
    gone = {pair for pair in pairs if pair.couple == AFFAIR}
    for affair in affairs:
        both = {affair.one, affair.other}
        by_child: dict[str, list[Pair]] = {}
        for pair in pairs:
            if pair.kind in _PARENTS and pair.one in both:
                by_child.setdefault(pair.other, []).append(pair)
        for child, parents in by_child.items():
            together = [set(who) for who in homes.values() if child in who]
            stays = min(
                parents,
                key=lambda pair: (not any(pair.one in home for home in together), pair.kind != "mother", pair.one),
            ).one
            if {pair.one for pair in parents} == both:
                gone |= {pair for pair in parents if pair.one != stays}
    return [pair for pair in pairs if pair not in gone and {pair.one, pair.other} not in _couples(affairs, pair)]


def _couples(affairs: Iterable[Pair], pair: Pair) -> list[set[str]]:
    return [{each.one, each.other} for each in affairs] if pair.kind in ("partner", "spouse", "ex-partner") else []


def _without_echoes(pairs: list[Pair], every: Sequence[Pair]) -> list[Pair]:
    """Without what a kept pair alone explains: brothers and sisters first, then whoever is kin through these."""
    for is_near in (True, False):
        whole, known = _parents(every, not is_near), _parents(pairs, not is_near)
        pairs = [
            pair
            for pair in pairs
            if (pair.kind in _SIBLINGS) != is_near or is_explained(pair, known) or not is_explained(pair, whole)
        ]
    return pairs


def _parents(pairs: Iterable[Pair], with_siblings: bool) -> dict[str, dict[str, object]]:
    """The parents of each; brothers and sisters may count as having one in common, who is not known."""
    found: dict[str, dict[str, object]] = {}
    for pair in pairs:
        if pair.kind in _PARENTS:
            found.setdefault(pair.other, {})[pair.one] = pair
        if with_siblings and pair.kind in _SIBLINGS:
            for who in (pair.one, pair.other):
                found.setdefault(who, {})["-".join(sorted((pair.one, pair.other)))] = pair
    return found

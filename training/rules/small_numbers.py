"""Which groups' answers may be shown, so that no difference between figures speaks of fewer than five people.

| rule | source |
|---|---|
| answers are shown from five up | the step's issue |
| within a period, all that can be worked out by adding and taking away is of five people or more | our own design |
| a figure and an earlier one differ by nobody, or by five people or more who came or went | our own design |
| that people are still heard after one of them left, a few answers are set aside, drawn by lot | our own design |
| a period is decided once, when it is over, and is shown in no other cut and as no running sum | our own design |
| a share is said in words, never as a number; the first is few or none, the last most or all | our own design |

What is shown depends on who answered and never on what they said. It is no shield for somebody whose answer the others
know already, and how many answered is itself not said. Sums of figures from several periods are not looked at: from one
period to the next, people change their minds as well as their jobs.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

FEWEST = 5


@dataclass(frozen=True)
class Group:
    """People of one team or service who answered one question in one period. `path` is from the top down to it.

    `people` are marks without meaning, the same for the same person, which nobody else can make.
    """

    path: tuple[int, ...]
    people: frozenset[str]


@dataclass(frozen=True)
class Period:
    """What is shown of one question for one period: groups, the widest first, and what can be worked out from them.

    `cells` are the smallest sets of people that figures tell apart. They are kept to judge later periods by.
    """

    shown: tuple[Group, ...] = ()
    cells: tuple[frozenset[str], ...] = ()

    @property
    def figures(self) -> tuple[frozenset[str], ...]:
        """Every set of people that somebody could know a figure of."""
        return (*(group.people for group in self.shown), *self.cells)


def is_apart(one: Set[str], other: Set[str]) -> bool:
    """Whether two figures are of the same people, or what tells them apart is five people or more.

    Taking one from the other gives what those who came said, less what those who went had said: never of fewer.
    """
    return not one ^ other or len(one ^ other) >= FEWEST


def decide(answered: Mapping[str, tuple[int, ...]], before: Sequence[Period] = (), lot: Sequence[str] = ()) -> Period:
    """What is shown of a period that is over. `answered` gives each person's own path; `before` the earlier periods.

    `lot` holds marks in an order that nobody chose: who is set aside is taken from its beginning. A wider group comes
    before a narrower one and a larger before a smaller: what cannot be shown of a team is heard in its service.
    """
    counted = set_aside(answered, before, lot)
    earlier = [figure for period in before for figure in period.figures]
    kept: list[Group] = []
    for group in sorted(_groups(counted), key=lambda each: (len(each.path), -len(each.people), each.path)):
        cells = _cells([*kept, group])
        figures = [group.people, *(cell for cell in cells if cell <= _around(group, kept))]
        if min(len(cell) for cell in cells) >= FEWEST and _are_apart(figures, earlier):
            kept.append(group)
    return Period(tuple(kept), _cells(kept))


def set_aside(
    answered: Mapping[str, tuple[int, ...]], before: Sequence[Period], lot: Sequence[str]
) -> dict[str, tuple[int, ...]]:
    """The answers that are counted. Where a group differs from its own earlier figure by one to four people, so many
    of those in both are set aside, drawn by lot, that it is five; unless too few would be left to be shown at all.
    """
    counted = dict(answered)
    earlier = [group for period in before for group in period.shown]
    is_settled = False
    while not is_settled:
        is_settled = True
        for group in earlier:
            now = {person for person, path in counted.items() if path[: len(group.path)] == group.path}
            short = FEWEST - len(now ^ group.people)
            if 0 < short < FEWEST <= len(now) - short:
                drawn = dict.fromkeys(person for person in (*lot, *sorted(now)) if person in now & group.people)
                out = set(list(drawn)[:short])
                counted = {person: path for person, path in counted.items() if person not in out}
                is_settled = False
    return counted


def share_in_words(many: int, of: int) -> str:
    """How a share is said. Raises ValueError for fewer than five people: such a figure is not to be made.

    >>> [share_in_words(each, 10) for each in (0, 2, 3, 5, 7, 10)]
    ['few or none', 'few or none', 'less than half', 'half or more', 'most or all', 'most or all']
    """
    if of < FEWEST:
        raise ValueError("Fewer than five people.")
    if 10 * many < 3 * of:
        return "few or none"
    if 2 * many < of:
        return "less than half"
    return "half or more" if 10 * many < 7 * of else "most or all"


def _groups(counted: Mapping[str, tuple[int, ...]]) -> list[Group]:
    """Every team with somebody who answered in it or beneath it."""
    found: dict[tuple[int, ...], set[str]] = {}
    for person, path in counted.items():
        for depth in range(1, len(path) + 1):
            found.setdefault(path[:depth], set()).add(person)
    return [Group(path, frozenset(people)) for path, people in found.items()]


def _cells(groups: Sequence[Group]) -> tuple[frozenset[str], ...]:
    """People told apart by which of the groups they are in: nothing finer can be worked out from figures of groups."""
    signs: dict[str, list[int]] = {}
    for place, group in enumerate(groups):
        for person in group.people:
            signs.setdefault(person, []).append(place)
    cells: dict[tuple[int, ...], set[str]] = {}
    for person, places in signs.items():
        cells.setdefault(tuple(places), set()).add(person)
    return tuple(frozenset(cells[sign]) for sign in sorted(cells))


def _around(group: Group, kept: Sequence[Group]) -> frozenset[str]:
    """The people of the narrowest group shown that holds this one, or its own: only their cells change with it."""
    over = [each for each in kept if each.path == group.path[: len(each.path)]]
    return max(over, key=lambda each: len(each.path), default=group).people


def _are_apart(figures: Iterable[frozenset[str]], earlier: Sequence[frozenset[str]]) -> bool:
    return all(is_apart(figure, other) for figure in figures for other in earlier)

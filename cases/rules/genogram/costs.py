"""What an order of people in rows costs, told from the order alone: lines that must cross, partners and siblings apart.

No place on paper is known yet, so a crossing is counted only where no choice of places could avoid it.
"""

from collections.abc import Sequence

from cases.rules.genogram.family import FEMALE, MALE
from cases.rules.genogram.frame import Bracket, Comb, Frame

CROSSING = 14.0
BETWEEN_PARTNERS = 3.0
BETWEEN_SIBLINGS = 2.2
BETWEEN_HOUSEMATES = 1.6
WOMAN_LEFT = 0.3
OUT_OF_TIME = 0.2
ASKEW = 0.06
"""For each place that a source stands away from the middle of its children."""
AGAINST_A_WISH = 60.0

Rows = tuple[tuple[str, ...], ...]


class Costs:
    """The cost of orders of one frame. What was once worked out about a row, or two neighbours, is kept."""

    def __init__(self, frame: Frame, wishes: Sequence[tuple[str, str]] = ()) -> None:
        """`wishes` are pairs of people of one row: the first is to stand to the left of the second."""
        self.frame = frame
        self.wishes = [[w for w in wishes if set(w) <= set(row)] for row in frame.rows]
        self.gender = {person.id: person.gender for person in frame.family.persons}
        self.partners = _partners(frame)
        self.single = [[c.source[0] for c in row if len(c.source) == 1] for row in frame.combs]
        self.taken: dict[str, int] = {}
        for row in frame.brackets:
            for bracket in row:
                for end in bracket.ends:
                    self.taken[end] = self.taken.get(end, 0) + 1
        self.of_row: dict[tuple[int, tuple[str, ...]], float] = {}
        self.of_pair: dict[tuple[int, tuple[str, ...], tuple[str, ...]], float] = {}

    def total(self, rows: Rows) -> float:
        """What the whole order costs."""
        found = 0.0
        for at, row in enumerate(rows):
            found += self._row(at, row)
            if at:
                found += self._pair(at - 1, rows[at - 1], row)
        return found

    def _row(self, at: int, row: tuple[str, ...]) -> float:
        key = (at, row)
        if key not in self.of_row:
            place = {token: index for index, token in enumerate(row)}
            self.of_row[key] = (
                self._of_brackets(at, place)
                + self._of_siblings(at, row, place)
                + self._of_homes(at, place)
                + sum(AGAINST_A_WISH for left, right in self.wishes[at] if place[left] > place[right])
            )
        return self.of_row[key]

    def _of_brackets(self, at: int, place: dict[str, int]) -> float:
        found = 0.0
        spans = [(*_span(bracket, place), bracket) for bracket in self.frame.brackets[at]]
        for index, (low, high, bracket) in enumerate(spans):
            found += BETWEEN_PARTNERS * (high - low - 1)
            found += WOMAN_LEFT * self._is_woman_left(bracket, place)
            found += CROSSING * sum(low < place[token] < high for token in self.single[at])
            for other in spans[index + 1 :]:
                found += _of_two_brackets((low, high, bracket), other, place)
        return found

    def _is_woman_left(self, bracket: Bracket, place: dict[str, int]) -> bool:
        left, right = sorted(bracket.ends, key=lambda end: place[end])
        return self.gender.get(left) == FEMALE and self.gender.get(right) == MALE

    def _of_siblings(self, at: int, row: tuple[str, ...], place: dict[str, int]) -> float:
        found = 0.0
        for group in self.frame.sibships[at]:
            places = [place[child] for child in group]
            low, high = min(places), max(places)
            if high - low + 1 > len(group):
                own = set(group)
                own |= {partner for child in group for partner in self.partners.get(child, ())}
                found += BETWEEN_SIBLINGS * sum(token not in own for token in row[low:high])
                found += 0.1 * (high - low + 1 - len(group))
        return found

    def _of_homes(self, at: int, place: dict[str, int]) -> float:
        found = 0.0
        for home in self.frame.homes[at]:
            if len(home) > 1:
                places = [place[member] for member in home]
                found += BETWEEN_HOUSEMATES * (max(places) - min(places) + 1 - len(home))
        return found

    def _pair(self, at: int, upper: tuple[str, ...], lower: tuple[str, ...]) -> float:
        key = (at, upper, lower)
        if key not in self.of_pair:
            above = {token: index for index, token in enumerate(upper)}
            below = {token: index for index, token in enumerate(lower)}
            shift = (len(lower) - len(upper)) / 2
            combs = []
            found = 0.0
            for comb in self.frame.combs[at]:
                drop = self._drop(comb, above)
                feet = [below[foot.token] for foot in comb.feet]
                low, high = min(feet), max(feet)
                found += ASKEW * abs((low + high) / 2 - drop - shift)
                combs.append((drop, low, high, feet))
            combs.sort()
            for index, one in enumerate(combs):
                for other in combs[index + 1 :]:
                    if one[2] > other[1]:
                        found += CROSSING * _of_two_combs(one, other)
            self.of_pair[key] = found
        return self.of_pair[key]

    def _drop(self, comb: Comb, place: dict[str, int]) -> float:
        """Where a comb comes down: between the partners, near the one who has no other."""
        if len(comb.source) == 1:
            return place[comb.source[0]]
        left, right = sorted(comb.source, key=lambda end: place[end])
        low, high = place[left], place[right]
        if high - low == 1:
            return low + 0.5
        if self.taken[left] != self.taken[right]:
            return low + 0.5 if self.taken[left] < self.taken[right] else high - 0.5
        return (low + high) // 2 + 0.5


def _partners(frame: Frame) -> dict[str, set[str]]:
    partners: dict[str, set[str]] = {}
    for row in frame.brackets:
        for bracket in row:
            for end in bracket.ends:
                partners.setdefault(end, set()).update(bracket.ends)
    return partners


def _span(bracket: Bracket, place: dict[str, int]) -> tuple[int, int]:
    one, other = place[bracket.ends[0]], place[bracket.ends[1]]
    return (one, other) if one < other else (other, one)


def _of_two_brackets(one: tuple[int, int, Bracket], other: tuple[int, int, Bracket], place: dict[str, int]) -> float:
    (low, high, first), (bottom, top, second) = one, other
    shared = set(first.ends) & set(second.ends)
    found = OUT_OF_TIME * (len(shared) == 1 and _is_out_of_time(first, second, shared, place))
    if high <= bottom or top <= low:
        return found
    if low <= bottom and top <= high:
        legs = (bottom > low) + (top < high)
        return found + CROSSING * min(legs or first.has_children, second.has_children)
    if bottom <= low and high <= top:
        legs = (low > bottom) + (high < top)
        return found + CROSSING * min(legs, first.has_children)
    return found + CROSSING


def _is_out_of_time(first: Bracket, second: Bracket, shared: set[str], place: dict[str, int]) -> bool:
    """Whether the earlier of two partners of one person stands to the right of the later."""
    early, late = sorted((first, second), key=lambda bracket: bracket.start)
    before, after = (set(early.ends) - shared).pop(), (set(late.ends) - shared).pop()
    return bool(early.start) and place[before] > place[after]


_Laid = tuple[float, int, int, list[int]]


def _of_two_combs(one: _Laid, other: _Laid) -> int:
    """The fewest crossings of two combs, the first of which comes down to the left of the second."""
    _, low, high, feet = one
    _, bottom, top, others = other
    return min(
        sum(foot > bottom for foot in feet),
        sum(foot < high for foot in others),
        1 + sum(bottom < foot < top for foot in feet),
        1 + sum(low < foot < high for foot in others),
    )

"""Where everybody stands from left to right, once their order is known: children beneath parents, partners together.

Each row in turn is moved to the places it would like best, up and down the drawing; places that keep an order and the
gaps between columns are the least squares ones (isotonic regression).
"""

from collections.abc import Sequence
from math import inf

from cases.rules.genogram.costs import Rows
from cases.rules.genogram.frame import Foot, Frame
from cases.rules.genogram.text import width

SYMBOL = 40.0
GAP, TIGHT = 14.0, 11.0
ROOMY = ((8, 26.0), (11, 20.0))
"""Where the widest row holds no more than that, columns stand further apart: there is room for emotional lines."""
FONT, SMALL = 11.0, 9.5
BOLD = 1.09
"""How much wider the name of the child at the centre is."""
LINE = 12.0
MOST_LINES = 3
WIDEST, NARROW = 72.0, 52.0
"""How wide a line of a name may be, at first and where a drawing would not fit on A4."""
PASSAGE = 12.0
ASIDE = 7.0
"""By how much a younger sibling in another row stands to the right, at the least."""
SWEEPS = (30, 16, 8, 3)
"""How often every row is moved, between which empty strips are closed."""
TOGETHER, APART, CHILDREN, SIBLINGS, SECOND, REST = 0.6, 0.3, 1.0, 0.12, 0.15, 0.04
"""How strongly: neighbours who are partners, partners with others between, a comb, siblings, a second leg, staying."""


def columns(frame: Frame, names: dict[str, tuple[str, ...]], beneath: dict[str, str]) -> dict[str, float]:
    """How wide a column each token needs. `beneath` is the line of years under a name."""
    found = dict.fromkeys(frame.passages, PASSAGE)
    for person in frame.family.persons:
        bold = BOLD if person.is_index else 1.0
        wide = max((width(line, FONT) for line in names[person.id]), default=0.0) * bold
        found[person.id] = max(SYMBOL, wide, width(beneath[person.id], SMALL))
    return found


def positions(frame: Frame, rows: Rows, column: dict[str, float], between: float) -> dict[str, float]:
    """The middle of each token's column, in pixels from the left edge of the first; columns stand so far apart."""
    gaps = [
        [(column[one] + column[other]) / 2 + between for one, other in zip(row, row[1:], strict=False)] for row in rows
    ]
    x: dict[str, float] = {}
    for row, apart in zip(rows, gaps, strict=True):
        wide = sum(apart)
        for at, token in enumerate(row):
            x[token] = sum(apart[:at]) - wide / 2
    wishes = _Wishes(frame, rows, column, between)
    height = len(rows)
    for sweeps in SWEEPS:
        for sweep in range(sweeps):
            for at in range(height) if sweep % 2 else range(height - 1, -1, -1):
                wanted, weights = wishes.of(at, x)
                x.update(zip(rows[at], _kept_apart(wanted, weights, gaps[at]), strict=True))
        if sweeps != SWEEPS[-1]:
            _close_up(rows, gaps, x)
    _stand_by_birth(frame, rows, gaps, x)
    left = min(x[token] - column[token] / 2 for token in x)
    return {token: round((at - left) * 2) / 2 for token, at in x.items()}


def gap_of(rows: Rows) -> float:
    """How far apart the columns of a drawing stand."""
    widest = max(len(row) for row in rows)
    return next((gap for most, gap in ROOMY if widest <= most), GAP)


def _close_up(rows: Rows, gaps: Sequence[Sequence[float]], x: dict[str, float]) -> None:
    """Close every strip that is empty from top to bottom, as far as the columns allow."""
    spare = {
        (one, other): x[other] - x[one] - gap
        for row, apart in zip(rows, gaps, strict=True)
        for one, other, gap in zip(row, row[1:], apart, strict=False)
    }
    places = sorted(set(x.values()))
    shift = 0.0
    shifts = {places[0]: 0.0} if places else {}
    for left, right in zip(places, places[1:], strict=False):
        across = [pair for pair in spare if x[pair[0]] <= left and x[pair[1]] >= right]
        close = max(min((spare[pair] for pair in across), default=0.0), 0.0)
        for pair in across:
            spare[pair] -= close
        shift += close
        shifts[right] = shift
    for token, at in x.items():
        x[token] = at - shifts[at]


def _stand_by_birth(frame: Frame, rows: Rows, gaps: Sequence[Sequence[float]], x: dict[str, float]) -> None:
    """Siblings of different rows stand from left to right too: who is lower moves aside, with those next to them."""
    for at, row in enumerate(rows):
        low: dict[str, float] = {}
        high: dict[str, float] = {}
        for elder, younger in frame.across:
            if frame.level[younger] == at > frame.level[elder]:
                low[younger] = max(low.get(younger, -inf), x[elder] + ASIDE)
            elif frame.level[elder] == at > frame.level[younger]:
                high[elder] = min(high.get(elder, inf), x[younger] - ASIDE)
        edge = -inf
        for token, gap in zip(row if low else (), (0.0, *gaps[at]), strict=False):
            edge = x[token] = max(x[token], low.get(token, -inf), edge + gap)
        edge = inf
        for token, gap in zip(reversed(row) if high else (), (0.0, *reversed(gaps[at])), strict=False):
            edge = x[token] = min(x[token], high.get(token, inf), edge - gap)


class _Wishes:
    """What each token of a row would like its place to be, given the rest."""

    def __init__(self, frame: Frame, rows: Rows, column: dict[str, float], gap: float) -> None:
        self.frame, self.rows, self.column, self.gap = frame, rows, column, gap
        self.place = {token: at for row in rows for at, token in enumerate(row)}
        self.close: dict[tuple[Foot, ...], dict[str, float]] = {}
        self.partnerships: dict[str, int] = {}
        for bracket in (bracket for each in frame.brackets for bracket in each):
            for end in bracket.ends:
                self.partnerships[end] = self.partnerships.get(end, 0) + 1

    def of(self, at: int, x: dict[str, float]) -> tuple[list[float], list[float]]:
        """The wanted places of a row, and how strongly each is wanted."""
        sums = {token: [x[token] * REST, REST] for token in self.rows[at]}

        def want(token: str, where: float, weight: float) -> None:
            sums[token][0] += where * weight
            sums[token][1] += weight

        for bracket in self.frame.brackets[at]:
            one, other = sorted(bracket.ends, key=lambda end: self.place[end])
            weight = TOGETHER if self.place[other] - self.place[one] == 1 else APART
            half = ((self.column[one] + self.column[other]) / 2 + self.gap) / 2
            middle = (x[one] + x[other]) / 2
            want(one, middle - half, weight)
            want(other, middle + half, weight)
        for comb in self.frame.combs[at]:
            shift = self._middle_of_feet(comb.feet, x) - self._drop(comb.source, x)
            for token in comb.source:
                want(token, x[token] + shift, CHILDREN / len(comb.source))
        for comb in self.frame.combs[at - 1] if at else ():
            drop = self._drop(comb.source, x)
            shift = drop - self._middle_of_feet(comb.feet, x)
            close = self._close_together(comb.feet)
            for foot in comb.feet:
                if not foot.is_second:
                    want(foot.token, x[foot.token] + shift, CHILDREN / len(comb.feet))
                    want(foot.token, drop + close[foot.token], SIBLINGS)
                else:
                    want(foot.token, x[foot.token] + 0.3 * (drop - x[foot.token]), SECOND)
        return [s[0] / s[1] for s in sums.values()], [s[1] for s in sums.values()]

    def _close_together(self, feet: Sequence[Foot]) -> dict[str, float]:
        """How far from the middle each sibling would stand if nobody were between them."""
        key = tuple(feet)
        if key not in self.close:
            row = sorted((foot.token for foot in feet if not foot.is_second), key=self.place.__getitem__)
            at, places = 0.0, []
            for one, other in zip(["", *row], row, strict=False):
                at += (self.column[one] + self.column[other]) / 2 + self.gap if one else 0.0
                places.append(at)
            self.close[key] = {token: where - at / 2 for token, where in zip(row, places, strict=True)}
        return self.close[key]

    def _middle_of_feet(self, feet: Sequence[Foot], x: dict[str, float]) -> float:
        places = [x[foot.token] for foot in feet if not foot.is_second] or [x[foot.token] for foot in feet]
        return (min(places) + max(places)) / 2

    def _drop(self, source: tuple[str, ...], x: dict[str, float]) -> float:
        """Where a comb comes down: between neighbours in the middle, of others next to one of the two."""
        if len(source) == 1:
            return x[source[0]]
        one, other = sorted(source, key=lambda end: self.place[end])
        if self.place[other] - self.place[one] == 1:
            return (x[one] + x[other]) / 2
        few = self.partnerships[one], self.partnerships[other]
        off = (SYMBOL + GAP) / 2
        return x[one] + off if few[0] < few[1] else x[other] - off if few[1] < few[0] else (x[one] + x[other]) / 2


def _kept_apart(wanted: Sequence[float], weights: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """The places nearest to the wanted ones that keep their order and at least these gaps."""
    offset, offsets = 0.0, [0.0]
    for gap in gaps:
        offset += gap
        offsets.append(offset)
    pools: list[tuple[float, float, int]] = []  # weighted sum, weight, how many
    for where, weight, off in zip(wanted, weights, offsets, strict=True):
        pools.append(((where - off) * weight, weight, 1))
        while len(pools) > 1 and pools[-2][0] * pools[-1][1] > pools[-1][0] * pools[-2][1]:
            last, before = pools.pop(), pools.pop()
            pools.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
    places = [total / weight for total, weight, many in pools for _ in range(many)]
    return [place + off for place, off in zip(places, offsets, strict=True)]

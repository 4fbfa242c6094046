"""The lines of a genogram: brackets beneath partners, combs down to their children, each on a track of its own.

Everything vertical stays beneath a person's own name or between two rows, so no line can meet a person or a name that
is not its own; what runs side by side has tracks of its own, so no line lies on another.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cases.rules.genogram.arranging import levels
from cases.rules.genogram.costs import Rows
from cases.rules.genogram.family import BIRTH, FEMALE, LOST, MALE
from cases.rules.genogram.frame import Bracket, Comb, Foot, Frame
from cases.rules.genogram.positions import GAP, PASSAGE, SYMBOL

Point = tuple[float, float]
ABOVE = 26.0  # from the top edge to the first row
DEPTH, TRACK, PORT = 15.0, 9.0, 7.0
"""Between brackets of one another's partners, between combs, between the lines of one person."""
FAN = 20.0
ENTRY = 16.0
SECOND_LEGS, STEP = 10.0, 5.0
"""How far to the side of a child one or two second legs arrive; of more, each so far from the next."""
OVERLAP = 5.0  # as bad as so many crossings
CLEAR = 4.5
"""The least distance of two upright lines that belong to different families."""


@dataclass(frozen=True)
class Line:
    """One line: of a partnership, or of descent (`child` is "" for what siblings share)."""

    union: str
    points: tuple[Point, ...]
    is_descent: bool
    child: str = ""
    kind: str = ""
    """The kind of parentage of a child's own leg."""


@dataclass
class Lines:
    """Every line, and what else the drawing must know about heights."""

    lines: list[Line] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    """The middle of each row's symbols."""
    under: list[float] = field(default_factory=list)
    """Where the names of each row end."""
    bars: dict[str, tuple[float, float, float, float]] = field(default_factory=dict)
    """Of each bracket: left, right, height, and where its children come down (its middle without any)."""
    fans: dict[tuple[str, int], tuple[Point, tuple[Point, ...]]] = field(default_factory=dict)
    """Of each multiple birth: the point they leave from, and the tops of their symbols."""
    bottom: float = 0.0


def lines_of(frame: Frame, rows: Rows, x: dict[str, float], tall: dict[str, float]) -> Lines:
    """The lines for these places. `tall` is the height of the words under each person."""
    found = Lines()
    y = ABOVE
    for at in range(len(rows)):
        middle = y + SYMBOL / 2
        found.y.append(middle)
        under = y + SYMBOL + max((tall.get(token, 0.0) for token in rows[at]), default=0.0) + 3
        found.under.append(under)
        y = _Between(frame, at, x, tall, found).drawn()
    found.bottom = y
    return found


def half_size(person_kind: str) -> float:
    """Half the height of a symbol: "", "pregnancy", "loss" or "stillborn"."""
    return {"": SYMBOL / 2, "pregnancy": 16.0, "loss": 11.0, "stillborn": 13.0}[person_kind]


class _Between:
    """The lines between one row and the next."""

    def __init__(self, frame: Frame, at: int, x: dict[str, float], tall: dict[str, float], found: Lines) -> None:
        self.frame, self.at, self.x, self.tall, self.found = frame, at, x, tall, found
        self.brackets = {bracket.union: bracket for bracket in frame.brackets[at]}
        self.combs = {comb.key: comb for comb in frame.combs[at]}
        self.span = {union: self._span(each) for union, each in self.brackets.items()}
        self.singles = [comb for comb in self.combs.values() if len(comb.source) == 1]
        self.people = frame.family.by_id()

    def _span(self, bracket: Bracket) -> tuple[float, float]:
        one, other = (self.x[end] for end in bracket.ends)
        return min(one, other), max(one, other)

    def drawn(self) -> float:
        """Add all lines; the top of the next row."""
        self.depth = levels(sorted(self.brackets), self._meet, self._crossed_brackets)
        self.port = self._ports()
        self.drop = self._drops()
        self.tops = {key: [self._top(comb, foot) for foot in comb.feet] for key, comb in self.combs.items()}
        barred = [key for key in sorted(self.combs) if not self._is_straight(key)]
        self.reach = {key: self._reach(key) for key in barred}
        self.track = levels(barred, self._bars_meet, self._crossed_bars)
        lowest = max(self.depth.values(), default=-1)
        self.first_bar = self.found.under[self.at] + 6 + (lowest + 1) * DEPTH + (4 if lowest >= 0 else 0)
        tracks = max(self.track.values(), default=-1) + 1
        self.entry = self.first_bar + max(tracks - 1, 0) * TRACK
        fans = any(foot.token in self.frame.twins for comb in self.combs.values() for foot in comb.feet)
        following = self.entry + ENTRY + (FAN if fans else 6)
        for union in sorted(self.brackets):
            self._draw_bracket(union)
        for key in sorted(self.combs):
            self._draw_comb(key, following)
        return following if self.combs else self.first_bar + (8 if self.brackets else 16)

    # ----- brackets

    def _meet(self, one: str, other: str) -> bool:
        (low, high), (bottom, top) = self.span[one], self.span[other]
        return min(high, top) - max(low, bottom) > 1

    def _crossed_brackets(self, shallow: str, deep: str) -> float:
        """Crossings when one bracket is above the other: legs going deeper, children coming from above."""
        low, high = self.span[shallow]
        bottom, top = self.span[deep]
        legs = sum(low + 1 < leg < high - 1 for leg in (bottom, top))
        is_covered = bottom - 1 <= low and high <= top + 1
        return legs + (is_covered and self.brackets[shallow].has_children)

    def _ports(self) -> dict[tuple[str, str], float]:
        """Where each bracket's legs start, beneath its people; deeper ones nearer to the middle."""
        ports: dict[tuple[str, str], float] = {}
        tokens = {end for bracket in self.brackets.values() for end in bracket.ends}
        alone: dict[str, list[str]] = {}
        for comb in sorted(self.singles, key=lambda each: (self._middle(each), each.union)):
            alone.setdefault(comb.source[0], []).append(comb.union)
        for token in sorted(tokens | {token for token, unions in alone.items() if len(unions) > 1}):
            own = [each for each in self.brackets.values() if token in each.ends]
            is_left = {each.union: self.x[self._other(each, token)] < self.x[token] for each in own}
            left = sorted((e.union for e in own if is_left[e.union]), key=lambda u: (self.depth[u], u))
            right = sorted((e.union for e in own if not is_left[e.union]), key=lambda u: (-self.depth[u], u))
            places: list[str] = [*left, *alone.get(token, ()), *right]
            step = min(PORT, (SYMBOL + GAP - 16) / max(len(places) - 1, 1))
            if self.frame.is_passage(token):
                step = min(step, PASSAGE / max(len(places), 1))
            for at, union in enumerate(places):
                ports[union, token] = self.x[token] + (at - (len(places) - 1) / 2) * step
        return ports

    def _other(self, bracket: Bracket, token: str) -> str:
        return bracket.ends[1] if bracket.ends[0] == token else bracket.ends[0]

    def _draw_bracket(self, union: str) -> None:
        one, other = sorted(self.brackets[union].ends, key=lambda end: self.x[end])
        left, right = self.port[union, one], self.port[union, other]
        low = self.found.under[self.at] + 6 + self.depth[union] * DEPTH + 6
        points = ((left, self._start(one)), (left, low), (right, low), (right, self._start(other)))
        self.found.lines.append(Line(union, points, is_descent=False))
        drop = next((self.drop[key] for key in self.combs if key[0] == union and len(key[1]) == 2), (left + right) / 2)
        self.found.bars[union] = (left, right, low, drop)

    def _start(self, token: str) -> float:
        """Where a line may begin beneath a person's own name."""
        middle = self.found.y[self.at]
        if self.frame.is_passage(token):
            return middle + SYMBOL / 2
        return middle + SYMBOL / 2 + self.tall[token] + 2

    # ----- where combs come down

    def _drops(self) -> dict[tuple[str, tuple[str, ...]], float]:
        taken = [at for at in self.port.values()]
        drops: dict[tuple[str, tuple[str, ...]], float] = {}
        for key, comb in sorted(self.combs.items(), key=lambda each: (len(each[1].source), each[0])):
            others = [self.x[foot.token] for k, each in self.combs.items() if k != key for foot in each.feet]
            busy = [*taken, *drops.values()]
            low, high = self._room(comb)
            wanted = min(max(self._middle(comb), low), high)
            choices = {wanted, (low + high) / 2, low, high}
            choices |= {wanted + step for step in (-5, 5, -10, 10, -15, 15)}
            choices |= {end + step for ends in self.span.values() for end in ends for step in (-9, 9)}
            choices |= {self.x[foot.token] for foot in comb.feet}
            drops[key] = min(
                (each for each in choices if low <= each <= high),
                key=lambda each: (*self._drop_cost(comb, each, busy, others), abs(each - wanted), each),
            )
        return drops

    def _room(self, comb: Comb) -> tuple[float, float]:
        """How far to either side a comb may come down."""
        if len(comb.source) == 2:
            one, other = sorted(comb.source, key=lambda end: self.x[end])
            left, right = self.port[comb.union, one], self.port[comb.union, other]
            return left + 8, right - 8
        token = comb.source[0]
        at = self.port.get((comb.union, token), self.x[token])
        if (comb.union, token) in self.port:
            return at, at
        spare = 3.0 if self.frame.is_passage(token) else 12.0
        return at - spare, at + spare

    def _drop_cost(self, comb: Comb, at: float, busy: Iterable[float], others: Iterable[float]) -> tuple[int, int]:
        """How many brackets a drop there crosses, and how many upright lines it comes too near to."""
        depth = self.depth[comb.union] if len(comb.source) == 2 else -1
        crossed = sum(low < at < high for union, (low, high) in self.span.items() if self.depth[union] > depth)
        own = {self.port.get((comb.union, token)) for token in comb.source}
        near = sum(abs(at - each) < CLEAR for each in busy if each not in own)
        return crossed + near, near + sum(abs(at - each) < CLEAR for each in others)

    def _middle(self, comb: Comb) -> float:
        feet = [self.x[foot.token] for foot in comb.feet if not foot.is_second]
        feet = feet or [self.x[foot.token] for foot in comb.feet]
        return (min(feet) + max(feet)) / 2

    # ----- bars, and legs down to children

    def _top(self, comb: Comb, foot: Foot) -> float:
        """Where a child's leg leaves the bar: twins share one point, a second family's leg stands aside."""
        if foot.is_second and not self.frame.is_passage(foot.token):
            second = self._second_legs(foot.token)
            room = SECOND_LEGS if len(second) <= 2 else min(len(second) * STEP, self._half(foot.token) - 1)
            aside = room * (1 - second.index(comb.key) / max(len(second), 2))
            return self.x[foot.token] + self._side(comb, foot.token) * aside
        twin = self.frame.twins.get(foot.token)
        if twin is None:
            return self.x[foot.token]
        together = [self.x[each.token] for each in self._twins(comb, twin)]
        return sum(together) / len(together)

    def _side(self, comb: Comb, token: str) -> int:
        """On which side of a child a second leg arrives: its family's, but not through the fan of twins."""
        twin, at = self.frame.twins.get(token), self.x[token]
        if twin is not None:
            together = [self.x[member] for member in self.frame.family.multiples[twin].members]
            middle = sum(together) / len(together)
            if middle != at:
                return 1 if middle < at else -1
        return 1 if self.drop[comb.key] >= at else -1

    def _second_legs(self, token: str) -> list[tuple[str, tuple[str, ...]]]:
        return [
            key for key in sorted(self.combs) if any(f.token == token and f.is_second for f in self.combs[key].feet)
        ]

    def _twins(self, comb: Comb, twin: int) -> list[Foot]:
        return [each for each in comb.feet if self.frame.twins.get(each.token) == twin and not each.is_second]

    def _is_straight(self, key: tuple[str, tuple[str, ...]]) -> bool:
        return all(abs(top - self.drop[key]) < 0.6 for top in self.tops[key])

    def _reach(self, key: tuple[str, tuple[str, ...]]) -> tuple[float, float]:
        places = [*self.tops[key], self.drop[key]]
        return min(places), max(places)

    def _bars_meet(self, one: tuple[str, tuple[str, ...]], other: tuple[str, tuple[str, ...]]) -> bool:
        (low, high), (bottom, top) = self.reach[one], self.reach[other]
        return min(high, top) - max(low, bottom) > -7

    def _crossed_bars(self, upper: tuple[str, tuple[str, ...]], lower: tuple[str, tuple[str, ...]]) -> float:
        (low, high), (bottom, top) = self.reach[upper], self.reach[lower]
        drop, tops = self.drop[lower], set(self.tops[upper])
        on_one_another = sum(abs(each - drop) < CLEAR for each in tops)
        return (low < drop < high) + sum(bottom < each < top for each in tops) + OVERLAP * on_one_another

    def _draw_comb(self, key: tuple[str, tuple[str, ...]], following: float) -> None:
        comb, drop, tops = self.combs[key], self.drop[key], self.tops[key]
        if len(comb.source) == 2:
            start = self.found.bars[comb.union][2]
        else:
            start = self._start(comb.source[0])
            start = self._stepped_aside(comb, drop, start)
        bar = self.first_bar + self.track[key] * TRACK if key in self.track else start
        if len(comb.feet) == 1:
            turn = [(drop, start), (drop, bar)] if bar != start else []
            self._draw_leg(comb, comb.feet[0], (tops[0], bar), following, turn)
            return
        self._add(comb, ((drop, start), (drop, bar)), is_descent=True)
        own = self._own_pieces(key)
        low = max([min(*tops, drop), *(inner for outer, inner in own.items() if outer < inner)])
        high = min([max(*tops, drop), *(inner for outer, inner in own.items() if outer > inner)])
        self._add(comb, ((low, bar), (high, bar)), is_descent=True)
        for foot, top in zip(comb.feet, tops, strict=True):
            before = [(own[top], bar)] if top in own and foot.kind != BIRTH else []
            self._draw_leg(comb, foot, (top, bar), following, before)

    def _own_pieces(self, key: tuple[str, tuple[str, ...]]) -> dict[float, float]:
        """Where the end of a bar leads to one child only who was not born to the union: it is part of that child's leg.

        From the place of the leg to the place where the piece begins.
        """
        comb, tops = self.combs[key], self.tops[key]
        found: dict[float, float] = {}
        places = sorted({*tops, self.drop[key]})
        if len(places) == 1:
            return {}
        for outer, inner in ((places[0], places[1]), (places[-1], places[-2])):
            feet = [foot for foot, top in zip(comb.feet, tops, strict=True) if top == outer]
            if len(feet) == 1 and feet[0].kind != BIRTH and outer != self.drop[key]:
                found[outer] = inner
        return found

    def _stepped_aside(self, comb: Comb, drop: float, start: float) -> float:
        """A line that comes through a passage may go on a little to one side."""
        at = self.x[comb.source[0]]
        if self.frame.is_passage(comb.source[0]) and drop != at:
            self._add(comb, ((at, start), (drop, start + 4)), not comb.is_partnership, comb.feet[0])
            return start + 4
        return start

    def _draw_leg(self, comb: Comb, foot: Foot, top: Point, following: float, before: list[Point]) -> None:
        is_descent = not comb.is_partnership
        if self.frame.is_passage(foot.token):
            end = (self.x[foot.token], following + SYMBOL)
            self._add(comb, (*before, top, end), is_descent, foot)
            return
        middle = following + SYMBOL / 2
        aside = 0.0 if foot.token in self.frame.twins and not foot.is_second else top[0] - self.x[foot.token]
        end = (self.x[foot.token] + aside, middle - self._touch(foot.token, aside))
        twin = self.frame.twins.get(foot.token)
        if twin is None or foot.is_second or abs(top[0] - end[0]) < 0.6:
            self._add(comb, (*before, top, end), is_descent, foot)
        else:
            point = (top[0], max(top[1], self.entry) + 4)
            self._add(comb, (*before, top, point, end), is_descent, foot)
        if twin is not None and not foot.is_second:
            point = (top[0], max(top[1], self.entry) + 4)
            _, ends = self.found.fans.get((comb.union, twin), (point, ()))
            self.found.fans[comb.union, twin] = (point, (*ends, end))

    def _touch(self, token: str, aside: float) -> float:
        """How high above its middle a person's symbol is touched, so far to the side."""
        person = self.people[token]
        half = self._half(token)
        if person.pregnancy:
            return half - 2 * min(abs(aside), half)
        if person.gender == FEMALE:
            return float((half * half - min(aside * aside, half * half)) ** 0.5)
        return half if person.gender == MALE else half - min(abs(aside), half)

    def _half(self, token: str) -> float:
        person = self.people[token]
        return half_size(symbol_size(person.pregnancy, person.is_stillborn))

    def _add(self, comb: Comb, points: tuple[Point, ...], is_descent: bool, foot: Foot | None = None) -> None:
        if len(points) > 2 or points[0] != points[1]:
            child, kind = (foot.child, foot.kind) if foot else ("", "")
            self.found.lines.append(Line(comb.union, points, is_descent, child, kind))


def symbol_size(pregnancy: str, is_stillborn: bool) -> str:
    """The word of `half_size` for somebody."""
    if pregnancy:
        return "loss" if pregnancy in LOST else "pregnancy"
    return "stillborn" if is_stillborn else ""

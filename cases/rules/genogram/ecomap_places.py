"""Where everything of an ecomap stands: people in a circle, agencies on a ring, ties that wind from one to the other.

Between the circle and the ring a tie turns evenly, the shorter way round. Two ties then cross exactly when their order
at the circle is not their order at the ring, whatever the sizes are: so crossings are counted from angles alone, and
whoever stands where is chosen by that count. No tie comes into the circle but to its own person.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

Point = tuple[float, float]
Link = tuple[str, str]
"""An agency and whom it is tied to; "" for the home itself."""

HALF = 13.0
"""Half a person's symbol."""
NAME_WIDE, NAME_LOW, NAME_HIGH = 56.0, 28.0, 11.0
"""A first name beneath its symbol (above it in the lower half): how wide, how far it reaches, how high."""
WIDE, HIGH = 60.0, 37.0
"""Half an agency's oval."""
REACH = 74.0
"""From the circle to the ring, at least."""
ALONE = 62.0
"""The circle around one person, or nobody."""
APART = 82.0
"""Between the middles of two people, at least."""
MOST_TRIED = 6
"""Up to so many people, every order of them is tried."""
LOOKED_AT = 6
FEW = 5
"""Up to so many agencies, every order of them is tried."""
WORK = 150_000
"""Pairs of ties that one search may look at, so that it ends while one waits: 0.1 s."""
NEAR = 1e-6
ROOM = 0.66
"""Between two agencies as seen from the middle, at least, while there is room."""
EASING = 40
FAN = 9.0
"""Between ties of one person, or of one agency."""


@dataclass(frozen=True)
class Places:
    """A layout: middles of people and agencies, ties as points, the circle, how often ties cross."""

    seats: dict[str, Point]
    spots: dict[str, Point]
    ways: dict[Link, tuple[Point, ...]]
    """From the person, or the circle, to the agency."""
    circle: float
    inner: float
    crossings: int
    half_wide: float
    half_high: float


Turns = dict[str, float]


def placed(people: Sequence[str], agencies: Sequence[str], links: Sequence[Link]) -> Places:
    """The layout with the fewest crossings found. The same people, agencies and links give the same layout."""
    links = sorted(set(links))
    seat, spot, wanted = _best(tuple(people), sorted(agencies), links)
    near = eased(spot, wanted)
    if crossings(seat, near, links) <= crossings(seat, spot, links):
        spot = near
    return _Sizes(seat, spot, people, links).places()


# ----- whose place is beside whose


def _best(people: tuple[str, ...], agencies: Sequence[str], links: Sequence[Link]) -> tuple[Turns, Turns, Turns]:
    """Angles of people and of agencies, and those that agencies want: the plainest when no tie crosses."""
    tried = []
    for number, order in enumerate(_orders(people, links)):
        seat = {who: math.tau * at / len(order) - math.pi / 2 for at, who in enumerate(order)} if len(order) > 1 else {}
        ring = _Ring(seat, agencies, links)
        tried.append((ring.cost, number, ring))
        if not ring.cost[0]:
            return ring.seat, ring.spot, ring.wanted
    best = [ring for _, _, ring in sorted(tried, key=lambda each: each[:2])[:LOOKED_AT]]
    for ring in best:
        ring.improve()
    found = min(best, key=lambda ring: ring.cost)
    return found.seat, found.spot, found.wanted


def _orders(people: tuple[str, ...], links: Sequence[Link]) -> Iterator[tuple[str, ...]]:
    """Orders around the circle, the given one first. Only ties to several people can need another one."""
    tied = [agency for agency, who in links if who]
    if len(people) < 4 or len(tied) == len(set(tied)):
        yield people
    elif len(people) <= MOST_TRIED:
        yield from ((people[0], *rest) for rest in permutations(people[1:]))
    else:
        yield people
        for one, other in combinations(range(len(people)), 2):
            order = list(people)
            order[one], order[other] = order[other], order[one]
            yield tuple(order)


class _Ring:
    """Agencies around people whose places are given."""

    def __init__(self, seat: Turns, agencies: Sequence[str], links: Sequence[Link]) -> None:
        self.seat, self.links = seat, links
        self.wanted = {agency: self._wanted(agency) for agency in agencies}
        self.order = sorted(agencies, key=lambda each: (self.wanted[each], each))
        self.spot = self._spread(self.order)
        self.cost = self._cost(self.spot)
        self.left = WORK // max(len(links) ** 2, 1)

    def _wanted(self, agency: str) -> float:
        """Where an agency would stand if it were alone: outside those it is tied to."""
        turns = [self.seat[who] for each, who in self.links if each == agency and who in self.seat]
        x, y = sum(map(math.cos, turns)), sum(map(math.sin, turns))
        if math.hypot(x, y) > 1e-6:
            return math.atan2(y, x) % math.tau
        return (turns[0] + math.pi / 2 if turns else math.pi * 0.75) % math.tau

    def _spread(self, order: Sequence[str], halves: int = 0) -> Turns:
        """Even places, turned so that everybody is as near as can be to where they want to be, and on by half steps."""
        step = math.tau / max(len(order), 1)
        off = [self.wanted[agency] - at * step for at, agency in enumerate(order)]
        turn = math.atan2(sum(map(math.sin, off)), sum(map(math.cos, off))) if off else 0.0
        return {agency: turn + (at + halves / 2) * step for at, agency in enumerate(order)}

    def _cost(self, spot: Turns) -> tuple[int, float]:
        far = sum(_bend(link, self.seat, spot) ** 2 for link in self.links)
        return crossings(self.seat, spot, self.links), round(far, 6)

    def improve(self) -> None:
        """With other places on the ring: all of them when agencies are few, else by moves while they help."""
        if len(self.order) <= FEW:
            for rest in permutations(self.order[1:]):
                for halves in range(2 * len(self.order)):
                    self._try([self.order[0], *rest], halves)
            return
        is_better = True
        while is_better and self.cost[0] and self.left > 0:
            tried = (self._try(order, halves) for order in _moves(self.order) for halves in (0, 1, -1))
            is_better = any(tried)

    def _try(self, order: Sequence[str], halves: int) -> bool:
        self.left -= 1
        if self.left < 0 and len(order) > FEW:
            return False
        spot = self._spread(order, halves)
        cost = self._cost(spot)
        if cost >= self.cost:
            return False
        self.order, self.spot, self.cost = list(order), spot, cost
        return True


def _moves(order: Sequence[str]) -> Iterator[list[str]]:
    """Two change places, neighbours first; or one goes where the other is, and those between move up."""
    for far in range(1, len(order)):
        for one in range(len(order) - far):
            swapped = list(order)
            swapped[one], swapped[one + far] = swapped[one + far], swapped[one]
            yield swapped
            if far > 1:
                yield [*order[:one], *order[one + 1 : one + far + 1], order[one], *order[one + far + 1 :]]
                yield [*order[:one], order[one + far], *order[one : one + far], *order[one + far + 1 :]]


def eased(spot: Turns, wanted: Turns) -> Turns:
    """The same order, each nearer to where it wants to be, and nobody nearer to another than there is room for."""
    order = sorted(spot, key=lambda each: spot[each])
    many = len(order)
    gap = min(math.tau / max(many, 1), ROOM)
    found = dict(spot)
    for _ in range(EASING if many > 1 else 0):
        for at, agency in enumerate(order):
            low = found[order[at - 1]] + gap - (math.tau if at == 0 else 0)
            high = found[order[(at + 1) % many]] - gap + (math.tau if at == many - 1 else 0)
            off = (wanted[agency] - found[agency] + math.pi) % math.tau - math.pi
            found[agency] = min(max(found[agency] + off / 2, low), max(high, low))
    return found


def crossings(seat: Turns, spot: Turns, links: Sequence[Link]) -> int:
    """How often ties cross, from the angles of people and of agencies: how often one passes another on its way out."""
    ends = [(spot[link[0]] - (bend := _bend(link, seat, spot)), bend) for link in links]
    count = 0
    for (one, one_bend), (other, other_bend) in combinations(ends, 2):
        more = other_bend - one_bend
        if abs(more) > NEAR:
            edge = NEAR if more > 0 else -NEAR
            before = other - one
            count += abs(math.floor((before + edge) / math.tau) - math.floor((before + more - edge) / math.tau))
    return count


def _bend(link: Link, seat: Turns, spot: Turns) -> float:
    """How far a tie turns on its way out, the shorter way round; nothing where it begins at the circle itself."""
    if link[1] not in seat:
        return 0.0
    bend = (spot[link[0]] - seat[link[1]]) % math.tau
    return bend if bend <= math.pi + NEAR else bend - math.tau


# ----- how large it is, and where ties run


class _Sizes:
    def __init__(self, seat: Turns, spot: Turns, people: Sequence[str], links: Sequence[Link]) -> None:
        self.seat, self.spot, self.links = seat, spot, links
        many = len(people)
        self.inner = 0.0 if many < 2 else max(66.0, APART / 2 / math.sin(math.pi / many))
        self.seats = {who: _at(seat.get(who, 0.0), self.inner) for who in people}
        self.circle = max([ALONE, *(self._reach(at) + 6 for at in self.seats.values())])
        self.ring = self.circle + REACH
        while self._do_touch():
            self.ring += 6
        self.spots = self._spots()

    def _reach(self, at: Point) -> float:
        """How far somebody's symbol and name reach from the middle."""
        low = at[1] - NAME_LOW if is_named_above(at) else at[1] + NAME_LOW
        corners = [(at[0] + side * NAME_WIDE / 2, low) for side in (-1, 1)]
        return max(math.hypot(*at) + HALF + 3, *(math.hypot(*corner) for corner in corners)) if self.inner else 0.0

    def _spots(self) -> dict[str, Point]:
        """Middles of the ovals: each wholly outside the ring."""
        spots = {}
        for agency, turn in self.spot.items():
            spots[agency] = _at(turn, self.ring + math.hypot(WIDE * math.cos(turn), HIGH * math.sin(turn)))
        return spots

    def _do_touch(self) -> bool:
        spots = list(self._spots().values())
        return any(
            ((x - a) / (2 * WIDE + 8)) ** 2 + ((y - b) / (2 * HIGH + 8)) ** 2 < 1
            for (x, y), (a, b) in combinations(spots, 2)
        )

    def places(self) -> Places:
        """Everything in its place."""
        xs = [abs(x) + WIDE for x, _ in self.spots.values()]
        ys = [abs(y) + HIGH for _, y in self.spots.values()]
        return Places(
            seats=self.seats,
            spots=self.spots,
            ways={link: tuple(self._way(link)) for link in self.links},
            circle=self.circle,
            inner=self.inner,
            crossings=crossings(self.seat, self.spot, self.links),
            half_wide=max([self.circle, *xs]),
            half_high=max([self.circle, *ys]),
        )

    def _way(self, link: Link) -> Iterator[Point]:
        agency, who = link
        bend, end = _bend(link, self.seat, self.spot), self.spot[agency]
        start = end - bend
        if who in self.seat:
            start += self._fan(link, [each for each in self.links if each[1] == who], is_near=True) / self.circle
        end += self._fan(link, [each for each in self.links if each[0] == agency], is_near=False) / self.ring
        if who in self.seat:
            yield _at(self.seat[who] + (start - (end - bend)) * 0.3, self.inner + HALF + 4)
        steps = max(2, round(abs(end - start) / math.radians(7)) + 2) if abs(end - start) > 0.02 else 2
        for at in range(steps + 1):
            part = at / steps
            turn = start + (end - start) * part * part * (3 - 2 * part)
            yield _at(turn, self.circle + (self.ring - self.circle) * part)
        yield self._edge(agency, _at(end, self.ring))

    def _fan(self, link: Link, together: Sequence[Link], *, is_near: bool) -> float:
        """How far aside of the middle this tie begins or ends, so that ties of one person do not lie on one another.

        They leave in the order of where they go, and come in the order of where they are from.
        """
        sign = 1 if is_near else -1
        order = sorted(together, key=lambda each: (sign * _bend(each, self.seat, self.spot), each))
        step = min(FAN, 44 / max(len(order), 1))
        return (order.index(link) - (len(order) - 1) / 2) * step

    def _edge(self, agency: str, near: Point) -> Point:
        """From a point of the ring straight on to the agency's edge."""
        (x, y), (a, b) = near, self.spots[agency]
        turn = math.atan2(b, a)
        far = 0.0
        while (
            far < WIDE
            and ((x + far * math.cos(turn) - a) / (WIDE + 3)) ** 2 + ((y + far * math.sin(turn) - b) / (HIGH + 3)) ** 2
            > 1
        ):
            far += 0.5
        return x + far * math.cos(turn), y + far * math.sin(turn)


def is_named_above(at: Point) -> bool:
    """Whether a person's name stands above their symbol: towards the middle, for ties go outwards."""
    return at[1] > 1


def _at(turn: float, far: float) -> Point:
    return far * math.cos(turn), far * math.sin(turn)

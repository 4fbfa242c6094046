"""The ecomap: a home in the middle, agencies around it in the order of the people they are tied to (REFERENCE 8.3).

In that order ties need not cross; where an agency is tied to several people, places are changed while that helps.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from cases.rules.genogram import pen
from cases.rules.genogram.days import in_words
from cases.rules.genogram.draw_people import symbol, title
from cases.rules.genogram.drawing import FONTS
from cases.rules.genogram.family import Agency, Family, Home, Person, Tie, in_order
from cases.rules.genogram.lines import Point
from cases.rules.genogram.telling import FLOWS, TIES, RelationRow, name_of, relation_rows, spoken
from cases.rules.genogram.text import plain, width, wrapped

FONT, NAME = 12.0, 10.5
HALF = 13.0
AGENCY_WIDE, AGENCY_HIGH = 58.0, 34.0
ARROW = 11.0
WORDS = {"strong": "strong", "moderate": "a link", "weak": "weak", "stressful": "stressful"}


@dataclass(frozen=True)
class Ecomap:
    """A drawn ecomap and the same as a table."""

    svg: str
    rows: tuple[RelationRow, ...]
    crossings: int
    width: float
    height: float


class NoSuchHome(ValueError):
    """There is no home of that id among the facts."""


def ecomap(family: Family, home_id: str) -> Ecomap:
    """Draw the agencies around one home. Raises `NoSuchHome`."""
    family = in_order(family)
    home = next((each for each in family.homes if each.id == home_id), None)
    if home is None:
        raise NoSuchHome(f'There is no household "{home_id}".')
    return _Around(family, home).drawn()


class _Around:
    """Finds places for the members of a home and for the agencies around it."""

    def __init__(self, family: Family, home: Home) -> None:
        self.family, self.home = family, home
        by_id = family.by_id()
        people = sorted((by_id[m] for m in home.members), key=lambda p: (p.birth or "9999", p.id))
        places = {home.id, *home.members}
        self.ties = [tie for tie in family.ties if tie.to in places]
        tied = {tie.agency for tie in self.ties}
        self.agencies = [agency for agency in family.agencies if agency.id in tied]
        self.inner = 52.0 if len(people) < 2 else max(64.0, len(people) * 66 / math.tau)
        self.edge = self.inner + 46
        self.ring = max(self.edge + 120, len(self.agencies) * 128 / math.tau)
        self.members = self._seats(people)
        self.angle = self._angles()

    def _seats(self, people: Sequence[Person]) -> dict[str, tuple[Person, Point]]:
        if len(people) == 1:
            return {people[0].id: (people[0], (0.0, 0.0))}
        turns = [math.tau * at / len(people) - math.pi / 2 for at in range(len(people))]
        return {
            person.id: (person, (self.inner * math.cos(turn), self.inner * math.sin(turn)))
            for person, turn in zip(people, turns, strict=True)
        }

    def _angles(self) -> dict[str, float]:
        """The angle of each agency on the ring."""
        many = len(self.agencies)
        order = sorted(self.agencies, key=lambda agency: (self._wanted(agency) % math.tau, agency.id))
        best = self._spread(order)
        for _ in range(many):
            before = self._cost(best)
            for one, other in combinations(range(many), 2):
                tried = list(order)
                tried[one], tried[other] = tried[other], tried[one]
                angles = self._spread(tried)
                if self._cost(angles) < self._cost(best) - 1e-9:
                    order, best = tried, angles
            if self._cost(best) >= before:
                break
        return best

    def _wanted(self, agency: Agency) -> float:
        """Where an agency would stand if it were alone: outside those it is tied to."""
        spots = [self.members[tie.to][1] for tie in self.ties if tie.agency == agency.id and tie.to in self.members]
        x, y = sum(x for x, _ in spots), sum(y for _, y in spots)
        return math.atan2(y, x) if math.hypot(x, y) > 1e-6 else math.pi * 0.75

    def _spread(self, order: Sequence[Agency]) -> dict[str, float]:
        """Even places on the ring, turned so that everybody is as near as can be to where they want to be."""
        step = math.tau / max(len(order), 1)
        off = [self._wanted(agency) - at * step for at, agency in enumerate(order)]
        turn = math.atan2(sum(map(math.sin, off)), sum(map(math.cos, off))) if off else 0.0
        return {agency.id: turn + at * step for at, agency in enumerate(order)}

    def _cost(self, angles: dict[str, float]) -> float:
        far = sum(1 - math.cos(angles[agency.id] - self._wanted(agency)) for agency in self.agencies)
        return 10 * self.crossings(angles) + far

    def crossings(self, angles: dict[str, float]) -> int:
        """How many ties cross one another."""
        ways = [(tie, *self._ends(tie, angles)) for tie in self.ties]
        return sum(
            one[0].agency != other[0].agency and one[0].to != other[0].to and _cross(one[1:], other[1:])
            for one, other in combinations(ways, 2)
        )

    def _ends(self, tie: Tie, angles: dict[str, float]) -> tuple[Point, Point]:
        """From the edge of a person, or of the home, to the edge of the agency."""
        turn = angles[tie.agency]
        far = (self.ring * 1.2 * math.cos(turn), self.ring * 0.86 * math.sin(turn))
        if tie.to in self.members:
            near = self.members[tie.to][1]
            is_through_name = near[1] <= 1 and far[1] - near[1] > abs(far[0] - near[0])
            near = _towards(near, far, HALF + (20 if is_through_name else 5))
        else:
            near = _towards((0.0, 0.0), far, self.edge)
        return near, _towards(far, near, _ellipse(near, far))

    # ----- drawing

    def drawn(self) -> Ecomap:
        told = f"Ecomap of {plain(self.home.label) or 'a household'} on {in_words(self.family.on.isoformat())}"
        wide, high = self.ring * 1.2 + AGENCY_WIDE + 14, self.ring * 0.86 + AGENCY_HIGH + 14
        key = _legend({tie.kind for tie in self.ties}, {tie.flow for tie in self.ties}, -wide + 14, high + 12)
        rows = self._rows()
        said = (
            " ".join(f"{row.one}: {row.what} {row.other}." for row in rows) or "No agencies are tied to this household."
        )
        body = [
            title(told),
            title(said, name="desc"),
            pen.box(-wide, -high, wide, high + 30, fill=pen.WHITE, stroke="none"),
            pen.tag(
                "circle", cx=0.0, cy=0.0, r=self.edge, fill="#f4f8fb", stroke_width=2.0, data_household=self.home.id
            ),
            *self._home_name(),
            *(stroke for tie in self.ties for stroke in self._tie(tie)),
            *(self._agency(agency) for agency in self.agencies),
            *(self._member(person, at) for person, at in self.members.values()),
            key,
        ]
        svg = pen.tag(
            "svg", "".join(body), xmlns="http://www.w3.org/2000/svg", role="group", aria_label=told,
            viewBox=" ".join(pen.number(each) for each in (-wide, -high, 2 * wide, 2 * high + 30)),
            width=2 * wide, height=2 * high + 30, font_family=FONTS, font_size=FONT, fill="none", stroke=pen.INK,
            stroke_width=1.5,
        )  # fmt: skip
        return Ecomap(svg, rows, self.crossings(self.angle), 2 * wide, 2 * high + 30)

    def _home_name(self) -> list[str]:
        """The name of the home in the middle of its people, or above somebody alone."""
        lines = wrapped(plain(self.home.label), NAME, 2 * self.inner - 44, 2)
        top = 4 - (len(lines) - 1) * 6.5 if len(self.members) > 1 else -HALF - 6 - (len(lines) - 1) * 13
        return [pen.words(line, 0.0, top + at * 13, NAME, fill=pen.HOMES[0]) for at, line in enumerate(lines)]

    def _rows(self) -> tuple[RelationRow, ...]:
        agencies = {plain(agency.name) for agency in self.agencies}
        names = {name_of(person) for person, _ in self.members.values()} | {plain(self.home.label)}
        return tuple(
            row
            for row in relation_rows(self.family)
            if row.kind == "agency" and row.one in agencies and row.other in names
        )

    def _tie(self, tie: Tie) -> list[str]:
        near, far = self._ends(tie, self.angle)
        return tie_strokes(tie.kind, tie.flow, near, far, data_tie=f"{tie.agency}:{tie.to}:{tie.kind}")

    def _agency(self, agency: Agency) -> str:
        turn = self.angle[agency.id]
        x, y = self.ring * 1.2 * math.cos(turn), self.ring * 0.86 * math.sin(turn)
        lines = wrapped(plain(agency.name), NAME, 2 * AGENCY_WIDE - 22, 3)
        parts = [pen.tag("ellipse", cx=x, cy=y, rx=AGENCY_WIDE, ry=AGENCY_HIGH, fill=pen.WHITE)]
        top = y + 4 - (len(lines) - 1) * 6.5
        parts += [pen.words(line, x, top + at * 13, NAME, data_part="label") for at, line in enumerate(lines)]
        said = "; ".join(self._said(tie) for tie in self.ties if tie.agency == agency.id)
        return pen.tag("g", "".join(parts), data_agency=agency.id, tabindex="0", role="img",
                       aria_label=f"{plain(agency.name)}: {said}")  # fmt: skip

    def _said(self, tie: Tie) -> str:
        whom = name_of(self.members[tie.to][0]) if tie.to in self.members else plain(self.home.label)
        flow = FLOWS.get(tie.flow, "")
        return f"{TIES.get(tie.kind, tie.kind)} link with {whom}{', ' + flow if flow else ''}"

    def _member(self, person: Person, at: Point) -> str:
        first = plain(person.name).split(" ")[0] or name_of(person)
        line = wrapped(first, NAME, 58, 1)
        parts = [symbol(person, *at, HALF, data_part="symbol")]
        if person.is_index:
            parts.append(symbol(person, *at, HALF - 3, data_part="index", fill="none"))
        low = at[1] - HALF - 5 if at[1] > 1 else at[1] + HALF + 11  # towards the middle: ties go outwards
        parts += [pen.words(each, at[0], low, NAME, data_part="label") for each in line]
        return pen.tag("g", "".join(parts), data_person=person.id, tabindex="0", role="img",
                       aria_label=spoken(self.family)[person.id])  # fmt: skip


def tie_strokes(kind: str, flow: str, near: Point, far: Point, **values: pen.Value) -> list[str]:
    """Three lines when strong, dashes when weak, hatched when stressful; arrows where energy goes."""
    long = math.dist(near, far) or 1.0
    ux, uy = (far[0] - near[0]) / long, (far[1] - near[1]) / long
    start = _towards(near, far, ARROW - 2) if flow in ("to", "both") else near
    end = _towards(far, near, ARROW - 2) if flow in ("from", "both") else far
    offs = (-4.0, 0.0, 4.0) if kind == "strong" else (0.0,)
    dash = "6 5" if kind == "weak" else ""
    parts = [
        pen.path([(x - uy * off, y + ux * off) for x, y in (start, end)], stroke_dasharray=dash, **values)
        for off in offs
    ]
    if kind == "stressful":
        many = max(int(long / 9), 2)
        for each in range(1, many):
            x, y = start[0] + (end[0] - start[0]) * each / many, start[1] + (end[1] - start[1]) * each / many
            parts.append(
                pen.path([(x - uy * 5 - ux * 2, y + ux * 5 - uy * 2), (x + uy * 5 + ux * 2, y - ux * 5 + uy * 2)])
            )
    if flow in ("to", "both"):
        parts.append(_head(near, (-ux, -uy)))
    if flow in ("from", "both"):
        parts.append(_head(far, (ux, uy)))
    return parts


def _head(tip: Point, along: Point) -> str:
    (x, y), (ux, uy) = tip, along
    corners = [
        tip,
        (x - ux * ARROW - uy * 6, y - uy * ARROW + ux * 6),
        (x - ux * ARROW + uy * 6, y - uy * ARROW - ux * 6),
    ]
    points = " ".join(f"{pen.number(a)},{pen.number(b)}" for a, b in corners)
    return pen.tag("polygon", points=points, fill=pen.INK, stroke="none")


def _legend(kinds: set[str], flows: set[str], left: float, y: float) -> str:
    parts, x = [], left
    entries = [(kind, "none", WORDS[kind]) for kind in WORDS if kind in kinds]
    entries += [("moderate", flow, FLOWS[flow]) for flow in ("to", "from", "both") if flow in flows]
    for kind, flow, told in entries:
        parts += tie_strokes(kind, flow, (x, y), (x + 34, y))
        parts.append(pen.words(told, x + 39, y + 3.3, 9.5, text_anchor="start"))
        x += 39 + width(told, 9.5) + 14
    return pen.group(parts, data_layer="legend", aria_hidden="true")


def _towards(start: Point, end: Point, far: float) -> Point:
    long = math.dist(start, end) or 1.0
    return start[0] + (end[0] - start[0]) * far / long, start[1] + (end[1] - start[1]) * far / long


def _ellipse(near: Point, far: Point) -> float:
    """How far from an agency's middle its edge is, towards a point."""
    turn = math.atan2((near[1] - far[1]) / 1.0, (near[0] - far[0]) / 1.0)
    radius = AGENCY_WIDE * AGENCY_HIGH / math.hypot(AGENCY_HIGH * math.cos(turn), AGENCY_WIDE * math.sin(turn))
    return radius + 3


def _cross(one: Sequence[Point], other: Sequence[Point]) -> bool:
    (a, b), (c, d) = one, other

    def turn(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0

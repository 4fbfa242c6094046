"""The ecomap: a home in the middle, agencies around it in the order of the people they are tied to (REFERENCE 8.3).

Strong ties have three lines, weak ones dashes, stressful ones are hatched; arrows show where strength goes. A tie of
which nobody has said what it is (`unasked`) is a plain thin line with a question mark: worth asking.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cases.rules.genogram import pen
from cases.rules.genogram.days import in_words
from cases.rules.genogram.draw_people import symbol, title
from cases.rules.genogram.drawing import FONTS
from cases.rules.genogram.ecomap_places import HALF, HIGH, NAME_WIDE, WIDE, Point, is_named_above, placed
from cases.rules.genogram.family import UNASKED, Agency, Family, Home, Person, Tie, in_order
from cases.rules.genogram.telling import RelationRow, name_of, spoken
from cases.rules.genogram.text import plain, width, wrapped

FONT, NAME = 12.0, 10.5
ARROW = 11.0
EDGE = 12.0
LEGEND_LINE = 17.0
WORDS = {
    "strong": "strong",
    "moderate": "a link",
    "weak": "weak",
    "stressful": "stressful",
    UNASKED: "nobody has said what it is",
}
FLOWS = {"to": "gives strength", "from": "takes strength", "both": "gives and takes"}


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


def gathered(family: Family, home_id: str) -> Family:
    """One line from a place to the home, where everybody who lives there is tied to it in the same way."""
    home = next((each for each in family.homes if each.id == home_id), None)
    if home is None or len(home.members) < 2:
        return family
    ties: dict[str, list[Tie]] = {}
    for tie in family.ties:
        ties.setdefault(tie.agency, []).append(tie)
    lines = [tie for each in ties.values() for tie in _as_one(each, home)]
    return replace(family, ties=tuple(dict.fromkeys(lines)))


def _as_one(ties: Sequence[Tie], home: Home) -> Sequence[Tie]:
    is_alike = len({(tie.kind, tie.flow) for tie in ties}) == 1
    is_everybody = {tie.to for tie in ties} == set(home.members)
    return [replace(ties[0], to=home.id)] if is_alike and is_everybody else ties


def said_of(kind: str, flow: str) -> str:
    """strong link, gives strength; link of which nobody has said what it is."""
    words = {"moderate": "link", UNASKED: "link, nobody has said what it is"}.get(kind, f"{WORDS.get(kind, kind)} link")
    return f"{words}, {FLOWS[flow]}" if flow in FLOWS else words


class _Around:
    """The members of a home and the agencies around it, drawn in their places."""

    def __init__(self, family: Family, home: Home) -> None:
        self.family, self.home = family, home
        by_id = family.by_id()
        people = sorted((by_id[m] for m in home.members), key=lambda p: (p.birth or "9999", p.id))
        self.people = {person.id: person for person in people}
        self.ties = [tie for tie in family.ties if tie.to in {home.id, *home.members}]
        tied = {tie.agency for tie in self.ties}
        self.agencies = [agency for agency in family.agencies if agency.id in tied]
        self.names = {agency.id: plain(agency.name) for agency in self.agencies}
        links = [self._link(tie) for tie in self.ties]
        self.places = placed(list(self.people), [agency.id for agency in self.agencies], links)

    def _link(self, tie: Tie) -> tuple[str, str]:
        return tie.agency, tie.to if tie.to in self.people else ""

    def drawn(self) -> Ecomap:
        """The picture and its table."""
        told = f"Ecomap of {plain(self.home.label) or 'a household'} on {in_words(self.family.on.isoformat())}"
        wide, high = round(self.places.half_wide + EDGE), round(self.places.half_high + EDGE)
        key, deep = _legend({tie.kind for tie in self.ties}, {tie.flow for tie in self.ties}, -wide + EDGE, high, wide)
        rows = tuple(self._rows())
        said = " ".join(f"{row.one}: {row.what}, with {row.other}." for row in rows)
        box = (float(-wide), float(-high), 2.0 * wide, 2.0 * high + deep)
        body = [
            title(told),
            title(said or "No agencies are tied to this household.", name="desc"),
            pen.box(box[0], box[1], box[0] + box[2], box[1] + box[3], fill=pen.WHITE, stroke="none"),
            pen.tag(
                "circle", cx=0.0, cy=0.0, r=self.places.circle, fill="#f4f8fb", stroke_width=2.0,
                stroke=pen.HOMES[0], stroke_dasharray="7 4", data_household=self.home.id,
            ),
            *self._home_name(),
            *(stroke for tie in self.ties for stroke in self._tie(tie)),
            *(self._agency(agency) for agency in self.agencies),
            *(self._member(person) for person in self.people.values()),
            key,
        ]  # fmt: skip
        svg = pen.tag(
            "svg", "".join(body), xmlns="http://www.w3.org/2000/svg", role="group", aria_label=told,
            viewBox=" ".join(map(pen.number, box)), width=box[2], height=box[3], font_family=FONTS, font_size=FONT,
            fill="none", stroke=pen.INK, stroke_width=1.5,
        )  # fmt: skip
        return Ecomap(svg, rows, self.places.crossings, box[2], box[3])

    def _home_name(self) -> list[str]:
        """The name of the home in the middle of its people, or above somebody alone."""
        is_round = len(self.people) > 1
        lines = wrapped(plain(self.home.label), NAME, self._room() if is_round else 72.0, 2)
        top = 4 - (len(lines) - 1) * 6.5 if is_round or not self.people else -HALF - 8 - (len(lines) - 1) * 12
        return [
            pen.words(line, 0.0, top + at * 13, NAME, fill=pen.HOMES[0], data_part="home", direction=_direction(line))
            for at, line in enumerate(lines)
        ]

    def _room(self) -> float:
        """How wide the middle is, between the people and their names that stand at its height."""
        sides = [abs(x) - NAME_WIDE / 2 for x, y in self.places.seats.values() if abs(y) < 46]
        return max(2 * (min([self.places.inner, *sides]) - 6), 24.0)

    def _rows(self) -> Iterable[RelationRow]:
        for tie in self.ties:
            yield RelationRow("agency", self.names[tie.agency], said_of(tie.kind, tie.flow), self._whom(tie))

    def _whom(self, tie: Tie) -> str:
        return name_of(self.people[tie.to]) if tie.to in self.people else plain(self.home.label) or "the home"

    def _tie(self, tie: Tie) -> list[str]:
        points = self.places.ways[self._link(tie)]
        return tie_strokes(tie.kind, tie.flow, points, data_tie=f"{tie.agency}:{tie.to}:{tie.kind}")

    def _agency(self, agency: Agency) -> str:
        x, y = self.places.spots[agency.id]
        lines = wrapped(self.names[agency.id], NAME, 2 * WIDE - 32, 3)
        parts = [pen.tag("ellipse", cx=x, cy=y, rx=WIDE, ry=HIGH, fill=pen.WHITE)]
        top = y + 4 - (len(lines) - 1) * 6.5
        parts += [
            pen.words(line, x, top + at * 13, NAME, data_part="label", direction=_direction(line))
            for at, line in enumerate(lines)
        ]
        said = "; ".join(
            f"{said_of(tie.kind, tie.flow)}, with {self._whom(tie)}" for tie in self.ties if tie.agency == agency.id
        )
        return pen.tag("g", "".join(parts), data_agency=agency.id, tabindex="0", role="img",
                       aria_label=f"{self.names[agency.id]}: {said}")  # fmt: skip

    def _member(self, person: Person) -> str:
        x, y = self.places.seats[person.id]
        first = plain(person.name).split(" ")[0] or name_of(person)
        parts = [symbol(person, x, y, HALF, data_part="symbol")]
        if person.is_index:
            parts.append(symbol(person, x, y, HALF - 3, data_part="index", fill="none"))
        low = y - HALF - 5 if is_named_above((x, y)) else y + HALF + 11
        parts += [
            pen.words(each, x, low, NAME, data_part="label", direction=_direction(each))
            for each in wrapped(first, NAME, NAME_WIDE, 1)
        ]
        return pen.tag("g", "".join(parts), data_person=person.id, tabindex="0", role="img",
                       aria_label=spoken(self.family)[person.id])  # fmt: skip


def tie_strokes(kind: str, flow: str, points: Sequence[Point], **values: pen.Value) -> list[str]:
    """Three lines when strong, dashes when weak, hatched when stressful; arrows where strength goes.

    `points` lead from the person to the agency.
    """
    line = list(points)
    if flow in ("to", "both"):
        line = _shortened(line, ARROW - 2)
    if flow in ("from", "both"):
        line = _shortened(line[::-1], ARROW - 2)[::-1]
    look: dict[str, pen.Value] = {"stroke_dasharray": "6 5" if kind == "weak" else ""}
    if kind == UNASKED:
        look |= {"stroke": pen.GREY, "stroke_width": 1.0}
    offs = (-4.0, 0.0, 4.0) if kind == "strong" else (0.0,)
    parts = [pen.tag("path", d=_smooth(_beside(line, off)), **look, **values) for off in offs]
    if kind == "stressful":
        parts += [pen.path(tick, stroke_width=1.2) for tick in _hatched(line)]
    if kind == UNASKED:
        (x, y), _ = _along(line, _long(line) * 0.55)
        parts.append(pen.box(x - 5, y - 7, x + 5, y + 7, fill=pen.WHITE, stroke="none"))
        parts.append(pen.words("?", x, y + 4, 11.0, fill=pen.GREY, font_weight="bold", data_part="unasked"))
    if flow in ("to", "both"):
        parts.append(_head(points[0], line[0]))
    if flow in ("from", "both"):
        parts.append(_head(points[-1], line[-1]))
    return parts


def _head(tip: Point, base: Point) -> str:
    (x, y), long = tip, math.dist(tip, base) or 1.0
    ux, uy = (x - base[0]) / long, (y - base[1]) / long
    corners = [
        tip,
        (x - ux * ARROW - uy * 6, y - uy * ARROW + ux * 6),
        (x - ux * ARROW + uy * 6, y - uy * ARROW - ux * 6),
    ]
    points = " ".join(f"{pen.number(a)},{pen.number(b)}" for a, b in corners)
    return pen.tag("polygon", points=points, fill=pen.INK, stroke="none", data_part="arrow")


def _legend(kinds: set[str], flows: set[str], left: float, top: float, edge: float) -> tuple[str, float]:
    """The key beneath, only for what is drawn, and how high it is."""
    entries = [(kind, "none", WORDS[kind]) for kind in WORDS if kind in kinds]
    entries += [("moderate", flow, f"{FLOWS[flow]} (arrow)") for flow in FLOWS if flow in flows]
    parts, x, y = [], left, top + 8
    for kind, flow, told in entries:
        wide = 42 + width(told, 9.5) + 14
        if x > left and x + wide > edge:
            x, y = left, y + LEGEND_LINE
        parts += tie_strokes(kind, flow, ((x, y), (x + 36, y)))
        parts.append(pen.words(told, x + 42, y + 3.3, 9.5, text_anchor="start"))
        x += wide
    return pen.group(parts, data_layer="legend", aria_hidden="true"), y - top + 14 if entries else 0.0


def _direction(line: str) -> str:
    """Names in Hebrew, Arabic and their kin run from right to left."""
    return "rtl" if any("\u0590" <= letter <= "\u08ff" for letter in line) else ""


# ----- along a line of points


def _smooth(line: Sequence[Point]) -> str:
    """A line through the middles of its pieces, bent at its points."""

    def at(point: Point) -> str:
        return f"{pen.number(point[0])} {pen.number(point[1])}"

    middles = [((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in pairwise(line)]
    bends = "".join(f"Q{at(point)} {at(end)}" for point, end in zip(line[1:-1], middles[1:], strict=True))
    return f"M{at(line[0])}" + (f"L{at(middles[0])}{bends}" if bends else "") + f"L{at(line[-1])}"


def _long(line: Sequence[Point]) -> float:
    return sum(math.dist(one, other) for one, other in pairwise(line))


def _along(line: Sequence[Point], far: float) -> tuple[Point, Point]:
    """The point so far along a line, and its direction there."""
    for one, other in pairwise(line):
        long = math.dist(one, other) or 1e-9
        if far <= long or other is line[-1]:
            ux, uy = (other[0] - one[0]) / long, (other[1] - one[1]) / long
            return (one[0] + ux * far, one[1] + uy * far), (ux, uy)
        far -= long
    return line[0], (1.0, 0.0)


def _shortened(line: Sequence[Point], by: float) -> list[Point]:
    """Without its first piece."""
    start, _ = _along(line, by)
    left, passed = 0.0, 1
    for one, other in pairwise(line):
        left += math.dist(one, other)
        if left > by:
            break
        passed += 1
    return [start, *line[passed:]]


def _beside(line: Sequence[Point], off: float) -> list[Point]:
    """The same line, so far to its side."""
    if not off:
        return list(line)
    found = []
    for at, (x, y) in enumerate(line):
        (ax, ay), (bx, by) = line[max(at - 1, 0)], line[min(at + 1, len(line) - 1)]
        long = math.hypot(bx - ax, by - ay) or 1.0
        found.append((x - (by - ay) / long * off, y + (bx - ax) / long * off))
    return found


def _hatched(line: Sequence[Point]) -> Iterable[list[Point]]:
    many = max(int(_long(line) / 9), 2)
    for each in range(1, many):
        (x, y), (ux, uy) = _along(line, _long(line) * each / many)
        yield [(x - uy * 5 - ux * 2, y + ux * 5 - uy * 2), (x + uy * 5 + ux * 2, y - ux * 5 + uy * 2)]

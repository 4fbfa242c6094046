"""How good a drawing is, measured on the SVG itself: what must be 0 in every drawing, and how often lines cross."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from statistics import median
from typing import Any
from xml.etree import ElementTree

from cases.rules.genogram.text import width

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"male": "rect", "female": "circle", "other": "polygon", "unknown": "polygon"}
NEAR = 1.0

Box = tuple[float, float, float, float]
Point = tuple[float, float]


@dataclass
class Seen:
    """What is on the paper."""

    symbols: dict[str, list[tuple[str, Box]]] = field(default_factory=dict)
    labels: list[tuple[str, Box]] = field(default_factory=list)
    lines: list[tuple[str, bool, str, list[Point]]] = field(default_factory=list)
    """Union, whether descent, child, points."""
    homes: dict[str, list[Point]] = field(default_factory=dict)
    feelings: list[tuple[str, str, list[Point]]] = field(default_factory=list)
    parts: dict[str, set[str]] = field(default_factory=dict)
    slashes: dict[str, int] = field(default_factory=dict)
    size: tuple[float, float] = (0.0, 0.0)


def seen(svg: str) -> Seen:
    """Read a drawing by its contract: the data attributes, and nothing else."""
    root = ElementTree.fromstring(svg)
    found = Seen(size=(float(root.get("width", 0)), float(root.get("height", 0))))
    for each in root.iter():
        if who := each.get("data-person"):
            _person(found, who, each)
        elif union := each.get("data-union"):
            if each.get("data-part") == "slash":
                found.slashes[union] = found.slashes.get(union, 0) + 1
            else:
                found.lines.append((union, False, "", _points(each)))
        elif (union := each.get("data-descent")) and not each.get("data-part"):
            found.lines.append((union, True, each.get("data-child", ""), _points(each)))
        elif home := each.get("data-household"):
            found.homes[home] = _points(each)
        elif pair := each.get("data-emotional"):
            found.feelings.append((*pair.split(":")[:2], _points(each)))
    return found


def _person(found: Seen, who: str, group: Any) -> None:
    found.parts.setdefault(who, set())
    for each in group:
        part = each.get("data-part", "")
        found.parts[who].add(part)
        if part == "symbol":
            found.symbols.setdefault(who, []).append((each.tag.removeprefix(SVG), _box(each)))
        if part == "label":
            size = float(each.get("font-size"))
            wide = width(each.text, size)
            x, y = float(each.get("x")), float(each.get("y"))
            found.labels.append((who, (x - wide / 2, y - size * 0.9, wide, size * 1.15)))


def _box(each: Any) -> Box:
    name = each.tag.removeprefix(SVG)
    if name == "rect":
        x, y, wide, high = (float(each.get(key)) for key in ("x", "y", "width", "height"))
        return x, y, wide, high
    if name == "circle":
        x, y, r = (float(each.get(key)) for key in ("cx", "cy", "r"))
        return x - r, y - r, 2 * r, 2 * r
    corners = [tuple(map(float, pair.split(","))) for pair in each.get("points").split()]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _points(each: Any) -> list[Point]:
    """The corners of a path of straight lines and rounded corners; a rounded one counts where it begins and ends."""
    points: list[Point] = []
    x = y = 0.0
    for letter, numbers in re.findall(r"([MLHVQZ])([^MLHVQZ]*)", each.get("d", "")):
        values = [float(value) for value in re.findall(r"-?[\d.]+", numbers)]
        if letter == "Z":
            points.append(points[0])
            continue
        if letter == "H":
            x = values[0]
        elif letter == "V":
            y = values[0]
        else:
            x, y = values[-2:]
        points.append((x, y))
    return points


def faults(family: dict[str, Any], svg: str) -> dict[str, int]:
    """Everything that must be 0; `family` is a file of the schema genogram/1, as JSON."""
    found = seen(svg)
    people = {person["id"]: person for person in family["persons"]}
    boxes = {who: each[0][1] for who, each in found.symbols.items()}
    middle = {who: (x + wide / 2, y + high / 2) for who, (x, y, wide, high) in boxes.items()}
    every = {
        "missing": len(people.keys() - boxes.keys()),
        "strangers": len(boxes.keys() - people.keys()),
        "twice": sum(len(each) - 1 for each in found.symbols.values()),
        **_missing_lines(family, found),
        **_rows(family, middle),
        "birth order": _birth_order(family, people, middle),
        **_overlaps(boxes, found),
        **_lines_in_the_way(family, boxes, found),
        **_homes(family, middle, found),
        "wrong symbols": _wrong_symbols(people, found),
    }
    return {what: number for what, number in every.items() if number}


def _missing_lines(family: dict[str, Any], found: Seen) -> dict[str, int]:
    unions = {union for union, is_descent, _, _ in found.lines if not is_descent}
    children = {(union, child) for union, is_descent, child, _ in found.lines if is_descent and child}
    return {
        "missing unions": sum(len(u["partners"]) > 1 and u["id"] not in unions for u in family["unions"]),
        "missing parentage": sum((x["union"], x["child"]) not in children for x in family["parentage"]),
    }


def _rows(family: dict[str, Any], middle: dict[str, Point]) -> dict[str, int]:
    rows: dict[int, list[float]] = {}
    for who, row in family["expect"]["generations"].items():
        rows.setdefault(row, []).append(middle[who][1])
    heights = [median(rows[row]) for row in sorted(rows)]
    return {
        "off their row": sum(abs(y - median(row)) > 2 for row in rows.values() for y in row),
        "rows out of order": sum(b - a < 10 for a, b in pairwise(heights)),
    }


def _birth_order(family: dict[str, Any], people: dict[str, Any], middle: dict[str, Point]) -> int:
    wrong = 0
    for union in family["unions"]:
        born = [x["child"] for x in family["parentage"] if x["union"] == union["id"] and x["kind"] == "birth"]
        dated = sorted((people[child]["birth"], child) for child in born if people[child]["birth"])
        for (before, one), (after, other) in combinations(dated, 2):
            wrong += before < after and not after.startswith(before) and middle[one][0] >= middle[other][0]
    return wrong


def _overlaps(boxes: dict[str, Box], found: Seen) -> dict[str, int]:
    labels = sum(_meet(a, b) for (one, a), (other, b) in combinations(found.labels, 2) if one != other)
    labels += sum(_meet(label, box) for one, label in found.labels for who, box in boxes.items() if who != one)
    return {
        "symbols over symbols": sum(_meet(a, b) for a, b in combinations(boxes.values(), 2)),
        "names over names or symbols": labels,
    }


def _meet(a: Box, b: Box) -> bool:
    wide = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    return wide > NEAR and min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1]) > NEAR


def _lines_in_the_way(family: dict[str, Any], boxes: dict[str, Box], found: Seen) -> dict[str, int]:
    partners = {union["id"]: set(union["partners"]) for union in family["unions"]}
    through_people = through_names = 0
    for union, is_descent, child, points in found.lines:
        own = {child} if is_descent and len(partners[union]) > 1 else {child, *partners[union]}
        for piece in pairwise(points):
            through_people += sum(who not in own and _is_in(*piece, box, 1.5) for who, box in boxes.items())
            through_names += sum(_is_in(*piece, label, 1.0) for _, label in found.labels)
    pieces = _pieces(found)
    over = sum(_along(a, b) > 3 for (one, a), (other, b) in combinations(pieces, 2) if one != other)
    return {"through people": through_people, "through names": through_names, "lines on lines": over}


def _pieces(found: Seen) -> list[tuple[str, tuple[Point, Point]]]:
    return [(union, piece) for union, _, _, points in found.lines for piece in pairwise(points)]


def _is_in(p: Point, q: Point, box: Box, shrink: float) -> bool:
    """Whether a piece of a line enters a box that is a little smaller."""
    x0, y0, x1, y1 = box[0] + shrink, box[1] + shrink, box[0] + box[2] - shrink, box[1] + box[3] - shrink
    start, end = 0.0, 1.0
    for delta, low, high, at in ((q[0] - p[0], x0, x1, p[0]), (q[1] - p[1], y0, y1, p[1])):
        if abs(delta) < 1e-12:
            if not low <= at <= high:
                return False
            continue
        first, last = sorted(((low - at) / delta, (high - at) / delta))
        start, end = max(start, first), min(end, last)
    return start <= end and x0 < x1 and y0 < y1


def _along(one: tuple[Point, Point], other: tuple[Point, Point]) -> float:
    """How far two pieces run on one another."""
    (a, b), (c, d) = one, other
    long = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5
    if long < NEAR:
        return 0.0
    ux, uy = (b[0] - a[0]) / long, (b[1] - a[1]) / long
    if any(abs((p[0] - a[0]) * uy - (p[1] - a[1]) * ux) > NEAR for p in (c, d)):
        return 0.0
    low, high = sorted((p[0] - a[0]) * ux + (p[1] - a[1]) * uy for p in (c, d))
    return max(0.0, min(long, high) - max(0.0, low))


def crossings(svg: str) -> int:
    """How often lines of different families cross."""
    found = set()
    for (one, (a, b)), (other, (c, d)) in combinations(_pieces(seen(svg)), 2):
        if one != other and (point := _crossing(a, b, c, d)):
            found.add((*sorted((one, other)), round(point[0] / 3), round(point[1] / 3)))
    return len(found)


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    turn = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if abs(turn) < 1e-9:
        return None
    t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / turn
    u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / turn
    long, wide = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5, ((d[0] - c[0]) ** 2 + (d[1] - c[1]) ** 2) ** 0.5
    inside = min(t * long, (1 - t) * long, u * wide, (1 - u) * wide) >= NEAR
    return (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])) if inside else None


def _homes(family: dict[str, Any], middle: dict[str, Point], found: Seen) -> dict[str, int]:
    strangers = outside = 0
    for home in family["households"]:
        for who, point in middle.items():
            is_inside = home["id"] in found.homes and _is_inside(point, found.homes[home["id"]])
            strangers += is_inside and who not in home["members"]
            outside += not is_inside and who in home["members"]
    return {"strangers in a home": strangers, "members outside": outside}


def _is_inside(point: Point, outline: list[Point]) -> bool:
    found = False
    for (a, b), (c, d) in pairwise(outline):
        if (b > point[1]) != (d > point[1]) and point[0] < (c - a) * (point[1] - b) / (d - b) + a:
            found = not found
    return found


def _wrong_symbols(people: dict[str, Any], found: Seen) -> int:
    wrong = 0
    for who, person in people.items():
        shape = "polygon" if person.get("pregnancy") else SHAPES[person["gender"]]
        is_dead = bool(person["death"]) or person.get("pregnancy") in ("miscarriage", "termination")
        wrong += found.symbols[who][0][0] != shape
        wrong += ("index" in found.parts[who]) != person["index"]
        wrong += ("deceased" in found.parts[who]) != is_dead
    return wrong


def neighbours(order: Any) -> Iterator[tuple[str, str]]:
    """Everybody of a row with everybody to their right."""
    for row in order:
        yield from combinations(row, 2)

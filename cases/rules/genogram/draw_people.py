"""People drawn: square, circle, diamond or triangle, the age inside, the name and years beneath (REFERENCE 8.1)."""

from html import escape

from cases.rules.genogram import pen
from cases.rules.genogram.days import age
from cases.rules.genogram.family import FEMALE, LOST, MALE, TERMINATION, Person
from cases.rules.genogram.layout import Layout
from cases.rules.genogram.lines import half_size, symbol_size
from cases.rules.genogram.positions import FONT, LINE, SMALL, SYMBOL
from cases.rules.genogram.text import width

INSIDE = 12.0
"""The size of an age."""
INDEX = 4.0
"""How far inside the second outline of the child at the centre runs."""
SHADE = "#c8cccf"


def people(layout: Layout, spoken: dict[str, str]) -> str:
    """Everybody, in the order of the rows, so that the keyboard goes through the family from top left."""
    by_id = layout.family.by_id()
    return pen.group(
        (person(layout, by_id[who], spoken[who]) for row in layout.order for who in row), data_layer="people"
    )


def person(layout: Layout, who: Person, spoken: str) -> str:
    """One person with everything that is written about them."""
    x, y = layout.x[who.id], layout.y[who.id]
    half = half_size(symbol_size(who.pregnancy, who.is_stillborn))
    parts = [symbol(who, x, y, half, data_part="symbol")]
    parts += _marks(who, x, y, half)
    if who.is_index and not who.pregnancy:
        parts.append(symbol(who, x, y, half - INDEX, data_part="index", fill="none"))
    elif who.is_index:
        parts.append(symbol(who, x, y + 1.5, half - INDEX - 1, data_part="index", fill="none"))
    parts += _crossed_out(who, x, y, half)
    parts += _inside(layout, who, x, y)
    parts += _beneath(layout, who, x, y)
    return pen.tag(
        "g", "".join(parts), data_person=who.id, tabindex="0", role="img", aria_label=spoken
    )  # fmt: skip


def symbol(who: Person, x: float, y: float, half: float, **values: pen.Value) -> str:
    """The shape alone."""
    given: dict[str, pen.Value] = {"fill": pen.WHITE, **values}
    if who.pregnancy:
        return pen.tag("polygon", points=_points((x, y - half), (x + half, y + half), (x - half, y + half)), **given)
    if who.gender == MALE:
        return pen.box(x - half, y - half, x + half, y + half, **given)
    if who.gender == FEMALE:
        return pen.tag("circle", cx=x, cy=y, r=half, **given)
    corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    return pen.tag("polygon", points=_points(*corners), **given)


def _points(*corners: tuple[float, float]) -> str:
    return " ".join(f"{pen.number(x)},{pen.number(y)}" for x, y in corners)


def _crossed_out(who: Person, x: float, y: float, half: float) -> list[str]:
    """An X through somebody who died, and through a loss; a line as well for a pregnancy that was ended."""
    if not who.is_dead and who.pregnancy not in LOST:
        return []
    reach = half if who.pregnancy or who.gender == MALE else half * (0.707 if who.gender == FEMALE else 0.5)
    left, right, top, bottom = x - reach, x + reach, y - reach, y + reach
    lines = f"M{_at(left, top)}L{_at(right, bottom)}M{_at(right, top)}L{_at(left, bottom)}"
    if who.pregnancy == TERMINATION:
        lines += f"M{_at(x - reach - 3, y)}H{pen.number(x + reach + 3)}"
    return [pen.tag("path", d=lines, data_part="deceased", stroke_width=1.2)]


def _at(x: float, y: float) -> str:
    return f"{pen.number(x)} {pen.number(y)}"


def _inside(layout: Layout, who: Person, x: float, y: float) -> list[str]:
    """The age, on a white ground of its own where lines or shades would run through it."""
    told = age(who, layout.family.on)
    if not told and not who.pregnancy and not who.is_stillborn:
        told = "?"
    if not told:
        return []
    wide = width(told, INSIDE) / 2 + 2
    ground = [pen.box(x - wide, y - 7.5, x + wide, y + 7.5, fill=pen.WHITE, stroke="none")]
    return [*(ground if who.is_dead or who.marks else []), pen.words(told, x, y + 4.3, INSIDE)]


def _beneath(layout: Layout, who: Person, x: float, y: float) -> list[str]:
    """Name and years."""
    parts = []
    low = y + SYMBOL / 2 + LINE
    for line in layout.names[who.id]:
        weight = {"font_weight": "bold"} if who.is_index else {}
        parts.append(pen.words(line, x, low, FONT, data_part="label", direction=_direction(line), **weight))
        low += LINE
    if layout.years[who.id]:
        parts.append(pen.words(layout.years[who.id], x, low - 0.5, SMALL, data_part="label", fill=pen.GREY))
    return parts


def _direction(line: str) -> str:
    """Names in Hebrew, Arabic and their kin run from right to left."""
    return "rtl" if any("\u0590" <= letter <= "\u08ff" for letter in line) else ""


def _marks(who: Person, x: float, y: float, half: float) -> list[str]:
    """The lower half for substance misuse, the left for ill-health, a small triangle for a risk."""
    parts = []
    if "substance" in who.marks:
        parts.append(_half(who, x, y, half, is_lower=True))
    if {"mental_health", "illness"} & set(who.marks):
        parts.append(_half(who, x, y, half, is_lower=False))
    if "risk" in who.marks:
        top = (x + half + 1, y - half - 6)
        corners = _points(top, (top[0] + 7, top[1] + 12), (top[0] - 7, top[1] + 12))
        parts.append(pen.tag("polygon", points=corners, fill=pen.WHITE, stroke=pen.RED, data_mark="risk"))
        parts.append(pen.words("!", top[0], top[1] + 10.5, 9.0, fill=pen.RED))
    return parts


def _half(who: Person, x: float, y: float, half: float, is_lower: bool) -> str:
    mark = {"fill": SHADE, "data_mark": "lower" if is_lower else "left"}
    if who.gender == FEMALE:
        ends = (_at(x + half, y), _at(x - half, y)) if is_lower else (_at(x, y + half), _at(x, y - half))
        return pen.tag("path", d=f"M{ends[0]}A{pen.number(half)} {pen.number(half)} 0 0 1 {ends[1]}Z", **mark)
    if who.gender == MALE:
        edges = (x - half, y, x + half, y + half) if is_lower else (x - half, y - half, x, y + half)
        return pen.box(*edges, fill=SHADE, data_mark=mark["data_mark"])
    corners = (
        ((x + half, y), (x, y + half), (x - half, y)) if is_lower else ((x, y - half), (x, y + half), (x - half, y))
    )
    return pen.tag("polygon", points=_points(*corners), **mark)


def title(text: str, **values: pen.Value) -> str:
    """A title or description of the whole drawing."""
    return pen.tag(str(values.pop("name", "title")), escape(text), **values)

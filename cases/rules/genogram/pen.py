"""The pen: small pieces of SVG, with every word escaped and every number short."""

from collections.abc import Iterable
from html import escape

from cases.rules.genogram.text import plain

INK, GREY, RED, GREEN, WHITE = "#0b0c0c", "#505a5f", "#b10e1e", "#00562b", "#fff"
HOMES = ("#1d70b8", "#6f1d77", "#8a5a00", "#00703c")

Value = str | float


def number(value: float) -> str:
    """A length with one decimal at most."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def tag(name: str, inside: str = "", /, **values: Value) -> str:
    """An element. `data_person` becomes data-person; an empty value is left out."""
    words = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(number(value) if isinstance(value, float) else str(value))}"'
        for key, value in values.items()
        if value != ""
    )
    return f"<{name}{words}>{inside}</{name}>" if inside else f"<{name}{words}/>"


def words(text: str, x: float, y: float, size: float, **values: Value) -> str:
    """Words, in the middle of a place unless said otherwise."""
    given: dict[str, Value] = {"text_anchor": "middle", "fill": INK, "stroke": "none"}
    return tag("text", escape(plain(text)), x=x, y=y, font_size=size, **(given | values))


def path(points: Iterable[tuple[float, float]], **values: Value) -> str:
    """A line through points, each straight on from the last."""
    steps: list[str] = []
    last: tuple[str, str] | None = None
    for x, y in points:
        now = number(x), number(y)
        if last is None:
            steps.append(f"M{now[0]} {now[1]}")
        elif now[1] == last[1]:
            steps.append(f"H{now[0]}")
        elif now[0] == last[0]:
            steps.append(f"V{now[1]}")
        else:
            steps.append(f"L{now[0]} {now[1]}")
        last = now
    return tag("path", d="".join(steps), **values)


def box(left: float, top: float, right: float, bottom: float, **values: Value) -> str:
    """A rectangle."""
    return tag("rect", x=left, y=top, width=right - left, height=bottom - top, **values)


def group(inside: Iterable[str], **values: Value) -> str:
    """Elements together; nothing when there are none."""
    together = "".join(inside)
    return tag("g", together, **values) if together else ""

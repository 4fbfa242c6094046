"""A family's genogram as a page shows it: the drawing, the same as tables, and the order it stands in."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from html import escape
from typing import Any

from django.utils.safestring import SafeString

from cases.models import Case, GenogramOrder
from cases.readings.culture import culture_rings
from cases.readings.drawn import as_drawn
from cases.readings.genogram_asked import Asked, layered
from cases.readings.genogram_facts import facts_of
from cases.rules.audience import STAFF, Audience
from cases.rules.genogram import draw_culture
from cases.rules.genogram.drawing import Drawing, Layers, draw, relations_drawn
from cases.rules.genogram.family import Family
from cases.rules.genogram.sharing import Chosen
from cases.rules.genogram.telling import PersonRow, RelationRow, people_rows, related
from cases.rules.kinship import Kin
from cases.rules.picture_order import QUICK, as_pairs, fingerprint, shape_of

_PERSON = re.compile(r'<g data-person="([^"]*)" tabindex="0" (role="img".*?</g>)', re.DOTALL)


@dataclass(frozen=True)
class Picture:
    """One genogram: SVG, tables, and the order in which people stand, from left to right in each row."""

    svg: SafeString
    people: tuple[PersonRow, ...]
    relations: tuple[RelationRow, ...]
    family: Family
    rows: tuple[tuple[str, ...], ...]
    width: float
    height: float
    drawing: Drawing
    order: GenogramOrder | None = field(repr=False)
    """What was kept of the last drawing for the same audience."""
    made_for: str
    """"" for one showing of what is not shown otherwise: its order is never kept."""
    shape: dict[str, Any]
    facts_sha256: str
    is_quick: bool
    """Whether a clearer order is still being looked for."""

    @property
    def is_new(self) -> bool:
        """Whether the order is to be kept: it is the first, or people came, went or changed places."""
        return bool(self.made_for) and (self.order is None or self.order.facts_sha256 != self.facts_sha256)

    @property
    def wishes(self) -> list[list[str]]:
        """The nudges in force."""
        return list(self.order.wishes) if self.order else []


def made_for(audience: Audience) -> str:
    """Whose order is used: one that was made with facts which an audience may not know is never used for it."""
    if audience.is_staff:
        return "staff"
    return f"family:{audience.person}" if audience.person else "family"


def order_of(case: Case, audience: Audience = STAFF) -> GenogramOrder | None:
    """The order of the last drawing for this audience. One query."""
    return GenogramOrder.objects.filter(case=case, made_for=made_for(audience)).first()


def picture_of(
    case: Case,
    *,
    on: date,
    audience: Audience = STAFF,
    layers: Layers | None = None,
    centre: str | None = None,
    chosen: Chosen | None = None,
) -> Picture:
    """The genogram of a record on a day, for an audience. `chosen` is what a family is shown this one time.

    `centre` is somebody's id, to whom the tables say how everybody is related; without one, the first child at the
    centre of the record. Whoever shows it keeps a new order by `operations.genogram.keep_order`.
    """
    family = facts_of(case, on, audience, chosen)
    is_kept = chosen is None or chosen == Chosen()
    return pictured(family, order_of(case, audience), made_for(audience) if is_kept else "", layers, centre)


def drawn_for(case: Case, asked: Asked, audience: Audience = STAFF, facts: Family | None = None) -> Picture:
    """The genogram as an address asks for it. One query; one more unless `facts` of that day are at hand."""
    family, layers = layered(facts or facts_of(case, asked.on, audience), asked)
    layers = with_culture(case, asked, asked.on, layers, audience, family)
    return pictured(family, order_of(case, audience), made_for(audience), layers, asked.centre)


def with_culture(
    case: Case, asked: Asked, on: date, layers: Layers, audience: Audience = STAFF, family: Family | None = None
) -> Layers:
    """The layers with the roots that people named, when they are asked for. One query then, none else.

    For the family, of those in their picture alone: among these the letters and colours are shared out.
    """
    if "culture" not in asked.shown:
        return layers
    among = family.by_id() if family and not audience.is_staff else None
    return replace(layers, culture=culture_rings(case, on, audience, among=among))


def pictured(
    family: Family,
    order: GenogramOrder | None,
    whose: str,
    layers: Layers | None = None,
    centre: str | None = None,
    beside: Sequence[Sequence[str]] | None = None,
) -> Picture:
    """The genogram of these facts, drawn in the order kept for `whose`, or as it is `beside` another. No query."""
    shape = shape_of(family)
    last: Sequence[Sequence[str]] | None = beside or _last(order, whose, family)
    is_sure = bool(beside) or (last is not None and order is not None and order.drawn_at is not None)
    is_quick = len(family.persons) > QUICK and not is_sure
    if last is None and is_quick:
        last = [[""]]  # nobody stands anywhere yet: everybody is let in where they cost least
    drawing = draw(family, last, as_pairs(order.wishes) if order else (), layers)
    return Picture(
        svg=as_drawn(drawing.svg),
        people=tuple(with_roots(_from(family, people_rows(family), centre), layers)),
        relations=tuple(relations_drawn(family, layers)),
        family=family,
        rows=drawing.order,
        width=drawing.width,
        height=drawing.height,
        drawing=drawing,
        order=order,
        made_for=whose,
        shape=shape,
        facts_sha256=fingerprint(shape),
        is_quick=is_quick,
    )


def _last(order: GenogramOrder | None, whose: str, family: Family) -> Sequence[Sequence[str]] | None:
    """The rows to begin from. A family's picture begins afresh once somebody in it is kept from them: where the others
    stand would tell of a place that was taken."""
    if order is None or not order.rows:
        return None
    if whose != "staff" and not {who for row in order.rows for who in row} <= {each.id for each in family.persons}:
        return None
    rows: Sequence[Sequence[str]] = order.rows
    return rows


def linked(svg: str, address: str, selected: str = "", prefix: str = "") -> SafeString:
    """The drawing with everybody in it a link: `address` ends where the id of a person follows.

    A link is called by the words that are spoken of the person. Whoever is selected is marked as current. `prefix`
    makes the ids of two drawings on one page different.
    """

    def link(found: re.Match[str]) -> str:
        key = found[1]
        current = ' aria-current="true"' if key == selected else ""
        return (
            f'<a id="{prefix}at-{key}" href="{escape(address)}{key}#person" data-select="{key}"{current}>'
            f'<g data-person="{key}" {found[2]}</a>'
        )

    return as_drawn(_PERSON.sub(link, svg))


def with_roots(rows: Sequence[PersonRow], layers: Layers | None) -> Iterable[PersonRow]:
    """The rows with the roots that are drawn: the table says whatever the picture says."""
    for row in rows:
        roots = layers.culture.get(row.id, ()) if layers else ()
        yield replace(row, notes=(*row.notes, draw_culture.in_words(roots))) if roots else row


def _from(family: Family, rows: Sequence[PersonRow], centre: str | None) -> Sequence[PersonRow]:
    """The rows with what everybody is to somebody else than the child at the centre."""
    if not centre or centre not in family.by_id():
        return rows
    words = Kin(family).words(centre)
    return [
        replace(row, relation=related("" if row.id == centre else words.get(row.id, ""), row.is_index)) for row in rows
    ]

"""Pictures of a family that were kept: as they were, for people who work here; for the family, what they may see now.

The rule: staff read a kept picture as it was kept, and a line says when something in it was marked, taken back or
corrected since. A family's copy holds of it what stands in their version today as well, and nothing that was added.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from hashlib import sha256
from typing import Any

from django.utils.safestring import SafeString

from camden.rules.names import day_in_words
from cases.models import Case, GenogramSnapshot, Household, Writing
from cases.readings.culture import culture_rings
from cases.readings.drawn import as_drawn
from cases.readings.ecomap import EcomapPage, ecomap_of
from cases.readings.genogram import with_roots
from cases.readings.genogram_facts import facts_of, facts_on_days
from cases.readings.genogram_paper import Drawn
from cases.rules.audience import FAMILY, STAFF, Audience
from cases.rules.genogram.comparing import what_changed
from cases.rules.genogram.copying import familys_copy
from cases.rules.genogram.draw_culture import Root, roots_of
from cases.rules.genogram.drawing import Layers, draw, relations_drawn
from cases.rules.genogram.ecomap import ecomap, gathered
from cases.rules.genogram.family import Family, in_order
from cases.rules.genogram.reading import read
from cases.rules.genogram.telling import PersonRow, RelationRow, people_rows, title_of
from cases.rules.genogram.writing import written

FAMILYS = "familys_sha256"
"""Where a kept picture says what its family's copy was when it was kept."""


@dataclass(frozen=True)
class Shown:
    """A picture and the same as tables. An ecomap has no table of people."""

    title: str
    svg: SafeString
    people: tuple[PersonRow, ...]
    relations: tuple[RelationRow, ...]
    family: Family
    rows: tuple[tuple[str, ...], ...]
    width: float
    height: float


@dataclass(frozen=True)
class KeptLine:
    """A kept picture in a list."""

    pk: int
    title: str
    kept_for: str
    day: str
    taken: str
    is_ecomap: bool


def shown(snapshot: GenogramSnapshot, audience: Audience, *, on: date | None = None) -> Shown:
    """The picture as it was kept; for the family or somebody of it, what of it they may see on that day (`on`): homes
    and ties that are known without days are theirs only with one.

    No query for people who work here; one for the family, and one more where roots were drawn.
    """
    kept = family_of(snapshot)
    if audience.is_staff:
        return _drawn(snapshot, kept, snapshot.rows)
    told = _told(snapshot, audience, on or snapshot.pictured_on)
    copy = familys_copy(kept, told[0], told[1])
    rows = snapshot.rows if snapshot.made_for == _made_for(audience) and copy == in_order(kept) else None
    return _drawn(snapshot, copy, rows, _roots_told(snapshot, audience, copy))


def family_of(snapshot: GenogramSnapshot) -> Family:
    """The facts that were kept."""
    return read(json.dumps(snapshot.facts))


def familys_mark(snapshot: GenogramSnapshot, on: date) -> str:
    """A mark of what the family's copy of it would hold on that day: equal while nothing in it is kept from them anew,
    taken back or corrected. It says nothing of what that is. One query; two where roots were drawn."""
    copy = familys_copy(family_of(snapshot), *_told(snapshot, FAMILY, on))
    roots = _roots_told(snapshot, FAMILY, copy)
    said = {who: [root.words for root in of] for who, of in sorted(roots.items())}
    whole = written(replace(copy, on=snapshot.pictured_on)) + (json.dumps(said) if said else "")
    return sha256(whole.encode()).hexdigest()


def has_changed_for_family(snapshot: GenogramSnapshot, on: date) -> bool:
    """Whether the family's copy holds something else than when it was kept. One query."""
    return bool(snapshot.shown.get(FAMILYS) != familys_mark(snapshot, on))


def since(snapshot: GenogramSnapshot, case: Case, on: date) -> tuple[str, ...]:
    """What changed from the day of the picture to that day, in sentences, for people who work here. One query; of an
    ecomap, its own."""
    home = Household.objects.filter(case=case, pk=snapshot.household_id).first() if snapshot.household_id else None
    if home is not None:
        asked = {"view": snapshot.shown.get("view", ""), "professionals": snapshot.shown.get("workers", False)}
        now = ecomap_of(case, home, on=on, **asked).facts
    else:
        now = facts_of(case, on, STAFF)
    return what_changed(family_of(snapshot), _like(family_of(snapshot), now, snapshot))


def kept_pictures(case: Case) -> list[KeptLine]:
    """The pictures of a record, the latest day first. One query."""
    found = GenogramSnapshot.objects.filter(case=case).select_related("taken_by").defer("facts", "rows")
    return [line_of(each) for each in found.order_by("-pictured_on", "-pk")]


def kept_with(writing: Writing) -> list[KeptLine]:
    """The pictures that were kept with what is written, the latest first. One query."""
    found = GenogramSnapshot.objects.filter(writing=writing).select_related("taken_by").defer("facts", "rows")
    return [line_of(each) for each in found.order_by("-pk")]


def line_of(snapshot: GenogramSnapshot) -> KeptLine:
    """In words."""
    return KeptLine(
        pk=snapshot.pk,
        title=snapshot.title,
        kept_for=snapshot.get_kept_for_display(),
        day=day_in_words(snapshot.pictured_on),
        taken=f"{snapshot.taken_by.name}, {day_in_words(snapshot.taken_on)}",
        is_ecomap=snapshot.household_id is not None,
    )


def kept_with_for(writing: Writing, audience: Audience, on: date) -> Shown | None:
    """The picture that was kept with what is written last, as this audience may see it now. One query; two for the
    family where there is one."""
    found = GenogramSnapshot.objects.filter(writing=writing).order_by("-pk").first()
    if found is None:
        return None
    found.case = writing.case
    return shown(found, audience, on=on)


def text_of(picture: Drawn) -> str:
    """Every word of its tables."""
    people = [f"{row.name} {' '.join(row.homes)} {' '.join(row.notes)}" for row in picture.people]
    return "\n".join([*people, *(f"{row.one} {row.what} {row.other}" for row in picture.relations)])


def as_body(picture: Drawn, *, is_for_child: bool) -> dict[str, Any]:
    """A picture as plain values: how a copy is frozen, as it was sent."""
    return {
        "version": "child" if is_for_child else "grown-up",
        "picture": {
            "title": getattr(picture, "title", "") or title_of(picture.family),
            "day": picture.family.on.isoformat(),
            "svg": str(picture.svg),
            "size": [picture.width, picture.height],
            "people": [asdict(row) for row in picture.people],
            "relations": [asdict(row) for row in picture.relations],
        },
    }


def from_body(body: Mapping[str, Any]) -> Shown:
    """A frozen copy, as it was sent."""
    said = body["picture"]
    people = [PersonRow(**row | {"homes": tuple(row["homes"]), "notes": tuple(row["notes"])}) for row in said["people"]]
    return Shown(
        title=said["title"],
        svg=as_drawn(said["svg"]),
        people=tuple(people),
        relations=tuple(RelationRow(**row) for row in said["relations"]),
        family=Family(date.fromisoformat(said["day"]), ()),
        rows=(),
        width=said["size"][0],
        height=said["size"][1],
    )


def looked_at(page: EcomapPage) -> dict[str, Any]:
    """How an ecomap is looked at: as whose view, and whether with whoever works with them. Kept with it."""
    return {"view": page.view, "workers": bool(page.workers)}


def layers_of(snapshot: GenogramSnapshot) -> Layers:
    """What was drawn besides people and kinship."""
    known = {each.name for each in fields(Layers)} - {"culture"}
    roots = snapshot.shown.get("culture", {})
    return Layers(
        **{name: value for name, value in snapshot.shown.items() if name in known},
        culture={who: tuple(Root(**each) for each in named) for who, named in roots.items()},
    )


def _roots_told(snapshot: GenogramSnapshot, audience: Audience, copy: Family) -> dict[str, tuple[Root, ...]]:
    """Of the roots that were drawn, those this audience is told today; letters and colours are shared out anew among
    them, so that none is missing. No query where none was drawn."""
    kept = layers_of(snapshot).culture
    if not kept or snapshot.household_id is not None:
        return {}
    told = culture_rings(snapshot.case, snapshot.pictured_on, audience, among=copy.by_id())
    known = {who: {root.words.casefold() for root in kept.get(who, ())} for who in told}
    return roots_of(
        {who: [root.words for root in of if root.words.casefold() in known[who]] for who, of in told.items()}
    )


def _drawn(
    snapshot: GenogramSnapshot, family: Family, rows: Any, told: Mapping[str, Sequence[Root]] | None = None
) -> Shown:
    """As it was kept, or with the roots that the family is `told`. What staff called a kept home may say where it is,
    or what they think: the family's copy has words of its own."""
    if snapshot.household_id is not None:
        home = f"h{snapshot.household_id}"
        around = ecomap(gathered(family, home), home)
        label = next((each.label for each in family.homes if each.id == home), "") or "home"
        called = snapshot.title if told is None else f"Around {label}"
        title = f"{called} on {day_in_words(snapshot.pictured_on)}"
        return as_shown(title, around.svg, (), around.rows, family, (), (around.width, around.height))
    layers = layers_of(snapshot) if told is None else replace(layers_of(snapshot), culture=told)
    made = draw(family, rows or None, (), layers)
    people, relations = tuple(with_roots(people_rows(family), layers)), relations_drawn(family, layers)
    return as_shown(title_of(family), made.svg, people, relations, family, made.order, (made.width, made.height))


def as_shown(
    title: str, svg: str, people: Sequence[PersonRow], relations: Sequence[RelationRow], family: Family,
    rows: Sequence[Sequence[str]], size: tuple[float, float],
) -> Shown:  # fmt: skip
    """A drawing and its tables as they are shown, printed and given."""
    written_safely = as_drawn(svg)
    order = tuple(tuple(row) for row in rows)
    return Shown(title, written_safely, tuple(people), tuple(relations), family, order, *size)


def _told(snapshot: GenogramSnapshot, audience: Audience, on: date) -> tuple[Family, Family]:
    """What is told today of the picture's day, and of today."""
    days = [snapshot.pictured_on, *([on] if snapshot.pictured_on < on else [])]
    told = facts_on_days(snapshot.case, days, audience)
    return told[0], told[-1]


def _like(kept: Family, now: Family, snapshot: GenogramSnapshot) -> Family:
    """Today's facts with the layers of the picture only, so that what was not drawn is not said to have changed."""
    layers = layers_of(snapshot)
    has_ties = bool(kept.ties) or snapshot.household_id is not None
    return replace(
        now,
        feelings=now.feelings if kept.feelings and layers.feelings else (),
        agencies=now.agencies if has_ties else (),
        ties=now.ties if has_ties else (),
    )


def _made_for(audience: Audience) -> str:
    return "staff" if audience.is_staff else f"family:{audience.person}" if audience.person else "family"

"""The genogram in other hands: the family's version, a copy, kept pictures."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from django.utils.safestring import mark_safe

from cases.readings.snapshots import KeptLine, Shown
from cases.rules.genogram.drawing import draw
from cases.rules.genogram.family import Family, Parentage, Person, Union
from cases.rules.genogram.telling import people_rows, relation_rows, title_of

_PART = ("ade", "/cases/", r"^/cases/\d+/$", r"^/cases/\d+/plan/$", r"/writing/new/$", r"/writing/\d+/parts/worries/$")
_NEW = (*_PART, r"/genogram/kept/new/\?writing=")
_KEPT = (*_NEW, r"/genogram/kept/$")
_THEIRS = (*_KEPT, r"/genogram/family/$")
LIVE_VERSIONS: dict[str, tuple[str, ...]] = {
    "cases/snapshot_new.html": _NEW,
    "cases/snapshots.html": _KEPT,
    "cases/genogram_family.html": _THEIRS,
    "cases/genogram_showing_new.html": (*_THEIRS, r"/showing/new/"),
    "cases/genogram_given_new.html": (*_THEIRS, r"/genogram/given/new/", r"\?to=\d+$"),
}


def _shown() -> Shown:
    family = Family(
        date(2026, 11, 3),
        (Person("m1", "Anisa Rahman", "female", "2015-05-17", is_index=True), Person("m2", "Shirin Khatun", "female")),
        (Union("u1", ("m2",)),),
        (Parentage("m1", "u1"),),
    )
    drawn = draw(family)
    tables = tuple(people_rows(family)), tuple(relation_rows(family))
    svg = mark_safe(drawn.svg)  # noqa: S308 - drawn here
    return Shown(title_of(family), svg, *tables, family, drawn.order, drawn.width, drawn.height)


_DRAWN = _shown()
_CASE = SimpleNamespace(pk=1, name="Rahman–Khatun", get_absolute_url="/cases/1/")
_GIVEN = {"pk": 1, "title": "Genogram", "to": "Shirin Khatun", "how": "By hand", "day": "Tuesday 3 November",
          "by": "Ade Fashola", "ways": {"by_hand": "Give it by hand, and not at Somers Town."}}  # fmt: skip
_LINE = KeptLine(1, "Before the hearing", "Court", "3 November 2026", "Ade Fashola, 3 November 2026", is_ecomap=False)
RENDERED_VERSIONS: dict[str, dict[str, Any]] = {
    "cases/ecomap_family.html": {"case": _CASE, "home": _CASE, "drawn": _DRAWN},
    "cases/given_genogram.html": {"case": _CASE, "given": _GIVEN, "drawn": _DRAWN},
    "cases/snapshot.html": {
        "case": _CASE,
        "kept": SimpleNamespace(pk=1, writing_id=1, writing=_CASE),
        "line": _LINE,
        "drawn": _DRAWN,
        "has_changed": True,
        "since": ["Jamal Rahman is new in the picture."],
    },
}

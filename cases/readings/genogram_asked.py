"""What a look at the genogram asks for, from its address: which day, whom, which layers. Nothing wrong can be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from cases.rules.genogram.drawing import Layers
from cases.rules.genogram.family import Family, Feeling

OFF, ALL, OF_PERSON, VIEW = "", "all", "person", "view-"
LONG_AGO = date(1850, 1, 1)
"""Nobody whom a record knows was born before."""
_LAYERS = ("homes", "around", "culture", "marks")


@dataclass(frozen=True)
class Asked:
    """One look: `on` a day, beside `other` when two are compared; somebody chosen; what is drawn besides kinship."""

    on: date
    today: date
    other: date | None = None
    person: str = ""
    centre: str = ""
    shown: frozenset[str] = field(default=frozenset({"homes"}))
    """Of homes, around, culture and marks: what is ticked."""
    ties: str = OFF
    """Emotional ties: none, ALL, only those of the chosen person, or VIEW and whose view."""
    is_family: bool = False
    """Whether only what the family may see is drawn, where people who work here would see more."""
    is_all: bool = False
    """Whether people who work here, alone in the room, asked for everything, where the family would see less."""

    @property
    def is_now(self) -> bool:
        """Whether it is today's picture, in which people can be moved."""
        return self.on == self.today

    @property
    def whose(self) -> str:
        """About whom "only this person" is: the chosen one, else whoever stands in the middle."""
        return self.person or self.centre

    def pairs(self, *without: str) -> list[tuple[str, str]]:
        """The look as names and values of an address, shortest first: what is as it is anyhow is left out."""
        found = [("on", "" if self.is_now else self.on.isoformat())]
        found += [("and", self.other.isoformat() if self.other else ""), ("centre", self.centre)]
        found += [("ties", self.ties), ("person", self.person)]
        if self.shown != {"homes"} or self.ties:
            found += [("layers", "chosen"), *((name, "1") for name in _LAYERS if name in self.shown)]
        if self.is_family or self.is_all:
            found.append(("for", "family" if self.is_family else "staff"))
        return [(name, value) for name, value in found if value and name not in without]

    def address(self, *without: str, **changes: Any) -> str:
        """The look, changed, as the end of an address: "?on=2024-05-01&homes=1". Never empty, so that it can go on."""
        return "?" + urlencode(replace(self, **changes).pairs(*without))

    @property
    def choosing(self) -> str:
        """The address to which the id of whoever is chosen is added."""
        said = self.address("person")
        return f"{said}&person=" if said != "?" else "?person="

    @property
    def but_days(self) -> list[tuple[str, str]]:
        """What a form that asks for days carries along."""
        return self.pairs("on", "and")

    @property
    def but_layers(self) -> list[tuple[str, str]]:
        """What a form that asks for layers carries along."""
        return self.pairs("layers", "ties", *_LAYERS)

    @property
    def on_the_wall(self) -> str:
        """The end of the full screen's address: the same day and layers, nobody chosen, what the family may see."""
        said = self.address("for", "person", "and", "layers", *_LAYERS, "ties")
        return "" if said == "?" else said

    @property
    def for_staff(self) -> str:
        """The full screen's address for people who work here, alone in the room."""
        return self.address(is_all=True, is_family=False)

    @property
    def for_the_family(self) -> str:
        """The full screen's address as the family may see it."""
        return self.address(is_all=False, is_family=False)

    @property
    def plain(self) -> "Asked":
        """Today, nobody chosen, the usual layers."""
        return Asked(on=self.today, today=self.today)


def asked_of(said: Mapping[str, str], today: date) -> Asked:
    """What an address asks for. A day that is none is today; a layer nobody knows is not drawn."""
    on = _day(said.get("on", ""), today) or today
    other = _day(said.get("and", ""), today)
    is_chosen = bool(said.get("layers"))
    return Asked(
        on=on,
        today=today,
        other=other if other != on else None,
        person=_key(said.get("person", "")),
        centre=_key(said.get("centre", "")),
        shown=frozenset(name for name in _LAYERS if said.get(name)) if is_chosen else frozenset({"homes"}),
        ties=said.get("ties", "")[:20] if is_chosen else OFF,
        is_family=said.get("for") == "family",
        is_all=said.get("for") == "staff",
    )


def view_key(view: str) -> str:
    """Whose view, as it stands in an address: an id as it is, a worker's name never."""
    if not view:
        return f"{VIEW}ours"
    is_id = view[1:].isdigit()
    return VIEW + (view if is_id else sha256(view.encode()).hexdigest()[:8])


def layered(family: Family, asked: Asked) -> tuple[Family, Layers]:
    """The facts of the layers that are asked for, and what the drawing is to show of them."""
    family = replace(family, feelings=tuple(each for each in family.feelings if _is_drawn(each, asked)))
    if "marks" not in asked.shown:
        family = replace(family, persons=tuple(replace(person, marks=()) for person in family.persons))
    if "around" not in asked.shown:
        family = replace(family, agencies=(), ties=(), professionals=())
    return family, Layers(households="homes" in asked.shown, professionals="around" in asked.shown)


def _is_drawn(feeling: Feeling, asked: Asked) -> bool:
    if asked.ties == OF_PERSON:
        return asked.whose in (feeling.a, feeling.b)
    return asked.ties == ALL or asked.ties == view_key(feeling.view)


def _day(said: str, today: date) -> date | None:
    """A day as a field of the browser writes it; the nearest there can be when it is to come, or long ago."""
    try:
        day = date.fromisoformat(said[:10])
    except ValueError:
        return None
    return min(max(day, LONG_AGO), today)


def _key(said: str) -> str:
    """An id of a drawing: short and plain, or nobody."""
    return said if len(said) <= 40 and said.replace("-", "").isalnum() and said.isascii() else ""

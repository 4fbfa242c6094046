"""The genogram on the wall of the room: of the session's day, as everybody may see it unless somebody asks for more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from cases.readings.genogram_asked import ALL, OFF, Asked, asked_of
from cases.readings.genogram_page import Shown, on_the_wall
from cases.rules.audience import FAMILY, STAFF
from supervision.models import Session


@dataclass(frozen=True)
class Layer:
    """One thing the picture may show besides kinship: its words, whether it does, and the address that turns it."""

    says: str
    is_on: bool
    href: str


@dataclass(frozen=True)
class OnTheWall:
    """The picture, its layers, and whether it shows what only people who work here may see; `other` is the other."""

    shown: Shown
    layers: tuple[Layer, ...]
    is_all: bool
    other: str


def genogram_of(session: Session, now: Any, said: Mapping[str, str], today: date) -> OnTheWall:
    """The picture of one family of the session. What a parent must not read is not on a wall, unless it is asked for
    where only people who work here are in the room. Two queries."""
    day = min(session.held_on, today).isoformat()
    asked = asked_of({**{name: said[name] for name in said}, "on": day, "and": "", "person": ""}, today)
    layers = [
        _layer(now, asked, says, frozenset(asked.shown ^ {name}), asked.ties, name in asked.shown)
        for name, says in (("homes", "Homes"), ("around", "Who is around"), ("culture", "Roots"))
    ]
    ties = OFF if asked.ties else ALL
    layers.append(_layer(now, asked, "Feelings", asked.shown, ties, bool(asked.ties)))
    shown = on_the_wall(now.case, asked, STAFF if asked.is_all else FAMILY)
    other = asked.for_the_family if asked.is_all else asked.for_staff
    return OnTheWall(shown, tuple(layers), asked.is_all, f"?family={now.pk}&{other.lstrip('?')}")


def _layer(now: Any, asked: Asked, says: str, shown: frozenset[str], ties: str, is_on: bool) -> Layer:
    changed = [(name, value) for name, value in _pairs(asked, shown, ties) if name != "on"]
    return Layer(says, is_on, f"?{urlencode([('family', now.pk), *changed])}")


def _pairs(asked: Asked, shown: frozenset[str], ties: str) -> list[tuple[str, str]]:
    kept = asked.but_layers
    return [*kept, ("layers", "chosen"), ("ties", ties), *((name, "1") for name in sorted(shown))]

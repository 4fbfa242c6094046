"""The genogram as the family is shown it, and as people who work here have it in a file."""

from dataclasses import dataclass, replace

from cases.models import Case
from cases.readings.genogram import Picture, drawn_for, made_for, order_of, pictured
from cases.readings.genogram_asked import ALL, Asked, layered, view_key
from cases.readings.genogram_facts import facts_of, member_key
from cases.readings.showings import Showing
from cases.rules.audience import STAFF, Audience
from cases.rules.genogram.drawing import Layers
from cases.rules.genogram.family import Family
from cases.rules.genogram.telling import name_of


@dataclass(frozen=True)
class View:
    """Somebody of the family as whose view emotional ties can be drawn: its word in the address, and their name."""

    key: str
    name: str


@dataclass(frozen=True)
class FamilysPicture:
    """The family's version, whose views of what is between people could be drawn in it, and whose are."""

    picture: Picture
    views: tuple[View, ...]
    viewed: str

    @property
    def readers(self) -> list[tuple[int, str]]:
        """Whose own version one may turn to: nobody who is not in this one, for it is on the screen with it."""
        found = [who for who in self.picture.family.persons if not (who.is_dead or who.pregnancy or who.is_stillborn)]
        return [(key, name_of(who)) for who in found if (key := member_key(who.id)) is not None]


def familys_picture(case: Case, asked: Asked, audience: Audience, showing: Showing) -> FamilysPicture:
    """The family's version as an address asks for it: homes, and what is between people in the view of one of them.

    What is chosen for one showing is drawn in the order that is kept, and its own order is not kept. Two queries.
    """
    facts = facts_of(case, asked.on, audience, showing.chosen)
    views = _views(facts)
    ties = asked.ties if asked.ties in {view.key for view in views} else ""
    drawn = asked.shown & {"homes", "around"} | ({"marks"} if "marks" in showing.codes else set())
    look = replace(asked, ties=ALL if "ideas" in showing.codes else ties, shown=frozenset(drawn), centre="")
    family, layers = layered(facts, look)
    whose = "" if showing.codes else made_for(audience)
    viewed = next((view.name for view in views if view.key == ties), "")
    return FamilysPicture(pictured(family, order_of(case, audience), whose, layers), views, viewed)


def staff_picture(case: Case, asked: Asked) -> Picture:
    """What people who work here have on the screen. Two queries."""
    return drawn_for(case, asked, STAFF)


def _views(family: Family) -> tuple[View, ...]:
    called = {person.id: name_of(person) for person in family.persons}
    whose = sorted({each.view for each in family.feelings if each.view in called})
    return tuple(View(view_key(who), called[who]) for who in whose)


def staff_layers(asked: Asked) -> Layers:
    """What such a look draws besides people and kinship: kept with a picture."""
    return replace(layered(Family(asked.on, ()), asked)[1], feelings=bool(asked.ties))

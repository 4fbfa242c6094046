"""Which children live together today: who a visit is about, offered first."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import BigIntegerField, DateField, F, FilteredRelation, Q

from camden.models.once import Rows, later, rows_of
from cases.models import Case, Member
from cases.rules.visits import ways_to_be_seen


@dataclass(frozen=True)
class ChildHere:
    """A child a visit may be about: key, first name, and how they may be said to be seen, as (code, words)."""

    child: Member
    pk: int
    name: str
    ways: tuple[tuple[str, str], ...]
    asks_for: str
    """What else is asked: the child's own words, what a baby showed, or, before birth, nothing."""

    @property
    def is_asked_alone(self) -> bool:
        """Whether anybody asks if they were seen alone."""
        return "alone" in dict(self.ways)


@dataclass(frozen=True)
class Home:
    """Children under one roof, oldest first. The name is empty for children with no home noted."""

    name: str
    children: tuple[ChildHere, ...]


def homes_of_children(case: Case, on: date, first: int | None = None, at_home: int | None = None) -> tuple[Home, ...]:
    """The children of a record by where they live on that day; the home of the child with key `first`, or that with
    the key `at_home`, comes first.

    Brothers and sisters living elsewhere come after, under their own home's name: a visit to one home must not
    take for granted that they were there. One query; a child of two homes is offered in the one noted first.
    """
    found: Any = _children().made(case=case.pk, on=on)
    lives: dict[int, tuple[int, str]] = {}
    homes: dict[tuple[int, str], list[ChildHere]] = defaultdict(list)
    for child in found:
        if child.pk not in lives:
            lives[child.pk] = (child.home or 0, child.home_name or "")
            homes[lives[child.pk]].append(_here(child, on))
    start = lives.get(first) if first else next((home for home in homes if at_home and home[0] == at_home), None)
    order = sorted(homes, key=lambda home: (home != start if start else False, -len(homes[home]), home[0] == 0, home))
    return tuple(Home(name, tuple(homes[(key, name)])) for key, name in order)


@cache
def _children() -> Rows[Member]:
    """Everybody of the record who may be seen, once for each home they live in on that day."""
    on = later("on", DateField())
    lives_there = Q(households__ended_on=None) | Q(households__ended_on__gt=on)
    lives_there &= Q(households__started_on=None) | Q(households__started_on__lte=on)
    found: Any = Member.objects.children().filter(
        Q(died_on=None) | Q(died_on__gte=on), case=later("case", BigIntegerField())
    )
    found = found.annotate(
        stay=FilteredRelation("households", condition=lives_there),
        home=F("stay__household"),
        home_name=F("stay__household__name"),
    )
    return rows_of(found.order_by(F("born_on").asc(nulls_last=True), "pk", "stay__pk"), "home", "home_name")


def _here(child: Member, on: date) -> ChildHere:
    name, ways = (
        child.first_name,
        tuple(ways_to_be_seen(child.born_on, child.expected_on, on, settings.SEEN_ALONE_FROM_AGE)),
    )
    asks = {"unborn": "", "observed": f"What {name} showed us"}
    return ChildHere(child, child.pk, name, ways, asks.get(ways[0][0], f"{name}’s own words"))

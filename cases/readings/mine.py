"""The families somebody works with, as *My day* shows them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Lower

from camden.models import User
from camden.rules.moments import short_day
from camden.rules.names import display_name
from cases.models import Case, Member, VisitChild


@dataclass(frozen=True)
class MyChild:
    """A child of a family of mine; when they were last seen, in words, or nothing."""

    pk: int
    name: str
    last_seen: str


@dataclass(frozen=True)
class MyFamily:
    """A family of mine and its children, oldest first."""

    pk: int
    name: str
    children: tuple[MyChild, ...]


def my_families(user: User, on: date) -> tuple[MyFamily, ...]:
    """Open records this person works in, by name. One query, however many."""
    not_seen = (VisitChild.Seen.NOT_SEEN, VisitChild.Seen.UNBORN)
    visits = VisitChild.objects.filter(child=OuterRef("pk")).exclude(seen__in=not_seen)
    last = visits.order_by("-visit__visited_on").values("visit__visited_on")[:1]
    mine = Case.objects.visible_to(user).of_worker(user).filter(closed_on=None)
    found: Any = Member.objects.children().filter(case__in=mine).annotate(last_seen=Subquery(last))
    found = found.order_by(Lower("case__name"), "case", F("born_on").asc(nulls_last=True), "pk")
    names: dict[int, str] = {}
    children: dict[int, list[MyChild]] = defaultdict(list)
    columns = ("pk", "case", "case__name", "given_name", "family_name", "la_child_id", "last_seen")
    for key, case, family, given, surname, number, seen_on in found.values_list(*columns):
        names[case] = family
        seen = short_day(seen_on, on) if seen_on else ""
        children[case].append(MyChild(key, display_name(given, surname, number), seen))
    return tuple(MyFamily(case, family, tuple(children[case])) for case, family in names.items())

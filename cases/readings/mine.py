"""The families somebody works with, as *My day* shows them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject, Lower

from camden.models import User
from camden.rules.moments import short_day
from camden.rules.names import display_name
from cases.models import Case, Involvement, Member, VisitChild


@dataclass(frozen=True)
class MyChild:
    """A child of a family of mine; when they were last seen, in words, or nothing."""

    pk: int
    name: str
    last_seen: str


@dataclass(frozen=True)
class MyFamily:
    """A family of mine and its children, oldest first. `covers` are those who covered since a day, with from when."""

    pk: int
    name: str
    children: tuple[MyChild, ...]
    covers: tuple[str, ...] = ()


def my_families(user: User, on: date, since: date | None = None) -> tuple[MyFamily, ...]:
    """Open records this person works in, by name. One query, however many.

    With `since`, they say who covered for somebody from then on.
    """
    not_seen = (VisitChild.Seen.NOT_SEEN, VisitChild.Seen.UNBORN)
    visits = VisitChild.objects.filter(child=OuterRef("pk"), visit__struck_on=None).exclude(seen__in=not_seen)
    last = visits.order_by("-visit__visited_on").values("visit__visited_on")[:1]
    mine = Case.objects.visible_to(user).of_worker(user).filter(closed_on=None)
    found: Any = (
        Member.objects.children()
        .filter(case__in=mine)
        .annotate(last_seen=Subquery(last), covers=ArraySubquery(_covers(user, since or on)))
    )
    found = found.order_by(Lower("case__name"), "case", F("born_on").asc(nulls_last=True), "pk")
    names: dict[int, str] = {}
    children: dict[int, list[MyChild]] = defaultdict(list)
    covers: dict[int, dict[str, None]] = defaultdict(dict)
    columns = ("pk", "case", "case__name", "given_name", "family_name", "la_child_id", "last_seen", "covers")
    for key, case, family, given, surname, number, seen_on, covered in found.values_list(*columns):
        names[case] = family
        seen = short_day(seen_on, on) if seen_on else ""
        covers[case] |= {_cover(said, on): None for said in covered if since}
        children[case].append(MyChild(key, display_name(given, surname, number), seen))
    return tuple(MyFamily(case, family, tuple(children[case]), tuple(covers[case])) for case, family in names.items())


def _covers(user: User, since: date) -> Any:
    """Who covers for somebody, or did after that day."""
    found: Any = Involvement.objects.filter(child=OuterRef("pk"), is_cover=True).exclude(worker=user)
    found = found.filter(Q(ended_on=None) | Q(ended_on__gt=since)).order_by("started_on", "pk")
    return found.values(says=JSONObject(who="worker__name", began="started_on", ended="ended_on"))


def _cover(said: Mapping[str, Any], on: date) -> str:
    began = short_day(date.fromisoformat(said["began"]), on)
    if not said["ended"]:
        return f"{said['who']} covers since {began}"
    return f"{said['who']} covered until {short_day(date.fromisoformat(said['ended']), on)}"

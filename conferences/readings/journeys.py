"""What the record says of children, of many families at once: where each stood on a day, and their time in care.

It reads with the rights of whoever asks: of a record that is not open to them nothing comes back, and a coordinator
is told nothing here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models import Q

from cases.models import Episode, HouseholdMembership, Member, Relationship
from cases.rules.happenings import Happened as H
from cases.rules.ladder import COUNTED, Status, standing
from conferences.rules.outcomes import Child, Spell

_KIND = Relationship.Kind
# Whose home is kinship care: the family network as REFERENCE 6.1 names it, and never a parent's.
OF_THE_NETWORK = frozenset(
    {
        _KIND.GRANDPARENT, _KIND.GREAT_GRANDPARENT, _KIND.AUNT_OR_UNCLE, _KIND.COUSIN, _KIND.KIN, _KIND.FRIEND,
        _KIND.SIBLING, _KIND.HALF_SIBLING, _KIND.STEP_SIBLING,
    }
)  # fmt: skip
PARENTS = frozenset({_KIND.MOTHER, _KIND.FATHER, _KIND.PARENT, _KIND.STEP_PARENT, _KIND.ADOPTIVE_PARENT})


class Days(NamedTuple):
    """From a day until a day, not counted itself; None where it has no beginning that is known, or no end yet."""

    began_on: date | None
    ended_on: date | None

    def both(self, other: "Days") -> "Days | None":
        """The days that lie in both, if there are any."""
        began = max((day for day in (self.began_on, other.began_on) if day), default=None)
        ended = min((day for day in (self.ended_on, other.ended_on) if day), default=None)
        return Days(began, ended) if began is None or ended is None or began < ended else None


@dataclass(frozen=True)
class Journeys:
    """The dated facts of children, by child: `happened` as (kind, day), `need` as days of need, `kin` as days in a
    home of their family network. `dead` are those of whose death no day is known."""

    happened: dict[int, list[tuple[str, date]]] = field(default_factory=lambda: defaultdict(list))
    family: dict[int, int] = field(default_factory=dict)
    need: dict[int, list[Days]] = field(default_factory=lambda: defaultdict(list))
    kin: dict[int, list[Days]] = field(default_factory=lambda: defaultdict(list))
    dead: frozenset[int] = frozenset()

    def status(self, child: int, on: date) -> Status:
        """Where a child stood at the end of a day."""
        if child in self.dead:
            return Status.DIED
        last: dict[str, date] = {}
        for kind, day in self.happened.get(child, ()):
            if day <= on:
                last[kind] = max(day, last.get(kind, day))
        open_since = [
            days.began_on
            for days in self.need.get(child, ())
            if days.began_on and days.began_on <= on and (days.ended_on is None or days.ended_on > on)
        ]
        return standing(last, max(open_since, default=None)).status

    def spells(self, child: int) -> tuple[Spell, ...]:
        """The time in care, and once more those parts of it that were in a home of the family network."""
        care = between(self.happened.get(child, ()), H.LOOKED_AFTER_BEGAN, H.LOOKED_AFTER_ENDED)
        kin = [both for days in care for home in self.kin.get(child, ()) if (both := days.both(home))]
        return (
            *(Spell(days.began_on, days.ended_on) for days in care if days.began_on),
            *(Spell(days.began_on, days.ended_on, with_kin=True) for days in kin if days.began_on),
        )

    def child(self, child: int, referred_on: date, on: date) -> Child:
        """A child at the referral and on another day."""
        spells = self.spells(child)
        issued = [d for kind, d in self.happened.get(child, ()) if kind == H.PROCEEDINGS_ISSUED and d >= referred_on]
        return Child(
            at_referral=self.status(child, referred_on),
            now=self.status(child, on),
            spells=spells,
            proceedings_on=min(issued, default=None),
            in_care_at_referral=any(
                each.began_on <= referred_on and (each.ended_on is None or each.ended_on > referred_on)
                for each in spells
            ),
        )


def between(facts: Iterable[tuple[str, date]], begins: str, ends: str) -> list[Days]:
    """The times between one kind of fact and the next of another. Begun twice it goes on; ended before, it is none."""
    found: list[Days] = []
    # On one day what ends comes first: somebody may come back into care on the day an earlier time ended.
    for day, is_begin in sorted((day, kind == begins) for kind, day in facts if kind in (begins, ends)):
        is_open = bool(found) and found[-1].ended_on is None
        if is_begin and not is_open:
            found.append(Days(day, None))
        elif not is_begin and is_open:
            found[-1] = Days(found[-1].began_on, day)
    return found


def happenings(families: Collection[int], kinds: Collection[str]) -> list[tuple[int, int, str, date]]:
    """(family, child, kind, day) of the dated facts of these records, as far as they are open. One query."""
    if not families:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "select case_id, child_id, kind, happened_on from happenings_of(%s::bigint[], %s::text[])",
            [sorted(families), sorted(kinds)],
        )
        return list(cursor.fetchall())


def journeys_of(families: Collection[int]) -> Journeys:
    """The journeys of all children of these records. Five queries, however many records."""
    unknown_day = Q(has_died=True) | ~Q(died_about="")
    gone = Member.objects.children().filter(unknown_day, case__in=families, died_on=None)
    found = Journeys(dead=frozenset(gone.values_list("pk", flat=True)))
    for family, child, kind, day in happenings(families, [kind.value for kind in COUNTED]):
        found.happened[child].append((kind, day))
        found.family[child] = family
    episodes = Episode.objects.filter(case__in=families, no_further_action=False).order_by("referred_on", "pk")
    for child, began_on, ended_on in episodes.values_list("child", "referred_on", "closed_on"):
        found.need[child].append(Days(began_on, ended_on))
    _with_kin(found, families)
    return found


def _with_kin(found: Journeys, families: Collection[int]) -> None:
    """Days on which a child lived with somebody of the network, and with no parent."""
    ties = Relationship.objects.filter(case__in=families, was_mistake=False, kind__in=OF_THE_NETWORK | PARENTS)
    parents: set[tuple[int, int]] = set()
    network: set[tuple[int, int]] = set()
    for one, other, kind, is_grown in ties.order_by("pk").values_list("one", "other", "kind", "one__kind"):
        if kind in PARENTS:
            parents.add((one, other))
        elif is_grown == Member.Kind.ADULT:
            network.add((one, other))
    homes: dict[int, list[tuple[int, Days]]] = defaultdict(list)
    lived = HouseholdMembership.objects.filter(case__in=families).order_by("pk")
    for home, who, began_on, ended_on in lived.values_list("household", "member", "started_on", "ended_on"):
        homes[home].append((who, Days(began_on, ended_on)))
    for people in homes.values():
        for child, days in people:
            shared = [(who, both) for who, theirs in people if who != child and (both := days.both(theirs))]
            if any((who, child) in parents for who, _ in shared):
                continue
            found.kin[child] += [both for who, both in shared if (who, child) in network]

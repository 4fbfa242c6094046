"""Which children live together today: who a visit is about, offered first."""

from collections import defaultdict
from dataclasses import dataclass

from cases.models import Case, HouseholdMembership, Member


@dataclass(frozen=True)
class Home:
    """Children under one roof, as keys and first names, oldest first. The name is empty for children with no home noted."""

    name: str
    children: tuple[tuple[int, str], ...]


def homes_of_children(case: Case, first: int | None = None) -> tuple[Home, ...]:
    """The children of a record by where they live now; the home of the child with key `first` comes first.

    Brothers and sisters living elsewhere come after, under their own home's name: a visit to one home must not
    take for granted that they were there.
    """
    lives: dict[int, tuple[int, str]] = {}
    stays = HouseholdMembership.objects.filter(case=case, ended_on=None).select_related("household").order_by("pk")
    for stay in stays:
        lives.setdefault(stay.member_id, (stay.household_id, stay.household.name))
    homes: dict[tuple[int, str], list[tuple[int, str]]] = defaultdict(list)
    for child in Member.objects.children().filter(case=case):
        homes[lives.get(child.pk, (0, ""))].append((child.pk, child.first_name))
    start = lives.get(first, (0, "")) if first else None
    order = sorted(homes, key=lambda home: (home != start if start else False, -len(homes[home]), home[0] == 0, home))
    return tuple(Home(name, tuple(homes[(key, name)])) for key, name in order)

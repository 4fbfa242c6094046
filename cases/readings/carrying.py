"""How far a home is, what people carry beside their families, and who speaks what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from camden.models import Team, User
from camden.office.absences_reading import people_of
from camden.rules.names import day_in_words
from cases.measures.weighing import nearest_way
from cases.models import Case, ExtraDuty, Household, Language, WayThere
from cases.rules.visits import in_a_row


@dataclass(frozen=True)
class DutyLine:
    """An extra duty: whose, what, since when, and until when; `pk` of one that the reader may end, else 0."""

    pk: int
    name: str
    words: str
    days: str
    about: str


def bases_of(case: Case) -> list[Team]:
    """The teams a way to this family can begin at: those that work with it, and those above them; the nearest first.
    One query."""
    here = list(Team.objects.filter(pk__in=case.team_ids))
    above = {key for team in here for key in team.path}
    found = Team.objects.filter(pk__in=above)
    return sorted(found, key=lambda team: (team.kind == Team.Kind.POD, -len(team.path), team.name))


def ways_noted(home: Household) -> tuple[str, ...]:
    """The ways to a home that are noted, in words. One query."""
    rows = WayThere.objects.filter(household=home).select_related("team", "noted_by").order_by("team__name")
    return tuple(
        f"From {row.team.name}: {row.minutes} minutes, noted by {row.noted_by.name} on {day_in_words(row.noted_on)}"
        for row in rows
    )


def ways_to(children: Iterable[int], on: date) -> dict[int, int]:
    """Minutes one way to where these children live on a day, by team; to the farthest of several homes. One query."""
    lives = Q(household__memberships__member__in=list(children))
    lives &= Q(household__memberships__started_on=None) | Q(household__memberships__started_on__lte=on)
    lives &= Q(household__memberships__ended_on=None) | Q(household__memberships__ended_on__gt=on)
    found: dict[int, int] = {}
    for team, minutes in WayThere.objects.filter(lives).values_list("team", "minutes"):
        found[team] = max(minutes, found.get(team, 0))
    return found


def minutes_by_worker(ways: Mapping[int, int], paths: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """Each worker's way, from the base of the nearest team of theirs for which one is noted. No query."""
    found = {worker: nearest_way(ways, path) for worker, path in paths.items()}
    return {worker: minutes for worker, minutes in found.items() if minutes is not None}


def extra_duties(reader: User, on: date, *, manages: bool) -> tuple[list[DutyLine], list[DutyLine]]:
    """One's own extra duties, and those of the people whose work one answers for, present and lately. Two queries."""
    own = ExtraDuty.objects.filter(person=reader).select_related("person").order_by("-started_on", "pk")
    theirs: list[ExtraDuty] = []
    if manages:
        of_mine = ExtraDuty.objects.filter(person__in=people_of(reader)).select_related("person")
        theirs = list(of_mine.order_by("person__name", "-started_on", "pk")[:300])
    return [_duty(row, may_end=False) for row in own], [_duty(row, may_end=row.ended_on is None) for row in theirs]


def _duty(row: ExtraDuty, *, may_end: bool) -> DutyLine:
    until = f" until {day_in_words(row.ended_on)}" if row.ended_on else ""
    days = f"Since {day_in_words(row.started_on)}" if not until else f"From {day_in_words(row.started_on)}{until}"
    return DutyLine(row.pk if may_end else 0, row.person.name, row.get_duty_display(), days, row.about)


def own_languages(person: User) -> list[Language]:
    """The languages somebody says they speak. One query."""
    return list(Language.objects.filter(person=person, ended_on=None).order_by("name", "pk"))


def who_speaks() -> tuple[tuple[str, str], ...]:
    """Each language with who speaks it here, by name. One query."""
    rows = Language.objects.filter(ended_on=None, person__is_active=True).select_related("person")
    by_name: dict[str, list[str]] = defaultdict(list)
    written: dict[str, str] = {}  # as whoever said it first wrote it
    for row in rows.order_by("name", "person__name", "pk"):
        by_name[row.name.casefold()].append(row.person.name)
        written.setdefault(row.name.casefold(), row.name)
    return tuple((written[name], in_a_row(people)) for name, people in by_name.items())


def languages_by_worker(keys: Iterable[int], wanted: Iterable[str]) -> dict[int, frozenset[str]]:
    """Of these languages, those that each of these people speaks, as the family's record writes them. One query, none
    where the record names no language but English."""
    asked = {name.casefold().strip(): name for name in wanted}
    if not asked:
        return {}
    found: dict[int, set[str]] = defaultdict(set)
    rows = Language.objects.filter(person__in=list(keys), ended_on=None)
    for person, name in rows.values_list("person", "name"):
        if name.casefold() in asked:
            found[person].add(asked[name.casefold()])
    return {person: frozenset(names) for person, names in found.items()}

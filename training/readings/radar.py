"""What a training lead sees of the service, and a manager of their people: names, days, how many of two. No words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from camden.models import Membership, User
from camden.rules.names import day_in_words
from training.measures import climbers, of_people, programmes, to_look_at
from training.models import AttendanceImport
from training.readings.register import RunLine, registers_open
from training.readings.required import Ending, ending, who_is_away
from training.rules.early_career import plan
from training.rules.ladder import Climber, Step
from training.rules.observations import FOLLOW_UP
from training.rules.radar import (
    Coming,
    Registrant,
    Row,
    Submitting,
    ladder_map,
    observations_due,
    programmes_due,
    submitting,
)
from training.rules.registration import RegistrationYear, registration_year
from training.rules.requirements import PIECES

LOOK_AGAIN = "Look together at what you agreed after the observation"


@dataclass(frozen=True)
class DueLine:
    """Something that is due, ready to show."""

    name: str
    what: str
    day: str
    is_late: bool


@dataclass(frozen=True)
class MapRow:
    """A row of the ladder: a pod, or a team with its small pods, and how many people have each step."""

    name: str
    people: int
    cells: tuple[int, ...]


@dataclass(frozen=True)
class Radar:
    """The radar of a day."""

    year: RegistrationYear
    submitting: Submitting
    due: tuple[DueLine, ...]
    ending: Ending
    observations: tuple[DueLine, ...]
    registers: tuple[RunLine, ...]
    steps: tuple[str, ...]
    ladder: tuple[MapRow, ...]
    imports: tuple[AttendanceImport, ...]


@dataclass(frozen=True)
class PersonLine:
    """One person as their manager sees them: how many of two, and nothing else."""

    name: str
    in_words: str
    is_whole: bool
    is_away: bool


def radar(on: date) -> Radar:
    """The first page of whoever looks after what the service learns. Its queries do not grow with the service."""
    return Radar(
        year=registration_year(on),
        submitting=still_to_submit(on),
        due=_due(on),
        ending=ending(on),
        observations=_observations(on),
        registers=registers_open(on),
        steps=("None yet", *(step.label for step in Step)),
        ladder=_ladder(on),
        imports=tuple(AttendanceImport.objects.select_related("imported_by").order_by("-imported_at", "-pk")[:5]),
    )


def still_to_submit(on: date) -> Submitting:
    """Who has not recorded what their year asks: exactly those a word to all would reach are marked so."""
    year = registration_year(on)
    found = of_people(year, on)
    names = dict(User.objects.filter(pk__in=found).values_list("pk", "name"))
    teams = _teams(found)
    return submitting(
        [
            Registrant(
                key=key,
                name=names[key],
                team=teams.get(key, ""),
                recorded=each.recorded,
                is_whole=each.is_whole,
                is_away=each.is_away,
                nudged_on=each.nudged_on,
            )
            for key, each in found.items()
        ],
        on,
    )


def my_people(manager: User, on: date) -> tuple[PersonLine, ...]:
    """Those whose work this person answers for, by name, and how many of two each has recorded."""
    found = {key: each for key, each in of_people(registration_year(on), on).items() if key != manager.pk}
    names = User.objects.filter(pk__in=found).order_by("name", "pk").values_list("pk", "name")
    return tuple(
        PersonLine(name, f"{min(found[key].recorded, PIECES)} of {PIECES}", found[key].is_whole, found[key].is_away)
        for key, name in names
    )


def _due(on: date) -> tuple[DueLine, ...]:
    """What early-career programmes need within eight weeks, or needed already: for the assessor to mend."""
    running = programmes(_everybody())
    plans = {key: plan(path, held) for key, (path, held) in running.items()}
    away = [key for key, (path, _) in running.items() if any(spell.holds(on) for spell in path.away)]
    found: list[Coming] = [*programmes_due(plans, away, on)]
    names = dict(User.objects.filter(pk__in={each.person for each in found}).values_list("pk", "name"))
    return tuple(DueLine(names[each.person], each.what, day_in_words(each.by_on), each.by_on < on) for each in found)


def _observations(on: date) -> tuple[DueLine, ...]:
    """What was agreed after an observation and is to be looked at again: names and days, and no word of it."""
    by_on = {worker: day + FOLLOW_UP for worker, day in to_look_at()}
    away = [key for key, is_away in who_is_away(by_on, on).items() if is_away]
    found = observations_due(by_on, away, on)
    names = dict(User.objects.filter(pk__in={each.person for each in found}).values_list("pk", "name"))
    return tuple(DueLine(names[each.person], LOOK_AGAIN, day_in_words(each.by_on), each.by_on < on) for each in found)


def _ladder(on: date) -> tuple[MapRow, ...]:
    steps = climbers(on)
    places = Membership.objects.filter(ended_on=None, user__is_active=True, user__is_system=False)
    pod_of: dict[int, int] = {}
    team_of: dict[int, int] = {}
    names: dict[int, str] = {}
    rows = places.select_related("team", "team__parent").order_by("user", "pk")
    for each in rows:
        pod_of.setdefault(each.user_id, each.team_id)
        above = each.team.parent if each.team.kind == each.team.Kind.POD else None
        team_of[each.team_id] = above.pk if above else each.team_id
        names[each.team_id] = each.team.name
        if above:
            names[above.pk] = above.name
    people = [Climber(pod, "", steps.get(person)) for person, pod in pod_of.items()]
    return tuple(
        MapRow(_name(row, names), row.people, tuple(row.steps[step] for step in (None, *Step)))
        for row in ladder_map(people, team_of)
    )


def _name(row: Row, names: dict[int, str]) -> str:
    return names[row.group] if row.pods == (row.group,) else f"{names[row.group]}, smaller pods together"


def _teams(people: Iterable[int]) -> dict[int, str]:
    rows = (
        Membership.objects.filter(user__in=list(people), ended_on=None)
        .order_by("-pk")
        .values_list("user", "team__name")
    )
    return dict(rows)


def _everybody() -> list[int]:
    return list(User.objects.filter(is_active=True, is_system=False).values_list("pk", flat=True))

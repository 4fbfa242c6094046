"""What the duty rota shows: who answers for which team, now and in the coming two weeks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from camden.access import ROLES, Permission
from camden.models import Duty, Membership, Team, User
from camden.rules.names import initials
from camden.rules.rota import clock_in_words

MOST = 300  # people in one list to choose from
AHEAD = 14  # days the page shows, today included
PLANNERS = [role for role, says in ROLES.items() if Permission.ROTA_PLAN in says.permissions]
TAKES_TURNS = [role for role, says in ROLES.items() if Permission.CASE_RECORD in says.permissions]


@dataclass(frozen=True)
class Turn:
    """One person's hours. `hours` is in words; `is_mine` is the reader's own."""

    pk: int
    name: str
    initials: str
    team: str
    kind: str
    is_by_day: bool
    hours: str
    is_mine: bool
    may_withdraw: bool


@dataclass(frozen=True)
class RotaDay:
    """One day and the turns that begin on it."""

    iso: str
    words: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class Rota:
    """`now` are the turns that run at this moment; `days` the coming two weeks, also days without anybody."""

    now: tuple[Turn, ...]
    days: tuple[RotaDay, ...]
    is_empty: bool

    @property
    def is_mine(self) -> bool:
        """Whether the reader is on duty now."""
        return any(turn.is_mine for turn in self.now)


@dataclass(frozen=True)
class Planning:
    """For whom somebody plans: the teams, and the people who may take a turn. Empty for most.

    In a large service people are offered team by team: `among` is the one whose people are offered (None for all),
    `service` every team to choose from, empty where nobody need choose. `is_cut`: the team has more people than these.
    """

    teams: list[Team]
    workers: list[tuple[User, str]]
    among: int | None
    service: list[Team]
    is_cut: bool


def rota(user: User, at: datetime) -> Rota:
    """The rota of the reader's own service. Two queries."""
    today = timezone.localdate(at)
    own = _own_teams(user)
    plans = [path for path, role in own if role in PLANNERS]
    found = list(
        Duty.objects.filter(team__path__overlap=[path[0] for path, _ in own], withdrawn_at=None, ends_at__gt=at)
        .filter(starts_at__lt=at + timedelta(days=AHEAD + 1))
        .select_related("worker", "team")
        .order_by("starts_at", "team__name", "worker__name", "pk")
    )
    now = tuple(_turn(duty, user, plans) for duty in found if duty.starts_at <= at)
    by_day: dict[date, list[Turn]] = {today + timedelta(days=ahead): [] for ahead in range(AHEAD)}
    for duty in found:
        begins = timezone.localdate(duty.starts_at)
        if duty.starts_at > at and begins in by_day:
            by_day[begins].append(_turn(duty, user, plans))
    days = tuple(RotaDay(day.isoformat(), _day_in_words(day, today), tuple(turns)) for day, turns in by_day.items())
    return Rota(now, days, not now and not any(day.turns for day in days))


def planning(user: User, among: int | None = None) -> Planning:
    """For whom this person plans. The database's own rule (`app_plans_duty`) is the same; a test holds them equal.

    `among` is the team whose people they ask for. Three queries: own places, teams, people; four in a large service.
    """
    own = [path for path, role in _own_teams(user) if role in PLANNERS]
    service = list(Team.objects.filter(path__overlap=[path[0] for path in own]))
    plans = [team for team in service if any(path[-1] in team.path or team.pk in path for path in own)]
    if among not in {team.pk for team in service}:
        among = None
    people = _takes_turns([path[0] for path in own], among)
    is_large = len(people) > MOST
    if is_large and not among:
        among = own[0][-1]
        people = _takes_turns([path[0] for path in own], among)
    is_cut = len(people) > MOST
    return Planning(plans, list(_once(people[:MOST])), among, service if among or is_large else [], is_cut)


def _takes_turns(services: list[int], among: int | None) -> list[Membership]:
    """Places of people who may be on duty in these services, of one team and beneath it if asked so, by name."""
    found = Membership.objects.filter(team__path__overlap=services, role__in=TAKES_TURNS, ended_on=None)
    if among:
        found = found.filter(team__path__contains=[among])
    found = found.filter(user__is_active=True).select_related("user", "team")
    return list(found.order_by("user__name", "user_id", "pk")[: MOST + 1])


def may_withdraw(user: User, duty: Duty) -> bool:
    """Whether this person plans duty for the team of that turn."""
    return _plans(duty, [path for path, role in _own_teams(user) if role in PLANNERS])


def when_in_words(duty: Duty) -> str:
    """Tuesday 3 November, 9am to 5pm."""
    begins = timezone.localtime(duty.starts_at)
    return f"{begins:%A} {begins.day} {begins:%B}, {_hours(duty)}"


def _own_teams(user: User) -> list[tuple[list[int], str]]:
    """Path of the team and role of each present membership."""
    return list(user.memberships.filter(ended_on=None).order_by("pk").values_list("team__path", "role"))


def _plans(duty: Duty, plans: list[list[int]]) -> bool:
    return any(path[-1] in duty.team.path or duty.team_id in path for path in plans)


def _turn(duty: Duty, user: User, plans: list[list[int]]) -> Turn:
    name, kind = duty.worker.name, duty.get_kind_display()
    is_by_day, is_mine = duty.kind == Duty.Kind.DAY, duty.worker_id == user.pk
    team, hours = duty.team.name, _hours(duty)
    return Turn(duty.pk, name, initials(name), team, kind, is_by_day, hours, is_mine, _plans(duty, plans))


def _hours(duty: Duty) -> str:
    begins, ends = timezone.localtime(duty.starts_at), timezone.localtime(duty.ends_at)
    until = clock_in_words(ends.time())
    if ends.date() > begins.date():
        until += f" on {ends:%A}"
    return f"{clock_in_words(begins.time())} to {until}"


def _day_in_words(day: date, today: date) -> str:
    near = {today: "Today, ", today + timedelta(days=1): "Tomorrow, "}
    return f"{near.get(day, '')}{day:%A} {day.day} {day:%B}"


def _once(people: Iterable[Membership]) -> Iterable[tuple[User, str]]:
    """Each person once, with the role and team that come first."""
    known = set()
    for place in people:
        if place.user_id not in known:
            known.add(place.user_id)
            yield place.user, f"{place.user.name}, {place.role_label.lower()}, {place.team.name}"

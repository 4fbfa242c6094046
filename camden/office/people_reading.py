"""What the settings area shows of people: who works here, in which role, how they are employed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Func, Q, TextField, Value
from django.utils import timezone

from camden.access import Role
from camden.models import Employment, Membership, User
from camden.rules.names import day_in_words, initials

PAGE = 30  # people on one page, which keeps it under 20 kB


@dataclass(frozen=True)
class PersonLine:
    """One person in a list. `roles` is a sentence; empty for somebody without any."""

    pk: int
    name: str
    email: str
    initials: str
    roles: str
    is_active: bool


@dataclass(frozen=True)
class PeoplePage:
    """A page of people by name. `more` is the key of the last one when there are others after; empty otherwise."""

    lines: tuple[PersonLine, ...]
    more: str


@dataclass(frozen=True)
class RoleLine:
    """One role of one person in one team, present or past. Days are in words."""

    pk: int
    label: str
    sentence: str
    team: str
    since: str
    until: str


@dataclass(frozen=True)
class EmploymentLine:
    """One contract in words: `facts` are pairs of label and value, `in_short` the same in a line."""

    pk: int
    is_present: bool
    grade: str
    days: str
    facts: tuple[tuple[str, str], ...]
    in_short: str


@dataclass(frozen=True)
class PersonCard:
    """One person, for their page in the settings."""

    pk: int
    name: str
    email: str
    initials: str
    is_active: bool
    signed_in: str
    roles: tuple[RoleLine, ...]
    past_roles: tuple[RoleLine, ...]
    employment: EmploymentLine | None
    past_employments: tuple[EmploymentLine, ...]


def people(*, words: str = "", team: int | None = None, after: int | None = None) -> PeoplePage:
    """People of the service by name: those with all of the words in their name or address, in this team or beneath it.

    `after` is the key of the last person of the page before. Jobs of the system are no people.
    """
    found = User.objects.filter(is_system=False).annotate(folded=_folded(F("name")))
    for word in words.split()[:6]:
        found = found.filter(Q(folded__contains=_folded(Value(word))) | Q(email__icontains=word))
    if team:
        members = Membership.objects.filter(team__path__contains=[team], ended_on=None)
        found = found.filter(pk__in=members.values("user"))
    last = User.objects.annotate(folded=_folded(F("name"))).filter(pk=after).first() if after else None
    if last:
        found = found.filter(Q(folded__gt=last.folded) | Q(folded=last.folded, pk__gt=last.pk))
    rows = list(found.order_by("folded", "pk")[: PAGE + 1])
    shown = rows[:PAGE]
    roles = _roles_of(shown)
    lines = tuple(
        PersonLine(one.pk, one.name, one.email, initials(one.name), roles.get(one.pk, ""), one.is_active)
        for one in shown
    )
    return PeoplePage(lines, str(shown[-1].pk) if len(rows) > PAGE else "")


def person_card(user: User) -> PersonCard:
    """Everything the settings say about one person. Two queries."""
    roles = list(user.memberships.select_related("team").order_by("-started_on", "-pk"))
    employments = list(user.employments.order_by("-started_on", "-pk"))  # type: ignore[attr-defined]
    contracts = [_employment_line(employment) for employment in employments]
    return PersonCard(
        pk=user.pk,
        name=user.name,
        email=user.email,
        initials=initials(user.name),
        is_active=user.is_active,
        signed_in=day_in_words(timezone.localdate(user.last_login)) if user.last_login else "",
        roles=tuple(_role_line(role) for role in roles if role.ended_on is None),
        past_roles=tuple(_role_line(role) for role in roles if role.ended_on),
        employment=next((line for line in contracts if line.is_present), None),
        past_employments=tuple(line for line in contracts if not line.is_present),
    )


def _roles_of(shown: Iterable[User]) -> dict[int, str]:
    present = (
        Membership.objects.filter(user__in=shown, ended_on=None).select_related("team").order_by("started_on", "pk")
    )
    said: dict[int, list[str]] = {}
    for role in present:
        said.setdefault(role.user_id, []).append(f"{role.role_label}, {role.team.name}")
    return {user: "; ".join(roles) for user, roles in said.items()}


def _role_line(role: Membership) -> RoleLine:
    says = Role(role.role).says
    until = day_in_words(role.ended_on) if role.ended_on else ""
    return RoleLine(role.pk, says.label, says.sentence, role.team.name, day_in_words(role.started_on), until)


def _employment_line(one: Employment) -> EmploymentLine:
    programme = ""
    if one.programme:
        programme = f"{one.get_programme_display()}, since {_day(one.programme_started_on)}"
        if one.programme_extended_to_on:
            programme += f", extended to {_day(one.programme_extended_to_on)}"
    registered = ", ".join(
        filter(None, [one.registered_with and one.get_registered_with_display(), one.registration_number])
    )
    facts = (
        ("Working time", fte_in_words(one.fte_permille)),
        ("Employed by", "An agency" if one.is_agency else "The council"),
        ("Early-career programme", programme or "None"),
        ("Registered with", registered or "Not registered"),
    )
    days = f"{_day(one.started_on)} to {_day(one.ended_on)}" if one.ended_on else f"since {_day(one.started_on)}"
    short = " · ".join(filter(None, [facts[0][1], "agency" if one.is_agency else "", programme, registered]))
    return EmploymentLine(one.pk, one.ended_on is None, one.get_grade_display(), days, facts, short)


def fte_in_words(permille: int) -> str:
    """1000 is full time, 600 is "60% of full time"."""
    return "Full time" if permille == 1000 else f"{permille / 10:g}% of full time"


def _day(day: date | None) -> str:
    return day_in_words(day) if day else ""


def _folded(name: F | Value) -> Func:
    """A name without capitals and accents, as people look for it."""
    return Func(name, function="camden_fold", output_field=TextField())

"""Who is away: a person's own days, and those of the people whose work somebody answers for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from camden.access import Role
from camden.models import Absence, Membership, User
from camden.rules.names import day_in_words

ANSWER_FOR_WORK = (Role.SENIOR_PRACTITIONER, Role.TEAM_MANAGER, Role.SERVICE_MANAGER)
LATELY = timedelta(days=30)
MOST = 300


@dataclass(frozen=True)
class AwayLine:
    """One stretch: whose, and the days in words."""

    pk: int
    name: str
    words: str


@dataclass(frozen=True)
class Away:
    """Stretches by where they stand on a day; `own` are the reader's, whoever else they see."""

    own: tuple[AwayLine, ...]
    now: tuple[AwayLine, ...]
    ahead: tuple[AwayLine, ...]
    lately: tuple[AwayLine, ...]

    @property
    def has_none(self) -> bool:
        """Whether nobody of theirs is, was or will be away."""
        return not (self.now or self.ahead or self.lately)


def people_of(manager: User) -> QuerySet[User]:
    """Whose work somebody answers for, by name; never themselves."""
    teams = manager.team_ids_as(*ANSWER_FOR_WORK)
    here = Membership.objects.filter(team__in=teams, ended_on=None)
    people = User.objects.filter(pk__in=here.values("user"), is_active=True, is_system=False).exclude(pk=manager.pk)
    return people.order_by("name", "pk")


def absences_of(manager: User) -> QuerySet[Absence]:
    """Days of the people whose work somebody answers for: theirs to change."""
    return Absence.objects.filter(withdrawn_at=None, person__in=people_of(manager)).select_related("person")


def away(reader: User, on: date, *, manages: bool) -> Away:
    """What the page shows. Two queries: one's own, and one's people's."""
    since = Q(back_on=None) | Q(back_on__gt=on - LATELY)
    own = Absence.objects.filter(since, person=reader, withdrawn_at=None).select_related("person")
    theirs = list(absences_of(reader).filter(since).order_by("from_on", "person__name", "pk")[:MOST]) if manages else []
    return Away(
        own=_lines(own.order_by("from_on", "pk"), on),
        now=_lines((each for each in theirs if each.from_on <= on and not _is_back(each, on)), on),
        ahead=_lines((each for each in theirs if each.from_on > on), on),
        lately=_lines((each for each in theirs if _is_back(each, on)), on),
    )


def _lines(found: Iterable[Absence], on: date) -> tuple[AwayLine, ...]:
    return tuple(AwayLine(each.pk, each.person.name, in_words(each, on)) for each in found)


def in_words(absence: Absence, on: date) -> str:
    """ "From 26 October 2026, back on 9 November 2026"."""
    began = f"From {day_in_words(absence.from_on)}"
    if absence.back_on is None:
        return f"{began}; the day they are back is not known yet"
    return f"{began}, back {'since' if _is_back(absence, on) else 'on'} {day_in_words(absence.back_on)}"


def _is_back(absence: Absence, on: date) -> bool:
    return absence.back_on is not None and absence.back_on <= on

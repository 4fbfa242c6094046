"""One-to-one supervision as its two people read it: whom they talk with, when next, what was said."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case as Conditional
from django.db.models import F, JSONField, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Cast, JSONObject

from camden.access import Permission
from camden.models import Employment, Membership, User
from camden.rules.moments import day_away
from camden.rules.names import day_in_words
from cases.models import Case, Member
from supervision.measures import standings
from supervision.models import OneToOne, OneToOneFamily
from supervision.rules.counting import Said, Standing, Talk, missing
from supervision.rules.one_to_ones import next_by
from supervision.rules.stages import Voice

MOST = 40  # talks on a list


@dataclass(frozen=True)
class TalkLine:
    """A talk on a list: with whom, its day, and whether it is still to be agreed."""

    pk: int
    who: str
    day: str
    is_agreed: bool


@dataclass(frozen=True)
class NextLine:
    """When two people talk next: the day they said, or the last that is in time."""

    worker_pk: int
    who: str
    day: str
    away: str
    due_on: date
    is_mine_to_hold: bool
    is_said: bool
    """Whether the two of them said that day, and not the rule."""


@dataclass(frozen=True)
class FamilySaid:
    """A family the worker works with, its children, what was said so far, and what is missing before it counts."""

    case: Case
    children: tuple[Member, ...]
    standing: Standing
    pk: int | None = None
    changed: str = ""
    worry: str = ""
    worry_says: str = ""
    next_step: str = ""
    safety: str = ""
    voices: tuple[tuple[Member, str, str], ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether this family was talked about, and whole."""
        return self.pk is not None and not self.missing


def works_for(supervisor: User) -> QuerySet[Membership]:
    """Present memberships of others in teams for which this person holds supervision."""
    teams = supervisor.team_ids_for(Permission.SUPERVISION_HOLD)
    here = Membership.objects.filter(team__in=teams, ended_on=None, user__is_active=True, user__is_system=False)
    return here.exclude(user=supervisor)


def people_supervised(user: User) -> list[User]:
    """Whom this person may talk with: people of the teams whose supervision they hold, in the order of their names."""
    return list(User.objects.filter(pk__in=works_for(user).values("user")).order_by("name", "pk"))


def talks(user: User) -> list[TalkLine]:
    """Talks of this person, the newest first."""
    found = _mine(user).select_related("worker", "supervisor").order_by("-held_on", "-pk")[:MOST]
    return [
        TalkLine(each.pk, _other(each, user).name, day_in_words(each.held_on), each.agreed_on is not None)
        for each in found
    ]


def next_talks(user: User, on: date) -> list[NextLine]:
    """When this person talks next with each they have talked with, the soonest first. Two queries.

    Of somebody who has left, or moved to another team, nothing is due.
    """
    rows = list(_last_of_each(user).select_related("worker", "supervisor"))
    early = early_careers([each.worker_id for each in rows])
    lines = []
    for each in rows:
        due_on = each.next_on or next_by(each.held_on, early.get(each.worker_id))
        who, mine = _other(each, user).name, each.supervisor_id == user.pk
        lines.append(
            NextLine(
                each.worker_id, who, day_in_words(due_on), day_away(due_on, on), due_on, mine, each.next_on is not None
            )
        )
    return sorted(lines, key=lambda line: (line.due_on, line.who))


def talks_of(user: User) -> "QuerySet[OneToOne]":
    """The last talk of this person with each, as a line of a reminder: `other`, and `told` by which `next_of` knows the
    next one's day."""
    early = Employment.objects.filter(user=OuterRef("worker"), ended_on=None).exclude(programme="")
    early = early.filter(programme_started_on__isnull=False)
    other = When(worker=user, then=F("supervisor__name"))
    told = JSONObject(
        held_on="held_on",
        programme=Subquery(early.values("programme")[:1]),
        since=Subquery(early.values("programme_started_on")[:1]),
        fte=Subquery(early.values("fte_permille")[:1]),
    )
    last = OneToOne.objects.filter(pk__in=_last_of_each(user).values("pk"))
    return last.annotate(other=Conditional(other, default=F("worker__name")), told=Cast(told, JSONField()))


def next_of(said_on: date | None, told: Mapping[str, Any]) -> date:
    """The day of the next talk: the one they said, else the last that is in time."""
    early = None
    if told["programme"]:
        early = (str(told["programme"]), date.fromisoformat(told["since"]), int(told["fte"]))
    return said_on or next_by(date.fromisoformat(told["held_on"]), early)


def early_careers(workers: Sequence[int]) -> dict[int, tuple[str, date, int]]:
    """Of these people, those on an early-career programme: its code, since when, and their hours. One query."""
    found = Employment.objects.filter(user__in=workers, ended_on=None).exclude(programme="")
    columns = found.values_list("user", "programme", "programme_started_on", "fte_permille")
    return {user: (code, started_on, fte) for user, code, started_on, fte in columns if started_on}


def families_of(talk: OneToOne, user: User) -> list[FamilySaid]:
    """Open families the worker works with, and those spoken of, that this person sees; with what was said. Six queries
    at most, however many."""
    spoken = OneToOneFamily.objects.filter(one_to_one=talk).values("case")
    seen = Case.objects.visible_to(user)
    mine = Q(pk__in=seen.of_worker(talk.worker).filter(closed_on=None).values("pk")) | Q(pk__in=spoken)
    cases = list(seen.filter(mine).order_by("name", "pk"))
    keys = [case.pk for case in cases]
    children: dict[int, list[Member]] = defaultdict(list)
    for child in Member.objects.children().filter(case__in=keys, died_on=None).order_by("born_on", "pk"):
        children[child.case_id].append(child)
    rows = OneToOneFamily.objects.filter(one_to_one=talk, case__in=keys).prefetch_related("voices")
    said = {row.case_id: row for row in rows}
    stand = standings(keys, talk.held_on)
    return [_family(case, tuple(children[case.pk]), stand[case.pk], said.get(case.pk)) for case in cases]


def _family(case: Case, children: tuple[Member, ...], standing: Standing, row: OneToOneFamily | None) -> FamilySaid:
    heard = {voice.child_id: (voice.voice, voice.source) for voice in row.voices.all()} if row else {}
    voices = tuple((child, *heard.get(child.pk, ("", ""))) for child in children)
    if row is None:
        return FamilySaid(case, children, standing, voices=voices)
    spoken = tuple(Voice(child.first_name, words) for child, words, _ in voices)
    said = Said(Talk.ONE_TO_ONE, standing, voices=spoken, safety=row.safety, changed=row.changed)
    return FamilySaid(
        case, children, standing, row.pk, row.changed, row.worry, row.get_worry_display(), row.next_step, row.safety,
        voices, tuple(missing(said)),
    )  # fmt: skip


def _last_of_each(user: User) -> QuerySet[OneToOne]:
    """The last talk with each this person talks with, of people who are here."""
    last = _mine(user).filter(worker__is_active=True, supervisor__is_active=True)
    return last.order_by("worker", "supervisor", "-held_on", "-pk").distinct("worker", "supervisor")


def _mine(user: User) -> QuerySet[OneToOne]:
    return OneToOne.objects.filter(Q(worker=user) | Q(supervisor=user))


def _other(talk: OneToOne, user: User) -> User:
    return talk.supervisor if talk.worker_id == user.pk else talk.worker

"""Numbers about group supervision: of families and teams, never of a person."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from camden.models import Team, User
from cases.models import Case, Involvement, Member, Milestone, PlanSpell
from cases.rules.happenings import Happened
from supervision.models import DiscussionChild, OneToOneChild, SupervisionSettings
from supervision.rules import counting
from supervision.rules.counting import Counting, Standing, Talk, Talked
from supervision.rules.rotation import WITHIN_WEEKS, Heard, is_within

BEGINS_COURT = frozenset({Happened.LETTER_BEFORE_PROCEEDINGS.value, Happened.PROCEEDINGS_ISSUED.value})
ENDS_COURT = frozenset({Happened.PRE_PROCEEDINGS_ENDED.value, Happened.FINAL_ORDER.value})
_UNHEARD = Path(__file__).with_name("families_unheard.sql").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Coverage:
    """How many open families of a team there are, and how many were discussed within so many weeks (PR1)."""

    families: int
    within: int
    weeks: int
    heard: tuple[Heard, ...]

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where there is no family to discuss."""
        return self.within / self.families if self.families else 1.0


def coverage(team: Team, on: date, *, user: User, weeks: int = WITHIN_WEEKS) -> Coverage:
    """Of the open families of a team that `user` may see: when each was last discussed. One query.

    A family counts as within time while its record is no older than that.
    """
    heard = families_heard([team.pk], on, user=user)
    return Coverage(len(heard), sum(is_within(each, on, weeks) for each in heard), weeks, tuple(heard))


def families_heard(team_ids: Sequence[int], on: date, *, user: User) -> list[Heard]:
    """Open families of these teams, and of all beneath them, that `user` may see, with the day they were talked about.

    By `rules.counting`: of talks that count and begin PR1 anew, as the council sets it; the day of the child who waits
    longest, whose weeks count from when somebody first led for them. One query; two more where the council counts
    otherwise for families who are watched.
    """
    beneath = ArraySubquery(Team.objects.filter(path__overlap=list(team_ids)).order_by("pk").values("pk"))
    found = Case.objects.visible_to(user).open_on(on).filter(team_ids__overlap=beneath)
    rows = found.annotate(kids=ArraySubquery(_children(on)), council=Subquery(_COUNCIL)).order_by("pk")
    told = list(rows.values_list("pk", "opened_on", "kids", "council"))
    rules = _rules(told[0][3]) if told else Counting()
    watched = rules.resets != rules.resets_watched
    stand = standings([key for key, *_ in told], on) if watched else {}
    return [_heard(key, opened_on, kids, stand.get(key, Standing.ORDINARY), rules) for key, opened_on, kids, _ in told]


def heard_in(
    records: Sequence[int], team_ids: Sequence[int], on: date, *, weeks: int = WITHIN_WEEKS
) -> tuple[frozenset[int], frozenset[int]]:
    """Open families of these teams, by key: those talked about in so many weeks, and those who were not. One query.

    As `families_heard` and `is_within` say, counted in the database: for more families than one fetches. `records` are
    those whoever asks may see.
    """
    asked = {
        "records": list(records),
        "teams": list(team_ids),
        "on": on,
        "since": on - timedelta(weeks=weeks),
        "resets": sorted(Counting().resets),
        "court": sorted(BEGINS_COURT | ENDS_COURT),
        "begins_court": sorted(BEGINS_COURT),
    }
    with connection.cursor() as cursor:
        cursor.execute(_UNHEARD, asked)
        rows = cursor.fetchall()
    return frozenset(key for key, is_heard in rows if is_heard), frozenset(
        key for key, is_heard in rows if not is_heard
    )


def standings(cases: Sequence[int], on: date) -> dict[int, Standing]:
    """How each of these families (by key) stood on that day: the most pressing of its children's. Two queries."""
    found = dict.fromkeys(cases, Standing.ORDINARY)
    latest: dict[tuple[int, int], str] = {}
    rows = Milestone.objects.filter(case__in=cases, kind__in=BEGINS_COURT | ENDS_COURT, struck_on=None)
    rows = rows.filter(happened_on__lte=on).order_by("happened_on", "pk")
    for case, child, kind in rows.values_list("case", "child", "kind"):
        latest[case, child] = kind
    before_court: dict[int, bool] = defaultdict(bool)
    for (case, _), kind in latest.items():
        before_court[case] |= kind in BEGINS_COURT
    found |= {case: Standing.COURT for case, is_so in before_court.items() if is_so}
    plans = PlanSpell.objects.filter(case__in=cases, basis="protection", started_on__lte=on)
    plans = plans.filter(Q(ended_on=None) | Q(ended_on__gt=on))
    return found | dict.fromkeys(plans.values_list("case", flat=True), Standing.PROTECTION)


_COUNCIL = SupervisionSettings.objects.filter(pk=1).values(
    said=JSONObject(resets="resets", resets_watched="resets_watched")
)


def _children(on: date) -> "QuerySet[Member, dict[str, Any]]":
    """Of a record: each child, from when somebody led for them, and the last day of each kind of talk that counts."""
    led = Involvement.objects.filter(child=OuterRef("pk"), role=Involvement.Role.LEAD, scope="full")
    led = led.filter(started_on__gte=OuterRef("case__opened_on")).order_by("started_on")
    agreed = DiscussionChild.objects.filter(child=OuterRef("pk"), discussion__agreed_on__isnull=False)
    agreed = agreed.filter(discussion__held_on__lte=on).order_by("-discussion__held_on")
    alone = OneToOneChild.objects.filter(child=OuterRef("pk"), family__agreed_on__isnull=False)
    alone = alone.filter(family__held_on__lte=on).order_by("-family__held_on")
    said = {
        talk.value: Subquery(agreed.filter(discussion__depth=talk.value).values("discussion__held_on")[:1])
        for talk in (Talk.DEEP, Talk.QUICK)
    }
    said[Talk.ONE_TO_ONE.value] = Subquery(alone.values("family__held_on")[:1])
    children = Member.objects.children().filter(case=OuterRef("pk"), died_on=None).order_by("pk")
    return children.values(told=JSONObject(key="pk", led=Subquery(led.values("started_on")[:1]), **said))


def _heard(key: int, opened_on: date, kids: list[dict[str, Any]], standing: Standing, rules: Counting) -> Heard:
    """A family, by the child who waits longest; one without children waits from the day it came."""
    waiting = []
    for kid in kids:
        allocated_on = _day(kid["led"]) or opened_on
        talks = [Talked(day, talk, frozenset({kid["key"]})) for talk in Talk if (day := _day(kid.get(talk.value)))]
        since = counting.since(talks, kid["key"], allocated_on, standing, rules)
        was_heard = any(each.held_on == since and rules.begins_anew(each.talk, standing) for each in talks)
        waiting.append((since, was_heard))
    since, was_heard = min(waiting, default=(opened_on, False))
    return Heard(key, opened_on, since) if was_heard else Heard(key, since)


def _rules(council: dict[str, list[str]] | None) -> Counting:
    """What the council set; what is shipped where it has set nothing."""
    if council is None:
        return Counting()
    return Counting(*(frozenset(map(Talk, council[name])) for name in ("resets", "resets_watched")))


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None

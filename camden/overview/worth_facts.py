"""What the model's promises are counted from, of the records that whoever asks may see: from every app, in one place.

Each part is a list of things that were counted, for any day up to the one asked for. A fixed number of queries.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet

from camden.rules.dates import months_after
from cases.measures.continuity import Children, children_of_teams
from cases.measures.promises import Answered, SeenOn, drift_answered, visits_seen
from cases.models import Case, Milestone
from cases.rules.continuity import year_before
from cases.rules.happenings import Happened
from conferences.models import ConferenceStage
from conferences.rules.stages import Stage
from supervision.models import Hypothesis

LETTER, ISSUED = Happened.LETTER_BEFORE_PROCEEDINGS.value, Happened.PROCEEDINGS_ISSUED.value
OFFER = frozenset({Stage.OFFERED, Stage.ACCEPTED, Stage.ALLOCATED})
TAKEN_UP = frozenset({Stage.ACCEPTED, Stage.ALLOCATED, Stage.PREPARING, Stage.READY, Stage.HELD})
OFFER_MONTHS = 12
"""An offer belongs to the letter or the application when it was made in so many months before it. Our own."""


@dataclass(frozen=True)
class Idea:
    """A hypothesis that was kept: from which day's talk, when the family was asked, and when it was weighed."""

    key: int
    case: int
    text: str
    held_on: date
    asked_on: date | None
    weighed_on: date | None
    verdict: str

    def is_tested(self, on: date) -> bool:
        """Asked of the family and weighed by the day. To let one go unasked is no test."""
        return bool(self.asked_on and self.weighed_on and max(self.asked_on, self.weighed_on) <= on)


@dataclass(frozen=True)
class Court:
    """A family on the way to court: the days of letters before proceedings and of applications, and its stages."""

    case: int
    letters: tuple[date, ...]
    issued: tuple[date, ...]
    stages: tuple[tuple[date, str], ...] = ()

    def came_on(self, after: date, until: date) -> date | None:
        """The first letter or application of the time; None when there was none."""
        return min((day for day in (*self.letters, *self.issued) if after < day <= until), default=None)

    def offered_on(self, after: date, until: date) -> date | None:
        """The first offer that was made in time: before the application, or by the day if there was none yet."""
        came_on = self.came_on(after, until)
        if came_on is None:
            return None
        last = min((day for day in self.issued if after < day <= until), default=until)
        first = months_after(came_on, -OFFER_MONTHS)
        return min((day for day, stage in self.stages if stage in OFFER and first < day <= last), default=None)

    def reached(self, stages: frozenset[Stage], since: date, until: date) -> date | None:
        """When one of these stages was first reached."""
        return min((day for day, stage in self.stages if stage in stages and since <= day <= until), default=None)


@dataclass(frozen=True)
class WorthFacts:
    """All of it. `names` are what records are called, by key."""

    children: Children
    visits: Mapping[int, Sequence[SeenOn]]
    ideas: tuple[Idea, ...]
    courts: tuple[Court, ...]
    answers: tuple[Answered, ...]
    names: Mapping[int, str] = field(default_factory=dict)


def facts_of(*, user: Any, team_ids: Sequence[int], on: date, days: Sequence[date]) -> WorthFacts:
    """For the day and the earlier `days`, of the teams' records that this person may see.

    Children are whose they were on each day; of what belongs to a family, its teams today say whose it is. 15 queries.
    """
    cases = Case.objects.visible_to(user)
    here = cases.filter(team_ids__overlap=list(team_ids))
    since = year_before(min((*days, on)))
    children = children_of_teams(cases=cases, team_ids=team_ids, on=on, since=since, earlier=days)
    names = dict(here.order_by("pk").values_list("pk", "name"))
    return WorthFacts(
        children=children,
        visits=visits_seen([child.key for child in children.all], since, on),
        ideas=tuple(_ideas(here, since, on)),
        courts=tuple(_courts(here, since, on)),
        answers=tuple(drift_answered(cases=here, after=since, until=on)),
        names=names | {child.case: child.family for child in children.all},
    )


def _ideas(cases: QuerySet[Case], since: date, on: date) -> list[Idea]:
    """Hypotheses that were kept. What nobody kept stays with its session, and is on no page of figures."""
    found = Hypothesis.objects.filter(case__in=cases.values("pk"), discussion__held_on__gt=since)
    found = found.filter(discussion__held_on__lte=on).exclude(status=Hypothesis.Status.PROPOSED)
    ideas = found.order_by("discussion__held_on", "pk").values_list(
        "pk", "case", "text", "discussion__held_on", "kept__question__asked_on", "weighed__weighed_on",
        "weighed__verdict",
    )  # fmt: skip
    return [Idea(*row) for row in ideas]


def _courts(cases: QuerySet[Case], since: date, on: date) -> list[Court]:
    told = Milestone.objects.filter(case__in=cases.values("pk"), kind__in=(LETTER, ISSUED), struck_on=None)
    told = told.filter(happened_on__gt=since, happened_on__lte=on).order_by("happened_on", "pk")
    days: dict[int, dict[str, set[date]]] = defaultdict(lambda: defaultdict(set))
    for case, kind, day in told.values_list("case", "kind", "happened_on"):
        days[case][kind].add(day)
    stages: dict[int, list[tuple[date, str]]] = defaultdict(list)
    found = ConferenceStage.objects.filter(case__in=list(days), happened_on__lte=on).order_by("happened_on", "pk")
    for case, day, stage in found.values_list("case", "happened_on", "stage"):
        stages[case].append((day, stage))
    return [
        Court(case, tuple(sorted(kinds[LETTER])), tuple(sorted(kinds[ISSUED])), tuple(stages[case]))
        for case, kinds in days.items()
    ]

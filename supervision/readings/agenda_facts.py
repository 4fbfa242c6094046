"""What the rules of the agenda ask of a group's families, in a few questions however many there are.

By day, kind and key: no word that anybody wrote. The nightly job and a supervisor's forecast read the same; each sees
the families it may see. Facts count since a family was last talked about in depth (`rules.agenda.Family`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet

from camden.models import Team
from cases.models import Case, Exclusion, Involvement, Member, Milestone
from cases.readings.drift import drift_of
from cases.rules.happenings import Happened
from supervision.measures import standings
from supervision.models import (
    AgendaRequest,
    Attendance,
    Discussion,
    DiscussionChild,
    Group,
    GroupMember,
    Session,
    SupervisionSettings,
)
from supervision.rules.agenda import TWICE, Budget, Family, Sitting
from supervision.rules.counting import Counting, Standing, Talk, Talked, family_since

_NEW_TO_CARE_DAYS = 56
_KINDS = (Happened.LOOKED_AFTER_BEGAN, Happened.MISSING)


@dataclass
class _Known:
    """A family while its facts come together."""

    opened_on: date
    is_restricted: bool
    children: dict[int, date] = field(default_factory=dict)
    workers: set[int] = field(default_factory=set)
    kept_from: frozenset[int] = frozenset()
    talks: list[Talked] = field(default_factory=list)
    happened: list[tuple[int, str, date]] = field(default_factory=list)
    is_asked_for: bool = False
    standing: Standing = Standing.ORDINARY

    def last(self, talk: Talk) -> date | None:
        """The last day of such a talk that counts."""
        return max((each.held_on for each in self.talks if each.talk is talk), default=None)

    def since(self, kind: Happened, day: date) -> int:
        """How often it happened after that day to the child to whom it happened most."""
        times = Counter(child for child, what, on in self.happened if what == kind.value and on > day)
        return max(times.values(), default=0)


def counting() -> tuple[Counting, Budget]:
    """What the council sets; what is shipped where it has set nothing. One query."""
    found = SupervisionSettings.objects.first() or SupervisionSettings()
    resets, watched = (frozenset(map(Talk, each)) for each in (found.resets, found.resets_watched))
    return (
        Counting(resets, watched, found.weeks, found.weeks_watched),
        Budget(quick=found.quick_minutes, quick_watched=found.quick_watched_minutes, most_in_depth=found.most_in_depth),
    )


def families(group: Group, on: date, seen: QuerySet[Case], rules: Counting) -> list[Family]:
    """Every open family of a group's team among `seen`, as the agenda knows it."""
    known = _records(group, on, seen)
    keys = list(known)
    _children(known, keys)
    _talks(known, keys, on)
    _happened(known, keys, on)
    for key, standing in standings(keys, on).items():
        known[key].standing = standing
    signs = drift_of(keys, on, with_words=False)
    return [_family(key, each, signs.get(key, ()), on, rules) for key, each in known.items()]


def sitting(session: Session, people: Iterable[int] | None = None, held_on: date | None = None) -> Sitting:
    """A session as the rules see it: who is expected, everybody who could read its agenda, and the one after it."""
    group, day = session.group, held_on or session.held_on
    members = set(GroupMember.objects.filter(group=group, ended_on=None).values_list("person", flat=True))
    expected = people
    if expected is None:
        expected = set(Attendance.objects.filter(session=session).values_list("person", flat=True)) or members
    return Sitting(
        held_on=day,
        next_on=day + timedelta(weeks=group.cadence_weeks),
        supervisor=session.supervisor_id,
        people=frozenset(expected),
        readers=frozenset({*members, *expected, group.senior_practitioner_id}),
        minutes=group.minutes,
    )


def _records(group: Group, on: date, seen: QuerySet[Case]) -> dict[int, _Known]:
    beneath = ArraySubquery(Team.objects.filter(path__overlap=[group.team_id]).order_by("pk").values("pk"))
    kept = ArraySubquery(
        Exclusion.objects.filter(case=OuterRef("pk"), stands_against__isnull=False)
        .order_by("stands_against")
        .values("stands_against")
    )
    asked = AgendaRequest.objects.filter(case=OuterRef("pk"), wants="group", answered_on=None)
    found = seen.open_on(on).filter(team_ids__overlap=beneath)  # type: ignore[attr-defined]
    rows = found.annotate(kept=kept, asked=Exists(asked)).order_by("pk")
    return {
        key: _Known(opened_on, is_restricted, kept_from=frozenset(kept_from), is_asked_for=is_asked_for)
        for key, opened_on, is_restricted, kept_from, is_asked_for in rows.values_list(
            "pk", "opened_on", "is_restricted", "kept", "asked"
        )
    }


def _happened(known: Mapping[int, _Known], keys: list[int], on: date) -> None:
    kinds = [each.value for each in _KINDS]
    found = Milestone.objects.filter(case__in=keys, kind__in=kinds, struck_on=None, happened_on__lte=on)
    for case, child, kind, day in found.values_list("case", "child", "kind", "happened_on"):
        known[case].happened.append((child, kind, day))


def _children(known: Mapping[int, _Known], keys: list[int]) -> None:
    """Each child with the day from which somebody has led for them, whoever it was; and who works with the family."""
    for case, child in Member.objects.children().filter(case__in=keys).values_list("case", "pk"):
        known[case].children[child] = known[case].opened_on
    first: dict[int, date] = {}
    found = Involvement.objects.filter(case__in=keys, scope="full", role__in=("lead", "co-worker"))
    rows = found.order_by("started_on", "pk").values_list("case", "child", "worker", "role", "started_on", "ended_on")
    for case, child, worker, role, started_on, ended_on in rows:
        if ended_on is None:
            known[case].workers.add(worker)
        if role == "lead" and child in known[case].children and started_on >= known[case].opened_on:
            known[case].children[child] = first.setdefault(child, started_on)


def _talks(known: Mapping[int, _Known], keys: list[int], on: date) -> None:
    named = ArraySubquery(DiscussionChild.objects.filter(discussion=OuterRef("pk")).order_by("child").values("child"))
    found = Discussion.objects.agreed().filter(case__in=keys, held_on__lte=on).annotate(named=named).order_by("pk")
    for case, held_on, depth, children in found.values_list("case", "held_on", "depth", "named"):
        known[case].talks.append(Talked(held_on, Talk(depth), frozenset(children)))


def _family(key: int, known: _Known, signs: Iterable[Any], on: date, rules: Counting) -> Family:
    deep_on = known.last(Talk.DEEP) or date.min
    fresh = [sign for sign in signs if sign.since > deep_on]
    standing = known.standing
    children = known.children
    since = family_since(known.talks, children, standing, rules) if children else known.opened_on
    last_on = {talk: day for talk in Talk if (day := known.last(talk))}
    return Family(
        key=key,
        since_on=since,
        standing=standing,
        last_on=last_on,
        is_new_to_care=bool(known.since(Happened.LOOKED_AFTER_BEGAN, max(deep_on, on - timedelta(_NEW_TO_CARE_DAYS)))),
        missing_times=known.since(Happened.MISSING, deep_on),
        drifts=any(sign.kind not in ("not-alone", "no-supervision") for sign in fresh),
        is_asked_for=known.is_asked_for,
        not_alone_times=TWICE if any(sign.kind == "not-alone" for sign in fresh) else 0,
        present_by=frozenset(known.workers),
        kept_from=known.kept_from,
        is_restricted=known.is_restricted,
    )

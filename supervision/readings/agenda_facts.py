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
from django.db.models.functions import JSONObject

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
    rows = found.annotate(
        kept=kept, asked=Exists(asked), children=_children(), works=_works(), talks=_talks(on), happened=_happened(on)
    )
    return {
        row["pk"]: _known(row)
        for row in rows.order_by("pk").values(
            "pk", "opened_on", "is_restricted", "kept", "asked", "children", "works", "talks", "happened"
        )
    }


def _known(row: Mapping[str, Any]) -> _Known:
    known = _Known(row["opened_on"], row["is_restricted"], kept_from=frozenset(row["kept"]), is_asked_for=row["asked"])
    _work_with(known, row["children"], row["works"])
    known.talks = [
        Talked(date.fromisoformat(each["on"]), Talk(each["depth"]), frozenset(each["children"]))
        for each in row["talks"]
    ]
    known.happened = [(each["child"], each["kind"], date.fromisoformat(each["on"])) for each in row["happened"]]
    return known


def _work_with(known: _Known, children: Iterable[int], works: Iterable[Mapping[str, Any]]) -> None:
    """Each child with the day from which somebody has led for them, whoever it was; and who works with the family."""
    known.children = dict.fromkeys(children, known.opened_on)
    first: dict[int, date] = {}
    for each in works:
        if each["until"] is None:
            known.workers.add(each["worker"])
        since = date.fromisoformat(each["since"])
        if each["role"] == "lead" and each["child"] in known.children and since >= known.opened_on:
            known.children[each["child"]] = first.setdefault(each["child"], since)


def _children() -> ArraySubquery:
    return ArraySubquery(Member.objects.children().filter(case=OuterRef("pk")).order_by("pk").values("pk"))


def _works() -> ArraySubquery:
    found = Involvement.objects.filter(case=OuterRef("pk"), scope="full", role__in=("lead", "co-worker"))
    told = {"child": "child_id", "worker": "worker_id", "role": "role", "since": "started_on", "until": "ended_on"}
    return _objects(found.order_by("started_on", "pk"), **told)


def _talks(on: date) -> ArraySubquery:
    named = ArraySubquery(DiscussionChild.objects.filter(discussion=OuterRef("pk")).order_by("child").values("child"))
    found = Discussion.objects.agreed().filter(case=OuterRef("pk"), held_on__lte=on).order_by("pk")
    return _objects(found, on="held_on", depth="depth", children=named)


def _happened(on: date) -> ArraySubquery:
    kinds = [each.value for each in _KINDS]
    found = Milestone.objects.filter(case=OuterRef("pk"), kind__in=kinds, struck_on=None, happened_on__lte=on)
    return _objects(found.order_by("pk"), child="child_id", kind="kind", on="happened_on")


def _objects(found: Any, **fields: Any) -> ArraySubquery:
    return ArraySubquery(found.values(as_object=JSONObject(**fields)))


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

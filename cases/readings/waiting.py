"""What timescales wait for, as one person is told of it: one line for one piece of work of one family."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject

from camden.access import Role
from camden.models import LocalHoliday, Membership, Mute, Team, TimescaleRow, User
from camden.rules.dates import Unit
from camden.rules.rows import Basis, Kind, Ladder, Owner, Timescale
from camden.rules.telling import People, Step, days_of_telling, is_whole, told
from camden.rules.workdays import calendar_of
from cases.models import Clock, Involvement, Snooze
from cases.rules.works import BY_CODE

AHEAD = timedelta(days=28)  # how far one's own next things are known on My day
WARNED = timedelta(days=35)  # no timescale warns earlier
SERVICE_AFTER = timedelta(days=5)  # five working days are never less
MOST = 2000  # rounds of one person: a service that is so late needs another page than My day
POSTS = {
    Role.SENIOR_PRACTITIONER: "senior",
    Role.TEAM_MANAGER: "manager",
    Role.SERVICE_MANAGER: "service",
}
OF_OTHERS = tuple(code for code, rule in BY_CODE.items() if rule.owner is not Owner.LEAD)


@dataclass(frozen=True)
class Waiting:
    """One piece of work that one family waits for, and on which step this person is told of it.

    `told_on` is None while it is ahead: only its owner sees it then. `due_on` is the earliest day by which it is to be
    done; it is the last lawful one once the last working day before has passed.
    """

    case_pk: int
    family: str
    work: str
    children: tuple[tuple[str, str, str], ...]
    """Given name, family name and council number of each child, in the order of their age."""
    due_on: date
    told_on: date | None
    step: Step
    rounds: tuple[tuple[Timescale, Any], ...]
    """Each rule with the clock that counts it."""
    has_lead: bool
    lead: str
    put_off_until: date | None
    is_put_off: bool
    is_muted: bool

    @property
    def is_law(self) -> bool:
        """Whether an act or a regulation asks for it."""
        return any(rule.basis is Basis.LAW for rule, _ in self.rounds)

    @property
    def is_fixed(self) -> bool:
        """Whether it is law, national guidance or a child's safety."""
        return any(is_whole(rule) or rule.basis in (Basis.LAW, Basis.GUIDANCE) for rule, _ in self.rounds)


def waiting_for(user: User, on: date) -> list[Waiting]:
    """What timescales wait for and this person is told of, and their own next things. One query, however many."""
    found = [each for clock in _clocks(user, on) if (each := _told(clock, user, on))]
    key = _of_a_family
    return [_together([one for one in alike]) for _, alike in groupby(sorted(found, key=key), key=key)]


def _of_a_family(one: Waiting) -> tuple[int, str, bool]:
    return one.case_pk, one.work, one.told_on is None


def _clocks(user: User, on: date) -> Iterable[Any]:
    """Running clocks this person may have to hear of, with all that says whether they do."""
    own = Involvement.objects.present().filter(worker=user).order_by()
    hers = {step: user.team_ids_as(role) for role, step in POSTS.items()}
    in_reach = {step: Q(case__team_ids__overlap=ids) if ids else Q(pk__in=[]) for step, ids in hers.items()}
    leads = Involvement.objects.filter(child=OuterRef("child"), leads_now=True)
    rows = TimescaleRow.objects.filter(code=OuterRef("rule"))
    not_the_leads = Q(rule__in=OF_OTHERS) | Exists(rows.exclude(owner__in=["", Owner.LEAD])) | ~Exists(leads)
    asked = (
        Q(child__in=own.values("child"), do_by__lte=on + AHEAD)
        | (in_reach["senior"] | in_reach["manager"]) & Q(do_by__lte=on)
        | in_reach["manager"] & Q(do_by__lte=on + WARNED) & not_the_leads
        | in_reach["service"] & Q(due_on__lte=on - SERVICE_AFTER)
    )
    found: Any = Clock.objects.running().visible_to(user).filter(asked).select_related("child", "case")
    team = Team.objects.filter(pk=OuterRef("case__team_ids__0")).values("path")
    found = found.annotate(path=Coalesce(Subquery(leads.values("team__path")[:1]), Subquery(team[:1])))
    held = Q(begins_on=None) | Q(begins_on__lte=OuterRef("anchor_on"))
    in_force = rows.filter(held).order_by(F("begins_on").desc(nulls_last=True), "-pk").values(says=_ROW)[:1]
    return list(
        found.annotate(
            row=Subquery(in_force),
            involved=ArraySubquery(_involved().values(says=_INVOLVED)),
            posts=ArraySubquery(_posts().values(says=_POST)),
            snoozes=ArraySubquery(_snoozes(on).values(says=_SNOOZE)),
            muted=ArraySubquery(Mute.objects.filter(person=user).values("work")),
            closed=ArraySubquery(LocalHoliday.objects.order_by("closed_on").values("closed_on")),
        )[:MOST]
    )


_ROW = JSONObject(title="title", warn="warn_days", owner="owner", ladder="ladder", basis="basis", source="source")
_INVOLVED = JSONObject(role="role", worker="worker", name="worker__name", leads="leads_now")
_POST = JSONObject(role="role", user="user", depth="team__path__len")
_SNOOZE = JSONObject(work="work", person="person", until="until_on")


def _involved() -> Any:
    return Involvement.objects.filter(child=OuterRef("child"), ended_on=None, worker__is_active=True).order_by("pk")


def _posts() -> Any:
    """Who leads a pod, manages a team or a service, on the way from the child's team up."""
    on_the_way = {"team__path__contained_by": OuterRef("path"), "role__in": list(POSTS)}
    return Membership.objects.filter(ended_on=None, user__is_active=True, **on_the_way).order_by("pk")


def _snoozes(on: date) -> Any:
    return Snooze.objects.filter(case=OuterRef("case"), until_on__gt=on).order_by("until_on", "pk")


def rule_of(clock: Any) -> Timescale:
    """The timescale a clock counts, as it is kept here: shipped, with what this council changed."""
    row = clock.row or {}
    rule = BY_CODE.get(clock.rule) or Timescale(
        code=clock.rule, title=row.get("title") or clock.rule, kind=Kind.CLOCK, amount=clock.amount,
        unit=Unit(clock.unit), starts=(), basis=Basis.LOCAL, source="", work=clock.rule.lower(),
    )  # fmt: skip
    return replace(
        rule,
        title=row.get("title") or rule.title,
        warn_days=row.get("warn", rule.warn_days),
        owner=Owner(row.get("owner") or rule.owner),
        ladder=Ladder(row.get("ladder") or rule.ladder),
        basis=Basis(row.get("basis") or rule.basis),
        source=row.get("source") or rule.source,
    )


def people_of(rule: Timescale, involved: Iterable[Mapping[str, Any]], posts: Iterable[Mapping[str, Any]]) -> People:
    """Who stands on each step for one child: of each post, those nearest to the child's team."""
    near: dict[str, dict[int, set[int]]] = {step: {} for step in POSTS.values()}
    for post in posts:
        near[POSTS[Role(post["role"])]].setdefault(post["depth"], set()).add(post["user"])
    on = {step: frozenset(depths[max(depths)]) if depths else frozenset() for step, depths in near.items()}
    at: dict[str, set[int]] = {}
    has_lead = False
    for each in involved:
        at.setdefault(each["role"], set()).add(each["worker"])
        has_lead = has_lead or bool(each["leads"])
    if rule.owner in (Owner.LEAD, Owner.WORKER):
        return People(frozenset(at.get("lead", ())), **on, has_lead=has_lead)
    if rule.owner is Owner.SUPERVISOR:
        return People(on["senior"] or on["manager"], **on)
    wanted = ("chair", "reviewing-officer") if rule.owner is Owner.CHAIR else (rule.owner.value,)
    owner = next((frozenset(at[role]) for role in wanted if role in at), frozenset())
    return People(owner or on["manager"], **on)


def _told(clock: Any, user: User, on: date) -> Waiting | None:
    """The clock as this person hears of it; nothing when they do not."""
    rule, calendar = rule_of(clock), calendar_of(tuple(clock.closed))
    people = people_of(rule, clock.involved, clock.posts)
    off = [each for each in clock.snoozes if each["work"] == rule.work]
    until = max((date.fromisoformat(each["until"]) for each in off), default=None)
    days = days_of_telling(rule, do_by=clock.do_by, due_on=clock.due_on, calendar=calendar, put_off_until=until)
    step = told(days, people, on).get(user.pk)
    told_on = days.get(step, days[Step.OWNER]) if step else None
    if step is None and user.pk not in people.owner:
        return None
    lead = next((each["name"] for each in clock.involved if each["leads"]), "")
    child = clock.child
    return Waiting(
        case_pk=clock.case_id,
        family=clock.case.name,
        work=rule.work,
        children=((child.given_name, child.family_name, child.la_child_id),),
        due_on=clock.do_by if clock.do_by >= on else clock.due_on,
        told_on=min(told_on, on) if told_on else None,
        step=step or Step.OWNER,
        rounds=((rule, clock),),
        has_lead=people.has_lead,
        lead=lead,
        put_off_until=until,
        is_put_off=any(each["person"] == user.pk for each in off),
        is_muted=rule.work in clock.muted,
    )


def _together(alike: list[Waiting]) -> Waiting:
    """One line of all that one piece of work answers: however many children, and however many rules."""
    first = min(alike, key=lambda one: (one.step, one.due_on))
    by_age = sorted(alike, key=lambda one: (one.rounds[0][1].child.born_on or date.max, one.rounds[0][1].child_id))
    tellings = [one.told_on for one in alike if one.told_on]
    leads = [one.lead for one in by_age if one.lead]
    return replace(
        first,
        children=tuple(dict.fromkeys(one.children[0] for one in by_age)),
        due_on=min(one.due_on for one in alike),
        told_on=min(tellings, default=None),
        rounds=tuple(sorted((one.rounds[0] for one in alike), key=lambda each: (each[1].due_on, each[0].code))),
        has_lead=all(one.has_lead for one in alike),
        lead=leads[0] if leads else "",
    )

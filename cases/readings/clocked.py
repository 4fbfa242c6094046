"""Running clocks that somebody may have to hear of, with all that says whether they do, in one question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject

from camden.access import Role
from camden.models import LocalHoliday, Membership, Mute, Team, TimescaleRow, User
from camden.rules.dates import Unit
from camden.rules.rows import Basis, Kind, Ladder, Owner, Timescale
from cases.models import Clock, ClockException, Involvement, Snooze
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


def clocks_of(user: User, on: date, *, with_reasons: bool = False) -> Any:
    """Running clocks this person may have to hear of; each `says` all that tells whether they do, as JSON.

    With the reasons people gave, which only the web may read.
    """
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
    found: Any = Clock.objects.running().visible_to(user).filter(asked)
    team = Team.objects.filter(pk=OuterRef("case__team_ids__0")).values("path")
    found = found.annotate(path=Coalesce(Subquery(leads.values("team__path")[:1]), Subquery(team[:1])))
    held = Q(begins_on=None) | Q(begins_on__lte=OuterRef("anchor_on"))
    in_force = rows.filter(held).order_by(F("begins_on").desc(nulls_last=True), "-pk").values(says=_ROW)[:1]
    says = {
        "row": Subquery(in_force),
        "involved": ArraySubquery(_involved().values(says=_INVOLVED)),
        "posts": ArraySubquery(_posts().values(says=_POST)),
        "snoozes": ArraySubquery(_snoozes(on).values(says=_REASONED_SNOOZE if with_reasons else _SNOOZE)),
        "muted": ArraySubquery(Mute.objects.filter(person=user).values("work")),
        "closed": ArraySubquery(LocalHoliday.objects.order_by("closed_on").values("closed_on")),
    }
    if with_reasons:
        says["exceptions"] = ArraySubquery(_exceptions().values(says=_EXCEPTION))
    return found.values(says=JSONObject(**_CLOCK, **says))[:MOST]


_CLOCK = {name: name for name in ("case_id", "child_id", "rule", "anchor_on", "amount", "unit", "due_on", "do_by")} | {
    "family": "case__name", "given": "child__given_name", "surname": "child__family_name",
    "number": "child__la_child_id", "born_on": "child__born_on",
}  # fmt: skip
_ROW = JSONObject(title="title", warn="warn_days", owner="owner", ladder="ladder", basis="basis", source="source")
_INVOLVED = JSONObject(role="role", worker="worker", name="worker__name", leads="leads_now")
_POST = JSONObject(role="role", user="user", depth="team__path__len")
_SNOOZE = JSONObject(work="work", person="person", until="until_on")
_REASONED_SNOOZE = JSONObject(
    work="work", person="person", until="until_on", who="person__name", reason="reason", on="snoozed_on"
)
_EXCEPTION = JSONObject(who="recorded_by__name", agreed="agreed_by__name", reason="reason", on="recorded_on")


def _involved() -> Any:
    return Involvement.objects.filter(child=OuterRef("child"), ended_on=None, worker__is_active=True).order_by("pk")


def _posts() -> Any:
    """Who leads a pod, manages a team or a service, on the way from the child's team up."""
    on_the_way = {"team__path__contained_by": OuterRef("path"), "role__in": list(POSTS)}
    return Membership.objects.filter(ended_on=None, user__is_active=True, **on_the_way).order_by("pk")


def _snoozes(on: date) -> Any:
    return Snooze.objects.filter(case=OuterRef("case"), until_on__gt=on).order_by("until_on", "pk")


def _exceptions() -> Any:
    of_it = {name: OuterRef(name) for name in ("child", "rule", "anchor_on")}
    return ClockException.objects.filter(**of_it).order_by("pk")


@dataclass(frozen=True)
class Counted:
    """A running clock with all that says who hears of it, as the database tells it."""

    case_id: int
    child_id: int
    family: str
    given: str
    surname: str
    number: str
    born_on: date | None
    rule: str
    anchor_on: date
    amount: int
    unit: str
    due_on: date
    do_by: date
    row: Mapping[str, Any] | None
    involved: Sequence[Mapping[str, Any]]
    posts: Sequence[Mapping[str, Any]]
    snoozes: Sequence[Mapping[str, Any]]
    muted: Sequence[str]
    closed: tuple[date, ...]
    exceptions: Sequence[Mapping[str, Any]] = ()

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> Self:
        """From JSON, which knows no days."""
        days = {name: _day(said[name]) for name in ("anchor_on", "due_on", "do_by", "born_on")}
        closed = tuple(date.fromisoformat(day) for day in said["closed"])
        return cls(**(dict(said) | days | {"closed": closed}))


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def rule_of(clock: Counted) -> Timescale:
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

"""Visits somebody means to make, as a family's pages and the forms show them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q
from django.urls import NoReverseMatch, reverse

from camden.models import Team, User
from cases.models import Case, Exclusion, Household, Involvement, PlannedVisit
from cases.readings.workers import present_recorders
from cases.rules.planning import day_ahead, hour_in_words
from cases.rules.recording import VISIT_PURPOSE


@dataclass(frozen=True)
class PlannedLine:
    """A visit that is planned: the day and the time in words, who goes, where to, what to remember."""

    pk: int
    case_pk: int
    day: str
    iso: str
    time: str
    who: str
    """Everybody who goes: "Ade Fashola with Rosa Begum"."""
    is_mine: bool
    """Whether the person who looks goes there, alone or along."""
    place: str
    purpose: str
    remark: str
    href: str

    @property
    def key(self) -> str:
        """Its key as text, for an address."""
        return str(self.pk)


@dataclass(frozen=True)
class PlannedReading:
    """One planned visit on its page. `home` is where it goes to; `state` is empty while it waits."""

    line: PlannedLine
    address: str
    is_safe_to_share: bool
    state: str
    why: str
    visit_pk: int | None


def planned_of_case(case: Case, user: User, on: date) -> tuple[PlannedLine, ...]:
    """What anybody plans with this family from that day on, the soonest first. One query."""
    found = PlannedVisit.objects.waiting().filter(case=case, planned_on__gte=on)
    found = found.select_related("worker", "companion", "household")
    return tuple(
        line_of(each, user, on) for each in found.order_by("planned_on", F("starts").asc(nulls_last=True), "pk")
    )


def planned_by(user: User, on: date) -> list[tuple[int, int, date, str]]:
    """Visits this person goes on, from that day on: (key, record, day, time in words). One query."""
    found = PlannedVisit.objects.waiting().visible_to(user).filter(Q(worker=user) | Q(companion=user))
    rows = (
        found.filter(planned_on__gte=on).order_by("planned_on", "pk").values_list("pk", "case", "planned_on", "starts")
    )
    return [(key, case, day, hour_in_words(starts)) for key, case, day, starts in rows]


def read_planned(planned: PlannedVisit, user: User, on: date) -> PlannedReading:
    """No query: worker, companion and home come with the planned visit."""
    home = planned.household
    state = ""
    if planned.visit_id:
        state = "Done"
    elif planned.called_off_on and planned.called_off_by:
        state = f"Called off by {planned.called_off_by.name}, {day_ahead(planned.called_off_on, on)}"
    return PlannedReading(
        line=line_of(planned, user, on),
        address=home.address if home else "",
        is_safe_to_share=home.is_safe_to_share if home else True,
        state=state,
        why=planned.called_off_why,
        visit_pk=planned.visit_id,
    )


def line_of(planned: PlannedVisit, user: User, on: date) -> PlannedLine:
    """A planned visit as one line. No query, when worker, companion and household came with it."""
    companion = f" with {planned.companion.name}" if planned.companion else ""
    at_home = planned.kind == "home" and planned.household
    return PlannedLine(
        pk=planned.pk,
        case_pk=planned.case_id,
        day=day_ahead(planned.planned_on, on),
        iso=planned.planned_on.isoformat(),
        time=hour_in_words(planned.starts),
        who=planned.worker.name + companion,
        is_mine=user.pk in (planned.worker_id, planned.companion_id),
        place=f"At {planned.household.name}" if at_home and planned.household else planned.get_kind_display(),
        purpose=VISIT_PURPOSE.get(planned.purpose, ""),
        remark=planned.remark,
        href=planned.get_absolute_url(),
    )


def homes_to_visit(case: Case) -> list[Household]:
    """Homes of a record where somebody lives now, the one of most children first. One query."""
    lives = Q(memberships__ended_on=None, memberships__member__died_on=None)
    children = Count("memberships", filter=lives & Q(memberships__member__kind="child"))
    found: Any = Household.objects.filter(case=case).annotate(people=Count("memberships", filter=lives), kids=children)
    return list(found.filter(people__gt=0).order_by("-kids", "pk"))


def may_come_along(case: Case, user: User) -> list[tuple[int, str]]:
    """Who could come along: the pod and the team, by name. One query.

    Nobody who must not see the record; of a restricted one only those who work with the family.
    """
    mine = [*case.team_ids, *user.member_team_ids]
    near = Q(team__in=mine) | Q(team__in=Team.objects.filter(pk__in=mine).values("parent"))
    excluded = Exclusion.objects.filter(case=case, lifted_on=None).values("worker")
    found = present_recorders().filter(near).exclude(user=user.pk).exclude(user__in=excluded)
    if case.is_restricted:
        found = found.filter(user__in=Involvement.objects.present().filter(case=case).values("worker"))
    return list(dict(found.order_by("user__name", "user").values_list("user", "user__name")).items())


def way(name: str, *keys: int, more: str = "") -> str:
    """The address of a page, or nothing where it does not exist."""
    try:
        return reverse(name, args=keys) + more
    except NoReverseMatch:
        return ""

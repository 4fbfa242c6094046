"""Figures made from facts, for any day, and only from the records that whoever asks may see (REFERENCE 10.2)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from camden.access import Role
from camden.models import Duty as DutyTurn
from camden.models import Employment, Membership, Team
from camden.rules.dates import months_after
from cases.models import (
    Action,
    Case,
    Episode,
    HouseholdMembership,
    Involvement,
    Member,
    PlanSpell,
    ThresholdChild,
    ThresholdMove,
)
from cases.rules import weighting
from cases.rules.continuity import Spell, months_together
from cases.rules.helping import STEPS_DOWN, is_down
from cases.rules.weighting import Duty, Plan, Score, Terms, Weighed, Zone

# Who may lead for a child; and whose work is with children: they have a caseload, even if it is empty today.
HOLDERS = (
    Role.SOCIAL_WORKER,
    Role.EARLY_CAREER_WORKER,
    Role.FAMILY_HELP_PRACTITIONER,
    Role.SENIOR_PRACTITIONER,
)
CARRIERS = (*HOLDERS, Role.LEAD_CHILD_PROTECTION, Role.PERSONAL_ADVISER)
HELPING = (Involvement.Role.CO_WORKER, Involvement.Role.LEAD_CHILD_PROTECTION)
SOON_DAYS = 14
FEWEST = 5  # families: of fewer one could tell which they are (REFERENCE 10.2)


@dataclass(frozen=True)
class Held:
    """One child as somebody's work: in which record, how, since when, and where they live (None: not noted)."""

    child: int
    case: int
    role: str
    is_cover: bool
    since: date
    weighed: Weighed


@dataclass(frozen=True)
class Caseload:
    """One worker on one day. `children` and `families` are those they lead for; the others are said beside."""

    worker: int
    name: str
    team: int
    team_name: str
    role: str
    score: Score
    children: int
    families: int
    helps: int
    """Children they work with beside another lead."""
    covers: int
    """Children whose lead they stand in for: no change of worker, and no points."""
    due_soon: int
    """Agreed actions due in the next 14 days, late ones included."""
    is_early_career: bool
    is_agency: bool
    is_employment_noted: bool
    is_registered: bool
    """With Social Work England; taken for granted while no employment is noted."""
    may_lead: bool
    leaves_on: date | None
    zone: Zone | None
    """Where the score lies; None for somebody who is to hold no caseload."""
    held: tuple[Held, ...]


@dataclass(frozen=True)
class Waiting:
    """A child in need whom nobody leads for, and since when."""

    child: int
    case: int
    name: str
    """Of the family."""
    since: date


def caseloads(*, cases: QuerySet[Case], team_ids: Sequence[int], on: date, worker: int | None = None) -> list[Caseload]:
    """Everybody with a caseload in these teams on that day, in the order of their names; never by weight.

    `cases` are the records that whoever asks may see: what they may not see is not counted. Of one `worker`, if
    given. Five queries.
    """
    works = _working(on).filter(team__in=list(team_ids), role__in=CARRIERS, user__is_active=True)
    works = works.filter(user=worker) if worker is not None else works
    found = works.select_related("user", "team").order_by("user__name", "user_id", "started_on", "pk")
    return _caseloads(list(found), cases, on)


def caseload_of(*, cases: QuerySet[Case], user: Any, on: date) -> Caseload | None:
    """One person's own. None when no role of theirs is with children. As many queries as for a team."""
    works = _working(on).filter(user=user, role__in=CARRIERS).select_related("user", "team")
    return next(iter(_caseloads(list(works.order_by("started_on", "pk")), cases, on)), None)


def waiting(*, cases: QuerySet[Case], team_ids: Sequence[int], on: date) -> list[Waiting]:
    """Children in need on that day whom nobody leads for, in records of these teams; the longest wait first."""
    of_teams = cases.filter(team_ids__overlap=list(team_ids)).values("pk")
    leads = Involvement.objects.filter(child=OuterRef("child"), role=Involvement.Role.LEAD, is_cover=False)
    last = leads.filter(ended_on__lte=on).order_by("-ended_on").values("ended_on")[:1]
    found = _in_need(on).filter(~Exists(_at(leads, on)), case__in=of_teams).annotate(left_on=Subquery(last))
    rows = found.values_list("child", "case", "case__name", "referred_on", "left_on")
    return sorted(
        (Waiting(child, case, name, max(referred, left or referred)) for child, case, name, referred, left in rows),
        key=lambda waits: (waits.since, waits.case, waits.child),
    )


def _at(rows: Any, on: date) -> Any:
    """Those that ran on the day: begun, and not ended on it or before."""
    return rows.filter(started_on__lte=on).filter(Q(ended_on=None) | Q(ended_on__gt=on))


def _working(on: date) -> QuerySet[Membership]:
    return _at(Membership.objects.all(), on)


def _in_need(on: date) -> Any:
    begun = Episode.objects.filter(referred_on__lte=on, no_further_action=False)
    return begun.filter(Q(closed_on=None) | Q(closed_on__gt=on))


def _caseloads(works: list[Membership], cases: QuerySet[Case], on: date) -> list[Caseload]:
    by_worker: dict[int, list[Membership]] = defaultdict(list)
    for membership in works:
        by_worker[membership.user_id].append(membership)
    keys = list(by_worker)
    employed, held, due = _employed(keys, on), held_by(keys, cases, on), _due(keys, cases, on)
    duties = _duties(keys, on)
    return [
        _caseload(theirs, employed.get(key), held.get(key, []), due.get(key, 0), duties.get(key, []), on)
        for key, theirs in by_worker.items()
    ]


def _caseload(
    works: list[Membership],
    employment: Employment | None,
    held: list[Held],
    due: int,
    duties: list[Duty],
    on: date,
) -> Caseload:
    person, roles = works[0], {membership.role for membership in works}
    duties = duties + [
        Duty.SUPERVISES_POD
        for membership in works
        if membership.role == Role.SENIOR_PRACTITIONER and membership.team.kind == Team.Kind.POD
    ]
    leads = [each for each in held if each.role == Involvement.Role.LEAD and not each.is_cover]
    helps = [each for each in held if each.role in HELPING]
    counted = [each.weighed for each in [*leads, *helps]]
    score = weighting.score(counted, _terms(employment, person.role, on), on, duties)
    return Caseload(
        worker=person.user_id,
        name=person.user.name,
        team=person.team_id,
        team_name=person.team.name,
        role=person.role_label,
        score=score,
        children=len({each.child for each in leads}),
        families=len({each.case for each in leads}),
        helps=len({each.child for each in helps}),
        covers=len({each.child for each in held if each.is_cover}),
        due_soon=due,
        is_early_career=Role.EARLY_CAREER_WORKER in roles or bool(employment and employment.programme),
        is_agency=bool(employment and employment.is_agency),
        is_employment_noted=employment is not None,
        is_registered=employment is None or employment.registered_with == Employment.Body.SOCIAL_WORK_ENGLAND,
        may_lead=bool(roles & set(HOLDERS)),
        leaves_on=employment.ended_on if employment else None,
        zone=None if score.permille is None else weighting.zone(score.permille, on),
        held=tuple(held),
    )


def _terms(employment: Employment | None, role: str, on: date) -> Terms:
    """Terms of employment; when none are noted, full time in the grade that the role suggests."""
    if employment is None:
        return Terms(grade="senior-practitioner" if role == Role.SENIOR_PRACTITIONER else "social-worker")
    since = employment.programme_started_on
    return Terms(
        grade=employment.grade,
        fte_permille=employment.fte_permille,
        programme_months=months_together(since, on) if since else None,
        days_here=(on - employment.started_on).days,
    )


def _employed(keys: list[int], on: date) -> dict[int, Employment]:
    """The latest employment of each that had begun. One that follows takes away the day they would have left."""
    found: dict[int, Employment] = {}
    for employment in Employment.objects.filter(user__in=keys).order_by("started_on", "pk"):
        if employment.started_on <= on:
            found[employment.user_id] = employment
        elif employment.user_id in found:
            found[employment.user_id].ended_on = None
    return found


def held_by(keys: Sequence[int], cases: QuerySet[Case], on: date) -> dict[int, list[Held]]:
    """Each one's children on the day. One query; a child of two homes counts in the one noted first."""
    others = _at(Involvement.objects.filter(child=OuterRef("child"), role__in=HELPING, is_cover=False), on)
    stays = HouseholdMembership.objects.filter(member=OuterRef("child")).filter(
        Q(started_on=None) | Q(started_on__lte=on), Q(ended_on=None) | Q(ended_on__gt=on)
    )
    known = Episode.objects.filter(child=OuterRef("child"), referred_on__lte=on, no_further_action=False)
    found = _at(Involvement.objects.filter(worker__in=keys, case__in=cases.values("pk")), on).annotate(
        shared=Exists(others.exclude(worker=OuterRef("worker"))),
        home=Subquery(stays.order_by("pk").values("household")[:1]),
        needs=Exists(_in_need(on).filter(child=OuterRef("child"))),
        known=Exists(known),
    )
    columns = ("worker", "child", "case", "role", "is_cover", "started_on", "shared", "home", "needs", "known")
    held: dict[int, list[Held]] = defaultdict(list)
    for worker, child, case, role, is_cover, since, shared, home, needs, was in found.order_by("pk").values_list(
        *columns
    ):
        plan = Plan.IN_NEED if needs else Plan.CLOSING if was else Plan.INFORMATION
        # Without a home noted, brothers and sisters are taken to live together: splitting them would be a guess.
        where = ("home", home) if home else ("family", case)
        lead = role == Involvement.Role.LEAD
        weighed = Weighed(plan, where, has_co_worker=lead and shared, is_helping=not lead)
        held[worker].append(Held(child, case, role, is_cover, since, weighed))
    return held


def _due(keys: list[int], cases: QuerySet[Case], on: date) -> dict[int, int]:
    """Agreed actions each one keeps that are due within 14 days of the day."""
    agreed = Action.objects.filter(keeper__in=keys, agreed_on__lte=on, case__in=cases.values("pk"))
    still = agreed.filter(Q(closed_on=None) | Q(closed_on__gt=on), due_on__lte=on + timedelta(days=SOON_DAYS))
    return dict(still.values_list("keeper").annotate(Count("pk")))


def _duties(keys: list[int], on: date) -> dict[int, list[Duty]]:
    """Duty in the week of the day, Monday to Sunday: once, however many hours."""
    monday = timezone.make_aware(datetime.combine(on - timedelta(days=on.weekday()), time()))
    turns = DutyTurn.objects.filter(worker__in=keys, withdrawn_at=None, kind=DutyTurn.Kind.DAY)
    found: dict[int, list[Duty]] = defaultdict(list)
    week = turns.filter(starts_at__lt=monday + timedelta(days=7), ends_at__gt=monday)
    for worker in week.values_list("worker", flat=True).order_by("worker").distinct():
        found[worker].append(Duty.DUTY_WEEK)
    return found


def names_of(children: Iterable[int], cases: QuerySet[Case]) -> dict[int, Member]:
    """Members by key, of records that whoever asks may see, with their record. One query."""
    found = Member.objects.filter(pk__in=list(children), case__in=cases.values("pk")).select_related("case")
    return {member.pk: member for member in found}


def lead_spells(children: Iterable[int]) -> dict[int, list[Spell]]:
    """Every spell of lead of these children, cover left out. One query."""
    spells: dict[int, list[Spell]] = defaultdict(list)
    found = Involvement.objects.filter(child__in=list(children), role=Involvement.Role.LEAD, is_cover=False)
    columns = ("child", "worker", "started_on", "ended_on", "change_reason")
    for child, worker, started_on, ended_on, reason in found.order_by("pk").values_list(*columns):
        spells[child].append(Spell(worker, started_on, ended_on, reason))
    return spells


@dataclass(frozen=True)
class StepsDown:
    """Steps down of a year and how they went: how many, after how many no more formal help followed within `months`.

    None stands for fewer than `FEWEST`: of so few one could tell which family it is. Numbers of a team, of no worker.
    """

    months: int
    steps: int | None
    held: int | None
    again: int | None
    """How many were followed by more formal help within that time."""


def steps_down(*, cases: QuerySet[Case], team_ids: Sequence[int], months: int, on: date) -> StepsDown:
    """How the steps down of families of these teams went (REFERENCE 4.6). Three queries.

    Those of one year of which every one had its `months` by that day. `cases` are those whoever asks may see.
    """
    last = months_after(on, -months)
    found = ThresholdMove.objects.filter(case__in=cases.filter(team_ids__overlap=list(team_ids)).values("pk"))
    found = found.filter(downwards(), moved_on__gt=months_after(last, -12), moved_on__lte=last)
    moves = {pk: (moved_on, basis) for pk, moved_on, basis in found.values_list("pk", "moved_on", "to_basis")}
    children: dict[int, list[int]] = defaultdict(list)
    for child, move in ThresholdChild.objects.filter(move__in=moves).values_list("child", "move"):
        children[child].append(move)
    again = set()
    for child, basis, began in PlanSpell.objects.filter(child__in=children).values_list("child", "basis", "started_on"):
        for key in children[child]:
            moved_on, to_basis = moves[key]
            is_up = is_down(basis, to_basis)
            if is_up and moved_on < began <= months_after(moved_on, months):
                again.add(key)
    return _steps_down(months, len(moves), len(again))


def downwards() -> Q:
    """Steps to less formal help, or to none."""
    found = Q(pk__in=[])
    for before, after in STEPS_DOWN:
        found |= Q(from_basis=before, to_basis=after)
    return found


def _steps_down(months: int, steps: int, again: int) -> StepsDown:
    if steps < FEWEST:
        return StepsDown(months, None, None, None)
    is_few = 0 < again < FEWEST or 0 < steps - again < FEWEST
    return StepsDown(months, steps, None if is_few else steps - again, None if is_few else again)

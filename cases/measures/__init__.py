"""Figures made from facts, for any day, and only from the records that whoever asks may see (REFERENCE 10.2)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from camden.access import Role
from camden.models import Duty as DutyTurn
from camden.models import Employment, Membership, Team
from camden.rules.dates import months_after
from cases.measures.weighing import (
    HELPING,
    Caseworld,
    Held,
    absences_in,
    at,
    caseworld,
    employments_in,
    extra_duties_in,
    how_they_work,
    local_weights,
    weights_in,
    worker_facts,
)
from cases.models import (
    Action,
    Case,
    Episode,
    Involvement,
    Member,
    PlanSpell,
    ThresholdChild,
    ThresholdMove,
)
from cases.rules import weighting
from cases.rules.continuity import Spell
from cases.rules.helping import STEPS_DOWN, is_down
from cases.rules.weighting import Duty, Part, Score, Weights, Zone, facts, preview
from cases.rules.weighting.facts import Worker

# Who may lead for a child; and whose work is with children: they have a caseload, even if it is empty today.
HOLDERS = (
    Role.SOCIAL_WORKER,
    Role.EARLY_CAREER_WORKER,
    Role.FAMILY_HELP_PRACTITIONER,
    Role.SENIOR_PRACTITIONER,
)
CARRIERS = (*HOLDERS, Role.LEAD_CHILD_PROTECTION, Role.PERSONAL_ADVISER)
SOON_DAYS = 14
FEWEST = 5  # families: of fewer one could tell which they are (REFERENCE 10.2)


@dataclass(frozen=True)
class Caseload:
    """One worker on one day. `children` and `families` are those they lead for; the others are said beside."""

    worker: int
    name: str
    team: int
    team_name: str
    role: str
    score: Score
    whole: tuple[Part, ...]
    """The same load child by child, to the last half point."""
    holds_up: tuple[Part, ...]
    """How the capacity comes about."""
    breaches: tuple[str, ...]
    """Where somebody early in their career holds more than is right for them, a sentence each."""
    weighs: preview.Caseload
    """What the score is made from, to weigh it with other numbers."""
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
    away: tuple[date, date | None] | None
    """The first day of the present or next absence, and the day they are back (None: not known)."""
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


def caseloads(
    *, cases: QuerySet[Case], team_ids: Sequence[int], on: date, worker: int | None = None, early_career: bool = False
) -> list[Caseload]:
    """Everybody with a caseload in these teams on that day, in the order of their names; never by weight.

    `cases` are the records that whoever asks may see: what they may not see is not counted. Of one `worker`, or of
    people early in their career alone, if asked so. Three queries.
    """
    works = _working(on, cases).filter(team__in=list(team_ids), role__in=CARRIERS, user__is_active=True)
    works = works.filter(user=worker) if worker is not None else works
    if early_career:
        programme = Employment.objects.filter(user=OuterRef("user")).exclude(programme="")
        works = works.filter(Q(role=Role.EARLY_CAREER_WORKER) | Exists(programme))
    found = works.select_related("user", "team").order_by("user__name", "user_id", "started_on", "pk")
    return _caseloads(list(found), cases, on)


def caseload_of(*, cases: QuerySet[Case], user: Any, on: date) -> Caseload | None:
    """One person's own. None when no role of theirs is with children. As many queries as for a team."""
    works = _working(on, cases).filter(user=user, role__in=CARRIERS).select_related("user", "team")
    return next(iter(_caseloads(list(works.order_by("started_on", "pk")), cases, on)), None)


def waiting(*, cases: QuerySet[Case], team_ids: Sequence[int], on: date) -> list[Waiting]:
    """Children in need on that day whom nobody leads for, in records of these teams; the longest wait first."""
    of_teams = cases.filter(team_ids__overlap=list(team_ids)).values("pk")
    leads = Involvement.objects.filter(child=OuterRef("child"), role=Involvement.Role.LEAD, is_cover=False)
    last = leads.filter(ended_on__lte=on).order_by("-ended_on").values("ended_on")[:1]
    found = in_need(on).filter(~Exists(at(leads, on)), case__in=of_teams).annotate(left_on=Subquery(last))
    rows = found.values_list("child", "case", "case__name", "referred_on", "left_on")
    return sorted(
        (Waiting(child, case, name, max(referred, left or referred)) for child, case, name, referred, left in rows),
        key=lambda waits: (waits.since, waits.case, waits.child),
    )


def _working(on: date, cases: QuerySet[Case]) -> QuerySet[Membership]:
    """Places of work on the day, with what each person agreed to do soon. One query brings everything."""
    return working_on(on).annotate(due_soon=Coalesce(Subquery(_due(cases, on)), 0))


def working_on(on: date) -> QuerySet[Membership]:
    """Places of work on the day, each with all that says how the person works: one query brings everything."""
    monday = timezone.make_aware(datetime.combine(on - timedelta(days=on.weekday()), time()))
    turns = DutyTurn.objects.filter(worker=OuterRef("user"), withdrawn_at=None, kind=DutyTurn.Kind.DAY)
    week = turns.filter(starts_at__lt=monday + timedelta(days=7), ends_at__gt=monday)
    found: QuerySet[Membership] = at(Membership.objects.all(), on)
    return found.annotate(is_on_duty=Exists(week), **how_they_work("user", on))


def in_need(on: date) -> Any:
    """Episodes of need that ran on the day."""
    begun = Episode.objects.filter(referred_on__lte=on, no_further_action=False)
    return begun.filter(Q(closed_on=None) | Q(closed_on__gt=on))


def _caseloads(works: list[Membership], cases: QuerySet[Case], on: date) -> list[Caseload]:
    if not works:
        return []
    by_worker: dict[int, list[Membership]] = defaultdict(list)
    for membership in works:
        by_worker[membership.user_id].append(membership)
    keys, weights = list(by_worker), weights_in(works)
    world = caseworld(keys, cases, on, weights)
    loads = []
    for key, theirs in by_worker.items():
        employed, away = employments_in(theirs[0]), absences_in(theirs[0])
        worker = worker_facts(key, employed, away, duties_of(theirs), grade_of(theirs[0].role), on)
        loads.append(_caseload(theirs, _latest(employed, on), worker, world, weights, on))
    return loads


def _caseload(
    works: list[Membership],
    employment: Employment | None,
    worker: Worker,
    world: Caseworld,
    weights: Weights,
    on: date,
) -> Caseload:
    person, roles = works[0], {membership.role for membership in works}
    held = world.held.get(person.user_id, [])
    leads = [each for each in held if each.role == Involvement.Role.LEAD and not each.is_cover]
    helps = [each for each in held if each.role in HELPING]
    counted = [each.weighed for each in [*leads, *helps]]
    terms, duties = facts.terms_on(worker, on, weighting.scheme_on(on, weights)), facts.duties_on(worker, on)
    score = weighting.score(counted, terms, on, duties, weights)
    return Caseload(
        worker=person.user_id,
        name=person.user.name,
        team=person.team_id,
        team_name=person.team.name,
        role=person.role_label,
        score=score,
        whole=weighting.explain(counted, terms, on, duties, weights),
        holds_up=weighting.explain_capacity(terms, on, weights),
        breaches=weighting.early_career_breaches(counted, terms, on, weights),
        weighs=preview.Caseload(tuple(counted), terms, duties),
        children=len({each.child for each in leads}),
        families=len({each.case for each in leads}),
        helps=len({each.child for each in helps}),
        covers=len({each.child for each in held if each.is_cover}),
        due_soon=person.due_soon,  # type: ignore[attr-defined]
        is_early_career=Role.EARLY_CAREER_WORKER in roles or bool(employment and employment.programme),
        is_agency=bool(employment and employment.is_agency),
        is_employment_noted=employment is not None,
        is_registered=employment is None or employment.registered_with == Employment.Body.SOCIAL_WORK_ENGLAND,
        may_lead=bool(roles & set(HOLDERS)),
        leaves_on=employment.ended_on if employment else None,
        away=next(
            (
                (each.started_on, each.ended_on)
                for each in worker.absences
                if each.ended_on is None or each.ended_on > on
            ),
            None,
        ),
        zone=None if score.permille is None else weighting.zone(score.permille, on, weights),
        held=tuple(held),
    )


def grade_of(role: str) -> str:
    """The grade that a role suggests, where no employment is noted."""
    return "senior-practitioner" if role == Role.SENIOR_PRACTITIONER else "social-worker"


def _latest(noted: list[Employment], on: date) -> Employment | None:
    """The latest employment that had begun. One that follows takes away the day they would have left."""
    begun = [each for each in noted if each.started_on <= on]
    if begun and len(begun) < len(noted):
        begun[-1].ended_on = None
    return begun[-1] if begun else None


def held_by(keys: Sequence[int], cases: QuerySet[Case], on: date) -> dict[int, list[Held]]:
    """Each one's children on the day, as they weigh. Three queries."""
    return dict(caseworld(keys, cases, on, local_weights(on)).held)


def _due(cases: QuerySet[Case], on: date) -> Any:
    """How many agreed actions the person of a place of work keeps that are due within 14 days of the day."""
    agreed = Action.objects.filter(keeper=OuterRef("user"), agreed_on__lte=on, case__in=cases.values("pk"))
    still = agreed.filter(Q(closed_on=None) | Q(closed_on__gt=on), due_on__lte=on + timedelta(days=SOON_DAYS))
    return still.order_by().values("keeper").annotate(count=Count("pk")).values("count")


def duties_of(works: Sequence[Membership]) -> list[Duty]:
    """Duty in the week of the day, Monday to Sunday, once, however many hours; a pod they supervise; what was noted."""
    found: list[Duty] = [Duty.DUTY_WEEK] if any(each.is_on_duty for each in works) else []  # type: ignore[attr-defined]
    found += extra_duties_in(next(iter(works)))
    pods = (each for each in works if each.team.kind == Team.Kind.POD)
    return found + [Duty.SUPERVISES_POD] * any(each.role == Role.SENIOR_PRACTITIONER for each in pods)


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

"""What a proposal is made from: who could carry what, and each family group with what protects it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from camden.models import User
from cases import measures
from cases.measures import Caseload, Held, Waiting
from cases.models import Case, Exclusion, Involvement
from cases.rules import weighting
from cases.rules.balancing import Carrier, Family
from cases.rules.continuity import Continuity, continuity, months_together
from cases.rules.weighting import Plan, Weighed


@dataclass(frozen=True)
class Group:
    """A family group as the database knows it: the record, its children, who leads for them."""

    case: int
    children: tuple[int, ...]
    lead: int | None
    has_had_lead: bool


@dataclass
class Facts:
    """One team on one day. `groups` by the key that `families` use."""

    carriers: list[Carrier] = field(default_factory=list)
    families: list[Family] = field(default_factory=list)
    groups: dict[int, Group] = field(default_factory=dict)
    teams: dict[int, int] = field(default_factory=dict)
    """The team in which each carrier would lead."""


def facts_of(
    *, cases: QuerySet[Case], team_ids: Sequence[int], on: date, declined: Iterable[tuple[int, int | None, int]] = ()
) -> Facts:
    """All that `rules.balancing.propose` asks. Nine queries.

    `cases` are ordinary records: a restricted one is neither counted nor moved, so that nobody learns of it here.
    `declined` are (case, lead, other lead) that the manager did not take up lately.
    """
    loads = measures.caseloads(cases=cases, team_ids=team_ids, on=on)
    facts = Facts(teams={load.worker: load.team for load in loads})
    facts.carriers = [_carrier(load, on) for load in loads if load.may_lead]
    here = cases.filter(closed_on=None, team_ids__overlap=list(team_ids))
    held = {load.worker: _leads(load.held) for load in loads if load.may_lead}
    gone = _gone(here, held, on)
    facts.carriers += [Carrier(user.pk, user.name, 0, 0, takes_new=False, leaves=True) for user in gone]
    held |= {key: _leads(found) for key, found in measures.held_by([user.pk for user in gone], cases, on).items()}
    in_unit = set(here.values_list("pk", flat=True))
    waits = measures.waiting(cases=cases, team_ids=team_ids, on=on)
    groups = [*_held_groups(held, in_unit), *_waiting_groups(waits, in_unit)]
    _add_families(facts, groups, on, set(declined))
    return facts


def _leads(held: Iterable[Held]) -> list[Held]:
    return [each for each in held if each.role == Involvement.Role.LEAD and not each.is_cover]


def _carrier(load: Caseload, on: date) -> Carrier:
    days = (load.leaves_on - on).days if load.leaves_on else None
    leaves = days is not None and days <= weighting.scheme_on(on).leaving_days
    return Carrier(
        key=load.worker,
        name=load.name,
        load=load.score.load,
        capacity=load.score.capacity,
        takes_new=not leaves,
        leaves=leaves,
        is_early_career=load.is_early_career,
        is_registered=load.is_registered,
    )


def _gone(here: QuerySet[Case], known: Iterable[int], on: date) -> list[User]:
    """People who still lead in these records and work here no more: no account, or no place in any team."""
    leads = Involvement.objects.filter(case__in=here.values("pk"), leads_now=True).exclude(worker__in=list(known))
    works = Q(memberships__started_on__lte=on) & (Q(memberships__ended_on=None) | Q(memberships__ended_on__gt=on))
    at_work = User.objects.filter(works, is_active=True)
    found = User.objects.filter(pk__in=leads.values("worker")).exclude(pk__in=at_work.values("pk"))
    return list(found.order_by("pk"))


@dataclass
class _Group:
    """A group on its way: its children as they weigh, and the first day of the present lead."""

    case: int
    lead: int | None
    weighed: dict[int, Weighed]
    since: date | None


def _held_groups(held: dict[int, list[Held]], in_unit: set[int]) -> list[_Group]:
    groups: dict[tuple[int, int], _Group] = {}
    for worker, children in held.items():
        for each in children:
            if each.case in in_unit:
                group = groups.setdefault((each.case, worker), _Group(each.case, worker, {}, each.since))
                group.weighed[each.child] = each.weighed
                group.since = min(group.since or each.since, each.since)
    return list(groups.values())


def _waiting_groups(waits: Iterable[Waiting], in_unit: set[int]) -> list[_Group]:
    groups: dict[int, _Group] = {}
    for each in waits:
        if each.case in in_unit:
            group = groups.setdefault(each.case, _Group(each.case, None, {}, None))
            group.weighed[each.child] = Weighed(Plan.IN_NEED, ("family", each.case))
    return list(groups.values())


def _add_families(facts: Facts, groups: list[_Group], on: date, declined: set[tuple[int, int | None, int]]) -> None:
    spells = measures.lead_spells({child for group in groups for child in group.weighed})
    closed: dict[int, set[int]] = defaultdict(set)
    standing = Exclusion.objects.filter(case__in={group.case for group in groups}, stands_against__isnull=False)
    for case, worker in standing.values_list("case", "worker"):
        closed[case].add(worker)
    leads: dict[int, set[int]] = defaultdict(set)
    for group in groups:
        if group.lead is not None:
            leads[group.case].add(group.lead)
    # Keys in an order that does not depend on the day's: the record, then its lead.
    for key, group in enumerate(sorted(groups, key=lambda each: (each.case, each.lead or 0)), start=1):
        turned_down = {to for case, lead, to in declined if (case, lead) == (group.case, group.lead)}
        had_lead = any(spells[child] for child in group.weighed)
        facts.groups[key] = Group(group.case, tuple(sorted(group.weighed)), group.lead, had_lead)
        steady = [continuity(spells[child], on) for child in group.weighed]
        closed_to = frozenset(closed[group.case] | turned_down)
        facts.families.append(_family(key, group, steady, on, closed_to, frozenset(leads[group.case])))


def _family(
    key: int, group: _Group, steady: list[Continuity], on: date, closed_to: frozenset[int], known_to: frozenset[int]
) -> Family:
    changes = [each.last_change_on for each in steady if each.last_change_on]
    return Family(
        key=key,
        children=len(group.weighed),
        points=weighting.weigh(group.weighed.values(), on),
        lead=group.lead,
        months_together=months_together(group.since, on) if group.since else 0,
        months_since_change=months_together(max(changes), on) if changes else None,
        changes_in_year=max((each.changes_in_year for each in steady), default=0),
        closed_to=closed_to,
        known_to=known_to,
    )

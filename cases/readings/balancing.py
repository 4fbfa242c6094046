"""What a proposal is made from: who could carry what, why somebody may need a new worker, and each family group."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.db.models import Max, Q, QuerySet

from camden.models import Absence, Employment, User
from camden.operations.rulebook import calendar
from cases import measures
from cases.measures import Caseload, Waiting
from cases.measures.weighing import Held
from cases.models import Case, Exclusion, Involvement, Member
from cases.readings.carrying import languages_by_worker
from cases.readings.moments import Now, moments_of
from cases.rules import weighting
from cases.rules.balancing import GOES, Carrier, Family
from cases.rules.continuity import Continuity, continuity, months_together
from cases.rules.languages import languages_of
from cases.rules.recording import NEEDS_INTERPRETER
from cases.rules.weighting import Plan, Weighed, facts
from cases.rules.when_to_propose import Ahead, Found, Moments, Standing, causes, protects


@dataclass(frozen=True)
class Group:
    """A family group as the database knows it: the record, its children, who leads for them."""

    case: int
    children: tuple[int, ...]
    lead: int | None
    has_had_lead: bool


@dataclass
class Facts:
    """One team on one day. `groups` by the key that `families` use; `found` are the reasons to look for somebody."""

    carriers: list[Carrier] = field(default_factory=list)
    families: list[Family] = field(default_factory=list)
    found: tuple[Found, ...] = ()
    groups: dict[int, Group] = field(default_factory=dict)
    teams: dict[int, int] = field(default_factory=dict)
    """The team in which each carrier would lead."""


def facts_of(
    *, cases: QuerySet[Case], team_ids: Sequence[int], on: date, declined: Iterable[tuple[int, int | None, int]] = ()
) -> Facts:
    """All that a look asks: as many queries for one family as for a thousand.

    `cases` are ordinary records: a restricted one is neither counted nor moved, so that nobody learns of it here.
    `declined` are (case, lead, other lead) that the manager did not take up lately.
    """
    loads = [each for each in measures.caseloads(cases=cases, team_ids=team_ids, on=on) if each.may_lead]
    facts = Facts(teams={load.worker: load.team for load in loads})
    records = dict(cases.filter(closed_on=None, team_ids__overlap=list(team_ids)).values_list("pk", "team_ids"))
    held = {load.worker: _leads(load.held) for load in loads}
    gone = _gone(records, held, on)
    held |= {key: _leads(found) for key, found in measures.held_by([user.pk for user in gone], cases, on).items()}
    groups = _held_groups(held, records)
    waits = _waiting_groups(measures.waiting(cases=cases, team_ids=team_ids, on=on), records)
    most = _most_children([load.worker for load in loads], on)
    away = _away([load.worker for load in loads], on)
    standings = [_standing(load, most.get(load.worker), away.get(load.worker)) for load in loads]
    standings += [_standing_gone(user, groups, on) for user in gone]
    facts.found = causes(standings, len({group.case for group in waits}), on)
    goes = {each.worker for each in facts.found if each.cause in GOES}
    needed = _languages({group.case for group in waits})
    speaks = languages_by_worker([load.worker for load in loads], {name for names in needed.values() for name in names})
    facts.carriers = [
        _carrier(load, most.get(load.worker), speaks, takes_new=load.worker not in goes and _stays(standing, on))
        for load, standing in zip(loads, standings, strict=False)
    ]
    facts.carriers += [Carrier(user.pk, user.name, 0, 0, takes_new=False) for user in gone]
    _add_families(facts, [*groups, *waits], records, set(team_ids), on, set(declined))
    facts.families = [
        replace(family, languages=needed.get(facts.groups[family.key].case, frozenset())) for family in facts.families
    ]
    return facts


def _languages(cases: Collection[int]) -> dict[int, frozenset[str]]:
    """Languages in which families that wait need an interpreter, by record. One query, none where nobody waits."""
    if not cases:
        return {}
    people = Member.objects.filter(case__in=cases, died_on=None, interpreter=NEEDS_INTERPRETER)
    said: dict[int, list[str]] = defaultdict(list)
    for case, language in people.exclude(language="").order_by("pk").values_list("case", "language"):
        said[case].append(language)
    return {case: languages_of(texts) for case, texts in said.items()}


def _leads(held: Iterable[Held]) -> list[Held]:
    return [each for each in held if each.role == Involvement.Role.LEAD and not each.is_cover]


def _standing(load: Caseload, most: int | None, away: tuple[date, date | None] | None) -> Standing:
    return Standing(
        key=load.worker,
        name=load.name,
        load=load.score.load,
        capacity=load.score.capacity,
        families=load.families,
        children=load.children,
        children_most=most,
        leaves_on=load.leaves_on,
        away_from=away[0] if away else None,
        away_until=away[1] if away else None,
    )


def _standing_gone(user: User, groups: Iterable["_Group"], on: date) -> Standing:
    """Somebody who works here no more; where no day is noted, today will do."""
    left_on = min(getattr(user, "left_on", None) or on, on)
    return Standing(user.pk, user.name, 0, 0, sum(group.lead == user.pk for group in groups), leaves_on=left_on)


def _stays(standing: Standing, on: date) -> bool:
    """Neither about to leave nor away for long, so that they may be asked."""
    scheme = weighting.scheme_on(on)
    if standing.leaves_on and (standing.leaves_on - on).days <= scheme.leaving_days:
        return False
    begins, back = standing.away_from, standing.away_until
    if begins is None or begins > on + timedelta(days=scheme.leaving_days):
        return True
    if back is None:
        return (on - begins).days < scheme["away-long"].amount
    return (back - on).days <= scheme.leaving_days or (back - begins).days < scheme["away-long"].amount


def _carrier(load: Caseload, most: int | None, speaks: Mapping[int, frozenset[str]], *, takes_new: bool) -> Carrier:
    return Carrier(
        key=load.worker,
        name=load.name,
        load=load.score.load,
        capacity=load.score.capacity,
        children=load.children,
        children_most=most,
        takes_new=takes_new,
        is_early_career=load.is_early_career,
        is_registered=load.is_registered,
        team=load.team,
        languages=speaks.get(load.worker, frozenset()),
    )


def _gone(records: Iterable[int], known: Iterable[int], on: date) -> list[User]:
    """People who still lead in these records and work here no more: no account, or no place in any team. `left_on` is
    the last day of their last place."""
    leads = Involvement.objects.filter(case__in=list(records), leads_now=True).exclude(worker__in=list(known))
    works = Q(memberships__started_on__lte=on) & (Q(memberships__ended_on=None) | Q(memberships__ended_on__gt=on))
    at_work = User.objects.filter(works, is_active=True)
    found = User.objects.filter(pk__in=leads.values("worker")).exclude(pk__in=at_work.values("pk"))
    return list(found.annotate(left_on=Max("memberships__ended_on")).order_by("pk"))


def _most_children(keys: list[int], on: date) -> dict[int, int]:
    """How many children each may hold at most, early in a career. One query."""
    scheme = weighting.scheme_on(on)
    most = scheme["early-career-children"]
    running = Employment.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), user__in=keys, started_on__lte=on)
    columns = ("user", "programme_started_on", "programme_extended_to_on")
    found = {
        user: facts.programme_months(since, extended_to, scheme, on)
        for user, since, extended_to in running.exclude(programme_started_on=None).values_list(*columns)
    }
    return {user: most.amount for user, months in found.items() if months is not None and months < (most.limit or 0)}


def _away(keys: list[int], on: date) -> dict[int, tuple[date, date | None]]:
    """The absence of each that counts: the last one that runs, ended lately or begins soon. One query."""
    near = timedelta(days=weighting.scheme_on(on).leaving_days)
    counts = Absence.objects.filter(person__in=keys, withdrawn_at=None, from_on__lte=on + near)
    counts = counts.filter(Q(back_on=None) | Q(back_on__gte=on - near)).order_by("from_on", "pk")
    return {person: (begins, back) for person, begins, back in counts.values_list("person", "from_on", "back_on")}


@dataclass
class _Group:
    """A group on its way: its children as they weigh, and the first day of the present lead."""

    case: int
    lead: int | None
    weighed: dict[int, Weighed]
    since: date | None


def _held_groups(held: dict[int, list[Held]], records: Iterable[int]) -> list[_Group]:
    groups: dict[tuple[int, int], _Group] = {}
    here = set(records)
    for worker, children in held.items():
        for each in children:
            if each.case in here:
                group = groups.setdefault((each.case, worker), _Group(each.case, worker, {}, each.since))
                group.weighed[each.child] = each.weighed
                group.since = min(group.since or each.since, each.since)
    return list(groups.values())


def _waiting_groups(waits: Iterable[Waiting], records: Iterable[int]) -> list[_Group]:
    groups: dict[int, _Group] = {}
    here = set(records)
    for each in waits:
        if each.case in here:
            group = groups.setdefault(each.case, _Group(each.case, None, {}, None))
            group.weighed[each.child] = Weighed(Plan.IN_NEED, ("family", each.case))
    return list(groups.values())


def _add_families(
    facts: Facts,
    groups: list[_Group],
    records: dict[int, list[int]],
    unit: set[int],
    on: date,
    declined: set[tuple[int, int | None, int]],
) -> None:
    children = {child for group in groups for child in group.weighed}
    spells, days = measures.lead_spells(children), calendar()
    now, booked = moments_of(children, {group.case for group in groups}, on)
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
        theirs = [now[child] for child in sorted(group.weighed) if child in now]
        here = [team for team in records[group.case] if team in unit]
        facts.families.append(
            Family(
                key=key,
                children=len(group.weighed),
                points=weighting.weigh(group.weighed.values(), on),
                lead=group.lead,
                months_together=months_together(group.since, on) if group.since else 0,
                in_proceedings=any(each.is_in_court for each in theirs),
                needs_registered=any(each.is_statutory for each in theirs),
                needs_experience=any(
                    now[child].is_for_the_experienced and not weighed.has_co_worker
                    for child, weighed in group.weighed.items()
                    if child in now
                ),
                keeps=protects(_moments(theirs, booked.get(group.case, []), steady), on, days),
                closed_to=frozenset(closed[group.case] | turned_down),
                known_to=frozenset(leads[group.case]),
                team=facts.teams.get(group.lead or 0, here[-1] if here else 0),
            )
        )


def _moments(theirs: list[Now], booked: list[Ahead], steady: list[Continuity]) -> Moments:
    """What protects a group, over all its children."""
    changed = [each.last_change_on for each in steady if each.last_change_on]
    moved = [each.moved_home_on for each in theirs if each.moved_home_on]
    return Moments(
        ahead=tuple(dict.fromkeys([*booked, *(ahead for each in theirs for ahead in each.ahead)])),
        is_enquiry_open=any(each.is_enquiry_open for each in theirs),
        placement_changed_on=max(moved, default=None),
        lead_changed_on=max(changed, default=None),
        changes_in_year=max((each.changes_in_year for each in steady), default=0),
    )

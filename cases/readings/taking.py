"""Who could take a family: what it needs, what it wishes, who could and why, and who was asked already."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from camden.access import Permission
from camden.rules.names import day_in_words
from cases import measures
from cases.measures import Caseload
from cases.measures.weighing import HELPING, children_facts, local_weights
from cases.models import BriefPart, Case, DecisionHeard, Episode, Exclusion, Involvement, Member, WorkerAsked
from cases.readings.carrying import languages_by_worker, minutes_by_worker, ways_to
from cases.readings.header import steady_in_words
from cases.readings.teams import ZONES
from cases.readings.workers import may_lead
from cases.rules import who_could
from cases.rules.continuity import Spell, before_confirming, led
from cases.rules.deciding import WAS_HEARD
from cases.rules.introducing import ANSWER
from cases.rules.languages import languages_of
from cases.rules.visits import in_a_row
from cases.rules.weighting import Addition, Plan, Weighed, Weights, Zone, facts, in_points, scheme_on, weigh
from cases.rules.who_could import Candidate, Needs, Wish

# Work that only a registered social worker leads, and work that nobody early in their career leads alone (9.3).
_EXPERIENCED = frozenset({Plan.ENQUIRY, Plan.PROTECTION, Plan.PROCEEDINGS})
_REGISTERED = _EXPERIENCED | {Plan.LOOKED_AFTER_NEW, Plan.LOOKED_AFTER_SETTLING, Plan.LOOKED_AFTER_LONG}


@dataclass(frozen=True)
class ChildToTake:
    """A child who waits for a lead worker, or whose lead may change; `steady` says how it was so far."""

    pk: int
    name: str
    age: str
    steady: str


@dataclass(frozen=True)
class AskedLine:
    """A worker who was asked: what they said ("Yes, on 3 November 2026"), or that they have not answered yet."""

    pk: int
    worker: int
    name: str
    said: str
    words: str
    is_yes: bool
    is_waiting: bool


@dataclass(frozen=True)
class CouldLine:
    """Somebody who could, with figures side by side: a score is not all there is to a caseload."""

    worker: int
    name: str
    team: str
    children: int
    families: int
    due_soon: int
    score: str
    after: str
    zone: str
    zone_kind: str
    reasons: tuple[str, ...]
    mind: tuple[str, ...]
    ahead: str
    asked: AskedLine | None


@dataclass(frozen=True)
class Taking:
    """The page. `lead` is who leads now, empty for children who wait; `needs` are lines of heading and words."""

    case_pk: int
    children: tuple[ChildToTake, ...]
    lead: str
    lead_pk: int | None
    needs: tuple[tuple[str, str], ...]
    wishes: tuple[Wish, ...]
    could: tuple[CouldLine, ...]
    could_not: tuple[who_could.CouldNot, ...]
    asked: tuple[AskedLine, ...]

    @property
    def who(self) -> str:
        """The children in a row."""
        return in_a_row([child.name for child in self.children])

    @property
    def address(self) -> str:
        """The page itself."""
        of = f"?child={self.children[0].pk}" if self.lead and self.children else ""
        return reverse("cases:who-could-take", args=[self.case_pk]) + of

    @property
    def of_children(self) -> str:
        """What an address says of which children it is about: nothing for those who wait."""
        return f"&child={self.children[0].pk}" if self.lead and self.children else ""


def group_of(case: Case, child: int | None) -> list[Member]:
    """The children of a visible record who are allocated together: those with the same lead as this child; without
    one, all who wait for a lead. Oldest first; none for a key of somebody else. Two queries."""
    children = list(Member.objects.children().filter(case=case, died_on=None))
    leads = dict(Involvement.objects.filter(case=case, leads_now=True).values_list("child", "worker"))
    if child is not None:
        known = any(each.pk == child for each in children)
        return [each for each in children if known and leads.get(each.pk) == leads.get(child)]
    waiting = Episode.objects.without_lead().filter(case=case).values_list("child", flat=True)
    return [each for each in children if each.pk in set(waiting)]


def take(*, case: Case, children: Sequence[Member], user: Any, on: date) -> Taking:
    """Who could take these children of a visible record. As many queries for one person as for a hundred."""
    weights, keys = local_weights(on), [child.pk for child in children]
    spells, leads = _leads(case)
    present = {leads[key][0]: leads[key][1] for key in keys if key in leads}
    lead = next(iter(present), None)
    weighed = _weighed(keys, case, lead, on, weights)
    loads, paths = _loads(user, case, on)
    minutes, speaks = minutes_by_worker(ways_to(keys, on), paths), _languages(case)
    needs = _needs(case, children, weighed, lead, leads, spells, minutes, speaks, on, weights)
    known = languages_by_worker(loads, speaks)
    candidates = [_candidate(load, known.get(load.worker), on, weights) for load in loads.values()]
    answer = who_could.who_could(needs, candidates, on, weights)
    asked = asked_lines(case=case, user=user)
    by_worker = {line.worker: line for line in reversed(asked)}
    return Taking(
        case_pk=case.pk,
        children=tuple(_child(child, spells[child.pk], on) for child in children),
        lead=present[lead] if lead else "",
        lead_pk=lead,
        needs=tuple(_needs_in_words(children, weighed, needs, on, weights)),
        wishes=needs.wishes,
        could=tuple(_could(each, loads[each.key], by_worker.get(each.key), on, weights) for each in answer.could),
        could_not=answer.could_not,
        asked=asked,
    )


def if_taken(children: Sequence[Member], worker: int, on: date) -> tuple[str, ...]:
    """What it would be for each child if this worker led from that day: said before anybody confirms. One query."""
    spells = measures.lead_spells([child.pk for child in children])
    return tuple(before_confirming(child.first_name, spells[child.pk], worker, on) for child in children)


def asked_lines(*, case: Case, user: Any) -> tuple[AskedLine, ...]:
    """Who was asked about this family and what they said, the latest first. One query."""
    found = WorkerAsked.objects.visible_to(user).filter(case=case, taken_back_on=None)
    return tuple(_asked(row) for row in found.select_related("worker").order_by("-asked_on", "-pk"))


def _asked(row: WorkerAsked) -> AskedLine:
    said = f"Asked on {day_in_words(row.asked_on)}, has not answered yet"
    if row.answer and row.answered_on:
        said = f"{ANSWER[row.answer]}, on {day_in_words(row.answered_on)}"
    return AskedLine(
        row.pk, row.worker_id, row.worker.name, said, row.answer_words, row.answer == "yes", not row.answer
    )


def _leads(case: Case) -> tuple[dict[int, list[Spell]], dict[int, tuple[int, str]]]:
    """Every spell of lead of each child, and who leads now: key and name."""
    spells: dict[int, list[Spell]] = defaultdict(list)
    leads: dict[int, tuple[int, str]] = {}
    found = Involvement.objects.filter(case=case, role=Involvement.Role.LEAD, is_cover=False).order_by("pk")
    columns = ("child", "worker", "worker__name", "started_on", "ended_on", "change_reason")
    for child, worker, name, since, until, reason in found.values_list(*columns):
        spells[child].append(Spell(worker, since, until, reason))
        if until is None:
            leads[child] = (worker, name)
    return spells, leads


def _languages(case: Case) -> frozenset[str]:
    """What the family speaks beside English, as their record writes it. One query."""
    people = Member.objects.filter(case=case, died_on=None).exclude(language="")
    return languages_of(people.order_by("pk").values_list("language", flat=True))


def _loads(user: Any, case: Case, on: date) -> tuple[dict[int, Caseload], Mapping[int, Sequence[int]]]:
    """Everybody whom this person could give children to, by key, and the teams they would go from: each its path."""
    holders: dict[int, Sequence[int]] = {membership.user_id: membership.team.path for membership in may_lead(user)}
    mine = user.team_ids_for(Permission.CASE_ALLOCATE)
    loads = measures.caseloads(cases=Case.objects.visible_to(user), team_ids=mine, on=on)
    return {load.worker: load for load in loads if load.worker in holders}, holders


def _weighed(keys: list[int], case: Case, lead: int | None, on: date, weights: Weights) -> list[Weighed]:
    """The children as they would weigh for somebody new."""
    here = Case.objects.filter(pk=case.pk)  # nosemgrep: record-not-asked-for-a-person - it was fetched through lookup
    children = children_facts(keys, here)
    holds = [facts.Hold(on, worker="new", child=key, follows=lead is not None) for key in children]
    return list(facts.held_by(children.values(), holds, on, weights).get("new", {}).values())


def _needs(
    case: Case,
    children: Sequence[Member],
    weighed: Sequence[Weighed],
    lead: int | None,
    leads: dict[int, tuple[int, str]],
    spells: dict[int, list[Spell]],
    minutes: dict[int, int],
    languages: frozenset[str],
    on: date,
    weights: Weights,
) -> Needs:
    keys = {child.pk for child in children}
    plans = {each.plan for each in weighed}
    before_court = any(Addition.PRE_PROCEEDINGS in each.additions for each in weighed)
    beside = Involvement.objects.present().filter(child__in=keys, role__in=HELPING, is_cover=False)
    names = dict(Member.objects.filter(pk__in=set(leads) - keys).values_list("pk", "given_name"))
    led_for: dict[int, list[str]] = defaultdict(list)
    for child, (worker, _) in leads.items():
        if child in names:
            led_for[worker].append(names[child] or "a brother or sister")
    ended = [each for theirs in spells.values() for each in led(theirs) if each.ended_on]
    return Needs(
        children=len(children),
        points=weigh(weighed, on, weights),
        languages=languages,
        minutes=minutes,
        needs_registered=bool(plans & _REGISTERED),
        needs_experience=bool(plans & _EXPERIENCED) or before_court,
        has_co_worker={row.child_id for row in beside} >= keys,
        wishes=_wishes(case, keys),
        closed_to=frozenset(
            Exclusion.objects.filter(case=case, stands_against__isnull=False).values_list("worker", flat=True)
        ),
        led_for={worker: tuple(theirs) for worker, theirs in led_for.items()},
        known_until={
            each.worker: each.ended_on for each in sorted(ended, key=lambda each: each.ended_on or on) if each.ended_on
        },
        lead=lead,
    )


def _wishes(case: Case, keys: Iterable[int]) -> tuple[Wish, ...]:
    """What the family said about who works with them: where a change was decided, and how to work with them.

    Our records cannot tell whom it fits: it is shown first, and a person reads it.
    """
    heard = DecisionHeard.objects.filter(case=case, decision__kind="worker", how__in=WAS_HEARD).exclude(words="")
    rows = heard.select_related("member").order_by("-heard_on", "-pk")[:6]
    said = [Wish(row.member.first_name if row.member else row.said_by, row.words) for row in rows]
    parts = BriefPart.objects.filter(case=case, kind="how", ended_on=None).select_related("told_by")
    said += [Wish(part.told_by.first_name if part.told_by else "The family", part.words) for part in parts]
    return tuple(said)


def _candidate(load: Caseload, languages: frozenset[str] | None, on: date, weights: Weights) -> Candidate:
    most = scheme_on(on, weights)["early-career-children"].amount
    since, back = load.away or (None, None)
    return Candidate(
        key=load.worker,
        name=load.name,
        load=load.score.load,
        capacity=load.score.capacity,
        children=load.children,
        families=load.families,
        due_soon=load.due_soon,
        languages=languages or frozenset(),
        is_registered=load.is_registered,
        is_early_career=load.is_early_career,
        children_most=most if load.is_early_career else None,
        away_from=since,
        away_until=back,
        leaves_on=load.leaves_on,
        is_agency=load.is_agency,
    )


def _could(each: who_could.Could, load: Caseload, asked: AskedLine | None, on: date, weights: Weights) -> CouldLine:
    word, kind = ZONES[load.zone or Zone.ROOM]
    return CouldLine(
        worker=each.key,
        name=each.name,
        team=f"{load.role}, {load.team_name}",
        children=load.children,
        families=load.families,
        due_soon=load.due_soon,
        score=in_points((load.score.permille or 0) * 100),
        after=in_points(each.score_after * 100),
        zone=word,
        zone_kind=kind,
        reasons=each.reasons,
        mind=each.mind,
        ahead=each.ahead,
        asked=asked,
    )


def _child(child: Member, spells: list[Spell], on: date) -> ChildToTake:
    steady = steady_in_words(spells, on)
    said = f"The lead worker {steady}." if steady else "Nobody has led so far: the first is no change of worker."
    return ChildToTake(child.pk, child.first_name, child.age(on), said)


def _needs_in_words(
    children: Sequence[Member], weighed: Sequence[Weighed], needs: Needs, on: date, weights: Weights
) -> Iterable[tuple[str, str]]:
    help_now = sorted({each.plan.value for each in weighed}, key=lambda plan: list(Plan).index(Plan(plan)))
    yield "What help there is", f"{in_a_row(help_now)}".capitalize() if help_now else "Nothing yet"
    yield "Weighs", f"{in_points(needs.points)} points, without the way there"
    if needs.languages:
        yield "Speaks", in_a_row(sorted(needs.languages))
    if needs.needs_registered:
        yield "Needs", "Somebody registered with Social Work England"
    if needs.needs_experience:
        beside = ", and has one" if needs.has_co_worker else ""
        yield "Early in a career", f"Only with a co-worker beside them{beside}"


def in_plain_words(page: Taking) -> str:
    """The needs as a worker is asked with them: nobody is named, because the record may not be open to them."""
    ages = [child.age for child in page.children if child.age]
    many = len(page.children)
    who = f"{many} children" if many > 1 else "One child"
    said = [f"{who}{': ' + in_a_row(ages) if ages else ''}."]
    said += [f"{heading}: {words}." for heading, words in page.needs]
    return "\n".join(said)

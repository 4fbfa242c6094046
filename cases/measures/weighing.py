"""The dated facts that a caseload is weighed from, for any day: what each child had, who held them, how people worked.

Nothing is kept from night to night: `rules.weighting.facts` works a score out again from these.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BigIntegerField, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat, JSONObject

from camden.models import Absence, Employment
from camden.rules.names import display_name
from cases.models import (
    AssessmentChild,
    Case,
    ComplexityFactor,
    Enquiry,
    Episode,
    ExtraDuty,
    HouseholdMembership,
    Involvement,
    LocalWeight,
    Member,
    Milestone,
    PlanSpell,
)
from cases.rules.carrying import DUTY_OF, KIND_OF_COMPLEXITY
from cases.rules.weighting import SHIPPED, Duty, Weighed, Weights, facts, scheme_on
from cases.rules.weighting.facts import Child, Contract, DutyHeld, Factor, Help, Hold, Lived, Stretch, Worker
from cases.rules.weighting.milestones import KINDS, stretches_of
from cases.rules.weighting.rows import Row

HELPING = (Involvement.Role.CO_WORKER, Involvement.Role.LEAD_CHILD_PROTECTION)
_EPISODE, _HOME, _FACTOR, _WAY = "episode", "home", "factor", "way"
Told = tuple[str, date, date | None, Any]
"""One fact of a child: what, from which day, up to which and not on it, and in which home."""
Bases = Mapping[int, Sequence[int]]
"""Where each worker of a child works: the team and all above it, by the worker's key."""
# What runs from a day until a day: an episode of need, plans by their basis, an assessment, an enquiry.
_HELP = {
    _EPISODE: Help.NEED,
    "early-help": Help.EARLY_HELP,
    "need": Help.NEED,
    "protection": Help.PROTECTION,
    "assessment": Help.ASSESSMENT,
    "enquiry": Help.ENQUIRY,
}
_NAMED = ("given_name", "family_name", "la_child_id", "born_on")
_PROGRAMME = ("programme", "programme_started_on", "programme_extended_to_on")
_EMPLOYMENT = ("started_on", "ended_on", "grade", "fte_permille", "is_agency", "registered_with", *_PROGRAMME)
_WEIGHT = ("code", "begins_on", "amount", "limit", "why")
_LONG_AGO = date(1900, 1, 1)  # where nobody noted since when


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
class Caseworld:
    """Everything of some workers' children that weighs: the children, who held them, and what each has in hand."""

    children: tuple[Child, ...]
    holds: tuple[Hold, ...]
    held: Mapping[int, list[Held]]


def local_weights(on: date | None = None) -> Weights:
    """The shipped numbers and this council's own, those to come included unless a day is given. One query."""
    rows = LocalWeight.objects.filter(taken_back_at=None)
    rows = rows.filter(begins_on__lte=on) if on else rows
    return with_own(tuple(rows.order_by("begins_on", "code").values_list(*_WEIGHT)))


@lru_cache(maxsize=16)
def with_own(own: tuple[tuple[str, date, int, int | None, str], ...]) -> Weights:
    """The shipped numbers and these: code, first day, amount, limit and why. The same for the same rows.

    A code that a later edition no longer knows is left out.
    """
    rows = []
    for code, since, amount, limit, why in own:
        if code in SHIPPED.rows:
            first = SHIPPED.rows[code][0]
            rows.append(Row(code, first.words, amount, first.unit, since, why, limit or first.limit, first.limit_unit))
    return SHIPPED.with_own(rows) if rows else SHIPPED


def caseworld(keys: Sequence[int], cases: QuerySet[Case], on: date, weights: Weights = SHIPPED) -> Caseworld:
    """The children whom these workers work with on the day, of the records that whoever asks may see. Two queries."""
    mine = at(Involvement.objects.filter(worker__in=list(keys), case__in=cases.values("pk")), on)
    found = Involvement.objects.filter(child__in=mine.values("child"), started_on__lte=on).order_by("pk")
    columns = ("worker", "child", "case", "role", "is_cover", "started_on", "ended_on", "team__path")
    rows = list(found.values_list(*columns, *(f"child__{name}" for name in _NAMED)))
    bases: dict[int, dict[int, Sequence[int]]] = defaultdict(dict)
    for row in rows:
        bases[row[1]][row[0]] = row[7]
    children = _children({row[1]: (row[2], *row[8:]) for row in rows}, bases)
    spells = ((worker, child, *rest) for worker, child, _, *rest in (row[:7] for row in rows))
    holds, scheme, wanted = holds_of(spells), scheme_on(on, weights), set(keys)
    weighed = facts.held_by(children.values(), holds, on, weights)
    held: dict[int, list[Held]] = defaultdict(list)
    for worker, child, case, role, is_cover, since, ended, *_ in rows:
        if worker in wanted and (ended is None or ended > on):
            beside = Weighed(facts.plan_on(children[child], scheme, on), is_helping=True)
            how = weighed.get(worker, {}).get(child, beside)
            held[worker].append(Held(child, case, role, is_cover, since, how))
    return Caseworld(tuple(children.values()), tuple(holds), held)


def children_facts(children: Collection[int], cases: QuerySet[Case]) -> dict[int, Child]:
    """The facts of some children of the records that whoever asks may see, held by somebody or not. Two queries."""
    found = Member.objects.filter(pk__in=list(children), case__in=cases.values("pk"))
    return _children({row[0]: row[1:] for row in found.values_list("pk", "case", *_NAMED)}, {})


def how_they_work(person: str, on: date) -> dict[str, Any]:
    """What a question about people asks beside: employments, absences, extra duties, and this council's own weights."""
    employed = Employment.objects.filter(user=OuterRef(person)).order_by("started_on", "pk")
    away = Absence.objects.filter(person=OuterRef(person), withdrawn_at=None).order_by("from_on")
    own = LocalWeight.objects.filter(taken_back_at=None, begins_on__lte=on).order_by("begins_on", "code")
    extra = at(ExtraDuty.objects.filter(person=OuterRef(person)), on).order_by("duty")
    return {
        "extra_duties": ArraySubquery(extra.values_list("duty", flat=True)),
        "employed": ArraySubquery(employed.values(says=JSONObject(**{name: name for name in _EMPLOYMENT}))),
        "away": ArraySubquery(away.values(says=JSONObject(since="from_on", back="back_on"))),
        "own_weights": ArraySubquery(own.values(says=JSONObject(**{name: name for name in _WEIGHT}))),
    }


def employments_in(row: Any) -> list[Employment]:
    """The employments a row brought, the oldest first."""
    days = ("started_on", "ended_on", "programme_started_on", "programme_extended_to_on")
    return [Employment(**(said | {name: _day(said[name]) for name in days})) for said in row.employed]


def absences_in(row: Any) -> list[facts.Absence]:
    """The absences a row brought. The day back is a plan until it comes, and then the day: both say the same."""
    found = ((_day(said["since"]), _day(said["back"])) for said in row.away)
    return [facts.Absence(since, back, expected_on=back) for since, back in found if since]


def extra_duties_in(row: Any) -> list[Duty]:
    """The duties beside a caseload that a row brought; a code that a later edition no longer knows is left out."""
    return [DUTY_OF[code] for code in row.extra_duties if code in DUTY_OF]


def weights_in(rows: Sequence[Any]) -> Weights:
    """The shipped numbers and this council's own, as these rows brought them."""
    said = rows[0].own_weights if rows else []
    return with_own(
        tuple((w["code"], _day(w["begins_on"]) or _LONG_AGO, w["amount"], w["limit"], w["why"]) for w in said)
    )


def worker_facts(
    key: int,
    employed: Sequence[Employment],
    away: Sequence[facts.Absence],
    duties: Sequence[Duty],
    grade: str,
    on: date,
) -> Worker:
    """How somebody worked on the day. `grade`, full time, where no employment is noted."""
    held = tuple(DutyHeld(on, duty=duty) for duty in duties)
    return Worker(key, _contracts(employed, grade, on), tuple(away), duties=held)


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _contracts(noted: Iterable[Employment], grade: str, on: date) -> tuple[Contract, ...]:
    """Contracts that had begun. Whoever still holds a caseload after the last one's end holds it on its terms."""
    begun = [each for each in noted if each.started_on <= on]
    found = [
        Contract(
            each.started_on,
            None if each is begun[-1] else each.ended_on,
            grade=each.grade,
            fte_permille=each.fte_permille,
            programme_started_on=each.programme_started_on,
            programme_extended_to=each.programme_extended_to_on,
        )
        for each in begun
    ]
    return tuple(reversed(found)) or (Contract(_LONG_AGO, grade=grade),)


def at(rows: Any, on: date) -> Any:
    """Those that ran on the day: begun, and not ended on it or before."""
    return rows.filter(started_on__lte=on).filter(Q(ended_on=None) | Q(ended_on__gt=on))


def holds_of(spells: Iterable[tuple[Any, ...]]) -> list[Hold]:
    """Who worked with whom, in the roles that weigh; a lead who came after another `follows`.

    `spells` in the order in which they began: worker, child, role, whether it is cover, from and until.
    """
    found: list[Hold] = []
    led: dict[int, set[int]] = defaultdict(set)
    for worker, child, role, is_cover, since, ended in spells:
        is_lead = role == Involvement.Role.LEAD
        if not is_lead and role not in HELPING:
            continue
        follows = is_lead and not is_cover and bool(led[child] - {worker})
        if is_lead and not is_cover:
            led[child].add(worker)
        found.append(
            Hold(since, ended, worker=worker, child=child, is_helping=not is_lead, is_cover=is_cover, follows=follows)
        )
    return found


def _children(known: Mapping[int, tuple[Any, ...]], bases: Mapping[int, Bases]) -> dict[int, Child]:
    """`known` says of each child the record, the given and family name, the council's number and the birthday."""
    told = _told(list(known))
    return {
        key: child_of(key, case, given or display_name(given, family, number), born_on, told[key], bases.get(key) or {})
        for key, (case, given, family, number, born_on) in known.items()
    }


def child_of(key: int, family: int, name: str, born_on: date | None, told: Sequence[Told], bases: Bases) -> Child:
    """One child's facts, as they were noted: noted first, given first."""
    runs = [Stretch(since, until, what=_HELP[what]) for what, since, until, _ in told if what in _HELP]
    ways: dict[Any, dict[int, int]] = defaultdict(dict)
    for what, _, _, home in told:
        kind, _, noted = what.partition(" ")
        if kind == _WAY:
            team, minutes = map(int, noted.split())
            ways[home][team] = minutes
    # Noted first, taken first: of two homes that run together the rules take the last one given.
    homes = [
        Lived(since, until, home=home, minutes=_minutes(ways[home], bases))
        for what, since, until, home in told
        if what == _HOME
    ][::-1]
    dated = stretches_of((what, since) for what, since, _, _ in told if what in KINDS)
    factors = tuple(_factors(told))
    return Child(key, family, name, born_on, (*runs, *_closings(told), *dated), tuple(homes), factors)


def _factors(told: Iterable[Told]) -> Iterable[Factor]:
    """What a manager confirmed; a code that a later edition no longer knows is left out."""
    for what, since, until, _ in told:
        kind, _, code = what.partition(" ")
        if kind == _FACTOR and code in KIND_OF_COMPLEXITY:
            yield Factor(KIND_OF_COMPLEXITY[code], since, since, until)


def _minutes(ways: Mapping[int, int], bases: Bases) -> dict[Any, int] | None:
    """The way of each worker to a home: from their own team's base, else from the nearest above it. None: not noted."""
    found = {worker: nearest_way(ways, path) for worker, path in bases.items()} if ways else {}
    return {worker: minutes for worker, minutes in found.items() if minutes is not None} or None


def nearest_way(ways: Mapping[int, int], path: Sequence[int]) -> int | None:
    """Minutes from the base of the last team of a path for which they are noted."""
    return next((ways[team] for team in reversed(path) if team in ways), None)


def _closings(told: Sequence[Told]) -> Iterable[Stretch]:
    """Work that is closing, until the child is referred again."""
    episodes = sorted((since, until) for what, since, until, _ in told if what == _EPISODE and until)
    begun = sorted(since for what, since, _, _ in told if what == _EPISODE)
    for _, until in episodes:
        again = next((since for since in begun if since >= until), None)
        yield Stretch(until, again, what=Help.CLOSING)


def _told(children: list[int]) -> dict[int, list[Told]]:
    """What each child had, where they lived, and how far that is, as it was noted. One query.

    Of a factor that a manager confirmed its code stands beside "factor", of a way the team and the minutes.
    """
    of_child = {"child__in": children}
    assessed = AssessmentChild.objects.filter(**of_child)
    dated = Milestone.objects.filter(**of_child, struck_on=None, kind__in=sorted(KINDS))
    homes = HouseholdMembership.objects.filter(member__in=children)
    factors = ComplexityFactor.objects.filter(**of_child, answer="yes")
    way = Concat(
        Value(f"{_WAY} "),
        Cast("household__ways__team", TextField()),
        Value(" "),
        Cast("household__ways__minutes", TextField()),
        output_field=TextField(),
    )
    factor = Concat(Value(f"{_FACTOR} "), Cast("kind", TextField()), output_field=TextField())
    found = _runs(Episode.objects.filter(**of_child, no_further_action=False), _EPISODE, "referred_on", "closed_on")
    rows = found.union(
        _runs(PlanSpell.objects.filter(**of_child), F("basis"), "started_on", "ended_on"),
        _runs(assessed, "assessment", "assessment__counts_from_on", "ended_on"),
        _runs(Enquiry.objects.filter(**of_child), "enquiry", "started_on", "ended_on"),
        _runs(dated, F("kind"), "happened_on", "happened_on"),
        _runs(homes, _HOME, "started_on", "ended_on", "household"),
        _runs(homes.exclude(household__ways=None), way, "started_on", "ended_on", "household"),
        _runs(factors, factor, "answered_on", "withdrawn_on"),
        all=True,
    )
    told: dict[int, list[Told]] = defaultdict(list)
    for child, what, since, until, home, _ in rows.order_by("noted"):
        told[child].append((what, since or _LONG_AGO, until, home))
    return told


def _runs(rows: Any, what: Any, since: str, until: str, home: str = "") -> Any:
    """Rows of one table in the columns that all have here."""
    said = Value(what) if isinstance(what, str) else what
    none = Cast(Value(None), BigIntegerField())
    return rows.annotate(
        of=F("member") if home else F("child"),
        what=Cast(said, TextField()),
        since=F(since),
        until=F(until),
        home=F(home) if home else none,
        noted=F("pk"),
    ).values_list("of", "what", "since", "until", "home", "noted")

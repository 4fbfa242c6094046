"""What a caseload weighs on a day, and how that comes about, to the last half point.

How we read REFERENCE 9.2 where it can be read in two ways: brothers and sisters share the points of their plan, and
what adds to it counts in full for each; lead and co-worker share all of a child's points, and each has their own way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from cases.rules.weighting.rows import SHIPPED, Addition, Duty, Plan, Row, Weights, Zone
from cases.rules.weighting.scheme import Scheme, scheme_on

POINT = 1000  # thousandths in one point
_PLACES = ("first", "second")


@dataclass(frozen=True)
class Weighed:
    """One child in one worker's caseload. `home` is the same for children of one home; None: a home of their own.

    `minutes` is the way from the base, one way; `complexity` counts confirmed factors, and `factors` says in words
    which they are; `has_co_worker` of a lead, and `is_helping` of a co-worker, share the child's points; `is_covering`
    of whoever stands in for the lead. `name` is for the explanation.
    """

    plan: Plan
    home: object = None
    additions: frozenset[Addition] = frozenset()
    minutes: int = 0
    complexity: int = 0
    has_co_worker: bool = False
    is_helping: bool = False
    is_covering: bool = False
    factors: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True)
class Terms:
    """How somebody is employed on the day: `grade` as in Employment, months of a programme, days since they began."""

    grade: str = "social-worker"
    fte_permille: int = 1000
    programme_months: int | None = None
    is_extended: bool = False
    """The programme goes on beyond its time: its last step still holds."""
    days_here: int | None = None
    phased_return: int = 100
    """Per cent that occupational health agreed."""
    is_away_long: bool = False
    """So long that what they hold has to be looked after by somebody else."""


@dataclass(frozen=True)
class Part:
    """One line of what a score is made of: in words, in thousandths of a point, and the row its number comes from."""

    words: str
    points: int
    row: Row | None = None


@dataclass(frozen=True)
class Score:
    """What a caseload weighs. `load` and `capacity` in thousandths; `permille` of capacity, None without capacity."""

    load: int
    capacity: int
    parts: tuple[Part, ...] = field(default=())

    @property
    def permille(self) -> int | None:
        """Load as thousandths of capacity, rounded to the nearest."""
        return (self.load * 2000 + self.capacity) // (self.capacity * 2) if self.capacity else None


def capacity(terms: Terms, on: date, weights: Weights = SHIPPED) -> int:
    """How much somebody can carry on that day, in thousandths of a point.

    A new starter's share and an early-career share both apply: a newly qualified worker in their first fortnight
    carries 40 of 100.
    """
    return sum(part.points for part in explain_capacity(terms, on, weights))


def explain_capacity(terms: Terms, on: date, weights: Weights = SHIPPED) -> tuple[Part, ...]:
    """How a capacity comes about: full time, and what each circumstance takes off it. Adds up to `capacity`."""
    scheme = scheme_on(on, weights)
    full = scheme["full-time"]
    parts = [Part(full.words, full.amount, full)]
    left = full.amount * terms.fte_permille // 1000
    if left != full.amount:
        parts.append(Part(f"works {in_score(terms.fte_permille)} of 100 of full time", left - full.amount))
    for row in (
        scheme.grade(terms.grade),
        scheme.early_career(terms.programme_months),
        scheme.starting(terms.days_here),
    ):
        if row is not None and row.amount != 100:
            longer = ", extended" if terms.is_extended and row.code.startswith("early-career") else ""
            parts.append(Part(f"{row.words}{longer}: {row.amount} of 100", left * row.amount // 100 - left, row))
            left = left * row.amount // 100
    if terms.phased_return != 100:
        share = left * terms.phased_return // 100
        parts.append(Part(f"comes back step by step: {terms.phased_return} of 100", share - left))
        left = share
    if terms.is_away_long and left:
        parts.append(Part("is away for long", -left, scheme["away-long"]))
    return tuple(parts)


def score(
    children: Iterable[Weighed], terms: Terms, on: date, duties: Sequence[Duty] = (), weights: Weights = SHIPPED
) -> Score:
    """What a caseload weighs and what it is made of, in a few lines: stable work, children, extra duties."""
    scheme = scheme_on(on, weights)
    parts = [_stable(terms, scheme), *_lines(list(children), scheme), *_duties(duties, scheme)]
    return Score(sum(part.points for part in parts), capacity(terms, on, weights), tuple(parts))


def explain(
    children: Iterable[Weighed], terms: Terms, on: date, duties: Sequence[Duty] = (), weights: Weights = SHIPPED
) -> tuple[Part, ...]:
    """The same load to the last half point: a part for each child and each thing that adds to them, with its row."""
    scheme = scheme_on(on, weights)
    pieces = [piece.part for piece in _pieces(list(children), scheme)]
    return (_stable(terms, scheme), *pieces, *_duties(duties, scheme))


def weigh(children: Iterable[Weighed], on: date, weights: Weights = SHIPPED) -> int:
    """The points of some children alone, in thousandths."""
    return sum(piece.part.points for piece in _pieces(list(children), scheme_on(on, weights)))


def zone(permille: int, on: date, weights: Weights = SHIPPED) -> Zone:
    """The zone of a score: room below 70, healthy below 90, full up to 100, over up to 115, and then unsafe."""
    for name, limit in scheme_on(on, weights).limits:
        if permille < limit or (permille == limit and name in (Zone.FULL, Zone.OVER)):
            return name
    return Zone.UNSAFE


def early_career_breaches(
    children: Iterable[Weighed], terms: Terms, on: date, weights: Weights = SHIPPED
) -> tuple[str, ...]:
    """Where somebody early in their career holds more than is right for them, a sentence each; empty for others.

    Never more children than the row says, and never alone in an enquiry, with a protection plan, before proceedings
    or in them (REFERENCE 9.1, 9.3).
    """
    if terms.programme_months is None:
        return ()
    led = [child for child in children if not child.is_helping and not child.is_covering]
    most = scheme_on(on, weights)["early-career-children"]
    found = []
    if terms.programme_months < (most.limit or 0) and len(led) > most.amount:
        found.append(f"Leads for {len(led)} children: {most.amount} at most early in a career.")
    alone = sum(_is_for_the_experienced(child) and not child.has_co_worker for child in led)
    if alone:
        who = "1 child" if alone == 1 else f"{alone} children"
        found.append(f"Leads alone for {who} in an enquiry, with a protection plan or in court: a co-worker is needed.")
    return tuple(found)


def _is_for_the_experienced(child: Weighed) -> bool:
    serious = child.plan in (Plan.ENQUIRY, Plan.PROTECTION, Plan.PROCEEDINGS)
    return serious or Addition.PRE_PROCEEDINGS in child.additions


def in_points(thousandths: int) -> str:
    """Points as they are written: "77.4", "4", "2.75".

    >>> [in_points(n) for n in (77400, 4000, 2750, 0)]
    ['77.4', '4', '2.75', '0']
    """
    return f"{thousandths / POINT:.2f}".rstrip("0").rstrip(".")


def in_score(permille: int) -> str:
    """A score as it is written: points of 100, with one decimal.

    >>> in_score(774)
    '77.4'
    """
    return f"{permille // 10}.{permille % 10}" if permille % 10 else str(permille // 10)


@dataclass(frozen=True)
class _Piece:
    """What one child adds, by one row. `line` says which line of the short form it goes into."""

    line: tuple[object, ...]
    part: Part


def _stable(terms: Terms, scheme: Scheme) -> Part:
    row = scheme["stable"]
    return Part(row.words, row.amount * terms.fte_permille // 1000, row)


def _duties(duties: Sequence[Duty], scheme: Scheme) -> list[Part]:
    return [Part(duty.value, scheme.weighs(duty).amount, scheme.weighs(duty)) for duty in sorted(duties)]


def _share(child: Weighed, scheme: Scheme) -> int:
    """Per cent of a child's points that are this worker's."""
    if child.is_covering:
        return scheme["shared.cover"].amount
    if child.is_helping:
        return scheme["shared.helper"].amount
    return scheme["shared.lead"].amount if child.has_co_worker else 100


def _shared_in_words(child: Weighed, scheme: Scheme) -> str:
    how = "covers" if child.is_covering else "helps" if child.is_helping else "shares with a co-worker"
    share = _share(child, scheme)
    return "" if share == 100 else f", {how}: {share} of 100"


def _pieces(children: list[Weighed], scheme: Scheme) -> list[_Piece]:
    """Everything the children add, child by child. Whoever is covered for and weighs nothing so is left out."""
    homes: dict[tuple[object, Plan], list[int]] = defaultdict(list)
    for place, child in enumerate(children):
        if _share(child, scheme):
            homes[(place, "alone") if child.home is None else child.home, child.plan].append(place)
    pieces: dict[int, list[_Piece]] = {}
    for home, places in homes.items():
        # The one who takes most of the worker comes first, and then whoever's name does.
        order = sorted(places, key=lambda place: (-_share(children[place], scheme), children[place].name, place))
        for rank, place in enumerate(order):
            plan = _of_plan(children[place], rank, len(order), home, scheme)
            pieces[place] = [plan, *_beside(children[place], scheme)]
    return [piece for place in sorted(pieces) for piece in pieces[place]]


def _of_plan(child: Weighed, rank: int, several: int, home: tuple[object, Plan], scheme: Scheme) -> _Piece:
    row, step = scheme.weighs(child.plan), scheme.siblings(child.plan, rank)
    words = f"{child.name or '1 child'} {child.plan.value}"
    if several > 1:
        place = _PLACES[rank] if rank < len(_PLACES) else "a further one"
        words += f", {place} of {several} in one home: {step.amount} of 100 of {in_points(row.amount)}"
    points = row.amount * step.amount * _share(child, scheme) // 10_000
    return _Piece(("plan", *home), Part(words + _shared_in_words(child, scheme), points, row))


def _beside(child: Weighed, scheme: Scheme) -> Iterator[_Piece]:
    """What adds to a child's plan: additions, complexity, and the way there, which nobody shares."""
    who, share, shared = child.name or "1 child", _share(child, scheme), _shared_in_words(child, scheme)
    for addition in Addition:
        if addition in child.additions:
            row = scheme.weighs(addition)
            yield _Piece((addition,), Part(f"{who}: {row.words}{shared}", row.amount * share // 100, row))
    row = scheme["complexity"]
    named = (*child.factors, *["a confirmed factor"] * (child.complexity - len(child.factors)))
    most = scheme["complexity.most"]
    for factor in named[: most.amount]:
        yield _Piece(("complexity",), Part(f"{who}: {factor}{shared}", row.amount * share // 100, row))
    for factor in named[most.amount :]:
        yield _Piece(("complexity",), Part(f"{who}: {factor}, where {most.amount} count at most", 0, most))
    way = scheme.travel(child.minutes)
    if way is not None and not child.is_covering:
        yield _Piece(("travel",), Part(f"{who}: {way.words}, {child.minutes} minutes", way.amount, way))


def _lines(children: list[Weighed], scheme: Scheme) -> list[Part]:
    """A line for each home with brothers and sisters of one plan, one for each plan of the others, one for extras."""
    homes: dict[tuple[object, ...], list[int]] = defaultdict(list)
    extras: dict[object, int] = defaultdict(int)
    for piece in _pieces(children, scheme):
        if piece.line[0] == "plan":
            homes[piece.line].append(piece.part.points)
        else:
            extras[piece.line[0]] += piece.part.points
    together: list[tuple[Plan, list[int]]] = []
    single: dict[Plan, list[int]] = defaultdict(list)
    for line, points in homes.items():
        plan = Plan(str(line[2]))
        if len(points) > 1:
            together.append((plan, sorted(points, reverse=True)))
        else:
            single[plan] += points
    order = list(Plan)
    together.sort(key=lambda group: (order.index(group[0]), group[1]))
    lines = [_line(plan, points, " in one home", scheme) for plan, points in together]
    lines += [_line(plan, single[plan], "", scheme) for plan in order if plan in single]
    said = [(addition, addition.value) for addition in Addition] + [("travel", "long ways"), ("complexity",) * 2]
    return lines + [Part(f"children: {words}", extras[kind]) for kind, words in said if extras[kind]]


def _line(plan: Plan, points: list[int], where: str, scheme: Scheme) -> Part:
    several = len(points) > 1
    said = f"{len(points)} × {in_points(points[0])}" if several and len(set(points)) == 1 else ""
    said = said or " + ".join(in_points(each) for each in sorted(points, reverse=True))
    who = f"{len(points)} children" if several else "1 child"
    words = f"{who} {plan.value}{where}" + (f": {said}" if several else "")
    return Part(words, sum(points), scheme.weighs(plan))

"""What a caseload weighs (REFERENCE 9.2), as plain arithmetic: points in thousandths, shares in per cent, no floats.

A full-time worker's capacity is 100 points. The weight is an indication to talk about, never a target and never a
rank: families and what is due soon stand beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

POINT = 1000  # thousandths in one point


class Plan(StrEnum):
    """What help a child has, as far as it weighs. The value is said after a number: "3 children in need"."""

    INFORMATION = "with information or advice"
    EARLY_HELP = "with early help"
    ASSESSMENT = "being assessed"
    IN_NEED = "in need"
    ENQUIRY = "in an enquiry about harm"
    PROTECTION = "with a protection plan"
    PROCEEDINGS = "in care proceedings"
    LOOKED_AFTER_NEW = "looked after for up to four months"
    LOOKED_AFTER_SETTLING = "looked after and settling"
    LOOKED_AFTER_LONG = "looked after in a home that lasts"
    PRIVATE_FOSTERING = "privately fostered"
    LEAVER_TO_21 = "who left care, aged 18 to 20"
    LEAVER_TO_25 = "who left care, aged 21 to 24"
    CLOSING = "whose work is closing"


class Addition(StrEnum):
    """What adds to one child's weight, in full for each child."""

    PRE_PROCEEDINGS = "before proceedings"
    UNACCOMPANIED = "unaccompanied, first six months"
    PERMANENCE = "adoption or special guardianship work"
    ELIGIBLE = "eligible for leaving care at 16 or 17"


class Duty(StrEnum):
    """Work beside the caseload."""

    PRACTICE_EDUCATOR = "practice educator"
    EARLY_CAREER_MENTOR = "mentor of an early-career worker"
    CHAMPION = "champion"
    DUTY_WEEK = "a week on duty"
    SUPERVISES_POD = "supervises a pod"


class Zone(StrEnum):
    """Where a score lies. The value is the word a page shows."""

    ROOM = "room"
    HEALTHY = "healthy"
    FULL = "full"
    OVER = "over"
    UNSAFE = "unsafe"


@dataclass(frozen=True)
class Scheme:
    """Every number of the scheme, in force from a day. Points in thousandths, shares in per cent."""

    since: date
    source: str
    full_time: int
    stable: int
    plans: dict[Plan, int]
    additions: dict[Addition, int]
    siblings: tuple[int, ...]
    """Share of the first, second, and every further child of one home with the same plan."""
    siblings_in_court: tuple[int, ...]
    travel: tuple[tuple[int, int], ...]
    """From so many minutes one way, so many points; the longest first."""
    complexity: int
    complexity_most: int
    led_together: int
    helped: int
    """Share of a lead who has a co-worker, and of the co-worker."""
    duties: dict[Duty, int]
    grades: dict[str, int]
    early_career: tuple[tuple[int, int], ...]
    """Up to and without so many months of the programme, this share of the grade's capacity."""
    starting: tuple[tuple[int, int], ...]
    """Up to and without so many days since they began, this share."""
    leaving_days: int
    """Nothing new in so many days before the last one."""
    zones: tuple[tuple[int, Zone], ...]
    """Up to such a score, in thousandths of capacity. Room and healthy end below theirs."""


def _points(**values: int) -> dict[Plan, int]:
    return {Plan[name]: points for name, points in values.items()}


# One row for each version of the scheme, the newest last. A council's own figures will be such a row.
SCHEMES: tuple[Scheme, ...] = (
    Scheme(
        since=date(2000, 1, 1),
        source="Shipped default after Wirral (100 points, 15 stable), Slough, Swindon and Oxfordshire; REFERENCE 9.2",
        full_time=100 * POINT,
        stable=15 * POINT,
        plans=_points(
            INFORMATION=1000,
            EARLY_HELP=3000,
            ASSESSMENT=5000,
            IN_NEED=4000,
            ENQUIRY=8000,
            PROTECTION=7000,
            PROCEEDINGS=10000,
            LOOKED_AFTER_NEW=8000,
            LOOKED_AFTER_SETTLING=6000,
            LOOKED_AFTER_LONG=4000,
            PRIVATE_FOSTERING=3000,
            LEAVER_TO_21=2500,
            LEAVER_TO_25=1000,
            CLOSING=1000,
        ),
        additions={
            Addition.PRE_PROCEEDINGS: 2000,
            Addition.UNACCOMPANIED: 1000,
            Addition.PERMANENCE: 2000,
            Addition.ELIGIBLE: 1000,
        },
        siblings=(100, 70, 50),
        siblings_in_court=(100, 60, 40),
        travel=((121, 2000), (60, 1000), (30, 500)),
        complexity=1000,
        complexity_most=3,
        led_together=70,
        helped=40,
        duties={
            Duty.PRACTICE_EDUCATOR: 8000,
            Duty.EARLY_CAREER_MENTOR: 4000,
            Duty.CHAMPION: 2000,
            Duty.DUTY_WEEK: 5000,
            Duty.SUPERVISES_POD: 15000,
        },
        grades={
            "social-worker": 100,
            "senior-practitioner": 60,
            "family-help": 100,
            "personal-adviser": 100,
            "manager": 0,
            "clinician": 0,
            "other": 0,
        },
        early_career=((6, 80), (12, 90)),  # a local convention, from memory; compare Wirral's ceiling of 90
        starting=((14, 50), (28, 75)),
        leaving_days=28,
        zones=((700, Zone.ROOM), (900, Zone.HEALTHY), (1000, Zone.FULL), (1150, Zone.OVER)),
    ),
)


def scheme_on(on: date) -> Scheme:
    """The scheme in force on a day."""
    return [scheme for scheme in SCHEMES if scheme.since <= on][-1]


@dataclass(frozen=True)
class Weighed:
    """One child in one worker's caseload. `home` is the same for children of one home; None: a home of their own.

    `minutes` is the way from the base, one way; `complexity` counts confirmed factors; `has_co_worker` of a lead, and
    `is_helping` of a co-worker, share the plan's points.
    """

    plan: Plan
    home: object = None
    additions: frozenset[Addition] = frozenset()
    minutes: int = 0
    complexity: int = 0
    has_co_worker: bool = False
    is_helping: bool = False


@dataclass(frozen=True)
class Terms:
    """How somebody is employed on the day: `grade` as in Employment, months of a programme, days since they began."""

    grade: str = "social-worker"
    fte_permille: int = 1000
    programme_months: int | None = None
    days_here: int | None = None
    phased_return: int = 100
    """Per cent that occupational health agreed."""


@dataclass(frozen=True)
class Part:
    """One line of what a caseload is made of: in words, and in thousandths of a point."""

    words: str
    points: int


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


def capacity(terms: Terms, on: date) -> int:
    """How much somebody can carry on that day, in thousandths of a point.

    A new starter's share and an early-career share both apply: a newly qualified worker in their first fortnight
    carries 40 of 100.
    """
    scheme = scheme_on(on)
    full = scheme.full_time * terms.fte_permille // 1000
    full = full * scheme.grades.get(terms.grade, 0) // 100
    for share in (
        _until(scheme.early_career, terms.programme_months),
        _until(scheme.starting, terms.days_here),
        terms.phased_return,
    ):
        full = full * share // 100
    return full


def score(children: Iterable[Weighed], terms: Terms, on: date, duties: Sequence[Duty] = ()) -> Score:
    """What a caseload weighs and what it is made of: stable work, children, extra duties."""
    scheme = scheme_on(on)
    parts = [Part("meetings, supervision and learning", scheme.stable * terms.fte_permille // 1000)]
    parts += _children(list(children), scheme)
    parts += [Part(duty.value, scheme.duties[duty]) for duty in sorted(duties)]
    return Score(sum(part.points for part in parts), capacity(terms, on), tuple(parts))


def weigh(children: Iterable[Weighed], on: date) -> int:
    """The points of some children alone, in thousandths."""
    return sum(part.points for part in _children(list(children), scheme_on(on)))


def zone(permille: int, on: date) -> Zone:
    """The zone of a score: room below 70, healthy below 90, full up to 100, over up to 115, and then unsafe."""
    for limit, name in scheme_on(on).zones:
        if permille < limit or (permille == limit and name in (Zone.FULL, Zone.OVER)):
            return name
    return Zone.UNSAFE


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


def _until(steps: tuple[tuple[int, int], ...], passed: int | None) -> int:
    if passed is None:
        return 100
    return next((share for until, share in steps if passed < until), 100)


def _children(children: list[Weighed], scheme: Scheme) -> list[Part]:
    """A line for each home with brothers and sisters of one plan, one for each plan of the others, one for extras."""
    homes: dict[tuple[object, Plan], list[Weighed]] = defaultdict(list)
    for number, child in enumerate(children):
        homes[(number, "alone") if child.home is None else child.home, child.plan].append(child)
    together: list[tuple[Plan, list[int]]] = []
    single: dict[Plan, list[int]] = defaultdict(list)
    for (_, plan), group in homes.items():
        points = _group(plan, group, scheme)
        if len(points) > 1:
            together.append((plan, points))
        else:
            single[plan] += points
    order = list(Plan)
    lines = [
        _line(plan, points, " in one home")
        for plan, points in sorted(together, key=lambda g: (order.index(g[0]), g[1]))
    ]
    lines += [
        _line(plan, sorted(points), "") for plan, points in sorted(single.items(), key=lambda g: order.index(g[0]))
    ]
    extras = [Part(f"children: {words}", points) for words, points in _extras(children, scheme) if points]
    return lines + extras


def _group(plan: Plan, group: list[Weighed], scheme: Scheme) -> list[int]:
    """Points of children of one home with one plan. The one who takes most of the worker comes first."""
    steps = scheme.siblings_in_court if plan is Plan.PROCEEDINGS else scheme.siblings
    shares = sorted((_share(child, scheme) for child in group), reverse=True)
    base = scheme.plans[plan]
    return [base * steps[min(place, len(steps) - 1)] * share // 10_000 for place, share in enumerate(shares)]


def _share(child: Weighed, scheme: Scheme) -> int:
    if child.is_helping:
        return scheme.helped
    return scheme.led_together if child.has_co_worker else 100


def _line(plan: Plan, points: list[int], where: str) -> Part:
    several = len(points) > 1
    said = f"{len(points)} × {in_points(points[0])}" if several and len(set(points)) == 1 else ""
    said = said or " + ".join(in_points(each) for each in sorted(points, reverse=True))
    who = f"{len(points)} children" if several else "1 child"
    return Part(f"{who} {plan.value}{where}" + (f": {said}" if several else ""), sum(points))


def _extras(children: list[Weighed], scheme: Scheme) -> list[tuple[str, int]]:
    travel = sum(
        next((points for minutes, points in scheme.travel if child.minutes >= minutes), 0) for child in children
    )
    complexity = sum(min(child.complexity, scheme.complexity_most) * scheme.complexity for child in children)
    found = [
        (addition.value, scheme.additions[addition] * sum(addition in child.additions for child in children))
        for addition in Addition
    ]
    return [*found, ("long ways", travel), ("complexity", complexity)]

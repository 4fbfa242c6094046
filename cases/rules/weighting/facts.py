"""How a caseload stood on any day, from dated facts alone: what each child had, who held them, how somebody worked.

Everything runs from its first day up to its last, and not on it. What begins later than the day asked about changes
nothing; neither does an end that comes later. So no score is kept, and last spring's can be asked for today.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from camden.rules.dates import months_after
from camden.rules.names import full_months, full_years
from cases.rules.weighting.points import Part, Score, Terms, Weighed, explain, score
from cases.rules.weighting.rows import SHIPPED, Addition, Duty, Plan, Weights
from cases.rules.weighting.scheme import Scheme, scheme_on


class Help(StrEnum):
    """What a child can have from a day until a day."""

    EARLY_HELP = "early-help"
    ASSESSMENT = "assessment"
    """From the referral that led to it."""
    NEED = "need"
    ENQUIRY = "enquiry"
    """Under section 47, from the strategy discussion until it ends or, where one follows, until the conference. It
    weighs as long as it is open, past its 15 working days too."""
    PROTECTION = "protection"
    PRE_PROCEEDINGS = "pre-proceedings"
    """From the letter before proceedings."""
    PROCEEDINGS = "proceedings"
    """Until the final hearing."""
    LOOKED_AFTER = "looked-after"
    PLACEMENT = "placement"
    """One home while looked after."""
    PERMANENCE = "permanence"
    UNACCOMPANIED = "unaccompanied"
    ELIGIBLE = "eligible"
    PRIVATE_FOSTERING = "private-fostering"
    LEFT_CARE = "left-care"
    CLOSING = "closing"


class Complexity(StrEnum):
    """Factors that a worker proposes and a manager confirms (REFERENCE 9.2). The value is what a page says."""

    DOMESTIC_ABUSE = "high-risk domestic abuse"
    EXPLOITATION = "exploitation, or missing twice in 90 days"
    DISABILITY = "a complex disability"
    INTERPRETER = "an interpreter or sign language"
    AGENCIES = "three agencies or more, or court reports due"
    NETWORK = "a network that finds it hard to work with us"
    IMMIGRATION = "no recourse to public funds, or immigration"
    ALLEGATIONS = "allegations"


NEW_WORKER = "a new worker, first six weeks"


@dataclass(frozen=True)
class Dated:
    """From a day, up to another and not on it; None: it still goes on."""

    started_on: date
    ended_on: date | None = None

    def runs(self, on: date) -> bool:
        """Whether it had begun on the day, and not ended."""
        return self.started_on <= on and (self.ended_on is None or on < self.ended_on)


@dataclass(frozen=True, kw_only=True)
class Stretch(Dated):
    """One kind of help a child had."""

    what: Help


@dataclass(frozen=True, kw_only=True)
class Lived(Dated):
    """Where a child lived: the same `home` for those who lived together; `minutes` one way from a worker's base."""

    home: object
    minutes: Mapping[object, int] | None = None
    """By worker; None: not noted."""


@dataclass(frozen=True)
class Factor:
    """Something that makes work with a child harder: proposed by a worker, and counting once a manager confirmed it."""

    kind: Complexity
    proposed_on: date
    confirmed_on: date | None = None
    withdrawn_on: date | None = None

    def counts(self, on: date, lasts: int) -> bool:
        """Whether it is confirmed on the day, neither expired nor withdrawn. Confirmed again, it is another factor."""
        if self.confirmed_on is None or on < self.confirmed_on:
            return False
        gone = self.withdrawn_on is not None and self.withdrawn_on <= on
        return not gone and on < self.expires_on(lasts)

    def expires_on(self, lasts: int) -> date:
        """The first day on which it does not count any more; for one nobody confirmed, the day it was proposed."""
        return self.proposed_on if self.confirmed_on is None else self.confirmed_on + timedelta(days=lasts)

    def waits(self, on: date) -> bool:
        """Whether it still waits for a manager on the day: shown, and weighing nothing."""
        is_open = self.confirmed_on is None or on < self.confirmed_on
        return self.proposed_on <= on and is_open and (self.withdrawn_on is None or on < self.withdrawn_on)


@dataclass(frozen=True)
class Child:
    """One child's facts. `family` is the record: without a home noted, its children are taken to live together."""

    key: object
    family: object
    name: str = ""
    born_on: date | None = None
    stretches: tuple[Stretch, ...] = ()
    homes: tuple[Lived, ...] = ()
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Hold(Dated):
    """One worker's work with one child. `follows` somebody else who led before: the first six weeks are harder."""

    worker: object
    child: object
    is_helping: bool = False
    is_cover: bool = False
    follows: bool = False


@dataclass(frozen=True, kw_only=True)
class Contract(Dated):
    """How somebody was employed."""

    grade: str = "social-worker"
    fte_permille: int = 1000
    programme_started_on: date | None = None
    programme_extended_to: date | None = None
    """The last day of a programme that a panel extended."""


@dataclass(frozen=True, kw_only=True)
class Absence(Dated):
    """Leave or sickness. `ended_on` is the day they came back; `expected_on` the day they were expected to."""

    expected_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Phase(Dated):
    """A return step by step, as occupational health agreed it."""

    percent: int


@dataclass(frozen=True, kw_only=True)
class DutyHeld(Dated):
    """An extra duty."""

    duty: Duty


@dataclass(frozen=True)
class Worker:
    """One worker's facts."""

    key: object
    contracts: tuple[Contract, ...] = ()
    absences: tuple[Absence, ...] = ()
    phases: tuple[Phase, ...] = ()
    duties: tuple[DutyHeld, ...] = ()


def score_on(
    worker: Worker, children: Iterable[Child], holds: Iterable[Hold], on: date, weights: Weights = SHIPPED
) -> Score:
    """What one worker's caseload weighed on a day. `holds` are everybody's: who shares a child is read from them."""
    return scores_on([worker], children, holds, on, weights)[worker.key]


def scores_on(
    workers: Iterable[Worker], children: Iterable[Child], holds: Iterable[Hold], on: date, weights: Weights = SHIPPED
) -> dict[object, Score]:
    """The same of many, by worker, in one go through the facts."""
    scheme, held = scheme_on(on, weights), held_by(children, holds, on, weights)
    return {
        worker.key: score(
            held.get(worker.key, {}).values(), terms_on(worker, on, scheme), on, duties_on(worker, on), weights
        )
        for worker in workers
    }


def explain_on(
    worker: Worker, children: Iterable[Child], holds: Iterable[Hold], on: date, weights: Weights = SHIPPED
) -> tuple[Part, ...]:
    """The same to the last half point. Adds up to the load of `score_on`."""
    scheme = scheme_on(on, weights)
    held = held_on(worker, children, holds, on, weights)
    return explain(held, terms_on(worker, on, scheme), on, duties_on(worker, on), weights)


def held_on(
    worker: Worker, children: Iterable[Child], holds: Iterable[Hold], on: date, weights: Weights = SHIPPED
) -> tuple[Weighed, ...]:
    """The children somebody held on a day, as they weigh. A child held twice over counts once, as lead if at all."""
    return tuple(held_by(children, holds, on, weights).get(worker.key, {}).values())


def held_by(
    children: Iterable[Child], holds: Iterable[Hold], on: date, weights: Weights = SHIPPED
) -> dict[object, dict[object, Weighed]]:
    """Everybody's children on a day as they weigh, by worker and child."""
    scheme, by_key = scheme_on(on, weights), {child.key: child for child in children}
    here = [hold for hold in holds if hold.runs(on) and hold.child in by_key]
    helpers: dict[object, set[object]] = defaultdict(set)
    mine: dict[tuple[object, object], Hold] = {}
    for hold in sorted(here, key=lambda hold: (hold.is_cover, hold.is_helping, -hold.started_on.toordinal())):
        if hold.is_helping and not hold.is_cover:
            helpers[hold.child].add(hold.worker)
        mine.setdefault((hold.worker, hold.child), hold)
    found: dict[object, dict[object, Weighed]] = defaultdict(dict)
    for (worker, child), hold in mine.items():
        is_shared = bool(helpers[child] - {worker})
        found[worker][child] = _weighed(by_key[child], hold, is_shared, scheme, on)
    return found


def _weighed(child: Child, hold: Hold, is_shared: bool, scheme: Scheme, on: date) -> Weighed:
    leads = not hold.is_helping and not hold.is_cover
    lived = next((lived for lived in reversed(child.homes) if lived.runs(on)), None)
    factors = factors_on(child, scheme, on)
    is_new = leads and hold.follows and (on - hold.started_on).days < scheme["complexity.new-worker"].amount
    factors += (NEW_WORKER,) if is_new else ()
    return Weighed(
        plan=plan_on(child, scheme, on),
        home=("home", lived.home) if lived else ("family", child.family),
        additions=additions_on(child, scheme, on),
        minutes=(lived.minutes or {}).get(hold.worker, 0) if lived else 0,
        complexity=len(factors),
        factors=factors,
        has_co_worker=leads and is_shared,
        is_helping=hold.is_helping and not hold.is_cover,
        is_covering=hold.is_cover,
        name=child.name,
    )


def plan_on(child: Child, scheme: Scheme, on: date) -> Plan:
    """What a child's help weighed as on a day: the heaviest of what ran; information and advice when nothing did.

    Work that is closing weighs so as long as nothing heavier than a child in need plan runs beside it.
    """
    running = {stretch.what: stretch for stretch in child.stretches if stretch.runs(on)}
    found = [plan for what, plan in _PLANS.items() if what in running]
    if Help.CLOSING in running and set(found) <= _LIGHT:
        return Plan.CLOSING
    if Help.LOOKED_AFTER in running:
        # Their plan is the care plan: that the episode of need goes on makes them no child with another one.
        found = [plan for plan in found if plan not in (Plan.EARLY_HELP, Plan.IN_NEED)]
        home = running.get(Help.PLACEMENT)
        found.append(
            _looked_after(running[Help.LOOKED_AFTER].started_on, home.started_on if home else None, scheme, on)
        )
    if Help.LEFT_CARE in running and (leaver := _leaver(child.born_on, on)):
        found.append(leaver)
    order = list(Plan)
    return max(found, key=lambda plan: (scheme.weighs(plan).amount, -order.index(plan)), default=Plan.INFORMATION)


_PLANS = {
    Help.EARLY_HELP: Plan.EARLY_HELP,
    Help.ASSESSMENT: Plan.ASSESSMENT,
    Help.NEED: Plan.IN_NEED,
    Help.ENQUIRY: Plan.ENQUIRY,
    Help.PROTECTION: Plan.PROTECTION,
    Help.PROCEEDINGS: Plan.PROCEEDINGS,
    Help.PRIVATE_FOSTERING: Plan.PRIVATE_FOSTERING,
}
_LIGHT = {Plan.EARLY_HELP, Plan.ASSESSMENT, Plan.IN_NEED}


def _looked_after(began: date, came: date | None, scheme: Scheme, on: date) -> Plan:
    if on <= months_after(began, scheme["looked-after.new"].amount):
        return Plan.LOOKED_AFTER_NEW
    is_lasting = came is not None and on > months_after(max(came, began), scheme["looked-after.long"].amount)
    return Plan.LOOKED_AFTER_LONG if is_lasting else Plan.LOOKED_AFTER_SETTLING


def _leaver(born_on: date | None, on: date) -> Plan | None:
    """By age; until 21 when that is not known. From 25 on nothing."""
    age = full_years(born_on, on) if born_on else 18
    return Plan.LEAVER_TO_21 if age < 21 else Plan.LEAVER_TO_25 if age < 25 else None


def additions_on(child: Child, scheme: Scheme, on: date) -> frozenset[Addition]:
    """What added to a child's plan on a day."""
    running = {stretch.what: stretch for stretch in child.stretches if stretch.runs(on)}
    found = set()
    if Help.PRE_PROCEEDINGS in running and Help.PROCEEDINGS not in running:
        found.add(Addition.PRE_PROCEEDINGS)
    if Help.PERMANENCE in running:
        found.add(Addition.PERMANENCE)
    alone = running.get(Help.UNACCOMPANIED)
    if alone and on < months_after(alone.started_on, scheme["unaccompanied"].amount):
        found.add(Addition.UNACCOMPANIED)
    is_of_age = child.born_on is None or 16 <= full_years(child.born_on, on) < 18
    if Help.ELIGIBLE in running and is_of_age:
        found.add(Addition.ELIGIBLE)
    return frozenset(found)


def factors_on(child: Child, scheme: Scheme, on: date) -> tuple[str, ...]:
    """The confirmed factors that counted on a day, in the order of the list, each once."""
    lasts = scheme["complexity.lasts"].amount
    counted = {factor.kind for factor in child.factors if factor.counts(on, lasts)}
    return tuple(kind.value for kind in Complexity if kind in counted)


def terms_on(worker: Worker, on: date, scheme: Scheme) -> Terms:
    """How somebody worked on a day. Without a contract that day: as somebody of no grade, who carries nothing."""
    contract = next((found for found in worker.contracts if found.runs(on)), None)
    if contract is None:
        return Terms(grade="other", fte_permille=0)
    since = contract.programme_started_on
    months = programme_months(since, contract.programme_extended_to, scheme, on)
    phase = next((phase for phase in worker.phases if phase.runs(on)), None)
    return Terms(
        grade=contract.grade,
        fte_permille=contract.fte_permille,
        programme_months=months,
        is_extended=since is not None and months is not None and months < full_months(since, on),
        days_here=(on - _here_since(worker.contracts, contract)).days,
        phased_return=phase.percent if phase else 100,
        is_away_long=away_long(worker, on, scheme),
    )


def programme_months(since: date | None, extended_to: date | None, scheme: Scheme, on: date) -> int | None:
    """Completed months of a programme, None before it began. While it is extended, its last month goes on: whoever was
    given more time to learn keeps the share of the last step, and no heavier caseload comes with it."""
    if since is None or on < since:
        return None
    months = full_months(since, on)
    return min(months, scheme.programme_lasts - 1) if extended_to and on <= extended_to else months


def _here_since(contracts: Sequence[Contract], present: Contract) -> date:
    """The first day of contracts that followed one another: whoever changes their hours is no new starter."""
    since = present.started_on
    for contract in sorted(contracts, key=lambda each: each.started_on, reverse=True):
        if contract.started_on < since and contract.ended_on is not None and contract.ended_on >= since - _A_DAY:
            since = contract.started_on
    return since


_A_DAY = timedelta(days=1)


def away_long(worker: Worker, on: date, scheme: Scheme) -> bool:
    """Whether somebody was away for so long that their families need somebody else: as expected, or as it turned out.

    The day they came back does not tell, so that an earlier score stays what it was.
    """
    absence = next((absence for absence in worker.absences if absence.runs(on)), None)
    if absence is None:
        return False
    until = max(absence.expected_on or on, on)
    return (until - absence.started_on).days >= scheme["away-long"].amount


def takes_new(worker: Worker, on: date, scheme: Scheme) -> bool:
    """Whether somebody may be given new families: here, not away, and not in their last four weeks."""
    contract = next((found for found in worker.contracts if found.runs(on)), None)
    if contract is None or any(absence.runs(on) for absence in worker.absences):
        return False
    follows = any(other.started_on > contract.started_on for other in worker.contracts)
    last = None if follows else contract.ended_on
    return last is None or (last - on).days > scheme.leaving_days


def duties_on(worker: Worker, on: date) -> tuple[Duty, ...]:
    """Extra duties of a day, each once; a duty in the week of the day, Monday to Sunday, is a week on duty."""
    monday = on - timedelta(days=on.weekday())
    week = Dated(monday, monday + timedelta(days=7))
    found: set[Duty] = {held.duty for held in worker.duties if held.duty is not Duty.DUTY_WEEK and held.runs(on)}
    turns = (held for held in worker.duties if held.duty is Duty.DUTY_WEEK)
    if any(turn.started_on < (week.ended_on or on) and (turn.ended_on or date.max) > monday for turn in turns):
        found.add(Duty.DUTY_WEEK)
    return tuple(sorted(found))

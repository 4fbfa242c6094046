"""Programmes for newly qualified social workers: what there is to do, by when, and what protects them meanwhile.

| | ASYE | ECDP | source |
|---|---|---|---|
| takes | 12 months | 24 months, for those who start from September 2027 | REFERENCE 7.3 [S11] |
| learning agreement | yes | yes | 7.3, from memory; by the second week is our own design |
| reviews | six weeks, 3, 6, 9, 12 months | the same, then 15, 18, 21, 24 | 7.3, from memory; second year assumed |
| observations | three or more: one by a registered social worker, one with what a family says | six, assumed | 7.3 |
| protected time | a tenth | a tenth, assumed | 7.3 |
| supervision | weekly for six weeks, every two weeks to six months, then monthly | the same, assumed | PR4 |
| load | 80 of 100 for six months, 90 to twelve | then 100 | 9.2, local |

What is said of ASYE is from memory, as in REFERENCE. Who works part time has the programme in proportion, and time
away moves what is still to come (7.3; months clip as in REFERENCE 3). What the second programme asks is not published
in full: `is_assumed` says so wherever it is shown.
Being late is the assessor's and the manager's to mend: no sentence here blames the newly qualified worker.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from camden.rules.dates import Span, Unit, counted, months_after
from camden.rules.names import day_in_words
from camden.rules.workdays import england
from training.rules.reminding import Away

FULL_TIME = 1000  # permille
SWITCHES_ON = date(2027, 9, 1)
SOON = timedelta(days=14)


@dataclass(frozen=True)
class Phase:
    """A share of a full load, in per cent, until so many months into the programme: a phase moves as reviews do."""

    percent: int
    months: int


@dataclass(frozen=True)
class Programme:
    """One programme in one version. Spans are for full time; `observations` at least, of which others are asked."""

    code: str
    title: str
    months: int
    reviews: tuple[Span, ...]
    observations: int
    phases: tuple[Phase, ...]
    agreement: Span = Span(2, Unit.WEEKS)
    protected_percent: int = 10
    is_assumed: bool = False


_SIX_WEEKS = Span(6, Unit.WEEKS)
_CAPS = (Phase(80, 6), Phase(90, 12))
ASYE = Programme(
    "asye",
    "Assessed and supported year in employment",
    12,
    (_SIX_WEEKS, *(Span(months, Unit.MONTHS) for months in (3, 6, 9, 12))),
    3,
    _CAPS,
)
ECDP = Programme(
    "ecdp",
    "Early career development programme",
    24,
    (_SIX_WEEKS, *(Span(months, Unit.MONTHS) for months in (3, 6, 9, 12, 15, 18, 21, 24))),
    6,
    _CAPS,
    is_assumed=True,
)
PROGRAMMES = {each.code: each for each in (ASYE, ECDP)}
# How often supervision is held, and until when since the start (None: to the end). PR4a to PR4c in `timescales`.
PATTERN = (
    (Span(1, Unit.WEEKS), _SIX_WEEKS),
    (Span(2, Unit.WEEKS), Span(6, Unit.MONTHS)),
    (Span(1, Unit.MONTHS), None),
)


class Outcome(StrEnum):
    """What the panel says at the end. Extended means that the programme goes on until a day."""

    PASSED = "passed"
    EXTENDED = "extended"
    FAILED = "failed"


@dataclass(frozen=True)
class Path:
    """One person on a programme: since when, how much they work, when they were away, until when it was extended."""

    programme: Programme
    started_on: date
    fte_permille: int = FULL_TIME
    away: tuple[Away, ...] = ()
    extended_to: date | None = None

    @property
    def ends_on(self) -> date:
        """The last day: in proportion to the hours worked, later by the days away, or as it was extended."""
        planned = self.after(Span(self.programme.months, Unit.MONTHS))
        return max(planned, self.extended_to) if self.extended_to else planned

    def after(self, span: Span) -> date:
        """The day that lies so far into the programme, in proportion to hours and moved by the time away before it."""
        day = _in_proportion(self.started_on, span, self.fte_permille)
        for spell in sorted(self.away, key=lambda each: each.from_on):
            if self.started_on <= spell.from_on <= day and spell.back_on:
                day += spell.back_on - spell.from_on
        return day

    def holds(self, on: date) -> bool:
        """Whether somebody is on the programme that day."""
        return self.started_on <= on <= self.ends_on


class Work(StrEnum):
    """What a programme consists of."""

    AGREEMENT = "agreement"
    REVIEW = "review"
    OBSERVATION = "observation"


@dataclass(frozen=True)
class Held:
    """Something that took place: the agreement, a review or an observation.

    Of an observation: whether a registered social worker observed, and whether what the family said is with it.
    """

    work: Work
    on: date
    by_registered: bool = False
    has_family: bool = False


@dataclass(frozen=True)
class Due:
    """Something of the programme, by when, and the day it was held (None: not yet). In words for everybody."""

    work: Work
    title: str
    by_on: date
    held_on: date | None

    def is_late(self, on: date) -> bool:
        """Whether its day has passed without it."""
        return self.held_on is None and self.by_on < on

    def is_soon(self, on: date) -> bool:
        """Whether it is due within two weeks."""
        return self.held_on is None and on <= self.by_on <= on + SOON


def programme_for(started_on: date) -> Programme:
    """The programme of somebody newly qualified who starts that day. Who is on the first one stays on it."""
    return ECDP if started_on >= SWITCHES_ON else ASYE


def plan(path: Path, held: Iterable[Held] = ()) -> tuple[Due, ...]:
    """The agreement, the reviews and the observations with their days, the earliest first.

    The first review that was held is the first that was due, and so on. Observations are spread evenly.
    """
    found = list(held)
    programme = path.programme
    days = {work: sorted(each.on for each in found if each.work is work) for work in Work}
    rows = [Due(Work.AGREEMENT, "Learning agreement", path.after(programme.agreement), _nth(days[Work.AGREEMENT], 0))]
    for place, span in enumerate(programme.reviews):
        title = f"Review at {span.amount} {'weeks' if span.unit is Unit.WEEKS else 'months'}"
        rows.append(Due(Work.REVIEW, title, path.after(span), _nth(days[Work.REVIEW], place)))
    for place in range(programme.observations):
        by_on = path.after(Span(programme.months * (place + 1) // programme.observations, Unit.MONTHS))
        rows.append(Due(Work.OBSERVATION, f"Observation {place + 1}", by_on, _nth(days[Work.OBSERVATION], place)))
    return tuple(sorted(rows, key=lambda each: (each.by_on, each.title)))


def still_wanted(path: Path, held: Iterable[Held]) -> tuple[str, ...]:
    """What the panel needs before it can decide, in words; nothing when all is there."""
    found = list(held)
    observed = [each for each in found if each.work is Work.OBSERVATION]
    reviews = sum(each.work is Work.REVIEW for each in found)
    missing = []
    if not any(each.work is Work.AGREEMENT for each in found):
        missing.append("the learning agreement")
    if reviews < len(path.programme.reviews):
        missing.append(_so_many(len(path.programme.reviews) - reviews, "review"))
    if len(observed) < path.programme.observations:
        missing.append(_so_many(path.programme.observations - len(observed), "observation"))
    if not any(each.by_registered for each in observed):
        missing.append("an observation by a registered social worker")
    if not any(each.has_family for each in observed):
        missing.append("what a family says of an observation")
    return tuple(missing)


def supervision_by(path: Path, last_on: date | None) -> date:
    """The last day on which the next supervision is in time: by the pattern of the day it follows (PR4)."""
    since = max(last_on or path.started_on, path.started_on)
    for every, until in PATTERN:
        if until is None or since < counted(path.started_on, *until, england()):
            return counted(since, *every, england())
    raise AssertionError("the last part of the pattern has no end")


def supervision_in_words(path: Path, on: date) -> str:
    """How often supervision is held that day, and until when: "every two weeks until 6 March 2027"."""
    names = {Unit.WEEKS: "week", Unit.MONTHS: "month"}
    for every, until in PATTERN:
        ends = counted(path.started_on, *until, england()) if until else None
        if ends is None or on < ends:
            often = f"every {names[every.unit]}" if every.amount == 1 else f"every {every.amount} {names[every.unit]}s"
            return f"{often} until {day_in_words(ends - timedelta(days=1))}" if ends else often
    raise AssertionError("the last part of the pattern has no end")


def week_in_words(path: Path, on: date) -> str:
    """How far into the programme somebody is: "Week 9 of 52". Empty before it began, and after its last day."""
    if not path.holds(on):
        return ""
    whole = (path.ends_on - path.started_on).days // 7
    return f"Week {min((on - path.started_on).days // 7 + 1, whole)} of {whole}"


def load_percent(path: Path, on: date) -> int:
    """How much of a full load somebody carries that day, in per cent: 100 before, after and past the last phase.

    Of the load of their own hours: part time has its phases in proportion, and a month away counts for nothing. The
    points themselves are the caseload's own affair.
    """
    if not path.holds(on):
        return 100
    return next((phase.percent for phase in path.programme.phases if on < _phase_ends(path, phase)), 100)


def load_in_words(path: Path, on: date) -> str:
    """What a caseload page says beside somebody's load; empty when there is no cap."""
    for phase in path.programme.phases if path.holds(on) else ():
        until = _phase_ends(path, phase)
        if on < until:
            return f"{phase.percent} of 100 until {day_in_words(until - timedelta(days=1))}, early in a career"
    return ""


def protected_minutes(week_minutes: int, fte_permille: int, programme: Programme) -> int:
    """Minutes a week that are kept free for learning, of a full-time week of so many, in proportion."""
    return week_minutes * fte_permille * programme.protected_percent // (FULL_TIME * 100)


def not_yet_possible(path: Path, held: Sequence[Held], outcome: Outcome, decided_on: date) -> str:
    """Why a panel's outcome cannot be recorded; empty when it can.

    Passing needs everything; failing and extending may be said at any time, and never by the assessor alone: a panel.
    """
    missing = still_wanted(path, held)
    if outcome is Outcome.PASSED and missing:
        return f"Still wanted: {', '.join(missing)}."
    if decided_on < path.started_on:
        return "The programme had not begun."
    return ""


def _phase_ends(path: Path, phase: Phase) -> date:
    """The first day after a phase. The last cap of a programme holds as long as it was extended."""
    if path.extended_to and phase.months == path.programme.months:
        return max(path.after(Span(phase.months, Unit.MONTHS)), path.ends_on + timedelta(days=1))
    return path.after(Span(phase.months, Unit.MONTHS))


def _in_proportion(start: date, span: Span, fte_permille: int) -> date:
    if fte_permille >= FULL_TIME or span.unit is not Unit.MONTHS:
        return counted(start, *span, england())
    months, rest = divmod(span.amount * FULL_TIME, max(fte_permille, 1))
    day = months_after(start, months)
    return day + (months_after(start, months + 1) - day) * rest // fte_permille


def _nth(days: Sequence[date], place: int) -> date | None:
    return days[place] if place < len(days) else None


def _so_many(many: int, word: str) -> str:
    return f"one more {word}" if many == 1 else f"{many} more {word}s"

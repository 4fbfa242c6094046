"""Each step of a conference: who says it, why, what must be there before it, and the clocks on the way.

| rule | source |
|---|---|
| the stages and what may follow what | REFERENCE 6.2: `stages` |
| every step keeps who, when and why | REFERENCE 6.2, 12.4 |
| a referral is taken up within 2 working days | REFERENCE 6.2.2, local |
| the family meets 4 to 8 weeks after that | PR6, practice [S48] |
| its plan is looked at 6 to 12 weeks after the meeting | PR7, local (from memory) |
| asked how it went after 3, 6 and 12 months | PR8 [S45][S50]; the third month: issue of the step |
| a pause stops no clock: it is said beside it | REFERENCE 3: never pause; record why |
| what was done is never lost for something that is missing, only safety is waited for | PRACTICE 1 |
| the coordinator never answers a plan | PRACTICE 1 |

A need is a bar only where somebody could come to harm or the step would say what is not so. Everything else is a line
on a list: a family that is ready does not wait for us to have filled in a form. No clock is ever a family's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from camden.rules.dates import Span, Unit, counted
from camden.rules.workdays import Calendar
from conferences.rules.stages import NEEDS_A_REASON, Stage, may_follow


class By(StrEnum):
    """Whose step it is. A family's yes and no are its own; somebody writes them down."""

    WORKER = "worker"
    MANAGER = "manager"
    COORDINATOR = "coordinator"


WHO: dict[Stage, frozenset[By]] = {
    Stage.CONSIDERED: frozenset(By),  # a family may ask anybody
    Stage.OFFERED: frozenset({By.WORKER, By.MANAGER, By.COORDINATOR}),
    Stage.DECLINED: frozenset({By.WORKER, By.MANAGER, By.COORDINATOR}),
    Stage.NO_RESPONSE: frozenset({By.WORKER, By.MANAGER, By.COORDINATOR}),
    Stage.EXEMPT: frozenset({By.MANAGER}),
    Stage.ACCEPTED: frozenset({By.WORKER, By.MANAGER, By.COORDINATOR}),
    Stage.ALLOCATED: frozenset({By.WORKER, By.MANAGER}),
    Stage.PREPARING: frozenset({By.COORDINATOR}),
    Stage.READY: frozenset({By.COORDINATOR}),
    Stage.HELD: frozenset({By.COORDINATOR}),
    Stage.PLAN_AGREED: frozenset({By.WORKER, By.MANAGER}),
    Stage.PLAN_NOT_AGREED: frozenset({By.WORKER, By.MANAGER}),
    Stage.NO_PLAN: frozenset({By.COORDINATOR}),
    Stage.ACTIVE: frozenset({By.COORDINATOR, By.WORKER, By.MANAGER}),
    Stage.REVIEWED: frozenset({By.COORDINATOR}),
    Stage.CLOSED: frozenset({By.COORDINATOR}),
    Stage.PAUSED: frozenset(By),
    Stage.WITHDRAWN: frozenset(By),
}
"""Who may say each step. The agency's two answers are the referrer's within the mandate, or a manager's."""


class Need(NamedTuple):
    """Something a step would like to have: a sentence, and whether the step waits for it."""

    words: str
    is_bar: bool = False


@dataclass(frozen=True)
class There:
    """What is there of a conference, as its page knows it. Counts and yes or no; no words of anybody.

    `people_unscreened` are those of the family who are invited and about whom nobody said whether they are safe with
    each other; `apart_open` those who must not meet and for whom nothing is arranged. `safety_said`: that something,
    or nothing, is known. `is_agreed` is the agency's last answer: True, False, None while it waits.
    """

    somebody_said_yes: bool = False
    everybody_asked: bool = False
    children_asked: bool = False
    safety_said: bool = False
    has_coordinator: bool = False
    has_manager_and_evidence: bool = False
    attempts: int = 0
    people: int = 0
    sides_missing: int = 0
    people_unprepared: int = 0
    people_unscreened: int = 0
    apart_open: int = 0
    children_without_advocate: int = 0
    has_day_and_place: bool = False
    has_questions: bool = False
    has_must_haves: bool = False
    has_mandate: bool = False
    reports_missing: int = 0
    has_private_time: bool = False
    plan_missing: int = 0
    is_agreed: bool | None = None
    has_copies: bool = False
    has_review_day: bool = False
    actions_unmarked: int = 0


_BARS: dict[Stage, tuple[tuple[str, str], ...]] = {
    Stage.EXEMPT: (("has_manager_and_evidence", "The manager who decides it, and what it rests on."),),
    Stage.ACCEPTED: (("somebody_said_yes", "Somebody with parental responsibility who said yes."),),
    Stage.ALLOCATED: (
        ("somebody_said_yes", "Somebody with parental responsibility who said yes."),
        ("safety_said", "Whether an order, bail, a safe address or people who must not meet are known."),
        ("has_coordinator", "Who coordinates."),
    ),
    Stage.READY: (
        ("safety_said", "Whether an order, bail, a safe address or people who must not meet are known."),
        ("has_day_and_place", "The day and the place."),
    ),
}
_WISHES: dict[Stage, tuple[tuple[str, str], ...]] = {
    Stage.ACCEPTED: (
        ("everybody_asked", "Everybody with parental responsibility is asked, each in their language."),
        ("children_asked", "Each child is asked what they think of it."),
    ),
    Stage.PREPARING: (("has_must_haves", "What must happen for the children to be safe, in plain words."),),
    Stage.READY: (
        ("has_mandate", "What a manager says may be agreed in the room."),
        ("has_questions", "The family’s questions, as the family wants them."),
        ("has_must_haves", "What must happen for the children to be safe, in plain words."),
        ("children_asked", "Each child is asked what they think of it."),
    ),
    Stage.HELD: (("has_private_time", "When the family began its time alone, and when it opened the door."),),
    Stage.PLAN_AGREED: (("has_copies", "Copies for everybody, the children’s in their words."),),
    Stage.ACTIVE: (("has_review_day", "The day on which the family looks at it again."),),
}
_COUNTED_BARS: dict[Stage, tuple[tuple[str, str], ...]] = {
    Stage.READY: (
        ("people_unscreened", "Ask who is safe with whom: {} not asked about yet."),
        ("apart_open", "Say how those who must not meet take part: {} not arranged yet."),
    ),
    Stage.HELD: (("apart_open", "Say how those who must not meet take part: {} not arranged yet."),),
    Stage.PLAN_AGREED: (("plan_missing", "What the plan still needs: {}."),),
    Stage.REVIEWED: (("actions_unmarked", "Say of each promise how it went, or that nobody spoke of it: {} left."),),
}
_COUNTED_WISHES: dict[Stage, tuple[tuple[str, str], ...]] = {
    Stage.READY: (
        ("sides_missing", "Sides of the family with hardly anybody yet: {}."),
        ("people_unprepared", "People who are not prepared yet: {}."),
        ("children_without_advocate", "Children without anybody to speak for them: {}."),
        ("reports_missing", "Reports in plain words that are not here yet: {}."),
    ),
}
ATTEMPTS = 3


def needs(to: Stage, there: There) -> tuple[Need, ...]:
    """What is not there yet for a step, what it waits for first; nothing when all is there."""
    bars = [Need(words, True) for name, words in _BARS.get(to, ()) if not getattr(there, name)]
    bars += [Need(words.format(n), True) for name, words in _COUNTED_BARS.get(to, ()) if (n := getattr(there, name))]
    if to is Stage.NO_RESPONSE and there.attempts < ATTEMPTS:
        bars.append(Need(f"{ATTEMPTS} attempts on different days: {there.attempts} so far.", True))
    if to is Stage.PLAN_AGREED and there.is_agreed is not True:
        bars.append(Need("The answer of the referrer within the mandate, or of a manager.", True))
    if to is Stage.PLAN_NOT_AGREED and there.is_agreed is not False:
        bars.append(Need("Which danger is left, who decided, and what would have to be different.", True))
    wishes = [Need(words) for name, words in _WISHES.get(to, ()) if not getattr(there, name)]
    wishes += [Need(words.format(n)) for name, words in _COUNTED_WISHES.get(to, ()) if (n := getattr(there, name))]
    return (*bars, *wishes)


def why_not(history: Sequence[Stage], to: Stage, there: There, *, by: By, reason: str = "") -> str:
    """Why a step cannot be said now, in one sentence; empty when it can. Going on after a pause needs nothing anew."""
    if to not in may_follow(history):
        return "The conference has moved on meanwhile. Look where it stands now."
    if by not in WHO[to]:
        return "This step is somebody else’s to say."
    if to in NEEDS_A_REASON and not reason.strip():
        return "Write why, in words the family could read."
    if history and history[-1] is Stage.PAUSED and to is not Stage.WITHDRAWN:
        return ""
    return next((need.words for need in needs(to, there) if need.is_bar), "")


class Timing(StrEnum):
    """The clocks on the way."""

    TAKE_UP = "take-up"
    MEET = "meet"
    REVIEW = "review"
    ASK_THREE = "ask-3"
    ASK_SIX = "ask-6"
    ASK_TWELVE = "ask-12"


@dataclass(frozen=True)
class Limit:
    """One clock: what it is for, what begins and what meets it, not before and not after, and where that is from.

    `code` is the row of the timescales a council edits; empty where there is none yet, so that the default holds.
    """

    what: str
    since: Stage
    met_by: Stage | None
    until: Span
    opens: Span | None = None
    code: str = ""
    source: str = ""


_WD, _W, _M = Unit.WORKING_DAYS, Unit.WEEKS, Unit.MONTHS
DEFAULTS: dict[Timing, Limit] = {
    Timing.TAKE_UP: Limit(
        "A coordinator takes it up",
        Stage.ACCEPTED,
        Stage.ALLOCATED,
        Span(2, _WD),
        code="PR6a",
        source="REFERENCE 6.2.2, local",
    ),
    Timing.MEET: Limit(
        "The family meets", Stage.ALLOCATED, Stage.HELD, Span(8, _W), Span(4, _W), "PR6", "practice [S48]"
    ),
    Timing.REVIEW: Limit(
        "The family looks at its plan again",
        Stage.HELD,
        Stage.REVIEWED,
        Span(12, _W),
        Span(6, _W),
        "PR7",
        "from memory",
    ),
    Timing.ASK_THREE: Limit(
        "Ask how it is after 3 months", Stage.HELD, None, Span(3, _M), code="PR8c", source="issue of the step"
    ),
    Timing.ASK_SIX: Limit("Ask how it is after 6 months", Stage.HELD, None, Span(6, _M), code="PR8a", source="[S45]"),
    Timing.ASK_TWELVE: Limit(
        "Ask how it is after 12 months", Stage.HELD, None, Span(12, _M), code="PR8b", source="[S50]"
    ),
}


@dataclass(frozen=True)
class Clock:
    """One clock as it stands on a day: from when, opening when, due when, met when, and whether it stands in a pause.

    `is_late` says that the day has passed. It is about our work, is shown to nobody of the family, and never counts
    while the family said no or is asked again.
    """

    timing: Timing
    what: str
    since: date
    opens_on: date | None
    due_on: date
    met_on: date | None = None
    paused_since: date | None = None
    is_late: bool = False


class Step(NamedTuple):
    """One step that was said: which stage, since when."""

    stage: Stage
    on: date


ENDS = frozenset({Stage.DECLINED, Stage.NO_RESPONSE, Stage.EXEMPT, Stage.WITHDRAWN})
"""Nobody waits for a meeting after these; what was held before is still asked about."""


def clocks(steps: Sequence[Step], calendar: Calendar, *, on: date, asked: Sequence[tuple[Timing, date]] = (),
           limits: dict[Timing, Limit] | None = None) -> tuple[Clock, ...]:  # fmt: skip
    """The clocks that run or were met, in the order of the way. `steps` are the oldest first.

    A second meeting begins the review and the asking anew. `asked` are outcomes that were asked about.
    """
    here = [step for step in steps if step.on <= on]
    if not here:
        return ()
    paused = here[-1].on if here[-1].stage is Stage.PAUSED else None
    found = []
    for timing, limit in {**DEFAULTS, **(limits or {})}.items():
        since = _last(here, limit.since)
        if since is None:
            continue
        met_on = _met(here, limit, since, [day for each, day in asked if each is timing and day <= on])
        is_asking = limit.met_by is None
        if timing is Timing.REVIEW and Stage.NO_PLAN in [step.stage for step in here[since:]]:
            continue  # there is no plan to look at again
        if met_on is None and here[-1].stage in ENDS and not is_asking:
            continue
        if met_on is None and here[-1].stage is Stage.CLOSED and not is_asking:
            continue
        day = here[since].on
        due_on = counted(day, *limit.until, calendar)
        opens_on = counted(day, *limit.opens, calendar) if limit.opens else None
        is_late = met_on is None and on > due_on
        found.append(
            Clock(timing, limit.what, day, opens_on, due_on, met_on, None if met_on else paused, is_late=is_late)
        )
    return tuple(found)


def _last(steps: Sequence[Step], stage: Stage) -> int | None:
    """Where a stage was entered last. A stage that is only gone on with after a pause was not entered anew."""
    found = None
    for place, step in enumerate(steps):
        resumes = place > 1 and steps[place - 1].stage is Stage.PAUSED
        if step.stage is stage and not (resumes and steps[place - 2].stage is stage):
            found = place
    return found


def _met(steps: Sequence[Step], limit: Limit, since: int, asked: Sequence[date]) -> date | None:
    day = steps[since].on
    if limit.met_by is None:
        return min((each for each in asked if each > day), default=None)
    return next((step.on for step in steps[since + 1 :] if step.stage is limit.met_by), None)

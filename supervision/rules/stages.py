"""The steps of a discussion, what must be written before it counts, and how long there is to finish it.

| rule | value | source |
|---|---|---|
| order: dilemma, ideas, what rang bells, next conversations, voice, risk | – | REFERENCE 5.1 |
| the steps, who speaks in each, and about how many minutes it takes | `STEPS` | REFERENCE 5.1; minutes are design |
| ideas may be offered from the reflecting conversation on | – | REFERENCE 5.1, step 4 |
| the strip suggests and never cuts off | – | PRACTICE 1: a group moves on when it is ready |
| what a family took is the minutes between moving on with it and moving on again; nobody's own | – | PRACTICE 1 |
| a step that nobody moved on from counts for at most | 60 minutes | design: a page that stays open talks to nobody |
| the presenter keeps at most | 3 ideas | PRACTICE 2, moment 3 |
| each child's voice is written, and risk and safety | – | REFERENCE 5.3 |
| a record is finalised within | 2 working days | PR5, local |
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from camden.rules.workdays import england

MOST_KEPT = 3
FINISHED_WITHIN = 2  # working days
LONGEST_STEP = timedelta(minutes=60)


@dataclass(frozen=True)
class Step:
    """A step of 5.1: its code, what it is called, who speaks, and the minutes one thinks of for it.

    Of a session once, or of each family in depth. `speaks` are codes of Attendance.Part; empty: everybody.
    """

    code: str
    title: str
    minutes: int
    speaks: tuple[str, ...] = ()
    hint: str = ""
    is_of_session: bool = False


STEPS: tuple[Step, ...] = (
    Step("check-in", "Checking in, and what became of last time", 10, hint="Questions that were asked since: first",
         is_of_session=True),
    Step("roles", "Who does what", 2, ("supervisor",), "Accept what is proposed, or change it"),
    Step("presenting", "Presenting", 8, ("presenter",), "The dilemma, and what would be most useful"),
    Step("curiosity", "Curious questions", 15, ("consultant",), "The others listen"),
    Step("reflecting", "Reflecting conversation", 10, ("observer",),
         "Tentative ideas, offered to each other; the presenter listens"),
    Step("bells", "What rang bells", 5, ("presenter", "consultant"), "The presenter keeps a few ideas, or none"),
    Step("conversations", "Next conversations", 5, ("action-planner",), "Whom we ask what, in which first sentence"),
    Step("close", "Voice, risk and decision", 5, hint="Each child’s voice; what keeps them safe; what is decided"),
    Step("quick-round", "Quick round", 10, hint="One line a family: what changed, worry up or down, next step",
         is_of_session=True),
)  # fmt: skip
OF_A_FAMILY = tuple(step for step in STEPS if not step.is_of_session)
IN_DEPTH_MINUTES = sum(step.minutes for step in OF_A_FAMILY)
_PLACE = {step.code: place for place, step in enumerate(STEPS)}


@dataclass(frozen=True)
class OnStrip:
    """A step as the strip shows it: `is_now`, the minutes spent in it so far, and a suggestion in words or none."""

    step: Step
    is_now: bool
    is_past: bool
    minutes_spent: int
    says: str = ""


def offers_ideas(step: str) -> bool:
    """Whether ideas are asked for in this step (a code of STEPS): from the reflecting conversation on, of a family."""
    return _PLACE["reflecting"] <= _PLACE[step] <= _PLACE["close"]


def strip(entered: Mapping[str, datetime], at: datetime, steps: Sequence[Step] = OF_A_FAMILY) -> tuple[OnStrip, ...]:
    """Where a discussion is, from the moments at which somebody moved it on; the last one entered is now.

    Time never moves it: a step that takes longer is said to take longer, and stays. A group may go back, and skip.
    """
    came = sorted((entered[step.code], _PLACE[step.code], step) for step in steps if step.code in entered)
    moments = [moment for moment, _, _ in came] + [at]
    until = {step.code: left for (_, _, step), left in zip(came, moments[1:], strict=True)}
    now = came[-1][2].code if came else ""
    return tuple(
        OnStrip(
            step,
            is_now=step.code == now,
            is_past=step.code in until and step.code != now,
            minutes_spent=_minutes(until[step.code] - entered[step.code]) if step.code in until else 0,
            says=_suggested(step, _minutes(at - entered[now])) if step.code == now else "",
        )
        for step in steps
    )


def ends_about(entered: Mapping[str, datetime], at: datetime, steps: Sequence[Step] = OF_A_FAMILY) -> datetime:
    """When a discussion would end if what is left took its usual time. Later and later when it runs over: no alarm."""
    shown = strip(entered, at, steps)
    here = next((place for place, each in enumerate(shown) if each.is_now), -1)
    left = max(shown[here].step.minutes - shown[here].minutes_spent, 0) if here >= 0 else 0
    ahead = sum(each.step.minutes for each in shown[here + 1 :] if not each.is_past)
    return at + timedelta(minutes=left + ahead)


def minutes_with(moves: Iterable[tuple[datetime, int]], ended_at: datetime) -> dict[int, int]:
    """Minutes that a session spent with each family (a key), from the moments at which it moved on with one of them.

    >>> ten = datetime(2026, 11, 3, 10)
    >>> minutes_with([(ten, 7), (ten + timedelta(minutes=25), 8)], ten + timedelta(minutes=40))
    {7: 25, 8: 15}
    """
    came = sorted(moves)
    until = [*(moment for moment, _ in came[1:]), max(ended_at, came[-1][0])] if came else []
    spent: dict[int, timedelta] = {}
    for (moment, key), left in zip(came, until, strict=True):
        spent[key] = spent.get(key, timedelta()) + min(left - moment, LONGEST_STEP)
    return {key: _minutes(time) for key, time in spent.items()}


def _minutes(time: timedelta) -> int:
    return max(int(time.total_seconds()) // 60, 0)


def _suggested(step: Step, spent: int) -> str:
    """A word in passing. Nothing counts down, nothing is red."""
    left = step.minutes - spent
    if left > 1:
        return f"About {left} minutes"
    if left >= 0:
        return "Move on when you are ready"
    return f"{spent} minutes so far; move on when you are ready"


@dataclass(frozen=True)
class Voice:
    """A child's first name and what was written of their voice."""

    name: str
    words: str


def still_to_write(dilemma: str, voices: Iterable[Voice], safety: str) -> list[str]:
    """What a discussion needs before it counts, in words; nothing when it is whole.

    >>> still_to_write("", [Voice("Anisa", ""), Voice("Imran", "Stop")], "Safe tonight")
    ['the dilemma', 'Anisa’s voice']
    """
    missing = [] if dilemma.strip() else ["the dilemma"]
    missing += [f"{voice.name}’s voice" for voice in voices if not voice.words.strip()]
    return missing + ([] if safety.strip() else ["risk and safety"])


def finish_by(agreed_on: date) -> date:
    """The day by which a discussion is finished that the session could not: working days after it ended (PR5)."""
    return england().add(agreed_on, FINISHED_WITHIN)


def new_ideas(typed: str, known: Sequence[str]) -> list[str]:
    """Ideas from lines of text: one to a line, none twice, none that is known already."""
    seen = {idea.casefold() for idea in known}
    found = []
    for line in typed.splitlines():
        idea = " ".join(line.strip().lstrip("-•*–").split())
        if idea and idea.casefold() not in seen:
            seen.add(idea.casefold())
            found.append(idea)
    return found

"""The board of a coordinator's families: a column for each stretch of the way, and in it what comes first.

| rule | source |
|---|---|
| families by stage with a clock | REFERENCE 13 (d) |
| nothing of a family is red: a clock is our work, and it stays amber | PRACTICE 1; `timescales` |
| nobody is ranked: coordinators see their own families, managers those of their records | house rule |
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from conferences.rules.stages import Stage
from conferences.rules.steps import Clock


class Column(StrEnum):
    """A stretch of the way."""

    OFFER = "offer"
    TAKE_UP = "take-up"
    PREPARE = "prepare"
    MEET = "meet"
    ANSWER = "answer"
    LIVE = "live"
    REST = "rest"
    OVER = "over"


TITLES: dict[Column, str] = {
    Column.OFFER: "Thought of, or offered",
    Column.TAKE_UP: "Wanted: who coordinates?",
    Column.PREPARE: "Preparing",
    Column.MEET: "Ready to meet",
    Column.ANSWER: "Met: the plan and its answer",
    Column.LIVE: "The plan is being lived",
    Column.REST: "Resting, or not taken up",
    Column.OVER: "Finished",
}
COLUMN_OF: dict[Stage, Column] = {
    Stage.CONSIDERED: Column.OFFER,
    Stage.OFFERED: Column.OFFER,
    Stage.ACCEPTED: Column.TAKE_UP,
    Stage.ALLOCATED: Column.PREPARE,
    Stage.PREPARING: Column.PREPARE,
    Stage.READY: Column.MEET,
    Stage.HELD: Column.ANSWER,
    Stage.NO_PLAN: Column.ANSWER,
    Stage.PLAN_NOT_AGREED: Column.ANSWER,
    Stage.PLAN_AGREED: Column.LIVE,
    Stage.ACTIVE: Column.LIVE,
    Stage.REVIEWED: Column.LIVE,
    Stage.PAUSED: Column.REST,
    Stage.DECLINED: Column.REST,
    Stage.NO_RESPONSE: Column.REST,
    Stage.EXEMPT: Column.REST,
    Stage.CLOSED: Column.OVER,
    Stage.WITHDRAWN: Column.OVER,
}
SOON = 14  # days


@dataclass(frozen=True)
class Card:
    """One conference on the board: its key, where it stands since when, and its clocks."""

    key: int
    stage: Stage
    since: date
    clocks: Sequence[Clock] = ()

    @property
    def next_clock(self) -> Clock | None:
        """The clock that is due first of those that run."""
        return min((each for each in self.clocks if each.met_on is None), key=lambda each: each.due_on, default=None)


def columns(cards: Iterable[Card]) -> dict[Column, tuple[Card, ...]]:
    """Every column, with what is due first before what waits longest; what rests and is over the newest first."""
    found: dict[Column, list[Card]] = {column: [] for column in Column}
    for card in cards:
        found[COLUMN_OF[card.stage]].append(card)
    return {column: tuple(sorted(held, key=_order(column))) for column, held in found.items()}


def colour(clock: Clock, *, on: date) -> str:
    """The colour of a clock: amber from two weeks before its day, and never red; none in a pause."""
    if clock.met_on is not None:
        return "green"
    if clock.paused_since is not None:
        return ""
    return "amber" if (clock.due_on - on).days <= SOON else ""


def words(clock: Clock, *, on: date) -> str:
    """How long there is, as a card says it: "3 weeks left", "today", "past its day", "rests".

    >>> from conferences.rules.steps import Timing
    >>> meet = Clock(Timing.MEET, "The family meets", date(2026, 11, 2), None, date(2026, 12, 28))
    >>> [words(meet, on=day) for day in (date(2026, 11, 3), date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1))]
    ['7 weeks left', '3 days left', 'today', 'past its day']
    """
    if clock.met_on is not None:
        return "done"
    if clock.paused_since is not None:
        return "rests"
    left = (clock.due_on - on).days
    if left <= 0:
        return "past its day" if left else "today"
    amount, unit = (left // 7, "week") if left >= SOON else (left, "day")
    return f"{amount} {unit}{'' if amount == 1 else 's'} left"


def _order(column: Column) -> Callable[[Card], tuple[int, int, int]]:
    if column in (Column.REST, Column.OVER):
        return lambda card: (-card.since.toordinal(), 0, card.key)
    return lambda card: (_due(card).toordinal(), card.since.toordinal(), card.key)


def _due(card: Card) -> date:
    return card.next_clock.due_on if card.next_clock else date.max

"""The facts of a family that drift detection reads: plain rows, whoever fetched them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from camden.rules.dates import Span, Unit

# The rows whose amounts are read, with what holds until somebody here changes them (REFERENCE 2.2, 2.3, 2.7).
PLAN_ROWS: Mapping[str, tuple[str, ...]] = {
    "early-help": ("CN5a", "CN5b"),
    "need": ("CN5a", "CN5b"),
    "protection": ("CP17a", "CP17b", "CP17c", "CP17d"),
}
TALK_ROWS: Mapping[str, str] = {"protection": "PR1b", "": "PR1a"}
SHIPPED: Mapping[str, Span] = {
    "CN5a": Span(9, Unit.MONTHS), "CN5b": Span(12, Unit.MONTHS),
    "CP17a": Span(9, Unit.MONTHS), "CP17b": Span(15, Unit.MONTHS), "CP17c": Span(18, Unit.MONTHS),
    "CP17d": Span(24, Unit.MONTHS), "PR1a": Span(8, Unit.WEEKS), "PR1b": Span(6, Unit.WEEKS),
}  # fmt: skip


@dataclass(frozen=True)
class Child:
    """A child in need: since when, and the plan that runs now, if any. `since` is the day of the referral."""

    key: int
    since: date
    born_on: date | None = None
    is_unborn: bool = False


@dataclass(frozen=True)
class Plan:
    """A child's time under a plan that runs: its row, its basis, when it began."""

    key: int
    child: int
    basis: str
    started_on: date


@dataclass(frozen=True)
class Touch:
    """A visit that touched a goal, and whether the family came closer to it: "closer", "same", "further" or ""."""

    visit: int
    on: date
    moved: str


@dataclass(frozen=True)
class Goal:
    """An open goal, of one child or of the family, with the visits that touched it."""

    key: int
    child: int | None
    set_on: date
    words: str = ""
    touched: tuple[Touch, ...] = ()


@dataclass(frozen=True)
class Action:
    """An open action that was given another day at least once."""

    key: int
    children: tuple[int, ...]
    due_on: date | None
    first_due_on: date | None
    moved_times: int
    what: str = ""


@dataclass(frozen=True)
class Seen:
    """A visit in which a child was seen, alone or with others there. A sleeping child or a baby is neither."""

    visit: int
    child: int
    on: date
    is_alone: bool
    chose_company: bool = False


@dataclass(frozen=True)
class Talked:
    """A discussion of some children with the pod."""

    on: date
    children: tuple[int, ...]


@dataclass(frozen=True)
class Look:
    """The last time a manager looked: the day, in what way, and the page it stands on, with its key."""

    on: date
    how: str
    page: str = ""
    key: int = 0


@dataclass(frozen=True)
class Waits:
    """A decision somebody asked for, not made and not dropped."""

    key: int
    asked_on: date | None
    due_on: date
    question: str = ""


@dataclass(frozen=True)
class Moved:
    """A step up or down of some children, and whether somebody looked at it again."""

    key: int
    on: date
    before: str
    after: str
    children: tuple[int, ...]
    is_checked: bool


@dataclass(frozen=True)
class Facts:
    """All of a family that the rules ask for. `limits` are amounts by the code of their row."""

    children: tuple[Child, ...] = ()
    plans: tuple[Plan, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    seen: tuple[Seen, ...] = ()
    talked: tuple[Talked, ...] = ()
    looks: tuple[Look, ...] = ()
    waits: tuple[Waits, ...] = ()
    moves: tuple[Moved, ...] = ()
    known_from: date | None = None
    """The day the record came here from another system's file; None for one that was opened here."""
    limits: Mapping[str, Span] = field(default_factory=dict)
    ticking: frozenset[str] = frozenset()
    """Codes of the rows that are switched on, and so remind people themselves."""
    alone_from: int = 2

    def limit(self, code: str) -> Span:
        """How long, as this council keeps it."""
        return self.limits.get(code) or SHIPPED[code]

"""What a timescale is as a row, what happens to a child as a row, and one round of the one for the other."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from camden.rules.dates import Span, Unit


class Kind(StrEnum):
    """What sort of rule a row is."""

    CLOCK = "clock"  # one trigger, one limit
    REPEAT = "repeat"  # again and again, each from the last time it happened
    TIER = "tier"  # one of several limits of the same rule: CP17a to CP17d
    COUNTDOWN = "countdown"  # counts back from a day that is planned
    WINDOW = "window"  # not before one day, not after another
    CAP = "cap"  # something may last no longer
    MARKER = "marker"  # no clock: something to be noticed, or a change on one day


class Basis(StrEnum):
    """Where a rule has its force from."""

    LAW = "law"
    GUIDANCE = "guidance"  # statutory guidance and the procedures made under it
    REGULATOR = "regulator"  # an inspector or a national return counts it
    LOCAL = "local"  # each council sets its own; the amount shipped is a default
    PRACTICE = "practice"  # what this service thinks right


class Ladder(StrEnum):
    """How far word of a late clock goes (REFERENCE 13.4)."""

    WHOLE = "whole"  # to the service manager: law, national guidance and a child's safety only
    TO_MANAGER = "to-manager"


class Owner(StrEnum):
    """Whose work it is. Most are roles in an involvement with the child; the others follow from the team."""

    LEAD = "lead"
    MANAGER = "manager"
    SUPERVISOR = "supervisor"
    CHAIR = "chair"
    REVIEWING_OFFICER = "reviewing-officer"
    COORDINATOR = "conference-coordinator"
    ADVISER = "personal-adviser"
    GOVERNANCE = "information-governance"
    WORKER = "worker"
    """Somebody's own affair: their registration, their own supervision."""


class Again(StrEnum):
    """What a second trigger does while the first one's clock still runs."""

    EACH = "each"  # it has a clock of its own: two referrals, two decisions
    KEEP = "keep"  # nothing: told twice of the same arrangement
    RESTART = "restart"  # it takes the first one's place: a new placement needs its own first visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Timescale:
    """One row. Kinds of happening are the words of `Happened`, or of an upper app's own list."""

    code: str
    title: str
    kind: Kind
    amount: int
    unit: Unit
    starts: tuple[str, ...]
    """What starts it. For a countdown: the planned thing it counts back from."""
    meets: tuple[str, ...] = ()
    """What fulfils it; for a repeat, that also starts the next round."""
    ends: tuple[str, ...] = ()
    """What makes it unnecessary."""
    opens: tuple[str, ...] = ()
    """Only what happens between one of these and an end can start it: reviews between the start of care and its end."""
    needs: tuple[str, ...] = ()
    """It runs only when one of these is so as well: an amber contact has the amber limit."""
    again: Again = Again.EACH
    first_start: int = 1
    """Which of the starts since it opened may start it: the second review starts what the first does not."""
    last_start: int = 0  # 0: any later one too
    since: Span | None = None
    """Only rounds that begin at least so long after it opened."""
    until: Span | None = None
    """Only rounds that begin less than so long after it opened."""
    is_repeat: bool = False
    is_back: bool = False
    is_inclusive: bool = False
    """The day of the trigger is day 1, not day 0."""
    then: Span | None = None
    """Another limit from some time on, which one of the next three says."""
    then_after: tuple[str, ...] = ()
    then_round: int = 0
    then_since: Span | None = None
    extended_by: tuple[str, ...] = ()
    extension: int = 0
    """What each of those adds, in the rule's unit."""
    extension_times: int = 0  # 0: as often as it is granted
    target: int = 0
    """An earlier amount to aim at, in the rule's unit."""
    window: Span | None = None
    """When it opens, counted from the trigger; less than 0 is before it."""
    yearly: tuple[int, int] | None = None
    """Due on this month and day, whatever the trigger."""
    can_be_shortened: bool = False
    """A plan may set a shorter interval for itself; never a longer one."""
    basis: Basis
    source: str
    effective_from: date | None = None
    effective_to: date | None = None
    """The first day on which it no longer holds."""
    is_commenced: bool = True
    """Whether the law is in force at all: Parliament may pass what nobody has yet begun."""
    warn_days: int = 5
    """How many working days before it is due its owner first hears of it."""
    owner: Owner = Owner.LEAD
    ladder: Ladder = Ladder.TO_MANAGER
    work: str
    """The piece of work that meets it: one visit answers several rules and several children."""
    is_core: bool = False
    """Whether it is switched on as shipped."""
    silent: str = ""
    """Why it cannot run in this service yet."""
    note: str = ""

    @property
    def base(self) -> str:
        """The rule this is a tier of, or the rule itself: CP17 for CP17a."""
        return self.code.rstrip("abcd")

    def holds_on(self, day: date) -> bool:
        """Whether a round may count from that day by this row."""
        return not (
            (self.effective_from and day < self.effective_from) or (self.effective_to and day >= self.effective_to)
        )

    @property
    def is_clock(self) -> bool:
        """Whether it has a day at all."""
        return self.kind is not Kind.MARKER


class Happening(NamedTuple):
    """One dated fact about one child. A tuple, because a night reads half a million of them."""

    kind: str
    on: date
    at: datetime | None = None
    amount: int | None = None
    """A shorter interval set for this plan, in the rule's unit."""


class Run(NamedTuple):
    """One round of one rule for one child; it runs while both `met_on` and `ended_on` are None."""

    code: str
    anchor_on: date
    anchor_at: datetime | None
    amount: int
    """As counted: less than 0 counts back."""
    unit: Unit
    due_on: date
    due_at: datetime | None
    do_by: date
    met_on: date | None
    ended_on: date | None


class Due(NamedTuple):
    """When something is due, and how that was counted."""

    amount: int
    unit: Unit
    due_on: date
    due_at: datetime | None
    do_by: date
    breach_after: date | datetime
    opens_on: date | None
    target_at: datetime | None

"""What a person is to be reminded of: every app says it in the same shape, and one list shows it (DESIGN 7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from camden.rules.telling import Step


class Standing(StrEnum):
    """How near a thing is. Never a count of days alone: a screen says it in words."""

    LATE = "late"
    SOON = "soon"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Reminder:
    """One line of *My day*, *Late or slipping* or a digest.

    `kind` is what may be muted; `text` says what, in plain words and without blame; `about` whom ("Anisa, Imran and
    Zayd"); `why` gives the rule or where it was agreed; `due_on` may be None; `url` leads to the form that answers it;
    `case_ids` are the records it names, which the page that shows it must note as opened.
    """

    kind: str
    text: str
    about: str
    due_on: date | None
    url: str
    why: str = ""
    case_ids: Sequence[int] = ()
    family: str = ""
    """The record's name, under which its lines stand together; never in a letter."""
    initials: str = ""
    """All that a letter says of whom it is about: "A. R., I. R."."""
    short: str = ""
    """All that a letter says of what it is: "visit"."""
    short_many: str = ""
    """The same of several: "visits"."""
    told_on: date | None = None
    """Since when this person is told, where a ladder says so; None where the day it is due decides."""
    step: Step = Step.OWNER
    is_law: bool = False
    is_fixed: bool = False
    """Law, national guidance or a child's safety: it is never muted, and putting it off hides nothing."""
    has_ladder: bool = False
    """A timescale counts it: it can be put off with a reason, and goes up the ladder."""
    because: Sequence[str] = ()
    """Why this person is told this, sentence by sentence."""
    put_off: str = ""
    """Somebody put it off: until when, and, where the reader may know, who and why."""
    is_quiet: bool = False
    """This person muted it or put it off: it waits under what is folded, and in no letter."""
    put_off_url: str = ""
    """The form that puts it off, where it can be."""
    plan_url: str = ""
    """Where a visit for it is planned, where a visit answers it."""
    arrange_url: str = ""
    """Where a meeting for it is arranged, where a meeting answers it."""
    act: str = ""
    """What the button says that answers it: "Log the visit"."""
    act_url: str = ""
    """Where that leads, when it is not `url`."""
    reasons: Sequence[str] = ()
    """What people said about why it is late or was put off; on a screen only."""
    lead: str = ""
    """Who leads for the children, where it was passed on to somebody else."""
    oversee_url: str = ""
    """Where a manager notes a decision about it; empty for whoever is none."""

    def standing(self, on: date, soon_days: int = 3) -> Standing:
        """Late after its day; soon within `soon_days` calendar days of it, or once its person is told; else ahead."""
        if self.due_on is not None and self.due_on < on:
            return Standing.LATE
        if self.told_on is not None:
            return Standing.SOON if self.told_on <= on else Standing.AHEAD
        if self.due_on is None or (self.due_on - on).days > soon_days:
            return Standing.AHEAD
        return Standing.SOON

    @property
    def is_passed_up(self) -> bool:
        """Whether this person hears of somebody else's work."""
        return self.step > Step.OWNER

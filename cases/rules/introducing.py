"""How a child is taken from one worker to the next: agreed with them, planned, and done (REFERENCE 4.5 C6, 9.3)."""

from dataclasses import dataclass
from datetime import date

from camden.rules.names import day_in_words
from camden.rules.workdays import Calendar

SPOKEN = {
    "discussed": "I have talked about it with the worker",
    "urgent": "It is urgent, and I have not been able to",
}
DISCUSSED, URGENT = SPOKEN
ANSWER = {"yes": "Yes", "no": "Not now", "talk": "Let us talk about it first"}
MEET_WITHIN = 10
"""Working days in which the new worker is to have met the family together with somebody they know: our own default."""


@dataclass(frozen=True)
class Agreed:
    """How an allocation came about: `spoken` with the worker, or urgent `because`.

    `introduced_by` is the key of whoever brings the new worker to the family, by `meet_by_on`; None: nobody yet.
    """

    spoken: str = ""
    because: str = ""
    introduced_by: int | None = None
    meet_by_on: date | None = None


@dataclass(frozen=True)
class Steps:
    """The days of one change of lead. `had_lead`: somebody led before, says goodbye, and hands over (REFERENCE 9.3)."""

    had_lead: bool
    told_on: date | None = None
    goodbye_on: date | None = None
    hello_on: date | None = None
    record_on: date | None = None
    """The chronology and the genogram are up to date."""
    actions_on: date | None = None
    """What is still open was passed on."""

    @property
    def open(self) -> tuple[str, ...]:
        """What has not happened yet, in words."""
        wants = (
            (self.told_on, "tell the family why"),
            (self.goodbye_on if self.had_lead else date.min, "say goodbye"),
            (self.hello_on, "meet them together"),
            (self.record_on if self.had_lead else date.min, "bring chronology and genogram up to date"),
            (self.actions_on if self.had_lead else date.min, "pass on what is open"),
        )
        return tuple(words for day, words in wants if day is None)


def missing(agreed: Agreed, on: date) -> tuple[tuple[str, str], ...]:
    """Why an allocation is not final: a sentence and the answer it is about; empty when it is.

    >>> missing(Agreed("discussed"), date(2026, 11, 23))
    ()
    >>> missing(Agreed("urgent"), date(2026, 11, 23))[0][1]
    'because'
    """
    found = []
    if agreed.spoken not in SPOKEN:
        found.append(("Talk with the worker first, or say that it is urgent.", "spoken"))
    if agreed.spoken == URGENT and not agreed.because.strip():
        found.append(("Say why it cannot wait until you have talked.", "because"))
    if agreed.meet_by_on is not None and agreed.meet_by_on < on:
        found.append((f"Choose a day from {day_in_words(on)} on.", "meet_by_on"))
    return tuple(found)


def meet_by(on: date, calendar: Calendar) -> date:
    """By when they are to have met, unless somebody plans another day."""
    return calendar.add(on, MEET_WITHIN)

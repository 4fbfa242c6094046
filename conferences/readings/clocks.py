"""The clocks of one conference, in words. They are about our work: none is a family's, and none is ever red."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from camden.operations.rulebook import calendar
from camden.rules.names import day_in_words
from conferences.models import ConferenceStage, FamilyConference, Outcome
from conferences.readings.timings import limits_on
from conferences.rules import board
from conferences.rules.stages import Stage
from conferences.rules.steps import Clock, Step, Timing, clocks


@dataclass(frozen=True)
class ClockLine:
    """One clock: what it is for, until when, and how it stands, with the colour of its mark."""

    what: str
    until: str
    mark: str
    mark_kind: str
    note: str = ""
    is_met: bool = False


def clocks_of(conference: FamilyConference, steps: Sequence[ConferenceStage], on: date) -> tuple[ClockLine, ...]:
    """By the limits this council keeps, as on the board. `steps` are its own, the oldest first. Three queries."""
    said = [Step(Stage(step.stage), step.happened_on) for step in steps]
    answers = Outcome.objects.filter(conference=conference, timing__startswith="ask-")
    asked = [(Timing(timing), day) for timing, day in answers.values_list("timing", "answered_on")]
    return tuple(_line(clock, on) for clock in clocks(said, calendar(), on=on, asked=asked, limits=limits_on(on)))


def _line(clock: Clock, on: date) -> ClockLine:
    opens = f"from {day_in_words(clock.opens_on)} " if clock.opens_on and clock.met_on is None else ""
    rests = f"The work rests since {day_in_words(clock.paused_since)}." if clock.paused_since else ""
    return ClockLine(
        what=clock.what,
        until=f"{opens}by {day_in_words(clock.due_on)}" if clock.met_on is None else day_in_words(clock.met_on),
        mark=board.words(clock, on=on),
        mark_kind=board.colour(clock, on=on),
        note=rests,
        is_met=clock.met_on is not None,
    )

"""What somebody complains of: which stage has how long, in plain Python (REFERENCE 2.7, IG4).

How many days each stage has, and by how many it may be extended once, stands in the timescales IG4a to IG4c, which this
council keeps. A complaint is no fact of a child's journey, so no clock of a child counts it: it is counted here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from camden.rules.dates import Unit, counted
from camden.rules.limits import span_in_words
from camden.rules.rows import Timescale
from camden.rules.workdays import Calendar

COMPLAINT, COMPLIMENT, COMMENT = "complaint", "compliment", "comment"
CODES: dict[int, str] = {1: "IG4a", 2: "IG4b", 3: "IG4c"}
LAST_STAGE = 3


@dataclass(frozen=True, kw_only=True)
class SaidOfUs:
    """What somebody said of our work: who (`member` is a key, or `said_by` in words), how, what they want to happen.

    `kind` is of SAID_KIND, `how` of SAID_HOW, `words` are theirs. The worker it may be about is no part of it.
    """

    kind: str
    how: str
    words: str
    received_on: date
    member: int | None = None
    said_by: str = ""
    wanted: str = ""


@dataclass(frozen=True)
class Course:
    """How far a complaint has gone: its stage, since when, and whether that stage was extended."""

    stage: int
    received_on: date
    stage_since_on: date | None = None
    extended_on: date | None = None

    @property
    def counts_from(self) -> date:
        """The day the stage began: the first one when the complaint was received."""
        return self.stage_since_on or self.received_on

    @property
    def is_extended(self) -> bool:
        """Whether this stage was extended, and not one before it."""
        return self.extended_on is not None and self.extended_on >= self.counts_from


def answer_by(course: Course, rules: Mapping[str, Timescale], calendar: Calendar) -> date:
    """The last day of the stage."""
    rule = rules[CODES[course.stage]]
    return counted(course.counts_from, _amount(course, rule), Unit(rule.unit), calendar)


def tell_from(course: Course, rules: Mapping[str, Timescale], calendar: Calendar) -> date:
    """From which day on managers are told that it is due: so many working days before, as the timescale says."""
    return calendar.back(answer_by(course, rules, calendar), rules[CODES[course.stage]].warn_days)


def counted_how(course: Course, rules: Mapping[str, Timescale]) -> str:
    """How long the stage has: "10 working days"."""
    rule = rules[CODES[course.stage]]
    return span_in_words(_amount(course, rule), rule.unit)


def more_days(course: Course, rules: Mapping[str, Timescale]) -> str:
    """By how much this stage may still be extended, in words; empty when it may not."""
    rule = rules[CODES[course.stage]]
    if course.is_extended or not rule.extension:
        return ""
    return span_in_words(rule.extension, rule.unit)


def _amount(course: Course, rule: Timescale) -> int:
    return rule.amount + ((rule.extension or 0) if course.is_extended else 0)

"""Child protection conferences: when by, who must be there, and what each may decide (REFERENCE 1.4, 1.5, 1.6)."""

from collections.abc import Iterable
from datetime import date

from camden.rules.due import next_due
from camden.rules.limits import span_in_words
from camden.rules.names import full_years
from camden.rules.workdays import england
from cases.rules.journey import AGENCY, CONFERENCE_OUTCOME, PARTICIPATION
from cases.rules.timescales import ROWS

INITIAL, REVIEW = "initial", "review"
BEGINS = ("plan", "no-plan")
"""What a conference may decide for a child who has no protection plan."""
GOES_ON = ("continues", "ends")
"""What a review may decide for a child who has one."""
EXPECTED = ("police", "health")
"""Beside social care, in every strategy discussion (REFERENCE 1.4, from memory)."""
QUORUM = 2
"""Agencies beside social care that know the child (REFERENCE 1.5 [S15])."""
UNDER_FOUR, FOUR = "PN0", 4
SATURDAY = 5
MOST_BETWEEN_VISITS = next(row.amount for row in ROWS if row.code == "CP12")
"""Working days: a conference may ask for visits more often than the rule, never less often."""
# Reasons a conference has for ending a plan. The child's death and the past are told elsewhere.
ENDINGS = ("step-down", "no-longer-needed", "looked-after", "eighteen", "moved")
_RULES = {row.code: row for row in ROWS}


def is_weekend(day: date) -> bool:
    """Saturday or Sunday, when no conference is held (8875)."""
    return day.weekday() >= SATURDAY


def initial_by(enquiry_started_on: date) -> date:
    """The last day for the initial conference (CP4)."""
    return next_due(_RULES["CP4"], enquiry_started_on, calendar=england()).due_on


def review_by(initial_on: date, reviewed_on: date | None) -> date:
    """The last day for the next review: the first counts from the initial conference (CP10), later ones (CP11)."""
    rule = "CP11" if reviewed_on else "CP10"
    return next_due(_RULES[rule], reviewed_on or initial_on, calendar=england()).do_by


def limit_in_words(code: str) -> str:
    """The limit of a rule: "15 working days"."""
    row = _RULES[code]
    return span_in_words(row.amount, row.unit)


def missing_from_strategy(agencies: Iterable[str]) -> list[str]:
    """Agencies expected in every strategy discussion that were not in this one, in words."""
    there = set(agencies)
    return [AGENCY[code].lower() for code in EXPECTED if code not in there]


def is_quorate(agencies: Iterable[str]) -> bool:
    """Whether children's social care and two others were at a conference."""
    there = set(agencies)
    return "social-care" in there and len(there) > QUORUM


def is_under_four(born_on: date | None, on: date) -> bool:
    """Whether a child is under four that day, or not born yet."""
    return born_on is None or full_years(born_on, on) < FOUR


def ways_to_take_part(born_on: date | None, on: date) -> list[tuple[str, str]]:
    """The participation codes that fit a child's age: "under four" only for a child under four (12.3)."""
    young = is_under_four(born_on, on)
    return [(code, words) for code, words in PARTICIPATION.items() if young or code != UNDER_FOUR]


def outcomes_for(kind: str, *, has_plan: bool) -> list[tuple[str, str]]:
    """What a conference of this kind may decide for a child with or without a protection plan (2885: it begins at an
    initial conference, a transfer or before birth; a review only continues or ends one)."""
    if kind == REVIEW:
        codes: tuple[str, ...] = GOES_ON if has_plan else ("no-plan",)
    else:
        codes = BEGINS
    return [(code, CONFERENCE_OUTCOME[code]) for code in codes]

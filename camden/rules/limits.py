"""Limits of timescales as people say them."""

import re
from datetime import date

from camden.rules.dates import Span, Unit
from camden.rules.names import day_in_words
from camden.rules.rows import Basis, Kind, Ladder, Owner, Timescale

_MARKS = re.compile(r"\s*\[[^\]]*\]|;[^;]*from memory|\s*\(from memory\)")
UNIT: dict[str, str] = {
    Unit.WORKING_DAYS: "working day",
    Unit.DAYS: "day",
    Unit.WEEKS: "week",
    Unit.MONTHS: "month",
    Unit.HOURS: "hour",
}
BASIS: dict[str, str] = {
    Basis.LAW: "Law",
    Basis.GUIDANCE: "National guidance",
    Basis.REGULATOR: "Inspection or return",
    Basis.LOCAL: "Set by this council",
    Basis.PRACTICE: "Practice here",
}
OWNER: dict[str, str] = {
    Owner.LEAD: "The lead worker",
    Owner.MANAGER: "The team manager",
    Owner.SUPERVISOR: "Whoever holds supervision",
    Owner.CHAIR: "The conference chair",
    Owner.REVIEWING_OFFICER: "The reviewing officer",
    Owner.COORDINATOR: "The conference coordinator",
    Owner.ADVISER: "The personal adviser",
    Owner.GOVERNANCE: "Information governance",
    Owner.WORKER: "Each person for themselves",
}
LADDER: dict[str, str] = {
    Ladder.WHOLE: "Word goes on to the senior practitioner, the team manager and at last the service manager.",
    Ladder.TO_MANAGER: "Word goes on to the senior practitioner and the team manager, and stops there.",
}


def span_in_words(amount: int, unit: str) -> str:
    """An amount with its unit. Less than 0 counts back, and is said the same.

    >>> span_in_words(1, "wd"), span_in_words(6, "w"), span_in_words(-5, "d")
    ('1 working day', '6 weeks', '5 days')
    """
    amount = abs(amount)
    return f"{amount} {UNIT[unit]}{'' if amount == 1 else 's'}"


def limit_in_words(rule: Timescale, limit: Span | None = None) -> str:
    """How long, without what it counts from. `limit` takes the place of the rule's own.

    A repeat is "every 6 weeks", what counts back "5 working days before", a cap "at most 72 hours".
    """
    amount, unit = limit or Span(rule.amount, rule.unit)
    if not rule.is_clock:
        return "No day: something to notice"
    if rule.yearly:
        month, day = rule.yearly
        return f"each year by {day} {date(2000, month, day):%B}"
    words = _span(rule, amount, unit)
    if rule.is_inclusive:
        words += ", the first day counted"
    if rule.target:
        words += f", better {span_in_words(rule.target, unit)}"
    if rule.then:
        words += f", later {'every ' if rule.is_repeat else ''}{span_in_words(*rule.then)}"
    return words


def counted_in_words(rule: Timescale, amount: int, unit: str, anchor_on: date) -> str:
    """How a round was counted: "at least every 20 working days, counted from 12 February 2026"."""
    limit, day = span_in_words(amount, unit), day_in_words(anchor_on)
    if amount < 0 or rule.kind is Kind.COUNTDOWN:
        return f"{limit} before {day}" if amount else f"before {day}"
    if rule.is_repeat:
        return f"at least every {limit}, counted from {day}"
    return f"within {limit}, counted from {day}" if amount else f"on the same day, {day}"


def source_in_words(source: str, code: str) -> str:
    """Where a rule comes from, without its keeper's marks, which Settings shows.

    >>> source_in_words("Working Together, statutory guidance [S23][S24]", "CP4")
    'Working Together, statutory guidance (CP4)'
    """
    return f"{without_marks(source)} ({code})".strip()


def without_marks(source: str) -> str:
    """A source without the marks of our own list of sources: "[S86]", "from memory"."""
    return _MARKS.sub("", source)


def _span(rule: Timescale, amount: int, unit: Unit) -> str:
    """The amount alone, with the word that says which way it counts."""
    words = span_in_words(amount, unit)
    if not amount:
        return "on that day at the latest" if rule.is_back else "on the same day"
    if rule.is_back:
        return f"{words} before"
    if rule.is_repeat:
        return f"every {words.removeprefix('1 ')}"
    if rule.window and rule.window.amount > 0:
        return f"between {span_in_words(*rule.window)} and {words}"
    return f"at most {words}" if rule.kind is Kind.CAP else words


def happening_in_words(kind: str) -> str:
    """A kind of happening as a page says it.

    >>> happening_in_words("referral-received"), happening_in_words("died")
    ('referral received', 'the child died')
    """
    return _SAID.get(kind, kind.replace("-", " "))


# Where the kind's own words are too short to be understood.
_SAID = {
    "assessment-called-for": "the referral that it answers",
    "cause-identified": "reasonable cause to suspect harm",
    "child-seen": "the child was seen",
    "child-seen-alone": "the child was seen alone",
    "died": "the child died",
    "family-meeting-exempt": "a reason was written down not to offer or hold it",
    "homeless-presented": "a young person said they have nowhere to live",
    "looked-after-began": "the child became looked after",
    "looked-after-ended": "the child is no longer looked after",
    "looked-after-review": "review of a looked-after child",
    "moved-in": "word that a child with a plan moved here",
    "need-ended": "the episode of need closed",
    "need-plan-ended": "child in need plan ended",
    "need-plan-reviewed": "child in need plan reviewed",
    "need-plan-started": "child in need plan started",
    "returned": "the child came back",
    "seen-by-agency": "somebody of another agency saw the child",
    "one-to-one": "one-to-one supervision",
}

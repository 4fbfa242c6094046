"""Sharing what was written with the people it is about, before a manager authorises it.

It ends when a manager authorises it *after* it was shared with the family (REFERENCE 1.3). Each person reads or hears
it for themselves, a parent who lives elsewhere too, or it says why not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.rules.answers import Answer
from cases.rules.writing import SHARED_HOW

NOT_SHARED = ("not-reached", "not-safe")
"""Codes of SHARED_HOW by which nothing was read or heard."""
AGREE, DIFFER = "agree", "differ"
OLD_ENOUGH = 4  # years: below, a child takes part by being watched (PN0, REFERENCE 12.3)
# The kind of copy each paper is given as; a child's plan is one of its own.
COPY_OF = {"assessment": "assessment", "plan": "plan", "conference-report": "report", "review-report": "report"}
# Short words of the trade, and what they stand for. Explained at the end of every paper that uses one.
SHORT_WORDS = {
    "ASYE": "a social worker’s first year in work, with extra support",
    "BSL": "British Sign Language",
    "CAMHS": "child and adolescent mental health services",
    "CIN": "child in need: extra help for a child, agreed with the family",
    "CP": "child protection: keeping a child safe from serious harm",
    "CPP": "child protection plan",
    "EHCP": "education, health and care plan",
    "FGC": "family group conference: the family makes its own plan",
    "GP": "family doctor",
    "ICPC": "the first child protection conference",
    "IRO": "independent reviewing officer: checks the plan for a child in care",
    "LAC": "looked after: a child in the council’s care",
    "MARAC": "a meeting of services about serious violence at home",
    "MASH": "the council’s front door, where worries about a child first arrive",
    "PLO": "the steps before and in court",
    "PR": "parental responsibility: the right and duty to decide for a child",
    "RCPC": "a later child protection conference, which looks at the plan again",
    "SENCO": "the teacher who arranges extra help at school",
    "TAF": "team around the family",
}


@dataclass(frozen=True)
class Told:
    """One person and one time it was shared with them, as the family's answer is made from."""

    who: str
    how: str
    on: date
    why_not: str = ""
    remarks: str = ""

    @property
    def is_reached(self) -> bool:
        """Whether they read or heard it."""
        return self.how not in NOT_SHARED


def answer_of(told: Iterable[Told]) -> Answer:
    """What the family answered, each by name in the order they said it; and whom it has not reached to this day.

    >>> answer_of([Told("Shirin", "together", date(2026, 11, 3), remarks="We are tired."),
    ...            Told("Jamal", "not-reached", date(2026, 11, 3), why_not="His number does not work")])
    Answer(words='Shirin: We are tired.', not_reached=[('Jamal', 'His number does not work')])
    """
    rows = list(told)
    reached = {each.who for each in rows if each.is_reached}
    words = [f"{each.who}: {each.remarks}" for each in rows if each.remarks]
    missed = {each.who: each.why_not or SHARED_HOW[each.how] for each in rows if each.who not in reached}
    return Answer("\n\n".join(words), list(missed.items()))


def day_shared(told: Iterable[Told]) -> date | None:
    """The last day on which somebody read or heard it; None while nobody has."""
    return max((each.on for each in told if each.is_reached), default=None)


def day_all_had_it(needed: Iterable[str], told: Iterable[Told]) -> date | None:
    """The day on which the last of these people first had it or it was written down why not; None while one is left.

    Also None while nobody read it at all. For the clock of a report before a conference (CP5).
    """
    rows = list(told)
    first: dict[str, date] = {}
    for each in sorted(rows, key=lambda one: one.on):
        first.setdefault(each.who, each.on)
    wanted = list(needed) or [each.who for each in rows if each.is_reached][:1]
    if not wanted or not any(each.is_reached for each in rows) or any(who not in first for who in wanted):
        return None
    return max(first[who] for who in wanted)


def explained(text: str) -> tuple[tuple[str, str], ...]:
    """The short words that stand in a text, each with what it means, in the order of the alphabet.

    >>> explained("The GP rang.")
    (('GP', 'family doctor'),)
    """
    found = set(re.findall(r"\b[A-Z]{2,6}\b", text))
    return tuple((short, SHORT_WORDS[short]) for short in sorted(found & set(SHORT_WORDS)))

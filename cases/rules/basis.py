"""The legal basis of an assessment changes and it goes on (REFERENCE 1.2): when that may be, what it counts from."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from camden.rules.names import day_in_words
from cases.rules.journey import LEGAL_BASIS

# Nothing is assessed as need or protection before a referral (REFERENCE 12.2: 1103).
STATUTORY = frozenset({"need", "protection"})
# What only a registered social worker answers for: enquiries and plans of protection (REFERENCE 0.3, 4.3). Under
# section 17 the family's worker may be somebody else, beside whom one may join.
REGISTERED = frozenset({"protection"})


def why_not_basis(
    now: str, to: str, began_on: date, *, started_on: date, last_on: date | None, referred: Mapping[str, date | None]
) -> tuple[str, str]:
    """Why an assessment may not have the basis `to` from that day, and which answer that is about; empty when it may.

    `last_on` is the day its basis changed last; `referred` says of each child, by name, when they were referred.
    """
    if to == now:
        basis = LEGAL_BASIS[now][:1].lower() + LEGAL_BASIS[now][1:]
        return f"Its basis is {basis} already.", "legal_basis"
    if began_on < started_on:
        return f"Enter a day on or after {day_in_words(started_on)}, when the assessment began.", "began_on"
    if last_on and began_on < last_on:
        return f"Its basis changed on {day_in_words(last_on)}. Enter that day or a later one.", "began_on"
    for name, day in referred.items() if to in STATUTORY else ():
        if day is None:
            return f"{name} has no open referral. Take the referral first.", "legal_basis"
        if began_on < day:
            return f"{name} was referred on {day_in_words(day)}: the basis changes on or after it.", "began_on"
    return "", ""


def set_by_referral(was: date, *, now: str, to: str, started_on: date, referred: Collection[date]) -> date:
    """What the assessment counts from (AS1: the referral) once its basis is `to`; else the day it counted from so far.

    Only the way from help by agreement into statutory work changes it. A referral taken after the assessment began is
    no day it can have been called for on: `counted_since` counts from it all the same.
    """
    latest = max(referred, default=None)
    if now in STATUTORY or to not in STATUTORY or latest is None or latest > started_on:
        return was
    return latest


def counted_since(
    counts_from_on: date, *, started_on: date, changes: Iterable[tuple[str, date]], referred: Iterable[date]
) -> date:
    """The day its 45 working days count from: the referral taken while it ran, if it became statutory after that.

    `changes` are (basis before, day). `cases_happening` says the same in SQL.
    """
    left = [day for before, day in changes if before not in STATUTORY]
    late = [day for day in referred if day > started_on and any(day <= each for each in left)]
    return max(late, default=counts_from_on)


def statutory_since(started_on: date, legal_basis: str, changes: Iterable[tuple[str, date]]) -> date | None:
    """The first day an assessment was one under the Children Act; None while it is help by agreement only.

    This is the start that the children in need return knows: an assessment does not begin before its referral (1103),
    and one of help by agreement is none of the return's. What was written before that day stays in the same assessment.
    `changes` are (basis before, day), the first one first.

    >>> statutory_since(date(2026, 9, 1), "need", [("early-help", date(2026, 9, 20))])
    datetime.date(2026, 9, 20)
    """
    began = started_on
    for before, day in changes:
        if before in STATUTORY:
            return began
        began = day
    return began if legal_basis in STATUTORY else None

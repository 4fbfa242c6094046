"""The chronology: which entries of the timeline may matter, and approximate days in words.

REFERENCE 8.5: a chronology is curated and analytical, not everything that happened; each entry carries what it meant
for each child.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from camden.rules.names import day_in_words
from cases.rules.audience import Marks

# Groups by which a timeline is filtered: the address says the key. Values are those of ChronologyEntry.Kind.
GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "visits": ("Visits", ("visit",)),
    "talk": ("Calls, notes and conversations", ("call", "conversation", "note", "duty")),
    "direct": ("Direct work and observations", ("direct-work", "observation")),
    "words": ("Their words, and what they see differently", ("quote", "disagreement", "feedback", "compliment")),
    "decisions": (
        "Decisions, plans and meetings",
        (
            "contact", "referral", "referral-decided", "assessment", "strategy", "enquiry", "conference", "plan",
            "meeting", "threshold", "closing", "closure", "decision", "oversight", "drift", "dispute",
        ),
    ),
    "reflection": ("Supervision and family group conferences", ("reflection", "family-plan")),
    "agreed": ("What was agreed and given", ("agreed", "given", "shared", "consent", "document")),
    "facts": ("Dated facts", ("milestone",)),
    "people": ("People and workers", ("people", "allocation")),
}  # fmt: skip

# What nearly always belongs into a chronology, so that nobody types it again. A visit does only when somebody says so.
PROPOSED = (
    "referral-decided", "strategy", "enquiry", "conference", "plan", "threshold", "closing", "closure", "milestone",
    "family-plan",
)  # fmt: skip


@dataclass(frozen=True)
class EventSaid:
    """What a worker says of one thing that matters: as exactly as the day is known, and what it meant.

    `children` are the keys of those it is about, with what it meant for each in words, or "".
    """

    what: str
    happened_on: date
    children: Mapping[int, str]
    precision: str = "day"
    until_on: date | None = None
    source: str = ""
    analysis: str = ""
    marks: Marks = Marks()


def kinds_of(groups: Sequence[str]) -> tuple[str, ...]:
    """The kinds of entries in these groups; unknown groups are left out, and no group means every kind: ()."""
    return tuple(kind for group in groups if group in GROUPS for kind in GROUPS[group][1])


def when_in_words(on: date, precision: str, until: date | None = None) -> str:
    """A day as exactly as it is known.

    >>> when_in_words(date(2024, 3, 12), "month")
    'March 2024'
    >>> when_in_words(date(2019, 1, 1), "year", date(2021, 6, 1))
    '2019 to 1 June 2021'
    """
    said = {
        "day": day_in_words(on),
        "month": f"{on:%B} {on.year}",
        "year": str(on.year),
        "about": f"about {day_in_words(on)}",
    }[precision]
    return f"{said} to {day_in_words(until)}" if until else said


def worth_telling(thought: Sequence[bool], most: int) -> list[int]:
    """Which of the entries, oldest first, a summary of `most` tells, in their order.

    Those somebody has thought about come first (`thought`: it has an analysis, or what it meant for a child), the
    newest before the older; then the newest of the rest.

    >>> worth_telling([True, False, False, True], 3)
    [0, 2, 3]
    """
    by_worth = sorted(range(len(thought)), key=lambda place: (not thought[place], -place))
    return sorted(by_worth[:most])


def told_alike(entries: Sequence[tuple[date, str, str, str]]) -> list[list[int]]:
    """Entries that say the same of one child each, put together: places in the list, in the order of the first.

    Each entry is (day, kind, sentence, the child's name, or "" when it is about several or none).

    >>> day = date(2026, 9, 11)
    >>> told_alike([(day, "plan", "Plan for Anisa begun", "Anisa"), (day, "plan", "Plan for Imran begun", "Imran")])
    [[0, 1]]
    >>> told_alike([(day, "plan", "Plan for Anisa begun", "Anisa"), (day, "visit", "Visit", "")])
    [[0], [1]]
    """
    groups: dict[tuple[object, ...], list[int]] = {}
    for place, (day, kind, sentence, name) in enumerate(entries):
        same = (day, kind, sentence.replace(name, "\0"), True) if name and name in sentence else (place,)
        groups.setdefault(same, []).append(place)
    return list(groups.values())


def as_precise(on: date, precision: str) -> date:
    """The day an approximate one is kept as: the first of its month or year, so that it sorts where it belongs.

    >>> as_precise(date(2024, 3, 12), "month")
    datetime.date(2024, 3, 1)
    """
    if precision == "month":
        return on.replace(day=1)
    return on.replace(month=1, day=1) if precision == "year" else on

"""Where somebody in the family sees it differently: beside what we wrote, and as large."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from camden.rules.names import day_in_words
from cases.models import Case, ChronologyEntry, Disagreement


@dataclass(frozen=True)
class Differs:
    """How one person sees an entry, in their words."""

    who: str
    words: str
    day: str
    iso: str


def disagreements_of(case: Case, entries: Iterable[int]) -> dict[int, tuple[Differs, ...]]:
    """By the key of each of these entries, oldest first. One query, however many entries."""
    found: dict[int, list[Differs]] = defaultdict(list)
    rows = Disagreement.objects.filter(case=case, entry__in=list(entries)).select_related("member")
    for row in rows.order_by("said_on", "pk"):
        found[row.entry_id].append(_read(row))
    return {key: tuple(lines) for key, lines in found.items()}


def disagreements_about(case: Case, kinds: Iterable[str], subject_id: int) -> tuple[Differs, ...]:
    """What stands beside a visit, a note or another thing that has a page, by the entries of it. One query."""
    entries = ChronologyEntry.objects.filter(case=case, kind__in=list(kinds), subject_id=subject_id)
    rows = Disagreement.objects.filter(case=case, entry__in=entries).select_related("member")
    return tuple(_read(row) for row in rows.order_by("said_on", "pk"))


def _read(row: Disagreement) -> Differs:
    who = row.member.first_name if row.member else row.said_by
    return Differs(who, row.words, day_in_words(row.said_on), row.said_on.isoformat())

"""Where somebody in the family sees it differently: beside what we wrote, and as large."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import JSONObject

from camden.rules.names import day_in_words, display_name
from cases.models import Case, ChronologyEntry, Disagreement


@dataclass(frozen=True)
class Differs:
    """How one person sees an entry, in their words."""

    who: str
    words: str
    day: str
    iso: str


def differing(entry: Any) -> "QuerySet[Disagreement, Any]":
    """The same as rows of JSON for one entry, to stand beside it in a larger statement; `read_differing` reads each."""
    rows = Disagreement.objects.filter(entry=entry).order_by("said_on", "pk")
    names = {name: f"member__{name}" for name in ("given_name", "family_name", "la_child_id")}
    return rows.values(row=JSONObject(member="member_id", said_by="said_by", words="words", said_on="said_on", **names))


def read_differing(row: Mapping[str, Any]) -> Differs:
    """How one person sees an entry, from a row of `differing`."""
    said_on = date.fromisoformat(row["said_on"])
    name = row["given_name"] or row["la_child_id"] or display_name("", row["family_name"], "")
    return Differs(name if row["member"] else row["said_by"], row["words"], day_in_words(said_on), said_on.isoformat())


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

"""What two of the model's promises are counted from, for any day: children's words, and answers to what stood still.

Dated rows of the records that whoever asks may see, in a fixed number of queries. The other promises have their own:
`measures.continuity`, and above this app those of supervision and conferences.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from cases.models import Case, DriftAnswer, Quote, VisitChild

ASKED_THEN = (VisitChild.Seen.ALONE, VisitChild.Seen.WITH_OTHERS)
"""Who could have said something: no unborn child, nobody asleep, and no baby who was observed with a carer."""


@dataclass(frozen=True)
class SeenOn:
    """A visit in which a child was seen and could have said something; `words` are theirs, with whether they are kept
    from anybody (then no page repeats them)."""

    child: int
    visit: int
    on: date
    words: tuple[tuple[str, bool, bool], ...] = ()
    """Each: the words, whether they are how the child sees things, and whether they are kept from somebody."""


@dataclass(frozen=True)
class Answered:
    """A sign of drift that was answered: in which record, of what kind, when, and since when it had stood.

    `since` is None where it was answered before that day was kept, and what the answer showed does not name it.
    """

    key: int
    case: int
    kind: str
    answered_on: date
    words: str
    since: date | None = None

    @property
    def days(self) -> int | None:
        """From the day it began to stand still until somebody answered."""
        return None if self.since is None else (self.answered_on - self.since).days


def visits_seen(children: Collection[int], after: date, until: date) -> dict[int, list[SeenOn]]:
    """Of each child the visits in which they were seen, the earliest first, with their words. Two queries."""
    between = {"visit__visited_on__gt": after, "visit__visited_on__lte": until, "visit__struck_on": None}
    found = VisitChild.objects.filter(child__in=list(children), seen__in=ASKED_THEN, **between)
    rows = list(found.order_by("visit__visited_on", "visit", "pk").values_list("child", "visit", "visit__visited_on"))
    said = Quote.objects.filter(speaker__in=list(children), visit__isnull=False, struck_on=None, **between)
    columns = ("speaker", "visit", "words", "is_view", "is_kept_from_family", "kept_from")
    words: dict[tuple[int, int], list[tuple[str, bool, bool]]] = defaultdict(list)
    for child, visit, text, is_view, is_kept, kept_from in said.order_by("pk").values_list(*columns):
        words[child, visit].append((text, is_view, bool(is_kept or kept_from)))
    seen: dict[int, list[SeenOn]] = defaultdict(list)
    for child, visit, on in rows:
        seen[child].append(SeenOn(child, visit, on, tuple(words[child, visit])))
    return seen


def last_seen(visits: Iterable[SeenOn], after: date, on: date) -> SeenOn | None:
    """The last visit after one day and up to another; None when there was none."""
    return max((each for each in visits if after < each.on <= on), key=lambda each: (each.on, each.visit), default=None)


def drift_answered(*, cases: QuerySet[Case], after: date, until: date) -> list[Answered]:
    """Signs that were answered in the time, the earliest first; of brothers and sisters answered together once.

    One query.
    """
    found = DriftAnswer.objects.filter(case__in=cases.values("pk"), answered_on__gt=after, answered_on__lte=until)
    columns = ("pk", "case", "kind", "answered_on", "words", "since_on")
    same: dict[Any, Answered] = {}
    for row in found.order_by("answered_on", "pk").values_list(*columns):
        one = Answered(*row)
        together = (one.case, one.kind, one.answered_on, one.words)
        before = same.get(together)
        if before is None or (one.since and (before.since is None or one.since < before.since)):
            same[together] = one
    return list(same.values())

"""Making facts of values that were kept by an earlier import, without the file they came from.

The source rows hold every value as it was written, so what they say can be read again by a later release. The child
and its referrals were settled when the file came, and may have been put right by people since: they are left alone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

import pgtrigger
from django.db import connection, transaction
from django.db.models import Q

from cases.models import Episode, ImportedChild, SourceRow
from cases.operations.imported_journey import Journey, settle_journey
from cases.operations.imported_saving import held_journeys, save_journeys
from cases.operations.imports import BATCH, ONE_AT_A_TIME, Outcome, Problem, count_journey

if TYPE_CHECKING:
    from cases.returns.cin_census import Child, Row
    from cases.returns.cin_census import Episode as GivenEpisode

REFERRAL = "referral date"
# Makes a child of its place in the file and of its kept values, which are (path, value) in the order of the file.
Reader = Callable[[int, Iterable[tuple[str, str]]], "Child"]


def make_facts(
    *, read: Reader, on: date, at: datetime, is_rehearsal: bool = False, tell: Callable[[Problem], None]
) -> Outcome:
    """Make facts of all kept values that can be facts, file by file in the order in which they came.

    One transaction. Run again, it changes nothing. `tell` is called for each value that has a new problem. A
    rehearsal does the work, tells the same, and takes it back. Runs as the owner of the tables.
    """
    counts: Counter[str] = Counter()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        with pgtrigger.ignore():
            for batch in _batches():
                _take(_read(batch, read), counts, on=on, at=at, tell=tell)
        if is_rehearsal:
            transaction.set_rollback(True)
    return Outcome(counts=counts)


def _batches() -> Iterator[list[ImportedChild]]:
    """The children of all files, in batches in which no child is twice."""
    batch: list[ImportedChild] = []
    seen: set[int] = set()
    for one in ImportedChild.objects.select_related("child__case").order_by("run", "number").iterator(BATCH):
        if len(batch) == BATCH or one.child_id in seen:
            yield batch
            batch, seen = [], set()
        batch.append(one)
        seen.add(one.child_id)
    if batch:
        yield batch


@dataclass(slots=True)
class _Kept:
    """A child of a file as its kept values say it."""

    imported: ImportedChild
    rows: Sequence[SourceRow]
    child: "Child"
    journey: Journey


def _take(
    kept: Sequence[_Kept], counts: Counter[str], *, on: date, at: datetime, tell: Callable[[Problem], None]
) -> None:
    episodes: dict[int, list[Episode]] = {one.imported.child_id: [] for one in kept}
    for episode in Episode.objects.filter(child__in=episodes).order_by("referred_on", "pk"):
        episodes[episode.child_id].append(episode)
    for one in kept:
        pairs = list(_pairs(one, episodes[one.imported.child_id]))
        settle_journey(one.journey, one.child.episodes, pairs, one.imported.child, on)
    save_journeys([(one.imported.child, one.journey) for one in kept], at)
    changed = [row for one in kept for row in _said_anew(one, tell)]
    SourceRow.objects.bulk_update(changed, ["taken_as", "problem"], batch_size=2000)
    for one in kept:
        counts["children"] += 1
        counts["rows"] += len(one.rows)
        counts["values taken"] += sum(row.taken_as != "" for row in one.rows)
        count_journey(counts, one.journey)
    counts["problems"] += sum(row.problem != "" for row in changed)


def _read(batch: Sequence[ImportedChild], read: Reader) -> list[_Kept]:
    """The kept values of these children, in the order of their files."""
    by_run: dict[int, list[int]] = {}
    for one in batch:
        by_run.setdefault(one.run_id, []).append(one.number)
    asked = reduce(or_, (Q(run=run, number__in=numbers) for run, numbers in by_run.items()))
    rows: dict[tuple[int, int], list[SourceRow]] = {}
    for row in SourceRow.objects.filter(asked).order_by("run", "number", "position"):
        rows.setdefault((row.run_id, row.number), []).append(row)
    journeys = held_journeys([one.child_id for one in batch])
    found = []
    for one in batch:
        written = rows.get((one.run_id, one.number), [])
        child = read(one.number, ((row.path, row.value) for row in written))
        found.append(_Kept(one, written, child, journeys[one.child_id]))
    return found


def _pairs(one: _Kept, held: Iterable[Episode]) -> Iterator[tuple["GivenEpisode", Episode]]:
    """Each referral that became an episode when the file came, and which. One that was refused then stays so."""
    unclaimed = list(held)
    taken = {row.path for row in one.rows if row.taken_as == REFERRAL}
    for given in one.child.episodes:
        source = given.sources.get("referred_on")
        if source is None or source.path not in taken:
            continue
        same_day = [episode for episode in unclaimed if episode.referred_on == given.day("referred_on")]
        if same_day:
            episode = next((each for each in same_day if each.closed_on == given.day("closed_on")), same_day[0])
            unclaimed.remove(episode)
            yield given, episode


def _said_anew(one: _Kept, tell: Callable[[Problem], None]) -> Iterator[SourceRow]:
    """The kept values of which something else is said now."""
    by_path = {row.path: row for row in one.rows}
    for new in _of_the_journey(one.child):
        row = by_path[new.path]
        if (row.taken_as, row.problem) == (new.taken_as, new.problem):
            continue
        is_told = row.problem != new.problem and bool(new.problem)
        row.taken_as, row.problem = new.taken_as, new.problem
        if is_told:
            tell(Problem(one.child.la_child_id, one.child.number, row.path, row.value, row.problem))
        yield row


def _of_the_journey(child: "Child") -> Iterator["Row"]:
    for given in child.episodes:
        yield from (row for row in given.rows if row.element == "DateOfInitialCPC" and row.path.count("/") == 1)
        for activity in given.activities:
            yield from activity.rows

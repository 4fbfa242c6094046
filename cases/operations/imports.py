"""Holding what was read from another system's file: records, facts, timelines, every value as written."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256 as hash_of
from typing import TYPE_CHECKING

import pgtrigger
from django.db import connection, transaction

from camden.models import Team, User
from camden.rules.names import display_name
from cases.models import (
    AssessmentChild,
    Case,
    Enquiry,
    Episode,
    ImportedChild,
    ImportRun,
    Member,
    PlanSpell,
    ProtectionConferenceChild,
    SourceRow,
)
from cases.operations.clocks import keep_all_clocks
from cases.operations.imported_facts import Episodes, fill_member, new_member, settle_episodes
from cases.operations.imported_journey import Journey, settle_journey
from cases.operations.imported_saving import (
    held_journeys,
    insert,
    save_case_days,
    save_episodes,
    save_journeys,
    save_members,
)

if TYPE_CHECKING:
    from cases.returns.cin_census import Census, Child

COLLECTION = "cin_census"

# Children written together. Large enough that statements do not count, small enough that memory does not.
BATCH = 500

# Any number will do, as long as all imports use it: two at once would both find the same child new.
ONE_AT_A_TIME = 0x63696E


@dataclass(frozen=True, slots=True)
class Problem:
    """One value that could not be read, or was read with a doubt. `child` is empty for the file itself."""

    child: str
    number: int
    path: str
    value: str
    sentence: str


@dataclass(slots=True)
class Outcome:
    """What an import did. `already` is the earlier import of the same file; then nothing was done."""

    already: ImportRun | None = None
    counts: Counter[str] = field(default_factory=Counter)


def hold(
    *,
    census: "Census",
    file_name: str,
    sha256: str,
    team: Team,
    on: date,
    at: datetime,
    by: User | None = None,
    is_rehearsal: bool = False,
    tell: Callable[[Problem], None],
) -> Outcome:
    """Hold every child of a census on the team's list, with its episodes and every value of the file.

    One transaction: all of the file or nothing; what is due is counted after it.
    `tell` is called for each value with a problem, in the order
    of the file. A rehearsal does the work, tells the same, and takes it back. Runs as the owner of the
    tables; history is off, because the source rows are the history of an import. Raises
    cases.returns.cin_census.NotACensus.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        if already := ImportRun.objects.filter(collection=COLLECTION, sha256=sha256).first():
            return Outcome(already=already)
        run = ImportRun.objects.create(
            collection=COLLECTION, file_name=file_name, sha256=sha256, team=team, at=at, by=by
        )
        work = _Work(run=run, team=team, on=on, tell=tell, counts=Counter())
        with pgtrigger.ignore():
            for batch in work.batches(census.children()):
                work.hold_batch(batch)
        _finish(run, census, work)
        if is_rehearsal:
            transaction.set_rollback(True)
    if not is_rehearsal:
        keep_all_clocks(of_run=run.pk)
    return Outcome(counts=work.counts)


def _finish(run: ImportRun, census: "Census", work: "_Work") -> None:
    """Keep what stood outside the children, which is whole only now, and what was counted."""
    for row in census.outside:
        if row.problem:
            work.report("", 0, row.path, row.value, row.problem)
    run.header, run.year, run.counts = census.header, census.year, dict(work.counts)
    run.save(update_fields=["header", "year", "counts"])


@dataclass(slots=True)
class _Held:
    """A child of the file on its way into the record. `fingerprint` knows it again when it has no number."""

    child: "Child"
    fingerprint: str
    member: Member
    is_new: bool
    is_changed: bool = False
    episodes: Episodes = field(default_factory=Episodes)
    journey: Journey = field(default_factory=Journey)


@dataclass(slots=True)
class _Work:
    """One import at work, batch by batch."""

    run: ImportRun
    team: Team
    on: date
    tell: Callable[[Problem], None]
    counts: Counter[str]
    alike: Counter[str] = field(default_factory=Counter)

    def batches(self, children: Iterable["Child"]) -> Iterator[list[tuple["Child", str]]]:
        """Children with their fingerprints, in batches in which no child is twice."""
        batch: list[tuple[Child, str]] = []
        names: set[str] = set()
        for child in children:
            fingerprint = self._fingerprint(child)
            name = child.la_child_id or fingerprint
            if len(batch) == BATCH or name in names:
                yield batch
                batch, names = [], set()
            batch.append((child, fingerprint))
            names.add(name)
        if batch:
            yield batch

    def _fingerprint(self, child: "Child") -> str:
        """The child's fingerprint; for children without a number, one for each of those who are alike.

        Twins not yet born and not yet numbered may be described in the same words, and are two children.
        """
        fingerprint = child.fingerprint
        if child.la_child_id:
            return fingerprint
        self.alike[fingerprint] += 1
        return hash_of(f"{fingerprint} {self.alike[fingerprint]}".encode()).hexdigest()

    def hold_batch(self, batch: list[tuple["Child", str]]) -> None:
        """Decide what each child's part becomes, then write all of it."""
        held = self._recognise(batch)
        known: dict[int, list[Episode]] = {one.member.pk: [] for one in held if not one.is_new}
        for episode in Episode.objects.filter(child__in=known).order_by("referred_on", "pk"):
            known[episode.child_id].append(episode)
        journeys = held_journeys(known)
        for one in held:
            one.journey = journeys.get(one.member.pk, one.journey)
            self._decide(one, known.get(one.member.pk, []))
        save_members(held, self.run.at)
        save_episodes(held, self.run.at)
        save_case_days([one.member.case_id for one in held if one.episodes.new or one.episodes.changed])
        save_journeys([(one.member, one.journey) for one in held], self.run.at)
        self._save_source(held)
        self._count(held)

    def _recognise(self, batch: list[tuple["Child", str]]) -> list[_Held]:
        """The member each child is, among those of earlier imports, or a new one in a record of its own."""
        imported = Member.objects.filter(pk__in=ImportedChild.objects.values("child")).select_related("case")
        printed = ImportedChild.objects.select_related("child__case")
        numbers = [child.la_child_id for child, _ in batch if child.la_child_id]
        prints = [fingerprint for child, fingerprint in batch if not child.la_child_id]
        by_name: dict[str, Member] = {}
        # The newest first, so that the oldest is the one that stays.
        for member in imported.filter(la_child_id__in=numbers).order_by("-pk"):
            by_name[member.la_child_id] = member
        for known in printed.filter(fingerprint__in=prints).order_by("-pk"):
            by_name[known.fingerprint] = known.child
        held = []
        for child, fingerprint in batch:
            known_as = by_name.get(child.la_child_id or fingerprint)
            member = known_as or self._new_member(child)
            held.append(_Held(child, fingerprint, member, is_new=known_as is None))
        return held

    def _new_member(self, child: "Child") -> Member:
        """The census has no families and no names: each child gets a record, called by its number."""
        name = display_name("", "", child.la_child_id)
        if not child.la_child_id:
            name = f"Child {child.number} of {self.run.file_name}"[:160]
        case = Case(name=name, team_ids=[self.team.pk], opened_on=self.on)
        return new_member(child, case)

    def _decide(self, one: _Held, held_episodes: list[Episode]) -> None:
        for episode in held_episodes:
            episode.child = one.member  # or its name would be asked for, episode by episode
        one.is_changed = not one.is_new and fill_member(one.member, one.child)
        one.episodes = settle_episodes(one.child, one.member, held_episodes, self.on)
        settle_journey(one.journey, one.child.episodes, one.episodes.pairs, one.member, self.on)
        if one.is_new:
            one.member.case.opened_on = min((e.referred_on for e in one.episodes.new), default=self.on)
        for row in one.child.rows:
            if row.problem:
                self.report(one.child.la_child_id, one.child.number, row.path, row.value, row.problem)

    def report(self, child: str, number: int, path: str, value: str, sentence: str) -> None:
        """Count and tell one problem."""
        self.counts["problems"] += 1
        self.tell(Problem(child, number, path, value, sentence))

    def _save_source(self, held: list[_Held]) -> None:
        children = [
            ImportedChild(
                case_id=one.member.case_id, run_id=self.run.pk, child_id=one.member.pk,
                number=one.child.number, fingerprint=one.fingerprint,
            )
            for one in held
        ]  # fmt: skip
        rows = [
            SourceRow(
                case_id=one.member.case_id, run_id=self.run.pk, child_id=one.member.pk,
                number=one.child.number, position=position, path=row.path, value=row.value,
                taken_as=row.taken_as, problem=row.problem,
            )
            for one in held
            for position, row in enumerate(one.child.rows, start=1)
        ]  # fmt: skip
        insert(children, self.run.at)
        insert(rows, self.run.at)

    def _count(self, held: list[_Held]) -> None:
        for one in held:
            self.counts["children"] += 1
            self.counts["children new" if one.is_new else "children already held"] += 1
            self.counts["rows"] += len(one.child.rows)
            self.counts["values taken"] += sum(row.taken_as != "" for row in one.child.rows)
            self.counts["episodes already held"] += one.episodes.already
            self.counts["episodes refused"] += one.episodes.refused
            self.counts["episodes closed now"] += len(one.episodes.closed)
            self.counts.update(_kind(episode) for episode in one.episodes.new)
            count_journey(self.counts, one.journey)


def count_journey(counts: Counter[str], journey: Journey) -> None:
    """Add what a file made of a child's journey."""
    counts["facts already held"] += journey.already
    counts["facts ended now"] += len(journey.ended)
    counts["facts refused"] += journey.refused
    counts.update(_NAMES[type(one)] for one in journey.new)


_NAMES: dict[type, str] = {
    AssessmentChild: "assessments",
    Enquiry: "enquiries",
    ProtectionConferenceChild: "conferences",
    PlanSpell: "plans",
}


def _kind(episode: Episode) -> str:
    if episode.closed_on:
        return "episodes closed"
    return "episodes with no further action" if episode.no_further_action else "episodes open"

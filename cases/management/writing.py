"""Writes drawn families into the database, in the order in which a service would have written them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from operator import itemgetter
from random import Random
from typing import Any
from uuid import UUID

from django.utils import timezone

from cases import models
from cases.management.copying import Keys, copy
from cases.management.drawing.drawn import DrawnEpisode, DrawnFamily, disabilities_of
from cases.management.writing_journey import Deciders, JourneyWriter
from cases.rules.codesets import CLOSURE_REASON, REFERRAL_SOURCE, WORKER_CHANGE_REASON, in_a_sentence
from cases.rules.visits import visit_in_a_sentence

LATE_EVENING, EVENING = time(23, 55), time(17)


@dataclass(slots=True)
class Written:
    """A family as it stands in the database: the record's key and each member's, in the order they were drawn."""

    family: DrawnFamily
    case: int
    members: list[int]


class Writer:
    """Writes families table by table. `names` are the workers' by key, for the timeline's sentences; see `Deciders`."""

    def __init__(self, on: date, names: dict[int, str], random: Random, deciders: dict[int, Deciders]) -> None:
        self.on, self.names, self.random, self.deciders = on, names, random, deciders
        # One for each referral: the record, what was drawn, its children by place, and the keys of their episodes.
        self.episodes: list[tuple[Written, DrawnEpisode, list[int], list[int]]] = []
        self.written: list[Written] = []
        self.evenings: dict[tuple[int, bool], datetime] = {}
        # (day, order on a day, record, kind, sentence, children's keys, key of what it is about, who wrote it)
        self.entries: list[tuple[int, int, int, str, str, list[int], int | None, int | None]] = []

    def write(self, families: Sequence[DrawnFamily]) -> list[Written]:
        """All of it. The caller is in a transaction."""
        self._records(families)
        self._ties()
        self._homes()
        self._episodes()
        JourneyWriter(self.on, self.deciders, self._note).write(iter(self.episodes))
        self._work()
        self._visits()
        self._actions()
        self._hand_overs()
        self._kept_out()
        self._timeline()
        return self.written

    def _day(self, day: int | None) -> date | None:
        return None if day is None else self.on + timedelta(days=day)

    def _records(self, families: Sequence[DrawnFamily]) -> None:
        cases, members = Keys(models.Case), Keys(models.Member)
        self.written = [Written(family, cases.next(), [members.next() for _ in family.members]) for family in families]
        persons = {
            key: UUID(int=self.random.getrandbits(128), version=4) for one in self.written for key in one.members
        }
        copy(
            models.Case,
            ("id", "name", "is_restricted", "team_ids", "opened_on", "closed_on"),
            (
                (one.case, one.family.name, one.family.is_restricted, _teams(one.family), *self._open_and_closed(one))
                for one in self.written
            ),
        )
        copy(models.Person, ("id",), ((person,) for person in persons.values()))
        copy(models.Member, _MEMBER, (row for one in self.written for row in self._members(one, persons)))
        cases.keep()
        members.keep()

    def _open_and_closed(self, one: Written) -> tuple[date | None, date | None]:
        return self._day(one.family.opened), self._day(one.family.closed)

    def _members(self, one: Written, persons: dict[int, UUID]) -> Any:
        needs = one.family.episodes[-1].needs
        for place, (key, member) in enumerate(zip(one.members, one.family.members, strict=True)):
            yield (
                key, one.case, persons[key], "child" if member.is_child else "adult", member.given, member.family,
                member.number, self._day(member.born), self._day(member.expected), member.sex, member.ethnicity, "", "",
                member.language, disabilities_of(member, needs[place]) if place < len(needs) else [],
            )  # fmt: skip

    def _ties(self) -> None:
        copy(
            models.Relationship,
            ("case_id", "one_id", "other_id", "kind", "parental_responsibility"),
            (
                (one.case, one.members[first], one.members[second], kind, responsible)
                for one in self.written
                for first, second, kind, responsible in one.family.ties
            ),
        )

    def _homes(self) -> None:
        keys = Keys(models.Household)
        homes = [(keys.next(), one, home) for one in self.written for home in one.family.homes]
        copy(
            models.Household,
            ("id", "case_id", "name", "address", "is_safe_to_share"),
            ((key, one.case, name, address, safe) for key, one, (name, address, safe, _) in homes),
        )
        copy(
            models.HouseholdMembership,
            ("case_id", "household_id", "member_id"),
            ((one.case, key, one.members[who]) for key, one, (_, _, _, people) in homes for who in people),
        )
        keys.keep()

    def _episodes(self) -> None:
        keys, rows = Keys(models.Episode), []
        for one in self.written:
            for episode in one.family.episodes:
                opened: list[int] = []
                self.episodes.append((one, episode, list(one.family.children), opened))
                for child, need in zip(one.family.children, episode.needs, strict=True):
                    key = keys.next()
                    opened.append(key)
                    rows.append(
                        (
                            key,
                            one.case,
                            one.members[child],
                            self._day(episode.referred),
                            episode.source,
                            need,
                            episode.is_nothing,
                            self._day(episode.closed),
                            episode.closing,
                        )  # fmt: skip
                    )
                    who = one.family.members[child].given
                    told = f"Referral about {who} from {in_a_sentence(REFERRAL_SOURCE[episode.source])}"
                    told += ": no further action" if episode.is_nothing else ""
                    self._note(episode.referred, 0, one, "referral", told, [child], key)
                    if episode.closed is not None:
                        why = in_a_sentence(CLOSURE_REASON[episode.closing])
                        self._note(episode.closed, 5, one, "closure", f"Work with {who} ended: {why}", [child], key)
        copy(models.Episode, _EPISODE, rows)
        keys.keep()

    def _work(self) -> None:
        rows = []
        for one in self.written:
            led: set[int] = set()
            for work in one.family.work:
                is_lead = work.role == "lead" and not work.is_cover
                for child in work.children:
                    reason = (work.reason if child in led else "FCONTA") if is_lead else ""
                    rows.append(
                        (
                            one.case,
                            one.members[child],
                            work.worker,
                            work.team,
                            work.role,
                            "full",
                            work.is_cover,
                            self._day(work.since),
                            self._day(work.ended),
                            reason,
                        )  # fmt: skip
                    )
                    self._note(work.since, 1, one, "allocation", self._began(one, work, child, child in led), [child])
                    if is_lead:
                        led.add(child)
        rows.sort(key=itemgetter(7, 1))
        copy(models.Involvement, _INVOLVEMENT, rows)

    def _began(self, one: Written, work: Any, child: int, had_lead: bool) -> str:
        who, name = one.family.members[child].given, self.names[work.worker]
        if work.role == "lead" and not work.is_cover:
            why = f" ({in_a_sentence(WORKER_CHANGE_REASON[work.reason])})" if had_lead else ""
            return f"{name} became lead worker of {who}{why}"
        role = models.Involvement.Role(work.role).label.lower()
        return f"{name} began to work with {who}: {role}"

    def _visits(self) -> None:
        keys = Keys(models.Visit)
        visits = sorted(
            ((visit.day, one.case, visit, one) for one in self.written for visit in one.family.visits),
            key=itemgetter(0, 1),
        )
        numbered = [(keys.next(), one, visit) for _, _, visit, one in visits]
        copy(
            models.Visit,
            ("id", "case_id", "worker_id", "visited_on", "kind"),
            ((key, one.case, visit.worker, self._day(visit.day), visit.place) for key, one, visit in numbered),
        )
        accounts = ((key, one.case, visit.account, self._written_up(visit.day)) for key, one, visit in numbered)
        copy(models.VisitAccount, ("visit_id", "case_id", "words", "written_at"), accounts)
        copy(
            models.VisitChild,
            ("case_id", "visit_id", "child_id", "seen"),
            (
                (one.case, key, one.members[child], seen)
                for key, one, visit in numbered
                for child, seen, _ in visit.parts
            ),
        )
        copy(
            models.Quote,
            ("case_id", "speaker_id", "words", "said_on", "how", "is_view", "setting", "heard_by_id", "visit_id"),
            (
                (one.case, one.members[child], said, self._day(visit.day), "said", False, "", visit.worker, key)
                for key, one, visit in numbered
                for child, _, said in visit.parts
                if said
            ),
        )
        keys.keep()
        for key, one, visit in numbered:
            children = [(one.family.members[child].given, seen) for child, seen, _ in visit.parts]
            told = visit_in_a_sentence(self.names[visit.worker], visit.place, children)
            self._note(visit.day, 2, one, "visit", told, [child for child, _, _ in visit.parts], key, visit.worker)

    def _written_up(self, day: int) -> datetime:
        return datetime.combine(self.on + timedelta(days=day), EVENING, UTC)

    def _actions(self) -> None:
        keys = Keys(models.Action)
        actions = [(keys.next(), one, action) for one in self.written for action in one.family.actions]
        rows = []
        for key, one, action in actions:
            is_done = action.done is not None
            rows.append(
                (
                    key,
                    one.case,
                    action.what,
                    "",
                    "",
                    action.keeper,
                    "",
                    self._day(action.agreed),
                    action.agreed_in,
                    action.keeper,
                    self._day(action.due),
                    self._day(action.done),
                    action.keeper if is_done else None,
                    True if is_done else None,
                    action.outcome,
                )  # fmt: skip
            )
            children = one.family.children if action.child is None else [action.child]
            what = action.what[:1].lower() + action.what[1:]
            told = f"{action.agreed_in}: {self.names[action.keeper]} will {what}"
            self._note(action.agreed, 3, one, "agreed", told, children, key, action.keeper)
        copy(models.Action, _ACTION, rows)
        copy(
            models.ActionChild,
            ("case_id", "action_id", "child_id"),
            (
                (one.case, key, one.members[child])
                for key, one, action in actions
                for child in (one.family.children if action.child is None else [action.child])
            ),
        )
        keys.keep()

    def _hand_overs(self) -> None:
        keys, rows = Keys(models.DutyNote), []
        for one in self.written:
            if one.family.hand_over:
                writer, day, (why, done, left) = one.family.hand_over
                at = timezone.make_aware(datetime.combine(self.on + timedelta(days=day), LATE_EVENING))
                rows.append((keys.next(), one.case, writer, at, why, done, left))
                told = f"{self.names[writer]} helped on duty: {why}"
                self._note(day, 4, one, "duty", told, one.family.children, keys.last, writer)
        copy(models.DutyNote, ("id", "case_id", "writer_id", "written_at", "why", "done", "left_to_do"), rows)
        keys.keep()

    def _kept_out(self) -> None:
        copy(
            models.Exclusion,
            ("case_id", "worker_id", "stands_against", "reason", "started_on"),
            (
                (
                    one.case,
                    one.family.kept_out[0],
                    one.family.kept_out[0],
                    one.family.kept_out[1],
                    self._day(one.family.opened),
                )
                for one in self.written
                if one.family.kept_out
            ),
        )

    def _note(self, day, order, one, kind, told, children, about=None, by=None):  # type: ignore[no-untyped-def]
        who = [one.members[child] for child in children]
        self.entries.append((day, order, one.case, kind, told[:300], who, about, by))

    def _written_at(self, day: int, kind: str) -> datetime:
        """The evening of that day; today's was written just now."""
        if day >= 0:
            return timezone.now()
        if (day, kind == "duty") not in self.evenings:
            evening = datetime.combine(self.on + timedelta(days=day), LATE_EVENING if kind == "duty" else EVENING)
            self.evenings[day, kind == "duty"] = timezone.make_aware(evening)
        return self.evenings[day, kind == "duty"]

    def _timeline(self) -> None:
        keys = Keys(models.ChronologyEntry)
        self.entries.sort(key=itemgetter(0, 2, 1))
        numbered = [(keys.next(), entry) for entry in self.entries]
        copy(
            models.ChronologyEntry,
            ("id", "case_id", "happened_on", "kind", "summary", "subject_id", "written_by_id", "created_at"),
            (
                (key, case, self._day(day), kind, told, about, by, self._written_at(day, kind))
                for key, (day, _, case, kind, told, _, about, by) in numbered
            ),
        )
        copy(
            models.ChronologyChild,
            ("case_id", "entry_id", "child_id", "happened_on"),
            (
                (case, key, child, self._day(day))
                for key, (day, _, case, _, _, children, _, _) in numbered
                for child in children
            ),
        )
        keys.keep()


_MEMBER = (
    "id", "case_id", "person_id", "kind", "given_name", "family_name", "la_child_id", "born_on", "expected_on", "sex",
    "ethnicity", "upn", "upn_unknown", "language", "disabilities",
)  # fmt: skip
_EPISODE = (
    "id", "case_id", "child_id", "referred_on", "source", "primary_need", "no_further_action", "closed_on",
    "closure_reason",
)  # fmt: skip
_INVOLVEMENT = (
    "case_id", "child_id", "worker_id", "team_id", "role", "scope", "is_cover", "started_on", "ended_on",
    "change_reason",
)  # fmt: skip
_ACTION = (
    "id", "case_id", "what", "why", "first_sentence", "keeper_id", "promised_to", "agreed_on", "agreed_in",
    "agreed_by_id", "due_on", "closed_on", "closed_by_id", "is_done", "outcome",
)  # fmt: skip


def _teams(family: DrawnFamily) -> list[int]:
    """The teams of the leads, and, while a child waits for one, the team that had the record, as in `wall.sql`."""
    leads = {work.team for work in family.work if work.role == "lead" and work.ended is None}
    led = {
        child
        for work in family.work
        if work.role == "lead" and work.ended is None and not work.is_cover
        for child in work.children
    }
    waits = family.closed is None and not led.issuperset(family.children)
    return sorted(leads | {family.team} if waits or not leads else leads)

"""Writes the way of drawn families from the front door on, table by table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from cases import models
from cases.management.copying import Keys, copy
from cases.management.drawing import words
from cases.management.drawing.drawn import DrawnConference, DrawnEpisode, DrawnPath, DrawnPlan
from cases.rules.codesets import CLOSURE_REASON, REFERRAL_SOURCE, in_a_sentence
from cases.rules.helping import plan_name
from cases.rules.journey import CONFERENCE_KIND, CONFERENCE_OUTCOME, MEETING_KIND, PLAN_NAME

AGENCIES = ["social-care", "police", "health"]


@dataclass(frozen=True, slots=True)
class Deciders:
    """Who decides in a pod: its senior practitioner takes a contact, and its team's manager decides. By key."""

    senior: int
    manager: int


@dataclass(slots=True)
class _Rows:
    """What is to be written, by table, each row with its record first."""

    contacts: list[Any] = field(default_factory=list)
    referrals: list[Any] = field(default_factory=list)
    assessments: list[Any] = field(default_factory=list)
    strategies: list[Any] = field(default_factory=list)
    enquiries: list[Any] = field(default_factory=list)
    conferences: list[Any] = field(default_factory=list)
    plans: list[Any] = field(default_factory=list)
    meetings: list[Any] = field(default_factory=list)
    facts: list[Any] = field(default_factory=list)
    moves: list[Any] = field(default_factory=list)
    closures: list[Any] = field(default_factory=list)
    of: dict[str, list[Any]] = field(default_factory=dict)
    """Which children, by the name of the table that says so."""


class JourneyWriter:
    """`note` puts one thing on the timeline; `deciders` are by the key of a pod. `on` is the day shown."""

    def __init__(self, on: date, deciders: dict[int, Deciders], note: Callable[..., None]) -> None:
        self.on, self.deciders, self.note = on, deciders, note
        self.rows = _Rows(of={name: [] for name in _CHILDREN})
        self.keys = {model: Keys(model) for model in _NUMBERED}

    def write(self, found: Iterator[tuple[Any, DrawnEpisode, list[int], list[int]]]) -> None:
        """All of it: (the record, an episode, its children by place, the keys of their episodes)."""
        for one, episode, children, episodes in found:
            decides = self.deciders.get(one.family.team)
            if decides is None:
                continue
            self._front_door(one, episode, children, episodes, decides)
            if episode.path is not None:
                self._path(one, episode, episode.path, decides)
            if episode.closed is not None:
                self._closing(one, episode, children, episodes, decides)
        for model, columns, name in _TABLES:
            copy(model, columns, getattr(self.rows, name))
        for name, (model, columns) in _CHILDREN.items():
            copy(model, columns, self.rows.of[name])
        for keys in self.keys.values():
            keys.keep()

    def _day(self, day: int | None) -> date | None:
        return None if day is None else self.on + timedelta(days=day)

    def _at(self, day: int, hour: int, minute: int = 0) -> datetime:
        """In universal time, so that no summer time comes between two services a week apart."""
        return datetime.combine(self.on + timedelta(days=day), time(hour, minute), UTC)

    def _key(self, model: type) -> int:
        return self.keys[model].next()

    def _monday(self, day: int) -> int:
        """That day, or the Monday after a weekend."""
        weekday = (self.on.weekday() + day) % 7
        return day + (7 - weekday if weekday > 4 else 0)

    # The front door

    def _front_door(
        self, one: Any, episode: DrawnEpisode, children: list[int], episodes: list[int], decides: Deciders
    ) -> None:
        day, decided = episode.referred, self._monday(episode.referred)
        contact, referral = self._key(models.Contact), self._key(models.Referral)
        why = words.DECIDED[episode.is_nothing]
        self.rows.contacts.append((
            contact, one.case, self._at(day, 9, 20), decides.senior, "phone", episode.source, "given",
            words.WORRIES[contact % len(words.WORRIES)], "referral", why, self._at(day, 9, 50), decides.manager,
            "", "", "", "", "", "", "",
        ))  # fmt: skip
        outcome = "no-further-action" if episode.is_nothing else "assessment"
        is_decided = decided <= 0
        at = self._at(decided, 11, 15) if is_decided else None
        who = decides.manager if is_decided else None
        self.rows.referrals.append((
            referral, one.case, contact, self._at(day, 9, 50), episode.source, [outcome] if is_decided else [],
            why if is_decided else "", at, who, at, who,
        ))  # fmt: skip
        for child, key in zip(children, episodes, strict=True):
            member = one.members[child]
            self.rows.of["contacts"].append((one.case, contact, member))
            opened = key if is_decided and not episode.is_nothing else None
            self.rows.of["referrals"].append((one.case, referral, member, opened))
        source = in_a_sentence(REFERRAL_SOURCE[episode.source])
        self.note(day, -2, one, "contact", f"Contact from {source}", children, contact, decides.senior)
        if is_decided:
            said = f"Referral decided: {in_a_sentence(words.OUTCOME[outcome])}"
            self.note(decided, -1, one, "referral-decided", said, children, referral, decides.manager)

    # What followed

    def _path(self, one: Any, episode: DrawnEpisode, path: DrawnPath, decides: Deciders) -> None:
        children = one.family.children
        lead = _first_lead(one)
        self._assessment(one, episode, path, children, lead, decides)
        if path.enquiry is not None:
            self._enquiry(one, path, children, lead, decides)
        conferences = [self._conference(one, each, children) for each in path.conferences]
        for plan in path.plans:
            self._plan(one, plan, children, lead, conferences)
        self._steps(one, path, children, decides)
        for meeting in path.meetings:
            key, label = self._key(models.PlanMeeting), MEETING_KIND[meeting.kind]
            self.rows.meetings.append((
                key, one.case, meeting.kind, self._day(meeting.day), lead, "", words.MET, "", self._day(meeting.day),
            ))  # fmt: skip
            self.rows.of["meetings"] += [(one.case, key, one.members[child]) for child in children]
            self.note(meeting.day, 3, one, "meeting", label, children, key, lead)
        for kind, day in path.facts:
            for child in children:
                key = self._key(models.Milestone)
                self.rows.facts.append((key, one.case, one.members[child], kind, self._day(day), "", lead, ""))
                who = one.family.members[child].given
                said = f"{who}: {kind.replace('-', ' ')}"
                self.note(day, 2, one, "milestone", said, [child], key, lead)

    def _assessment(
        self, one: Any, episode: DrawnEpisode, path: DrawnPath, children: list[int], lead: int | None, decides: Deciders
    ) -> None:
        key, ended = self._key(models.Assessment), path.assessed_until
        who = None if lead == decides.manager else lead
        started, over = self._day(path.assessed_from), self._day(ended)
        self.rows.assessments.append((
            key, one.case, "need", self._day(episode.referred), started, who, None, "", over, "", over,
            who if over else None, over, decides.manager if over else None, words.ASSESSED if over else "", "",
        ))  # fmt: skip
        factors = [path.factors] if over else []
        self.rows.of["assessments"] += [
            (one.case, key, one.members[child], started, over, factors, True if over else None) for child in children
        ]
        self.note(path.assessed_from, 2, one, "assessment", "Assessment begun", children, key, lead)
        if ended is not None:
            self.note(ended, 3, one, "assessment", "Assessment authorised", children, key, decides.manager)

    def _enquiry(self, one: Any, path: DrawnPath, children: list[int], lead: int | None, decides: Deciders) -> None:
        enquiry = path.enquiry
        assert enquiry is not None
        strategy, held = self._key(models.StrategyDiscussion), enquiry.held
        self.rows.strategies.append((
            strategy, one.case, self._at(held, 9), self._at(held, 13), lead, decides.manager, AGENCIES,
            words.SHARED, words.TONIGHT, "", words.TO_ENQUIRE, True,
        ))  # fmt: skip
        self.rows.of["strategies"] += [(one.case, strategy, one.members[child], True) for child in children]
        self.note(held, 3, one, "strategy", "Strategy discussion", children, strategy, lead)
        over = self._day(enquiry.ended)
        outcome = "" if over is None else "conference" if enquiry.is_conference else "no-continuing-risk"
        is_none = over is not None and not enquiry.is_conference
        who = None if lead == decides.manager else lead
        for child in children:
            key = self._key(models.Enquiry)
            self.rows.enquiries.append((
                key, one.case, one.members[child], strategy, self._day(held), outcome, "", over,
                who if over else None, over if is_none else None, decides.manager if is_none else None,
                words.NOT_REQUIRED if is_none else "", over, decides.manager if over else None,
            ))  # fmt: skip
            self.note(held, 4, one, "enquiry", "Section 47 enquiry begun", [child], key, lead)

    def _conference(self, one: Any, each: DrawnConference, children: list[int]) -> tuple[DrawnConference, int]:
        key, on = self._key(models.ProtectionConference), self._day(each.day)
        chair = next((work.worker for work in one.family.work if work.role == "chair"), None)
        self.rows.conferences.append((key, one.case, each.kind, on, on, on, "", chair, AGENCIES, None, on, on, ""))
        self.rows.of["conferences"] += [
            (one.case, key, one.members[child], each.outcome, each.category, "", "", "") for child in children
        ]
        said = f"{CONFERENCE_KIND[each.kind]}: {in_a_sentence(CONFERENCE_OUTCOME[each.outcome])}"
        self.note(each.day, 4, one, "conference", said, children, key, chair)
        return each, key

    def _plan(
        self, one: Any, plan: DrawnPlan, children: list[int], lead: int | None,
        conferences: list[tuple[DrawnConference, int]],
    ) -> None:  # fmt: skip
        of = next((key for each, key in conferences if each.day == plan.since and each.kind == "initial"), None)
        is_protection = plan.basis == "protection"
        ended, reason = (None, "") if plan.ended is None else (self._day(plan.ended), plan.reason)
        for child in children:
            key = self._key(models.PlanSpell)
            self.rows.plans.append((
                key, one.case, one.members[child], plan.basis, self._day(plan.since), lead,
                of if is_protection else None, plan.category, plan.category, 0 if is_protection else None, ended,
                None, reason,
            ))  # fmt: skip
            name = f"{PLAN_NAME[plan.basis]} for {one.family.members[child].given}"
            self.note(plan.since, 5, one, "plan", f"{name} begun", [child], key, lead)
            if plan.ended is not None:
                self.note(plan.ended, 4, one, "plan", f"{name} ended", [child], key, lead)

    def _steps(self, one: Any, path: DrawnPath, children: list[int], decides: Deciders) -> None:
        """A step down from protection to need; and from need to no plan, of one family in three."""
        plans = path.plans
        for before, after in pairwise(plans):
            if before.ended == after.since:
                self._step(one, after.since, before.basis, after.basis, children, decides)
        last = plans[-1] if plans else None
        if last and last.basis == "need" and last.ended is not None and one.case % 3 == 0:
            self._step(one, last.ended, "need", "", children, decides)

    def _step(self, one: Any, day: int, before: str, after: str, children: list[int], decides: Deciders) -> None:
        key, on = self._key(models.ThresholdMove), self._day(day)
        driver, why = ("safer", words.MOVED) if after else ("network", words.MOVED_ON)
        self.rows.moves.append((key, one.case, on, before, after, driver, why, "", True, "", "", decides.manager))
        self.rows.of["moves"] += [(one.case, key, one.members[child]) for child in children]
        said = f"Step down, from {plan_name(before)} to {plan_name(after)}"
        self.note(day, 4, one, "threshold", said, children, key, decides.manager)

    def _closing(
        self, one: Any, episode: DrawnEpisode, children: list[int], episodes: list[int], decides: Deciders
    ) -> None:
        """Asked for by whoever led, agreed the same day by the manager, who did not ask."""
        key, lead, on = self._key(models.Closure), _first_lead(one), self._day(episode.closed)
        by = decides.senior if lead in (None, decides.manager) else lead
        self.rows.closures.append((
            key, one.case, episode.closing, on, on, by, words.CLOSED, words.TOLD_OF_CLOSING, words.WAY_BACK, "", "",
            "", on, decides.manager, True, words.AGREED_TO_CLOSE,
        ))  # fmt: skip
        self.rows.of["closures"] += [
            (one.case, key, one.members[child], opened) for child, opened in zip(children, episodes, strict=True)
        ]
        said = f"Closing agreed: {in_a_sentence(CLOSURE_REASON[episode.closing])}"
        self.note(episode.closed, 6, one, "closing", said, children, key, decides.manager)


def _first_lead(one: Any) -> int | None:
    return next((work.worker for work in one.family.work if work.role == "lead" and not work.is_cover), None)


_NUMBERED = (
    models.Contact, models.Referral, models.Assessment, models.StrategyDiscussion, models.Enquiry,
    models.ProtectionConference, models.PlanSpell, models.PlanMeeting, models.Milestone,
    models.ThresholdMove, models.Closure,
)  # fmt: skip
_TABLES: tuple[tuple[type, tuple[str, ...], str], ...] = (
    (models.Contact, (
        "id", "case_id", "received_at", "taken_by_id", "method", "source", "consent", "worry", "outcome", "rationale",
        "decided_at", "decided_by_id", "who", "agency", "reach", "consent_note", "strengths", "care_when_calling",
        "rating",
    ), "contacts"),
    (models.Referral, (
        "id", "case_id", "contact_id", "received_at", "source", "outcomes", "rationale", "decided_at", "decided_by_id",
        "told_at", "told_by_id",
    ), "referrals"),
    (models.Assessment, (
        "id", "case_id", "legal_basis", "counts_from_on", "started_on", "worker_id", "checked_on", "check_note",
        "shared_on", "familys_answer", "submitted_on", "submitted_by_id", "authorised_on", "authorised_by_id",
        "decision", "stop_reason",
    ), "assessments"),
    (models.StrategyDiscussion, (
        "id", "case_id", "cause_at", "held_at", "recorded_by_id", "decided_by_id", "agencies", "shared",
        "safety_tonight", "telling_parents", "decision", "is_joint",
    ), "strategies"),
    (models.Enquiry, (
        "id", "case_id", "child_id", "strategy_id", "started_on", "outcome", "findings", "concluded_on",
        "concluded_by_id", "not_required_on", "not_required_by_id", "not_required_why", "ended_on", "ended_by_id",
    ), "enquiries"),
    (models.ProtectionConference, (
        "id", "case_id", "kind", "planned_on", "booked_on", "held_on", "called_off_why", "chair_id", "agencies",
        "report_shared_on", "decisions_sent_on", "record_sent_on", "contingency",
    ), "conferences"),
    (models.PlanSpell, (
        "id", "case_id", "child_id", "basis", "started_on", "started_by_id", "conference_id", "first_category",
        "latest_category", "earlier_plans", "ended_on", "ended_by_id", "end_reason",
    ), "plans"),
    (models.PlanMeeting, (
        "id", "case_id", "kind", "held_on", "written_by_id", "who_came", "words", "familys_words", "record_sent_on",
    ), "meetings"),
    (models.Milestone, (
        "id", "case_id", "child_id", "kind", "happened_on", "note", "recorded_by_id", "struck_why",
    ), "facts"),
    (models.ThresholdMove, (
        "id", "case_id", "moved_on", "from_basis", "to_basis", "driver", "why", "familys_view", "keeps_worker",
        "network_plan", "step_up_again_if", "decided_by_id",
    ), "moves"),
    (models.Closure, (
        "id", "case_id", "reason", "closed_on", "asked_on", "asked_by_id", "summary", "family_told", "way_back",
        "named_person", "network_plan", "goodbye", "decided_on", "decided_by_id", "is_agreed", "answer",
    ), "closures"),
)  # fmt: skip
_CHILDREN: dict[str, tuple[type, tuple[str, ...]]] = {
    "contacts": (models.ContactChild, ("case_id", "contact_id", "child_id")),
    "referrals": (models.ReferralChild, ("case_id", "referral_id", "child_id", "episode_id")),
    "assessments": (models.AssessmentChild, (
        "case_id", "assessment_id", "child_id", "started_on", "ended_on", "factors", "is_in_need",
    )),
    "strategies": (models.StrategyChild, ("case_id", "strategy_id", "child_id", "is_enquired")),
    "conferences": (models.ProtectionConferenceChild, (
        "case_id", "conference_id", "child_id", "outcome", "category", "participation", "views", "dissent",
    )),
    "meetings": (models.PlanMeetingChild, ("case_id", "meeting_id", "child_id")),
    "moves": (models.ThresholdChild, ("case_id", "move_id", "child_id")),
    "closures": (models.ClosureChild, ("case_id", "closure_id", "child_id", "episode_id")),
}  # fmt: skip

"""What of a file's assessments, enquiries, conferences and plans becomes fact: only what no rule forbids.

As with episodes, blanks of what is held are filled and nothing is written over; what is held is known again by the
day it began. Whatever cannot be a fact stays with the source rows, with a sentence for whoever checks the file. The
census's rule numbers are in brackets.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, cast

from camden.rules.names import day_in_words
from cases.models import (
    Assessment,
    AssessmentChild,
    Enquiry,
    Episode,
    Member,
    PlanSpell,
    ProtectionConference,
    ProtectionConferenceChild,
)
from cases.operations import imported_checks as checks
from cases.operations.imported_checks import END
from cases.operations.imported_facts import DIFFERS

if TYPE_CHECKING:
    from cases.returns.cin_census import Activity
    from cases.returns.cin_census import Episode as GivenEpisode

MOST_PLANS = 99  # a child's earlier plans; more is a slip of the keyboard
NOT_SAID = "not-said"
NO_DAY_IS_SAID = "A national return says so; it gives neither the day nor the reason."


class Spell(Protocol):
    """Something with a start, and perhaps an end."""

    started_on: date
    ended_on: date | None


@dataclass(slots=True)
class Journey:
    """What is held of a child's journey, what a file adds to it, and what it changes."""

    assessments: list[AssessmentChild] = field(default_factory=list)
    enquiries: list[Enquiry] = field(default_factory=list)
    plans: list[PlanSpell] = field(default_factory=list)
    conferences: list[ProtectionConferenceChild] = field(default_factory=list)
    new: "list[AssessmentChild | Enquiry | PlanSpell | ProtectionConferenceChild]" = field(default_factory=list)
    changed: "list[AssessmentChild | Enquiry | PlanSpell]" = field(default_factory=list)
    ended: "list[AssessmentChild | PlanSpell]" = field(default_factory=list)
    """Of those changed: what this file ended."""
    already: int = 0
    refused: int = 0


def settle_journey(
    journey: Journey,
    given: Sequence["GivenEpisode"],
    pairs: Sequence[tuple["GivenEpisode", Episode]],
    member: Member,
    on: date,
) -> None:
    """Add to a child's journey what the referrals of a file say. `pairs` says as which episode each is held.

    `on` is the day of the import: nothing after it has happened. Protection plans come before plans for a child in
    need, what has ended before what is open, and open ones from the latest back, as with episodes.
    """
    _Settling(journey, dict((id(one), held) for one, held in pairs), member, on).settle(given)


class _Settling:
    """One child's journey while a file is compared with it."""

    def __init__(self, journey: Journey, episodes: dict[int, Episode], member: Member, on: date) -> None:
        self.journey, self.episodes, self.member, self.on = journey, episodes, member, on
        self.matched: dict[int, AssessmentChild | Enquiry | PlanSpell] = {}

    def settle(self, given: Sequence["GivenEpisode"]) -> None:
        """All of it, conferences before plans, so that these find theirs. What is held already may stay in any case."""
        self._match([activity for one in given for activity in one.activities])
        possible: list[Activity] = []
        for one in given:
            episode = self.episodes.get(id(one))
            for activity in one.activities:
                if not activity.facts and not activity.many:
                    continue
                why = (
                    None
                    if id(activity) in self.matched
                    else checks.why_not(activity, episode, self.member.died_on, self.on)
                )
                if why:
                    self._refuse(activity, *why)
                else:
                    possible.append(activity)
        self._initial_conferences(given)
        for activity in sorted(possible, key=_turn):
            _SETTLE[activity.kind](self, activity)

    def _match(self, given: Sequence["Activity"]) -> None:
        """Find what is held of the file's activities: the same kind, begun on the same day, each held once.

        What also ended on the day the file says comes first: of two that began on one day, one may be held and the
        other refused, and what is held of the one is no excuse for the other.
        """
        begun = sorted((one for one in given if one.day("started_on")), key=_turn)
        for is_exact in (True, False):
            for activity in begun:
                held = None if id(activity) in self.matched else self._held(activity, is_exact=is_exact)
                if held is not None:
                    self.matched[id(activity)] = held

    def _held(self, given: "Activity", *, is_exact: bool) -> "AssessmentChild | Enquiry | PlanSpell | None":
        """What is held of this, and matches no other value of the file."""
        start, basis = given.day("started_on"), "need" if given.kind == "CINPlanDates" else "protection"
        held: list[Any] = [one for one in self.journey.plans if one.basis == basis]
        if given.kind == "Assessments":
            held = [*self.journey.assessments]
        elif given.kind == "Section47":
            held = [*self.journey.enquiries]
        same_day = [one for one in held if one.started_on == start and one not in self.matched.values()]
        if is_exact:
            ended = checks.ended_on(given, self.on)
            same_day = [one for one in same_day if one.ended_on == ended]
        return same_day[0] if same_day else None

    def _end(self, given: "Activity") -> date | None:
        """The end of something that is held already, when it can be one."""
        name = END[given.kind]
        start, end = given.day("started_on"), given.day(name)
        assert start is not None
        if why := checks.no_end(given, start, end, self.on):
            given.drop(name, why)
            return None
        return end

    # Conferences

    def _initial_conferences(self, given: Sequence["GivenEpisode"]) -> None:
        for one in given:
            day, episode = one.day("conference_on"), self.episodes.get(id(one))
            if day is None:
                continue
            is_held = self._held_conference("initial", day) is not None
            if not is_held and (why := checks.no_conference(day, episode, self.on)):
                one.drop("conference_on", why)
                self.journey.refused += 1
            else:
                self._conference("initial", day)

    def _conference_of(self, given: "Activity") -> date | None:
        """The day of an enquiry's conference, if it can be one; else it says why not."""
        day = given.day("conference_on")
        if day is None or self._held_conference("initial", day) or checks.held_on(given, self.on):
            return day
        why = checks.AT_A_WEEKEND if day.weekday() >= checks.SATURDAY else checks.CONFERENCE_FIRST
        given.drop("conference_on", checks.NOT_YET if day > self.on else why)
        self.journey.refused += 1
        return None

    def _held_conference(self, kind: str, day: date) -> ProtectionConferenceChild | None:
        conferences: list[ProtectionConferenceChild] = [
            *self.journey.conferences,
            *self._new(ProtectionConferenceChild),
        ]
        for held in conferences:
            if held.conference.held_on == day and (held.conference.kind == "review") == (kind == "review"):
                return held
        return None

    def _conference(self, kind: str, day: date) -> None:
        """The conference of that day: the one held, or a new one. One is recorded once (2884)."""
        if self._held_conference(kind, day) is None:
            conference = ProtectionConference(case=self.member.case, kind=kind, held_on=day)
            self.journey.new.append(
                ProtectionConferenceChild(case=self.member.case, conference=conference, child=self.member)
            )

    # Each kind

    def _assessment(self, given: "Activity") -> None:
        start, end, checked = given.facts["started_on"], given.day("authorised_on"), given.day("checked_on")
        assert isinstance(start, date)
        if checked and checked < start:
            given.drop("checked_on", checks.CHECKED_FIRST)
        if checked and checked > self.on:
            given.drop("checked_on", checks.NOT_YET)
        self._factors(given, end)
        factors = [cast(str, fact) for fact, _ in given.many.get("factors", ())]
        part = self.matched.get(id(given))
        if isinstance(part, AssessmentChild):
            self._fill_assessment(part, given, factors)
            return
        if self._is_in_the_way(given, [*self.journey.assessments, *self._new(AssessmentChild)], start, end):
            return
        assessment = Assessment(
            case=self.member.case, legal_basis="need", counts_from_on=self._referral_before(start), started_on=start,
            checked_on=given.day("checked_on"), authorised_on=end,
        )  # fmt: skip
        self.journey.new.append(
            AssessmentChild(
                case=self.member.case, assessment=assessment, child=self.member, started_on=start, ended_on=end,
                factors=factors,
            )
        )  # fmt: skip

    def _factors(self, given: "Activity", end: date | None) -> None:
        factors = given.many.get("factors", [])
        if factors and end is None:  # (8614)
            given.drop_each("factors", checks.NOT_COMPLETED)
        elif len(factors) > 1:
            for pair in [pair for pair in factors if pair[0] == "21"]:  # (8869)
                pair[1].untake(checks.NONE_STANDS_ALONE)
                factors.remove(pair)

    def _fill_assessment(self, part: AssessmentChild, given: "Activity", factors: list[str]) -> None:
        self.journey.already += 1
        held, end, is_changed = part.assessment, self._end(given), False
        if end and part.ended_on is None and held.stopped_on is None and held.worker_id is None:
            held.authorised_on = part.ended_on = end
            self.journey.ended.append(part)
            is_changed = True
        elif end and held.authorised_on != end:
            given.drop("authorised_on", DIFFERS.format(_shown(held.authorised_on or held.stopped_on)))
        checked = given.day("checked_on")
        if checked and held.checked_on is None:
            held.checked_on, is_changed = checked, True
        elif checked and held.checked_on != checked:
            given.drop("checked_on", DIFFERS.format(_shown(held.checked_on)))
        if factors and part.ended_on and not part.factors:
            part.factors, is_changed = factors, True
        elif factors and sorted(part.factors) != sorted(factors):
            given.drop_each("factors", DIFFERS.format(", ".join(part.factors) or "none"))
        if is_changed:
            self.journey.changed.append(part)

    def _enquiry(self, given: "Activity") -> None:
        start = given.facts["started_on"]
        assert isinstance(start, date)
        day, ended = self._conference_of(given), {}
        if day and day >= start:
            ended = {"outcome": "conference", "concluded_on": day, "ended_on": day}
        elif given.facts.get("not_required"):
            ended = {"outcome": NOT_SAID, "concluded_on": start, "ended_on": start, "not_required_on": start,
                     "not_required_why": NO_DAY_IS_SAID}  # fmt: skip
        held = self.matched.get(id(given))
        if isinstance(held, Enquiry):
            self.journey.already += 1
            if ended and held.ended_on is None and held.concluded_on is None:
                for name, value in ended.items():
                    setattr(held, name, value)
                self.journey.changed.append(held)
        else:
            end = cast("date | None", ended.get("ended_on"))
            if self._is_in_the_way(given, [*self.journey.enquiries, *self._new(Enquiry)], start, end):
                return
            self.journey.new.append(Enquiry(case=self.member.case, child=self.member, started_on=start, **ended))
        if day:
            self._conference("initial", day)

    def _need_plan(self, given: "Activity") -> None:
        self._plan(given, "need")

    def _protection_plan(self, given: "Activity") -> None:
        earlier = given.text("earlier_plans")
        if earlier and int(earlier) > MOST_PLANS:
            given.drop("earlier_plans", checks.TOO_MANY)
        self._plan(given, "protection")
        if given.facts:
            self._reviews(given)

    def _plan(self, given: "Activity", basis: str) -> None:
        start, end = given.facts["started_on"], given.day("ended_on")
        assert isinstance(start, date)
        held = self.matched.get(id(given))
        if isinstance(held, PlanSpell):
            self._fill_plan(held, given)
            return
        if self._is_in_the_way(given, [*self.journey.plans, *self._new(PlanSpell)], start, end):
            return
        spell = PlanSpell(
            case=self.member.case, child=self.member, basis=basis, started_on=start, ended_on=end,
            end_reason=NOT_SAID if end else "",
        )  # fmt: skip
        if basis == "protection":
            first = given.text("first_category")
            spell.first_category, spell.latest_category = first, given.text("latest_category") or first
            earlier = given.text("earlier_plans")
            spell.earlier_plans = int(earlier) if earlier else None
            spell.conference = self._of_plan(start, first)
        self.journey.new.append(spell)

    def _of_plan(self, start: date, category: str) -> ProtectionConference | None:
        """The conference a plan began with, of that day (2885); a new one then says what it decided."""
        parts: list[ProtectionConferenceChild] = [*self.journey.conferences, *self._new(ProtectionConferenceChild)]
        for part in parts:
            if part.conference.held_on == start and part.conference.kind != "review":
                if part.pk is None:
                    part.outcome, part.category = "plan", category
                return part.conference
        return None

    def _fill_plan(self, held: PlanSpell, given: "Activity") -> None:
        self.journey.already += 1
        is_changed, end = False, self._end(given)
        if end and held.ended_on is None:
            held.ended_on, held.end_reason, is_changed = end, NOT_SAID, True
            self.journey.ended.append(held)
        elif end and held.ended_on != end:
            given.drop("ended_on", DIFFERS.format(_shown(held.ended_on)))
        earlier = given.text("earlier_plans")
        if earlier and held.earlier_plans is None:
            held.earlier_plans, is_changed = int(earlier), True
        elif earlier and held.earlier_plans != int(earlier):
            given.drop("earlier_plans", DIFFERS.format(held.earlier_plans))
        for name in ("first_category", "latest_category"):
            if given.text(name) and given.text(name) != getattr(held, name):
                given.drop(name, DIFFERS.format(getattr(held, name)))
        if is_changed:
            self.journey.changed.append(held)

    def _reviews(self, given: "Activity") -> None:
        start, end = given.day("started_on"), given.day("ended_on")
        assert start is not None
        for pair in list(given.many.get("reviews", ())):
            day, row = cast(date, pair[0]), pair[1]
            why = "" if self._held_conference("review", day) else checks.no_review(day, start, end, self.on)
            if why:
                row.untake(why)
                given.many["reviews"].remove(pair)
                self.journey.refused += 1
            else:
                self._conference("review", day)

    # Helpers

    def _referral_before(self, start: date) -> date:
        """The referral an assessment counts from: the latest held that is not after its start."""
        days = [one.referred_on for one in self.episodes.values() if one.referred_on <= start]
        return max(days, default=start)

    def _is_in_the_way(self, given: "Activity", others: Sequence[Spell], start: date, end: date | None) -> bool:
        """Whether something else of the child has those days (8863, 8890, 8940, 4001, 4003, 4014, 4016)."""
        for other in others:
            is_of_the_file = other in self.journey.new or other in self.matched.values()
            if other.started_on == start and other.ended_on == end and is_of_the_file:
                self._refuse(given, checks.TWICE, "started_on")
                return True
            if _overlap(start, end, other):
                self._refuse(given, checks.OVERLAPS.format(day_in_words(other.started_on)), "started_on")
                return True
        return False

    def _refuse(self, activity: "Activity", why: str, about: str) -> None:
        self.journey.refused += 1
        activity.refuse(why, about)

    def _new(self, model: type) -> list[Any]:
        return [one for one in self.journey.new if isinstance(one, model)]


# In this order: protection before need.
_SETTLE = {
    "Assessments": _Settling._assessment,
    "Section47": _Settling._enquiry,
    "ChildProtectionPlans": _Settling._protection_plan,
    "CINPlanDates": _Settling._need_plan,
}
_ORDER = {kind: number for number, kind in enumerate(_SETTLE)}


def _turn(activity: "Activity") -> tuple[int, bool, int]:
    start = activity.day("started_on")
    assert start is not None
    if activity.kind == "Section47":
        is_open = not (activity.day("conference_on") or activity.facts.get("not_required"))
    else:
        is_open = activity.day(END[activity.kind]) is None
    return _ORDER[activity.kind], is_open, -start.toordinal() if is_open else start.toordinal()


def _overlap(start: date, end: date | None, other: Spell) -> bool:
    """Whether they share a day. The day of an end is free again, and a spell of no day overlaps nothing."""
    if start == end or other.started_on == other.ended_on:
        return False
    return start < (other.ended_on or date.max) and other.started_on < (end or date.max)


def _shown(day: date | None) -> str:
    return day_in_words(day) if day else "nothing"

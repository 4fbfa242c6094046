"""Writes the journey of a family that is told in plain values: each step with its entry on the timeline."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from camden.models import User
from camden.rules.workdays import england
from cases import models
from cases.management.families import steps
from cases.models import Case, ChronologyEntry, Episode, Member
from cases.operations.chronology import note
from cases.operations.plan_texts import begin_text
from cases.operations.thresholds import move_threshold
from cases.rules import journey as words
from cases.rules.codesets import CLOSURE_REASON, REFERRAL_SOURCE, in_a_sentence
from cases.rules.deciding import Decided, Heard, Option

Kind = ChronologyEntry.Kind
MORNING, AFTERNOON = time(10, 20), time(14)


class Journey:
    """Tells the steps of one family, in the order in which they are given. `at` is the moment the demo is made."""

    def __init__(self, case: Case, children: dict[str, Member], people: dict[str, User], at: datetime) -> None:
        self.case, self.children, self.people = case, children, people
        self.at, self.on = at, timezone.localdate(at)
        self.conference: models.ProtectionConference | None = None

    def tell(self, told: Sequence[steps.Step]) -> None:
        """All of them."""
        for step in told:
            _TELL[type(step)](self, step)

    # Days

    def day(self, days_ago: int) -> date:
        """That day, never before the record was opened."""
        return max(self.on - timedelta(days=days_ago), self.case.opened_on)

    def at_work(self, days_ago: int | None) -> date | None:
        """That day or the last working day before it, within the record; none when there is none."""
        if days_ago is None:
            return None
        return max(england().on_or_before(self.on - timedelta(days=days_ago)), self.case.opened_on)

    def at_work_after(self, days_ago: int) -> date:
        """That day or the next working day; never in the future."""
        day = self.on - timedelta(days=days_ago)
        return min(day if england().is_working(day) else england().add(day, 1), self.on)

    def moment(self, days_ago: int, hours_ago: float | None, hour: time = MORNING) -> datetime:
        """A moment: so many hours before the demo is made, or on that day at that hour."""
        if hours_ago is not None:
            return (self.at - timedelta(hours=hours_ago)).replace(second=0, microsecond=0)
        return _at(self.day(days_ago), hour)

    # Who, and the timeline

    def who(self, names: Sequence[str]) -> list[Member]:
        """Children by given name."""
        return [self.children[name] for name in names]

    def note(self, kind: str, on: date, said: str, who: Sequence[Member], subject: Any, by: User | None) -> None:
        """One entry of the timeline."""
        note(case=self.case, on=on, kind=kind, summary=said, children=who, subject_id=subject.pk, by=by)

    # The steps

    def came(self, step: steps.Came) -> None:
        """A contact, its decision, and the referral it became."""
        who, taken_by = self.who(step.who), self.people[step.taken_by]
        received = self.moment(step.days_ago, step.hours_ago)
        is_decided = bool(step.decided_by)
        decided: dict[str, Any] = {}
        if is_decided:
            decided = {
                "outcome": "referral",
                "rationale": step.rationale or "The children need to be looked at together.",
                "decided_at": min(received + timedelta(minutes=70), self.at),
                "decided_by": self.people[step.decided_by],
            }
        contact = models.Contact.objects.create(
            case=self.case, received_at=received, taken_by=taken_by, method=step.method, source=step.source,
            who=step.teller, agency=step.agency, reach=step.reach, consent=step.consent,
            consent_note=step.consent_note, worry=step.worry, strengths=step.strengths, care_when_calling=step.care,
            rating=step.rating, **decided,
        )  # fmt: skip
        _each(models.ContactChild, who, case=self.case, contact=contact)
        source = in_a_sentence(REFERRAL_SOURCE[step.source])
        on = timezone.localdate(received)
        self.note(Kind.CONTACT, on, f"Contact about {_names(who)} from {source}", who, contact, taken_by)
        if is_decided and step.is_referral:
            self._referral(step, contact, who)

    def _referral(self, step: steps.Came, contact: models.Contact, who: Sequence[Member]) -> None:
        received, decided = contact.decided_at, {}
        assert received is not None
        if step.outcomes:
            at = min(received + timedelta(hours=2), self.at)
            leader = self.people[step.decided_by]
            told = {"told_at": min(at + timedelta(minutes=40), self.at), "told_by": leader}
            decided = {"outcomes": list(step.outcomes), "rationale": contact.rationale, "decided_at": at,
                       "decided_by": leader, **told}  # fmt: skip
        referral = models.Referral.objects.create(
            case=self.case, contact=contact, received_at=received, source=step.source, **decided
        )
        episodes = {
            episode.child_id: episode
            for episode in Episode.objects.filter(child__in=who, referred_on=self.day(step.days_ago))
        }
        models.ReferralChild.objects.bulk_create(
            models.ReferralChild(case=self.case, referral=referral, child=child, episode=episodes.get(child.pk))
            for child in who
        )
        if step.outcomes:
            said = ", ".join(in_a_sentence(words.REFERRAL_OUTCOME[each]) for each in step.outcomes)
            on = timezone.localdate(referral.decided_at)
            self.note(Kind.REFERRAL_DECIDED, on, f"Referral about {_names(who)} decided: {said}", who, referral,
                      referral.decided_by)  # fmt: skip

    def assessed(self, step: steps.Assessed) -> None:
        """An assessment, from the referral to its authorisation."""
        who, worker, manager = self.who(step.who), self.people[step.worker], self.people[step.manager]
        ended, begun = self.at_work(step.ended), self.day(step.begun)
        checked = self.at_work(step.checked)
        assessment = models.Assessment.objects.create(
            case=self.case, legal_basis=step.basis, counts_from_on=self.day(step.called), started_on=begun,
            worker=worker, checked_on=checked and max(checked, begun), checked_by=manager if checked else None,
            check_note="It needs the time it takes." if checked else "", shared_on=self.at_work(step.shared),
            familys_answer=step.familys_answer, submitted_on=ended, submitted_by=worker if ended else None,
            authorised_on=ended, authorised_by=manager if ended else None, decision=step.decision,
        )  # fmt: skip
        _each(
            models.AssessmentChild, who, case=self.case, assessment=assessment, started_on=begun, ended_on=ended,
            factors=list(step.factors) if ended else [], is_in_need=True if ended else None,
        )  # fmt: skip
        self.note(Kind.ASSESSMENT, begun, f"Assessment of {_names(who)} begun", who, assessment, worker)
        if assessment.shared_on:
            said = f"Assessment of {_names(who)} shared with the family"
            self.note(Kind.ASSESSMENT, assessment.shared_on, said, who, assessment, worker)
        if ended:
            self.note(Kind.ASSESSMENT, ended, f"Assessment of {_names(who)} authorised", who, assessment, manager)

    def strategy(self, step: steps.Strategy) -> None:
        """A strategy discussion, and an enquiry for each child it decided on."""
        who, leader, worker = self.who(step.who), self.people[step.decided_by], self.people[step.recorded_by]
        held = _at(self.day(step.days_ago), AFTERNOON)
        discussion = models.StrategyDiscussion.objects.create(
            case=self.case, cause_at=held - timedelta(hours=4), held_at=held, recorded_by=worker, decided_by=leader,
            agencies=list(step.agencies), shared=step.shared, safety_tonight=step.tonight,
            telling_parents=step.parents, decision=step.decision, is_joint=step.is_joint if step.enquired else None,
        )  # fmt: skip
        models.StrategyChild.objects.bulk_create(
            models.StrategyChild(
                case=self.case, strategy=discussion, child=self.children[name], is_enquired=name in step.enquired
            )
            for name in step.who
        )
        on = held.date()
        self.note(Kind.STRATEGY, on, f"Strategy discussion about {_names(who)}", who, discussion, worker)
        for child in self.who(step.enquired):
            self._enquiry(step, discussion, child, on)

    def _enquiry(self, step: steps.Strategy, discussion: models.StrategyDiscussion, child: Member, on: date) -> None:
        concluded, ended, found = self.at_work(step.concluded), self.at_work(step.ended), {}
        worker, leader = discussion.recorded_by, discussion.decided_by
        if concluded and ended:
            concluded, ended = max(concluded, on), max(ended, on)
            found = {"outcome": "conference", "findings": step.findings, "concluded_on": concluded,
                     "concluded_by": worker, "ended_on": ended, "ended_by": leader}  # fmt: skip
        enquiry = models.Enquiry.objects.create(
            case=self.case, child=child, strategy=discussion, started_on=on, **found
        )
        self.note(Kind.ENQUIRY, on, f"Section 47 enquiry about {child.first_name} begun", [child], enquiry, worker)
        if ended:
            said = f"Section 47 enquiry about {child.first_name} ended: {words.ENQUIRY_OUTCOME['conference'].lower()}"
            self.note(Kind.ENQUIRY, ended, said, [child], enquiry, leader)

    def conferred(self, step: steps.Conferred) -> None:
        """A conference that was held, or one that is booked. Never on a weekend or a bank holiday."""
        held, planned = self.at_work(step.days_ago), self._planned(step)
        sent = {name: self.at_work(getattr(step, name)) for name in ("report_shared", "decisions_sent", "record_sent")}
        after = {f"{name}_on": day for name, day in sent.items()}
        if held:
            planned = held
            for name in ("decisions_sent_on", "record_sent_on"):
                after[name] = after[name] and max(after[name], held)
        chair = self.people[step.chair]
        conference = models.ProtectionConference.objects.create(
            case=self.case, kind=step.kind, planned_on=planned, booked_on=self.at_work(step.booked), held_on=held,
            chair=chair, agencies=list(step.agencies) if held else [], contingency=step.contingency, **after,
        )  # fmt: skip
        models.ProtectionConferenceChild.objects.bulk_create(
            models.ProtectionConferenceChild(
                case=self.case, conference=conference, child=self.children[name], outcome=part.outcome,
                category=part.category, participation=part.participation, views=part.views, dissent=part.dissent,
            )
            for name, part in step.parts.items()
        )  # fmt: skip
        who, label = self.who(list(step.parts)), words.CONFERENCE_KIND[step.kind]
        if held:
            self.conference = conference
            what = in_a_sentence(words.CONFERENCE_OUTCOME[next(iter(step.parts.values())).outcome])
            self.note(Kind.CONFERENCE, held, f"{label} about {_names(who)}: {what}", who, conference, chair)
        else:
            assert conference.booked_on is not None
            self.note(Kind.CONFERENCE, conference.booked_on, f"{label} about {_names(who)} booked", who, conference,
                      chair)  # fmt: skip

    def _planned(self, step: steps.Conferred) -> date | None:
        if step.in_working_days is not None:
            return england().add(self.on, step.in_working_days)
        if step.in_days is not None:
            day = self.on + timedelta(days=step.in_days)
            return day if england().is_working(day) else england().add(day, 1)
        return None

    def planned(self, step: steps.Planned) -> None:
        """A plan for each child. One for protection begins on the day of its conference."""
        by, since = self.people[step.by], self.at_work(step.since)
        assert since is not None
        more: dict[str, Any] = {}
        if step.basis == "protection":
            assert self.conference is not None
            since = self.conference.held_on
            more = {"conference": self.conference, "first_category": step.category, "latest_category": step.category,
                    "earlier_plans": step.earlier or 0}  # fmt: skip
        assert since is not None
        begin_text(case=self.case, by=by, on=since)
        for child in self.who(step.who):
            spell = models.PlanSpell.objects.create(
                case=self.case, child=child, basis=step.basis, started_on=since, started_by=by,
                visit_every=step.visit_every, **more,
            )  # fmt: skip
            said = f"{words.PLAN_NAME[step.basis]} for {child.first_name} begun"
            assert since is not None
            self.note(Kind.PLAN, since, said, [child], spell, by)

    def met(self, step: steps.Met) -> None:
        """A meeting about a plan, on that day or the next working day."""
        who, by, on = self.who(step.who), self.people[step.by], self.at_work_after(step.days_ago)
        sent = self.at_work(step.sent)
        meeting = models.PlanMeeting.objects.create(
            case=self.case, kind=step.kind, held_on=on, written_by=by, who_came=step.came, words=step.words,
            familys_words=step.familys_words, record_sent_on=sent and max(sent, on),
        )  # fmt: skip
        _each(models.PlanMeetingChild, who, case=self.case, meeting=meeting)
        self.note(Kind.MEETING, on, f"{words.MEETING_KIND[step.kind]} about {_names(who)}", who, meeting, by)

    def moved(self, step: steps.Moved) -> None:
        """A step up or down, on that day or the next working day."""
        on, who = self.at_work_after(step.days_ago), self.who(step.who)
        everybody = {member.given_name: member for member in Member.objects.filter(case=self.case)}
        heard = [
            Heard(everybody[name].pk, "in-person", said, changed, heard_on=on) for name, said, changed in step.heard
        ]
        decided = Decided(
            what=step.changes,
            why=step.why,
            heard=tuple(heard),
            least_formal=step.least_formal,
            family_would_rather=step.familys_view,
            options=(Option(step.changes, step.to_basis or "universal", is_chosen=True),),
        )
        move_threshold(
            case=self.case, children=who, to_basis=step.to_basis, moved_on=on, driver=step.driver, why=step.why,
            familys_view=step.familys_view, keeps_worker=True, by=self.people[step.by], decided=decided,
            network_plan=step.network_plan, step_up_again_if=step.step_up_again_if,
            agreed_by=[everybody[name] for name in step.agreed],
        )  # fmt: skip

    def closed(self, step: steps.Closed) -> None:
        """A closing that was agreed. The episodes ended when the family was told (`Referral.closed`)."""
        who, by, manager = self.who(step.who), self.people[step.by], self.people[step.manager]
        ended = {child.pk: self._ended(child) for child in who}
        episode = ended[who[0].pk]
        asked, agreed = self.at_work_after(step.asked), self.at_work_after(step.agreed)
        closure = models.Closure.objects.create(
            case=self.case, reason=episode.closure_reason, closed_on=episode.closed_on, asked_on=asked, asked_by=by,
            summary=step.summary, family_told=step.family_told, way_back=step.way_back,
            named_person=step.named_person, network_plan=step.network_plan, goodbye=step.goodbye,
            feedback_asked_on=asked, decided_on=agreed, decided_by=manager, is_agreed=True, answer=step.answer,
        )  # fmt: skip
        models.ClosureChild.objects.bulk_create(
            models.ClosureChild(case=self.case, closure=closure, child=child, episode=ended[child.pk]) for child in who
        )
        why = in_a_sentence(CLOSURE_REASON[closure.reason])
        said = f"to close the work with {_names(who)} ({why})"
        self.note(Kind.CLOSING, asked, f"{by.name} asked {said}", who, closure, by)
        self.note(Kind.CLOSING, agreed, f"{manager.name} agreed {said}", who, closure, manager)

    def _ended(self, child: Member) -> Episode:
        """The last time a child was in need that is over."""
        return Episode.objects.filter(child=child).exclude(closed_on=None).latest("closed_on")

    def fact(self, step: steps.Fact) -> None:
        """A bare dated fact of each child."""
        for child in self.who(step.who):
            at = None if step.hours_ago is None else self.moment(0, step.hours_ago)
            on = timezone.localdate(at) if at else self.day(step.days_ago)
            if step.birthday is not None and child.born_on:
                on = child.born_on.replace(year=child.born_on.year + step.birthday)
            self._milestone(step.kind, child, on, at, step.note, self.people[step.by])

    def facts(self, step: steps.Facts) -> None:
        """Several bare facts."""
        for kind, days_ago, *said in step.each:
            for child in self.who(step.who):
                on = self.at_work(days_ago)
                assert on is not None
                self._milestone(kind, child, on, None, said[0] if said else "", self.people[step.by])

    def _milestone(self, kind: str, child: Member, on: date, at: datetime | None, said: str, by: User) -> None:
        fact = models.Milestone.objects.create(
            case=self.case, child=child, kind=kind, happened_on=on, happened_at=at, note=said, recorded_by=by
        )
        what = kind.replace("-", " ").capitalize()
        summary = f"{child.first_name}: {what}. {said}" if said else f"{child.first_name}: {what}"
        self.note(Kind.MILESTONE, on, summary, [child], fact, by)


_TELL: dict[type, Callable[[Journey, Any], None]] = {
    steps.Came: Journey.came,
    steps.Assessed: Journey.assessed,
    steps.Strategy: Journey.strategy,
    steps.Conferred: Journey.conferred,
    steps.Planned: Journey.planned,
    steps.Met: Journey.met,
    steps.Moved: Journey.moved,
    steps.Closed: Journey.closed,
    steps.Fact: Journey.fact,
    steps.Facts: Journey.facts,
}


def _each(model: Any, who: Sequence[Member], **facts: Any) -> None:
    model.objects.bulk_create(model(child=child, **facts) for child in who)


def _names(who: Sequence[Member]) -> str:
    names = [child.first_name for child in who]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _at(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))

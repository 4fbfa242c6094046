"""Writes what is on the record of a family of the demo besides visits, with the operations everybody uses."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Protocol

from camden.rules.workdays import england
from cases.management.families.record import Event, Later, Missed, Record, Talked
from cases.models import (
    AnonymousFeedback,
    Case,
    ChronologyEntry,
    Goal,
    Household,
    Member,
    Quote,
    Visit,
)
from cases.operations.consents import consent, withdraw_consent
from cases.operations.disagreements import disagree
from cases.operations.events import write_event
from cases.operations.feedback import reply_to, write_down
from cases.operations.goals import end_goal, set_goal
from cases.operations.notes import write_note
from cases.operations.planned_visits import keep_plan, plan_visit
from cases.operations.quotes import keep_quote
from cases.operations.visits import Besides, ChildPart, log_missed, log_visit
from cases.rules.audience import Marks
from cases.rules.chronology import EventSaid
from cases.rules.feedback import ITEMS
from cases.rules.notes import NextStep, NoteSaid

ENDED = time(16, 10)  # of a visit that is still to be written up


class Teller(Protocol):
    """What this needs of whoever tells a family: the record, the people of the service, days and names."""

    case: Case
    world: Any

    def ago(self, days: int) -> date:
        """That many days before the day it is shown on."""

    def at_work(self, days: int) -> date:
        """That day, or the working day before it; never before the record was opened."""

    def one(self, given: str) -> Member:
        """Somebody of the family."""


def tell_record(record: Record, teller: Teller) -> None:
    """After the visits and the journey, which some of it is about."""
    _Recorder(record, teller).tell()


class _Recorder:
    def __init__(self, record: Record, teller: Teller) -> None:
        self.record, self.teller, self.case = record, teller, teller.case
        self.people, self.on = teller.world.people, teller.ago(0)

    def tell(self) -> None:
        """All of it; each kind in the order in which it happened."""
        for talked in sorted(self.record.talked, key=lambda each: -each.days_ago):
            self._talked(talked)
        self._aims()
        self._words()
        self._consents()
        for event in self.record.events:
            self._event(event)
        for missed in self.record.missed:
            self._missed(missed)
        for later in self.record.later:
            self._later(later)
        self._going()
        self._answered()

    def _some(self, names: tuple[str, ...]) -> list[Member]:
        return [self.teller.one(name) for name in names]

    def _marks(self, names: tuple[str, ...]) -> Marks:
        return Marks(kept_from=tuple(sorted(self.teller.one(name).pk for name in names)))

    def _talked(self, told: Talked) -> None:
        by, on = self.people[told.worker], self.teller.at_work(told.days_ago)
        note = write_note(
            case=self.case,
            by=by,
            said=NoteSaid(
                kind=told.kind,
                happened_on=on,
                words=told.words,
                title=told.title,
                tool=told.tool,
                interpreting=told.interpreting,
                meaning=told.meaning,
                learned=told.learned,
                changed=told.changed,
            ),
            children=self._some(told.who),
            people=self._some(told.people),
            names=told.others,
            spoken=[(self.teller.one(name), words) for name, words in told.said],
            next_steps=[NextStep(what, self.on + timedelta(days=due), to) for what, due, to in told.agreed],
            marks=self._marks(told.kept_from),
        )
        for name in told.heads:
            Quote.objects.filter(note=note, speaker=self.teller.one(name)).update(headed_on=on, headed_by=by)

    def _aims(self) -> None:
        for aim in self.record.aims:
            by = self.people[aim.worker]
            child = self.teller.one(aim.who) if aim.who else None
            goal: Goal = set_goal(
                case=self.case, child=child, words=aim.words, by=by, on=self.teller.at_work(aim.days_ago)
            )
            if aim.ended is not None:
                end_goal(goal=goal, by=by, on=self.teller.at_work(aim.ended), why=aim.why)

    def _words(self) -> None:
        """Words kept from somebody, and how somebody sees an entry differently."""
        for held in self.record.held:
            marks = self._marks(held.kept_from) if held.kept_from else Marks(is_kept_from_family=True)
            speaker, on = self.teller.one(held.who), self.teller.at_work(held.days_ago)
            told = Quote.objects.filter(speaker=speaker, words=held.words)
            if not told.update(is_kept_from_family=marks.is_kept_from_family, kept_from=list(marks.kept_from)):
                by = self.people[held.worker]
                keep_quote(case=self.case, speaker=speaker, words=held.words, said_on=on, by=by, on=on, marks=marks)
        for seen in self.record.differs:
            entry = ChronologyEntry.objects.filter(case=self.case, kind=seen.kind).latest("happened_on", "pk")
            on = max(self.teller.at_work(seen.days_ago), entry.happened_on)
            disagree(
                entry=entry,
                words=seen.words,
                said_on=on,
                by=self.people[seen.worker],
                on=on,
                member=self.teller.one(seen.who),
            )

    def _consents(self) -> None:
        for told in self.record.agrees:
            by, on = self.people[told.worker], self.teller.at_work(told.days_ago)
            given = consent(
                case=self.case,
                member=self.teller.one(told.who),
                purpose=told.purpose,
                how=told.how,
                given_on=on,
                by=by,
                on=on,
                words=told.words,
            )
            if told.taken_back is not None:
                back = self.teller.at_work(told.taken_back)
                withdraw_consent(consent=given, withdrawn_on=back, words=told.taken_back_words, by=by, on=back)

    def _event(self, told: Event) -> None:
        said = EventSaid(
            what=told.what,
            happened_on=self.teller.ago(told.days_ago),
            children={self.teller.one(name).pk: impact for name, impact in told.impact.items()},
            precision=told.precision,
            source=told.source,
            analysis=told.analysis,
        )
        write_event(case=self.case, said=said, by=self.people[told.worker], on=self.on)

    def _missed(self, told: Missed) -> None:
        on = self.teller.at_work(told.days_ago)
        again = None if told.again is None else self.teller.at_work(told.again)
        log_missed(
            case=self.case,
            by=self.people[told.worker],
            visited_on=on,
            kind="home",
            why=told.why,
            children=self._some(told.who),
            again_on=again,
        )
        if again is not None:
            keep_plan(Visit.objects.filter(case=self.case, worker=self.people[told.worker], visited_on=again)[0])

    def _later(self, told: Later) -> None:
        """On the last working day; on a Monday, this morning."""
        on = self.on if self.on.weekday() == 0 else self.teller.at_work(1)
        log_visit(
            case=self.case,
            by=self.people[told.worker],
            visited_on=on,
            kind=told.kind,
            parts=[ChildPart(self.teller.one(name), how, why_not=why) for name, (how, why) in told.children.items()],
            besides=Besides(
                ended_at=None if on == self.on else datetime.combine(on, ENDED, UTC),
                interpreting=told.interpreting,
                present=self._some(told.people),
            ),
        )

    def _going(self) -> None:
        homes = {home.name: home for home in Household.objects.filter(case=self.case)}
        for told in self.record.going:
            worker, day = self.people[told.worker], self.on + timedelta(days=told.in_days)
            if told.in_days > 1 and not england().is_working(day):
                day = england().add(day, 1)
            plan_visit(
                case=self.case,
                worker=worker,
                by=worker,
                planned_on=day,
                on=self.on,
                starts=time(*told.hour),
                kind=told.kind,
                purpose=told.purpose,
                household=homes[told.home] if told.home else None,
                companion=self.people[told.companion] if told.companion else None,
                remark=told.remark,
            )

    def _answered(self) -> None:
        for told in self.record.answered:
            on = self.teller.at_work(told.days_ago)
            points = {item.field: point for item, point in zip(ITEMS, told.points, strict=True)}
            if not told.who:
                team = Case.objects.values_list("team_ids", flat=True).get(pk=self.case.pk)[0]
                month = on.replace(day=1)
                AnonymousFeedback.objects.create(
                    team_id=team, after=told.after, answered_on=month, words=told.words, **points
                )
                continue
            by = self.people[told.worker]
            given = write_down(
                case=self.case,
                member=self.teller.one(told.who),
                points=points,
                words=told.words,
                after=told.after,
                is_danger=False,
                answered_on=on,
                by=by,
                on=on,
            )
            if told.replied is not None:
                reply_to(feedback=given, reply=told.reply, by=by, on=self.teller.at_work(told.replied))

"""Writes a family that is told in plain values, with the operations everybody uses."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from cases.access import CaseScope
from cases.management.families.telling import Child, Family, Home, Promise, Referral, Told, Work
from cases.management.telling_before import tell_before
from cases.management.telling_carrying import tell_carrying
from cases.management.telling_decisions import change_of_worker, tell_decisions
from cases.management.telling_drift import tell_drift
from cases.management.telling_journey import Journey
from cases.management.telling_meetings import tell_meetings
from cases.management.telling_pictures import tell_picture
from cases.management.telling_plan import tell_plan
from cases.management.telling_record import tell_record
from cases.management.telling_sharing import tell_sharing
from cases.management.telling_steps import tell_steps
from cases.management.telling_writing import tell_writing
from cases.models import Case, ChronologyEntry, DutyNote, Episode, Involvement, Member
from cases.operations.agreements import agree_action, close_action
from cases.operations.allocation import allocate, end_involvement, involve
from cases.operations.chronology import note
from cases.operations.families import add_member, move_in, open_case, open_household, relate
from cases.operations.referrals import accept_referral
from cases.operations.restrictions import exclude_worker, restrict
from cases.operations.visits import ChildPart, log_visit
from cases.rules.codesets import CLOSURE_REASON, in_a_sentence

LATE_EVENING = time(23, 55)
WRITTEN_AT = time(17, 30)  # visits are written up on their day


@dataclass
class Shown:
    """A family of the demo as it stands in the database, everybody by their given name."""

    case: Case
    children: dict[str, Member]
    adults: dict[str, Member]


def tell(family: Family, world: Any) -> Shown:
    """Write one family into the service of `world`, as of `world.on`."""
    return _Teller(family, world).tell()


class _Teller:
    """Holds what each part of the telling needs: the world, the record, and everybody in it by name."""

    def __init__(self, family: Family, world: Any) -> None:
        self.family, self.world, self.on = family, world, world.on
        self.case = open_case(name=family.name, team=world.teams[family.team], on=self.ago(family.opened))
        self.children = {child.given: self._child(child) for child in family.children}
        self.adults = {
            adult.given: add_member(
                case=self.case,
                kind=Member.Kind.ADULT,
                given_name=adult.given,
                family_name=adult.family,
                sex=adult.sex,
                born_on=None if adult.years is None else _years_before(self.on, adult.years, 90),
                language=adult.language,
                ethnicity=adult.ethnicity,
            )
            for adult in family.adults
        }

    def tell(self) -> Shown:
        """Everything after the people, in the order in which it happened."""
        self._ties_and_homes()
        family = self.family
        for referral in sorted(family.referrals, key=lambda each: -each.days_ago):
            self._referral(referral)
        for work in sorted(family.work, key=lambda each: -each.since):
            self._work(work)
        self._closings()
        Journey(self.case, self.children, self.world.people, _now(self.on)).tell(family.journey)
        for told in sorted(family.visits, key=lambda each: -each.days_ago):
            self._visit(told)
        for promise in sorted(family.promises, key=lambda each: -each.days_ago):
            self._promise(promise)
        self._hand_overs()
        tell_before(family.before, self)
        tell_record(family.record, self)
        tell_writing(family.name, self)
        tell_sharing(family.name, self)
        tell_drift(family.name, self)
        tell_steps(self)
        tell_decisions(self.case, self.children, self.world.people, self.on)
        tell_plan(family.name, self)
        tell_meetings(family.name, self)
        tell_carrying(self)
        tell_picture(family.name, self)
        self._keep_closed()
        return Shown(self.case, self.children, self.adults)

    def _ties_and_homes(self) -> None:
        for tie in self.family.ties:
            for other in tie.others:
                relate(one=self.one(tie.one), other=self.one(other), kind=tie.kind, parental_responsibility=tie.pr)
        for home in self.family.homes:
            self._home(home)

    def _keep_closed(self) -> None:
        for kept_out in self.family.kept_out:
            worker, since = self.world.people[kept_out.worker], self.ago(kept_out.since)
            exclude_worker(case=self.case, worker=worker, reason=kept_out.reason, on=since)
        if self.family.is_restricted:
            restrict(case=self.case, restricted=True)

    def ago(self, days: int) -> date:
        """The day so many days before the one it is shown on."""
        return self.on - timedelta(days=days)

    def at_work(self, days: int) -> date:
        """That day, or the Friday before a weekend; never before the record was opened."""
        opened_on: date = self.case.opened_on
        return max(_working_day(self.ago(days)), opened_on)

    def one(self, given: str) -> Member:
        """Somebody of the family by their given name."""
        return self.children.get(given) or self.adults[given]

    def _child(self, child: Child) -> Member:
        born_on = None if child.expected_in is not None else _years_before(self.on, child.years, child.days)
        if born_on and child.born_on_the:
            born_on = born_on.replace(day=child.born_on_the)
        return add_member(
            case=self.case,
            kind=Member.Kind.CHILD,
            given_name=child.given,
            family_name=child.family,
            sex=child.sex,
            born_on=born_on,
            expected_on=None if child.expected_in is None else self.on + timedelta(days=child.expected_in),
            ethnicity=child.ethnicity,
            disabilities=list(child.disabilities),
            language=child.language,
        )

    def _home(self, home: Home) -> None:
        place = open_household(
            case=self.case, name=home.name, address=home.address, is_safe_to_share=home.is_safe_to_share
        )
        for given in home.who:
            move_in(member=self.one(given), household=place, on=None if home.since is None else self.ago(home.since))

    def _referral(self, referral: Referral) -> None:
        for given in referral.who:
            accept_referral(
                child=self.children[given],
                on=self.ago(referral.days_ago),
                source=referral.source,
                primary_need=referral.need,
            )

    def _closings(self) -> None:
        """No page closes an episode yet, so neither does an operation: it is written here, after the work ended."""
        for referral in self.family.referrals:
            for given in referral.who if referral.closed is not None else ():
                child, on = self.children[given], self.ago(referral.closed or 0)
                Episode.objects.filter(child=child, closed_on=None).update(
                    closed_on=on, closure_reason=referral.closing
                )
                why = in_a_sentence(CLOSURE_REASON[referral.closing])
                summary = f"Work with {child.first_name} ended: {why}"
                note(case=self.case, on=on, kind=ChronologyEntry.Kind.CLOSURE, summary=summary, children=[child])

    def _work(self, work: Work) -> None:
        worker, team = self.world.people[work.worker], self.world.teams[work.team]
        for given in work.who:
            child, on = self.children[given], self.ago(work.since)
            if work.role == Involvement.Role.LEAD and not work.is_cover:
                key = allocate(
                    child=child, to=worker, team=team, on=on, reason=work.reason, **change_of_worker(child, worker, on)
                )
            else:
                key = involve(
                    child=child,
                    worker=worker,
                    team=team,
                    role=Involvement.Role(work.role),
                    on=on,
                    scope=CaseScope(work.scope),
                    is_cover=work.is_cover,
                )
            if work.ended is not None:
                end_involvement(involvement=Involvement.objects.get(pk=key), on=self.ago(work.ended))

    def _visit(self, told: Told) -> None:
        visited_on = self.at_work(told.days_ago)
        log_visit(
            case=self.case,
            by=self.world.people[told.worker],
            visited_on=visited_on,
            at=datetime.combine(visited_on, WRITTEN_AT, UTC),
            kind=told.place,
            account=told.account,
            parts=[ChildPart(self.children[given], seen, words) for given, (seen, words) in told.children.items()],
        )

    def _promise(self, promise: Promise) -> None:
        keeper = self.world.people[promise.keeper]
        action = agree_action(
            case=self.case,
            children=[self.children[given] for given in promise.who],
            what=promise.what,
            why=promise.why,
            first_sentence=promise.first_sentence,
            promised_to=promise.promised_to,
            keeper=keeper,
            by=keeper,
            on=self.ago(promise.days_ago),
            agreed_in=promise.agreed_in,
            due_on=None if promise.due is None else self.on + timedelta(days=promise.due),
        )
        if promise.done is not None:
            kept = not promise.could_not_be
            close_action(action=action, by=keeper, on=self.ago(promise.done), is_done=kept, outcome=promise.outcome)

    def _hand_overs(self) -> None:
        for each in self.family.hand_overs:
            writer, on = self.world.people[each.writer], self.ago(each.days_ago)
            hand_over = DutyNote.objects.create(
                case=self.case,
                writer=writer,
                written_at=timezone.make_aware(datetime.combine(on, LATE_EVENING)),
                why=each.why,
                done=each.done,
                left_to_do=each.left_to_do,
            )
            note(
                case=self.case,
                on=on,
                kind=ChronologyEntry.Kind.DUTY,
                summary=f"{writer.name} helped on duty: {each.why}",
                children=list(self.children.values()),
                subject_id=hand_over.pk,
                by=writer,
            )


def _now(on: date) -> datetime:
    """This moment, when the demo is made for today; else eleven o’clock of its day."""
    now = timezone.now()
    return now if timezone.localdate(now) == on else timezone.make_aware(datetime.combine(on, time(11)))


def _years_before(on: date, years: int, days: int) -> date:
    """The day somebody was born who is that many years and days old."""
    day = on - timedelta(days=days)
    return day.replace(year=day.year - years, day=min(day.day, 28))


def _working_day(day: date) -> date:
    """That day, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))

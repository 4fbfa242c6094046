"""What goes on in families just now: moments in which nobody loses their worker, and what a lead must be able to do."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from camden.rules.moments import day_here, moment_here
from cases.models import Clock, Enquiry, Milestone, PlannedMeeting, PlanSpell, ProtectionConference
from cases.rules.happenings import Happened
from cases.rules.journey import CONFERENCE_KIND, MEETING_KIND
from cases.rules.when_to_propose import MEETING_WORKING_DAYS, Ahead
from cases.rules.works import BY_CODE

REVIEWS = ("need-review", "help-review")
"""Planned meetings in which it is decided how things go on. A core group meets every few weeks, whoever leads."""
HELD_WITH_THE_WORKER = {
    "initial-conference": "a child protection conference",
    "review-conference": "a review conference",
    "looked-after-review": "a looked-after review",
    "case-management-hearing": "a court hearing",
    "proceedings": "the last hearing",
}
"""Work a clock asks for that is a conference, review or hearing, as in "a review conference is on 4 May"."""
_FAR = timedelta(days=3 * MEETING_WORKING_DAYS)  # no 15 working days last longer
_HOMES = (Happened.PLACEMENT_STARTED, Happened.PLACEMENT_ENDED)
_BEGINS_AND_ENDS = {
    Happened.PROCEEDINGS_ISSUED: Happened.FINAL_ORDER,
    Happened.LETTER_BEFORE_PROCEEDINGS: Happened.PRE_PROCEEDINGS_ENDED,
    Happened.LOOKED_AFTER_BEGAN: Happened.LOOKED_AFTER_ENDED,
}


@dataclass
class Now:
    """Of one child, or of a whole record: what is ahead, when a child last moved home, and which work goes on."""

    ahead: list[Ahead] = field(default_factory=list)
    is_enquiry_open: bool = False
    moved_home_on: date | None = None
    has_protection_plan: bool = False
    going_on: set[Happened] = field(default_factory=set)

    @property
    def is_in_court(self) -> bool:
        """Care proceedings were issued, and no final order was made."""
        return Happened.PROCEEDINGS_ISSUED in self.going_on

    @property
    def is_for_the_experienced(self) -> bool:
        """An enquiry, a protection plan, before proceedings or in them: nobody early in their career leads alone."""
        before = Happened.LETTER_BEFORE_PROCEEDINGS in self.going_on
        return self.is_enquiry_open or self.has_protection_plan or self.is_in_court or before

    @property
    def is_statutory(self) -> bool:
        """Only somebody registered with Social Work England leads."""
        return self.is_for_the_experienced or Happened.LOOKED_AFTER_BEGAN in self.going_on


def moments_of(
    children: Iterable[int], cases: Iterable[int], on: date
) -> tuple[Mapping[int, Now], Mapping[int, list[Ahead]]]:
    """What goes on with each child on that day, and what is booked for each record. Six queries."""
    keys, records = list(children), list(cases)
    now: dict[int, Now] = defaultdict(Now)
    enquiries = Enquiry.objects.filter(child__in=keys, started_on__lte=on, ended_on=None)
    for child in enquiries.values_list("child", flat=True):
        now[child].is_enquiry_open = True
    plans = PlanSpell.objects.filter(child__in=keys, basis="protection", started_on__lte=on, ended_on=None)
    for child in plans.values_list("child", flat=True):
        now[child].has_protection_plan = True
    _milestones(now, keys, on)
    codes = [code for code, rule in BY_CODE.items() if rule.work in HELD_WITH_THE_WORKER]
    due = Clock.objects.running().filter(child__in=keys, rule__in=codes, due_on__gte=on, due_on__lte=on + _FAR)
    for child, rule, due_on in due.values_list("child", "rule", "due_on"):
        now[child].ahead.append(Ahead(HELD_WITH_THE_WORKER[BY_CODE[rule].work], due_on))
    return now, _booked(records, on)


def _milestones(now: dict[int, Now], keys: list[int], on: date) -> None:
    kinds = [*_HOMES, *_BEGINS_AND_ENDS, *_BEGINS_AND_ENDS.values()]
    told = Milestone.objects.filter(child__in=keys, kind__in=kinds, happened_on__lte=on, struck_on=None)
    ends = {end: begin for begin, end in _BEGINS_AND_ENDS.items()}
    for child, kind, day in told.order_by("happened_on", "pk").values_list("child", "kind", "happened_on"):
        what = Happened(kind)
        if what in _HOMES:
            now[child].moved_home_on = day
        elif what in ends:
            now[child].going_on.discard(ends[what])
        else:
            now[child].going_on.add(what)


def _booked(records: list[int], on: date) -> Mapping[int, list[Ahead]]:
    """Conferences and reviews that stand in the diary, by record."""
    found: dict[int, list[Ahead]] = defaultdict(list)
    meetings = PlannedMeeting.objects.filter(case__in=records, kind__in=REVIEWS, called_off_on=None, held_as=None)
    meetings = meetings.filter(
        planned_at__gte=moment_here(on, time.min), planned_at__lt=moment_here(on + _FAR, time.min)
    )
    for case, kind, at in meetings.order_by("planned_at", "pk").values_list("case", "kind", "planned_at"):
        found[case].append(Ahead(f"the {MEETING_KIND[kind].lower()}", day_here(at)))
    conferences = ProtectionConference.objects.filter(case__in=records, held_on=None, called_off_on=None)
    conferences = conferences.filter(planned_on__gte=on, planned_on__lte=on + _FAR)
    for case, kind, day in conferences.order_by("planned_on", "pk").values_list("case", "kind", "planned_on"):
        if day:
            found[case].append(Ahead(f"the {CONFERENCE_KIND[kind].lower()}", day))
    return found

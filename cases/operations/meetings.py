"""Verbs about meetings on plans: core groups, child in need reviews, teams around the family."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import Case, ChronologyEntry, Member, PlanMeeting, PlanMeetingChild, PlannedMeeting, PlanSpell
from cases.operations.agreements import agree_action
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.planned_meetings import keep_meeting
from cases.operations.refusing import Refusal
from cases.rules.helping import BASIS_OF, plan_name
from cases.rules.journey import MEETING_KIND
from cases.rules.visits import in_a_row


class NotHeld(Refusal):
    """A meeting that cannot be written down so."""


@dataclass(frozen=True)
class Agreed:
    """One thing somebody who works here will do, by a day when one was agreed."""

    what: str
    keeper: User
    due_on: date | None = None


@transaction.atomic
def hold_meeting(
    *,
    case: Case,
    kind: str,
    children: Sequence[Member],
    held_on: date,
    who_came: str,
    words: str,
    familys_words: str,
    agreed: Sequence[Agreed],
    by: User,
    planned: PlannedMeeting | None = None,
) -> PlanMeeting:
    """Write down one meeting about the plans of these children; each agreed action goes to its keeper's *My day*.

    Every child must have had the plan that `kind` is about on that day (8841). `planned` is the meeting as it was
    arranged; without it, one of that kind and day is taken to be it. Raises NotHeld.
    """
    _check_plans(children, kind, held_on)
    meeting = PlanMeeting.objects.create(
        case=case,
        kind=kind,
        held_on=held_on,
        written_by=by,
        who_came=who_came,
        words=words,
        familys_words=familys_words,
    )
    if not keep_meeting(meeting, planned):
        raise NotHeld("Somebody has written this meeting down already, or called it off. Look at its page first.")
    PlanMeetingChild.objects.bulk_create(
        PlanMeetingChild(case=case, meeting=meeting, child=child) for child in children
    )
    where = f"{MEETING_KIND[kind]}, {held_on.day} {held_on:%B}"
    for each in agreed:
        if each.due_on and each.due_on < held_on:
            raise NotHeld("What was agreed is due on or after the day of the meeting.", "held_on")
        agree_action(
            case=case, children=children, what=each.what, keeper=each.keeper, by=by, on=held_on, agreed_in=where,
            due_on=each.due_on,
        )  # fmt: skip
    note(
        case=case,
        on=held_on,
        kind=ChronologyEntry.Kind.MEETING,
        summary=f"{MEETING_KIND[kind]} about {in_a_row([child.first_name for child in children])}",
        children=children,
        subject_id=meeting.pk,
        by=by,
    )
    record(action="wrote down a meeting about a plan", subject=meeting, case_id=case.pk)
    keep_clocks(case=case)
    return meeting


@transaction.atomic
def send_record(*, meeting: PlanMeeting, sent_on: date, by: User) -> None:
    """The record of a meeting went to the family and everybody in it, that day. Raises NotHeld."""
    if sent_on < meeting.held_on:
        raise NotHeld(f"The meeting was on {day_in_words(meeting.held_on)}: enter that day or a later one.", "sent_on")
    found = PlanMeeting.objects.filter(pk=meeting.pk, record_sent_on=None)
    if not found.update(record_sent_on=sent_on, version=F("version") + 1):
        raise NotHeld("Somebody has said already when this record was sent.")
    note(
        case=meeting.case,
        on=sent_on,
        kind=ChronologyEntry.Kind.MEETING,
        summary=f"{by.name} sent the record of the {meeting.get_kind_display()[:1].lower()}"
        f"{meeting.get_kind_display()[1:]} on {day_in_words(meeting.held_on)}",
        children=list(meeting.children.all()),
        subject_id=meeting.pk,
        by=by,
    )
    record(action="sent the record of a meeting", subject=meeting, case_id=meeting.case_id)
    keep_clocks(case=meeting.case)


def _check_plans(children: Sequence[Member], kind: str, held_on: date) -> None:
    if not children:
        raise NotHeld("Choose at least one child.", "children")
    basis = BASIS_OF[kind]
    spells = PlanSpell.objects.filter(child__in=[child.pk for child in children], basis=basis, started_on__lte=held_on)
    had = set(spells.exclude(ended_on__lt=held_on).values_list("child", flat=True))
    for child in children:
        if child.pk not in had:
            raise NotHeld(f"{child.first_name} had no {plan_name(basis)} on {day_in_words(held_on)}.", "children")

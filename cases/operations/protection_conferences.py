"""Verbs about child protection conferences before and around the day: booked, papers sent, called off."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import Membership, User
from camden.operations.versions import change
from camden.rules.names import day_in_words
from cases.models import (
    Case,
    ChronologyEntry,
    Enquiry,
    Involvement,
    Member,
    PlanSpell,
    ProtectionConference,
    ProtectionConferenceChild,
)
from cases.operations.allocation import NotAllocated, involve
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.protecting import check_alive, in_turn
from cases.operations.refusing import Refusal
from cases.rules.codesets import in_a_sentence
from cases.rules.journey import CONFERENCE_KIND
from cases.rules.protection import INITIAL, REVIEW, is_weekend


class NotBooked(Refusal):
    """The conference was not booked. Says why, and about which answer."""


class NotSent(Refusal):
    """What was sent was not kept. Says why, and about which answer."""


class NotCalledOff(Refusal):
    """The conference was not called off. Says why."""


@transaction.atomic
def book_conference(
    *, case: Case, by: User, on: date, kind: str, planned_on: date, chair: Membership, children: Sequence[Member]
) -> ProtectionConference:
    """Book a conference about these children, and involve its chair with each of them in full.

    The chair comes from `readings.deciders.chairs_for`: nobody of the family's line management. Raises NotBooked.
    """
    if not children:
        raise NotBooked("Choose at least one child.", "children")
    if is_weekend(planned_on):
        raise NotBooked(
            f"No conference is held at a weekend, and {planned_on:%A} {day_in_words(planned_on)} is one.", "planned_on"
        )
    in_turn(children)
    for child in children:
        check_alive(child, planned_on, NotBooked, "planned_on")
    _check_once(kind, children, planned_on)
    conference = ProtectionConference.objects.create(
        case=case, kind=kind, planned_on=planned_on, booked_on=on, chair=chair.user
    )
    ProtectionConferenceChild.objects.bulk_create(
        ProtectionConferenceChild(case=case, conference=conference, child=child) for child in children
    )
    _involve_chair(conference, chair, children, on)
    summary = f"{CONFERENCE_KIND[kind]} booked for {day_in_words(planned_on)}, chair {chair.user.name}"
    say(conference, children, on, summary, by)
    record(action="booked a child protection conference", subject=conference, case_id=case.pk)
    keep_clocks(case=case)
    return conference


@transaction.atomic
def note_papers(
    *,
    conference: ProtectionConference,
    version: int | None,
    report_shared_on: date | None,
    decisions_sent_on: date | None,
    record_sent_on: date | None,
) -> ProtectionConference:
    """Say when the family had the report, and when decisions and record were sent.

    Raises NotSent, camden.operations.versions.Overtaken.
    """
    for about, day in (("decisions_sent_on", decisions_sent_on), ("record_sent_on", record_sent_on)):
        if day and not conference.held_on:
            raise NotSent("The conference has not been held yet: only the report is shared before.", about)
        if day and conference.held_on and day < conference.held_on:
            raise NotSent(f"The conference was held on {day_in_words(conference.held_on)}. Check the day.", about)
    row: ProtectionConference = change(
        conference,
        version=version,
        report_shared_on=report_shared_on,
        decisions_sent_on=decisions_sent_on,
        record_sent_on=record_sent_on,
    )
    record(action="noted what a conference sent", subject=row, case_id=row.case_id)
    keep_clocks(case=conference.case)
    return row


@transaction.atomic
def call_off_conference(*, conference: ProtectionConference, by: User, on: date, why: str) -> None:
    """Say that a booked conference is not held, and why. Its clock runs on. Raises NotCalledOff."""
    called_off = {"called_off_on": on, "called_off_why": why}
    waiting = ProtectionConference.objects.filter(pk=conference.pk, held_on=None, called_off_on=None)
    if not waiting.update(**called_off, version=conference.version + 1):
        raise NotCalledOff("This conference has been held or called off already.")
    children = list(Member.objects.children().filter(pk__in=conference.parts.values("child")))
    what = in_a_sentence(CONFERENCE_KIND[conference.kind])
    say(conference, children, on, f"{by.name} called off the {what}: {why}", by)
    record(action="called off a child protection conference", subject=conference, case_id=conference.case_id)
    keep_clocks(case=conference.case)


def say(conference: ProtectionConference, children: Sequence[Member], on: date, summary: str, by: User) -> None:
    """Put a step of a conference on the timeline of its children."""
    note(
        case=conference.case,
        on=on,
        kind=ChronologyEntry.Kind.CONFERENCE,
        summary=summary,
        children=children,
        subject_id=conference.pk,
        by=by,
    )


def _check_once(kind: str, children: Sequence[Member], planned_on: date) -> None:
    """A review is about children with a plan, the others about children without; each is booked once (2884, 8615)."""
    planned = set(
        PlanSpell.objects.filter(child__in=children, basis="protection", ended_on=None).values_list("child", flat=True)
    )
    parts = ProtectionConferenceChild.objects.filter(child__in=children, conference__called_off_on=None)
    others = list(parts.select_related("conference"))
    enquiries = Enquiry.objects.filter(child__in=children).order_by("started_on", "pk")
    begun = dict(enquiries.values_list("child", "started_on"))
    for child in children:
        _check_plan(kind, child, has_plan=child.pk in planned)
        began = begun.get(child.pk)
        if kind == INITIAL and began and planned_on < began:
            raise NotBooked(f"The enquiry about {child.first_name} began on {day_in_words(began)}.", "planned_on")
        for part in (part for part in others if part.child_id == child.pk):
            _check_beside(kind, child, part.conference, began)


def _check_plan(kind: str, child: Member, *, has_plan: bool) -> None:
    if kind == REVIEW and not has_plan:
        raise NotBooked(f"{child.first_name} has no child protection plan to review.", "children")
    if kind != REVIEW and has_plan:
        raise NotBooked(f"{child.first_name} has a child protection plan already: book a review.", "children")


def _check_beside(kind: str, child: Member, other: ProtectionConference, enquiry_began: date | None) -> None:
    """What is booked already, or was held since the enquiry, is not booked again."""
    if (other.kind == REVIEW) != (kind == REVIEW):
        return
    name = child.first_name
    if other.held_on is None and other.planned_on:
        raise NotBooked(
            f"A conference about {name} is booked for {day_in_words(other.planned_on)} already.", "children"
        )
    is_second = (
        kind == INITIAL == other.kind and other.held_on and (not enquiry_began or other.held_on >= enquiry_began)
    )
    if is_second and other.held_on:
        said = f"The initial conference about {name} was held on {day_in_words(other.held_on)}."
        raise NotBooked(f"{said} Another one follows a new enquiry.", "children")


def _involve_chair(conference: ProtectionConference, chair: Membership, children: Sequence[Member], on: date) -> None:
    role = Involvement.Role.CHAIR
    there = Involvement.objects.filter(case=conference.case, worker=chair.user, role=role, ended_on=None)
    known = set(there.values_list("child", flat=True))
    for child in (child for child in children if child.pk not in known):
        try:
            involve(child=child, worker=chair.user, team=chair.team, role=role, on=on)
        except NotAllocated as why:
            raise NotBooked(str(why), "chair") from why

"""The tab *Reviews*: what is due next, and the meetings, conferences and reviews there have been."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from camden.rules.names import day_in_words
from cases.models import Case, Member, Milestone, PlanMeeting, ProtectionConference
from cases.readings.disputes import disputes_of, section_of
from cases.readings.due import DueLine, ahead_of, lines
from cases.readings.planned_meetings import MeetingToCome
from cases.readings.sections import Row, Section, notes
from cases.rules.happenings import Happened
from cases.rules.journey import MEETING_KIND
from cases.rules.milestones import words_of

# The pieces of work that are a meeting about how things go (cases.rules.works).
REVIEWING = frozenset(
    {"need-review", "help-review", "core-group", "initial-conference", "review-conference", "transfer-in-conference",
     "looked-after-review", "secure-review", "adoption-review", "pathway-review", "pre-proceedings-review"}
)  # fmt: skip
MOST = 40


def reviews_tab(
    case: Case,
    child: Member | None,
    children: list[Member],
    on: date,
    *,
    booked: Sequence[MeetingToCome] = (),
    chairs: bool = False,
    records: bool = True,
) -> tuple[Section, ...]:
    """The sections of the tab, of the family or narrowed to one child. Five queries.

    What a chair or reviewing officer raised stands there until it is settled; `chairs`: also when there is none.
    What is due leads to the one that is `booked`, where one is. Without `records`, it leads to where it is arranged,
    and not to the form that writes it down.
    """
    narrowed = [child] if child else children
    raised = section_of(case, disputes_of(case, child, only_open=True), on)
    return (
        _next(case, narrowed, on, {each.work: each for each in reversed(booked)}, records=records),
        *([raised] if raised.rows or chairs else []),
        _conferences(case, child),
        _meetings(case, child),
        _others(case, child),
    )


def _next(
    case: Case, children: list[Member], on: date, booked: Mapping[str, MeetingToCome], *, records: bool
) -> Section:
    names = {child.pk: child.first_name for child in children}
    due = [line for line in lines(case.pk, ahead_of(case.pk, on).running, names, on) if line.work in REVIEWING]
    return Section(
        "Next",
        tuple(
            Row(
                f"{line.what}: {line.who}",
                booked[line.work].href
                if line.work in booked
                else line.href
                if records
                else _arranging(case, line.work),
                notes(
                    f"By {line.day}, {line.away}",
                    f"Booked for {booked[line.work].when}" if line.work in booked else "",
                ),
                {"late": "Late", "soon": "Soon"}.get(line.state, ""),
                "red" if line.state == "late" else "amber",
            )
            for line in due
        ),
        "No review is due",
        "No timescale asks for a meeting about these children now.",
    )


def _way(case: Case, line: DueLine, booked: Mapping[str, MeetingToCome], *, records: bool) -> str:
    if line.work in booked:
        return booked[line.work].href
    return line.href if records else _arranging(case, line.work)


def _arranging(case: Case, work: str) -> str:
    """Where a meeting of that work is arranged; empty where it is a conference, which is booked by whoever records."""
    return f"{reverse('cases:planned-meeting-new', args=[case.pk])}?work={work}" if work in MEETING_KIND else ""


def _conferences(case: Case, child: Member | None) -> Section:
    found: Any = ProtectionConference.objects.filter(case=case)
    if child:
        found = found.filter(parts__child=child)
    return Section(
        "Child protection conferences",
        tuple(
            Row(
                each.get_kind_display(),
                each.get_absolute_url(),
                notes(_when(each), f"Called off: {each.called_off_why}" if each.called_off_on else ""),
                "" if each.held_on or each.called_off_on else "Booked",
                "blue",
            )
            for each in found.order_by("-held_on", "-planned_on", "-pk")[:MOST]
        ),
        "No child protection conference",
    )


def _when(each: ProtectionConference) -> str:
    if each.held_on:
        return f"Held {day_in_words(each.held_on)}"
    return f"Booked for {day_in_words(each.planned_on)}" if each.planned_on else ""


def _meetings(case: Case, child: Member | None) -> Section:
    found: Any = PlanMeeting.objects.filter(case=case)
    if child:
        found = found.filter(children=child)
    return Section(
        "Meetings about the plan",
        tuple(
            Row(
                each.get_kind_display(),
                each.get_absolute_url(),
                notes(
                    f"Held {day_in_words(each.held_on)}",
                    f"Record sent {day_in_words(each.record_sent_on)}"
                    if each.record_sent_on
                    else "Record not sent yet",
                ),
            )
            for each in found.order_by("-held_on", "-pk")[:MOST]
        ),
        "No meeting so far",
        "Core groups, reviews of the plan and teams around the family stand here.",
        ("Record a meeting", reverse("cases:plan-meeting-new", args=[case.pk])),
    )


def _others(case: Case, child: Member | None) -> Section:
    """Reviews that are kept as dated facts until they have pages of their own."""
    found = Milestone.objects.filter(case=case, struck_on=None, kind=Happened.LOOKED_AFTER_REVIEW).select_related(
        "child"
    )
    if child:
        found = found.filter(child=child)
    return Section(
        "Reviews of looked-after children",
        tuple(
            Row(
                f"{words_of(each.kind)}: {each.child.first_name}",
                reverse("cases:milestone", args=[case.pk, each.pk]),
                (day_in_words(each.happened_on),),
            )
            for each in found.order_by("-happened_on", "-pk")[:MOST]
        ),
        "None",
    )

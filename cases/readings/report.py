"""Reports for a conference or a review: by when the family has it, and what it is made of."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from camden.operations.rulebook import calendar
from camden.rules.moments import day_away, day_here
from camden.rules.names import day_in_words
from camden.rules.timescales import next_due
from cases.models import Case, PlannedMeeting, ProtectionConference, Writing, WritingPart
from cases.readings.assessments import kept_rule
from cases.readings.sections_kept import sections_of
from cases.rules.protection import REVIEW


@dataclass(frozen=True)
class ReportDue:
    """The last day on which the family can have the report in time (CP5). `shared` is the day it had it, if it had."""

    meets: str
    by: str
    iso: str
    away: str
    is_late: bool
    shared: str


@dataclass(frozen=True)
class Origin:
    """A part of another paper that a section of a report begins with."""

    part: WritingPart
    section: str
    paper: str


def report_due(writing: Writing, on: date) -> ReportDue | None:
    """For a report to a conference; None for every other paper. Two queries."""
    conference = writing.conference
    day = conference and (conference.held_on or conference.planned_on)
    if not conference or not day:
        return None
    rule = kept_rule("CP5b" if conference.kind == REVIEW else "CP5a", day)
    due = next_due(rule, day, calendar=calendar()).due_on
    shared = conference.report_shared_on
    return ReportDue(
        meets=f"{day:%A} {day_in_words(day)}",
        by=f"{due:%A} {day_in_words(due)}",
        iso=due.isoformat(),
        away=day_away(due, on),
        is_late=(shared or on) > due,
        shared=day_in_words(shared) if shared else "",
    )


def origins(sources: list[Writing], paper: str) -> list[Origin]:
    """What a report of this kind begins with, section by section, from these papers. Two queries."""
    found: dict[tuple[str, str], list[WritingPart]] = {}
    kinds = {source.pk: source.paper for source in sources}
    rows = WritingPart.objects.filter(writing__in=kinds).exclude(words="", says=None).select_related("child").distinct()
    for part in rows.order_by("pk"):
        found.setdefault((kinds[part.writing_id], part.section), []).append(part)
    return [
        Origin(part, section.code, of)
        for section in sections_of(paper)
        for of, code in section.begins_as
        for part in found.get((of, code), [])
    ]


def paper_about(case: Case, **about: Any) -> Writing | None:
    """The paper of a family about one thing (`assessment`, `conference`, `meeting`), if it is begun. One query."""
    return Writing.objects.filter(case=case, **about).first()


def sources_of(writing_case: int) -> list[Writing]:
    """The family's present assessment and its open plan, which a report is made of. One query."""
    rows = Writing.objects.filter(case=writing_case, paper__in=["assessment", "plan"])
    found: dict[str, Writing] = {}
    for row in rows.select_related("assessment").order_by("begun_on", "pk"):
        if row.paper == "assessment" or row.closed_on is None:
            found[row.paper] = row
    return list(found.values())


def coming_of(case: Case) -> list[tuple[str, int, str, str, bool]]:
    """What a report can be written for: "conference" or "meeting", its key, what it is, the day, and whether its report
    is begun. Two queries.
    """
    conferences = ProtectionConference.objects.filter(case=case, held_on=None, called_off_on=None)
    meetings = PlannedMeeting.objects.filter(case=case, held_as=None, called_off_on=None)
    found = [
        (row.planned_on or date.max, "conference", row.pk, row.get_kind_display(), row.has_report)
        for row in conferences.annotate(has_report=Exists(Writing.objects.filter(conference=OuterRef("pk"))))
    ]
    found += [
        (day_here(row.planned_at), "meeting", row.pk, row.get_kind_display(), row.has_report)
        for row in meetings.annotate(has_report=Exists(Writing.objects.filter(meeting=OuterRef("pk"))))
    ]
    return [(kind, pk, what, day_in_words(day), is_begun) for day, kind, pk, what, is_begun in sorted(found)]

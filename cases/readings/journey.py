"""Where things stand with a family: each child's status, what is due, what is open, and where one can go from here."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, TruncDate
from django.urls import NoReverseMatch, resolve, reverse

from camden.access import Permission, may
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import (
    AssessmentChild,
    Case,
    Clock,
    ClockException,
    ClosureChild,
    ContactChild,
    Enquiry,
    PlanSpell,
    ProtectionConferenceChild,
    ReferralChild,
)
from cases.readings.due import DueLine, ahead_of, because_in_words, exceptions_of, lines
from cases.readings.header import ChildCard, children_of
from cases.rules.journey import CONFERENCE_KIND, PLAN_NAME
from cases.rules.visits import in_a_row
from cases.rules.works import BY_CODE, work_of

# The ways from here: the page, what one does there, and when. Shown to whoever may, as soon as the page exists.
WAYS = (
    ("cases:visit-new", "Log a visit", "Once, for every child it was about"),
    ("cases:contact-for", "Take a contact", "Somebody told us something new"),
    ("cases:assessment-new", "Begin an assessment", "With the family, of their strengths and worries"),
    ("cases:plan-new", "Begin a plan", "Help by agreement, or for a child in need"),
    ("cases:plan-meeting-new", "Record a meeting about a plan", "Core group, review, team around the family"),
    ("cases:threshold-new", "Step up or down", "Why, and what the family says"),
    ("cases:strategy-new", "Record a strategy discussion", "When a child may be suffering significant harm"),
    (
        "cases:protection-conference-new",
        "Book a child protection conference",
        "The first, a review or one after a move",
    ),
    ("cases:milestone-new", "Write down another dated fact", "Care, court, missing, and what has no form yet"),
    ("cases:transfer", "Pass the record to another team", "While nobody leads in it"),
    ("cases:closure-new", "End the work with a child", "What the family was told, and the way back"),
)


@dataclass(frozen=True)
class Way:
    """A next step somebody may take from here."""

    href: str
    text: str
    says: str


@dataclass(frozen=True)
class OpenStep:
    """Something that has begun and is not over. `pages` are the names it is about, each with its page or ""."""

    what: str
    since: str
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Stands:
    """The page *Where things stand*."""

    children: tuple[ChildCard, ...]
    due: tuple[DueLine, ...]
    steps: tuple[OpenStep, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class LateWork:
    """A piece of work that is late, as the pages of its exception say it."""

    what: str
    who: str
    due: str
    because: tuple[str, ...]
    is_late: bool


def where_things_stand(case: Case, user: User, on: date) -> Stands:
    """All of the page. Five queries, however many children."""
    ahead = ahead_of(case.pk, on)
    children = children_of(case, on, ahead)
    names = {child.pk: child.first_name for child in children}
    return Stands(
        children=children,
        due=lines(case.pk, ahead.running, names, on, exceptions_of(case.pk)),
        steps=tuple(open_steps(case.pk, names)),
        ways=ways_from(case, user, is_led=any(child.lead for child in children)),
    )


def late_work(clock: Clock, on: date) -> LateWork:
    """What the clock's piece of work is, for whom it is late, and why. Two queries."""
    late = list(Clock.objects.overdue_with(clock, on))
    rule = BY_CODE[clock.rule]
    return LateWork(
        what=work_of(rule).text,
        who=in_a_row(list(dict.fromkeys(each.child.first_name for each in late))),
        due=day_in_words(late[0].due_on if late else clock.due_on),
        because=tuple(dict.fromkeys(because_in_words(each) for each in ClockException.objects.to(late))),
        is_late=bool(late),
    )


def ways_from(case: Case, user: User, *, is_led: bool) -> tuple[Way, ...]:
    """The pages of `WAYS` that exist and that this person may use. A record is passed on only before anybody leads."""
    return tuple(
        Way(reverse(name, args=[case.pk]), text, says)
        for name, text, says in WAYS
        if (needed := _needed(name)) and may(user, needed) and not (is_led and name == "cases:transfer")
    )


@lru_cache
def _needed(name: str) -> Permission | None:
    """The permission a page of a record asks for; None while there is no such page."""
    try:
        return getattr(resolve(reverse(name, args=[1])).func, "needs", None)
    except NoReverseMatch:
        return None


def open_steps(case_pk: int, names: dict[int, str]) -> Iterable[OpenStep]:
    """What has begun and is not over, the oldest first. One query."""
    found: dict[tuple[str, str, date], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for step, kind, since, pk, child in _open_rows(case_pk):
        found[step, kind, since][pk].append(names.get(child, ""))
    for (step, kind, since), rows in sorted(found.items(), key=lambda each: each[0][2]):
        what, page, before = _STEPS[step](kind)
        pages = tuple((in_a_row(who), _page(page, case_pk, pk)) for pk, who in rows.items())
        yield OpenStep(what, f"{before} {day_in_words(since)}", pages)


# What each open step is called, its page, and the word before its day.
_STEPS: dict[str, Any] = {
    "contact": lambda kind: ("Contact, not decided yet", "cases:contact", "received"),
    "referral": lambda kind: ("Referral, not decided yet", "cases:referral", "received"),
    "assessment": lambda kind: ("Assessment", "cases:assessment", "since"),
    "enquiry": lambda kind: ("Section 47 enquiry", "cases:enquiry", "since"),
    "plan": lambda kind: (PLAN_NAME[kind], "cases:plan", "since"),
    "conference": lambda kind: (CONFERENCE_KIND[kind], "cases:protection-conference", "booked for"),
    "closure": lambda kind: ("Ending the work, not decided yet", "cases:closure", "asked for"),
}


def _open_rows(case_pk: int) -> Any:
    """Step, kind, day, row and child of everything open: one UNION."""

    def rows(step: str, found: QuerySet[Any], pk: str, since: Any, kind: Any = None) -> Any:
        kind = Cast(kind, CharField()) if kind else Value("", CharField())
        said = {"step": Value(step, CharField()), "said": kind, "since": since, "row": F(pk), "who": F("child")}
        return found.filter(case=case_pk).annotate(**said).values_list("step", "said", "since", "row", "who")

    days = {"contact": TruncDate("contact__received_at"), "referral": TruncDate("referral__received_at")}
    waits = Q(conference__held_on=None, conference__called_off_on=None, conference__planned_on__isnull=False)
    first, *others = (
        rows("contact", ContactChild.objects.filter(contact__decided_at=None), "contact", days["contact"]),
        rows("referral", ReferralChild.objects.filter(referral__decided_at=None), "referral", days["referral"]),
        rows("assessment", AssessmentChild.objects.filter(ended_on=None), "assessment", F("started_on")),
        rows("enquiry", Enquiry.objects.filter(ended_on=None), "pk", F("started_on")),
        rows("plan", PlanSpell.objects.filter(ended_on=None), "pk", F("started_on"), F("basis")),
        rows(
            "conference",
            ProtectionConferenceChild.objects.filter(waits),
            "conference",
            F("conference__planned_on"),
            F("conference__kind"),
        ),
        rows("closure", ClosureChild.objects.filter(closure__decided_on=None), "closure", F("closure__asked_on")),
    )
    return first.union(*others, all=True)


def _page(name: str, case_pk: int, pk: int) -> str:
    try:
        return reverse(name, args=[case_pk, pk])
    except NoReverseMatch:
        return ""

"""What a chair or reviewing officer disputes: with whom it is, what was said, how it goes on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse

from camden.access import Role
from camden.models import User
from camden.rules.moments import day_away
from camden.rules.names import day_in_words
from cases.models import Case, ChronologyEntry, Dispute, Involvement, Member
from cases.readings.sections import Row, Section, notes, page
from cases.rules.disputing import NEXT_STAGE, STAGE_WHO
from cases.rules.planning import day_ahead

MOST = 20  # on My day

_WORK = (Involvement.Role.LEAD, Involvement.Role.LEAD_CHILD_PROTECTION)
_ABOVE = {"manager": Role.TEAM_MANAGER, "service": Role.SERVICE_MANAGER, "director": Role.SERVICE_MANAGER}
"""Whose it is to answer. What the director says, a service manager writes down: directors have no account here."""


@dataclass(frozen=True)
class Answered:
    """What somebody answered, at which stage."""

    words: str
    said: str


@dataclass(frozen=True)
class DisputeReading:
    """A dispute as its page shows it. `state` is open, answered or settled; days in words."""

    pk: int
    about: str
    child: str
    conference: int | None
    words: str
    wanted: str
    raised: str
    who: str
    """With whom it is now: "the team manager"."""
    by_day: str
    iso: str
    away: str
    is_late: bool
    answers: tuple[Answered, ...]
    settled: str
    settled_how: str
    state: str
    further: str
    """To whom it may be taken next; empty at the last step."""
    steps: tuple[tuple[str, str, str], ...]
    """Day in words, the same for machines, and what happened."""


@dataclass(frozen=True)
class ToAnswer:
    """A dispute that waits for an answer of somebody, as *My day* shows it."""

    what: str
    href: str
    family: str
    case_pk: int
    since: str


def read_dispute(dispute: Dispute, on: date) -> DisputeReading:
    """Two queries: its steps, and what was answered at each stage. `child`, `raised_by` and so on come with it."""
    entries = ChronologyEntry.objects.filter(
        case=dispute.case_id, kind=ChronologyEntry.Kind.DISPUTE, subject_id=dispute.pk
    ).order_by("happened_on", "pk")
    settled = f"Settled {day_in_words(dispute.settled_on)}" if dispute.settled_on else ""
    is_open = not dispute.settled_on and not dispute.answered_on
    return DisputeReading(
        pk=dispute.pk,
        about=dispute.about,
        child=dispute.child.name if dispute.child else "",
        conference=dispute.conference_id,
        words=dispute.words,
        wanted=dispute.wanted,
        raised=f"{dispute.raised_by.name}, {day_in_words(dispute.raised_on)}",
        who=STAGE_WHO[dispute.stage],
        by_day=day_in_words(dispute.answer_by_on),
        iso=dispute.answer_by_on.isoformat(),
        away=day_away(dispute.answer_by_on, on),
        is_late=is_open and dispute.answer_by_on < on,
        answers=_answers(dispute),
        settled=settled,
        settled_how=dispute.settled_how,
        state="settled" if settled else "answered" if dispute.answered_on else "open",
        further=STAGE_WHO.get(NEXT_STAGE.get(dispute.stage, ""), ""),
        steps=tuple((day_in_words(e.happened_on), e.happened_on.isoformat(), e.summary) for e in entries),
    )


def is_with(dispute: Dispute, user: User) -> bool:
    """Whether this person is who answers it now. One query."""
    return Dispute.objects.filter(_with(user), pk=dispute.pk).exists()


def waiting_for(user: User) -> Any:
    """The question for disputes that wait for this person's answer, the soonest first; `to_answer` reads its rows."""
    waiting: Any = Dispute.objects.visible_to(user).filter(_with(user), answered_on=None, settled_on=None)
    says = JSONObject(pk="pk", case="case_id", family="case__name", who="raised_by__name", about="about",
                      by="answer_by_on")  # fmt: skip
    return waiting.order_by("answer_by_on", "pk").values(says=says)[:MOST]


def to_answer(rows: Iterable[Mapping[str, Any]], on: date) -> tuple[ToAnswer, ...]:
    """Rows of `waiting_for` as lines of *My day*. No query."""
    return tuple(
        ToAnswer(
            what=f"Answer what {row['who']} raised: {row['about']}",
            href=reverse("cases:dispute", args=[row["case"], row["pk"]]),
            family=row["family"],
            case_pk=row["case"],
            since=f"by {day_ahead(date.fromisoformat(row['by']), on)}",
        )
        for row in rows
    )


def disputes_of(case: Case, child: Member | None = None, *, only_open: bool = False) -> "QuerySet[Dispute]":
    """What was raised about a family or a child: open first, the newest first."""
    found = Dispute.objects.filter(case=case).select_related("child", "raised_by", "conference", "answered_by")
    if child:
        found = found.filter(Q(child=child) | Q(child=None))
    if only_open:
        found = found.filter(settled_on=None)
    return found.order_by(F("settled_on").desc(nulls_first=True), "-raised_on", "-pk")


def section_of(case: Case, disputes: Iterable[Dispute], on: date) -> Section:
    """Those that are not settled, as a section of a tab; `way` leads to all of them. No query."""
    return Section(
        "Raised by a chair or reviewing officer",
        tuple(_row(each, on) for each in disputes),
        "Nothing is raised and open",
        "What a chair or reviewing officer does not leave as it is stands here until it is settled.",
        ("All that was raised", page("cases:disputes", case.pk)),
    )


def _row(each: Dispute, on: date) -> Row:
    late = not each.answered_on and not each.settled_on and each.answer_by_on < on
    if each.settled_on:
        tag, kind = "Settled", "green"
    elif each.answered_on:
        tag, kind = "Answered", "blue"
    else:
        tag, kind = ("Late", "red") if late else ("Waits for an answer", "amber")
    asked = f"With {STAGE_WHO[each.stage]}, answer by {day_in_words(each.answer_by_on)}"
    return Row(
        each.about,
        each.get_absolute_url(),
        notes(
            f"{each.raised_by.name}, {day_in_words(each.raised_on)}" + (f", about {each.child}" if each.child else ""),
            f"Settled {day_in_words(each.settled_on)}" if each.settled_on else asked,
        ),
        tag,
        kind,
    )


def _with(user: User) -> Q:
    here = Involvement.objects.filter(case=OuterRef("case"), worker=user, ended_on=None, role__in=_WORK)
    works = Exists(here.filter(child=OuterRef("child"))) | (Q(child=None) & Exists(here))
    found = Q(stage="worker") & Q(works)
    for stage, role in _ABOVE.items():
        found |= Q(stage=stage, case__team_ids__overlap=user.team_ids_as(role))
    return found


def _answers(dispute: Dispute) -> tuple[Answered, ...]:
    """Each answer there was, from the history of the row: one that was taken further is not lost."""
    events: Any = Dispute.pgh_event_model  # type: ignore[attr-defined]
    rows = events.objects.filter(pgh_obj=dispute.pk, case=dispute.case_id).exclude(answer="")
    said = rows.order_by("pgh_id").values_list("answer", "answered_on", "answered_by__name", "stage")
    return tuple(
        Answered(answer, f"{who}, {day_in_words(day)}, for {STAGE_WHO[stage]}" if stage == "director"
                 else f"{who}, {day_in_words(day)}")
        for answer, day, who, stage in dict.fromkeys(said)
    )  # fmt: skip

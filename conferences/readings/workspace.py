"""A conference as its page shows it: to its coordinator all, to the family's workers without how to reach people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from camden.rules.names import day_in_words
from cases.rules.visits import in_a_row
from conferences.models import (
    AgencyAnswer,
    Brief,
    ConferenceChild,
    ConferenceStage,
    FamilyAnswer,
    FamilyConference,
    FamilyMeeting,
    Invitee,
)
from conferences.rules.network import who_else
from conferences.rules.stages import Stage


@dataclass(frozen=True)
class Line:
    """One line of a list: what stands first, what after it, and a mark with its colour."""

    title: str
    text: str = ""
    mark: str = ""
    mark_kind: str = ""


@dataclass(frozen=True)
class InviteeLine:
    """Somebody who may come. The last three are the coordinator's alone, and empty for anybody else."""

    pk: int
    name: str
    tie: str
    answer: str
    answer_kind: str
    reach: str
    safe_contact: str
    taking_part: str


@dataclass(frozen=True)
class SideLines:
    """People of one side of the family, or the professionals."""

    label: str
    people: tuple[InviteeLine, ...]


@dataclass(frozen=True)
class BriefReading:
    """What was written down at the referral."""

    reason: str
    questions: tuple[str, ...]
    bottom_lines: str
    safe_for: str
    """The children's names, for "What must happen for … to be safe"."""
    safety_facts: str
    shared: str
    shared_by: str
    arrangements: str
    childrens_views: str


@dataclass(frozen=True)
class MeetingReading:
    """When the family met, and the two times of its time alone; each empty when not said."""

    day: str
    place: str
    private: str


@dataclass(frozen=True)
class AnswerReading:
    """What the agency answered to a plan, in words the family reads."""

    answer: str
    words: str
    who: str
    day: str
    kind: str


@dataclass(frozen=True)
class ConferencePage:
    """All of a conference's page."""

    title: str
    children: tuple[Line, ...]
    stage: Stage
    since: str
    referred: str
    coordinator: str
    before_proceedings: str
    brief: BriefReading
    answers: tuple[Line, ...]
    sides: tuple[SideLines, ...]
    who_else: tuple[str, ...]
    meetings: tuple[MeetingReading, ...]
    agency: tuple[AnswerReading, ...]
    trail: tuple[Line, ...]
    mandate: Line | None
    has_plan: bool
    is_agreed: bool
    given: str
    """Since when the plan waits for an answer; empty when none does."""


_ANSWER_KINDS = {"coming": "green", "another-way": "blue", "not-invited": "amber"}
_AGENCY_KINDS = {"agreed": "green", "awaiting": "blue", "not-safe": "amber"}


def read_conference(conference: FamilyConference, *, convenes: bool) -> ConferencePage:
    """Six queries, however many people. `convenes`: whoever asks may know how to reach people."""
    children = list(ConferenceChild.objects.filter(conference=conference).order_by("pk"))
    names = in_a_row([child.first_name for child in children])
    sides, missing = _people(conference, convenes)
    trail = list(ConferenceStage.objects.filter(conference=conference).select_related("said_by").order_by("-pk"))
    return ConferencePage(
        title=names,
        children=tuple(Line(child.first_name, child.age) for child in children),
        stage=Stage(trail[0].stage),
        since=day_in_words(trail[0].happened_on),
        referred=f"{conference.referred_by.name}, {day_in_words(conference.referred_on)}",
        coordinator=conference.coordinator.name if conference.coordinator else "",
        before_proceedings=_before_proceedings(conference.before_proceedings),
        brief=_brief(conference.brief, names),
        answers=tuple(
            Line(answer.who, answer.tie, f"{answer.get_answer_display()}, {day_in_words(answer.asked_on)}")
            for answer in FamilyAnswer.objects.filter(conference=conference).order_by("pk")
        ),
        sides=sides,
        who_else=missing,
        meetings=meetings_of(conference),
        agency=agency_answers(conference),
        trail=tuple(
            Line(Stage(step.stage).label, step.reason, f"{day_in_words(step.happened_on)}, {step.said_by.name}")
            for step in trail
        ),
        mandate=None if convenes else _mandate(conference),
        has_plan=hasattr(conference, "plan"),
        is_agreed=any(step.stage == Stage.PLAN_AGREED for step in trail),
        given=day_in_words(conference.plan_given_on) if conference.plan_given_on else "",
    )


def meetings_of(conference: FamilyConference) -> tuple[MeetingReading, ...]:
    """The days the family met, the last first. One query."""
    found = FamilyMeeting.objects.filter(conference=conference).order_by("-held_on")
    return tuple(MeetingReading(day_in_words(m.held_on), m.place, _private(m)) for m in found)


def agency_answers(conference: FamilyConference) -> tuple[AnswerReading, ...]:
    """What the agency answered, the last first. One query."""
    found = AgencyAnswer.objects.filter(conference=conference).select_related("answered_by", "decided_by")
    return tuple(
        AnswerReading(
            answer=answer.get_answer_display(),
            words=answer.words,
            who=answer.decided_by.name if answer.decided_by else answer.answered_by.name,
            day=day_in_words(answer.answered_on),
            kind=_AGENCY_KINDS[answer.answer],
        )
        for answer in found.order_by("-pk")
    )


def questions_of(brief: Brief) -> tuple[str, ...]:
    """The family's questions, one a line; one that always fits when none was written."""
    lines = tuple(line.strip(" -•\t")[:500] for line in brief.questions.splitlines() if line.strip(" -•\t"))
    return lines or ("What will we do, and who will do it?",)


def _brief(brief: Brief, names: str) -> BriefReading:
    agreed_on = day_in_words(brief.shared_agreed_on) if brief.shared_agreed_on else ""
    return BriefReading(
        reason=brief.reason,
        questions=questions_of(brief),
        bottom_lines=brief.bottom_lines,
        safe_for=names,
        safety_facts=brief.safety_facts,
        shared=brief.shared,
        shared_by=f"{brief.shared_agreed_by} agreed, {agreed_on}" if agreed_on else "",
        arrangements=brief.arrangements,
        childrens_views=brief.childrens_views,
    )


def _before_proceedings(said: bool | None) -> str:
    if said is None:
        return ""
    return "Offered before going to court" if said else "Not before court"


def _private(meeting: FamilyMeeting) -> str:
    if meeting.private_from is None:
        return ""
    until = f" until {meeting.private_until:%H:%M}" if meeting.private_until else ""
    return f"from {meeting.private_from:%H:%M}{until}"


def _people(conference: FamilyConference, convenes: bool) -> tuple[tuple[SideLines, ...], tuple[str, ...]]:
    found = list(Invitee.objects.filter(conference=conference).order_by("pk"))
    close = [i for i in found if i.kind != Invitee.Kind.PROFESSIONAL]
    sides = [SideLines(side.label, _lines([i for i in close if i.side == side], convenes)) for side in Invitee.Side]
    brings = [i for i in found if i.kind == Invitee.Kind.PROFESSIONAL]
    sides.append(SideLines("Professionals who bring information", _lines(brings, convenes)))
    counts = {side: sum(i.side == side for i in close) for side in Invitee.Side}
    asked = who_else(counts[Invitee.Side.MOTHER], counts[Invitee.Side.FATHER]) if found else []
    return tuple(side for side in sides if side.people), tuple(asked)


def _lines(found: Sequence[Invitee], convenes: bool) -> tuple[InviteeLine, ...]:
    return tuple(
        InviteeLine(
            pk=one.pk,
            name=one.name,
            tie=one.tie,
            answer=one.get_answer_display(),
            answer_kind=_ANSWER_KINDS.get(one.answer, ""),
            reach=one.reach if convenes else "",
            safe_contact=one.safe_contact if convenes else "",
            taking_part=one.taking_part if convenes else "",
        )
        for one in found
    )


def _mandate(conference: FamilyConference) -> Line | None:
    """As the lookup brought it along."""
    said = conference.mandate_words  # type: ignore[attr-defined]
    by, on = conference.mandate_by, conference.mandate_on  # type: ignore[attr-defined]
    return Line(said or "what its page lists.", f"{by}, {day_in_words(on)}") if by else None


def met_on(conference: FamilyConference) -> date | None:
    """The last day the family met. One query."""
    days = FamilyMeeting.objects.filter(conference=conference).order_by("-held_on")
    return days.values_list("held_on", flat=True).first()

"""A conference as its overview shows it: to its coordinator, and to the family's workers without the preparation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    MustHave,
)
from conferences.readings.clocks import ClockLine, clocks_of
from conferences.readings.danger import DangerLine, dangers_of
from conferences.readings.safety import Safety, read_safety
from conferences.readings.there import asked_of, said_last
from conferences.rules.consent import FACT_SAYS, TO_AGREE_TO, Answer, Asked, Fact, Person
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
class SideShort:
    """The people of one side in short: key, name, and what they said. The coordinator's alone."""

    label: str
    people: tuple[tuple[int, str, str], ...]


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
    """All of a conference's page. `sides` and the time alone of `meetings` are the coordinator's, and empty else."""

    title: str
    children: tuple[Line, ...]
    stage: Stage
    since: str
    why: str
    """Why it stands there, as whoever said so wrote it; empty where nobody had to."""
    referred: str
    coordinator: str
    before_proceedings: str
    planned: str
    safety: Safety
    clocks: tuple[ClockLine, ...]
    brief: BriefReading | None
    answers: tuple[Line, ...]
    shared: tuple[Line, ...]
    must_haves: tuple[str, ...]
    sides: tuple[SideShort, ...]
    who_else: tuple[str, ...]
    meetings: tuple[MeetingReading, ...]
    agency: tuple[AnswerReading, ...]
    trail: tuple[Line, ...]
    mandate: Line | None
    has_plan: bool
    is_agreed: bool
    given: str
    """Since when the plan waits for an answer; empty when none does."""
    dangers: tuple[DangerLine, ...]


_OF_THEM = {
    Fact.REACH: "how to reach them",
    Fact.LANGUAGE: "their language, their faith, what they need to take part",
    Fact.HEALTH: "their health",
}
"""What somebody agreed to share, said of them; the question says it to them."""
_AGENCY_KINDS = {"agreed": "green", "awaiting": "blue", "not-safe": "amber"}


def read_conference(conference: FamilyConference, on: date) -> ConferencePage:
    """Twelve queries, however many people; one more for the coordinator, who alone has the preparation."""
    children = list(ConferenceChild.objects.filter(conference=conference).order_by("pk"))
    names = in_a_row([child.first_name for child in children])
    trail = list(ConferenceStage.objects.filter(conference=conference).select_related("said_by").order_by("pk"))
    people, asked, ties = asked_of(conference, children)
    convenes = conference.is_convened  # type: ignore[attr-defined]
    brief = getattr(conference, "brief", None)
    sides, missing = _sides(conference) if convenes else ((), ())
    listed = MustHave.objects.filter(conference=conference, ended_on=None).order_by("place")
    must_haves = tuple(listed.values_list("words", flat=True))
    return ConferencePage(
        title=names,
        children=tuple(Line(child.first_name, child.age) for child in children),
        stage=Stage(trail[-1].stage),
        since=day_in_words(trail[-1].happened_on),
        why=trail[-1].reason,
        referred=f"{conference.referred_by.name}, {day_in_words(conference.referred_on)}",
        coordinator=conference.coordinator.name if conference.coordinator else "",
        before_proceedings=_before_proceedings(conference.before_proceedings),
        planned="" if _has_met(trail) else _planned(conference, on),
        safety=read_safety(conference, on, people, asked),
        clocks=clocks_of(conference, trail, on),
        brief=_brief(brief, names, must_haves) if brief else None,
        answers=tuple(
            Line(person.name, ties[person.key], f"{FamilyAnswer.Answer(said.answer).label}, {day_in_words(said.on)}")
            for person, said in said_last(people, asked)
        ),
        shared=_shared(people, asked),
        must_haves=must_haves,
        sides=sides,
        who_else=missing,
        meetings=tuple(each if convenes else replace(each, private="") for each in meetings_of(conference)),
        agency=agency_answers(conference),
        trail=tuple(
            Line(Stage(step.stage).label, step.reason, f"{day_in_words(step.happened_on)}, {step.said_by.name}")
            for step in reversed(trail)
        ),
        mandate=None if convenes else _mandate(conference),
        has_plan=hasattr(conference, "plan"),
        is_agreed=any(step.stage == Stage.PLAN_AGREED for step in trail),
        given=day_in_words(conference.plan_given_on) if conference.plan_given_on else "",
        dangers=dangers_of(conference),
    )  # fmt: skip


def _has_met(trail: Sequence[ConferenceStage]) -> bool:
    """Whether the family met after it was last prepared: the day that was planned is no news then."""
    found = [step.stage for step in trail if step.stage in (Stage.PREPARING, Stage.READY, Stage.HELD)]
    return bool(found) and found[-1] == Stage.HELD


def _planned(conference: FamilyConference, on: date) -> str:
    """When and where the family will meet, until it has."""
    if conference.planned_on is None or conference.planned_on < on:
        return ""
    at = f", {conference.starts:%H:%M}" if conference.starts else ""
    where = f", {conference.place}" if conference.place else ""
    return f"{day_in_words(conference.planned_on)}{at}{where}"


def _shared(people: Sequence[Person], asked: Sequence[Asked]) -> tuple[Line, ...]:
    """What each agreed to share when they were asked last. Somebody who said no shares nothing."""
    return tuple(
        Line(
            person.name, in_a_row([_OF_THEM.get(fact, FACT_SAYS[fact]) for fact in TO_AGREE_TO if fact in said.shares])
        )
        for person, said in said_last(people, asked)
        if said.shares and said.answer is not Answer.NO
    )


def _sides(conference: FamilyConference) -> tuple[tuple[SideShort, ...], tuple[str, ...]]:
    """Who may come by side, and a gentle question for each side with hardly anybody. One query."""
    found = list(Invitee.objects.filter(conference=conference).order_by("pk"))
    close = [one for one in found if one.kind != Invitee.Kind.PROFESSIONAL]
    sides = [(side.label, [one for one in close if one.side == side]) for side in Invitee.Side]
    sides.append(("Professionals who bring information", [one for one in found if one not in close]))
    counts = {side: sum(one.side == side for one in close) for side in Invitee.Side}
    asked = who_else(counts[Invitee.Side.MOTHER], counts[Invitee.Side.FATHER]) if found else []
    lines = tuple(
        SideShort(label, tuple((one.pk, one.name, one.get_answer_display().lower()) for one in people))
        for label, people in sides
        if people
    )
    return lines, tuple(asked)


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


def _brief(brief: Brief, names: str, must_haves: Sequence[str]) -> BriefReading:
    """What stands in the list of what must happen is not said a second time."""
    agreed_on = day_in_words(brief.shared_agreed_on) if brief.shared_agreed_on else ""
    said = {line.strip() for line in brief.bottom_lines.splitlines() if line.strip()}
    return BriefReading(
        reason=brief.reason,
        questions=questions_of(brief),
        bottom_lines="" if said <= set(must_haves) else brief.bottom_lines,
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


def _mandate(conference: FamilyConference) -> Line | None:
    """As the lookup brought it along."""
    said = conference.mandate_words  # type: ignore[attr-defined]
    by, on = conference.mandate_by, conference.mandate_on  # type: ignore[attr-defined]
    return Line(said or "what its page lists.", f"{by}, {day_in_words(on)}") if by else None


def met_on(conference: FamilyConference) -> date | None:
    """The last day the family met. One query."""
    days = FamilyMeeting.objects.filter(conference=conference).order_by("-held_on")
    return days.values_list("held_on", flat=True).first()

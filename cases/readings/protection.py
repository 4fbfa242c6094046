"""What the pages of child protection show: strategy discussions, enquiries, conferences, and what is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from camden.rules.moments import clock, day_here
from camden.rules.names import day_in_words, initials
from cases.models import (
    Case,
    ChronologyEntry,
    Enquiry,
    Member,
    Milestone,
    PlanSpell,
    ProtectionConference,
    ProtectionConferenceChild,
    StrategyDiscussion,
)
from cases.rules.codesets import ABUSE_CATEGORY, in_a_sentence
from cases.rules.enquiries import LEADS_TO_A_CONFERENCE, Stage, parts_of_findings, stage_of
from cases.rules.journey import AGENCY, CONFERENCE_OUTCOME, PARTICIPATION
from cases.rules.milestones import words_of
from cases.rules.protection import (
    REVIEW,
    initial_by,
    is_quorate,
    is_under_four,
    limit_in_words,
    missing_from_strategy,
    outcomes_for,
    review_by,
    ways_to_take_part,
)
from cases.rules.visits import in_a_row


@dataclass(frozen=True)
class ChildLine:
    """A child on one of these pages: key, name, initials, and what is said of them; `enquiry` is a key or None."""

    pk: int
    name: str
    initials: str
    note: str
    enquiry: int | None = None


@dataclass(frozen=True)
class StrategyPage:
    """A strategy discussion as its page shows it. `missing` names agencies that are usually there."""

    held: str
    cause: str
    agencies: str
    missing: str
    joint: str
    decided_by: str
    recorded_by: str
    words: tuple[tuple[str, str], ...]
    children: tuple[ChildLine, ...]


@dataclass(frozen=True)
class EnquiryPage:
    """An enquiry as its page shows it. `happened` is its own story: (day, sentence), the newest first."""

    pk: int
    child: ChildLine
    stage: Stage
    began: str
    strategy: int | None
    outcome: str
    findings: str
    why_no_conference: str
    concluded: str
    not_required: str
    not_required_why: str
    ended: str
    conference_by: str
    happened: tuple[tuple[str, str], ...]

    @property
    def kind(self) -> str:
        """The colour of its tag."""
        return {Stage.OPEN: "blue", Stage.CONCLUDED: "amber"}.get(self.stage, "green")


@dataclass(frozen=True)
class ChildAtConference:
    """A child of a conference: what can be decided about them, and how they may have taken part, as (code, words)."""

    child: Member
    pk: int
    name: str
    title: str
    has_plan: bool
    is_born: bool
    """A child who is not is asked neither how they took part nor what they say."""
    voice_hint: str
    outcomes: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ChildDecided:
    """What a conference decided for one child, in words; their views and who saw it differently."""

    pk: int
    name: str
    initials: str
    outcome: str
    category: str
    participation: str
    views: str
    dissent: str
    plan: int | None = None
    """The key of the plan that began with this decision."""


@dataclass(frozen=True)
class ConferencePage:
    """A conference as its page shows it. `state` is planned, held or off."""

    pk: int
    kind: str
    day: str
    state: str
    chair: str
    booked: str
    agencies: str
    is_quorate: bool
    contingency: str
    called_off: str
    children: tuple[ChildDecided, ...]
    papers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class MilestonePage:
    """A dated fact as its page shows it. `struck` says who took it back and when, or nothing."""

    pk: int
    words: str
    child: ChildLine
    when: str
    note: str
    recorded_by: str
    struck: str
    struck_why: str


def read_strategy(discussion: StrategyDiscussion) -> StrategyPage:
    """A strategy discussion with its children and the enquiries it began. Two queries."""
    enquiries = dict(discussion.enquiries.values_list("child", "pk"))
    parts = discussion.parts.select_related("child").order_by("child__born_on", "child__pk")
    told = (
        ("What each of them shared", discussion.shared),
        ("What was decided, and why", discussion.decision),
        ("What keeps the children safe tonight", discussion.safety_tonight),
        ("Who tells the parents, and when", discussion.telling_parents),
    )
    joint = {True: "Joint with the police", False: "Children’s social care alone"}
    return StrategyPage(
        held=moment_in_words(discussion.held_at),
        cause=moment_in_words(discussion.cause_at),
        agencies=_agencies(discussion.agencies),
        missing=in_a_row(missing_from_strategy(discussion.agencies)),
        joint=joint.get(discussion.is_joint, "") if discussion.is_joint is not None else "",
        decided_by=discussion.decided_by.name if discussion.decided_by else "",
        recorded_by=discussion.recorded_by.name if discussion.recorded_by else "",
        words=tuple((question, words) for question, words in told if words),
        children=tuple(
            _line(part.child, "Enquiry begun" if part.is_enquired else "No new enquiry", enquiries.get(part.child_id))
            for part in parts
        ),
    )


def read_enquiry(enquiry: Enquiry) -> EnquiryPage:
    """One child's enquiry, with its own story. One query; `child`, `concluded_by` and the like come with the row."""
    found, why = parts_of_findings(enquiry.findings)
    entries = ChronologyEntry.objects.filter(
        case=enquiry.case, kind=ChronologyEntry.Kind.ENQUIRY, subject_id=enquiry.pk
    ).order_by("-happened_on", "-pk")
    needs_conference = enquiry.outcome in ("", LEADS_TO_A_CONFERENCE) and not enquiry.not_required_on
    return EnquiryPage(
        pk=enquiry.pk,
        child=_line(enquiry.child, ""),
        stage=stage_of(enquiry.concluded_on, enquiry.ended_on),
        began=day_in_words(enquiry.started_on),
        strategy=enquiry.strategy_id,
        outcome=enquiry.get_outcome_display() if enquiry.outcome else "",
        findings=found,
        why_no_conference=why,
        concluded=_by(enquiry.concluded_by, enquiry.concluded_on),
        not_required=_by(enquiry.not_required_by, enquiry.not_required_on),
        not_required_why=enquiry.not_required_why,
        ended=_by(enquiry.ended_by, enquiry.ended_on),
        conference_by=_long_day(initial_by(enquiry.started_on)) if needs_conference else "",
        happened=tuple((day_in_words(entry.happened_on), entry.summary) for entry in entries),
    )


def read_conference(conference: ProtectionConference) -> ConferencePage:
    """A conference with what it decided for each child. Two queries."""
    plans = dict(conference.plans.values_list("child", "pk")) if conference.held_on else {}
    parts = conference.parts.select_related("child").order_by("child__born_on", "child__pk")
    state = "held" if conference.held_on else "off" if conference.called_off_on else "planned"
    day = conference.held_on or conference.planned_on
    off = f"{day_in_words(conference.called_off_on)}: {conference.called_off_why}" if conference.called_off_on else ""
    return ConferencePage(
        pk=conference.pk,
        kind=conference.get_kind_display(),
        day=_long_day(day) if day else "",
        state=state,
        chair=conference.chair.name if conference.chair else "",
        booked=day_in_words(conference.booked_on) if conference.booked_on else "",
        agencies=_agencies(conference.agencies),
        is_quorate=is_quorate(conference.agencies),
        contingency=conference.contingency,
        called_off=off,
        children=tuple(_decided(part, plans.get(part.child_id)) for part in parts),
        papers=tuple(
            (label, day_in_words(sent) if sent else "Not yet")
            for label, sent, is_due in (
                ("Report shared with the family", conference.report_shared_on, True),
                ("Decisions and outline plan sent", conference.decisions_sent_on, state == "held"),
                ("Record of the conference sent", conference.record_sent_on, state == "held"),
            )
            if is_due or sent
        ),
    )


def children_at(conference: ProtectionConference, on: date) -> tuple[ChildAtConference, ...]:
    """The children of a conference and what can be decided about each. Two queries. `on` is today.

    "Under four" is offered to a child who was, on the day the conference was planned for.
    """
    plans = PlanSpell.objects.filter(case=conference.case, basis="protection", ended_on=None)
    planned = set(plans.values_list("child", flat=True))
    day = min(filter(None, (conference.planned_on, on)))
    parts = conference.parts.select_related("child").order_by("child__born_on", "child__pk")
    return tuple(_at_conference(conference, part.child, day, part.child_id in planned) for part in parts)


def limit_for_booking(case: Case) -> str:
    """By when the next conference is to be held, in words, for each group of children. Three queries."""
    parts = ProtectionConferenceChild.objects.filter(case=case, conference__held_on__isnull=False)
    columns = ("child", "conference__kind", "conference__held_on")
    held = list(parts.order_by("conference__held_on").values_list(*columns))
    said = [*_initial_limits(case, held), *_review_limits(case, held)]
    return " ".join(said) or "Not on a Saturday or Sunday."


def read_milestone(fact: Milestone) -> MilestonePage:
    """One dated fact. No query: `child`, `recorded_by` and `struck_by` come with the row."""
    when = moment_in_words(fact.happened_at) if fact.happened_at else day_in_words(fact.happened_on)
    return MilestonePage(
        pk=fact.pk,
        words=words_of(fact.kind, fact.note),
        child=_line(fact.child, ""),
        when=when,
        note=fact.note,
        recorded_by=fact.recorded_by.name if fact.recorded_by else "",
        struck=_by(fact.struck_by, fact.struck_on),
        struck_why=fact.struck_why,
    )


def moment_in_words(moment: datetime) -> str:
    """A moment with its day: "3 November 2026 at 14:05"."""
    return f"{day_in_words(day_here(moment))} at {clock(moment)}"


_Held = Sequence[tuple[int, str, date | None]]
"""Conferences that were held, the first one first: child, kind, day."""


def _initial_limits(case: Case, held: _Held) -> list[str]:
    """Initial conferences that enquiries lead to and that have not been held."""
    waiting = Enquiry.objects.filter(case=case, not_required_on=None, outcome__in=["", LEADS_TO_A_CONFERENCE])
    waiting = waiting.select_related("child").order_by("started_on", "child__born_on", "child__pk")
    found: dict[date, list[str]] = {}
    for enquiry in waiting:
        was_held = any(child == enquiry.child_id and day >= enquiry.started_on for child, _, day in held if day)
        if not was_held and (enquiry.ended_on is None or enquiry.outcome == LEADS_TO_A_CONFERENCE):
            found.setdefault(initial_by(enquiry.started_on), []).append(enquiry.child.first_name)
    after = f"{limit_in_words('CP4')} after the strategy discussion"
    return [f"For {in_a_row(names)} by {_long_day(day)}, {after}." for day, names in found.items()]


def _review_limits(case: Case, held: _Held) -> list[str]:
    """Reviews of plans that run."""
    plans = PlanSpell.objects.filter(case=case, basis="protection", ended_on=None).select_related("child")
    last = {child: day for child, kind, day in held if kind == REVIEW}
    found: dict[date, list[str]] = {}
    for plan in plans.order_by("child__born_on", "child__pk"):
        reviewed = last.get(plan.child_id)
        day = review_by(plan.started_on, reviewed if reviewed and reviewed >= plan.started_on else None)
        found.setdefault(day, []).append(plan.child.first_name)
    return [f"A review for {in_a_row(names)} by {_long_day(day)}." for day, names in found.items()]


def _at_conference(conference: ProtectionConference, child: Member, day: date, has_plan: bool) -> ChildAtConference:
    young = is_under_four(child.born_on, day)
    age = child.age(day)
    return ChildAtConference(
        child=child,
        pk=child.pk,
        name=child.first_name,
        title=f"{child.first_name}, {age}" if age else child.first_name,
        has_plan=has_plan,
        is_born=child.expected_on is None,
        voice_hint="What they showed, if they do not speak yet." if young else "In their own words.",
        outcomes=tuple(outcomes_for(conference.kind, has_plan=has_plan)),
        ways=tuple(ways_to_take_part(child.born_on, day)),
    )


def _decided(part: ProtectionConferenceChild, plan: int | None) -> ChildDecided:
    return ChildDecided(
        pk=part.child_id,
        name=part.child.name,
        initials=initials(part.child.name),
        outcome=CONFERENCE_OUTCOME.get(part.outcome, ""),
        category=ABUSE_CATEGORY.get(part.category, ""),
        participation=PARTICIPATION.get(part.participation, ""),
        views=part.views,
        dissent=part.dissent,
        plan=plan,
    )


def _line(child: Member, note: str, enquiry: int | None = None) -> ChildLine:
    return ChildLine(child.pk, child.name, initials(child.name), note, enquiry)


def _agencies(codes: Sequence[str]) -> str:
    there = [AGENCY[code] for code in AGENCY if code in codes]
    return in_a_row([name if number == 0 else in_a_sentence(name) for number, name in enumerate(there)])


def _by(person: object, day: date | None) -> str:
    if day is None:
        return ""
    return f"{person}, {day_in_words(day)}" if person else day_in_words(day)


def _long_day(day: date) -> str:
    return f"{day:%A} {day_in_words(day)}"

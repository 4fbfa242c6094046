"""Plans, the meetings about them and steps up and down, as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from camden.models import User
from camden.rules.dates import Unit
from camden.rules.names import day_in_words, initials
from cases.models import (
    Action,
    Case,
    ChronologyEntry,
    Involvement,
    Member,
    PlanMeeting,
    PlanSpell,
    ThresholdMove,
)
from cases.readings.assessments import kept_rule
from cases.readings.registered import unregistered_worker
from cases.rules.codesets import ABUSE_CATEGORY
from cases.rules.helping import (
    ENDINGS,
    MEETING_OF,
    VISITS,
    every_in_words,
    is_down,
    looked_at_again_on,
    plan_name,
)
from cases.rules.journey import MEETING_KIND, PLAN_NAME
from cases.rules.visits import in_a_row

AGREED = ". Agreed: "
"""What stands between what began and who agreed to it, on the timeline."""


@dataclass(frozen=True)
class PlanChild:
    """A child with the plan, from a day until a day; `ended` says when and why, or is empty."""

    spell: int
    pk: int
    name: str
    first_name: str
    initials: str
    visits: str
    ended: str


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in a list."""

    pk: int
    day: str
    iso: str
    kind: str
    sent: str


@dataclass(frozen=True)
class PlanReading:
    """A plan of the children it began for together. Texts are empty when there is nothing to say."""

    pk: int
    name: str
    basis: str
    names: str
    began: str
    began_iso: str
    how: str
    """Who in the family agreed, and how."""
    categories: str
    conference: int | None
    is_running: bool
    most: int | None
    """The timescale of visits in working days; none under help by agreement."""
    children: tuple[PlanChild, ...]
    meeting_kind: str
    meeting_name: str
    meetings: tuple[MeetingLine, ...]
    only_ends: str
    """For a child protection plan: how alone it ends."""


@dataclass(frozen=True)
class MeetingReading:
    """A meeting: what was said, what was agreed, when the record was sent."""

    pk: int
    kind: str
    day: str
    iso: str
    names: str
    writer: str
    who_came: str
    words: str
    familys_words: str
    agreed: tuple[tuple[int, str, str], ...]
    """Key, what, and by whom until when."""
    sent: str


@dataclass(frozen=True)
class MoveReading:
    """A step up or down in words. `again` is when a step down is looked at again, or empty."""

    pk: int
    way: str
    day: str
    iso: str
    names: str
    before: str
    after: str
    driver: str
    why: str
    familys_view: str
    keeps: str
    network_plan: str
    step_up_again_if: str
    decided_by: str
    again: str
    again_iso: str
    leaves_need: bool
    """Statutory help ends with it: the closing comes next."""
    must_join: str
    is_by_agreement: bool
    """What they have from then on is help by agreement, which is theirs to end."""


def visits_at_most(basis: str, on: date) -> int | None:
    """The timescale of visits under such a plan, in working days; None when it has none. One query or none."""
    if basis not in VISITS:
        return None
    rule = kept_rule(VISITS[basis], on)
    return rule.amount if rule.unit is Unit.WORKING_DAYS else None


def together(spell: PlanSpell) -> list[PlanSpell]:
    """The plans that began with this one: of brothers and sisters, on one day. One query."""
    found = PlanSpell.objects.filter(case=spell.case_id, basis=spell.basis, started_on=spell.started_on)
    spells = list(found.select_related("child").order_by("child__born_on", "child_id"))
    for each in spells:
        each.case = spell.case
    return spells


def running_children(spell: PlanSpell) -> list[Member]:
    """The children whose plan began with this one and still runs. One query."""
    return [each.child for each in together(spell) if each.ended_on is None]


def running_bases(case: Case) -> dict[int, str]:
    """The basis of each child's running plan. One query."""
    return dict(PlanSpell.objects.filter(case=case, ended_on=None).values_list("child", "basis"))


def helped_by_agreement(case: Case, children: Iterable[Member]) -> list[Member]:
    """Those of the children who have help by agreement now. One query."""
    bases = running_bases(case)
    return [child for child in children if bases.get(child.pk) == "early-help"]


def staff_with(case: Case, user: User) -> list[User]:
    """Who may be asked to do something for this family: its present workers, and whoever writes. By name."""
    present = Involvement.objects.filter(case=case, ended_on=None, worker__is_active=True)
    people = User.objects.filter(pk__in=present.values("worker")) | User.objects.filter(pk=user.pk)
    return list(people.order_by("name", "pk"))


def read_plan(spell: PlanSpell, on: date, spells: list[PlanSpell] | None = None) -> PlanReading:
    """Four queries: the children it began with (`spells`, where they are known), how it began, its meetings, the
    timescale of visits."""
    spells = together(spell) if spells is None else spells
    most = visits_at_most(spell.basis, on)
    keys = [each.pk for each in spells]
    entry = (
        ChronologyEntry.objects.filter(
            case=spell.case_id, kind=ChronologyEntry.Kind.PLAN, subject_id__in=keys, happened_on=spell.started_on
        )
        .order_by("pk")
        .first()
    )
    kind = MEETING_OF[spell.basis]
    return PlanReading(
        pk=spell.pk,
        name=PLAN_NAME[spell.basis],
        basis=spell.basis,
        names=in_a_row([each.child.first_name for each in spells]),
        began=day_in_words(spell.started_on),
        began_iso=spell.started_on.isoformat(),
        how=entry.summary.partition(AGREED)[2] if entry else "",
        categories=_categories(spell),
        conference=spell.conference_id,
        is_running=any(each.ended_on is None for each in spells),
        most=most,
        children=tuple(_child(each, most) for each in spells),
        meeting_kind=kind,
        meeting_name=MEETING_KIND[kind],
        meetings=_meetings(spells, kind),
        only_ends=(
            "A child protection plan ends at a review conference, or because the child died, is 18 or has moved."
            if len(ENDINGS[spell.basis]) < len(ENDINGS["need"])
            else ""
        ),
    )


def read_meeting(meeting: PlanMeeting) -> MeetingReading:
    """Two queries: the children, and what was agreed there."""
    children = Member.objects.children().filter(pk__in=meeting.parts.values("child"))
    kind = MEETING_KIND[meeting.kind]
    where = f"{kind}, {meeting.held_on.day} {meeting.held_on:%B}"
    found = Action.objects.filter(case=meeting.case_id, agreed_in=where, agreed_on=meeting.held_on)
    return MeetingReading(
        pk=meeting.pk,
        kind=kind,
        day=day_in_words(meeting.held_on),
        iso=meeting.held_on.isoformat(),
        names=in_a_row([child.first_name for child in children]),
        writer=meeting.written_by.name if meeting.written_by else "",
        who_came=meeting.who_came,
        words=meeting.words,
        familys_words=meeting.familys_words,
        agreed=tuple((a.pk, a.what, _whose(a)) for a in found.select_related("keeper").order_by("pk")),
        sent=day_in_words(meeting.record_sent_on) if meeting.record_sent_on else "",
    )


def read_move(move: ThresholdMove) -> MoveReading:
    """Two queries: the children, and their lead workers with their roles."""
    children = list(Member.objects.children().filter(pk__in=move.parts.values("child")))
    is_less = is_down(move.from_basis, move.to_basis)
    again = looked_at_again_on(move.moved_on) if is_less else None
    return MoveReading(
        pk=move.pk,
        way="Step down" if is_less else "Step up",
        day=day_in_words(move.moved_on),
        iso=move.moved_on.isoformat(),
        names=in_a_row([child.first_name for child in children]),
        before=PLAN_NAME.get(move.from_basis, "No plan"),
        after=PLAN_NAME.get(move.to_basis, "No plan"),
        driver=move.get_driver_display(),
        why=move.why,
        familys_view=move.familys_view,
        keeps="They keep their lead worker" if move.keeps_worker else "The lead worker changes",
        network_plan=move.network_plan,
        step_up_again_if=move.step_up_again_if,
        decided_by=move.decided_by.name,
        again=f"{again:%A} {day_in_words(again)}" if again else "",
        again_iso=again.isoformat() if again else "",
        leaves_need=is_less and move.to_basis in ("", "early-help") and move.from_basis in ("need", "protection"),
        must_join=must_join(children) if move.to_basis == "need" else "",
        is_by_agreement=move.to_basis == "early-help",
    )


def leads_of(children: Iterable[Member]) -> list[User]:
    """The present lead workers of these children, each once. One query."""
    found = Involvement.objects.filter(child__in=[child.pk for child in children], leads_now=True)
    return list({each.worker_id: each.worker for each in found.select_related("worker").order_by("pk")}.values())


def must_join(children: Iterable[Member]) -> str:
    """Who must join statutory work, in a sentence, when a lead worker is no registered social worker. One query."""
    return leads_and_who_joins(children)[1]


def leads_and_who_joins(children: Iterable[Member]) -> tuple[list[User], str]:
    """Both of these. One query."""
    found: Any = Involvement.objects.filter(child__in=[child.pk for child in children], leads_now=True)
    rows = found.select_related("worker").annotate(is_other=unregistered_worker()).order_by("pk")
    about = {row.worker: row.is_other for row in rows}
    leads = list(about)
    names = [lead.name for lead, is_other in about.items() if is_other]
    lead = "leads" if len(names) == 1 else "lead"
    joins = f"{in_a_row(names)} {lead} and stays; a registered social worker joins for the statutory work."
    return leads, joins if names else ""


def plans_in_words(case: Case, children: Iterable[Member]) -> tuple[str, ...]:
    """What each child has now: "Anisa: child in need plan since 3 March 2026". One query."""
    spells = {each.child_id: each for each in PlanSpell.objects.filter(case=case, ended_on=None)}
    lines = []
    for child in children:
        spell = spells.get(child.pk)
        has = f"{plan_name(spell.basis)} since {day_in_words(spell.started_on)}" if spell else "no plan"
        lines.append(f"{child.first_name}: {has}")
    return tuple(lines)


def _child(spell: PlanSpell, most: int | None) -> PlanChild:
    child, ended, visits = spell.child, "", ""
    if spell.ended_on:
        ended = f"Ended {day_in_words(spell.ended_on)}: {spell.get_end_reason_display().lower()}"
    elif most:
        own = spell.visit_every
        visits = f"Visits at least {every_in_words(own or most)}" + (", set for this plan" if own else "")
    letters = initials(f"{child.given_name} {child.family_name}")
    return PlanChild(spell.pk, child.pk, child.name, child.first_name, letters, visits, ended)


def _categories(spell: PlanSpell) -> str:
    if not spell.first_category:
        return ""
    first, latest = ABUSE_CATEGORY[spell.first_category], ABUSE_CATEGORY[spell.latest_category]
    return first if first == latest else f"{latest} (at first {first[:1].lower()}{first[1:]})"


def _meetings(spells: list[PlanSpell], kind: str) -> tuple[MeetingLine, ...]:
    """Those held while one of the plans ran, newest first."""
    children = [each.child_id for each in spells]
    held = PlanMeeting.objects.filter(
        kind=kind, parts__child__in=children, case=spells[0].case_id, held_on__gte=spells[0].started_on
    )
    if all(each.ended_on for each in spells):
        held = held.filter(held_on__lte=max(each.ended_on for each in spells if each.ended_on))
    return tuple(
        MeetingLine(
            meeting.pk,
            day_in_words(meeting.held_on),
            meeting.held_on.isoformat(),
            MEETING_KIND[meeting.kind],
            day_in_words(meeting.record_sent_on) if meeting.record_sent_on else "",
        )
        for meeting in held.distinct().order_by("-held_on", "-pk")
    )


def _whose(action: Action) -> str:
    until = f", by {day_in_words(action.due_on)}" if action.due_on else ""
    return f"{action.keeper.name}{until}"

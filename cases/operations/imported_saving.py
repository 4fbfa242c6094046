"""Writing what was made of another system's file, many rows at once."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from django.db import connection

from camden.models.base import Kept
from cases.models import (
    AssessmentChild,
    ChronologyChild,
    ChronologyEntry,
    Enquiry,
    Episode,
    Member,
    Person,
    PlanSpell,
    ProtectionConferenceChild,
)
from cases.operations.imported_facts import OF_AN_EPISODE, OF_THE_CHILD, Episodes
from cases.operations.imported_journey import Journey
from cases.rules.codesets import CLOSURE_REASON, REFERRAL_SOURCE, in_a_sentence
from cases.rules.journey import CONFERENCE_KIND, PLAN_NAME

Kind = ChronologyEntry.Kind


class Held(Protocol):
    """A child of a file on its way into the record."""

    member: Member
    is_new: bool
    is_changed: bool
    episodes: Episodes


def insert(rows: Sequence[Kept], at: datetime) -> None:
    """Write new rows of one model.

    All by value, even what has a default: only then does Django send them as arrays, in half the time.
    """
    for row in rows:
        row.created_at, row.version = at, 1
    if rows:
        type(rows[0])._base_manager.bulk_create(rows, batch_size=5000)


def save_members(held: Sequence[Held], at: datetime) -> None:
    """Write new records and their children; fill those that are held."""
    new = [one.member for one in held if one.is_new]
    insert([member.case for member in new], at)
    people = Person.objects.bulk_create([Person() for _ in new])
    for member, person in zip(new, people, strict=True):
        member.person = person
    insert(new, at)
    changed = [one.member for one in held if one.is_changed]
    for member in changed:
        member.version += 1
    Member.objects.bulk_update(changed, [*OF_THE_CHILD, "disabilities", "version"])


def save_episodes(held: Sequence[Held], at: datetime) -> None:
    """Changes first: a closing makes room for the next referral. Then the timeline of what is new."""
    changed = [episode for one in held for episode in one.episodes.changed]
    for episode in changed:
        episode.version += 1
    Episode.objects.bulk_update(changed, [*OF_AN_EPISODE, "version"])
    new = [episode for one in held for episode in one.episodes.new]
    insert(new, at)
    closed = [episode for episode in new if episode.closed_on]
    closed += [episode for one in held for episode in one.episodes.closed]
    entries = [(_referred(episode), episode.child_id) for episode in new]
    _write_timeline(entries + [(_closed(episode), episode.child_id) for episode in closed], at)


def _write_timeline(entries: Sequence[tuple[ChronologyEntry, int]], at: datetime) -> None:
    """Write entries, each about one child."""
    insert([entry for entry, _ in entries], at)
    insert(
        [
            ChronologyChild(case_id=entry.case_id, entry_id=entry.pk, child_id=child_id, happened_on=entry.happened_on)
            for entry, child_id in entries
        ],
        at,
    )


def _referred(episode: Episode) -> ChronologyEntry:
    by = f" from {in_a_sentence(REFERRAL_SOURCE[episode.source])}" if episode.source else ""
    after = ": no further action" if episode.no_further_action else ""
    return ChronologyEntry(
        case_id=episode.case_id, happened_on=episode.referred_on, kind=ChronologyEntry.Kind.REFERRAL,
        summary=f"Referral about {episode.child.first_name}{by}{after}", subject_id=episode.pk,
    )  # fmt: skip


def _closed(episode: Episode) -> ChronologyEntry:
    assert episode.closed_on is not None
    why = in_a_sentence(CLOSURE_REASON[episode.closure_reason])
    return ChronologyEntry(
        case_id=episode.case_id, happened_on=episode.closed_on, kind=ChronologyEntry.Kind.CLOSURE,
        summary=f"Work with {episode.child.first_name} closed: {why}", subject_id=episode.pk,
    )  # fmt: skip


def save_case_days(case_ids: list[int]) -> None:
    """A record is open while an episode is, or somebody works with it; an NFA referral alone opens none."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            update cases_case c set opened_on = least(c.opened_on, e.first_on), closed_on =
                case when not e.is_open then greatest(c.closed_on, e.last_on) end
            from (
                select case_id, min(referred_on) first_on, max(coalesce(closed_on, referred_on)) last_on,
                       bool_or(closed_on is null and not no_further_action) is_open
                from cases_episode where case_id = any(%s) group by case_id
            ) e
            where c.id = e.case_id and (e.is_open or not exists (
                select 1 from cases_involvement i where i.case_id = c.id and i.ended_on is null)
                and not exists (select 1 from cases_planspell s where s.case_id = c.id
                                and s.basis = 'early-help' and s.ended_on is null))
            """,
            [case_ids],
        )


def held_journeys(children: Collection[int]) -> dict[int, Journey]:
    """What is held of these children's journeys, by the child's key. Four queries, or none without children."""
    found = {key: Journey() for key in children}
    if not found:
        return found
    assessments = AssessmentChild.objects.filter(child__in=found).select_related("assessment")
    for part in assessments.order_by("started_on", "pk"):
        found[part.child_id].assessments.append(part)
    for enquiry in Enquiry.objects.filter(child__in=found).order_by("started_on", "pk"):
        found[enquiry.child_id].enquiries.append(enquiry)
    for spell in PlanSpell.objects.filter(child__in=found).order_by("started_on", "pk"):
        found[spell.child_id].plans.append(spell)
    parts = ProtectionConferenceChild.objects.filter(child__in=found, conference__held_on__isnull=False)
    for seat in parts.select_related("conference").order_by("conference__held_on", "pk"):
        found[seat.child_id].conferences.append(seat)
    return found


def save_journeys(settled: Sequence[tuple[Member, Journey]], at: datetime) -> None:
    """Write what files add to journeys: changes first, because an end makes room for what follows."""
    changed = [one for _, journey in settled for one in journey.changed]
    for model, fields in _FILLED.items():
        _update([one for one in changed if isinstance(one, model)], fields)
    _update([one.assessment for one in changed if isinstance(one, AssessmentChild)], ["checked_on", "authorised_on"])
    new = [one for _, journey in settled for one in journey.new]
    insert([one.assessment for one in new if isinstance(one, AssessmentChild)], at)
    insert([one.conference for one in new if isinstance(one, ProtectionConferenceChild)], at)
    for model in (AssessmentChild, Enquiry, ProtectionConferenceChild, PlanSpell):
        insert([one for one in new if isinstance(one, model)], at)
    _write_timeline([entry for member, journey in settled for entry in _told(member, journey)], at)


_FILLED: dict[type[Kept], list[str]] = {
    AssessmentChild: ["ended_on", "factors"],
    Enquiry: ["outcome", "concluded_on", "ended_on", "not_required_on", "not_required_why"],
    PlanSpell: ["ended_on", "end_reason", "earlier_plans"],
}


def _update(rows: Sequence[Any], fields: list[str]) -> None:
    for row in rows:
        row.version += 1
    if rows:
        type(rows[0])._base_manager.bulk_update(rows, [*fields, "version"], batch_size=1000)


def _told(member: Member, journey: Journey) -> Iterator[tuple[ChronologyEntry, int]]:
    """The entries of a child's timeline for what a file added, and for what it ended."""
    for one in journey.new:
        kind, key, on, said = _began(one, member.first_name)
        yield _entry(member, kind, key, on, said), member.pk
    for one in (*journey.ended, *journey.new):
        ended = _ended(one, member.first_name)
        if ended:
            yield _entry(member, *ended), member.pk


def _began(one: Any, name: str) -> tuple[str, int, date, str]:
    if isinstance(one, AssessmentChild):
        return Kind.ASSESSMENT, one.assessment_id, one.started_on, f"Assessment of {name} begun"
    if isinstance(one, Enquiry):
        return Kind.ENQUIRY, one.pk, one.started_on, f"Section 47 enquiry about {name} begun"
    if isinstance(one, PlanSpell):
        return Kind.PLAN, one.pk, one.started_on, f"{PLAN_NAME[one.basis]} for {name} begun"
    conference = one.conference
    return Kind.CONFERENCE, conference.pk, conference.held_on, f"{CONFERENCE_KIND[conference.kind]} about {name}"


def _ended(one: Any, name: str) -> tuple[str, int, date, str] | None:
    if isinstance(one, AssessmentChild) and one.ended_on:
        return Kind.ASSESSMENT, one.assessment_id, one.ended_on, f"Assessment of {name} authorised"
    if isinstance(one, PlanSpell) and one.ended_on:
        return Kind.PLAN, one.pk, one.ended_on, f"{PLAN_NAME[one.basis]} for {name} ended"
    return None


def _entry(member: Member, kind: str, key: int, on: date, said: str) -> ChronologyEntry:
    return ChronologyEntry(case_id=member.case_id, happened_on=on, kind=kind, summary=said, subject_id=key)

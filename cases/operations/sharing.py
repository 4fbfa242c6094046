"""Verbs of sharing what was written with the people it is about, and of hearing what they answer."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from camden.rules.names import day_in_words
from cases.models import Assessment, ChronologyEntry, Member, ProtectionConference, Release, Sharing, Writing
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.refusing import Refusal
from cases.readings.giving import ways_of
from cases.readings.readers import children_about, readers_of
from cases.readings.sharing import told_of
from cases.readings.writing_paper import as_body, version_of
from cases.rules.answers import write_answer
from cases.rules.audience import Marks
from cases.rules.recording import GIVEN_KIND
from cases.rules.sharing import COPY_OF, NOT_SHARED, answer_of, day_all_had_it, day_shared
from cases.rules.visits import in_a_row
from cases.rules.writing import PAPER, SHARED_HOW


class NotShared(Refusal):
    """It was not shared so. Says why, and about which answer."""


@transaction.atomic
def share(
    *,
    writing: Writing,
    how: str,
    on: date,
    by: User,
    member: Member | None = None,
    shared_with: str = "",
    why_not: str = "",
    copy: str = "",
    layout: str = "",
) -> Sharing:
    """Somebody of the family read or heard a paper on that day, or did not and why. Shared again it is another row.

    `how` is a code of SHARED_HOW; `copy` one of GIVEN_HOW when they keep a copy, which is frozen as they may read it
    (`layout` of a child or a grown-up, by who they are if empty). `shared_with` names somebody not in the record.
    The assessment's own day and answer, and a conference's clock for its report, follow. Raises NotShared.
    """
    if member is None and not shared_with:
        raise NotShared("Say whom it was shared with.", "shared_with")
    if on < writing.begun_on:
        raise NotShared(f"It was begun on {day_in_words(writing.begun_on)}. Check the day.", "shared_on")
    if how in NOT_SHARED:
        if not why_not:
            raise NotShared("Write why, even if it is one line.", "why_not")
        copy = ""
    elif how == "given" and not copy:
        raise NotShared("Choose how they got their copy.", "copy")
    sharing = Sharing.objects.create(
        case=writing.case,
        writing=writing,
        member=member,
        shared_with="" if member else shared_with,
        how=how,
        why_not=why_not if how in NOT_SHARED else "",
        shared_on=on,
        shared_by=by,
        release=_copy(writing, member, shared_with, copy, layout, by, on) if copy else None,
    )
    who = member.first_name if member else shared_with
    what = PAPER[writing.paper].lower()
    said = (
        f"{by.name} could not share the {what} with {who}"
        if how in NOT_SHARED
        else f"{by.name} shared the {what} with {who}: {SHARED_HOW[how].lower()}"
    )
    # That it was not safe is nothing for them to read.
    marks = Marks(kept_from=(member.pk,)) if member and how == "not-safe" else Marks()
    _say(sharing, on, said, by, marks, "shared a paper")
    return sharing


@transaction.atomic
def answer(*, sharing: Sharing, remarks: str, changed: str, on: date, by: User, version: int | None) -> Sharing:
    """What they said about it, and what we changed because of it or why not.

    `remarks` are added to what they said before; `changed` replaces what stood there. Raises NotShared,
    camden.operations.versions.Overtaken.
    """
    if sharing.how in NOT_SHARED:
        raise NotShared("They have not read or heard it yet. Share it with them first.")
    if on < sharing.shared_on:
        raise NotShared(f"It was shared on {day_in_words(sharing.shared_on)}. Check the day.", "answered_on")
    if not (remarks or sharing.remarks or changed):
        raise NotShared("Write what they said, even if it is one line.", "remarks")
    all_ = "\n\n".join(words for words in (sharing.remarks, remarks) if words)
    answered_on = on if remarks or not sharing.answered_on else sharing.answered_on
    row: Sharing = change(sharing, version=version, remarks=all_, changed=changed, answered_on=answered_on)
    row.case, row.writing, row.member = sharing.case, sharing.writing, sharing.member
    what = PAPER[row.writing.paper].lower()
    who = row.member.first_name if row.member else row.shared_with
    told = f"{who} answered to the {what}" if remarks else f"{by.name} wrote down what {who}’s answer changed"
    _say(row, on, told, by, Marks(), "wrote down an answer to a paper")
    return row


def _copy(writing: Writing, member: Member | None, name: str, how: str, layout: str, by: User, on: date) -> Release:
    """The copy they keep, frozen; never to a place that is not safe, never with a word that is kept from them."""
    if member:
        ways = ways_of(member)
        if how not in ways.allowed:
            raise NotShared(ways.refused or "There is no home to post it to.", "copy")
    elif how not in ("by-hand", "printed"):
        raise NotShared("Give it to them by hand: we do not know where else it could be read.", "copy")
    version = version_of(writing, reader=member, on=on, layout=layout)
    if version.withheld:
        titles = in_a_row([f"“{title}”" for title in version.withheld])
        who = member.first_name if member else "the family"
        raise NotShared(f"Something in {titles} is not to be shared with {who}. Change it first.", "copy")
    if version.is_empty:
        raise NotShared("Nothing is written yet that they could read.", "copy")
    kind = "plan-child" if writing.paper == "plan" and version.is_for_child else COPY_OF[writing.paper]
    return Release.objects.create(
        case=writing.case,
        kind=kind,
        title=GIVEN_KIND[kind],
        recipient=member,
        given_to="" if member else name,
        body=as_body(version),
        how=how,
        given_on=on,
        given_by=by,
    )


def _say(sharing: Sharing, on: date, summary: str, by: User, marks: Marks, done: str) -> None:
    """The timeline, what follows from it, the record of what was done, and the clocks."""
    writing = sharing.writing
    note(
        case=sharing.case,
        on=on,
        kind=ChronologyEntry.Kind.SHARED,
        summary=summary,
        children=children_about(writing),
        subject_id=writing.pk,
        by=by,
        marks=marks,
    )
    if writing.assessment_id:
        _assessment_follows(writing, writing.assessment_id, by)
    if writing.conference_id:
        _conference_follows(writing, writing.conference_id)
    record(action=done, subject=sharing, case_id=sharing.case_id)
    keep_clocks(case=sharing.case)


def _assessment_follows(writing: Writing, assessment: int, by: User) -> None:
    """While it is not decided, the assessment says when it was shared last, and what the family answered."""
    told = told_of(writing)
    said = answer_of(told)
    shared_on = day_shared(told)
    missed = "\n".join(f"{name}: {why}" for name, why in said.not_reached)
    changes: dict[str, Any] = {"familys_answer": write_answer(said) if shared_on else missed}
    now = Assessment.objects.select_for_update().get(pk=assessment)
    if now.authorised_on or now.stopped_on:
        return
    if shared_on:
        changes |= {"shared_on": max(shared_on, now.started_on), "worker": now.worker or by}
    Assessment.objects.filter(pk=now.pk).update(**changes, version=F("version") + 1)


def _conference_follows(writing: Writing, conference: int) -> None:
    """The clock of the report stops on the day the last parent had it (CP5), once each had it or it says why not."""
    day = day_all_had_it([parent.name for parent in readers_of(writing).parents], told_of(writing))
    waiting = ProtectionConference.objects.filter(pk=conference, report_shared_on=None)
    if day:
        waiting.update(report_shared_on=day, version=F("version") + 1)

"""A session ends. What is agreed goes down in the words of `cases`; what was learned in `training`'s."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import Case, ChronologyEntry, Member, OversightNote
from cases.operations.agreements import agree_action
from cases.operations.asking import plan_question
from cases.operations.chronology import note
from cases.rules.audience import Marks
from supervision.models import (
    AgreedAction,
    Attendance,
    Discussion,
    DiscussionPart,
    DiscussionStep,
    Hypothesis,
    HypothesisKept,
    Session,
)
from supervision.operations.holding import Locked, NotYetHeld
from supervision.readings import still_missing
from supervision.readings.ending import on_file, voice_on_file
from supervision.rules.closing import for_file
from supervision.rules.stages import minutes_with
from supervision.rules.words import agreed_in, entry
from training.models import Learning
from training.operations import log_learning

# What was thought and will be asked is the family's to hear from somebody, and not from a paper that lies about: it is
# kept from the family together until somebody who works with them opens it, with a reason.
UNTIL_TOLD = Marks(is_kept_from_family=True)


@transaction.atomic
def close_session(*, session: Session, by: User, on: date, at: datetime | None = None) -> list[Discussion]:
    """The session ends and is agreed. The discussions left to finish. Raises Locked, or NotYetHeld.

    1. The session is locked, and no phone may post to it any more. `at` is the moment it ended, if known.
    2. What each family took is kept, from where the group moved on, unless somebody said it.
    3. Each discussion that is whole is agreed, and flows where REFERENCE 5.4 says (`agree`).
    4. Each that is not stays to finish, and does not count.
    5. Everybody who took part has learned from it.
    """
    if on < session.held_on:
        raise NotYetHeld
    open_ = Session.objects.filter(pk=session.pk, agreed_on=None, cancelled_on=None)
    ending: dict[str, Any] = {"agreed_on": on, "agreed_by": by, "join_key": "", "version": F("version") + 1}
    if at and session.ended_at is None and (session.begun_at is None or session.begun_at <= at):
        ending["ended_at"] = at
    if not open_.update(**ending):
        raise Locked
    session.refresh_from_db()
    _keep_minutes(session)
    found = Discussion.objects.filter(
        session=session, agreed_on=None, case__in=Case.objects.visible_to(by).values("pk")
    )
    left = [each for each in found.select_related("case", "words").order_by("pk") if not agree(each, by, on)]
    _note_learning(session)
    record(action="agreed a supervision session", subject=session)
    return left


def agree(discussion: Discussion, by: User, on: date) -> bool:
    """Agree one discussion if it is whole; whether it was. Then, and never twice:

    1. what was agreed is an action of the record with its keeper, and what was kept has its question on the checklist;
    2. each child's file has a note of its own, with that child's line and no other child's;
    3. the family's timeline has one entry, and the discussion counts from the day of its session.

    The worker's position, reflections, how the group worked, differences and ideas that were not kept stay where they
    are: nothing here reads them.
    """
    discussion.words.refresh_from_db()
    if still_missing(discussion):
        return False
    session, case = discussion.session, discussion.case
    voices = list(discussion.voices.select_related("child").order_by("pk"))
    children = [voice.child for voice in voices]
    _agree_actions(discussion, children, by)
    _plan_questions(discussion)
    file = on_file(discussion)
    for voice in voices:
        OversightNote.objects.create(
            case=case,
            child=voice.child,
            thought_on=session.held_on,
            thought_in=agreed_in(session.held_on),
            said=[list(part) for part in for_file(file, voice_on_file(voice))],
            subject_id=discussion.pk,
            agreed_on=on,
            agreed_by=by,
            is_kept_from_family=UNTIL_TOLD.is_kept_from_family,
        )
    _say(discussion, children, by)
    Discussion.objects.filter(pk=discussion.pk).update(agreed_on=on, agreed_by=by, version=F("version") + 1)
    record(action="agreed a discussion", subject=discussion, case_id=case.pk)
    return True


def _keep_minutes(session: Session) -> None:
    """Minutes of each family, of the group as a whole: who spoke for how long is nobody's to know."""
    moves = list(DiscussionStep.objects.filter(discussion__session=session).values_list("entered_at", "discussion"))
    if not moves:
        return
    ended_at = session.ended_at or max(moment for moment, _ in moves)
    for key, minutes in minutes_with(moves, ended_at).items():
        theirs = Discussion.objects.filter(pk=key, agreed_on=None, minutes_spent=None)
        theirs.update(minutes_spent=minutes, version=F("version") + 1)


def _agree_actions(discussion: Discussion, children: Sequence[Member], by: User) -> None:
    held_on = discussion.session.held_on
    for agreed in discussion.actions.filter(action=None).exclude(what="").select_related("keeper").order_by("pk"):
        assert agreed.keeper is not None  # a constraint: somebody keeps what is agreed
        action = agree_action(
            case=discussion.case,
            children=children,
            what=agreed.what,
            why=agreed.why,
            first_sentence=agreed.first_sentence,
            keeper=agreed.keeper,
            by=by,
            on=held_on,
            agreed_in=agreed_in(held_on),
            due_on=agreed.due_on,
        )
        AgreedAction.objects.filter(pk=agreed.pk).update(action=action)


def _plan_questions(discussion: Discussion) -> None:
    """A question for each idea that was kept and has one; an idea with a reason against it has none."""
    held_on = discussion.session.held_on
    kept = HypothesisKept.objects.filter(hypothesis__discussion=discussion, question=None, not_asked_because="")
    kept = kept.exclude(hypothesis__status=Hypothesis.Status.PROPOSED).exclude(first_sentence="")
    for each in kept.select_related("ask_by").order_by("pk"):
        assert each.ask_by is not None and each.ask_by_on is not None  # else the discussion was not whole
        question = plan_question(
            case=discussion.case,
            what=each.ask_what or each.first_sentence[:300],
            whom=each.ask_whom,
            first_sentence=each.first_sentence,
            ask_by=each.ask_by,
            ask_by_on=each.ask_by_on,
            asked_for_in=agreed_in(held_on),
            on=held_on,
            marks=UNTIL_TOLD,
        )
        HypothesisKept.objects.filter(pk=each.pk).update(question=question, version=F("version") + 1)


def _say(discussion: Discussion, children: Sequence[Member], by: User) -> None:
    kept = discussion.hypotheses.exclude(status=Hypothesis.Status.PROPOSED).order_by("pk")
    people = [
        one.person.name for one in Attendance.objects.filter(session=discussion.session).hearing_of(discussion.case)
    ]
    note(
        case=discussion.case,
        on=discussion.held_on,
        kind=ChronologyEntry.Kind.REFLECTION,
        summary=entry(people, discussion.words.dilemma or discussion.words.changed, [each.text for each in kept]),
        children=children,
        subject_id=discussion.pk,
        by=by,
        marks=UNTIL_TOLD,
    )


def _note_learning(session: Session) -> None:
    """Everybody who took part: the part they played, with whom, how long. Not a word about a family goes with it.

    What was given out in the room goes before what was said at the door. It waits with each of them to be written
    about, with the peers filled in: the draft of a peer reflection.
    """
    there = list(Attendance.objects.filter(session=session).select_related("person").order_by("person__name", "pk"))
    presented = set(Discussion.objects.filter(session=session).values_list("presenter", flat=True))
    given = dict(DiscussionPart.objects.filter(discussion__session=session).values_list("person", "part"))
    for one in there:
        part = one.part if one.part == Attendance.Part.SUPERVISOR else given.get(one.person_id, one.part)
        played = Attendance.Part.PRESENTER if one.person_id in presented else Attendance.Part(part)
        log_learning(
            person=one.person,
            on=session.held_on,
            kind=Learning.Kind.GROUP_SUPERVISION,
            title=f"Group supervision discussion{_how_long(session)}",
            source=agreed_in(session.held_on),
            source_key=f"group supervision session {session.pk}",
            role_played=played.label,
            peers=[other.person.name for other in there if other.person_id != one.person_id],
            minutes=_minutes(session),
        )


def _how_long(session: Session) -> str:
    minutes = _minutes(session)
    return f", {minutes / 60:g} hour{'' if minutes == 60 else 's'}" if minutes else ""


def _minutes(session: Session) -> int | None:
    """From when it began until it ended, to the half hour; none where nobody said, or it stayed open overnight."""
    if session.begun_at is None or session.ended_at is None:
        return None
    halves = round((session.ended_at - session.begun_at).total_seconds() / 1800)
    return halves * 30 if 0 < halves <= 12 else None

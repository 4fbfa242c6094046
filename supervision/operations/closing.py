"""A session ends. What is agreed goes down in the words of `cases`; what was learned in `training`'s."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import Case, ChronologyEntry
from cases.operations.agreements import agree_action
from cases.operations.chronology import note
from supervision.models import (
    AgreedAction,
    Attendance,
    Discussion,
    Hypothesis,
    Session,
)
from supervision.operations.holding import Locked, NotYetHeld
from supervision.readings import still_missing
from supervision.rules.words import agreed_in, entry
from training.models import Learning
from training.operations import log_learning


@transaction.atomic
def close_session(*, session: Session, by: User, on: date) -> list[Discussion]:
    """The session ends and is agreed. The discussions left to finish. Raises Locked, or NotYetHeld.

    1. The session is locked.
    2. Each discussion that is whole is agreed: its conversations become actions, and it is on the timeline.
    3. Each that is not stays to finish, and does not count.
    4. Everybody who took part has learned from it.
    """
    if on < session.held_on:
        raise NotYetHeld
    agreed = Session.objects.filter(pk=session.pk, agreed_on=None)
    if not agreed.update(agreed_on=on, agreed_by=by, version=F("version") + 1):
        raise Locked
    session.refresh_from_db()
    found = Discussion.objects.filter(
        session=session, agreed_on=None, case__in=Case.objects.visible_to(by).values("pk")
    )
    left = [each for each in found.select_related("case", "words").order_by("pk") if not agree(each, by, on)]
    _note_learning(session)
    record(action="agreed a supervision session", subject=session)
    return left


def agree(discussion: Discussion, by: User, on: date) -> bool:
    """Agree one discussion if it is whole: its actions, and one entry on the timeline of each child."""
    discussion.words.refresh_from_db()
    if still_missing(discussion):
        return False
    session, case = discussion.session, discussion.case
    children = [voice.child for voice in discussion.voices.select_related("child").order_by("pk")]
    said_in = agreed_in(session.held_on)
    for agreed in discussion.actions.filter(action=None).exclude(what="").select_related("keeper").order_by("pk"):
        assert agreed.keeper is not None  # a constraint: somebody keeps what is agreed
        action = agree_action(
            case=case,
            children=children,
            what=agreed.what,
            why=agreed.why,
            first_sentence=agreed.first_sentence,
            keeper=agreed.keeper,
            by=by,
            on=session.held_on,
            agreed_in=said_in,
            due_on=agreed.due_on,
        )
        AgreedAction.objects.filter(pk=agreed.pk).update(action=action)
    kept = discussion.hypotheses.filter(status=Hypothesis.Status.KEPT).order_by("pk").values_list("text", flat=True)
    people = [one.person.name for one in Attendance.objects.filter(session=session).hearing_of(case)]
    note(
        case=case,
        on=session.held_on,
        kind=ChronologyEntry.Kind.REFLECTION,
        summary=entry(people, discussion.words.dilemma, list(kept)),
        children=children,
        subject_id=discussion.pk,
        by=by,
    )
    Discussion.objects.filter(pk=discussion.pk).update(agreed_on=on, agreed_by=by, version=F("version") + 1)
    record(action="agreed a discussion", subject=discussion, case_id=case.pk)
    return True


def _note_learning(session: Session) -> None:
    """Everybody who took part: the part they played and with whom. Not a word about a family goes with it."""
    there = list(Attendance.objects.filter(session=session).select_related("person").order_by("person__name", "pk"))
    presented = set(Discussion.objects.filter(session=session).values_list("presenter", flat=True))
    for one in there:
        played = Attendance.Part.PRESENTER if one.person_id in presented else Attendance.Part(one.part)
        log_learning(
            person=one.person,
            on=session.held_on,
            kind=Learning.Kind.GROUP_SUPERVISION,
            title="Group supervision discussion",
            source=agreed_in(session.held_on),
            source_key=f"group supervision session {session.pk}",
            role_played=played.label,
            peers=[other.person.name for other in there if other.person_id != one.person_id],
        )

"""Verbs about group supervision. What is agreed goes down in the words of `cases`; what was learned in `training`'s."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models import F

from camden.audit import record
from camden.models import Team, User
from camden.operations.versions import change
from cases.models import Case, ChronologyEntry, Member
from cases.operations.agreements import agree_action
from cases.operations.chronology import note
from supervision.models import (
    AgreedAction,
    Attendance,
    Discussion,
    DiscussionChild,
    DiscussionWords,
    Group,
    Hypothesis,
    Session,
)
from supervision.readings import still_missing
from supervision.rules.stages import MOST_KEPT, new_ideas
from supervision.rules.words import agreed_in, entry
from training.models import Learning
from training.operations import log_learning


class Locked(Exception):
    """The session or the discussion was agreed: what was written stays as it is."""


class NotInTheRoom(Exception):
    """Somebody cannot be chosen for this discussion. Never says why: that would give something away."""


class NotYetHeld(Exception):
    """A session that is planned for a later day cannot have been agreed."""


class TooManyKept(Exception):
    """The presenter keeps at most three ideas."""


@dataclass(frozen=True)
class NextConversation:
    """What somebody will do next: what, why, the first sentence they will say, who, by when. `pk` if it is known."""

    what: str
    why: str = ""
    first_sentence: str = ""
    keeper: User | None = None
    due_on: date | None = None
    pk: int | None = None


@transaction.atomic
def open_group(*, team: Team, name: str, senior: User, clinician: User | None, people: Iterable[User], on: date) -> int:
    """A team begins to meet for supervision. The group's key. Only for a team of one's own."""
    with connection.cursor() as cursor:
        words: list[Any] = [team.pk, name, senior.pk, clinician.pk if clinician else None, on]
        cursor.execute("select open_group(%s, %s, %s, %s, %s)", words)
        key = int(cursor.fetchone()[0])
        for person in {person.pk for person in (senior, clinician, *people) if person}:
            cursor.execute("select join_group(%s, %s, %s)", [key, person, on])
    record(action="opened a supervision group", subject=Group(pk=key))
    return key


@transaction.atomic
def open_session(
    *, group: Group, held_on: date, setting: str, place: str, by: User, parts: Sequence[tuple[User, str]]
) -> Session:
    """Plan a session or begin one: `parts` are who takes part, and as what (codes of Attendance.Part).

    Whoever is put down as supervisor supervises it, else whoever opens it.
    """
    supervisor = next((person for person, part in parts if part == Attendance.Part.SUPERVISOR), by)
    session = Session.objects.create(group=group, held_on=held_on, setting=setting, place=place, supervisor=supervisor)
    _take_part(session, parts)
    record(action="opened a supervision session", subject=session)
    return session


@transaction.atomic
def say_who_is_here(*, session: Session, parts: Sequence[tuple[User, str]]) -> None:
    """Who takes part after all; an empty part takes somebody off. Raises Locked."""
    _open_session(session)
    _take_part(session, parts)
    record(action="changed who takes part in a session", subject=session)


@transaction.atomic
def bring_family(
    *, session: Session, case: Case, children: Sequence[Member], presenter: User, depth: str, reason: str
) -> Discussion:
    """A family comes to a session, with somebody who presents them. Raises Locked, or NotInTheRoom.

    `depth` and `reason` are codes of Discussion. Bringing the same family twice gives the discussion there is.
    """
    _open_session(session)
    if presenter.pk not in _room(session, case):
        raise NotInTheRoom
    known = Discussion.objects.filter(session=session, case=case).first()
    if known:
        return known
    discussion = Discussion.objects.create(
        session=session, case=case, held_on=session.held_on, presenter=presenter, depth=depth, reason=reason
    )
    DiscussionWords.objects.create(discussion=discussion, case=case)
    DiscussionChild.objects.bulk_create(
        DiscussionChild(case=case, discussion=discussion, child=child) for child in children
    )
    record(action="brought a family to supervision", subject=discussion, case_id=case.pk)
    return discussion


@transaction.atomic
def write_discussion(
    *,
    discussion: Discussion,
    by: User,
    on: date,
    dilemma: str = "",
    useful: str = "",
    ideas: str = "",
    kept: Sequence[int] = (),
    conversations: Sequence[NextConversation] = (),
    voices: Sequence[tuple[int, str, str]] = (),
    safety: str = "",
    recommendation: str | None = None,
    version: int | None = None,
) -> bool:
    """Write down what is said, as often as one likes until it is agreed. Whether the discussion is agreed now.

    `ideas` has one to a line; `kept` are keys of ideas that rang a bell; `voices` are (key of the child, voice,
    source). `recommendation` is None when the writer may not recommend. After its session has ended, a discussion
    that is whole is agreed by being written. `version` is that of the words the writer saw; None asks nobody.
    Raises Locked, TooManyKept, NotInTheRoom, or Overtaken when somebody else wrote meanwhile.
    """
    _open_discussion(discussion)
    if len(set(kept)) > MOST_KEPT:
        raise TooManyKept
    words: dict[str, Any] = {"dilemma": dilemma, "useful": useful, "safety": safety}
    if recommendation is not None:
        words |= {"recommendation": recommendation, "recommended_by": by if recommendation else None}
    if version is None:
        DiscussionWords.objects.filter(discussion=discussion).update(**words, version=F("version") + 1)
    else:
        change(discussion.words, version=version, **words)  # first, so that of two at once one writes nothing at all
    for child, voice, source in voices:
        DiscussionChild.objects.filter(discussion=discussion, child=child).update(voice=voice, source=source)
    _write_ideas(discussion, ideas, kept)
    _write_conversations(discussion, conversations)
    record(action="wrote down a discussion", subject=discussion, case_id=discussion.case_id)
    return discussion.session.agreed_on is not None and _agree(discussion, by, on)


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
    left = [each for each in found.select_related("case", "words").order_by("pk") if not _agree(each, by, on)]
    _note_learning(session)
    record(action="agreed a supervision session", subject=session)
    return left


def _take_part(session: Session, parts: Sequence[tuple[User, str]]) -> None:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for person, part in parts:
                cursor.execute("select take_part(%s, %s, %s)", [session.pk, person.pk, part])
    except DatabaseError as error:
        if "not of this group" in str(error):
            raise NotInTheRoom from error
        raise


def _room(session: Session, case: Case) -> set[int]:
    return {one.person_id for one in Attendance.objects.filter(session=session).hearing_of(case)}


def _open_session(session: Session) -> None:
    """Hold the session until the end of the transaction: two people at once take turns."""
    if not Session.objects.select_for_update(of=("self",)).filter(pk=session.pk, agreed_on=None).exists():
        raise Locked


def _open_discussion(discussion: Discussion) -> None:
    if not Discussion.objects.select_for_update(of=("self",)).filter(pk=discussion.pk, agreed_on=None).exists():
        raise Locked


def _write_ideas(discussion: Discussion, typed: str, kept: Sequence[int]) -> None:
    known = list(discussion.hypotheses.values_list("text", flat=True))
    Hypothesis.objects.bulk_create(
        Hypothesis(case_id=discussion.case_id, discussion=discussion, text=idea[:300])
        for idea in new_ideas(typed, known)
    )
    kept_status, proposed = Hypothesis.Status.KEPT, Hypothesis.Status.PROPOSED
    discussion.hypotheses.filter(pk__in=kept).exclude(status=kept_status).update(status=kept_status)
    discussion.hypotheses.filter(status=kept_status).exclude(pk__in=kept).update(status=proposed)


def _write_conversations(discussion: Discussion, conversations: Sequence[NextConversation]) -> None:
    room = _room(discussion.session, discussion.case)
    for one in conversations:
        if one.keeper and one.keeper.pk not in room:
            raise NotInTheRoom
        words = {
            "what": one.what,
            "why": one.why,
            "first_sentence": one.first_sentence,
            "keeper": one.keeper,
            "due_on": one.due_on,
        }
        if one.pk:
            AgreedAction.objects.filter(pk=one.pk, discussion=discussion, action=None).update(**words)
        elif one.what and not discussion.actions.filter(what=one.what, keeper=one.keeper).exists():
            AgreedAction.objects.create(case_id=discussion.case_id, discussion=discussion, **words)


def _agree(discussion: Discussion, by: User, on: date) -> bool:
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

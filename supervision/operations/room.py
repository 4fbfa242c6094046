"""Verbs of the room while a group talks: begin, give out parts, move on, offer and keep ideas, ask questions.

Whoever writes sees the family's record: the database says so too. One scribe may do all of it for everybody.
"""

import uuid
from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from cases.operations.snapshots import keep_snapshot
from supervision.models import (
    Discussion,
    DiscussionPart,
    DiscussionStep,
    Hypothesis,
    RoomQuestion,
    Session,
)
from supervision.operations.holding import NotInTheRoom, NotYetHeld, hold_discussion, hold_session, who_hears
from supervision.rules import hypotheses as ideas
from supervision.rules.hypotheses import KeptBy, NotNow
from supervision.rules.prompts import Prompt
from supervision.rules.roles import GIVEN_OUT, Part

OPENS_THE_BOOK = "presenting"  # the step at which the genogram of the day is kept
LONGEST_IDEA = 300


@transaction.atomic
def begin_session(*, session: Session, at: datetime, on: date) -> bool:
    """The group begins. False when it had begun. Raises Locked, or NotYetHeld when its day is later."""
    hold_session(session)
    if on < session.held_on:
        raise NotYetHeld
    begun = Session.objects.filter(pk=session.pk, begun_at=None).update(begun_at=at, version=F("version") + 1)
    if begun:
        record(action="began a supervision session", subject=session)
    return bool(begun)


@transaction.atomic
def move_on(*, discussion: Discussion, step: str, by: User, at: datetime, on: date) -> None:
    """The group goes to a step of `rules.stages.STEPS`, forwards or back; the session begins if it had not.

    When the presenter begins, the genogram of the session's day is kept. Pressed twice, it is one step.
    Raises Locked, or NotYetHeld.
    """
    hold_discussion(discussion)
    begin_session(session=discussion.session, at=at, on=on)
    latest = discussion.steps.order_by("-entered_at", "-pk").first()
    if latest is None or latest.step != step:
        DiscussionStep.objects.create(
            case_id=discussion.case_id, discussion=discussion, step=step, entered_at=at, entered_by=by
        )
    if step == OPENS_THE_BOOK and discussion.genogram_id is None:
        day = min(discussion.held_on, on)
        kept = keep_snapshot(case=discussion.case, pictured_on=day, kept_for="supervision", by=by, on=on)
        Discussion.objects.filter(pk=discussion.pk).update(genogram=kept, version=F("version") + 1)


@transaction.atomic
def write_in_room(*, discussion: Discussion, version: int, dilemma: str, useful: str, resonance: str) -> None:
    """What the presenter said, as the scribe types it. `version` is that of the words the scribe saw.

    Raises Locked, or Overtaken when somebody else wrote meanwhile.
    """
    hold_discussion(discussion)
    change(discussion.words, version=version, dilemma=dilemma, useful=useful, resonance=resonance)
    record(action="wrote down a discussion", subject=discussion, case_id=discussion.case_id)


@transaction.atomic
def give_parts(*, discussion: Discussion, parts: Mapping[Part, int]) -> None:
    """Who asks the questions, plans and writes for this family: keys of people by part; who has none reflects.

    The presenter and the supervisor have theirs already. Raises Locked, or NotInTheRoom.
    """
    hold_discussion(discussion)
    given = {part: parts[part] for part in GIVEN_OUT if part in parts}
    if not set(given.values()) <= who_hears(discussion.session, discussion.case):
        raise NotInTheRoom
    known = {row.part: row for row in discussion.parts.filter(part__in=[part.value for part in given])}
    for part, person in given.items():
        row = known.get(part.value)
        if row is None:
            DiscussionPart.objects.create(
                case_id=discussion.case_id, discussion=discussion, person_id=person, part=part.value
            )
        elif row.person_id != person:
            DiscussionPart.objects.filter(pk=row.pk).update(person=person)
    record(action="gave out the parts of a discussion", subject=discussion, case_id=discussion.case_id)


@transaction.atomic
def offer_idea(*, discussion: Discussion, text: str, key: uuid.UUID | None = None) -> Hypothesis:
    """One idea, in one sentence of at most 300 characters. Sent twice, or said already, it stands once.

    Raises NotNow before the reflecting conversation, or Locked.
    """
    hold_discussion(discussion)
    known = discussion.hypotheses.filter(client_key=key).first() if key else None
    said = " ".join(text.split())[:LONGEST_IDEA]
    known = known or discussion.hypotheses.filter(text__iexact=said).first()
    if known:
        return known
    if not ideas.may_offer(_step(discussion)):
        raise NotNow("Ideas are for the reflecting conversation. Move on to it first.")
    return Hypothesis.objects.create(case_id=discussion.case_id, discussion=discussion, text=said, client_key=key)


@transaction.atomic
def keep_idea(*, discussion: Discussion, key: int, by: KeptBy) -> None:
    """The presenter keeps an idea that rang a bell, or the supervisor one about danger. Raises NotNow, or Locked."""
    hold_discussion(discussion)
    rows = list(discussion.hypotheses.order_by("pk"))
    place = next((place for place, row in enumerate(rows) if row.pk == key), None)
    if place is None:
        raise NotNow("This idea is not here any more.")
    after = ideas.keep([_idea(row) for row in rows], place, by, _step(discussion))[place]
    if rows[place].status == Hypothesis.Status.PROPOSED:
        kept = {"status": Hypothesis.Status.KEPT, "kept_by": by.value, "is_about_danger": after.is_about_danger}
        Hypothesis.objects.filter(pk=key).update(**kept)
        record(action="kept an idea of group supervision", subject=rows[place], case_id=discussion.case_id)


@transaction.atomic
def let_idea_go(*, discussion: Discussion, key: int, is_supervisor: bool) -> None:
    """An idea rang no bell after all: it stays with the session as it was offered. Raises NotNow, or Locked.

    The one about danger is put back by whoever supervises (`is_supervisor`), and nobody else.
    """
    hold_discussion(discussion)
    row = discussion.hypotheses.filter(pk=key).first()
    if row is None or row.status == Hypothesis.Status.PROPOSED:
        return
    said = _idea(row)
    is_theirs = is_supervisor and said.kept_by is KeptBy.SUPERVISOR
    ideas.taken_back(said, KeptBy.SUPERVISOR if is_theirs else KeptBy.PRESENTER)
    Hypothesis.objects.filter(pk=key).update(status=Hypothesis.Status.PROPOSED, kept_by="", is_about_danger=False)
    record(action="put an idea of group supervision back", subject=row, case_id=discussion.case_id)


@transaction.atomic
def ask_in_room(
    *, discussion: Discussion, text: str, prompt: Prompt | None = None, key: uuid.UUID | None = None
) -> RoomQuestion:
    """A question that was asked in the room; `prompt` when it is one of the library's. Sent twice, it stands once.

    Raises Locked.
    """
    hold_discussion(discussion)
    said = " ".join((prompt.words if prompt else text).split())[:LONGEST_IDEA]
    twice = {"client_key": key} if key else {"text": said}
    known = RoomQuestion.objects.filter(discussion=discussion, **twice).first()
    if known:
        return known
    kind = {"kind": prompt.kind.value, "circular": str(prompt.circular or "")} if prompt else {}
    return RoomQuestion.objects.create(
        case_id=discussion.case_id, discussion=discussion, text=said, client_key=key, **kind
    )


def _step(discussion: Discussion) -> str:
    """Where the group is now: "roles" before anybody moved on."""
    latest = discussion.steps.order_by("-entered_at", "-pk").values_list("step", flat=True).first()
    return latest or "roles"


def _idea(row: Hypothesis) -> ideas.Hypothesis:
    """The row as the rules know it. Kept by a simpler form, it was the presenter who kept it."""
    is_kept = row.status != Hypothesis.Status.PROPOSED
    by = KeptBy(row.kept_by) if row.kept_by else KeptBy.PRESENTER
    verdict = ideas.State(row.status) if row.status in {each.value for each in ideas.VERDICTS} else None
    return ideas.Hypothesis(row.text, by if is_kept else None, row.is_about_danger, verdict=verdict)

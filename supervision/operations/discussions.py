"""A family comes to a session, and what is said is written down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from cases.models import Case, Member
from supervision.measures import standings
from supervision.models import (
    AgreedAction,
    Discussion,
    DiscussionChild,
    DiscussionWords,
    Hypothesis,
    Session,
)
from supervision.operations.closing import agree
from supervision.operations.holding import NotInTheRoom, TooManyKept, hold_discussion, hold_session, who_hears
from supervision.rules.hypotheses import KeptBy
from supervision.rules.recorded import RISK_PARTS, ChildsVoice, safety_after
from supervision.rules.stages import MOST_KEPT, new_ideas


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
def bring_family(
    *, session: Session, case: Case, children: Sequence[Member], presenter: User, depth: str, reason: str
) -> Discussion:
    """A family comes to a session, with somebody who presents them. Raises Locked, or NotInTheRoom.

    `depth` and `reason` are codes of Discussion. Bringing the same family twice gives the discussion there is.
    """
    hold_session(session)
    if presenter.pk not in who_hears(session, case):
        raise NotInTheRoom
    known = Discussion.objects.filter(session=session, case=case).first()
    if known:
        return known
    discussion = Discussion.objects.create(
        session=session,
        case=case,
        held_on=session.held_on,
        presenter=presenter,
        depth=depth,
        reason=reason,
        standing=standings([case.pk], session.held_on)[case.pk],  # on that day: it decides for ever what is needed
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
    kept_before: Sequence[int] | None = None,
    conversations: Sequence[NextConversation] = (),
    voices: Sequence[ChildsVoice | tuple[int, str, str]] = (),
    safety: str = "",
    risk: Mapping[str, str] | None = None,
    resonance: str | None = None,
    minutes_spent: int | None = None,
    version: int | None = None,
) -> bool:
    """Write down what is said, as often as one likes until it is agreed. Whether the discussion is agreed now.

    `ideas` has one to a line; `kept` are keys of ideas that rang a bell with the presenter, and `kept_before` those
    that stood as kept for the writer: one that somebody kept meanwhile stays kept; None is all of them. `voices` are
    (key of the child, voice, source) or a `ChildsVoice`. `risk` are columns of `recorded.RISK_PARTS`, which stand
    together as `safety` where that says nothing of its own. What is None stays as it was. After its session has
    ended, a discussion that is whole is agreed by being written. `version` is that of the words the writer saw; None
    asks nobody.
    Raises Locked, TooManyKept, NotInTheRoom, or Overtaken when somebody else wrote meanwhile.
    """
    hold_discussion(discussion)
    if len(set(kept)) > MOST_KEPT:
        raise TooManyKept
    words: dict[str, Any] = {"dilemma": dilemma, "useful": useful, "safety": safety}
    if risk is not None:
        words |= {**risk, "safety": safety_after(safety, _risk_before(discussion), risk)}
    if resonance is not None:
        words["resonance"] = resonance
    if version is None:
        DiscussionWords.objects.filter(discussion=discussion).update(**words, version=F("version") + 1)
    else:
        change(discussion.words, version=version, **words)  # first, so that of two at once one writes nothing at all
    for each in voices:
        _write_voice(discussion, each if isinstance(each, ChildsVoice) else ChildsVoice(*each))
    if minutes_spent is not None:
        Discussion.objects.filter(pk=discussion.pk).update(minutes_spent=minutes_spent, version=F("version") + 1)
    _write_ideas(discussion, ideas, kept, kept_before)
    _write_conversations(discussion, conversations)
    record(action="wrote down a discussion", subject=discussion, case_id=discussion.case_id)
    return discussion.session.agreed_on is not None and agree(discussion, by, on)


def _write_ideas(discussion: Discussion, typed: str, kept: Sequence[int], before: Sequence[int] | None) -> None:
    known = list(discussion.hypotheses.values_list("text", flat=True))
    Hypothesis.objects.bulk_create(
        Hypothesis(case_id=discussion.case_id, discussion=discussion, text=idea[:300])
        for idea in new_ideas(typed, known)
    )
    status = Hypothesis.Status
    theirs = discussion.hypotheses.exclude(kept_by=KeptBy.SUPERVISOR)  # who kept an idea takes it back
    theirs.filter(pk__in=kept, status=status.PROPOSED).update(status=status.KEPT, kept_by=KeptBy.PRESENTER)
    left = theirs.filter(status=status.KEPT).exclude(pk__in=kept)
    if before is not None:
        left = left.filter(pk__in=before)
    left.update(status=status.PROPOSED, kept_by="")
    if theirs.filter(status=status.KEPT).count() > MOST_KEPT:
        raise TooManyKept


def _write_voice(discussion: Discussion, said: ChildsVoice) -> None:
    words = {"voice": said.voice, "source": said.source} | ({"kind": said.kind} if said.kind else {})
    DiscussionChild.objects.filter(discussion=discussion, child=said.child).update(**words)


def _risk_before(discussion: Discussion) -> dict[str, str]:
    return {name: getattr(discussion.words, name) for name, *_ in RISK_PARTS}


def _write_conversations(discussion: Discussion, conversations: Sequence[NextConversation]) -> None:
    room = who_hears(discussion.session, discussion.case)
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

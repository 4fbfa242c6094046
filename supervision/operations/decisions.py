"""What is decided in a session, what is recommended to a named manager, and what that manager says."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import ChronologyEntry, Decision
from cases.operations.chronology import note
from supervision.models import Discussion, ManagementDecision
from supervision.operations.closing import UNTIL_TOLD
from supervision.operations.holding import hold_discussion
from supervision.readings.decisions import as_rule, deciders, may_withdraw
from supervision.rules.deciding import NEEDS, About, Decided, decide_by
from supervision.rules.words import agreed_in


class NotTheirs(Exception):
    """The person named may not decide this, or it is not on this manager's list."""


class AnsweredAlready(Exception):
    """The manager has answered: what was recommended stays as it is."""


@transaction.atomic
def say_decision(
    *,
    discussion: Discussion,
    by: User,
    about: str,
    what: str,
    why: str,
    for_manager: User | None = None,
    decide_by_on: date | None = None,
    known: int | None = None,
) -> Decided:
    """Write down what `by` decides; above their authority it is a recommendation on the list of `for_manager`.

    `about` is a code of `deciding.About`; `decide_by_on` the day by which it is answered, five working days after the
    session where none is said; `known` is the key of one that is said again in other words. Gives what it is now.
    Raises Locked, NotTheirs for a manager without the authority, AnsweredAlready.
    """
    hold_discussion(discussion)
    subject = About(about)
    authority, others = deciders(discussion.case, by)
    decided = Decided(subject, what, why, authority, for_manager.pk if for_manager else None)
    if not decided.is_recommendation:
        for_manager = None
    elif for_manager is not None:
        able = {m.person.pk for m in others if m.authority >= NEEDS[subject]}
        if for_manager.pk not in able:
            raise NotTheirs
    said: dict[str, Any] = {"about": subject.value, "what": what, "why": why, "said_by": by, "authority": authority}
    said["for_manager"] = for_manager
    said["decide_by_on"] = (decide_by_on or decide_by(discussion.held_on)) if for_manager else None
    if known is None:
        row = ManagementDecision.objects.create(case_id=discussion.case_id, discussion=discussion, **said)
    else:
        found = ManagementDecision.objects.filter(pk=known, discussion=discussion)
        if not found.standing().filter(answered_on=None).update(**said, version=F("version") + 1):
            raise AnsweredAlready
        row = found.get()
    action = "recommended a decision to a manager" if decided.is_recommendation else "decided in a session"
    record(action=action, subject=row, case_id=discussion.case_id)
    return decided


@transaction.atomic
def answer_recommendation(
    *, recommendation: ManagementDecision, by: User, on: date, answer: str = "", decision: Decision | None = None
) -> None:
    """A manager answers: in words, or with a decision of theirs that stands on the record, or both.

    It is the named one, or whoever manages the team once they cannot or its day is past. Words alone stand on the
    timeline of each child, kept from the family as the notes of a session are, until somebody opens them with a reason;
    a decision stands there already. Raises NotTheirs when it is not on this manager's list or the decision is not
    theirs, AnsweredAlready, also when it was withdrawn.
    """
    now = ManagementDecision.objects.select_for_update(of=("self",)).get(pk=recommendation.pk)
    if now.answered_on is not None or now.withdrawn_on is not None:
        raise AnsweredAlready
    is_theirs = ManagementDecision.objects.to_answer(by, on).filter(pk=now.pk).exists()
    if not is_theirs or (decision and (decision.case_id, decision.made_by_id) != (now.case_id, by.pk)):
        raise NotTheirs
    said = {"answered_on": on, "answered_by": by, "answer": answer, "decision": decision}
    ManagementDecision.objects.filter(pk=now.pk).update(**said, version=F("version") + 1)
    discussion = now.discussion
    if decision is None:
        children = [voice.child for voice in discussion.voices.select_related("child").order_by("pk")]
        note(
            case=recommendation.case,
            on=on,
            kind=ChronologyEntry.Kind.OVERSIGHT,
            summary=f"{by.name} on what was recommended in {_lower(agreed_in(discussion.held_on))}: {answer}",
            children=children,
            by=by,
            marks=UNTIL_TOLD,
        )
    record(action="answered a recommendation", subject=now, case_id=now.case_id)


@transaction.atomic
def withdraw_decision(*, decision: ManagementDecision, by: User, on: date, why: str) -> None:
    """What was decided or recommended does not hold any more; it stays, with the reason.

    Once its discussion is agreed it stands on the children's files: then the timeline says so too, kept from the family
    as those notes are. Raises NotTheirs, or AnsweredAlready when it was answered or withdrawn meanwhile.
    """
    now = ManagementDecision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if now.answered_on is not None or now.withdrawn_on is not None:
        raise AnsweredAlready
    if not may_withdraw(now, by):
        raise NotTheirs
    said = {"withdrawn_on": on, "withdrawn_by": by, "withdrawn_why": why}
    ManagementDecision.objects.filter(pk=now.pk).update(**said, version=F("version") + 1)
    discussion = now.discussion
    if discussion.agreed_on is not None and not as_rule(now).is_recommendation:
        note(
            case=now.case,
            on=on,
            kind=ChronologyEntry.Kind.OVERSIGHT,
            summary=f"Withdrawn by {by.name}: {now.what} Why: {why}",
            children=[voice.child for voice in discussion.voices.select_related("child").order_by("pk")],
            by=by,
            marks=UNTIL_TOLD,
        )
    record(action="withdrew a decision", subject=now, case_id=now.case_id)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]

"""What is decided in a session, what is recommended to a named manager, and what that manager says."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import ChronologyEntry, Decision
from cases.operations.chronology import note
from supervision.models import Discussion, ManagementDecision
from supervision.operations.holding import hold_discussion
from supervision.readings.decisions import deciders
from supervision.rules.deciding import NEEDS, About, Decided
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
    known: int | None = None,
) -> Decided:
    """Write down what `by` decides; above their authority it is a recommendation on the list of `for_manager`.

    `about` is a code of `deciding.About`; `known` is the key of one that is said again in other words. Gives what it
    is now. Raises Locked, NotTheirs for a manager without the authority, AnsweredAlready.
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
    said = {"about": subject.value, "what": what, "why": why, "said_by": by, "authority": authority}
    said["for_manager"] = for_manager
    if known is None:
        row = ManagementDecision.objects.create(case_id=discussion.case_id, discussion=discussion, **said)
    else:
        found = ManagementDecision.objects.filter(pk=known, discussion=discussion)
        if not found.filter(answered_on=None).update(**said, version=F("version") + 1):
            raise AnsweredAlready
        row = found.get()
    action = "recommended a decision to a manager" if decided.is_recommendation else "decided in a session"
    record(action=action, subject=row, case_id=discussion.case_id)
    return decided


@transaction.atomic
def answer_recommendation(
    *, recommendation: ManagementDecision, by: User, on: date, answer: str = "", decision: Decision | None = None
) -> None:
    """The named manager answers: in words, or with a decision of theirs that stands on the record, or both.

    Words alone stand on the timeline of each child; a decision stands there already. Raises NotTheirs when it is not
    on this manager's list or the decision is not theirs, AnsweredAlready.
    """
    now = ManagementDecision.objects.select_for_update(of=("self",)).get(pk=recommendation.pk)
    if now.for_manager_id != by.pk or (decision and (decision.case_id, decision.made_by_id) != (now.case_id, by.pk)):
        raise NotTheirs
    if now.answered_on is not None:
        raise AnsweredAlready
    said = {"answered_on": on, "answer": answer, "decision": decision}
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
        )
    record(action="answered a recommendation", subject=now, case_id=now.case_id)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]

"""Verbs of hearing how we did: ask one of a family, make the link anew, write down an answer on paper, reply."""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import Duty, Team, User
from camden.outbox import enqueue_all
from cases.models import Case, ChronologyEntry, Consent, ContactPoint, Feedback, FeedbackInvitation, Household, Member
from cases.operations.chronology import note as on_the_timeline
from cases.operations.refusing import Refusal, in_words
from cases.readings.deciders import whom_to_tell
from cases.rules.feedback import BY_CONTACT, DAYS_OPEN, ITEMS

DANGER = "alert-family"
_TOO_OFTEN = (
    "This family was asked in the last eight weeks. Nobody is asked more often: it would be one more thing we want "
    "from them."
)


class NotAsked(Refusal):
    """Nobody was asked. Says why, and about which answer."""


class RepliedAlready(Refusal):
    """Somebody else has replied already."""


@transaction.atomic
def invite(
    *, case: Case, member: Member, after: str, handed: str, by: User, on: date
) -> tuple[FeedbackInvitation, str]:
    """Ask one person of a family how we did. Gives the invitation and the secret of its link, which is kept nowhere.

    `handed`: BY_CONTACT, sent to a contact that is safe, or IN_PERSON. Raises NotAsked: once in eight weeks, nobody who
    does not want to be asked, nobody whom it would put in danger.
    """
    _check_wanted(case, member, on)
    _check_safe(case, member, handed, on)
    secret = secrets.token_urlsafe(32)
    said = {"a_family_is_asked_once_in_eight_weeks": (_TOO_OFTEN, "")}
    with in_words(NotAsked, said):
        invitation = FeedbackInvitation.objects.create(
            case=case,
            token_sha256=hashed(secret),
            member=member,
            after=after,
            invited_on=on,
            invited_by=by,
            expires_on=on + timedelta(DAYS_OPEN),
        )
    record(action="asked a family how we did", subject=invitation, case_id=case.pk)
    return invitation, secret


@transaction.atomic
def make_link_anew(*, invitation: FeedbackInvitation, by: User, on: date) -> str:
    """A new secret for an invitation that is open: the old link stops working. Raises NotAsked.

    The same rules of safety hold as on the first day.
    """
    _check_wanted(invitation.case, invitation.member, on)
    secret = secrets.token_urlsafe(32)
    still = FeedbackInvitation.objects.filter(pk=invitation.pk, answered_on=None, expires_on__gte=on)
    if not still.update(token_sha256=hashed(secret), version=F("version") + 1):
        raise NotAsked("This link is closed: it was answered, or its four weeks are over.")
    record(action="made a link for feedback anew", subject=invitation, case_id=invitation.case_id)
    return secret


@transaction.atomic
def write_down(
    *,
    case: Case,
    member: Member | None,
    points: Mapping[str, int | None],
    words: str,
    after: str,
    is_danger: bool,
    answered_on: date,
    by: User,
    on: date,
) -> Feedback:
    """Keep what somebody told us on paper or by telephone. Raises NotAsked for a day to come, or nothing said.

    What speaks of a danger is told at once to duty, the children's workers and their managers.
    """
    if answered_on > on:
        raise NotAsked("Write this down once it was said.", "answered_on")
    if not words and not any(points.values()):
        raise NotAsked("Write down at least one answer.", "words")
    feedback = Feedback.objects.create(
        case=case,
        member=member,
        after=after,
        answered_on=answered_on,
        speaks_of_danger=is_danger,
        written_by=by,
        words=words,
        **{item.field: points.get(item.field) for item in ITEMS},
    )
    _say(feedback, "Somebody told us how we did", answered_on, by)
    if is_danger:
        tell_of_danger(feedback=feedback, by=by, on=on)
    record(action="wrote down how we did", subject=feedback, case_id=case.pk)
    return feedback


@transaction.atomic
def reply_to(*, feedback: Feedback, reply: str, by: User, on: date) -> None:
    """Say what we did with what a family told us. Raises RepliedAlready."""
    said = {"reply": reply, "replied_on": on, "replied_by": by}
    if not Feedback.objects.filter(pk=feedback.pk, replied_on=None).update(**said, version=F("version") + 1):
        raise RepliedAlready("Somebody else has replied already.")
    _say(feedback, "We said what we did with what they told us", on, by)
    record(action="replied to a family’s feedback", subject=feedback, case_id=feedback.case_id)


def tell_of_danger(*, feedback: Feedback, by: User, on: date) -> None:
    """Tell whoever is on duty now, the children's workers and their managers, whoever wrote it down among them.

    What a link answers is told by `tell_of_danger` of wall_feedback.sql, which says the same.
    """
    case = feedback.case
    told = set(whom_to_tell(case, list(Member.objects.children().filter(case=case)), but=by)) | {by.pk}
    if not case.is_restricted:
        above = {
            team for path in Team.objects.filter(pk__in=case.team_ids).values_list("path", flat=True) for team in path
        }
        told.update(Duty.objects.now().filter(team__in=above).values_list("worker", flat=True))
    enqueue_all(kind=DANGER, recipient_ids=sorted(told), subject=feedback, due_on=on)


def hashed(secret: str) -> str:
    """All that is kept of a link."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _check_wanted(case: Case, member: Member, on: date) -> None:
    asked = Consent.objects.filter(case=case, member=member, purpose="feedback").order_by("-given_on", "-pk").first()
    if asked and asked.withdrawn_on and asked.withdrawn_on <= on:
        raise NotAsked(f"{member.first_name} told us that they do not want to be asked.", "member")


def _check_safe(case: Case, member: Member, handed: str, on: date) -> None:
    name = member.first_name
    if handed == BY_CONTACT:
        if not ContactPoint.objects.filter(case=case, member=member, is_safe=True, ended_on=None).exists():
            said = f"We know of no safe way to reach {name}: nobody else may see that we wrote."
            raise NotAsked(f"{said} Ask them first, or hand it over in person.", "handed")
        return
    homes = Household.objects.filter(case=case, memberships__member=member, memberships__ended_on=None)
    if homes.filter(is_safe_to_share=False).exists():
        said = f"{name} lives at an address that is not safe: a slip of paper could be found."
        raise NotAsked(f"{said} Let them answer with you, and write it down here.", "handed")


def _say(feedback: Feedback, summary: str, on: date, by: User) -> None:
    on_the_timeline(
        case=feedback.case,
        on=on,
        kind=ChronologyEntry.Kind.FEEDBACK,
        summary=summary,
        children=[],
        subject_id=feedback.pk,
        by=by,
    )

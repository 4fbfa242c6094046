"""Verbs about offering a conference: the referral, and who coordinates."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import Membership, User
from camden.outbox import enqueue
from cases.access import CaseScope
from cases.models import Case, ChronologyEntry, Exclusion, Involvement, Member
from cases.operations.allocation import NotAllocated, end_involvement, involve
from cases.operations.chronology import note
from conferences.models import (
    Brief,
    ConferenceChild,
    FamilyAnswer,
    FamilyConference,
    MustHave,
    NetworkPerson,
    SafetyFact,
)
from conferences.operations.stages import NotThatWay, history_of, write_stage
from conferences.rules.stages import Stage, may_follow
from conferences.rules.words import AnswerSaid, Beside, BriefWords, is_yes

REFERRED = "conference-referred"


class NobodyAgreed(Exception):
    """A coordinator is told of a family only when somebody in it wants a conference."""


NOTHING_BESIDE = Beside()


@transaction.atomic
def refer(
    *,
    case: Case,
    children: Sequence[Member],
    by: User,
    on: date,
    words: BriefWords,
    answers: Sequence[AnswerSaid],
    coordinator: Membership | None = None,
    before_proceedings: bool | None = None,
    beside: Beside = NOTHING_BESIDE,
) -> FamilyConference:
    """Offer a conference, write the brief, and send it to a coordinator when somebody in the family said yes.

    A yes counts of somebody with parental responsibility; where nobody wrote down who has it, of any grown-up.

    Raises NobodyAgreed for a coordinator without a yes, and cases.operations.allocation.NotAllocated when this
    coordinator cannot work with this family.
    """
    if coordinator is not None and not is_yes(answers):
        raise NobodyAgreed
    conference = FamilyConference.objects.create(
        case=case, referred_by=by, referred_on=on, before_proceedings=before_proceedings, threshold=beside.threshold
    )
    Brief.objects.create(case=case, conference=conference, **asdict(words))
    ConferenceChild.objects.bulk_create(
        ConferenceChild(case=case, conference=conference, child=child, first_name=_called(child), age=child.age(on))
        for child in children
    )
    FamilyAnswer.objects.bulk_create(
        FamilyAnswer(case=case, conference=conference, asked_by=by, **asdict(each) | {"shares": list(each.shares)})
        for each in answers
    )
    _write_beside(conference, beside, by, on)
    way = _begins_with(answers)
    for stage in way:
        write_stage(conference=conference, stage=stage, by=by, on=on)
    to = f" to {coordinator.user.name}" if coordinator else ""
    what = "referred the family" if coordinator else "offered the family a conference"
    what = "thought of it for the family" if way == [Stage.CONSIDERED] else what
    _on_the_timeline(conference, children, by, on, f"{by.name} {what}{to}: family group conference")
    record(action="offered a conference", subject=conference, case_id=case.pk)
    if coordinator is not None:
        name_coordinator(conference=conference, children=children, membership=coordinator, by=by, on=on)
    return conference


@transaction.atomic
def name_coordinator(
    *, conference: FamilyConference, children: Sequence[Member], membership: Membership, by: User, on: date
) -> None:
    """Give a conference to a coordinator, who then sees it and its brief, and no more of the family.

    The coordinator before them loses that sight the same day. Raises NotThatWay before the family said yes, and
    NotAllocated when this coordinator cannot work with this family.
    """
    history = history_of(conference)
    may_allocate = Stage.ALLOCATED in may_follow(history)
    if not may_allocate and Stage.ALLOCATED not in history:
        raise NotThatWay("Note first that somebody in the family said yes.")
    if Exclusion.objects.filter(case=conference.case_id, stands_against=membership.user_id).exists():
        raise NotAllocated("This person cannot take this record. Choose somebody else.")
    convening = Involvement.objects.filter(case=conference.case_id, scope=CaseScope.CONFERENCE, ended_on=None)
    for involvement in convening.filter(worker=conference.coordinator_id).exclude(worker=membership.user_id):
        end_involvement(involvement=involvement, on=on)
    known = set(convening.filter(worker=membership.user_id).values_list("child_id", flat=True))
    role, scope = Involvement.Role.CONFERENCE_COORDINATOR, CaseScope.CONFERENCE
    for child in children:
        if child.pk not in known:
            involve(child=child, worker=membership.user, team=membership.team, role=role, scope=scope, on=on)
    FamilyConference.objects.filter(pk=conference.pk).update(coordinator=membership.user_id, version=F("version") + 1)
    if may_allocate:
        write_stage(conference=conference, stage=Stage.ALLOCATED, by=by, on=on)
    enqueue(kind=REFERRED, recipient_id=membership.user_id, subject=conference, due_on=on)
    record(action="named a conference coordinator", subject=conference, case_id=conference.case_id)


def _called(child: Member) -> str:
    """What the family's papers call a child: the first name, and before birth, without one, the baby."""
    unnamed = child.given_name.lower() in ("", "baby")
    return "the baby" if child.expected_on and unnamed else child.first_name[:80]


def _write_beside(conference: FamilyConference, beside: Beside, by: User, on: date) -> None:
    own = {"case_id": conference.case_id, "conference": conference}
    said = {"said_by": by, "said_on": on}
    SafetyFact.objects.bulk_create(SafetyFact(**own, **said, **asdict(each)) for each in beside.safety)
    MustHave.objects.bulk_create(
        MustHave(**own, **said, place=place, words=words) for place, words in enumerate(beside.must_haves, 1)
    )
    NetworkPerson.objects.bulk_create(NetworkPerson(**own, **asdict(each)) for each in beside.network)


def _begins_with(answers: Sequence[AnswerSaid]) -> list[Stage]:
    """An offer, and what the family answered as a whole: one yes is enough, and a no only when nobody wants time.

    A child's answer is written down, and makes neither. Where no grown-up was asked nothing was offered: somebody
    thinks of it.
    """
    if is_yes(answers):
        return [Stage.OFFERED, Stage.ACCEPTED]
    said = {each.answer for each in answers if not each.is_child}
    if not said - {FamilyAnswer.Answer.NOT_ASKED}:
        return [Stage.CONSIDERED]
    return [Stage.OFFERED, Stage.DECLINED] if said == {FamilyAnswer.Answer.NO} else [Stage.OFFERED]


def _on_the_timeline(
    conference: FamilyConference, children: Sequence[Member], by: User, on: date, summary: str
) -> None:
    note(
        case=conference.case,
        on=on,
        kind=ChronologyEntry.Kind.FAMILY_PLAN,
        summary=summary,
        children=children,
        subject_id=conference.pk,
        by=by,
    )

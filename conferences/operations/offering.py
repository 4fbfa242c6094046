"""Verbs after the referral: ask again, note why not, put an offer off, say what the letter held, add to the network."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from django.db import transaction
from django.db.models import Q

from camden.audit import record
from camden.models import User
from cases.models import Case, ChronologyEntry
from cases.operations.chronology import note
from conferences.models import (
    FamilyAnswer,
    FamilyConference,
    NetworkPerson,
    NotTakenUp,
    NotYetOffered,
    OfferInLetter,
)
from conferences.operations.stages import NotThatWay, history_of, write_stage
from conferences.rules.consent import Threshold
from conferences.rules.not_taken_up import SAYS, STAGE_OF, Why, missing
from conferences.rules.not_taken_up import NotTakenUp as Said
from conferences.rules.stages import Stage, may_follow
from conferences.rules.words import AnswerSaid, NetworkSaid

WAITING = (Stage.OFFERED, Stage.NO_RESPONSE)


class StillMissing(Exception):
    """A code may not be kept yet. Its text says what is not there, in words."""


@transaction.atomic
def ask(*, conference: FamilyConference, answer: AnswerSaid, by: User) -> FamilyAnswer:
    """Somebody was asked, again or for the first time: a row of its own, and their last word holds.

    The first grown-up who is asked makes of a thought an offer. A yes that counts makes an offer that waited one that
    is wanted. A yes that is taken back stops nothing by itself:
    whoever coordinates reads it, and what comes next is said by people.
    """
    FamilyConference.objects.select_for_update().get(pk=conference.pk)
    row = FamilyAnswer.objects.create(
        case_id=conference.case_id, conference=conference, asked_by=by,
        **asdict(answer) | {"shares": list(answer.shares)},
    )  # fmt: skip
    history = history_of(conference)
    if history[-1] is Stage.CONSIDERED and answer.answer != FamilyAnswer.Answer.NOT_ASKED and not answer.is_child:
        write_stage(conference=conference, stage=Stage.OFFERED, by=by, on=answer.asked_on)
        history.append(Stage.OFFERED)
    if answer.answer == FamilyAnswer.Answer.YES and history[-1] in WAITING and _counts(conference, answer):
        write_stage(conference=conference, stage=Stage.ACCEPTED, by=by, on=answer.asked_on)
    record(action="asked somebody about a conference", subject=row, case_id=conference.case_id)
    return row


@transaction.atomic
def offer_again(*, conference: FamilyConference, by: User, on: date) -> None:
    """Offer what was not taken up once more. Raises NotThatWay where the conference goes on anyway."""
    FamilyConference.objects.select_for_update().get(pk=conference.pk)
    if Stage.OFFERED not in may_follow(history_of(conference)):
        raise NotThatWay("This conference is on its way. There is nothing to offer again.")
    write_stage(conference=conference, stage=Stage.OFFERED, by=by, on=on)
    record(action="offered a conference again", subject=conference, case_id=conference.case_id)


@transaction.atomic
def note_not_taken_up(
    *, conference: FamilyConference, why: Why, by: User, on: date, words: str = "", attempts: Sequence[date] = (),
    decided_by: User | None = None, evidence: str = "",
) -> NotTakenUp:  # fmt: skip
    """*Not taken up, and why*: the code with what it needs, and the stage that follows from it.

    `decided_by` is the manager of a decision against it. Raises StillMissing, and NotThatWay where the stage does not
    follow from where the conference stands.
    """
    FamilyConference.objects.select_for_update().get(pk=conference.pk)
    tried = tuple(sorted(set(attempts)))
    lacks = missing(
        Said(why, on, words, tried, decided_by.name if decided_by else "", decided_by is not None, evidence)
    )
    if lacks:
        raise StillMissing("; ".join(lacks))
    if STAGE_OF[why] not in may_follow(history_of(conference)):
        raise NotThatWay("The conference has moved on meanwhile. Look where it stands now.")
    row = NotTakenUp.objects.create(
        case_id=conference.case_id, conference=conference, why=why.value, noted_on=on, noted_by=by, words=words,
        attempts=list(tried), decided_by=decided_by, evidence=evidence,
    )  # fmt: skip
    reason = words or SAYS[why].family  # what the family may read: what a decision rests on stays in its own row
    write_stage(conference=conference, stage=STAGE_OF[why], by=decided_by or by, on=on, reason=reason)
    record(action="noted why a conference was not taken up", subject=row, case_id=conference.case_id)
    return row


@transaction.atomic
def put_off(*, case: Case, threshold: Threshold, why: str, by: User, on: date) -> NotYetOffered:
    """A worker says why a conference is not offered yet. The next change of threshold asks again."""
    row = NotYetOffered.objects.create(case=case, threshold=threshold.value, why=why, said_by=by, said_on=on)
    record(action="said why a conference is not offered yet", subject=row, case_id=case.pk)
    return row


@transaction.atomic
def say_what_the_letter_held(*, case: Case, letter_on: date, is_in_letter: bool, by: User, on: date) -> OfferInLetter:
    """Whether the offer was in the letter before proceedings of that day. The last word holds."""
    row = OfferInLetter.objects.create(
        case=case, letter_on=letter_on, is_in_letter=is_in_letter, said_by=by, said_on=on
    )
    summary = (
        f"{by.name} noted that a family group conference was {'' if is_in_letter else 'not '}offered in the letter"
    )
    note(case=case, on=letter_on, kind=ChronologyEntry.Kind.FAMILY_PLAN, summary=summary, children=(), by=by)
    record(action="said whether the offer was in the letter", subject=row, case_id=case.pk)
    return row


@transaction.atomic
def set_network(*, conference: FamilyConference, there: Sequence[NetworkSaid], on: date) -> None:
    """Pass on who belongs to the network: those who are there already stay, who is not named any more is taken out."""
    FamilyConference.objects.select_for_update().get(pk=conference.pk)
    rows = NetworkPerson.objects.filter(conference=conference)
    named = {each.name for each in there if each.member_id is None}
    members = {each.member_id for each in there if each.member_id is not None}
    kept = Q(member__in=members) | Q(member=None, name__in=named)
    rows.filter(removed_on=None).exclude(kept).update(removed_on=on)
    rows.filter(kept).update(removed_on=None)
    known = set(rows.values_list("member", "name"))
    has = {member for member, _ in known if member}, {name for member, name in known if not member}
    NetworkPerson.objects.bulk_create(
        NetworkPerson(case_id=conference.case_id, conference=conference, **asdict(each))
        for each in there
        if (each.member_id not in has[0] if each.member_id else each.name not in has[1])
    )
    record(action="said who belongs to the network", subject=conference, case_id=conference.case_id)


def _counts(conference: FamilyConference, answer: AnswerSaid) -> bool:
    """Whether this yes is enough: of somebody with parental responsibility, or while nobody is known to have it."""
    if answer.has_responsibility:
        return True
    known = FamilyAnswer.objects.filter(conference=conference, has_responsibility=True)
    return not answer.is_child and not known.exists()

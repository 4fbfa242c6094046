"""Verbs about referrals and the episodes of need they open."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.rules.moments import day_here
from camden.rules.names import day_in_words
from cases.models import (
    AssessmentChild,
    Case,
    ChronologyEntry,
    Contact,
    Episode,
    Member,
    Referral,
    ReferralChild,
)
from cases.operations.assessments import NotAssessed, start_assessment
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.record_days import reopen_record
from cases.rules.codesets import REFERRAL_SOURCE, in_a_sentence
from cases.rules.front_door import LONGEST_BEFORE_BIRTH
from cases.rules.journey import REFERRAL_OUTCOME
from cases.rules.visits import in_a_row

NO_FURTHER_ACTION = "no-further-action"


class ReferralRefused(Exception):
    """The referral was not taken or not decided. Says why in a sentence, and `about` which answer it is."""

    def __init__(self, sentence: str, about: str = "") -> None:
        super().__init__(sentence)
        self.about = about


class ReferralDecidedBefore(Exception):
    """Somebody else decided, or told the referrer, while this page was open. Nothing is changed."""


@transaction.atomic
def accept_referral(*, child: Member, on: date, source: str, primary_need: str) -> Episode:
    """Open a child's episode of need. `source` and `primary_need` are codes of the children in need census.

    Raises django.db.IntegrityError when the child has an episode open, or one that day falls into.
    """
    episode = _open_episode(child, on, source, primary_need)
    note(
        case=child.case,
        on=on,
        kind=ChronologyEntry.Kind.REFERRAL,
        summary=f"Referral about {child.first_name} from {in_a_sentence(REFERRAL_SOURCE[source])}",
        children=[child],
        subject_id=episode.pk,
    )
    record(action="accepted a referral", subject=episode, case_id=child.case_id)
    keep_clocks(case=child.case)
    return episode


@transaction.atomic
def receive_referral(*, contact: Contact, children: Sequence[Member], by: User, at: datetime) -> Referral:
    """A contact became a referral at that moment: its working day counts from there (FD1).

    It is about those of the children who are not in need yet. Raises ReferralRefused when all of them are.
    """
    in_need = set(Episode.objects.in_need().filter(case=contact.case_id).values_list("child", flat=True))
    about = [child for child in children if child.pk not in in_need]
    if not about:
        who = f"{in_a_row([child.first_name for child in children])} {'is' if len(children) == 1 else 'are'}"
        raise ReferralRefused(f"{who} in need already. Pass it to the family’s own worker.", "outcome")
    referral = Referral.objects.create(case=contact.case, contact=contact, received_at=at, source=contact.source)
    ReferralChild.objects.bulk_create(
        ReferralChild(case=contact.case, referral=referral, child=child) for child in about
    )
    record(action="received a referral", subject=referral, case_id=contact.case_id)
    return referral


def decide_referral(
    *,
    referral: Referral,
    by: User,
    at: datetime,
    outcomes: Sequence[str],
    rationale: str,
    accepted: Sequence[Member] = (),
    primary_need: str = "",
) -> None:
    """A manager's decision, once. `outcomes` are of REFERRAL_OUTCOME, no further action alone.

    Each of the `accepted` children gets an episode of need from the day of the referral; with the outcome
    "assessment" their assessment begins. Every other child's referral is kept with no further action (8815, 8831).
    Raises ReferralRefused, or ReferralDecidedBefore when somebody was first.
    """
    on, received_on = day_here(at), day_here(referral.received_at)
    children = [part.child for part in _parts(referral)]
    _check(referral, at, outcomes, accepted, primary_need)
    for child in accepted:
        _check_child(child, received_on)
    facts = {"decided_at": at, "decided_by": by, "outcomes": list(outcomes), "rationale": rationale}
    with transaction.atomic():
        free = Referral._base_manager.filter(pk=referral.pk, case=referral.case_id, decided_at=None)
        if not free.update(version=F("version") + 1, **facts):
            raise ReferralDecidedBefore
        keys = {child.pk for child in accepted}
        for part in _parts(referral):
            _give_episode(part, referral, received_on, primary_need if part.child_id in keys else None)
        if accepted:
            reopen_record(case=referral.case)
        if "assessment" in outcomes:
            _call_for_assessment(referral.case, accepted, received_on, on, by)
        _say(referral, children, by, at, _decision_in_words(by, children, accepted, outcomes))
        record(action="decided a referral", subject=referral, case_id=referral.case_id)
        keep_clocks(case=referral.case)
    for name, value in facts.items():
        setattr(referral, name, value)


def log_referral_feedback(*, referral: Referral, by: User, at: datetime, how: str = "") -> None:
    """The referrer and the family know what was decided: when, and in a few words how.

    Raises ReferralRefused before the decision, ReferralDecidedBefore when somebody logged it already.
    """
    if referral.decided_at is None or at < referral.decided_at.replace(second=0, microsecond=0):
        raise ReferralRefused("They can be told only after the decision.", "told_on")
    with transaction.atomic():
        untold = Referral._base_manager.filter(pk=referral.pk, case=referral.case_id, told_at=None)
        if not untold.update(told_at=max(at, referral.decided_at), told_by=by, version=F("version") + 1):
            raise ReferralDecidedBefore
        children = [part.child for part in _parts(referral)]
        more = f": {how}" if how else ""
        _say(referral, children, by, at, f"{by.name} told the referrer what came of the referral{more}")
        record(action="told a referrer", subject=referral, case_id=referral.case_id)
        keep_clocks(case=referral.case)


def _check(
    referral: Referral, at: datetime, outcomes: Sequence[str], accepted: Sequence[Member], primary_need: str
) -> None:
    """What a decision must say, in words; the table's constraints say the same."""
    nothing = NO_FURTHER_ACTION in outcomes
    if not outcomes or not set(outcomes) <= set(REFERRAL_OUTCOME):
        raise ReferralRefused("Choose what the referral leads to.", "outcomes")
    if nothing and len(outcomes) > 1:
        raise ReferralRefused("“No further action” stands alone: take out the others, or take it out.", "outcomes")
    if nothing and accepted:
        raise ReferralRefused("With no further action nobody becomes a child in need: choose no child.", "children")
    if not nothing and not accepted:
        raise ReferralRefused("Choose for which children, or “No further action”.", "children")
    if not nothing and not primary_need:
        raise ReferralRefused("Choose the main need.", "primary_need")
    if at < referral.received_at:
        raise ReferralRefused("The decision cannot be earlier than the referral.", "outcomes")


def _check_child(child: Member, on: date) -> None:
    """A child has one episode at a time (8815, 8820), and is not referred more than 40 weeks before birth (8606)."""
    if child.expected_on and child.expected_on - on > LONGEST_BEFORE_BIRTH:
        expected = day_in_words(child.expected_on)
        raise ReferralRefused(f"{child.first_name} is expected {expected}, more than 40 weeks ahead.", "children")
    for episode in Episode.objects.filter(case=child.case_id, child=child, no_further_action=False):
        if episode.closed_on is None:
            since = day_in_words(episode.referred_on)
            raise ReferralRefused(f"{child.first_name} is in need already, since {since}.", "children")
        if episode.closed_on > on:
            until = day_in_words(episode.closed_on)
            raise ReferralRefused(f"{child.first_name} was in need until {until}, after this referral.", "children")


def _call_for_assessment(case: Case, children: Sequence[Member], received_on: date, on: date, by: User) -> None:
    """The assessment the referral calls for; whoever is being assessed already goes on with that."""
    busy = set(AssessmentChild.objects.filter(case=case, ended_on=None).values_list("child", flat=True))
    if about := [child for child in children if child.pk not in busy]:
        try:
            start_assessment(
                case=case, children=about, legal_basis="need", counts_from_on=received_on, started_on=on, by=by
            )
        except NotAssessed as why:
            raise ReferralRefused(str(why), "outcomes") from why


def _give_episode(part: ReferralChild, referral: Referral, on: date, primary_need: str | None) -> None:
    """The child's episode; without a need, one of no further action, which takes no time."""
    try:
        with transaction.atomic():
            episode = _open_episode(part.child, on, referral.source, primary_need)
    except IntegrityError as error:
        raise ReferralRefused(f"{part.child.first_name} is in need already.", "children") from error
    part.episode = episode
    part.save(update_fields=["episode"])


def _open_episode(child: Member, on: date, source: str, primary_need: str | None) -> Episode:
    return Episode.objects.create(
        case=child.case,
        child=child,
        referred_on=on,
        source=source,
        primary_need=primary_need or "",
        no_further_action=primary_need is None,
    )


def _parts(referral: Referral) -> list[ReferralChild]:
    parts: Any = ReferralChild.objects.filter(case=referral.case_id, referral=referral)
    found = list(parts.select_related("child").order_by("child__born_on", "child__pk"))
    for part in found:
        part.child.case = part.case = referral.case
    return found


def _decision_in_words(
    by: User, children: Sequence[Member], accepted: Sequence[Member], outcomes: Sequence[str]
) -> str:
    about = in_a_row([child.first_name for child in accepted or children])
    what = in_a_row([in_a_sentence(REFERRAL_OUTCOME[outcome]) for outcome in outcomes])
    return f"{by.name} decided the referral about {about}: {what}"


def _say(referral: Referral, children: Sequence[Member], by: User, at: datetime, summary: str) -> None:
    note(
        case=referral.case,
        on=day_here(at),
        kind=ChronologyEntry.Kind.REFERRAL_DECIDED,
        summary=summary,
        children=children,
        subject_id=referral.pk,
        by=by,
    )

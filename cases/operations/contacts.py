"""Verbs of the front door: take a contact, decide it, tell whoever told us."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import Team, User
from camden.outbox import enqueue_all
from camden.rules.moments import day_here
from cases.models import Case, ChronologyEntry, Contact, ContactChild, Member, Relationship
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.duty import workers_of
from cases.operations.families import add_member, open_case, relate
from cases.operations.referrals import ReferralRefused, receive_referral
from cases.rules.codesets import REFERRAL_SOURCE, in_a_sentence
from cases.rules.front_door import AdultSaid, ContactSaid, PeopleSaid, family_name_of
from cases.rules.journey import CONTACT_OUTCOME
from cases.rules.visits import in_a_row

PASSED_ON = "contact"  # the message's template in templates/emails/


class NotTaken(Exception):
    """The contact was not taken. Says why in a sentence, and `about` which answer it is."""

    def __init__(self, sentence: str, about: str = "") -> None:
        super().__init__(sentence)
        self.about = about


class NotDecided(Exception):
    """The decision was not made. Says why in a sentence, and `about` which answer it is."""

    def __init__(self, sentence: str, about: str = "outcome") -> None:
        super().__init__(sentence)
        self.about = about


class DecidedBefore(Exception):
    """Somebody else decided, or told the referrer, while this page was open. Nothing is changed."""


@transaction.atomic
def open_family(*, team: Team, by: User, people: PeopleSaid, said: ContactSaid) -> Contact:
    """Open a record for a family nobody knew, on a team's list, with the contact that brought it.

    Raises NotTaken, and django.db.ProgrammingError when the team is out of this person's reach.
    """
    if not people.children:
        raise NotTaken("Say whom it is about: at least one child, even without a name.", "child_1_given")
    name = family_name_of(people.children)
    case = open_case(name=name, team=team, on=day_here(said.received_at))
    return take_contact(case=case, by=by, children=[], people=people, said=said)


@transaction.atomic
def take_contact(*, case: Case, by: User, children: Sequence[Member], people: PeopleSaid, said: ContactSaid) -> Contact:
    """Write down that somebody told us of children of this record, and of `people` it did not know yet.

    Raises NotTaken without any child.
    """
    on = day_here(said.received_at)
    about = list(children)
    for new in people.children:
        about.append(add_member(case=case, kind=Member.Kind.CHILD, **new.facts(on)))
    if not about:
        raise NotTaken("Choose at least one child.", "children")
    for adult in people.adults:
        _add_adult(case, adult, about)
    contact = Contact.objects.create(case=case, taken_by=by, **vars(said))
    ContactChild.objects.bulk_create(ContactChild(case=case, contact=contact, child=child) for child in about)
    _say(contact, about, by, said.received_at, f"Contact about {_names(about)} from {_source(contact)}")
    record(action="took a contact", subject=contact, case_id=case.pk)
    keep_clocks(case=case)
    return contact


def decide_contact(
    *, contact: Contact, by: User, at: datetime, outcome: str, rationale: str, rating: str = ""
) -> Contact:
    """A manager's decision, once: `outcome` is of CONTACT_OUTCOME; a referral begins its own working day then.

    Raises NotDecided, or DecidedBefore when somebody was first.
    """
    if at < contact.received_at:
        raise NotDecided("The decision cannot be earlier than the contact.")
    workers = workers_of(contact.case, but=by)
    if outcome == "open-to-worker" and not workers:
        raise NotDecided("Nobody else works with this family now. Choose what shall happen instead.")
    facts: dict[str, Any] = {"outcome": outcome, "rationale": rationale, "rating": rating or contact.rating}
    facts |= {"decided_at": at, "decided_by": by}
    with transaction.atomic():
        free = Contact.objects.filter(pk=contact.pk, case=contact.case_id, decided_at=None)
        if not free.update(version=F("version") + 1, **facts):
            raise DecidedBefore
        children = list(contact.children.order_by("pk"))
        words = in_a_sentence(CONTACT_OUTCOME[outcome])
        _say(contact, children, by, at, f"{by.name} decided the contact about {_names(children)}: {words}")
        if outcome == "referral":
            _refer(contact, children, by, at)
        if outcome == "open-to-worker":
            enqueue_all(kind=PASSED_ON, recipient_ids=workers, subject=contact, due_on=day_here(at))
        record(action="decided a contact", subject=contact, case_id=contact.case_id)
        keep_clocks(case=contact.case)
    for name, value in facts.items():  # only what stands: a refusal above leaves the row in hand as it was
        setattr(contact, name, value)
    return contact


def log_feedback(*, contact: Contact, by: User, at: datetime, how: str = "") -> None:
    """The referrer and the family know what was decided: when, and in a few words how.

    Raises NotDecided before the decision, DecidedBefore when somebody logged it already.
    """
    if contact.decided_at is None or at < contact.decided_at.replace(second=0, microsecond=0):
        raise NotDecided("They can be told only after the decision.", "told_on")
    with transaction.atomic():
        untold = Contact.objects.filter(pk=contact.pk, case=contact.case_id, told_at=None)
        if not untold.update(told_at=max(at, contact.decided_at), told_by=by, version=F("version") + 1):
            raise DecidedBefore
        children = list(contact.children.order_by("pk"))
        more = f": {how}" if how else ""
        _say(contact, children, by, at, f"{by.name} told the referrer what came of the contact{more}")
        record(action="told a referrer", subject=contact, case_id=contact.case_id)
        keep_clocks(case=contact.case)


def _refer(contact: Contact, children: Sequence[Member], by: User, at: datetime) -> None:
    try:
        receive_referral(contact=contact, children=children, by=by, at=at)
    except ReferralRefused as why:
        raise NotDecided(str(why), why.about) from why


def _add_adult(case: Case, said: AdultSaid, children: Sequence[Member]) -> None:
    given, _, family = said.name.strip().rpartition(" ")
    adult = add_member(
        case=case, kind=Member.Kind.ADULT, given_name=(given or family)[:80], family_name=family[:80] if given else ""
    )
    for child in children if said.tie else ():
        relate(one=adult, other=child, kind=Relationship.Kind(said.tie))


def _say(contact: Contact, children: Sequence[Member], by: User, at: datetime, summary: str) -> None:
    note(
        case=contact.case,
        on=day_here(at),
        kind=ChronologyEntry.Kind.CONTACT,
        summary=summary,
        children=children,
        subject_id=contact.pk,
        by=by,
    )


def _names(children: Sequence[Member]) -> str:
    return in_a_row([child.first_name for child in children])


def _source(contact: Contact) -> str:
    return in_a_sentence(REFERRAL_SOURCE[contact.source])

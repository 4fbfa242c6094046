"""A contact and a referral as their pages show them, and what is already known of a family somebody tells us about."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from camden.models import User
from camden.rules.moments import day_here
from cases.models import Case, Contact, ContactChild, Episode, Involvement, Member, Referral, ReferralChild
from cases.readings.caseload import RecordLine, lines_of, people_called
from cases.readings.front_door import NOT_RATED, RATING, limits_kept, said_at
from cases.rules.codesets import PRIMARY_NEED, REFERRAL_SOURCE
from cases.rules.front_door import Limit
from cases.rules.journey import CONSENT, CONTACT_METHOD, CONTACT_OUTCOME, REFERRAL_OUTCOME
from cases.rules.visits import in_a_row


@dataclass(frozen=True)
class ChildLine:
    """A child somebody told us about. `came_of_it` once a referral was decided."""

    pk: int
    name: str
    first_name: str
    age: str
    in_need_since: date | None
    came_of_it: str


@dataclass(frozen=True)
class DecisionLine:
    """What was decided, who decided when, and why; `told` says who told the referrer when."""

    what: str
    by: str
    why: str
    told: str


@dataclass(frozen=True)
class ContactReading:
    """A contact as its page shows it. `facts` are pairs of a label and what was said."""

    pk: int
    case_pk: int
    children: tuple[ChildLine, ...]
    rating: str
    rating_kind: str
    received: str
    facts: tuple[tuple[str, str], ...]
    worry: str
    strengths: str
    care_when_calling: str
    limit: Limit | None
    decision: DecisionLine | None
    is_told: bool
    referral: int | None
    """The referral it became."""


@dataclass(frozen=True)
class ReferralReading:
    """A referral as its page shows it."""

    pk: int
    case_pk: int
    children: tuple[ChildLine, ...]
    received: str
    source: str
    contact: int | None
    worry: str
    limit: Limit | None
    decision: DecisionLine | None
    is_told: bool
    is_accepted: bool


def read_contact(contact: Contact, at: datetime) -> ContactReading:
    """A contact with its children. Four queries while it waits, at most three else."""
    parts = ContactChild.objects.filter(case=contact.case_id, contact=contact).select_related("child").order_by("pk")
    rating, kind = RATING.get(contact.rating, NOT_RATED)
    became = Referral._base_manager.filter(case=contact.case_id, contact=contact)
    referral = became.values_list("pk", flat=True).first() if contact.outcome == "referral" else None
    return ContactReading(
        pk=contact.pk,
        case_pk=contact.case_id,
        children=_children(
            [part.child for part in parts], day_here(contact.received_at), children_in_need(contact.case)
        ),
        rating=rating,
        rating_kind=kind,
        received=said_at(contact.received_at, at),
        facts=_facts(contact, at),
        worry=contact.worry,
        strengths=contact.strengths,
        care_when_calling=contact.care_when_calling,
        limit=None if contact.decided_at else limits_kept().of_contact(contact.rating, contact.received_at, at),
        decision=_decision(contact, CONTACT_OUTCOME.get(contact.outcome, ""), at),
        is_told=contact.told_at is not None,
        referral=referral,
    )


def read_referral(referral: Referral, at: datetime) -> ReferralReading:
    """A referral with its children and what came of each. Three queries while it waits, else one."""
    found = ReferralChild.objects.filter(case=referral.case_id, referral=referral)
    parts = list(found.select_related("child", "episode").order_by("child__born_on", "child__pk"))
    episodes = {part.child_id: part.episode for part in parts if part.episode}
    outcomes = [REFERRAL_OUTCOME[outcome] for outcome in referral.outcomes]
    lines = _children([part.child for part in parts], day_here(referral.received_at), {})
    lines = tuple(replace(line, came_of_it=_came_of_it(episodes.get(line.pk))) for line in lines)
    return ReferralReading(
        pk=referral.pk,
        case_pk=referral.case_id,
        children=lines,
        received=said_at(referral.received_at, at),
        source=REFERRAL_SOURCE.get(referral.source, ""),
        contact=referral.contact_id,
        worry=referral.contact.worry if referral.contact else "",
        limit=None if referral.decided_at else limits_kept().of_referral(referral.received_at, at),
        decision=_decision(referral, ", ".join(outcomes), at),
        is_told=referral.told_at is not None,
        is_accepted=any(not episode.no_further_action for episode in episodes.values()),
    )


def known_families(*, user: User, words: str, born_on: date | None, on: date) -> tuple[RecordLine, ...]:
    """Families somebody may be telling us about: by words of a name or the council's number, or by a day of birth.

    With both, whoever was born that day comes first. At most 50 people. Only records open to this person.
    """
    keys: list[int] = []
    found: set[int] = set()
    born: set[int] = set()
    for member, case in people_called(words) if words else ():
        keys.append(case)
        found.add(member)
    if born_on:
        on_that_day = Member.objects.visible_to(user).filter(born_on=born_on).order_by("pk")[:50]
        for member, case in on_that_day.values_list("pk", "case"):
            found.add(member)
            born.add(case)
    order = {key: place for place, key in reversed(list(enumerate([*sorted(born), *keys])))}
    cases = sorted(Case.objects.visible_to(user).filter(pk__in=order), key=lambda case: order[case.pk])
    return lines_of(cases, on, frozenset(found))


def children_in_need(case: Case) -> dict[int, date]:
    """Since when each child of the record who is in need now has been. One query."""
    found = Episode.objects.in_need().filter(case=case)
    return dict(found.values_list("child", "referred_on"))


def children_of_record(case: Case) -> list[Member]:
    """The children of a record, oldest first. One query."""
    return list(Member.objects.children().filter(case=case))


def children_of_referral(referral: Referral) -> list[Member]:
    """The children a referral is about, oldest first, their record with them. One query."""
    parts = ReferralChild.objects.filter(case=referral.case_id, referral=referral)
    children = list(Member.objects.children().filter(case=referral.case_id, pk__in=parts.values("child")))
    for child in children:
        child.case = referral.case
    return children


def ways_to_decide(contact: Contact) -> list[tuple[str, str, str]]:
    """What may come of a contact: code, words and a hint. To the family's own worker only while there is one."""
    leads = Involvement.objects.present().filter(case=contact.case_id).select_related("worker")
    names = list(dict.fromkeys(each.worker.name for each in leads))
    hints = {
        "referral": "From now it is decided within one working day.",
        "open-to-worker": f"{in_a_row(names[:3])} {'hears' if len(names) == 1 else 'hear'} of it.",
    }
    return [
        (code, label, hints.get(code, ""))
        for code, label in CONTACT_OUTCOME.items()
        if names or code != "open-to-worker"
    ]


def _facts(contact: Contact, at: datetime) -> tuple[tuple[str, str], ...]:
    whom = ", ".join(part for part in (contact.who, contact.agency) if part)
    consent = CONSENT[contact.consent] + (f": {contact.consent_note}" if contact.consent_note else "")
    facts = [
        ("Received", f"{said_at(contact.received_at, at)}, {CONTACT_METHOD[contact.method].lower()}"),
        ("Who told us", REFERRAL_SOURCE[contact.source]),
        ("Their name", whom),
        ("How to reach them", contact.reach),
        ("What the family knows", consent),
        ("Taken by", contact.taken_by.name),
    ]
    return tuple((label, said) for label, said in facts if said)


def _children(children: list[Member], on: date, since: dict[int, date]) -> tuple[ChildLine, ...]:
    return tuple(
        ChildLine(child.pk, child.name, child.first_name, child.age(on), since.get(child.pk), "") for child in children
    )


def _came_of_it(episode: Episode | None) -> str:
    if episode is None:
        return ""
    if episode.no_further_action:
        return "No further action"
    return f"A child in need: {PRIMARY_NEED.get(episode.primary_need, 'main need not stated').lower()}"


def _decision(row: Contact | Referral, what: str, at: datetime) -> DecisionLine | None:
    if row.decided_at is None or row.decided_by is None:
        return None
    told = f"{row.told_by.name}, {said_at(row.told_at, at)}" if row.told_at and row.told_by else ""
    return DecisionLine(what, f"{row.decided_by.name}, {said_at(row.decided_at, at)}", row.rationale, told)

"""The front-door board: contacts and referrals that wait for a decision, and what was decided."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from camden.models import User
from camden.operations.rulebook import calendar, timescales
from camden.rules.dates import midnight
from camden.rules.moments import clock, day_here, recent_day
from cases.models import Contact, ContactChild, Referral, ReferralChild
from cases.rules.codesets import REFERRAL_SOURCE
from cases.rules.front_door import Limit, Limits
from cases.rules.journey import CONTACT_OUTCOME, REFERRAL_OUTCOME
from cases.rules.timescales.front_door import ROWS
from cases.rules.visits import in_a_row

MOST = 100  # cards on one page; the board is for today
FEEDBACK_FOR = timedelta(days=28)
RATING = {"red": ("Red", "red"), "amber": ("Amber", "amber"), "green": ("Green", "green")}
NOT_RATED = ("Not rated yet", "blue")


class Show(StrEnum):
    """What the board shows."""

    CONTACTS = "contacts"
    REFERRALS = "referrals"
    DECIDED = "decided"
    FEEDBACK = "feedback"

    @property
    def tab(self) -> str:
        """What the tab is called."""
        return {
            "contacts": "Contacts to decide",
            "referrals": "Referrals to decide",
            "decided": "Decided today",
            "feedback": "Waiting for feedback to the referrer",
        }[self]


@dataclass(frozen=True)
class Card:
    """One contact or referral. `children` are first names; `limit` is empty once it is decided."""

    what: str
    href: str
    decide_href: str
    feedback_href: str
    children: str
    family: str
    rating: str
    rating_kind: str
    received: str
    source: str
    who: str
    limit: Limit | None
    outcome: str
    case_pk: int


@dataclass(frozen=True)
class Board:
    """What one tab shows, and how many there are on each. `more` when there are more than the page holds."""

    show: Show
    cards: tuple[Card, ...]
    counts: dict[Show, int]
    more: bool


def board(*, user: User, show: Show, at: datetime) -> Board:
    """The board as this person sees it, the nearest limit first; what nobody rated comes first of all.

    Eight queries at most, whatever there is.
    """
    contacts: Any = Contact.objects.visible_to(user)
    referrals: Any = Referral.objects.visible_to(user)
    counts, limits = _counts(contacts, referrals, at), limits_kept()
    cards: list[Card] = []
    if show is not Show.REFERRALS:
        cards += _contacts(contacts.filter(_shown(show, at, is_contact=True)), at, limits)
    if show is not Show.CONTACTS:
        cards += _referrals(referrals.filter(_shown(show, at)), at, limits)
    cards.sort(key=_nearest)
    return Board(show, tuple(cards[:MOST]), counts, len(cards) > MOST)


def limits_kept() -> Limits:
    """How long decisions may take, as this council keeps it. Two queries."""
    return Limits(tuple(timescales(ROWS)), calendar())


def _shown(show: Show, at: datetime, *, is_contact: bool = False) -> Q:
    if show is Show.DECIDED:
        return Q(decided_at__gte=midnight(day_here(at)))
    if show is Show.FEEDBACK:
        untold = Q(decided_at__gte=at - FEEDBACK_FOR, told_at=None)
        # Whoever told us of what became a referral hears of that decision.
        return untold & ~Q(outcome="referral") if is_contact else untold
    return Q(decided_at=None)


def _counts(contacts: QuerySet[Any], referrals: QuerySet[Any], at: datetime) -> dict[Show, int]:
    def number(show: Show, is_contact: bool) -> Count:
        return Count("pk", filter=_shown(show, at, is_contact=is_contact))

    recent = Q(decided_at=None) | Q(decided_at__gte=at - FEEDBACK_FOR)
    both = {"decided": Show.DECIDED, "feedback": Show.FEEDBACK}
    of_contacts = contacts.filter(recent).aggregate(
        waiting=number(Show.CONTACTS, True), **{name: number(show, True) for name, show in both.items()}
    )
    of_referrals = referrals.filter(recent).aggregate(
        waiting=number(Show.REFERRALS, False), **{name: number(show, False) for name, show in both.items()}
    )
    return {
        Show.CONTACTS: of_contacts["waiting"],
        Show.REFERRALS: of_referrals["waiting"],
        **{show: of_contacts[name] + of_referrals[name] for name, show in both.items()},
    }


def _contacts(found: QuerySet[Any], at: datetime, limits: Limits) -> list[Card]:
    rows: list[Contact] = list(found.select_related("taken_by", "case").order_by("received_at", "pk")[: MOST + 1])
    parts = ContactChild.objects.filter(case__in={row.case_id for row in rows}, contact__in=[row.pk for row in rows])
    names = _names((part.contact_id, part.child.first_name) for part in parts.select_related("child").order_by("pk"))
    return [_contact_card(row, names[row.pk], at, limits) for row in rows]


def _contact_card(contact: Contact, names: Sequence[str], at: datetime, limits: Limits) -> Card:
    keys = [contact.case_id, contact.pk]
    rating, kind = RATING.get(contact.rating, NOT_RATED)
    is_open = contact.decided_at is None
    return Card(
        what="Contact",
        href=reverse("cases:contact", args=keys),
        decide_href=reverse("cases:contact-decision", args=keys) if is_open else "",
        feedback_href=_feedback_href("cases:contact-feedback", contact) if contact.outcome != "referral" else "",
        children=in_a_row(names),
        family=contact.case.name,
        rating=rating,
        rating_kind=kind,
        received=said_at(contact.received_at, at),
        source=REFERRAL_SOURCE[contact.source],
        who=f"taken by {contact.taken_by.name}",
        limit=limits.of_contact(contact.rating, contact.received_at, at) if is_open else None,
        outcome=CONTACT_OUTCOME.get(contact.outcome, ""),
        case_pk=contact.case_id,
    )


def _referrals(found: QuerySet[Any], at: datetime, limits: Limits) -> list[Card]:
    rows: list[Referral] = list(
        found.select_related("case", "contact__decided_by").order_by("received_at", "pk")[: MOST + 1]
    )
    parts = ReferralChild.objects.filter(case__in={row.case_id for row in rows}, referral__in=[row.pk for row in rows])
    names = _names((part.referral_id, part.child.first_name) for part in parts.select_related("child").order_by("pk"))
    return [_referral_card(row, names[row.pk], at, limits) for row in rows]


def _referral_card(referral: Referral, names: Sequence[str], at: datetime, limits: Limits) -> Card:
    keys = [referral.case_id, referral.pk]
    is_open = referral.decided_at is None
    passed_by = referral.contact.decided_by if referral.contact else None
    return Card(
        what="Referral",
        href=reverse("cases:referral", args=keys),
        decide_href=reverse("cases:referral-decision", args=keys) if is_open else "",
        feedback_href=_feedback_href("cases:referral-feedback", referral),
        children=in_a_row(names),
        family=referral.case.name,
        rating="",
        rating_kind="",
        received=said_at(referral.received_at, at),
        source=REFERRAL_SOURCE.get(referral.source, ""),
        who=f"passed on by {passed_by.name}" if passed_by else "",
        limit=limits.of_referral(referral.received_at, at) if is_open else None,
        outcome=in_a_row([REFERRAL_OUTCOME[outcome] for outcome in referral.outcomes]),
        case_pk=referral.case_id,
    )


def _feedback_href(name: str, row: Contact | Referral) -> str:
    waits = row.decided_at is not None and row.told_at is None
    return reverse(name, args=[row.case_id, row.pk]) if waits else ""


def _names(pairs: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key, name in pairs:
        found[key].append(name)
    return found


def _nearest(card: Card) -> tuple[bool, str]:
    """Without a limit while it waits: nobody rated it, and it may be the gravest. A day ends after its minutes."""
    if card.limit is None:
        return (False, "")
    return (True, card.limit.iso if "T" in card.limit.iso else f"{card.limit.iso}T24")


def said_at(moment: datetime, at: datetime) -> str:
    """A moment that passed: "today 09:12", "Saturday 19:05", "Saturday 3 October 2026 10:00"."""
    return f"{recent_day(day_here(moment), day_here(at))} {clock(moment)}"


def without_deciding(page: Board) -> Board:
    """The same for somebody who does not decide: their cards lead to no decision."""
    return replace(page, cards=tuple(replace(card, decide_href="") for card in page.cards))

"""Verbs about homes: one that is known, whether its address may be told, who moved when."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.db.models import F, Q

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from camden.rules.names import day_in_words
from cases.models import Case, Household, HouseholdMembership, Member
from cases.operations.families import move_in, open_household
from cases.operations.people import say
from cases.operations.protecting import in_turn
from cases.operations.refusing import Refusal
from cases.rules.visits import in_a_row


class NotMoved(Refusal):
    """A move cannot be so. Says why, and about which answer."""


@dataclass(frozen=True)
class NewHome:
    """A home nobody has noted yet, to which somebody moved."""

    name: str
    address: str
    is_safe_to_share: bool


@transaction.atomic
def add_home(*, case: Case, name: str, address: str, is_safe_to_share: bool) -> Household:
    """A home that somebody of the record lives in, has lived in, or may live in."""
    home = open_household(case=case, name=name, address=address, is_safe_to_share=is_safe_to_share)
    record(action="added a home", subject=home, case_id=case.pk)
    return home


@transaction.atomic
def change_home(*, home: Household, version: int | None, name: str, address: str, is_safe_to_share: bool) -> Household:
    """Correct what a home is called, its address, or whether that may be told. Raises Overtaken."""
    now: Household = change(home, version=version, name=name, address=address, is_safe_to_share=is_safe_to_share)
    record(action="changed a home", subject=now, case_id=now.case_id)
    return now


@transaction.atomic
def move(
    *,
    case: Case,
    members: Sequence[Member],
    to: Household | NewHome | None,
    by: User,
    on: date,
    moved_on: date | None,
    stays_too: bool = False,
) -> None:
    """People of one record live somewhere else from `moved_on`, or somewhere nobody knows (`to` is None).

    Without a day they live there for as long as anybody knows, which is no move and ends nothing. A child may live in
    two homes: `stays_too` keeps where they lived. `on` is today. Raises NotMoved.
    """
    if not members:
        raise NotMoved("Choose who moved.", "members")
    if moved_on and moved_on > on:
        raise NotMoved("Record a move once it has happened.", "moved_on")
    in_turn(members)
    if isinstance(to, NewHome):
        to = add_home(case=case, **asdict(to))
    leaves = _left(members, to, moved_on, stays_too)
    for stay in leaves:
        _leave(stay, moved_on)
    if to is not None:
        for member in members:
            move_in(member=member, household=to, on=moved_on)
    _say(members, to, [stay.household for stay in leaves], by=by, on=moved_on or on, stays_too=stays_too)
    record(action="recorded a move", subject=members[0], case_id=case.pk)


def _left(
    members: Sequence[Member], to: Household | None, moved_on: date | None, stays_too: bool
) -> list[HouseholdMembership]:
    """Where they lived, as far as they live there no more."""
    present = HouseholdMembership.objects.filter(member__in=members, ended_on=None).select_related(
        "household", "member"
    )
    if there := next((stay for stay in present if to is not None and stay.household_id == to.pk), None):
        raise NotMoved(f"{there.member.first_name} lives there already.", "members")
    leaves = [] if stays_too else list(present)
    if leaves and moved_on is None:
        raise NotMoved("Enter the day: they lived somewhere else before.", "moved_on")
    if to is None and not leaves:
        raise NotMoved("We know of no home they could have left.", "to")
    return leaves


def _leave(stay: HouseholdMembership, day: date | None) -> None:
    if day and stay.started_on and day < stay.started_on:
        since = f"{stay.member.first_name} has lived at {stay.household.name} since {day_in_words(stay.started_on)}"
        raise NotMoved(f"{since}. Check the day.", "moved_on")
    mine = Q(pk=stay.pk, ended_on=None)
    HouseholdMembership.objects.filter(mine).update(ended_on=day, version=F("version") + 1)


def _say(
    members: Sequence[Member], to: Household | None, left: Sequence[Household], *, by: User, on: date, stays_too: bool
) -> None:
    """Names of homes and never an address: a line on the timeline is read where an address must not be."""
    names = in_a_row([member.first_name for member in members])
    was = in_a_row(list(dict.fromkeys(home.name for home in left)))
    if to is None:
        words = f"{names} moved out of {was}; we do not know where to"
    elif left:
        words = f"{names} moved from {was} to {to.name}"
    else:
        live = "lives" if len(members) == 1 else "live"
        words = f"{names} {live} at {to.name}{' too' if stays_too else ''}"
    children = [member for member in members if member.kind == Member.Kind.CHILD]
    say(members[0], words, on=on, by=by, children=children)

"""Verbs about strategy discussions, and the enquiries they begin."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from django.db import transaction

from camden.audit import record
from camden.models import User
from camden.rules.moments import day_here
from camden.rules.names import day_in_words
from cases.models import Case, ChronologyEntry, Enquiry, Episode, Member, StrategyChild, StrategyDiscussion
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.protecting import alert, check_alive, in_turn
from cases.operations.refusing import Refusal, in_words
from cases.rules.visits import in_a_row


class NotHeld(Refusal):
    """The strategy discussion was not kept. Says why, and `about` which answer: `child_<key>` for one child's."""


@dataclass(frozen=True)
class ChildWeighed:
    """A child whom the agencies talked about, and whether they decided to enquire."""

    child: Member
    is_enquired: bool


@dataclass(frozen=True)
class Said:
    """What was said: `agencies` are codes of AGENCY; the rest is in the words of whoever wrote it down."""

    agencies: Sequence[str]
    shared: str
    decision: str
    safety_tonight: str
    telling_parents: str
    is_joint: bool | None = None


@transaction.atomic
def hold_strategy_discussion(
    *,
    case: Case,
    by: User,
    decided_by: User,
    cause_at: datetime,
    held_at: datetime,
    said: Said,
    parts: Sequence[ChildWeighed],
    on: date,
) -> StrategyDiscussion:
    """Keep a strategy discussion, and begin an enquiry for each child for whom one was decided, on the day it was held.

    `decided_by` is the manager who decided. Their workers and manager hear of an enquiry at once. `on` is today.
    Raises NotHeld.
    """
    children = [part.child for part in parts]
    enquired = [part.child for part in parts if part.is_enquired]
    began_on = day_here(held_at)
    in_turn(children)
    _check(parts, cause_at, held_at, said)
    _check_enquiries(enquired, began_on)
    discussion = StrategyDiscussion.objects.create(
        case=case,
        cause_at=cause_at,
        held_at=held_at,
        recorded_by=by,
        decided_by=decided_by,
        **asdict(said if enquired else replace(said, is_joint=None)),
    )
    _begin_enquiries(discussion, parts, began_on)
    _say_held(discussion, children, enquired, by, began_on)
    if enquired:
        alert(kind="alert-enquiry", case=case, children=enquired, subject=discussion, by=by, on=on)
    record(action="recorded a strategy discussion", subject=discussion, case_id=case.pk)
    keep_clocks(case=case)
    return discussion


def _check(parts: Sequence[ChildWeighed], cause_at: datetime, held_at: datetime, said: Said) -> None:
    if not parts:
        raise NotHeld("Choose at least one child whom you talked about.")
    if held_at < cause_at:
        raise NotHeld("A strategy discussion follows the cause for it: check both days and times.", "held_on")
    if any(part.is_enquired for part in parts) and said.is_joint is None:
        raise NotHeld("Choose whether the enquiry is ours alone or joint with the police.", "is_joint")
    for child in (part.child for part in parts):
        check_alive(child, day_here(held_at), NotHeld, f"child_{child.pk}")


def _check_enquiries(children: Sequence[Member], on: date) -> None:
    """One open enquiry for each child (8839), none that overlaps (8890), and a referral before it (2889)."""
    known = list(Enquiry.objects.filter(child__in=children).order_by("started_on", "pk"))
    spells = Episode.objects.filter(child__in=children, no_further_action=False, referred_on__lte=on)
    in_need = {spell.child_id for spell in spells if spell.closed_on is None or spell.closed_on >= on}
    for child in children:
        about, name = f"child_{child.pk}", child.first_name
        if child.pk not in in_need:
            raise NotHeld(
                f"{name} has no open referral on {day_in_words(on)}. Record the contact and the referral first.", about
            )
        for enquiry in (enquiry for enquiry in known if enquiry.child_id == child.pk):
            began = day_in_words(enquiry.started_on)
            if enquiry.ended_on is None:
                raise NotHeld(f"An enquiry about {name} is open since {began}: choose “No new enquiry”.", about)
            if enquiry.started_on > on or enquiry.ended_on > on:
                raise NotHeld(
                    f"An enquiry about {name} ran from {began} to {day_in_words(enquiry.ended_on)}. Check the day.",
                    about,
                )


def _begin_enquiries(discussion: StrategyDiscussion, parts: Sequence[ChildWeighed], on: date) -> None:
    about = {"case": discussion.case, "strategy": discussion}
    StrategyChild.objects.bulk_create(
        StrategyChild(**about, child=part.child, is_enquired=part.is_enquired) for part in parts
    )
    said = "An enquiry about one of these children was begun by somebody else meanwhile. Open it first."
    not_in_need = "One of these children is not in need now. Take the referral first."
    meant = dict.fromkeys(_ONE_AT_A_TIME, (said, "")) | {"nothing_begins_after_the_closing": (not_in_need, "")}
    with in_words(NotHeld, meant):
        Enquiry.objects.bulk_create(
            Enquiry(**about, child=part.child, started_on=on) for part in parts if part.is_enquired
        )


_ONE_AT_A_TIME = ("one_open_enquiry_for_each_child", "enquiries_of_a_child_do_not_overlap")


def _say_held(
    discussion: StrategyDiscussion, children: Sequence[Member], enquired: Sequence[Member], by: User, on: date
) -> None:
    about = in_a_row([child.first_name for child in children])
    what = f"enquiry about {in_a_row([child.first_name for child in enquired])}" if enquired else "no new enquiry"
    note(
        case=discussion.case,
        on=on,
        kind=ChronologyEntry.Kind.STRATEGY,
        summary=f"Strategy discussion about {about}: {what}",
        children=children,
        subject_id=discussion.pk,
        by=by,
    )

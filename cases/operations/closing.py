"""Verbs of an ending: a worker prepares it, a manager who did not agrees or gives it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import (
    Case,
    ChronologyEntry,
    Closure,
    ClosureChild,
    Episode,
    Member,
    PlanSpell,
)
from cases.operations.allocation import NotAllocated
from cases.operations.chronology import note
from cases.operations.clocks import keep_clocks
from cases.operations.decisions import NOBODY_HEARD, NotDecided, decide
from cases.operations.plan_texts import close_text_if_over
from cases.operations.planned_meetings import call_off_what_is_over
from cases.operations.record_days import close_record
from cases.readings.closing import bars, helped, latest_day, nobody_leads, was_assessed
from cases.rules.closing import (
    AFTER_ASSESSMENT,
    AGREEMENT,
    DIED,
    NO_FURTHER_ACTION,
    ClosingSaid,
    help_goes_on,
    plan_ending,
)
from cases.rules.codesets import CLOSURE_REASON, in_a_sentence
from cases.rules.deciding import Decided
from cases.rules.visits import in_a_row


class NotClosed(Exception):
    """The closing was not asked for or not agreed. Says why in a sentence, and `about` which answer it is."""

    def __init__(self, sentence: str, about: str = "") -> None:
        super().__init__(sentence)
        self.about = about


class ClosingDecidedBefore(Exception):
    """Somebody else decided while this page was open. Nothing is changed."""


@dataclass(frozen=True)
class _Ending:
    """One child and the episode that is to end."""

    child: Member
    episode: Episode


@transaction.atomic
def ask_for_closing(*, case: Case, by: User, on: date, children: Sequence[Member], said: ClosingSaid) -> Closure:
    """A worker asks a manager to agree that work with these children ends.

    Raises NotClosed while an assessment, an enquiry or a protection plan is open, and for days in the wrong order.
    """
    endings = _endings(case, children)
    _check(case, endings, said, on)
    if said.died_on:
        children[0].died_on = said.died_on
        children[0].save(update_fields=["died_on"])
    closure = Closure.objects.create(case=case, asked_by=by, asked_on=on, **said.facts())
    ClosureChild.objects.bulk_create(
        ClosureChild(case=case, closure=closure, child=ending.child, episode=ending.episode) for ending in endings
    )
    _say(closure, children, by, on, f"{by.name} asked to close the work with {_names(children)}")
    record(action="asked for a closing", subject=closure, case_id=case.pk)
    keep_clocks(case=case)
    return closure


def decide_closing(
    *, closure: Closure, by: User, on: date, is_agreed: bool, answer: str = "", decided: Decided | None
) -> None:
    """Agree, and each child's episode closes on the day that was asked for; or give it back and say what is missing.

    Plans of need end the same day. Help by agreement goes on, with whoever leads it, unless the child leaves us
    (docs/adr/0021). When nobody in the record is in need or has such help any more, it closes, and the lead workers'
    work ends. Agreed, it takes `decided`: who was heard, and what it changed. Raises NotClosed, NotDecided, or
    ClosingDecidedBefore when somebody was first.
    """
    if closure.asked_by_id == by.pk:
        raise NotClosed("You asked for this closing: somebody else has to agree to it.", "became")
    facts = {"decided_on": on, "decided_by": by, "is_agreed": is_agreed, "answer": answer}
    parts = list(ClosureChild.objects.filter(case=closure.case_id, closure=closure).select_related("child", "episode"))
    children = [part.child for part in parts]
    with transaction.atomic():
        free = Closure._base_manager.filter(pk=closure.pk, case=closure.case_id, decided_on=None)
        if not free.update(version=F("version") + 1, **facts):
            raise ClosingDecidedBefore
        if is_agreed:
            if decided is None:
                raise NotDecided(NOBODY_HEARD, "least_formal")
            decide(
                case=closure.case,
                kind="closing",
                subject_id=closure.pk,
                children=children,
                decided=decided,
                by=by,
                on=on,
            )
            _close(closure, [_Ending(part.child, part.episode) for part in parts], by, on)
        did = f"agreed to close the work with {_names(children)}" if is_agreed else "gave the closing back"
        _say(closure, children, by, on, f"{by.name} {did}")
        record(action="decided a closing", subject=closure, case_id=closure.case_id)
        keep_clocks(case=closure.case)
    for name, value in facts.items():
        setattr(closure, name, value)


def _endings(case: Case, children: Sequence[Member]) -> list[_Ending]:
    """The open episode of each child. Raises NotClosed for a child who has none, or whose closing is asked for."""
    if not children:
        raise NotClosed("Choose at least one child.", "children")
    keys = [child.pk for child in children]
    found = {each.child_id: each for each in Episode.objects.in_need().filter(case=case, child__in=keys)}
    asked = ClosureChild.objects.filter(case=case, child__in=keys, closure__decided_on=None)
    waiting = set(asked.values_list("child", flat=True))
    for child in children:
        if child.pk not in found:
            raise NotClosed(f"{child.first_name} is not in need now: there is nothing to close.", "children")
        if child.pk in waiting:
            raise NotClosed(f"A closing for {child.first_name} is asked for already.", "children")
    return [_Ending(child, found[child.pk]) for child in children]


def _check(case: Case, endings: Sequence[_Ending], said: ClosingSaid, on: date) -> None:
    if said.reason == DIED and len(endings) > 1:
        raise NotClosed("Close for a child who died by itself: choose one child.", "children")
    for ending in endings:
        _check_order(case, ending, said, on)
        _check_reason(case, ending, said)
    for bar in bars(case, [ending.child for ending in endings]):
        raise NotClosed(f"{bar.what} is open. It has to end first.", "children")
    _check_help(case, endings, said.reason, "reason", "children")


def _check_help(case: Case, endings: Sequence[_Ending], reason: str, of_reason: str, of_child: str) -> None:
    """Help by agreement that goes on is named so, and has somebody who leads it."""
    children = helped(case, [ending.child for ending in endings])
    if not children or not help_goes_on(reason):
        return
    if reason == NO_FURTHER_ACTION:
        has = "have" if len(children) > 1 else "has"
        why = (
            f"{_names(children)} {has} help by agreement, which goes on: choose a reason that says so, or end it first."
        )
        raise NotClosed(why, of_reason)
    if alone := nobody_leads(children):
        raise NotClosed(f"Nobody leads the help for {_names(alone)}: say who does first.", of_child)


def _check_order(case: Case, ending: _Ending, said: ClosingSaid, on: date) -> None:
    name, day = ending.child.first_name, said.closed_on
    if day > on:
        raise NotClosed("The closing cannot be after today.", "closed_on")
    if day < ending.episode.referred_on:
        began = day_in_words(ending.episode.referred_on)
        raise NotClosed(f"{name} was referred on {began}: the closing cannot be earlier.", "closed_on")
    latest = latest_day(case, ending.child, ending.episode.referred_on, with_help=not help_goes_on(said.reason))
    if latest and day < latest:
        what = f"Something was recorded for {name} on {day_in_words(latest)}"
        raise NotClosed(f"{what}: the closing cannot be earlier.", "closed_on")


def _check_reason(case: Case, ending: _Ending, said: ClosingSaid) -> None:
    """RC8 and RC9 only after an assessment (8825); a death has its day (8585)."""
    name = ending.child.first_name
    if said.reason in AFTER_ASSESSMENT and not was_assessed(case, ending.child, ending.episode.referred_on):
        raise NotClosed(f"There was no assessment of {name} since the referral: choose another reason.", "reason")
    if said.reason == DIED and not (said.died_on or ending.child.died_on):
        raise NotClosed(f"Enter the day {name} died.", "died_on")
    if said.died_on and said.reason != DIED:
        raise NotClosed("You entered the day a child died: choose that reason, or take the day out.", "reason")
    if said.died_on and ending.child.born_on and said.died_on < ending.child.born_on:
        raise NotClosed("A death cannot be before the birth.", "died_on")


def _close(closure: Closure, endings: Sequence[_Ending], by: User, on: date) -> None:
    """Each child's time in need ends, with its plan of need. What began since it was asked for holds it up."""
    for bar in bars(closure.case, [ending.child for ending in endings]):
        raise NotClosed(f"{bar.what} is open now. Give the closing back, or let it end first.", "became")
    _check_help(closure.case, endings, closure.reason, "became", "became")
    keys = [ending.child.pk for ending in endings]
    spells = PlanSpell.objects.filter(case=closure.case_id, child__in=keys, ended_on=None)
    if help_goes_on(closure.reason):
        spells = spells.exclude(basis=AGREEMENT)
    if spells.filter(started_on__gte=closure.closed_on).exists():
        raise NotClosed("A plan began on that day or later: it has to be closed for a later day.", "became")
    spells.update(
        ended_on=closure.closed_on, ended_by=by, end_reason=plan_ending(closure.reason), version=F("version") + 1
    )
    try:
        with transaction.atomic():
            for ending in endings:
                still = Episode.objects.filter(pk=ending.episode.pk, case=closure.case_id, closed_on=None)
                facts = {"closed_on": closure.closed_on, "closure_reason": closure.reason}
                if not still.update(version=F("version") + 1, **facts):
                    raise NotClosed(f"The work with {ending.child.first_name} has ended already.", "became")
    except IntegrityError as error:
        raise NotClosed(
            "Something is open for one of the children now. Look at their journey first.", "became"
        ) from error
    close_text_if_over(case=closure.case, on=closure.closed_on)
    call_off_what_is_over(case=closure.case, by=by, after=closure.closed_on, on=on)
    _close_record_if_over(closure)


def _close_record_if_over(closure: Closure) -> None:
    """Nobody here is in need any more, or has help by agreement: the record closes, and whoever led is free."""
    case = closure.case
    runs = PlanSpell.objects.filter(case=case, basis=AGREEMENT, ended_on=None)
    if Episode.objects.in_need().filter(case=case).exists() or runs.exists():
        return
    try:
        close_record(case=case, on=closure.closed_on)
    except NotAllocated as why:
        raise NotClosed(str(why), "became") from why


def _names(children: Sequence[Member]) -> str:
    return in_a_row([child.first_name for child in children])


def _say(closure: Closure, children: Sequence[Member], by: User, on: date, summary: str) -> None:
    reason = in_a_sentence(CLOSURE_REASON[closure.reason])
    note(
        case=closure.case,
        on=on,
        kind=ChronologyEntry.Kind.CLOSING,
        summary=f"{summary} ({reason})",
        children=children,
        subject_id=closure.pk,
        by=by,
    )

"""Verbs about bare dated facts: record one, or take back one that was not so."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.rules.moments import clock, day_here
from camden.rules.names import day_in_words
from cases.models import Case, ChronologyEntry, Member, Milestone
from cases.operations.chronology import note as on_the_timeline
from cases.operations.clocks import keep_clocks
from cases.operations.protecting import alert, check_alive, in_turn
from cases.operations.refusing import Refusal
from cases.rules.milestones import TELLINGS, Telling, words_of


class NotSo(Refusal):
    """The fact was not kept. Says why, and about which answer."""


class StruckAlready(Refusal):
    """Somebody else has taken this fact back already."""


@transaction.atomic
def record_milestone(
    *,
    case: Case,
    by: User,
    what: str,
    children: Sequence[Member],
    happened_on: date,
    happened_at: datetime | None = None,
    note: str = "",
    on: date,
) -> list[Milestone]:
    """Keep one dated fact for each child it happened to: `what` is a key of TELLINGS, `on` is today.

    The four that cannot wait are told to the children's workers and their manager at once. Raises NotSo.
    """
    telling = TELLINGS[what]
    in_turn(children)
    _check(telling, children, happened_on, happened_at, on)
    words = " ".join(part for part in (telling.opening, note) if part)
    facts = Milestone.objects.bulk_create(
        Milestone(
            case=case,
            child=child,
            kind=telling.kind.value,
            happened_on=happened_on,
            happened_at=happened_at,
            note=words,
            recorded_by=by,
        )
        for child in children
    )
    for fact, child in zip(facts, children, strict=True):
        _say(fact, child, f"{child.first_name}: {telling.words.lower()}{_at(happened_at)}", happened_on, by)
        record(action="recorded a dated fact", subject=fact, case_id=case.pk)
    if telling.alert:
        alert(kind=telling.alert, case=case, children=children, subject=facts[0], by=by, on=on)
    keep_clocks(case=case)
    return facts


@transaction.atomic
def strike_milestone(*, milestone: Milestone, by: User, on: date, why: str) -> None:
    """Take back a fact that was not so. It stays to be read, with who and why, and no clock counts it.

    Raises StruckAlready.
    """
    struck = {"struck_on": on, "struck_by": by, "struck_why": why, "version": F("version") + 1}
    if not Milestone.objects.filter(pk=milestone.pk, struck_on=None).update(**struck):
        raise StruckAlready("Somebody else has taken this back already.")
    words = words_of(milestone.kind, milestone.note).lower()
    said = f"Taken back: {milestone.child.first_name}, {words} on {day_in_words(milestone.happened_on)}. {why}"
    _say(milestone, milestone.child, said, on, by)
    record(action="took a dated fact back", subject=milestone, case_id=milestone.case_id)
    keep_clocks(case=milestone.case)


def _check(telling: Telling, children: Sequence[Member], day: date, moment: datetime | None, on: date) -> None:
    if not children:
        raise NotSo("Choose at least one child.", "children")
    if day > on:
        raise NotSo("Record this once it has happened.", "happened_on")
    if telling.asks_minute and moment is None:
        raise NotSo("Enter the time: hours count from it.", "happened_clock")
    if moment and day_here(moment) != day:
        raise NotSo("The day and the time do not go together.", "happened_clock")
    for child in children:
        check_alive(child, day, NotSo, "happened_on")
        if not telling.may_precede_birth:
            _check_born(child, day)


def _check_born(child: Member, day: date) -> None:
    if child.born_on and day < child.born_on:
        said = f"{child.first_name} was born on {day_in_words(child.born_on)}: enter that day or a later one."
        raise NotSo(said, "happened_on")
    if child.expected_on and not child.born_on:
        raise NotSo(f"{child.first_name} is not born yet: record this once they are.", "children")


def _say(fact: Milestone, child: Member, summary: str, on: date, by: User) -> None:
    on_the_timeline(
        case=fact.case,
        on=on,
        kind=ChronologyEntry.Kind.MILESTONE,
        summary=summary,
        children=[child],
        subject_id=fact.pk,
        by=by,
    )


def _at(moment: datetime | None) -> str:
    return f" at {clock(moment)}" if moment else ""

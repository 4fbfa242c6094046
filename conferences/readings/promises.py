"""The promises of a plan and how they go: for a review, for the plan's page, for a child's page.

A relative's promise has no day, and is nowhere late, red or counted as not done. What somebody who works here promised
is done when its keeper says so; the coordinator, who cannot open the record, is told that alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Func

from camden.rules.names import day_in_words
from conferences.models import FamilyConference, PlanItem, PlanReview, PromiseHeard
from conferences.readings.answering import promise_of
from conferences.rules.plan import RED, Promise, Went, mark


class _Done(Func):
    """`conference_promises_done(case)`: a function of `wall_promises.sql`, for those who cannot read an action."""

    function = "conference_promises_done"
    output_field = ArrayField(BigIntegerField())


@dataclass(frozen=True)
class PromiseReading:
    """One promise: whose, how it went in words, its mark's colour, and what the family added to it."""

    pk: int
    who: str
    what: str
    when: str
    says: str
    kind: str
    note: str
    is_relatives: bool


def items_of(conference: FamilyConference) -> list[PlanItem]:
    """What the plan promises now, with `done` on each: the keys of ours that were done. One query."""
    found = PlanItem.objects.filter(conference=conference, removed_on=None).select_related("keeper", "promised")
    return list(found.annotate(done=_Done(F("case_id"))).order_by("pk"))


def promises_of(items: Iterable[Any]) -> list[Promise]:
    """As the rules know them, a worker's done where its action is done. No query."""
    return [replace(promise_of(item), went=Went.DONE if item.pk in item.done else Went.NOT_SAID) for item in items]


def heard_last(conference: FamilyConference) -> dict[int, PromiseHeard]:
    """What was said of each promise at the last review. Two queries."""
    last = PlanReview.objects.filter(conference=conference).order_by("-held_on", "-pk").first()
    if last is None:
        return {}
    return {said.item_id: said for said in PromiseHeard.objects.filter(review=last)}


def read_promises(conference: FamilyConference, *, on: date, convenes: bool) -> list[PromiseReading]:
    """Three queries. `convenes`: the page is the family's too, and nothing on it is red."""
    said = heard_last(conference)
    return [_line(promise, said.get(promise.key), on, convenes) for promise in promises_of(items_of(conference))]


def _line(promise: Promise, said: PromiseHeard | None, on: date, convenes: bool) -> PromiseReading:
    if said and promise.went is not Went.DONE:
        promise = replace(promise, went=Went(said.went), note=said.note)
    elif said:
        promise = replace(promise, note=said.note)
    kind = mark(promise, on=on)
    late = kind == RED
    when = promise.when or (f"by {day_in_words(promise.due_on)}" if promise.due_on else "")
    return PromiseReading(
        pk=promise.key,
        who=promise.who,
        what=promise.what,
        when=when,
        says="Late" if late and not convenes else "" if promise.went is Went.NOT_SAID else promise.says,
        kind="" if late and convenes else kind,
        note=promise.note,
        is_relatives=promise.is_relatives,
    )


def of_the_family(lines: Sequence[PromiseReading]) -> list[PromiseReading]:
    """What family and friends promised."""
    return [line for line in lines if line.is_relatives]


def of_professionals(lines: Sequence[PromiseReading]) -> list[PromiseReading]:
    """What we, or other professionals, promised."""
    return [line for line in lines if not line.is_relatives]

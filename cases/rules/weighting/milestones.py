"""What bare dated facts about a child weigh: from which day until which one kind of help ran."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from cases.rules.happenings import Happened as H
from cases.rules.weighting.facts import Help, Stretch

# What begins each kind of help, and what ends it.
RUNS: dict[Help, tuple[frozenset[H], frozenset[H]]] = {
    Help.PRE_PROCEEDINGS: (
        frozenset({H.LETTER_BEFORE_PROCEEDINGS}),
        frozenset({H.PRE_PROCEEDINGS_ENDED, H.PROCEEDINGS_ISSUED}),
    ),
    Help.PROCEEDINGS: (frozenset({H.PROCEEDINGS_ISSUED}), frozenset({H.FINAL_ORDER})),
    Help.LOOKED_AFTER: (frozenset({H.LOOKED_AFTER_BEGAN}), frozenset({H.LOOKED_AFTER_ENDED})),
    Help.PLACEMENT: (frozenset({H.PLACEMENT_STARTED}), frozenset({H.PLACEMENT_ENDED, H.LOOKED_AFTER_ENDED})),
    Help.ELIGIBLE: (frozenset({H.LEAVING_CARE_ELIGIBLE}), frozenset({H.LOOKED_AFTER_ENDED})),
    Help.PRIVATE_FOSTERING: (frozenset({H.PRIVATE_FOSTERING_NOTIFIED}), frozenset({H.PRIVATE_FOSTERING_ENDED})),
}
KINDS = frozenset(kind for begins, ends in RUNS.values() for kind in (*begins, *ends))


def stretches_of(told: Iterable[tuple[str, date]]) -> tuple[Stretch, ...]:
    """Stretches of help, from facts as (kind, day) in any order. What ended on the day it began took no time.

    Another placement ends the one before. Whoever was entitled to leaving care help has left care when they are no
    longer looked after.
    """
    days: dict[date, set[str]] = defaultdict(set)
    for kind, day in told:
        days[day].add(kind)
    found = [stretch for what, (begins, ends) in RUNS.items() for stretch in _runs(what, begins, ends, days)]
    return (*found, *(left for left in _left_care(found) if left))


def _runs(what: Help, begins: frozenset[H], ends: frozenset[H], days: dict[date, set[str]]) -> Iterable[Stretch]:
    since: date | None = None
    for day in sorted(days):
        is_begun, is_ended = bool(begins & days[day]), bool(ends & days[day])
        if since is None:
            since = day if is_begun and not is_ended else None
        elif is_ended or (is_begun and what is Help.PLACEMENT):
            yield Stretch(since, day, what=what)
            since = day if is_begun else None
    if since is not None:
        yield Stretch(since, what=what)


def _left_care(found: Iterable[Stretch]) -> Iterable[Stretch]:
    entitled = [each for each in found if each.what is Help.ELIGIBLE and each.ended_on]
    return (Stretch(each.ended_on, what=Help.LEFT_CARE) for each in entitled[-1:] if each.ended_on)

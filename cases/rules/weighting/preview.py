"""What other numbers would do to the caseloads of a day, before anybody puts them in force."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.rules.weighting.points import Score, Terms, Weighed, score, zone
from cases.rules.weighting.rows import Duty, Weights, Zone


@dataclass(frozen=True)
class Caseload:
    """One worker's caseload as it weighs: children, how they work, extra duties."""

    children: tuple[Weighed, ...]
    terms: Terms
    duties: Sequence[Duty] = ()


@dataclass(frozen=True)
class Preview:
    """How many workers are in each zone before and after, and the scores that change, by worker."""

    zones_before: Mapping[Zone, int]
    zones_after: Mapping[Zone, int]
    changed: Mapping[object, tuple[Score, Score]]


def preview(caseloads: Mapping[Any, Caseload], before: Weights, after: Weights, on: date) -> Preview:
    """Weigh each caseload twice. Workers without a score are in no zone."""
    scores = {key: (_score(load, on, before), _score(load, on, after)) for key, load in caseloads.items()}
    return Preview(
        zones_before=_zones([first for first, _ in scores.values()], on, before),
        zones_after=_zones([second for _, second in scores.values()], on, after),
        changed={key: both for key, both in scores.items() if _figures(both[0]) != _figures(both[1])},
    )


def _score(load: Caseload, on: date, weights: Weights) -> Score:
    return score(load.children, load.terms, on, load.duties, weights)


def _figures(found: Score) -> tuple[int, int]:
    return found.load, found.capacity


def _zones(scores: Sequence[Score], on: date, weights: Weights) -> Mapping[Zone, int]:
    counted = Counter(zone(found.permille, on, weights) for found in scores if found.permille is not None)
    return {name: counted[name] for name in Zone}

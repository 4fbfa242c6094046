"""What a draw is made of: choices by weight, and days."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")


class Chance:
    """One source of chance. The same seed gives the same answers in the same order."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.is_so_at_all = random.random

    def by_weight(self, weights: Mapping[T, float]) -> T:
        """One of the keys, as often as its weight says."""
        keys, sums = _summed(tuple(weights.items()))
        return self.random.choices(keys, cum_weights=sums)[0]

    def is_so(self, probability: float) -> bool:
        """Whether something of that probability is so this time."""
        return self.random.random() < probability

    def one_of(self, things: Sequence[T]) -> T:
        """Any of them."""
        return things[int(self.random.random() * len(things))]

    def between(self, bounds: tuple[int, int]) -> int:
        """A whole number from the first up to, and without, the second."""
        return bounds[0] + int(self.random.random() * (bounds[1] - bounds[0]))


@lru_cache(maxsize=256)
def _summed(weights: tuple[tuple[Any, float], ...]) -> tuple[list[Any], list[float]]:
    return [key for key, _ in weights], list(accumulate(weight for _, weight in weights))


def working_day(day: int, on: date) -> int:
    """That day, or the Friday before a weekend. `day` counts from `on`."""
    return day - max(0, (on.weekday() + day) % 7 - 4)

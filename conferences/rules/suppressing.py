"""Small numbers: of fewer than five families one could tell which they are.

| rule | source |
|---|---|
| fewer than five are not shown to those who see no rows | REFERENCE 10.2, 11.3; the same five as in `cases.measures` |
| nor what is left when they are taken from the whole | as in `cases.measures` |
| a share, a difference or an interval from which a hidden count could be worked out is hidden with it | follows |
| nobody at all, and everybody, are shown | as in `cases.measures`: they are read as what the service did |
"""

from collections.abc import Mapping

FEWEST = 5


def is_few(part: int, whole: int) -> bool:
    """Whether a part of a whole, or what is left of it, is so small that it would point at a family.

    >>> [is_few(part, 20) for part in (0, 1, 4, 5, 15, 16, 20)]
    [False, True, True, False, False, True, False]
    """
    return whole < FEWEST or 0 < part < FEWEST or 0 < whole - part < FEWEST


def shown(counts: Mapping[str, int]) -> dict[str, int | None]:
    """A row of counts that stands beside its sum: None for each that is hidden.

    Where one alone is hidden, or all the hidden together are fewer than five, the sum would give it away: then the
    smallest of the others that is above nought is hidden too. The sum may be shown beside it when it is five or more.

    >>> shown({"not now": 12, "no reply": 3, "distrust": 7})
    {'not now': 12, 'no reply': None, 'distrust': None}
    >>> shown({"not now": 12, "no reply": 0})
    {'not now': 12, 'no reply': 0}
    """
    hidden = {name for name, count in counts.items() if 0 < count < FEWEST}
    while hidden and (len(hidden) == 1 or sum(counts[name] for name in hidden) < FEWEST):
        others = sorted((count, name) for name, count in counts.items() if count and name not in hidden)
        if not others:
            break
        hidden.add(others[0][1])
    return {name: None if name in hidden else count for name, count in counts.items()}


def sum_shown(counts: Mapping[str, int]) -> int | None:
    """The sum beside such a row; None when it is small itself."""
    total = sum(counts.values())
    return None if 0 < total < FEWEST else total

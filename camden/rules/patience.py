"""How long to wait before a message that could not be sent is tried again."""

from datetime import datetime, timedelta

FIRST = timedelta(seconds=30)
LONGEST = timedelta(hours=1)


def next_try_at(due_at: datetime, tries: int) -> datetime:
    """When a message that was due at a moment is tried again, after so many tries that failed.

    The pauses double from half a minute to an hour, and stay an hour for as long as it takes: nothing is given up.

    >>> (next_try_at(datetime(2026, 11, 3, 9), 2) - datetime(2026, 11, 3, 9)).total_seconds()
    90.0
    """
    doubling = 0
    while doubling < tries and FIRST * (1 << doubling) < LONGEST:
        doubling += 1
    return due_at + FIRST * ((1 << doubling) - 1) + LONGEST * (tries - doubling)

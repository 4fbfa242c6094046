"""Which views of two people, or of a tie, hold on a day: of whoever sees it, the newest about the same."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Protocol, TypeVar


class View(Protocol):
    """What a view must say: whose it is, since when, and whether it was taken back."""

    pk: int
    seen_on: date
    struck_on: date | None
    view_of_id: int | None
    view_of_worker_id: int | None


V = TypeVar("V", bound=View)


def whose(view: View) -> tuple[str, int]:
    """Whose view it is, told apart: ("family", key of a member) or ("worker", key of somebody who works here)."""
    if view.view_of_id is not None:
        return "family", view.view_of_id
    return "worker", view.view_of_worker_id or 0


def held(views: Iterable[V], on: date, about: Callable[[V], Hashable]) -> list[V]:
    """Those that hold on that day, oldest first. `about` says what a view is about.

    A newer view of the same person about the same takes the place of the older from its day on; another person's view
    leaves it alone. What was taken back was never so.
    """
    newest: dict[Hashable, V] = {}
    for view in in_time(views, on):
        newest.pop(key := (whose(view), about(view)), None)
        newest[key] = view
    return list(newest.values())


def in_time(views: Iterable[V], on: date) -> list[V]:
    """Views up to that day, in the order they were seen; without those that were taken back."""
    return sorted((v for v in views if v.struck_on is None and v.seen_on <= on), key=lambda v: (v.seen_on, v.pk))

"""Who may answer a family's plan, and how. The coordinator is not among them (PRACTICE 1, "Who decides")."""

from datetime import date

AGREED, AWAITING, NOT_SAFE = "agreed", "awaiting", "not-safe"


def answers_open(*, is_manager: bool, mandate_on: date | None, held_on: date | None) -> tuple[str, ...]:
    """The answers a worker or manager may give, best first.

    A manager agrees, or says which danger is left. A worker agrees within what the manager had said on the day of
    the meeting or before; without that the family leaves with a plan that waits for a manager.
    """
    if is_manager:
        return (AGREED, AWAITING, NOT_SAFE)
    if mandate_on is not None and held_on is not None and mandate_on <= held_on:
        return (AGREED, AWAITING)
    return (AWAITING,)

"""A family's way to its plan without an account: a signed link to one person, for a while.

| rule | source |
|---|---|
| signed, expiring; "leave this page"; nothing cached | issue of the step |
| sent only where reaching somebody is known to be safe; else handed over as paper | issue; as the feedback of `cases` |
| closed at once when it is not safe any more, by whoever made it, and by the reader | DESIGN |
| a plan's link shows the version of its day or a later one, never one that was not agreed | DESIGN |
| it does not say that there is a plan, a family or a person once it is closed | REFERENCE 10.2 |

The page sends no referrer, is not stored, and has one way out that leads to a weather page and says nothing.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LEAVES_TO = "https://www.metoffice.gov.uk/"
"""Where *Leave this page* leads. A council sets another."""


class For(StrEnum):
    """What a link opens."""

    PLAN = "plan"
    CHILDS_PLAN = "childs-plan"
    ASKING = "asking"


OPEN_FOR: dict[For, timedelta] = {
    For.PLAN: timedelta(days=90),
    For.CHILDS_PLAN: timedelta(days=90),
    For.ASKING: timedelta(days=28),
}
"""Defaults. A plan is asked for again with a word to the coordinator."""


@dataclass(frozen=True)
class Link:
    """One link: what it opens, since when, until when, and since when it is closed."""

    opens: For
    made_on: date
    expires_on: date
    closed_on: date | None = None
    answered_on: date | None = None


def made(opens: For, *, on: date, until: date | None = None) -> Link:
    """A new link. `until` may shorten its time and never lengthens it."""
    longest = on + OPEN_FOR[opens]
    return Link(opens, on, min(longest, until) if until else longest)


def is_open(link: Link, *, on: date) -> bool:
    """Whether it opens on a day, its last day with it. An asking closes with its answer."""
    if not link.made_on <= on <= link.expires_on:
        return False
    return (link.closed_on is None or on < link.closed_on) and link.answered_on is None


def why_not_made(*, is_safe: bool | None, is_invited: bool, is_child: bool, opens: For, is_agreed: bool) -> str:
    """Why somebody is given no link, in a sentence for the coordinator; empty when they may have one.

    A child is given paper by somebody who explains it. A plan that waits for an answer is the family's on paper, and by
    link once it is agreed.
    """
    if not is_invited:
        return "They were not part of it."
    if is_child:
        return "Give a child the plan on paper, and read it together."
    if is_safe is not True:
        return "We do not know a safe way to reach them. Ask first, or give it by hand."
    if opens is not For.ASKING and not is_agreed:
        return "The plan waits for an answer. Give it on paper, and the link when it is agreed."
    return ""

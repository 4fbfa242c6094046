"""Plans in words and in order: which is more formal, how often to visit, which meeting it has, why it ends."""

from datetime import date, timedelta
from itertools import combinations

from camden.rules.dates import months_after
from camden.rules.names import full_years
from cases.rules.journey import PLAN_NAME

# From nothing to the most formal (REFERENCE 1.0).
LADDER = ("", "early-help", "need", "protection")
# REFERENCE 2: the timescale of visits; help by agreement has none.
VISITS: dict[str, str] = {"need": "CN2", "protection": "CP12"}
MEETING_OF: dict[str, str] = {"early-help": "help-review", "need": "need-review", "protection": "core-group"}
BASIS_OF: dict[str, str] = {kind: basis for basis, kind in MEETING_OF.items()}
# REFERENCE 1.6 and 1.7: what may be said on the page of a plan. Steps up and down have a page of their own.
ENDINGS: dict[str, tuple[str, ...]] = {
    "early-help": ("no-longer-needed", "family-ended", "looked-after", "eighteen", "moved", "died"),
    "need": ("no-longer-needed", "family-ended", "looked-after", "eighteen", "moved", "died"),
    "protection": ("eighteen", "moved", "died"),
}
OF_AGE = 18  # years
LOOK_BACK = 3  # months after a step down (REFERENCE 4.6)
LOOK_AHEAD = 14  # days before that day, in which whoever leads hears of it
HOLDS, SHAKY, HOLDS_NOT = "holds", "shaky", "not"  # what a step down looks like after three months
# Steps to less formal help, from and to (REFERENCE 1.0).
STEPS_DOWN = tuple((before, after) for after, before in combinations(LADDER, 2))


def plan_name(basis: str) -> str:
    """What a child has: "child in need plan"; for nothing "no plan"."""
    name = PLAN_NAME.get(basis, "No plan")
    return name[:1].lower() + name[1:]


def is_down(before: str, after: str) -> bool:
    """Whether a step leads to less formal help."""
    return LADDER.index(after) < LADDER.index(before)


def looked_at_again_on(moved_on: date) -> date:
    """The day a step down is looked at again."""
    return months_after(moved_on, LOOK_BACK)


def step_up_from(basis: str) -> str:
    """The next more formal help that a manager decides on by a step: not protection, which begins at a conference."""
    return LADDER[min(LADDER.index(basis) + 1, LADDER.index("need"))]


def told_of_looking_again_on(moved_on: date) -> date:
    """From which day on whoever leads is told that a step down is to be looked at again."""
    return looked_at_again_on(moved_on) - timedelta(days=LOOK_AHEAD)


def is_of_age(born_on: date | None, on: date) -> bool:
    """Whether somebody is 18 on that day, as far as their birthday is known."""
    return born_on is not None and full_years(born_on, on) >= OF_AGE


def why_not_every(every: int, *, now: int | None, most: int | None, may_lengthen: bool) -> str:
    """Why visits may not be asked for this often, in a sentence; empty when they may. All in working days.

    `most` is the timescale, `now` what holds today. A plan may ask for more visits than the timescale, never for fewer.
    """
    if most is None:
        return "Visits under this plan have no timescale: agree them in the plan itself."
    if every < 1:
        return "Enter one working day or more."
    if every > most:
        return (
            f"Everybody is visited at least every {most} working days: a plan may ask for more visits, not for fewer."
        )
    if now is not None and every > now and not may_lengthen:
        return f"It is every {now} working days now. A manager decides on fewer visits."
    return ""


def every_in_words(every: int) -> str:
    """How often: "every working day", "every 5 working days"."""
    return "every working day" if every == 1 else f"every {every} working days"

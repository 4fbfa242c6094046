"""Learning that a council asks of some people: of whom, by when, how long it holds, and when it is renewed.

| rule | source |
|---|---|
| safeguarding level 3 every three years, data protection every year, domestic abuse once | REFERENCE 7.5, local |
| an item is asked by rule: role, team with all beneath, grade; each may be left open | REFERENCE 13 (f), issue |
| required is stronger than recommended where two rules ask the same | our own design |
| a newcomer, or whoever a rule is new for, has a time to do it first | local; 90 days are shipped |
| a renewal is spoken of three months before what holds ends | local; a course has dates to choose from by then |
| months end on the same day of the month, or on its last | REFERENCE 3 |
| somebody on leave keeps what they have and is not counted as late | PRACTICE 1, our own design |

A date in time is the whole of that day. What is recommended never turns red.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from camden.rules.dates import months_after
from camden.rules.names import day_in_words


@dataclass(frozen=True)
class Item:
    """One thing to learn. `months` it holds (None: for good); `first_days` somebody has to do it the first time.

    `warn_days` before it ends a renewal is spoken of.
    """

    code: str
    title: str
    months: int | None = None
    first_days: int = 90
    warn_days: int = 92


SHIPPED = (
    Item("safeguarding-3", "Safeguarding children, level 3", months=36),
    Item("data-protection", "Data protection", months=12, first_days=30),
    Item("domestic-abuse", "Domestic abuse"),
)


@dataclass(frozen=True)
class Rule:
    """Of whom an item is asked, from a day until a day (not on it). Empty roles, teams or grades leave that open.

    Roles and teams are of one membership: a manager of one team and member of another is not a manager of both.
    """

    item: str
    from_on: date
    until_on: date | None = None
    roles: frozenset[str] = frozenset()
    teams: frozenset[int] = frozenset()
    grades: frozenset[str] = frozenset()
    is_required: bool = True


@dataclass(frozen=True)
class Place:
    """Somebody's place in a team: the role, and the keys of the teams from the top of the tree down to it."""

    role: str
    path: tuple[int, ...]


@dataclass(frozen=True)
class Worker:
    """Somebody who works here: their places and grade now, and since when."""

    key: int
    places: tuple[Place, ...]
    grade: str
    started_on: date


@dataclass(frozen=True)
class Done:
    """An item somebody did. A certificate from before they worked here counts."""

    item: str
    on: date


class State(StrEnum):
    """How an item stands. The value is the name of its colour on the passport."""

    HELD = "held"
    SOON = "soon"
    TO_DO = "to-do"
    LATE = "late"


@dataclass(frozen=True)
class Standing:
    """How one item stands for one person: until when it holds, or by when it is wanted; in words."""

    item: Item
    state: State
    is_required: bool
    by_on: date | None
    words: str


def is_asked(rule: Rule, worker: Worker, on: date) -> bool:
    """Whether a rule asks its item of somebody on a day."""
    if on < rule.from_on or (rule.until_on is not None and on >= rule.until_on):
        return False
    if rule.grades and worker.grade not in rule.grades:
        return False
    if not rule.roles and not rule.teams:
        return True
    return any(
        (not rule.roles or place.role in rule.roles) and (not rule.teams or rule.teams & set(place.path))
        for place in worker.places
    )


def asked_of(worker: Worker, rules: Iterable[Rule], on: date) -> dict[str, tuple[bool, date]]:
    """What is asked of somebody on a day: for each item's code whether it is required, and since when it is.

    Where several rules ask the same, it is required if one of them says so, since the first that does.
    """
    found: dict[str, tuple[bool, date]] = {}
    for rule in rules:
        if is_asked(rule, worker, on):
            said = (rule.is_required, max(rule.from_on, worker.started_on))
            before = found.get(rule.item)
            if before is None or said[0] > before[0] or (said[0] == before[0] and said[1] < before[1]):
                found[rule.item] = said
    return found


def holds_until(item: Item, done: Iterable[Done], on: date) -> date | None:
    """The last day on which what somebody did by a day holds; date.max when it holds for good, None when never done."""
    days = [each.on for each in done if each.item == item.code and each.on <= on]
    if not days:
        return None
    return months_after(max(days), item.months) if item.months else date.max


def standings(
    worker: Worker,
    rules: Iterable[Rule],
    done: Sequence[Done],
    on: date,
    items: Iterable[Item] = SHIPPED,
    *,
    is_away: bool = False,
) -> tuple[Standing, ...]:
    """How each asked item stands on a day: what is held first, as it is theirs; then soon, to do and late."""
    known = {item.code: item for item in items}
    asked = asked_of(worker, rules, on)
    found = [
        _standing(known[code], required, since, done, on, is_away)
        for code, (required, since) in asked.items()
        if code in known
    ]
    order = list(State)
    return tuple(sorted(found, key=lambda each: (order.index(each.state), each.by_on or date.max, each.item.title)))


def ending(standings_by_person: Mapping[int, Sequence[Standing]], until_on: date) -> tuple[tuple[int, Standing], ...]:
    """Required items that end or are wanted by a day, the earliest first: for whoever plans courses."""
    found = [
        (person, each)
        for person, theirs in standings_by_person.items()
        for each in theirs
        if each.is_required and each.by_on is not None and each.by_on <= until_on
    ]
    return tuple(sorted(found, key=lambda one: (one[1].by_on or date.max, one[0], one[1].item.code)))


def _standing(item: Item, required: bool, since: date, done: Sequence[Done], on: date, is_away: bool) -> Standing:
    until = holds_until(item, done, on)
    if until == date.max:
        return Standing(item, State.HELD, required, None, "Done")
    by_on = until if until is not None else since + timedelta(days=item.first_days)
    verb = "Renew" if until is not None else "Do this"
    if until is not None and (until - on).days > item.warn_days:
        return Standing(item, State.HELD, required, by_on, f"Holds until {day_in_words(by_on)}")
    if on <= by_on:
        state = State.SOON if until is not None else State.TO_DO
        return Standing(item, state, required, by_on, f"{verb} by {day_in_words(by_on)}")
    if is_away:
        return Standing(item, State.TO_DO, required, None, f"{verb} after coming back")
    if not required:
        return Standing(item, State.TO_DO, required, None, "Recommended" if until is None else "Recommended again")
    said = f"Held until {day_in_words(by_on)}: renew it" if until is not None else f"Wanted since {day_in_words(by_on)}"
    return Standing(item, State.LATE, required, by_on, said)

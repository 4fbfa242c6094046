"""How many lines a letter has: what is too much folds by family, then by kind, and no line of law ever does."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Item:
    """One thing a letter tells of. `family` is the key of its record, 0 for none; `who` are initials only."""

    kind: str
    one: str
    many: str
    who: str
    family: int
    due_on: date | None
    is_law: bool
    url: str
    family_url: str = ""


@dataclass(frozen=True)
class Line:
    """One line of a letter, standing for `stands_for` things."""

    text: str
    url: str
    stands_for: int


def fold(items: Sequence[Item], on: date, *, families_after: int, kinds_after: int, day_url: str) -> list[Line]:
    """Lines in the order of their families. No more than `kinds_after`, as far as lines of law leave room.

    Families with several things become one line each when there are more than `families_after` lines; if that is not
    enough, what is left is told by kind; and then in one line. Each item stands in exactly one line.
    """
    ordered = _by_family(items)
    if len(ordered) <= families_after:
        return [_single(item, on) for item in ordered]
    free = [item for item in ordered if not item.is_law]
    how_many = Counter(item.family for item in free if item.family)
    law = len(ordered) - len(free)
    alone = [item for item in free if how_many[item.family] < 2]
    together = [family for family, count in how_many.items() if count > 1]
    if law + len(alone) + len(together) <= kinds_after:
        return _families(ordered, set(together), on)
    lines = [_single(item, on) for item in ordered if item.is_law]
    kinds: dict[str, list[Item]] = defaultdict(list)
    for item in free:
        kinds[item.kind].append(item)
    if law + len(kinds) <= max(kinds_after, law + 1):
        return lines + [_kind(alike, on, day_url) for alike in kinds.values()]
    return [*lines, Line(f"{len(free)} more things{_first(free, on)}.", day_url, len(free))]


def _by_family(items: Iterable[Item]) -> list[Item]:
    """Things of one family stand together, the family with the soonest first."""
    soonest: dict[int, date] = {}
    for item in items:
        due_on = item.due_on or date.max
        soonest[item.family] = min(soonest.get(item.family, date.max), due_on)
    return sorted(items, key=lambda item: (soonest[item.family], item.family, item.due_on or date.max, item.one,
                                           not item.is_law, item.url))  # fmt: skip


def _families(ordered: Iterable[Item], together: set[int], on: date) -> list[Line]:
    lines: list[Line] = []
    done: set[int] = set()
    parts: dict[int, list[Item]] = defaultdict(list)
    ordered = list(ordered)
    for item in ordered:
        if not item.is_law:
            parts[item.family].append(item)
    for item in ordered:
        if item.is_law or item.family not in together:
            lines.append(_single(item, on))
        elif item.family not in done:
            done.add(item.family)
            lines.append(_family(parts[item.family], on))
    return lines


def _single(item: Item, on: date) -> Line:
    who = f"{item.who}: " if item.who else ""
    due = ""
    if item.due_on:
        due = f" was due on {_day(item.due_on)}" if item.due_on < on else f" by {_day(item.due_on)}"
    return Line(f"{who}{item.one}{due}.", item.url, 1)


def _family(items: Sequence[Item], on: date) -> Line:
    letters = dict.fromkeys(each for item in items for each in item.who.split(", ") if each)
    who = ", ".join(letters) or "One family"
    return Line(f"{who}: {len(items)} things{_first(items, on)}.", items[0].family_url or items[0].url, len(items))


def _kind(items: Sequence[Item], on: date, url: str) -> Line:
    if len(items) == 1:
        return _single(items[0], on)
    families = {item.family for item in items if item.family}
    where = f" in {len(families)} families" if len(families) > 1 else ""
    return Line(f"{len(items)} {items[0].many}{where}{_first(items, on)}.", url, len(items))


def _first(items: Iterable[Item], on: date) -> str:
    days = [item.due_on for item in items if item.due_on]
    if not days:
        return ""
    first = min(days)
    return f", first was due on {_day(first)}" if first < on else f", first by {_day(first)}"


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"

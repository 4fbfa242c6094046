"""The page of what the model is worth: each promise now and over four quarters, opened into its list, as a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from camden.overview.worth_facts import WorthFacts
from camden.overview.worth_promises import NOT_MEASURED, PROMISES, Promise, Tally, Thing, tally, things
from camden.rules.dates import months_after
from conferences.rules.suppressing import FEWEST, is_few

QUARTERS = 4
_HIGH = 44  # the height of the tallest bar, in the units of the picture
HIDDEN = "too few to show"
HEAD = ("Promise", "The 12 months to", "Figure", "Counted", "Of", "What is counted", "What it does not show")


@dataclass(frozen=True)
class Bar:
    """One quarter in the picture: where it stands and how high; the words beside it say the same."""

    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Worth:
    """One promise: the figure now, the three quarters before it, the latest first, and the picture of all four."""

    promise: Promise
    now: Tally
    earlier: tuple[Tally, ...]
    bars: tuple[Bar, ...]

    @property
    def trend(self) -> str:
        """Four quarters in words, the earliest first: by the month in which each ends."""
        every = [each for each in (*reversed(self.earlier), self.now) if each.is_there]
        if len(every) < 2:
            return "Too short a time to say how it went."
        return ", ".join(f"{each.on:%B} {each.value}" for each in every)


@dataclass(frozen=True)
class WorthOpened:
    """One promise with the things behind its figure: those that count for it, and the others."""

    worth: Worth
    met: tuple[Thing, ...]
    rest: tuple[Thing, ...]


def quarters(on: date) -> tuple[date, ...]:
    """The day and the same day three, six and nine months before; each stands for the 12 months to it.

    >>> [day.isoformat() for day in quarters(date(2026, 11, 30))]
    ['2026-11-30', '2026-08-30', '2026-05-30', '2026-02-28']
    """
    return tuple(months_after(on, -3 * back) for back in range(QUARTERS))


def worth(facts: WorthFacts, team_ids: Sequence[int], on: date) -> tuple[Worth, ...]:
    """Every promise that is counted. No query."""
    return tuple(one_worth(code, facts, team_ids, on) for code in PROMISES)


def one_worth(code: str, facts: WorthFacts, team_ids: Sequence[int], on: date) -> Worth:
    """One of them. Raises KeyError for one we do not have."""
    now, *earlier = (tally(code, facts, team_ids, day) for day in quarters(on))
    return Worth(PROMISES[code], now, tuple(earlier), _bars([*reversed(earlier), now]))


def opened(code: str, facts: WorthFacts, team_ids: Sequence[int], on: date) -> WorthOpened:
    """One of them with its lists. Raises KeyError."""
    found = things(code, facts, team_ids, on)
    met = tuple(each for each in found if each.is_met)
    return WorthOpened(one_worth(code, facts, team_ids, on), met, tuple(each for each in found if not each.is_met))


def sheet(every: Iterable[Worth]) -> list[tuple[str, ...]]:
    """Rows of a file that may be sent on: small numbers are hidden in it, whoever it is for."""
    rows: list[tuple[str, ...]] = [HEAD]
    for each in every:
        said = (each.promise.counted, each.promise.silent)
        rows += [(each.promise.title, one.on.isoformat(), *_shown(each.promise, one), *said) for one in _all(each)]
    rows.append((NOT_MEASURED.title, "", "not measured", "", "", NOT_MEASURED.counted, NOT_MEASURED.silent))
    return rows


def _all(each: Worth) -> tuple[Tally, ...]:
    return (each.now, *each.earlier)


def _shown(promise: Promise, one: Tally) -> tuple[str, str, str]:
    few = 0 < one.met < FEWEST if promise.code == "steady" else bool(one.of) and is_few(one.met, one.of)
    if few:
        return HIDDEN, HIDDEN, HIDDEN
    of = f"{one.of} days in need" if promise.code == "steady" else str(one.of)
    return one.value, str(one.met), of


def _bars(every: Sequence[Tally]) -> tuple[Bar, ...]:
    most = max((each.number for each in every), default=0) or 1
    heights = [max(round(_HIGH * each.number / most), 1) if each.is_there else 0 for each in every]
    return tuple(Bar(place * 30, _HIGH - height, height) for place, height in enumerate(heights))

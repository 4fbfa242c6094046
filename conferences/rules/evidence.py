"""What came of referring families to a conference: referred with not referred, at the same threshold.

| rule | source |
|---|---|
| difference of risks with its 95 % interval: plain normal approximation, variances not pooled | REFERENCE 15, E1 |
| risk ratio, odds ratio, number needed to refer | REFERENCE 15, E1 |
| no interval below 30 families a side | issue of the step |
| referred with not referred at the same threshold, never held with declined | REFERENCE 6.6: intention to treat |
| whoever was referred in the first weeks counts as referred, whatever came after | follows (a landmark) |
| small numbers are hidden from those who see no rows | REFERENCE 10.2 |

`Followed` has no field for whether a family met or said no: what must not be compared cannot be asked for.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

from camden.rules.dates import months_after
from conferences.rules.consent import Threshold
from conferences.rules.suppressing import is_few

FEWEST_FOR_INTERVAL = 30
"""Families on each side."""
REFERRED_WITHIN = timedelta(days=28)
"""How soon after the threshold somebody must be referred to count as referred there. A default."""
_Z = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True)
class Difference:
    """How much more often something happened on the referred side, as fractions: -0.086 is 8.6 points fewer.

    `low` and `high` are the ends of the 95 % interval. They are not cut off at one whole.
    """

    risk_difference: float
    low: float
    high: float


@dataclass(frozen=True)
class Comparison(Difference):
    """A difference with its ratios. `number_needed` is how many families are referred for one that goes otherwise.

    It is always above nought; which way it went is said by `risk_difference`.
    """

    risk_ratio: float
    odds_ratio: float
    number_needed: float

    @property
    def relative(self) -> float:
        """How much less often, of how often it happens otherwise: -0.192 is 19 per cent fewer. Never points."""
        return self.risk_ratio - 1


@dataclass(frozen=True)
class Days:
    """Two means of days apart: by how many, and as a part of the others' mean."""

    days: float
    relative: float


def apart_in_days(referred: float, other: float) -> Days:
    """Means of days in care, referred and not. Raises ValueError below nought, and without anything to be a part of.

    >>> apart_in_days(87, 115).days, round(apart_in_days(87, 115).relative, 2)
    (-28, -0.24)
    """
    if min(referred, other) < 0 or not other:
        raise ValueError("A mean of days is not below nought, and the others have some.")
    return Days(referred - other, (referred - other) / other)


def difference(referred_events: int, referred_total: int, other_events: int, other_total: int) -> Difference:
    """The difference of risks alone, which there is even where no ratio is: equal risks, or nobody on one side.

    Raises ValueError for impossible counts.
    """
    referred = _risk(referred_events, referred_total)
    other = _risk(other_events, other_total)
    apart = referred - other
    error = sqrt(_variance(referred, referred_total) + _variance(other, other_total))
    return Difference(float(apart), float(apart) - _Z * error, float(apart) + _Z * error)


def compare(referred_events: int, referred_total: int, other_events: int, other_total: int) -> Comparison:
    """Every figure of a comparison, from counts of families.

    Raises ValueError for impossible counts: not whole numbers, below nought, more events than families, a side without
    families. And where one of the figures cannot be formed: equal risks have no number needed; without an event among
    the others there is no ratio; and where it happened to everybody on a side there are no odds.

    >>> trial = compare(362, 1000, 448, 1000)
    >>> [round(each, 3) for each in (trial.risk_difference, trial.low, trial.high, trial.risk_ratio, trial.odds_ratio)]
    [-0.086, -0.129, -0.043, 0.808, 0.699]
    >>> round(trial.number_needed, 1)
    11.6
    """
    plain = difference(referred_events, referred_total, other_events, other_total)
    referred, other = Fraction(referred_events, referred_total), Fraction(other_events, other_total)
    if other == 0:
        raise ValueError("It happened to nobody among the others: no ratio can be formed.")
    if referred == 1 or other == 1:
        raise ValueError("It happened to everybody on a side: no odds can be formed.")
    if referred == other:
        raise ValueError("Both risks are the same: no number needed can be formed.")
    return Comparison(
        plain.risk_difference,
        plain.low,
        plain.high,
        risk_ratio=float(referred / other),
        odds_ratio=float(referred / (1 - referred) / (other / (1 - other))),
        number_needed=float(1 / abs(referred - other)),
    )


def _risk(events: int, total: int) -> Fraction:
    for count in (events, total):
        if not isinstance(count, int) or isinstance(count, bool):
            raise ValueError("A count is a whole number.")
    if total <= 0:
        raise ValueError("There is nobody on this side.")
    if not 0 <= events <= total:
        raise ValueError("There are not as many families as that.")
    return Fraction(events, total)


def _variance(risk: Fraction, total: int) -> float:
    return float(risk * (1 - risk) / total)


class Side(NamedTuple):
    """How many families are on one side, and to how many of them it happened."""

    events: int
    total: int


@dataclass(frozen=True)
class Followed:
    """A family at one threshold: when it got there, when it was first referred from there, when it happened to it.

    Each day is None where it has not come. `lost_on`: since then nobody knows, because they moved away.
    """

    key: int
    threshold: Threshold
    reached_on: date
    referred_on: date | None = None
    happened_on: date | None = None
    lost_on: date | None = None


@dataclass(frozen=True)
class Sides:
    """Both sides, and how many families are in neither: `too_early` are not followed for as long yet, `lost` moved
    away, `before` had it happen before one could say on which side they are."""

    referred: Side
    other: Side
    too_early: int = 0
    lost: int = 0
    before: int = 0


def sides(
    families: Iterable[Followed],
    *,
    threshold: Threshold,
    months: int,
    on: date,
    within: timedelta = REFERRED_WITHIN,
) -> Sides:
    """The two sides at one threshold: who was referred within the first weeks of it, and who was not.

    Each family is followed for `months` from the end of those weeks, so that nobody is on the referred side for
    having lived long enough to be referred. Who is referred later stays with the others. A family counts once, the
    first time it got there.
    """
    first: dict[int, Followed] = {}
    for each in families:
        if each.threshold is threshold and (each.key not in first or each.reached_on < first[each.key].reached_on):
            first[each.key] = each
    tally = {"referred": [0, 0], "other": [0, 0]}
    left_out = {"too_early": 0, "lost": 0, "before": 0}
    for each in first.values():
        landmark = each.reached_on + within
        until = months_after(landmark, months)
        if until > on:
            left_out["too_early"] += 1
        elif each.happened_on and each.happened_on <= landmark:
            left_out["before"] += 1
        elif each.lost_on and each.lost_on <= until and not (each.happened_on and each.happened_on <= each.lost_on):
            left_out["lost"] += 1
        else:
            side = tally["referred" if each.referred_on and each.referred_on <= landmark else "other"]
            side[0] += bool(each.happened_on and each.happened_on <= until)
            side[1] += 1
    return Sides(Side(*tally["referred"]), Side(*tally["other"]), **left_out)


@dataclass(frozen=True)
class Shown:
    """What a page may show of a comparison. None is hidden, or not to be had; `why` says which, in words."""

    referred: Side | None
    other: Side | None
    risk_difference: float | None
    low: float | None
    high: float | None
    risk_ratio: float | None
    number_needed: float | None
    why: str = ""


def show(referred: Side, other: Side, *, sees_rows: bool) -> Shown:
    """What may be shown of a comparison. An interval only with 30 families a side; the same for what stands on one.

    Whoever does not see the families' rows is shown nothing from which fewer than five could be worked out: with one
    side small, no difference either, because the other side would give it away.
    """
    nothing = Shown(None, None, None, None, None, None, None)
    if not sees_rows and (is_few(*referred) or is_few(*other)):
        return _because(nothing, "Too few families to show without pointing at one of them.")
    if not referred.total or not other.total:
        counts = Shown(referred, other, None, None, None, None, None)
        return _because(counts, "There is nobody to compare with yet.")
    plain = difference(*referred, *other)
    if min(referred.total, other.total) < FEWEST_FOR_INTERVAL:
        bare = Shown(referred, other, plain.risk_difference, None, None, None, None)
        return _because(bare, f"No interval with fewer than {FEWEST_FOR_INTERVAL} families a side: it may be chance.")
    try:
        full = compare(*referred, *other)
    except ValueError:
        return Shown(referred, other, plain.risk_difference, plain.low, plain.high, None, None)
    return Shown(
        referred, other, full.risk_difference, full.low, full.high, full.risk_ratio, full.number_needed,
        "" if full.low > 0 or full.high < 0 else "The interval goes over nought: there may be no difference at all.",
    )  # fmt: skip


def _because(shown: Shown, why: str) -> Shown:
    return Shown(**{**shown.__dict__, "why": why})


def points_in_words(apart: float) -> str:
    """A difference in points, never in per cent: "8.6 points fewer", "no difference".

    >>> points_in_words(-0.086), points_in_words(0.1249), points_in_words(0.0001)
    ('8.6 points fewer', '12.5 points more', 'no difference')
    """
    points = round(abs(apart) * 100, 1)
    if not points:
        return "no difference"
    return f"{points:g} point{'' if points == 1 else 's'} {'more' if apart > 0 else 'fewer'}"

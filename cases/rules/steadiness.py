"""How steady the workers of many children are: the eight measures of REFERENCE 4.5, of a team as of an authority.

A reader picks the measure; none stands for the others. Figures by worker belong first to that worker: who asks decides
whose children come in here. Each figure is counted from a list of children, so that it opens into its list.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low

from camden.rules.dates import months_after
from cases.rules.continuity import (
    Change,
    Kind,
    Spell,
    changes,
    changes_per_thousand_years,
    days_together,
    distinct_workers,
    has_had_many,
    is_unsettled,
    lead_on,
    year_before,
)

STEP_DAYS = 28
"""A change of lead in so many days from a step up or down on belongs to the step (C5). REFERENCE names no number."""


@dataclass(frozen=True)
class Days:
    """From a day, up to another and not on it; None: it still goes on."""

    started_on: date
    ended_on: date | None = None

    def runs(self, on: date) -> bool:
        """Whether it had begun on the day, and not ended."""
        return self.started_on <= on and (self.ended_on is None or on < self.ended_on)


@dataclass(frozen=True)
class Introduction:
    """How one child was taken from one worker to the next, on the day of the change (C6)."""

    changed_on: date
    family_told_on: date | None = None
    goodbye_on: date | None = None
    hello_on: date | None = None

    @property
    def is_joint(self) -> bool:
        """Whether the family was told why, and met both workers: one to say goodbye, and one to say hello."""
        return None not in (self.family_told_on, self.goodbye_on, self.hello_on)


@dataclass(frozen=True)
class ChildFacts:
    """One child's facts. `in_need` and `looked_after` are stretches of days; a series of short breaks is no care."""

    key: Hashable
    spells: tuple[Spell, ...] = ()
    in_need: tuple[Days, ...] = ()
    looked_after: tuple[Days, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    steps: tuple[date, ...] = ()
    """Days of steps up or down."""
    visits: tuple[tuple[date, int], ...] = ()
    """When, and by which worker."""


@dataclass(frozen=True)
class Share:
    """So many of so many, with the children that make the first number: a figure opens into its list."""

    count: int
    of: int
    keys: tuple[Hashable, ...] = ()

    @property
    def permille(self) -> int | None:
        """Thousandths, rounded to the nearest; None of nothing."""
        return (self.count * 2000 + self.of) // (self.of * 2) if self.of else None


@dataclass(frozen=True)
class Published:
    """A figure that others published, to stand beside ours."""

    words: str
    share: Share
    source: str


# C1 of the whole country, to compare with; REFERENCE knows of no later one.
ENGLAND_2024 = Published(
    "England, children looked after on 31 March 2024", Share(22_140, 83_300), "Department for Education (S14)"
)


@dataclass(frozen=True)
class Changes:
    """Changes of lead in a time, by sort, and for how many days children were in need (C3)."""

    avoidable: int
    asked_for: int
    other: int
    open_days: int

    @property
    def all(self) -> int:
        """Every change."""
        return self.avoidable + self.asked_for + self.other

    @property
    def per_thousand_years(self) -> int:
        """Changes for each thousand child-years."""
        return changes_per_thousand_years(self.all, self.open_days)

    @property
    def avoidable_per_thousand_years(self) -> int:
        """Changes that could have been avoided, for each thousand child-years."""
        return changes_per_thousand_years(self.avoidable, self.open_days)


@dataclass(frozen=True)
class Tenure:
    """How long children have known their present lead (C4): the middle one's days, and how many had no change."""

    median_days: int | None
    half_year: Share
    year: Share


@dataclass(frozen=True)
class Steadiness:
    """All eight for some children, to a day: of the twelve months before it, or on it."""

    many_workers: Share
    unsettled: Share
    changes: Changes
    tenure: Tenure
    kept_at_steps: Share
    introduced: Share
    agency: Share
    concentration: int | None


def steadiness(children: Sequence[ChildFacts], on: date) -> Steadiness:
    """The eight measures of these children. C1 is to the last 31 March, as it is published."""
    after = year_before(on)
    return Steadiness(
        many_workers=many_workers(children, last_year_end(on)),
        unsettled=unsettled(children, on),
        changes=changes_of(children, after, on),
        tenure=tenure(children, on),
        kept_at_steps=kept_at_steps(children, after, on),
        introduced=introduced(children, after, on),
        agency=agency(children, on),
        concentration=concentration(children, after, on),
    )


def steadiness_by(
    children: Iterable[ChildFacts], group: Callable[[ChildFacts], Hashable | None], on: date
) -> dict[Hashable, Steadiness]:
    """The same for each group: by team, or by whoever leads on the day. A child whose group is None is left out."""
    grouped: dict[Hashable, list[ChildFacts]] = {}
    for child in children:
        key = group(child)
        if key is not None:
            grouped.setdefault(key, []).append(child)
    return {key: steadiness(theirs, on) for key, theirs in grouped.items()}


def many_workers(children: Iterable[ChildFacts], year_end: date) -> Share:
    """C1: of those looked after on 31 March, who had three or more different leads in the year to it (A, B, A: two)."""
    return _share(
        (child for child in children if _runs(child.looked_after, year_end)),
        lambda child: has_had_many(distinct_workers(child.spells, year_before(year_end), year_end)),
    )


def unsettled(children: Iterable[ChildFacts], on: date) -> Share:
    """C2: of those in need on the day, whose lead changed twice or more in the twelve months to it (A, B, A: twice)."""
    return _share(
        (child for child in children if _runs(child.in_need, on)),
        lambda child: is_unsettled(len(_changes(child, year_before(on), on))),
    )


def changes_of(children: Iterable[ChildFacts], after: date, until: date) -> Changes:
    """C3: changes after the first day and up to the last, by sort, and the days in need in that time."""
    counted: Counter[Kind] = Counter()
    days = 0
    for child in children:
        counted.update(change.kind for change in _changes(child, after, until))
        days += open_days(child.in_need, after, until)
    return Changes(counted[Kind.AVOIDABLE], counted[Kind.ASKED_FOR], counted[Kind.OTHER], days)


def tenure(children: Iterable[ChildFacts], on: date) -> Tenure:
    """C4: of those who have a lead on the day."""
    known = {child.key: days for child in children if (days := days_together(child.spells, on)) is not None}
    return Tenure(
        median_days=median_low(known.values()) if known else None,
        half_year=_long(known, 6, on),
        year=_long(known, 12, on),
    )


def kept_at_steps(children: Iterable[ChildFacts], after: date, until: date) -> Share:
    """C5: steps up or down with no change of lead on the day or in the four weeks after it. The keys are children.

    Steps so recent that the four weeks are not over count as they stand; those where nobody led before, not at all.
    """
    of, kept = 0, []
    for child in children:
        for step in child.steps:
            before = lead_on(child.spells, step - timedelta(days=1))
            if not after < step <= until or before is None:
                continue
            of += 1
            last = min(step + timedelta(days=STEP_DAYS), until)
            if not _changes(child, step - timedelta(days=1), last):
                kept.append(child.key)
    return Share(len(kept), of, tuple(kept))


def introduced(children: Iterable[ChildFacts], after: date, until: date) -> Share:
    """C6: changes at which the family was told why and met both workers. The keys are children."""
    of, joint = 0, []
    for child in children:
        met = {each.changed_on for each in child.introductions if each.is_joint}
        for change in _changes(child, after, until):
            of += 1
            if change.on in met:
                joint.append(child.key)
    return Share(len(joint), of, tuple(joint))


def agency(children: Iterable[ChildFacts], on: date) -> Share:
    """C7: of those who have a lead on the day, whose lead works here through an agency."""
    leads = {child.key: lead for child in children if (lead := lead_on(child.spells, on)) is not None}
    found = tuple(key for key, lead in leads.items() if lead.is_agency)
    return Share(len(found), len(leads), found)


def concentration(children: Iterable[ChildFacts], after: date, until: date) -> int | None:
    """C8: how much of a child's visits one face made, in thousandths, on average over children; 1000 is one face.

    The sum of squares of each worker's share of the visits; children without a visit are left out.
    """
    found = []
    for child in children:
        made = Counter(worker for day, worker in child.visits if after < day <= until)
        if made:
            found.append(1000 * sum(count * count for count in made.values()) // made.total() ** 2)
    return sum(found) // len(found) if found else None


def open_days(stretches: Iterable[Days], after: date, until: date) -> int:
    """Days after the first and up to the last that these stretches cover; a day in two of them counts once."""
    days, counted_to = 0, after + timedelta(days=1)
    for each in sorted(stretches, key=lambda each: each.started_on):
        end = min(each.ended_on or date.max, until + timedelta(days=1))
        begin = max(each.started_on, counted_to)
        if end > begin:
            days += (end - begin).days
            counted_to = end
    return days


def last_year_end(on: date) -> date:
    """The last 31 March: the year of the national figures ends on it."""
    this = date(on.year, 3, 31)
    return this if on >= this else date(on.year - 1, 3, 31)


def _changes(child: ChildFacts, after: date, until: date) -> list[Change]:
    return [change for change in changes(child.spells) if after < change.on <= until]


def _runs(stretches: Iterable[Days], on: date) -> bool:
    return any(each.runs(on) for each in stretches)


def _share(children: Iterable[ChildFacts], is_so: Callable[[ChildFacts], bool]) -> Share:
    everybody = list(children)
    found = tuple(child.key for child in everybody if is_so(child))
    return Share(len(found), len(everybody), found)


def _long(known: dict[Hashable, int], months: int, on: date) -> Share:
    """Those who have known their lead for so many whole months."""
    found = tuple(key for key, days in known.items() if months_after(on - timedelta(days=days), months) <= on)
    return Share(len(found), len(known), found)

"""The measures of conferences, for a service over a time: each a share of families, never of a worker.

| rule | source |
|---|---|
| offered before the first child protection conference and before court; accepted | REFERENCE 6.5 |
| days from the referral to the meeting; family to professionals; fathers and their kin; children and advocates | 6.5 |
| plans agreed; promises done at a review; satisfaction, control, coping | REFERENCE 6.5 |
| less formal help after the first conference, for each child; care, proceedings, days in care, kin | REFERENCE 6.5 |
| beside what Camden said of itself in 2014/15 | REFERENCE 6.5 [S45]: `published.CAMDEN` |
| small numbers hidden from those who see no rows | REFERENCE 10.2: `suppressing` |

Who did not want one is no figure about them. What they have in common is a figure about our offer.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from conferences.rules.consent import Threshold
from conferences.rules.outcomes import Outcome
from conferences.rules.suppressing import FEWEST, is_few

HAPPY_FROM = 7
"""Points of ten from which somebody counts as happy. DESIGN: what [S45] asked is not known."""


@dataclass(frozen=True)
class There:
    """Who was at a meeting: people of each side, professionals, and for the children how they took part."""

    mothers_side: int = 0
    fathers_side: int = 0
    others: int = 0
    professionals: int = 0
    father_came: bool | None = None
    """None for a child without a father who could be asked: he died, or is not known."""
    children: int = 0
    children_there: int = 0
    children_with_advocate: int = 0

    @property
    def family(self) -> int:
        """Everybody who is not a professional; the children are counted by themselves."""
        return self.mothers_side + self.fathers_side + self.others

    @property
    def children_heard(self) -> int:
        """Children who were there, or for whom somebody spoke."""
        return min(self.children_there + self.children_with_advocate, self.children)


@dataclass(frozen=True)
class Told:
    """One conference with its days; None for what has not come. `is_first`: the family had none before.

    `offered_before`: the thresholds ahead of which it was offered. `happy` are answers of ten
    after six months, one a person; `more_control` and `better_coping` whether theirs rose since the beginning.
    """

    key: int
    threshold: Threshold
    offered_on: date | None = None
    accepted_on: date | None = None
    referred_on: date | None = None
    held_on: date | None = None
    is_agreed: bool | None = None
    is_first: bool = True
    there: There | None = None
    promises: int = 0
    promises_done: int = 0
    happy: Sequence[int] = ()
    more_control: Sequence[bool] = ()
    better_coping: Sequence[bool] = ()
    children: Sequence[Outcome] = ()


@dataclass(frozen=True)
class Share:
    """A part of a whole, and the share in it; all None where it is hidden or there is nobody."""

    part: int | None = None
    whole: int | None = None

    @property
    def of_all(self) -> float | None:
        """As a fraction."""
        return self.part / self.whole if self.part is not None and self.whole else None

    @property
    def words(self) -> str:
        """As a page says it: "12 of 20 (60%)", "too few to show", "nobody yet"."""
        if self.part is None or self.whole is None:
            return "too few to show"
        return f"{self.part} of {self.whole} ({self.part / self.whole:.0%})" if self.whole else "nobody yet"


@dataclass(frozen=True)
class Reached:
    """Thresholds reached in the time by families who had no conference under way, and by how many an offer was made."""

    threshold: Threshold
    reached: int
    offered: int


@dataclass(frozen=True)
class Measures:
    """Everything, for one page."""

    offered_before: dict[Threshold, Share]
    accepted: Share
    held: Share
    days_to_meeting: float | None
    per_professional: float | None
    """People of the family to each professional in the room."""
    fathers: Share
    fathers_side: Share
    children_there: Share
    children_heard: Share
    """There, or with somebody who spoke for them."""
    agreed: Share
    promises_done: Share
    happy: Share
    control: Share
    coping: Share
    children: "ForChildren"


@dataclass(frozen=True)
class ForChildren:
    """What became of the children, each share one of children of whom it can be said."""

    stepped_down: Share
    """After the family's first conference only, as Camden counted."""
    came_into_care: Share
    came_home: Share
    proceedings: Share
    kin: Share
    """Of those who were in care at all, those who were with kin for a part of it."""
    days_in_care: float | None
    """The middle one of those who were in care at all; the trial's figures are means of all."""


def measures(told: Iterable[Told], reached: Iterable[Reached] = (), *, sees_rows: bool) -> Measures:
    """The measures. Each share is one of families, of children or of answers, as its name says."""
    every = list(told)
    share = _share(sees_rows)
    held = [each for each in every if each.held_on]
    met = [each.there for each in held if each.there]
    fathers = [each for each in met if each.father_came is not None]
    answered = [each for each in held if each.is_agreed is not None]
    offered = [each for each in every if each.offered_on]
    accepted = [each for each in offered if each.accepted_on]
    waits = [(each.held_on - each.referred_on).days for each in held if each.held_on and each.referred_on]
    answers = [points for each in held for points in each.happy]
    asked = sum(each.children for each in met)
    return Measures(
        offered_before={each.threshold: share(each.offered, each.reached) for each in reached},
        accepted=share(len(accepted), len(offered)),
        held=share(sum(each.held_on is not None for each in accepted), len(accepted)),
        days_to_meeting=_middle(waits, sees_rows),
        per_professional=_ratio(met, sees_rows),
        fathers=share(sum(bool(each.father_came) for each in fathers), len(fathers)),
        fathers_side=share(sum(bool(each.fathers_side) for each in met), len(met)),
        children_there=share(sum(each.children_there for each in met), asked),
        children_heard=share(
            sum(min(each.children_there + each.children_with_advocate, each.children) for each in met), asked
        ),  # fmt: skip
        agreed=share(sum(bool(each.is_agreed) for each in answered), len(answered)),
        promises_done=share(sum(each.promises_done for each in held), sum(each.promises for each in held)),
        happy=share(sum(points >= HAPPY_FROM for points in answers), len(answers)),
        control=_yes(share, (each.more_control for each in held)),
        coping=_yes(share, (each.better_coping for each in held)),
        children=for_children(held, sees_rows=sees_rows),
    )


def for_children(held: Iterable[Told], *, sees_rows: bool) -> ForChildren:
    """What became of the children of conferences that were held."""
    every = list(held)
    share = _share(sees_rows)
    children = [child for each in every for child in each.children]
    first = [child for each in every if each.is_first for child in each.children]
    in_care = [child for child in children if child.days_in_care]
    return ForChildren(
        stepped_down=_of(share, first, lambda c: None if c.steps is None else c.steps < 0),
        came_into_care=_of(share, children, lambda c: c.came_into_care),
        came_home=_of(share, children, lambda c: c.came_home),
        proceedings=_of(share, children, lambda c: c.proceedings),
        kin=share(sum(child.days_with_kin > 0 for child in in_care), len(in_care)),
        days_in_care=_middle([child.days_in_care for child in in_care], sees_rows),
    )


def _share(sees_rows: bool) -> Callable[[int, int], Share]:
    """A share, hidden where it could point at somebody. That nobody is there yet is no secret."""
    return lambda part, whole: Share() if not sees_rows and whole and is_few(part, whole) else Share(part, whole)


def _of(
    share: Callable[[int, int], Share], children: Iterable[Outcome], asks: Callable[[Outcome], bool | None]
) -> Share:
    """Of the children of whom it can be said."""
    said = [answer for child in children if (answer := asks(child)) is not None]
    return share(sum(said), len(said))


def _yes(share: Callable[[int, int], Share], answers: Iterable[Sequence[bool]]) -> Share:
    said = [yes for each in answers for yes in each]
    return share(sum(said), len(said))


def _middle(days: Sequence[int], sees_rows: bool) -> float | None:
    """The middle one; None for too few."""
    return median(days) if days and (sees_rows or len(days) >= FEWEST) else None


def _ratio(met: Sequence[There], sees_rows: bool) -> float | None:
    professionals = sum(each.professionals for each in met)
    if not professionals or (not sees_rows and len(met) < FEWEST):
        return None
    return round(sum(each.family for each in met) / professionals, 1)

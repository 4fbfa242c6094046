"""What a training lead sees of the service: who is still to submit, steps by pod, observations and renewals due.

| rule | source |
|---|---|
| who has not submitted, with the days to 30 November; a word to all in two clicks | REFERENCE 13 (f); issue |
| names and how many of two; never a piece, a reflection, a reason for being away | issue; PRACTICE 3 |
| nobody is ranked: names come by team and alphabet, never by how little they have done | PRACTICE 1 |
| from December to August no list of who has not submitted is offered | PRACTICE 3 |
| whoever is away is named apart and gets no word; they are asked all the same | regulator: leave lets nobody off |
| a pod of fewer than three people is counted with its team | `requirements.FEWEST_SHOWN` |
| observations, reviews and renewals due are listed by their day | REFERENCE 13 (f) |

Every figure has the list behind it, and the list is the figure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from training.rules.early_career import Due
from training.rules.ladder import Climber, Step, heat_map
from training.rules.registration import registration_year
from training.rules.reminding import MONTHS, who_is_nudged
from training.rules.required_learning import Standing, ending
from training.rules.requirements import FEWEST_SHOWN, PIECES

AHEAD = timedelta(days=56)
"""How far ahead renewals and observations are listed."""


@dataclass(frozen=True)
class Registrant:
    """Somebody whose year asks for pieces: name, team, how many different ones are recorded, whether all is there.

    `nudged_on` is when a training lead last sent them a word.
    """

    key: int
    name: str
    team: str
    recorded: int
    is_whole: bool
    is_away: bool = False
    nudged_on: date | None = None


@dataclass(frozen=True)
class Line:
    """Somebody who is still to submit: "1 of 2", and whether a word would reach them today."""

    key: int
    name: str
    team: str
    in_words: str
    is_away: bool
    would_reach: bool


@dataclass(frozen=True)
class Submitting:
    """How many have submitted of how many, days left, and who has not: empty while nobody asks (December to August)."""

    whole: int
    of: int
    days_left: int
    lines: tuple[Line, ...]

    @property
    def to_nudge(self) -> tuple[int, ...]:
        """Whom "a word to all" goes to: exactly those of the list it would reach."""
        return tuple(line.key for line in self.lines if line.would_reach)


def submitting(people: Iterable[Registrant], on: date) -> Submitting:
    """The first panel of the radar. `people` are those who owe this year's pieces, and nobody else."""
    found = list(people)
    reach = set(
        who_is_nudged(
            {each.key: not each.is_whole for each in found},
            {each.key: each.nudged_on for each in found if each.nudged_on},
            {each.key for each in found if each.is_away},
            on,
        )
    )
    still = [each for each in found if not each.is_whole] if on.month in MONTHS else []
    return Submitting(
        whole=sum(each.is_whole for each in found),
        of=len(found),
        days_left=registration_year(on).days_left(on),
        lines=tuple(
            Line(each.key, each.name, each.team, _of_two(each), each.is_away, each.key in reach)
            for each in sorted(still, key=lambda one: (one.is_away, one.team, one.name, one.key))
        ),
    )


@dataclass(frozen=True)
class Row:
    """One row of the map: a pod, or a team with its small pods; how many people have each step as their highest."""

    group: int
    pods: tuple[int, ...]
    steps: Mapping[Step | None, int]

    @property
    def people(self) -> int:
        """How many there are."""
        return sum(self.steps.values())


def ladder_map(people: Sequence[Climber], team_of: Mapping[int, int]) -> tuple[Row, ...]:
    """The ladder by pod, by key. `team_of` gives each pod's team.

    Pods of one or two are put together in their team's row, and with the team's smallest other pod where together they
    are still too few. A team that is too few as a whole has no row.
    """
    by_pod = {pod: row for pod, row in heat_map(people).items() if sum(row.values())}
    rows: list[Row] = []
    for team in sorted({team_of.get(pod, pod) for pod in by_pod}):
        own = sorted(
            (pod for pod in by_pod if team_of.get(pod, pod) == team), key=lambda pod: (_many(by_pod, pod), pod)
        )
        together = [pod for pod in own if _many(by_pod, pod) < FEWEST_SHOWN]
        rest = [pod for pod in own if pod not in together]
        while together and rest and sum(_many(by_pod, pod) for pod in together) < FEWEST_SHOWN:
            together.append(rest.pop(0))
        rows += [Row(pod, (pod,), by_pod[pod]) for pod in sorted(rest)]
        if sum(_many(by_pod, pod) for pod in together) >= FEWEST_SHOWN:
            steps = {step: sum(by_pod[pod][step] for pod in together) for step in (None, *Step)}
            rows.append(Row(team, tuple(sorted(together)), steps))
    return tuple(rows)


@dataclass(frozen=True)
class Coming:
    """Something that is due for somebody: its day, the person's key, and what, in words."""

    by_on: date
    person: int
    what: str


def observations_due(next_by: Mapping[int, date], away: Iterable[int], on: date) -> tuple[Coming, ...]:
    """Practice observations due within eight weeks or past their day, the earliest first; of nobody who is away."""
    gone = set(away)
    due = [(day, key) for key, day in next_by.items() if day <= on + AHEAD and key not in gone]
    return tuple(Coming(day, key, "Practice observation") for day, key in sorted(due))


def programmes_due(plans: Mapping[int, Iterable[Due]], away: Iterable[int], on: date) -> tuple[Coming, ...]:
    """What is due of early-career programmes within eight weeks or past its day, the earliest first."""
    gone = set(away)
    found = [
        Coming(each.by_on, key, each.title)
        for key, plan in plans.items()
        for each in plan
        if key not in gone and each.held_on is None and each.by_on <= on + AHEAD
    ]
    return tuple(sorted(found, key=lambda each: (each.by_on, each.person, each.what)))


def expiring(standings: Mapping[int, Sequence[Standing]], on: date) -> tuple[tuple[str, tuple[Coming, ...]], ...]:
    """Required learning that ends, or is wanted, within eight weeks: by item, those with most people first.

    So that a course can be planned for the right number of people; within an item by day.
    """
    by_item: dict[str, list[Coming]] = {}
    for person, each in ending(standings, on + AHEAD):
        if each.by_on is not None:
            by_item.setdefault(each.item.title, []).append(Coming(each.by_on, person, each.words))
    ordered = sorted(by_item.items(), key=lambda one: (-len(one[1]), one[0]))
    return tuple((title, tuple(found)) for title, found in ordered)


def _of_two(each: Registrant) -> str:
    return f"{min(each.recorded, PIECES)} of {PIECES}"


def _many(by_pod: Mapping[int, Mapping[Step | None, int]], pod: int) -> int:
    return sum(by_pod[pod].values())

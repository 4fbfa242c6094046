"""How help goes in a team or service on a day: levels, what came in time, steps; and for whom, where many are."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from camden.models import Team
from camden.overview.figures import LATE, Figure, Figures, Item
from camden.rules.dates import months_after
from cases.measures import practice
from cases.measures.practice import LIMIT_OF, LIMITS, MONTHS, Child, Move, Round
from cases.models import Case
from cases.rules.equality import Shown, cut, disability_group, ethnic_group, sex_group
from cases.rules.helping import LADDER, plan_name

_ASKED = f"Of the children here on the day: rounds whose limit ran out in the {MONTHS} months to it."
LEVELS = {f"level-{basis or 'none'}": basis for basis in reversed(LADDER)}
LISTS = {
    **{
        code: Figure(code, plan_name(basis).capitalize(), f"Children with a {plan_name(basis)}" if basis else
                     "Children without a plan", "Whom somebody here leads for, or who wait for a worker.")
        for code, basis in LEVELS.items()
    },
    **{
        f"not-{limit.code}": Figure(f"not-{limit.code}", limit.words, f"{limit.words}: not kept", _ASKED)
        for limit in LIMITS
    },
    "steps-up": Figure("steps-up", "Steps up", "Steps up", f"Families, in the {MONTHS} months to the day."),
    "steps-down": Figure("steps-down", "Steps down", "Steps down", f"Families, in the {MONTHS} months to the day."),
}  # fmt: skip
WIDE = 240  # of a bar


@dataclass(frozen=True)
class Level:
    """How many children are at one level, and were three months before; `share` and `shared` are widths of bars."""

    code: str
    words: str
    now: int
    then: int
    share: int
    shared: int


@dataclass(frozen=True)
class InTime:
    """So many of so many rounds were kept."""

    code: str
    words: str
    source: str
    kept: int
    of: int

    @property
    def percent(self) -> int:
        """Rounded to the nearest; 100 only when all were, and 0 only when none was."""
        return within(self.kept, self.of)

    @property
    def missed(self) -> int:
        """How many were not."""
        return self.of - self.kept

    @property
    def list_code(self) -> str:
        """What the list of those is called in its address."""
        return f"not-{self.code}"

    @property
    def bar(self) -> int:
        """The width of its bar."""
        return WIDE * self.kept // self.of if self.of else 0


@dataclass(frozen=True)
class Cut:
    """One figure by one way of grouping children, in words for each group."""

    words: str
    groups: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cutting:
    """One way of grouping children, and each figure by it."""

    title: str
    names: tuple[str, ...]
    cuts: tuple[Cut, ...]


@dataclass(frozen=True)
class Practice:
    """All of it."""

    on: date
    then: date
    levels: tuple[Level, ...]
    limits: tuple[InTime, ...]
    up: int
    down: int


def practice_of(*, user: Any, teams: Sequence[Team], on: date) -> Practice:
    """Levels now and three months before, what came in time, and steps. Four queries."""
    asked: Any = {"cases": Case.objects.visible_to(user), "team_ids": [team.pk for team in teams]}
    then = months_after(on, -MONTHS)
    moves = practice.moves_of(on=on, **asked)
    down = sum(move.is_down for move in moves)
    return Practice(
        on=on,
        then=then,
        levels=_levels(practice.children_of(on=on, **asked), practice.children_of(on=then, **asked)),
        limits=_limits(practice.rounds_of(on=on, **asked)),
        up=len(moves) - down,
        down=down,
    )


def items_of(*, user: Any, teams: Sequence[Team], on: date, code: str) -> list[Item]:
    """The rows behind one of these figures. One query."""
    asked: Any = {"cases": Case.objects.visible_to(user), "team_ids": [team.pk for team in teams], "on": on}
    if code in LEVELS:
        found = practice.children_of(**asked)
        return [Item(each.case, (each.key,), 0, None, "") for each in found if each.level == LEVELS[code]]
    if code.startswith("steps-"):
        return [_step(move) for move in practice.moves_of(**asked) if move.is_down == (code == "steps-down")]
    limit = next(limit for limit in LIMITS if code == f"not-{limit.code}")
    return [
        Item(case, (child,), 0, due_on, f"{rule}:{done_on.isoformat() if done_on else ''}")
        for child, case, rule, due_on, done_on in practice.late_rounds(limit=limit, **asked)
    ]


def cuts_of(*, user: Any, figures: Figures, teams: Sequence[Team]) -> tuple[Cutting, ...]:
    """Each figure by who the children are. Two queries. One cut at a time; small numbers are not shown."""
    asked: Any = {"cases": Case.objects.visible_to(user), "team_ids": [team.pk for team in teams], "on": figures.on}
    children, rounds = practice.children_of(**asked), practice.rounds_of(**asked)
    happened = {
        "Child protection plan": {each.key for each in children if each.level == "protection"},
        "Waiting for a lead worker": _children_in(figures, ("waiting",)),
        "Lead changed twice or more in 12 months": _children_in(figures, ("unsettled",)),
        "Something is late": _children_in(figures, LATE),
    }
    ways: tuple[tuple[str, Callable[[Child], str]], ...] = (
        ("Ethnicity", lambda child: ethnic_group(child.ethnicity)),
        ("Sex", lambda child: sex_group(child.sex)),
        ("Disability", lambda child: disability_group(child.disabilities)),
    )
    return tuple(_cutting(title, group, children, happened, rounds) for title, group in ways)


def equality_day(on: date) -> date:
    """The end of the last month: cuts change once a month, so that no two of them are a few children apart by days."""
    return on.replace(day=1) - timedelta(days=1)


def within(kept: int, of: int) -> int:
    """Per cent, rounded to the nearest; 100 only when all were, and 0 only when none was.

    >>> [within(1999, 2000), within(1, 2000), within(5, 8), within(0, 0)]
    [99, 1, 63, 0]
    """
    if not of or not kept or kept == of:
        return 100 if of and kept == of else 0
    return min(max((kept * 200 + of) // (of * 2), 1), 99)


def _levels(now: Iterable[Child], then: Iterable[Child]) -> tuple[Level, ...]:
    here, before = Counter(each.level for each in now), Counter(each.level for each in then)
    most = max((*here.values(), *before.values()), default=0) or 1
    return tuple(
        Level(
            code,
            LISTS[code].short,
            here[basis],
            before[basis],
            WIDE * here[basis] // most,
            WIDE * before[basis] // most,
        )
        for code, basis in LEVELS.items()
    )


def _limits(rounds: Iterable[Round]) -> tuple[InTime, ...]:
    of: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for each in rounds:
        of[LIMIT_OF[each.rule].code] += each.of
        kept[LIMIT_OF[each.rule].code] += each.kept
    return tuple(InTime(each.code, each.words, each.source, kept[each.code], of[each.code]) for each in LIMITS)


def _step(move: Move) -> Item:
    before, after = move.says
    return Item(move.case, (), 0, move.on, f"From {plan_name(before)} to {plan_name(after)}")


def _children_in(figures: Figures, codes: Iterable[str]) -> set[int]:
    return {child for code in codes for item in figures.of(code) for child in item.children}


def _cutting(
    title: str,
    group: Callable[[Child], str],
    children: Sequence[Child],
    happened: Mapping[str, set[int]],
    rounds: Iterable[Round],
) -> Cutting:
    of_child = {child.key: group(child) for child in children}
    there = Counter(of_child.values())
    names = tuple(sorted(there))
    hidden = {name for name, shown in cut({name: (0, there[name]) for name in names}).items() if shown.of is None}
    cuts = [Cut("Children", tuple((name, "too few to say" if name in hidden else str(there[name])) for name in names))]
    for words, keys in happened.items():
        counts = Counter(of_child[key] for key in keys if key in of_child)
        cuts.append(_said(words, cut({name: (counts[name], there[name]) for name in names}), hidden))
    for limit in LIMITS:
        kept: Counter[str] = Counter()
        of: Counter[str] = Counter()
        for each in rounds:
            if LIMIT_OF[each.rule] is limit and each.child in of_child:
                kept[of_child[each.child]] += each.kept
                of[of_child[each.child]] += each.of
        cuts.append(_said(limit.words, cut({name: (kept[name], of[name]) for name in names}), hidden))
    return Cutting(title, names, tuple(cuts))


def _said(words: str, shown: Mapping[str, Shown], hidden: set[str]) -> Cut:
    return Cut(words, tuple((name, _group(each, is_hidden=name in hidden)) for name, each in shown.items()))


def _group(shown: Shown, *, is_hidden: bool) -> str:
    if is_hidden or shown.of is None or shown.count is None:
        return "too few to say"
    return f"{shown.count} of {shown.of} ({within(shown.count, shown.of)}%)" if shown.of else "nobody"

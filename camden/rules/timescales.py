"""Timescales: what must happen within how long of what, as rows; and when that is due.

Day 0 is the day of the trigger and working day 1 the next working day. Months keep the day of the month, clipped to the
month's end. A limit of "not more than" so many weeks or months is never extended by a weekend: `do_by` says the last
working day in it, `breach_after` the last lawful one. Hours are hours of the clock. What repeats counts from the last
time it really happened (REFERENCE 3).
"""

from collections.abc import Iterable
from datetime import date

from camden.rules.dates import Span, Unit, counted
from camden.rules.due import next_due
from camden.rules.rows import Again, Basis, Due, Happening, Kind, Ladder, Owner, Run, Timescale
from camden.rules.workdays import Calendar

__all__ = [
    "Again", "Basis", "Due", "Happening", "Kind", "Ladder", "Owner", "Rulebook", "Run", "Span", "Timescale", "Unit",
    "next_due", "parts_of", "runs", "runs_of",
]  # fmt: skip


# What a kind of happening does to a rule.
OPENS, STARTS, MEETS, ENDS, NEEDS, THEN, EXTENDS = 1, 2, 4, 8, 16, 32, 64
Heard = tuple[int, Happening]  # what it does to the rule, and what it is


def parts_of(rule: Timescale) -> dict[str, int]:
    """Each kind of happening the rule listens to, with what it does to it."""
    found: dict[str, int] = {}
    for part, kinds in (
        (OPENS, rule.opens),
        (STARTS, rule.starts),
        (MEETS, rule.meets),
        (ENDS, rule.ends),
        (NEEDS, rule.needs),
        (THEN, rule.then_after),
        (EXTENDS, rule.extended_by),
    ):
        for kind in kinds:
            found[kind] = found.get(kind, 0) | part
    return found


class Rulebook:
    """Rules, indexed by the kinds of happening they listen to. Make one and use it for every child."""

    __slots__ = ("listeners", "rules")

    def __init__(self, rules: Iterable[Timescale]) -> None:
        self.rules = tuple(rule for rule in rules if rule.is_clock and rule.is_commenced)
        self.listeners: dict[str, list[tuple[int, int]]] = {}
        for place, rule in enumerate(self.rules):
            for kind, part in parts_of(rule).items():
                self.listeners.setdefault(kind, []).append((place, part))


def runs_of(rulebook: Rulebook, happenings: Iterable[Happening], calendar: Calendar) -> list[Run]:
    """Every round of every rule for one child, from facts in any order: the same facts give the same rounds."""
    heard: dict[int, list[Heard]] = {}
    started: set[int] = set()
    for happening in sorted(happenings, key=_in_order):
        for place, part in rulebook.listeners.get(happening.kind, ()):
            if place in heard:
                heard[place].append((part, happening))
            else:
                heard[place] = [(part, happening)]
            if part & STARTS:
                started.add(place)
    found: list[Run] = []
    for place in sorted(started):
        rule = rulebook.rules[place]
        if rule.is_back or (rule.window and rule.window.amount < 0):
            its_own = counted_back(rule, heard[place], calendar)
        else:
            its_own = Journey(rule, calendar).walk(heard[place])
        if rule.effective_from or rule.effective_to:
            # What began while the rule did not hold has no round, and yet the next may count from what met it.
            its_own = [run for run in its_own if rule.holds_on(run.anchor_on)]
        found += its_own
    found.sort(key=_by_round)
    return found


def runs(rule: Timescale, happenings: Iterable[Happening], calendar: Calendar) -> list[Run]:
    """Every round of one rule for one child."""
    return runs_of(Rulebook([rule]), happenings, calendar)


def _in_order(happening: Happening) -> tuple[date, str, float, int]:
    """By day; then so that the same facts always come in the same order."""
    at = happening.at.timestamp() if happening.at else 0.0
    return happening.on, happening.kind, at, happening.amount or 0


def _by_round(run: Run) -> tuple[str, date, float]:
    return run.code, run.anchor_on, run.anchor_at.timestamp() if run.anchor_at else 0.0


class Round:
    """One round that runs: what it counts from, its limit, and how often it was extended."""

    __slots__ = ("anchor", "extensions", "limit")

    def __init__(self, anchor: Happening, limit: Span) -> None:
        self.anchor, self.limit, self.extensions = anchor, limit, 0


class Journey:
    """One rule on its way through what happened to one child, day by day.

    On one day, in this order: what fulfils the rounds that run; an end of what ran before that day; what starts
    anew; what fulfils that on its own first day. So a child who moves has the old placement ended and the new one
    begun; and an end on the day of a start ends that start only when nothing was open before.
    """

    __slots__ = (
        "calendar", "done", "is_needed", "opened_on", "rounds", "rule", "running", "shorter", "starts", "then",
        "waiting",
    )  # fmt: skip

    def __init__(self, rule: Timescale, calendar: Calendar) -> None:
        self.rule, self.calendar = rule, calendar
        self.done: list[Run] = []
        self.running: list[Round] = []
        self._close()

    def _close(self) -> None:
        """Nothing is open: as at the beginning, and after an end."""
        self.opened_on: date | None = None
        self.waiting: Happening | None = None
        self.shorter: int | None = None
        self.is_needed, self.then = not self.rule.needs, False
        self.starts = self.rounds = 0

    def walk(self, heard: list[Heard]) -> list[Run]:
        """The rounds, from what the rule heard in the order of its days."""
        first, count = 0, len(heard)
        while first < count:
            day, after = heard[first][1].on, first + 1
            while after < count and heard[after][1].on == day:
                after += 1
            self._live(day, heard[first:after])
            first = after
        self.done += [self._run(each) for each in self.running]
        return self.done

    def _live(self, day: date, heard: list[Heard]) -> None:
        """One day."""
        parts = 0
        for part, _ in heard:
            parts |= part
        was_open = self.opened_on is not None
        if was_open:
            self._go_on(day, heard, parts)
        if parts & (OPENS | STARTS):
            self._start(heard, has_ended=was_open and bool(parts & ENDS))
        if self.opened_on is None:
            return
        if parts & (NEEDS | EXTENDS):
            self._change(parts)
        if parts & MEETS:
            self._meet(day, heard)
        if parts & ENDS and not was_open:
            self._end(day)

    def _go_on(self, day: date, heard: list[Heard], parts: int) -> None:
        """What a day brings to what was open before it."""
        self.then = self.then or bool(parts & THEN)
        if parts & NEEDS and not parts & STARTS:  # what starts today takes the place of what waited
            self._change(NEEDS)
        if parts & MEETS:
            self._meet(day, heard)
        if parts & THEN:
            self._relax(day)
        if parts & ENDS:
            self._end(day)

    def _start(self, heard: list[Heard], *, has_ended: bool) -> None:
        for part, happening in heard:
            if part & OPENS:
                if self.opened_on is not None and self.rule.again is Again.RESTART:
                    self._end(happening.on)
                self.opened_on = self.opened_on or happening.on
                self._shorten(happening)
        for part, happening in heard:
            # The last review of a plan ends with it: it starts no next round.
            if part & STARTS and not (has_ended and part & MEETS):
                self._start_with(happening)

    def _start_with(self, happening: Happening) -> None:
        rule = self.rule
        if self.opened_on is None and rule.opens:
            return
        if self.running and not self._may_start_again(happening):
            return
        self.opened_on = self.opened_on or happening.on
        self._shorten(happening)
        if rule.needs and not rule.opens:
            self.is_needed = False
        self.starts += 1
        if self.starts >= rule.first_start and not 0 < rule.last_start < self.starts:
            self._begin(happening)

    def _may_start_again(self, happening: Happening) -> bool:
        """Whether a start counts while a round runs; a restart ends that round."""
        rule = self.rule
        if rule.again is Again.RESTART and happening.kind not in rule.meets:
            if any(each.anchor.on == happening.on for each in self.running):
                return False
            opened_on = self.opened_on if rule.opens else None
            self._end(happening.on)
            self.opened_on = opened_on
            return True
        return rule.again is Again.EACH and not rule.is_repeat

    def _begin(self, anchor: Happening) -> None:
        """A round from this happening, if the rule has one there; only one from the same day, or moment."""
        if not self.is_needed:
            self.waiting = anchor
            return
        moments = self.rule.unit is Unit.HOURS
        for each in self.running:
            if each.anchor.on == anchor.on and (not moments or each.anchor.at == anchor.at):
                return
        self.rounds += 1
        if self._has_round_on(anchor.on):
            self.running.append(Round(anchor, self._limit(anchor.on)))

    def _has_round_on(self, on: date) -> bool:
        rule, opened_on = self.rule, self.opened_on or on
        if rule.since and on < counted(opened_on, *rule.since, self.calendar):
            return False
        return not rule.until or on < counted(opened_on, *rule.until, self.calendar)

    def _limit(self, on: date) -> Span:
        rule, opened_on = self.rule, self.opened_on or on
        if rule.then and (
            self.then
            or 0 < rule.then_round <= self.rounds
            or (rule.then_since and on >= counted(opened_on, *rule.then_since, self.calendar))
        ):
            return rule.then
        return Span(rule.amount if self.shorter is None else min(self.shorter, rule.amount), rule.unit)

    def _shorten(self, happening: Happening) -> None:
        """A plan may ask for more than the rule, never for less."""
        if self.rule.can_be_shortened and happening.amount and happening.amount > 0:
            self.shorter = happening.amount

    def _change(self, parts: int) -> None:
        if parts & NEEDS:
            self.is_needed = True
            if waiting := self.waiting:
                self.waiting = None
                self._begin(waiting)
        if parts & EXTENDS:
            for each in self.running:
                if not self.rule.extension_times or each.extensions < self.rule.extension_times:
                    each.extensions += 1

    def _relax(self, day: date) -> None:
        """The later limit holds for a round that was not late when it came."""
        for each in self.running:
            if self.rule.then and each.anchor.on < day <= self._run(each).due_on:
                each.limit = self.rule.then

    def _meet(self, day: date, heard: list[Heard]) -> None:
        last: Happening | None = None
        going_on: list[Round] = []
        for each in self.running:
            success = _success(self.rule, each.anchor, heard)
            if success is None:
                going_on.append(each)
                continue
            last = success
            # A repeat that is met on the day it starts simply counts from there.
            if not self.rule.is_repeat or each.anchor.on != day:
                self.done.append(self._run(each, met_on=day))
        self.running = going_on
        if self.rule.is_repeat and last:
            self._begin(last)
        elif not self.rule.is_repeat:
            self.waiting = None

    def _end(self, day: date) -> None:
        for each in self.running:
            # What was met on its last day has no next round.
            if not (self.rule.is_repeat and each.anchor.on == day and each.anchor.kind in self.rule.meets):
                self.done.append(self._run(each, ended_on=day))
        self.running = []
        self._close()

    def _run(self, each: Round, *, met_on: date | None = None, ended_on: date | None = None) -> Run:
        anchor, rule = each.anchor, self.rule
        due = next_due(rule, anchor.on, anchor.at, calendar=self.calendar, limit=each.limit, extensions=each.extensions)
        at = anchor.at if due.due_at else None
        return Run(
            rule.code, anchor.on, at, due.amount, due.unit, due.due_on, due.due_at, due.do_by, met_on, ended_on
        )  # fmt: skip


def _success(rule: Timescale, anchor: Happening, heard: list[Heard]) -> Happening | None:
    """What fulfils on one day a round that began with this: not the same success again, nothing of an earlier hour."""
    same_day = anchor.on == heard[0][1].on
    if same_day and anchor.kind in rule.meets:
        return None
    for part, happening in heard:
        if part & MEETS and not (same_day and anchor.at and happening.at and happening.at < anchor.at):
            return happening
    return None


def counted_back(rule: Timescale, heard: list[Heard], calendar: Calendar) -> list[Run]:
    """The rounds of a rule that looks ahead to a planned day: what fulfils it comes before that day."""
    marks = sorted({happening.on for part, happening in heard if part & (OPENS | STARTS)})
    found: list[Run] = []
    for on in sorted({happening.on for part, happening in heard if part & STARTS}):
        due = next_due(rule, on, calendar=calendar)
        since = max((mark for mark in marks if mark < on), default=date.min)
        if rule.needs and not _first(heard, NEEDS, since, on):
            continue
        met_on = _first(heard, MEETS, since, max(on, due.due_on))
        ended_on = _first(heard, ENDS, since, date.max)
        if met_on and ended_on and ended_on < met_on:
            met_on = None
        found.append(
            Run(
                rule.code,
                on,
                None,
                due.amount,
                due.unit,
                due.due_on,
                None,
                due.do_by,
                met_on,
                None if met_on else ended_on,
            )
        )
    return found


def _first(heard: list[Heard], wanted: int, after: date, until: date) -> date | None:
    """The first day after one and up to another with such a happening."""
    return next((each.on for part, each in heard if part & wanted and after < each.on <= until), None)

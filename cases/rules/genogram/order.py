"""The order of people in each row: siblings by birth, partners side by side, as few crossings as can be found.

The search starts from lines of descent, tries many small changes (a walk that accepts a worse order less and less
often, from a fixed source of chance) and ends by trying every single move. The same facts give the same order.
"""

import math
from collections.abc import Callable, Sequence
from random import Random

from cases.rules.genogram.costs import Costs, Rows
from cases.rules.genogram.frame import Frame
from cases.rules.genogram.starts import kept_rows, lines_of_descent

SEED = 7
TRIES, TRIES_EACH, MOST_TRIES = 1000, 150, 7000
"""How many changes a walk tries: some, some more for each person, and never more than that."""
WARMTH, COOLEST = 7.0, 0.05
REACH = 8
"""How far the last search moves one person."""
ROUNDS = 5


def best_orders(frame: Frame, wishes: Sequence[tuple[str, str]] = (), most: int = 4) -> list[Rows]:
    """The best orders found, best first, judged by the order alone."""
    search = _Search(frame, Costs(frame, wishes))
    starts = lines_of_descent(frame)
    starts = sorted({search.legal(start): None for start in starts}, key=lambda rows: (search.costs.total(rows), rows))
    for start in starts[:3]:
        search.walk(start)
    for rows in search.best(3):
        search.finish(rows)
    return search.best(most)


def order_kept(frame: Frame, last: Sequence[Sequence[str]], wishes: Sequence[tuple[str, str]] = ()) -> Rows:
    """The order of the last drawing, with newcomers where they cost least: nobody who was there changes sides."""
    search = _Search(frame, Costs(frame, wishes))
    return search.legal(search.insert(kept_rows(frame, last)))


class _Search:
    """Orders tried so far, and the ways to find another."""

    def __init__(self, frame: Frame, costs: Costs) -> None:
        self.frame, self.costs = frame, costs
        self.chance = Random(SEED)  # noqa: S311 - a fixed seed is wanted: the same facts, the same drawing
        self.found: dict[Rows, float] = {}
        self.lines = _lines(frame)

    def best(self, most: int) -> list[Rows]:
        """The best orders so far."""
        return sorted(self.found, key=lambda rows: (self.found[rows], rows))[:most]

    def legal(self, rows: Rows) -> Rows:
        """The same with each group of siblings from left to right by birth, in the places the group holds."""
        return tuple(self._legal_row(at, row) for at, row in enumerate(rows))

    def _legal_row(self, at: int, row: Sequence[str]) -> tuple[str, ...]:
        now = list(row)
        key = self.frame.birth_key
        for group in self.frame.sibships[at]:
            own = set(group)
            places = [index for index, token in enumerate(now) if token in own]
            for index, token in zip(places, sorted((now[index] for index in places), key=key.__getitem__), strict=True):
                now[index] = token
        return tuple(now)

    def walk(self, rows: Rows) -> None:
        """Try changes at random; keep what is better, and at first also what is worse."""
        people = sum(len(row) for row in rows)
        tries = min(TRIES + TRIES_EACH * people, MOST_TRIES)
        movable = [at for at, row in enumerate(rows) if len(row) > 1]
        if not movable:
            self.found[rows] = self.costs.total(rows)
            return
        cost = best = self.costs.total(rows)
        self.found[rows] = cost
        for each in range(tries):
            warmth = WARMTH * (1 - each / tries) ** 2 + COOLEST
            tried = self._changed(rows, self.chance.choice(movable))
            if tried == rows:
                continue
            now = self.costs.total(tried)
            if now <= cost or self.chance.random() < math.exp((cost - now) / warmth):
                rows, cost = tried, now
                if cost < best + 1.5:
                    best = min(best, cost)
                    self.found[rows] = cost

    def _changed(self, rows: Rows, at: int) -> Rows:
        kind = self.chance.random()
        if kind < 0.16:
            return self._line_moved(rows, at)
        row = list(rows[at])
        change: Callable[[list[str]], None] = self._swapped if kind < 0.4 else self._moved if kind < 0.7 else self._run
        change(row)
        return (*rows[:at], self._legal_row(at, row), *rows[at + 1 :])

    def _swapped(self, row: list[str]) -> None:
        at = self.chance.randrange(len(row) - 1)
        row[at], row[at + 1] = row[at + 1], row[at]

    def _moved(self, row: list[str]) -> None:
        token = row.pop(self.chance.randrange(len(row)))
        row.insert(self.chance.randrange(len(row) + 1), token)

    def _run(self, row: list[str]) -> None:
        start = self.chance.randrange(len(row))
        end = min(len(row), start + self.chance.randint(2, 5))
        run = row[start:end]
        del row[start:end]
        if self.chance.random() < 0.4:
            run.reverse()
        to = self.chance.randrange(len(row) + 1)
        row[to:to] = run

    def _line_moved(self, rows: Rows, at: int) -> Rows:
        """Somebody with partners and all who come after them, to another place among the rest."""
        line = self.lines[self.chance.choice(rows[at])]
        rests = [[token for token in row if token not in line] for row in rows]
        share = self.chance.random() if self.chance.random() < 0.6 else float(self.chance.random() < 0.5)
        moved = []
        for index, (row, rest) in enumerate(zip(rows, rests, strict=True)):
            to = round(share * len(rest))
            moved.append(self._legal_row(index, [*rest[:to], *(t for t in row if t in line), *rest[to:]]))
        return tuple(moved)

    def finish(self, rows: Rows) -> None:
        """Move one person or one couple at a time for as long as that makes it better."""
        cost = self.costs.total(rows)
        for _ in range(ROUNDS):
            before = cost
            for at in range(len(rows)):
                for start in range(len(rows[at])):
                    for size in (1, 2):
                        rows, cost = self._best_place(rows, cost, at, start, size)
            if cost >= before - 1e-9:
                break
        self.found[rows] = cost

    def _best_place(self, rows: Rows, cost: float, at: int, start: int, size: int) -> tuple[Rows, float]:
        row = list(rows[at])
        run = row[start : start + size]
        del row[start : start + size]
        best = rows
        for to in range(max(0, start - REACH), min(len(row), start + REACH) + 1):
            tried = (*rows[:at], self._legal_row(at, [*row[:to], *run, *row[to:]]), *rows[at + 1 :])
            now = self.costs.total(tried)
            if now < cost - 1e-9:
                best, cost = tried, now
        return best, cost

    def insert(self, rows: list[list[str]]) -> Rows:
        """Everybody who is missing from the rows, one after another where they cost least."""
        missing = [[token for token in self.frame.rows[at] if token not in set(row)] for at, row in enumerate(rows)]
        # Costs ask for everybody, so who is missing stands at the end until it is their turn.
        now = [[*row, *late] for row, late in zip(rows, missing, strict=True)]
        for at, late in enumerate(missing):
            for token in late:
                row = [each for each in now[at] if each != token]
                tries = [[*row[:to], token, *row[to:]] for to in range(len(row) + 1)]
                now[at] = min(tries, key=lambda tried: self._cost_with(now, at, tried))
        return tuple(tuple(row) for row in now)

    def _cost_with(self, rows: list[list[str]], at: int, row: list[str]) -> tuple[float, list[str]]:
        legal = self._legal_row(at, row)
        flips = sum(1 for one, other in zip(row, legal, strict=True) if one != other)
        tried = tuple(tuple(each) for each in (*rows[:at], row, *rows[at + 1 :]))
        return (self.costs.total(tried) + 1000 * flips, row)


def _lines(frame: Frame) -> dict[str, frozenset[str]]:
    """For each token, itself, its partners, and all who come after them."""
    after = _next_in_line(frame)
    lines = {}
    for token in (token for row in frame.rows for token in row):
        found: set[str] = set()
        waiting = {token}
        while waiting:
            each = waiting.pop()
            found.add(each)
            waiting |= after.get(each, set()) - found
        lines[token] = frozenset(found)
    return lines


def _next_in_line(frame: Frame) -> dict[str, set[str]]:
    after: dict[str, set[str]] = {}
    for row in frame.brackets:
        for bracket in row:
            for end in bracket.ends:
                after.setdefault(end, set()).update(bracket.ends)
    for comb in (comb for combs in frame.combs for comb in combs):
        for token in comb.source:
            after.setdefault(token, set()).update(foot.token for foot in comb.feet if not foot.is_second)
    return after

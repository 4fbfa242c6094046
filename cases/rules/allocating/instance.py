"""A balancing problem as plain numbers: read, checked, and asked who may hold what.

Everything is an integer, so that each solver and whoever checks the answer agree. The file's format is a JSON object
whose lists are as long as there are workers (`W`) or family groups (`G`); see `Instance`.
"""

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

OTHER_TEAM = 8
"""Minutes of travel added for a family of another team."""
MOST_MONTHS = 36
IN_PROCEEDINGS = 3
SHARES = 100_000
MOST_POINTS = 10_000
"""Points of a group, and a hundred times as many of a cap: far more than anybody holds, and few enough to count one by
one."""

_OF_WORKERS = ("cap", "hard", "kids", "avail", "newok", "cp", "lang", "team", "loc", "wxy")
_OF_GROUPS = ("pts", "n", "need_cp", "need_lang", "gteam", "gloc", "gxy", "cur", "months", "court")
_FLAGS = {"avail", "newok", "cp", "need_cp", "court"}
_PLACES = {"wxy", "gxy"}


class NotAnInstance(ValueError):
    """The text is no balancing problem. Its words say what is wrong, for whoever made the file."""


@dataclass(frozen=True)
class Instance:
    """One service on one day.

    Of workers: `cap` and `hard` in points, `kids` children at most, `avail` takes part at all (false: leaves or is
    away for long), `newok` may be given families, `cp` may hold child protection and court work, `lang` a bit for
    each language, `team`, `loc` locality, `wxy` where they start from, in minutes. Of groups: `pts`, `n` children,
    `need_cp`, `need_lang` (0 or one bit), `gteam`, `gloc`, `gxy`, `cur` the present worker or −1, `months` together,
    `court`. `conflict` are pairs (group, worker) that must never meet.
    """

    cap: Ints
    hard: Ints
    kids: Ints
    avail: Flags
    newok: Flags
    cp: Flags
    lang: Ints
    team: Ints
    loc: Ints
    wxy: Ints
    pts: Ints
    n: Ints
    need_cp: Flags
    need_lang: Ints
    gteam: Ints
    gloc: Ints
    gxy: Ints
    cur: Ints
    months: Ints
    court: Flags
    conflict: tuple[tuple[int, int], ...] = ()
    name: str = field(default="")

    @cached_property
    def weight(self) -> Ints:
        """What a point² of each worker counts: 100,000 ÷ capacity, rounded half to even as the format says."""
        return np.round(SHARES / self.cap).astype(np.int64)

    @cached_property
    def is_free(self) -> Flags:
        """Groups whose move is no change of worker: they wait, or their worker leaves."""
        free: Flags = self.cur < 0
        return free | ~self.avail[np.maximum(self.cur, 0)] if len(self.avail) else free

    @cached_property
    def change_cost(self) -> Ints:
        """What moving each group costs, in weighted changes."""
        cost = self.n * (10 + np.minimum(self.months, MOST_MONTHS)) * np.where(self.court, IN_PROCEEDINGS, 1)
        return np.where(self.is_free, 0, cost).astype(np.int64)

    @cached_property
    def may_hold(self) -> Flags:
        """G × W: whether a worker may be given, or may keep, a group."""
        may: Flags = (self.gloc[:, None] == self.loc[None, :]) & (self.avail & self.newok)[None, :]
        may &= self.cp[None, :] | ~self.need_cp[:, None]
        may &= (self.need_lang[:, None] == 0) | ((self.lang[None, :] & self.need_lang[:, None]) > 0)
        for group, worker in self.conflict:
            may[group, worker] = False
        kept = np.flatnonzero(~self.is_free)
        may[kept, self.cur[kept]] = True
        return may

    def travel(self, groups: Ints, workers: Ints) -> Ints:
        """Minutes from each worker to the group beside it, as the crow flies, and more for another team."""
        apart = self.gxy[groups] - self.wxy[workers]
        minutes = np.round(np.sqrt((apart * apart).sum(-1))).astype(np.int64)
        further: Ints = minutes + np.where(self.gteam[groups] == self.team[workers], 0, OTHER_TEAM)
        return further

    def part(self, locality: int) -> tuple["Instance", Ints, Ints]:
        """One locality as an instance of its own, with the keys of its groups and workers in the whole."""
        groups, workers = np.flatnonzero(self.gloc == locality), np.flatnonzero(self.loc == locality)
        new_worker = np.full(max(1, len(self.cap)), -1)  # one place even for a service without workers
        new_worker[workers] = np.arange(len(workers))
        new_group = {int(group): place for place, group in enumerate(groups)}
        facts: dict[str, Any] = {name: getattr(self, name)[workers] for name in _OF_WORKERS}
        facts |= {name: getattr(self, name)[groups] for name in _OF_GROUPS}
        # A worker of another locality holds nothing here: the group has to be placed, and moving it costs what it did.
        facts["cur"] = np.where(facts["cur"] >= 0, new_worker[np.maximum(facts["cur"], 0)], -1)
        pairs = ((new_group[g], int(new_worker[w])) for g, w in self.conflict if g in new_group and new_worker[w] >= 0)
        return Instance(**facts, conflict=tuple(pairs), name=f"{self.name}, locality {locality}"), groups, workers


def read(text: str) -> Instance:
    """An instance from its JSON. Raises NotAnInstance with a sentence."""
    try:
        told = json.loads(text)
    except ValueError as error:
        raise NotAnInstance(f"This is not JSON: {error}") from error
    if not isinstance(told, dict):
        raise NotAnInstance("The file holds no JSON object.")
    missing = [name for name in (*_OF_WORKERS, *_OF_GROUPS) if name not in told]
    if missing:
        raise NotAnInstance(f"The file lacks {', '.join(missing)}.")
    facts: dict[str, Any] = {}
    for names in (_OF_WORKERS, _OF_GROUPS):
        long = len(told[names[0]]) if isinstance(told[names[0]], list) else 0
        facts |= {name: _list(name, told[name], long) for name in names}
    found = Instance(**facts, conflict=_pairs(told.get("conflict", [])), name=str(told.get("name", "")))
    _check(found)
    return found


def _list(name: str, values: Any, long: int) -> Any:
    shape = (long, 2) if name in _PLACES else (long,)
    try:
        told = np.array(values if long else np.zeros(shape))
        if told.dtype.kind == "f" and not np.isfinite(told).all():
            raise ValueError(values)
        array = told.astype(np.int64)
        if (array != told).any():
            raise ValueError(values)
    except (TypeError, ValueError, OverflowError) as error:
        raise NotAnInstance(f"“{name}” holds something that is not a whole number.") from error
    if array.shape != shape:
        raise NotAnInstance(f"“{name}” must have {long} entries{' of two numbers' if name in _PLACES else ''}.")
    return array.astype(bool) if name in _FLAGS else array


def _pairs(told: Any) -> tuple[tuple[int, int], ...]:
    try:
        return tuple((int(group), int(worker)) for group, worker in told)
    except (TypeError, ValueError) as error:
        raise NotAnInstance("“conflict” must be a list of pairs: a group and a worker.") from error


def _check(found: Instance) -> None:
    workers, groups = len(found.cap), len(found.pts)
    if workers and found.cap.min() < 1:
        raise NotAnInstance("Every worker needs a capacity of at least one point.")
    if groups and (found.pts.min() < 0 or found.n.min() < 1):
        raise NotAnInstance("Every group needs at least one child, and no fewer than no points.")
    if groups and max(found.pts.max(), found.n.max()) > MOST_POINTS:
        raise NotAnInstance(f"No group has more than {MOST_POINTS:,} points or children.")
    if workers and max(found.cap.max(), found.hard.max()) > 100 * MOST_POINTS:
        raise NotAnInstance(f"No worker has a capacity or a cap of more than {100 * MOST_POINTS:,} points.")
    if groups and (found.cur.min() < -1 or found.cur.max() >= workers):
        raise NotAnInstance("“cur” names a worker who is not in the file.")
    if any(not (0 <= group < groups and 0 <= worker < workers) for group, worker in found.conflict):
        raise NotAnInstance("“conflict” names a group or a worker who is not in the file.")

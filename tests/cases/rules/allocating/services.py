"""Invented services for the solver: small enough to try every assignment, or like a whole unit."""

import json
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from cases.rules.allocating.instance import Instance, Ints, read
from cases.rules.allocating.score import Score, score

HERE = Path(__file__).parent


def unit(seed: int) -> Instance:
    """A unit of eight workers and 120 children, as a file."""
    return read((HERE / f"unit_{seed}.json").read_text())


def small(seed: int, workers: int = 3, groups: int = 6) -> Instance:
    """A handful of families and workers, drawn by lot: some above a cap, some waiting, languages, conflicts."""
    return read(json.dumps(told(seed, workers, groups)))


def told(seed: int, workers: int, groups: int) -> dict[str, Any]:
    """The same as plain lists. Worker 0 is here, qualified and speaks every language, so that nothing is impossible."""
    draw = Random(seed)
    size = [draw.choice([1, 1, 1, 2, 2, 3]) for _ in range(groups)]
    caps = [draw.randint(14, 30) for _ in range(workers)]
    here = [True] + [draw.random() > 0.2 for _ in range(workers - 1)]
    cur = [draw.choice([-1, *range(workers), *range(workers)]) for _ in range(groups)]
    pairs = {(draw.randrange(groups), draw.randrange(1, workers)) for _ in range(groups // 3)}
    return {
        "name": f"small {seed}",
        "cap": caps,
        "hard": [round(cap * 1.2) if each else 0 for cap, each in zip(caps, here, strict=True)],
        "kids": [draw.randint(3, 8) for _ in range(workers)],
        "avail": [int(each) for each in here],
        "newok": [1] + [int(draw.random() > 0.15) for _ in range(workers - 1)],
        "cp": [1] + [int(draw.random() > 0.3) for _ in range(workers - 1)],
        "lang": [3] + [draw.randrange(4) for _ in range(workers - 1)],
        "team": [w % 2 for w in range(workers)],
        "loc": [0] * workers,
        "wxy": [[draw.randint(0, 40), draw.randint(0, 40)] for _ in range(workers)],
        "pts": [round(draw.randint(3, 9) * (1 + 0.6 * (n - 1))) for n in size],
        "n": size,
        "need_cp": [int(draw.random() < 0.2) for _ in range(groups)],
        "need_lang": [draw.choice([0, 0, 0, 1, 2]) for _ in range(groups)],
        "gteam": [draw.randrange(2) for _ in range(groups)],
        "gloc": [0] * groups,
        "gxy": [[draw.randint(0, 40), draw.randint(0, 40)] for _ in range(groups)],
        "cur": cur,
        "months": [0 if each < 0 else draw.randint(0, 60) for each in cur],
        "court": [int(draw.random() < 0.1) for _ in range(groups)],
        "conflict": [list(pair) for pair in sorted(pairs) if cur[pair[0]] != pair[1]],
    }


def every(instance: Instance) -> list[tuple[Score, Ints]]:
    """Every assignment that breaks no hard rule, with its score: the best first."""
    choices = [np.flatnonzero(row) for row in instance.may_hold]
    found = []
    for workers in product(*choices):
        assignment = np.array(workers, dtype=np.int64)
        found.append((score(instance, assignment), assignment))
    return sorted(found, key=lambda each: each[0])

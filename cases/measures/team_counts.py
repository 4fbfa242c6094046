"""The figures of many teams on a day, counted in the database: as `team_rows` would, without fetching a row of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connection

from camden.rules.workdays import Calendar
from cases.measures.team_rows import SOON_AT_MOST, THEIRS, WAITING, Fact
from cases.rules.continuity import UNSETTLED, year_before
from cases.rules.lateness import SOON, days_of_bands
from cases.rules.works import BY_CODE

_COUNT = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
_BY_KEY = ("families", "held")


@dataclass(frozen=True)
class Counted:
    """What was counted, by unit.

    `numbers`: of children, pieces of work and changes, by unit and the figure's code. `families`: the records in which
    somebody of a unit leads; `held`: those, and where a child waits for a lead. `waiting`: each child who does, with
    their unit as `worker`, and the family's name as `said`.
    """

    numbers: Mapping[tuple[int, str], int]
    families: Mapping[int, frozenset[int]]
    held: Mapping[int, frozenset[int]]
    waiting: tuple[Fact, ...]


def counted(
    *,
    records: Sequence[int],
    workers: Mapping[int, int],
    teams: Mapping[int, int],
    on: date,
    calendar: Calendar,
) -> Counted:
    """The figures of these teams on a day. One query.

    `records` are those whoever asks may see. `workers` and `teams` say in which unit each of them counts: of a child
    the lead's, else that of the team they were given to, else 0.
    """
    bands = days_of_bands(on, calendar) | {"due": (on, calendar.add(on, SOON))}
    rules = list(BY_CODE.values())
    asked = {
        "records": list(records),
        "workers": list(workers),
        "units": list(workers.values()),
        "teams": list(teams),
        "bases": list(teams.values()),
        "on": on,
        "year_before": year_before(on),
        "unsettled": UNSETTLED,
        "rules": list(BY_CODE),
        "works": [rule.work for rule in rules],
        "theirs": [rule.owner in THEIRS for rule in rules],
        "until": on + SOON_AT_MOST,
        "bands": list(bands),
        "firsts": [first for first, _ in bands.values()],
        "lasts": [last for _, last in bands.values()],
    }
    numbers: dict[tuple[int, str], int] = {}
    keys: dict[str, dict[int, frozenset[int]]] = defaultdict(dict)
    waiting: dict[Fact, None] = {}
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, asked)
        for code, unit, number, families, child, day, said in cursor.fetchall():
            if code == WAITING:
                waiting[Fact(code, child, families[0], unit, 0, day, said)] = None
            elif code in _BY_KEY:
                keys[code][unit] = frozenset(families)
            else:
                numbers[unit, code] = number
    for row in waiting:
        numbers[row.worker, WAITING] = numbers.get((row.worker, WAITING), 0) + 1
    return Counted(numbers, keys["families"], keys["held"], tuple(waiting))

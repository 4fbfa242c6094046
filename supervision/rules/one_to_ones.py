"""When a worker and whoever supervises them talk next.

| rule | default | source |
|---|---|---|
| one-to-one supervision | within 4 weeks of the last | PR3, local |
| newly qualified | weekly for 6 weeks, every 2 weeks to 6 months, then monthly | PR4: `training.rules.early_career` |
| whether it begins PR1 anew | no, unless the authority says so | `counting` |
"""

from datetime import date, timedelta

from training.rules.early_career import PROGRAMMES, Path, supervision_by

EVERY = timedelta(weeks=4)


def next_by(last_on: date, early_career: tuple[str, date, int] | None = None) -> date:
    """The last day on which the next talk is in time.

    `early_career` is (code of a programme, since when, hours per mille of full time) of somebody who is on one.

    >>> next_by(date(2026, 11, 3))
    datetime.date(2026, 12, 1)
    """
    if early_career is not None:
        code, started_on, fte = early_career
        path = Path(PROGRAMMES[code], started_on, fte)
        if code == "asye" and path.holds(last_on):
            return supervision_by(path, last_on)
    return last_on + EVERY

"""An attendance sheet as rows of cells: what each row says, and for each one that says nothing usable, why.

| rule | source |
|---|---|
| the good rows land once, the bad are listed with reasons, run twice changes nothing | the step's issue |
| first a dry run: what would be new, what is there already, what is wrong | the step's issue |
| a row is about one person at one session; that is its key, whatever else stands in it | our own design |
| a sheet adds and never overwrites: where the register says something else, the row is listed | our own design |
| people are named by e-mail and courses by their code; nobody is guessed from a similar name | our own design |
| days are written as in Britain, day before month | – |

No file is read here. Cells are what a reader of CSV or Excel gives: text, numbers, days, moments, or nothing.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "email": ("email", "e-mail", "email address", "e-mail address", "work email"),
    "course": ("course", "course code", "code"),
    "day": ("date", "day", "held on", "session date"),
    "came": ("attended", "came", "attendance", "present"),
    "hours": ("hours", "time", "duration"),
}
"""What each column may be called, whatever its capitals. Without `hours` the session's own length counts."""
NEEDED = ("email", "course", "day", "came")
YES = frozenset({"yes", "y", "true", "1", "attended", "present", "x", "✓"})
NO = frozenset({"no", "n", "false", "0", "absent", "did not attend", "dna"})
MOST_HOURS = 24
MOST_ROWS = 20_000
LONGEST_SHOWN = 80
_EXCEL_BEGAN = date(1899, 12, 30)
_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
_TIME = re.compile(r"(\d{1,2}):([0-5]\d)")
_HOURS = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*(?:h|hrs?|hours?)?")


class Key(NamedTuple):
    """A person at a session: what makes a row the same as another."""

    person: int
    session: int

    @property
    def in_words(self) -> str:
        """The source's name for it, by which learning is noted once."""
        return f"course session {self.session}"


class Said(NamedTuple):
    """What a row says of somebody: whether they came, and for how many minutes; None: as long as the session."""

    came: bool
    minutes: int | None = None


@dataclass(frozen=True)
class Known:
    """What the rows are read against: people by e-mail, sessions by course code and day, and what is registered.

    E-mails and codes are in small letters. A person who left is not among them.
    """

    people: Mapping[str, int]
    sessions: Mapping[tuple[str, date], int]
    registered: Mapping[Key, Said] = field(default_factory=dict)


@dataclass(frozen=True)
class Good:
    """A row that would be written: its number as in the spreadsheet, who and where, and what it says."""

    row: int
    key: Key
    said: Said


@dataclass(frozen=True)
class Bad:
    """A row that says nothing usable: its number, its cells as they were, shortened, and every reason."""

    row: int
    cells: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class DryRun:
    """What an import would do. `there` are rows that say what is registered; `again` repeat one above. None writes.

    `columns` says what is wrong with the sheet as a whole; then no row was looked at.
    """

    good: tuple[Good, ...] = ()
    bad: tuple[Bad, ...] = ()
    there: tuple[int, ...] = ()
    again: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """ "4,800 new, 200 to look at, 0 there already": the line above the list."""
        same = len(self.there) + len(self.again)
        return f"{len(self.good):,} new, {len(self.bad):,} to look at, {same:,} there already"


def dry_run(rows: Sequence[Sequence[object]], known: Known, on: date) -> DryRun:
    """What the rows of a sheet say, its first row being the headings. Writes nothing, and is the same every time.

    A row without anything in it is passed over. Raises nothing whatever a cell holds.
    """
    if not rows:
        return DryRun(columns=("The sheet is empty.",))
    where, wrong = _columns(rows[0])
    if len(rows) - 1 > MOST_ROWS:
        wrong = (*wrong, f"The sheet has more than {MOST_ROWS:,} rows. Send it in parts.")
    if wrong:
        return DryRun(columns=wrong)
    read = [
        _read(number, row, where, known, on)
        for number, row in enumerate(rows[1:], start=2)
        if any(_text(cell) for cell in row)
    ]
    return _sorted_out(read, rows, known)


def registered_after(known: Known, run: DryRun) -> Known:
    """What is registered once the good rows are written: the same sheet then has nothing new."""
    return Known(known.people, known.sessions, {**known.registered, **{each.key: each.said for each in run.good}})


def _sorted_out(read: Iterable[Good | Bad], rows: Sequence[Sequence[object]], known: Known) -> DryRun:
    """Rows against each other and against the register."""
    bad: list[Bad] = []
    by_key: dict[Key, list[Good]] = {}
    for each in read:
        if isinstance(each, Bad):
            bad.append(each)
        else:
            by_key.setdefault(each.key, []).append(each)
    good: list[Good] = []
    there: list[int] = []
    again: list[int] = []
    for key, same in by_key.items():
        before = known.registered.get(key)
        if len({each.said for each in same}) > 1:
            numbers = " and ".join(str(each.row) for each in same)
            bad += [_against(each, rows, f"Rows {numbers} say different things of one person.") for each in same]
        elif before is not None and before != same[0].said:
            bad += [_against(each, rows, f"The register says {_in_words(before)}. Change it there.") for each in same]
        else:
            (there if before is not None else again).extend(each.row for each in same[1:])
            (there.append(same[0].row) if before is not None else good.append(same[0]))
    return DryRun(
        tuple(sorted(good, key=lambda each: each.row)),
        tuple(sorted(bad, key=lambda each: each.row)),
        tuple(sorted(there)),
        tuple(sorted(again)),
    )


def _columns(headings: Sequence[object]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Where each column is, and what is wrong with the headings."""
    said = [_text(cell).lower() for cell in headings]
    where: dict[str, int] = {}
    wrong = []
    for name, may_be in COLUMNS.items():
        places = [place for place, heading in enumerate(said) if heading in may_be]
        if len(places) > 1:
            wrong.append(f"There are {len(places)} columns for “{may_be[0]}”.")
        elif places:
            where[name] = places[0]
        elif name in NEEDED:
            wrong.append(f"There is no column “{may_be[0]}”.")
    return where, tuple(wrong)


def _read(number: int, row: Sequence[object], where: Mapping[str, int], known: Known, on: date) -> Good | Bad:
    cell = {name: row[place] if place < len(row) else None for name, place in where.items()}
    reasons: list[str] = []
    person = known.people.get(_text(cell["email"]).lower())
    if person is None:
        reasons.append("Nobody here has this e-mail." if _text(cell["email"]) else "There is no e-mail.")
    session = _session(cell, known, on, reasons)
    came = _came(cell["came"])
    if came is None:
        reasons.append("Say yes or no: did they come?")
    minutes, is_time = _minutes(cell.get("hours"))
    if not is_time:
        reasons.append(f"Write hours as 3, 3.5 or 3:30, up to {MOST_HOURS}.")
    if person is None or session is None or came is None or reasons:
        return Bad(number, _shown(row), tuple(reasons))
    return Good(number, Key(person, session), Said(came, minutes if came else None))


def _session(cell: Mapping[str, object], known: Known, on: date, reasons: list[str]) -> int | None:
    code, day = _text(cell["course"]).lower(), _day(cell["day"])
    if not code:
        reasons.append("There is no course.")
    if day is None:
        reasons.append("Write the day as 3/11/2026." if _text(cell["day"]) else "There is no day.")
    elif day > on:
        reasons.append("This day is still to come.")
    if not code or day is None:
        return None
    if (code, day) not in known.sessions and day <= on:
        is_course = any(code == other for other, _ in known.sessions)
        reasons.append("This course was not held that day." if is_course else "There is no course with this code.")
    return known.sessions.get((code, day))


def _came(cell: object) -> bool | None:
    said = _text(cell).lower()
    return True if said in YES else False if said in NO else None


def _minutes(cell: object) -> tuple[int | None, bool]:
    """Minutes, None where nothing is said; and whether what is said can be read."""
    said = _text(cell).lower()
    if not said:
        return None, True
    clock, plain = _TIME.fullmatch(said), _HOURS.fullmatch(said)
    if clock:
        minutes = int(clock[1]) * 60 + int(clock[2])
    elif plain:
        minutes = round(float(plain[1]) * 60)
    else:
        return None, False
    return minutes, 0 < minutes <= MOST_HOURS * 60


def _day(cell: object) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        # A number is the day as Excel counts it.
        return _EXCEL_BEGAN + timedelta(days=int(cell)) if 36526 <= cell < 73051 else None
    said = _text(cell)
    british, iso = _DAY.fullmatch(said), _ISO.fullmatch(said)
    parts = (british[3], british[2], british[1]) if british else iso.groups() if iso else None
    try:
        return date(*(int(part) for part in parts)) if parts else None
    except ValueError:
        return None


def _text(cell: object) -> str:
    """A cell as text: without blanks around it, and a whole number without its ".0"."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _shown(row: Sequence[object]) -> tuple[str, ...]:
    """As far as something stands there: the empty cells at the end of a row say nothing."""
    cells = [_text(cell)[:LONGEST_SHOWN] for cell in row[: len(COLUMNS) + 5]]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _against(each: Good, rows: Sequence[Sequence[object]], reason: str) -> Bad:
    return Bad(each.row, _shown(rows[each.row - 1]), (reason,))


def _in_words(said: Said) -> str:
    if not said.came:
        return "they did not come"
    return "they came" if said.minutes is None else f"they came for {said.minutes / 60:g} hours"

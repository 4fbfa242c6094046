"""What the pages of timescales and days off say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Subquery
from django.utils import timezone

from camden.models import LocalHoliday, TimescaleRow
from camden.operations.rules import IN_FORCE_HERE, OURS, history, shipped
from camden.rules.dates import Span, Unit
from camden.rules.holiday_names import named
from camden.rules.impact import Impact
from camden.rules.limits import BASIS, LADDER, OWNER, happening_in_words, limit_in_words, span_in_words
from camden.rules.names import day_in_words
from camden.rules.timescales import Timescale

# Parts of the journey, by the letters that codes begin with.
PARTS = (
    ("door", "Front door", "From the front door to the assessment", ("FD", "EH", "AS")),
    ("protection", "Child protection", "Child protection", ("CP",)),
    ("need", "In need", "Children in need", ("CN",)),
    ("court", "Court", "Before court, and in court", ("PL",)),
    ("care", "Looked after", "Looked-after children", ("LA",)),
    ("after", "Leaving care", "Adoption, leaving care, private fostering", ("AD", "LC", "PF")),
    ("practice", "Practice", "Supervision, learning, governance", ("PR", "CPD", "IG")),
)
NOW, HERE = "now", "here"


@dataclass(frozen=True)
class Line:
    """One timescale in a list. `state` is in words; `kind` the colour of its tag; `silent` why it cannot count yet."""

    pk: int
    code: str
    title: str
    limit: str
    counts_from: str
    rests_on: str
    state: str
    kind: str
    silent: str
    is_changed: bool


@dataclass(frozen=True)
class Part:
    """One tab: its key, what the tab says, and how many timescales it leads to."""

    key: str
    text: str
    count: int
    current: bool

    @property
    def href(self) -> str:
        """The address of the list."""
        return f"?part={self.key}"


@dataclass(frozen=True)
class Page:
    """The list as it is shown."""

    tabs: list[Part]
    title: str
    lines: list[Line]


@dataclass(frozen=True)
class Event:
    """One change made here."""

    day: str
    iso: str
    by: str
    what: str


@dataclass(frozen=True)
class Card:
    """The whole story of one timescale. `facts` are pairs of label and value; `may` says what could be changed:
    `change`, `commence`, `switch-on`, or nothing, and then `why_not` says why.
    """

    line: Line
    facts: list[tuple[str, str]]
    source: list[str]
    note: str
    planned: str
    may: str
    why_not: str
    history: list[Event]


@dataclass(frozen=True)
class Closed:
    """A day nobody works. `pk` of one that was added here, else 0."""

    day: str
    iso: str
    name: str
    by: str
    pk: int


def timescales(part: str, on: date) -> Page:
    """The timescales of one part of the journey, or those that count now. One query."""
    rules = {rule.code: rule for rule in shipped()}
    order = {code: place for place, code in enumerate(rules)}
    rows = sorted(_in_force(TimescaleRow.objects.all(), on).values(), key=lambda row: order.get(row.code, len(order)))
    lines = [_line(row, rules.get(row.code), on) for row in rows if row.ends_on is None or row.ends_on > on]
    parts = {NOW: [line for line in lines if line.state == "Counted"]}
    parts |= {key: [line for line in lines if _letters(line.code) in letters] for key, _, _, letters in PARTS}
    parts[HERE] = [line for line in lines if line.is_changed]
    names = {NOW: ("Counted now", "What is counted now"), HERE: ("Changed here", "What was changed here")}
    names |= {key: (text, title) for key, text, title, _ in PARTS}
    chosen = part if parts.get(part) else NOW
    tabs = [Part(key, names[key][0], len(found), key == chosen) for key, found in parts.items() if found]
    return Page(tabs, names[chosen][1], parts[chosen])


def card(pk: int, on: date) -> Card:
    """One timescale, by any of its rows. Two queries. Raises TimescaleRow.DoesNotExist."""
    its_code = TimescaleRow.objects.filter(pk=pk).values("code")
    rows = sorted(TimescaleRow.objects.filter(code=Subquery(its_code)), key=_first_day)
    if not rows:
        raise TimescaleRow.DoesNotExist
    (code, row), last = next(iter(_in_force(rows, on).items())), rows[-1]
    rule = next((rule for rule in shipped() if rule.code == code), None)
    line = _line(row, rule, on)
    planned = ""
    if last.begins_on and last.begins_on > on and last.pk != row.pk:
        planned = f"From {day_in_words(last.begins_on)}: {_limit(last, rule)}."
    source, _, begun = row.source.partition(IN_FORCE_HERE)
    may, why_not = _may(last, rule)
    note = rule.note if rule else ""
    events = [
        Event(day_in_words(timezone.localdate(each.at)), each.at.isoformat(), each.name, _sentence(each.what))
        for each in history(code)
    ]
    lines = [source] + ([f"In force: {begun}"] if begun else [])
    return Card(line, _facts(row, rule, on), lines, note, planned, may, why_not, events)


def holidays(on: date) -> tuple[list[Closed], list[tuple[int, list[Closed]]]]:
    """Days off of this council from this year on, and England's bank holidays of three years. One query."""
    own = LocalHoliday.objects.filter(closed_on__gte=date(on.year, 1, 1)).select_related("added_by")
    ours = [
        _closed(day.closed_on, day.name, day.added_by.name if day.added_by else "", day.pk)
        for day in own.order_by("closed_on")
    ]
    years = range(on.year, on.year + 3)
    return ours, [(year, [_closed(day, name) for day, name in named(year)]) for year in years]


def of_limit(found: Impact, begins_on: date) -> str:
    """What another limit does to the clocks that run."""
    since = f"from {day_in_words(begins_on)} or later"
    if not found.running:
        return f"No running clock counts {since} yet: what runs now keeps its day."
    return f"Of {_clocks(found.running)} that {_plural(found.running, 'counts', 'count')} {since}, {_moves(found)}"


def of_day(found: Impact) -> str:
    """What a day off, or one fewer, does to the clocks that run."""
    if not found.moved:
        return "No running clock is due on another day because of it."
    across = f"{_plural(found.running, 'counts', 'count')} working days across it"
    return f"Of {_clocks(found.running)} that {across}, {_moves(found)}"


def _moves(found: Impact) -> str:
    if not found.moved:
        return "none moves."
    late = []
    if found.newly_late:
        late.append(f"{found.newly_late} {_plural(found.newly_late, 'becomes', 'become')} late")
    if found.no_longer_late:
        late.append(f"{found.no_longer_late} {_plural(found.no_longer_late, 'is', 'are')} no longer late")
    told = " and ".join(late) or "none becomes late, and none that is late stops being so"
    return f"{found.moved} {_plural(found.moved, 'moves', 'move')} to another day: {told}."


def _clocks(number: int) -> str:
    return f"{number} running {_plural(number, 'clock', 'clocks')}"


def _plural(number: int, one: str, many: str) -> str:
    return one if number == 1 else many


def _closed(day: date, name: str, by: str = "", pk: int = 0) -> Closed:
    return Closed(f"{day:%A} {day_in_words(day)}", day.isoformat(), name, by, pk)


def _in_force(rows: Iterable[TimescaleRow], on: date) -> dict[str, TimescaleRow]:
    """By code the row that holds on a day; where none does yet, the first that will, or the one that was."""
    found: dict[str, TimescaleRow] = {}
    for row in sorted(rows, key=_first_day):
        if row.code not in found or row.begins_on is None or row.begins_on <= on:
            found[row.code] = row
    return found


def _first_day(row: TimescaleRow) -> date:
    return row.begins_on or date.min


def _letters(code: str) -> str:
    return code.rstrip("abcd").rstrip("0123456789")


def _limit(row: TimescaleRow, rule: Timescale | None) -> str:
    if rule is None:
        return span_in_words(row.amount or 0, row.unit) if row.unit else ""
    return limit_in_words(rule, Span(row.amount, Unit(row.unit)) if row.amount is not None and row.unit else None)


def _line(row: TimescaleRow, rule: Timescale | None, on: date) -> Line:
    state, kind = _state(row, on)
    starts = _any_of(rule.starts) if rule else ""
    rests_on = BASIS.get(row.basis, row.basis)
    is_changed = row.edited_at is not None
    return Line(row.pk, row.code, row.title, _limit(row, rule), starts, rests_on, state, kind, row.silent, is_changed)


def _state(row: TimescaleRow, on: date) -> tuple[str, str]:
    if row.ends_on and row.ends_on <= on:
        return f"Ended on {day_in_words(row.ends_on)}", "grey"
    if not row.is_commenced:
        return "Not in force yet", "blue"
    if row.begins_on and row.begins_on > on:
        return f"From {day_in_words(row.begins_on)}", "blue"
    if row.kind == "marker":
        return "Noticed, not counted", "grey"
    if row.silent:
        return "Not counted yet", "grey"
    return ("Counted", "green") if row.is_ticking else ("Switched off", "grey")


def _any_of(kinds: tuple[str, ...]) -> str:
    return ", or ".join(happening_in_words(kind) for kind in kinds)


def _facts(row: TimescaleRow, rule: Timescale | None, on: date) -> list[tuple[str, str]]:
    found = [("Limit", _capital(_limit(row, rule)))]
    if rule:
        said = (
            ("While", rule.needs),
            ("Met by", rule.meets),
            ("Longer by", rule.extended_by),
            ("Ends without it", rule.ends),
        )
        again = "; then again from each time it was met" if rule.is_repeat else ""
        found.append(("Counts from", _capital(_any_of(rule.starts)) + again))
        found += [(label, _capital(_any_of(kinds))) for label, kinds in said if kinds]
    if row.kind != "marker":
        owner = OWNER.get(row.owner, row.owner)
        before = f"{span_in_words(row.warn_days, 'wd')} before" if row.warn_days else "on the day itself"
        found += [("Who is reminded", f"{owner}, first {before}"), ("When it is late", LADDER.get(row.ladder, ""))]
    found.append(("Rests on", BASIS.get(row.basis, row.basis)))
    if row.begins_on:
        until = f" until {day_in_words(row.ends_on)}" if row.ends_on else ""
        found.append(("Holds", f"for what counts from {day_in_words(row.begins_on)}{until}"))
    return found


def _may(row: TimescaleRow, rule: Timescale | None) -> tuple[str, str]:
    """What an administrator may do with it, or why nothing."""
    if rule is None or row.ends_on:
        return "", "This timescale ended, and is kept to be read."
    if row.basis == "law" and (not row.is_commenced or IN_FORCE_HERE in row.source):
        return "commence", ""
    if row.basis not in OURS and not (row.is_ticking or row.silent or row.kind == "marker"):
        return "switch-on", ""
    if row.basis not in OURS:
        said = BASIS.get(row.basis, row.basis).lower()
        what = {"regulator": "An inspector or a national return counts it"}.get(row.basis, f"It rests on {said}")
        return "", f"{what}, so it is not changed or switched off here. Where it stands is below."
    if row.kind == "marker":
        return "", "It has no day, so there is nothing to set."
    return "change", ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sentence(action: str) -> str:
    """What was written down about a change, with a person's words for codes."""
    label, _, rest = action.partition("reminds: ")
    if rest and not label:
        new, _, old = rest.partition(", was ")
        action = f"reminds: {OWNER.get(new, new).lower()}, was {OWNER.get(old, old).lower()}"
    return _capital(action)

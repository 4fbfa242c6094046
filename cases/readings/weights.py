"""What work weighs here, as people read it: every number with what it counts and why, and what another would do."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from camden.access import Permission, may
from camden.models import User
from camden.rules.moments import day_here
from camden.rules.names import day_in_words
from cases import measures
from cases.measures.everybody import everybodys_caseloads
from cases.measures.weighing import local_weights
from cases.models import Case, LocalWeight
from cases.readings.teams import ZONES
from cases.rules.weighting import SHIPPED, Score, Weights, Zone, in_points, zone
from cases.rules.weighting.changing import amount_in_words, changed, in_words, limit_in_words
from cases.rules.weighting.preview import Caseload, Preview, preview
from cases.rules.weighting.rows import Row

# (title, one sentence, which codes begin so), in the order in which a score is put together.
_GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Each child’s help", "What a child weighs by the help there is. The heaviest counts.", ("plan.",)),
    ("What adds to it", "For each child of one home in full.", ("addition.", "unaccompanied")),
    ("Brothers and sisters", "Children of one home with the same plan share work.", ("siblings",)),
    ("The way there", "For each child, one way from the team’s base.", ("travel.",)),
    ("What makes it harder", "Proposed by the worker, and counted once a manager confirms it.", ("complexity",)),
    ("Shared work", "How much of a child’s points is whose.", ("shared.",)),
    ("Beside the children", "For whoever carries it.", ("stable", "duty.")),
    ("What somebody can carry", "Of full time, by grade and by time here.", (
        "full-time", "grade.", "early-career", "starting.", "leaving", "away-long")),
    ("Zones", "Where a score lies. An indication to talk about, never a target.", ("zone.",)),
    ("When a child counts as what", "", ("looked-after.", "due-soon")),
)  # fmt: skip


@dataclass(frozen=True)
class WeightLine:
    """One number: what it is, how much today, and what is to come; `is_ours` when this council set it."""

    code: str
    words: str
    amount: str
    limit: str
    is_ours: bool
    to_come: str


@dataclass(frozen=True)
class WeightGroup:
    """Numbers that belong together."""

    title: str
    text: str
    lines: tuple[WeightLine, ...]


@dataclass(frozen=True)
class SetHere:
    """One row of the history of a number: from when, how much, why, and who set it; `pk` of one to be taken back."""

    from_on: str
    amount: str
    why: str
    who: str
    state: str
    kind: str
    pk: int


@dataclass(frozen=True)
class WeightCard:
    """One number with its whole story, the latest first."""

    code: str
    words: str
    amount: str
    why: str
    to_come: str
    history: tuple[SetHere, ...]


def weights_page(on: date) -> tuple[WeightGroup, ...]:
    """Every number in force, in groups. One query."""
    weights = local_weights()
    rows = weights.on(on)
    return tuple(
        WeightGroup(title, text, tuple(_line(rows[code], weights, on) for code in _codes(rows, prefixes)))
        for title, text, prefixes in _GROUPS
    )


def _codes(rows: Iterable[str], prefixes: Sequence[str]) -> list[str]:
    return [code for prefix in prefixes for code in rows if code.startswith(prefix)]


def _line(row: Row, weights: Weights, on: date) -> WeightLine:
    return WeightLine(
        row.code,
        _words(row),
        amount_in_words(row),
        limit_in_words(row),
        _is_ours(row),
        _to_come(weights, row, on),
    )


def _is_ours(row: Row) -> bool:
    return row not in SHIPPED.rows[row.code]


def _to_come(weights: Weights, row: Row, on: date) -> str:
    later = [each for each in weights.rows[row.code] if each.since > on]
    return "; ".join(f"From {day_in_words(each.since)}: {in_words(each)}" for each in later)


def weight_card(code: str, on: date) -> WeightCard:
    """One number with its story. Two queries. Raises KeyError for a code that nothing asks for."""
    first, weights = SHIPPED.rows[code][0], local_weights()
    row = weights.on(on)[code]
    rows = LocalWeight.objects.filter(code=code).select_related("set_by", "taken_back_by").order_by("-set_at", "-pk")
    history = [_set_here(each, row, on) for each in rows]
    history.append(SetHere("As it came", in_words(first), _source(first), "", "", "", 0))
    return WeightCard(code, _words(row), in_words(row), _source(row), _to_come(weights, row, on), tuple(history))


def _set_here(each: LocalWeight, now: Row, on: date) -> SetHere:
    row = changed(SHIPPED, each.code, each.begins_on, each.amount, each.limit, each.why).rows[each.code][-1]
    who = f"{each.set_by.name}, {day_in_words(day_here(each.set_at))}"
    state, kind = (
        ("Holds now", "green") if row.since == now.since and not each.taken_back_at else ("Held before", "grey")
    )
    if each.begins_on > on:
        state, kind = "To come", "blue"
    if each.taken_back_at and each.taken_back_by:
        back = day_in_words(day_here(each.taken_back_at))
        state, kind = f"Taken back on {back} by {each.taken_back_by.name}", "grey"
    pk = each.pk if each.begins_on > on and not each.taken_back_at else 0
    return SetHere(day_in_words(each.begins_on), in_words(row), each.why, who, state, kind, pk)


def effects(*, code: str, begins_on: date, amount: int, limit: int | None, why: str, user: Any, on: date) -> list[str]:
    """What another number would do to the caseloads of today, in sentences. People are named to whoever manages them;
    everybody else is counted by zone. Seven queries, two more for whoever manages a team."""
    before = local_weights()
    after = changed(before, code, begins_on, amount, limit, why)
    day = max(begins_on, on)
    old, new = before.on(day)[code], after.on(day)[code]
    lines = [f"From {day_in_words(begins_on)}: {in_words(new)}, instead of {in_words(old)}."]
    found = preview(everybodys_caseloads(on, before), before, after, day)
    return [*lines, *_counted(found), *_named(user, before, after, day, on)]


def _counted(found: Preview) -> Iterable[str]:
    people = sum(found.zones_before.values())
    if not people or not found.changed:
        yield f"Of {people} caseloads, none would weigh differently as they stand today."
        return
    many = len(found.changed)
    yield f"Of {people} caseloads, {many} would weigh differently as they stand today."
    if found.zones_before == found.zones_after:
        yield "As many are in each zone as now."
        return
    for name in Zone:
        was, then = found.zones_before[name], found.zones_after[name]
        word = _capital(ZONES[name][0].partition(":")[0])
        yield f"{word}: {was} now, {then} then." if was != then else f"{word}: {was}, as now."


def _named(user: User, before: Weights, after: Weights, day: date, on: date) -> Iterable[str]:
    """Whoever would go into another zone, of the people this person manages: a manager talks with them first."""
    if not may(user, Permission.TEAM_READ):
        return
    teams = user.team_ids_for(Permission.TEAM_READ)
    loads = measures.caseloads(cases=Case.objects.visible_to(user), team_ids=teams, on=on)
    names = {load.worker: load.name for load in loads if load.worker != user.pk}
    theirs: dict[object, Caseload] = {load.worker: load.weighs for load in loads if load.worker in names}
    found = preview(theirs, before, after, day)
    for key, (first, second) in found.changed.items():
        was, then = _zoned(first, day, before), _zoned(second, day, after)
        if was[1] != then[1]:
            yield f"{names[key]}: {then[0]}, {then[1]}, instead of {was[0]}, {was[1]}."  # type: ignore[index]


def _zoned(score: Score, day: date, weights: Weights) -> tuple[str, str]:
    if score.permille is None:
        return "no capacity", "in no zone"
    return in_points(score.permille * 100), ZONES[zone(score.permille, day, weights)][0].partition(":")[0]


def _words(row: Row) -> str:
    """What a number is, on its own: a plan’s words follow a number elsewhere ("3 children in need")."""
    return f"A child {row.words}" if row.code.startswith("plan.") else _capital(row.words)


def _source(row: Row) -> str:
    """Why a number is so, without the marks by which we find the place again."""
    return _MARKS.sub("", row.source)


_MARKS = re.compile(r" \(REFERENCE[^)]*\)|: REFERENCE .*$")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

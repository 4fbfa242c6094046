"""Continuity on pages: the eight figures, the children behind each, and of a child every spell of lead with its reason.

Of teams, in the order of their names. Nothing here counts one worker against another; `continuity_people` has what
somebody sees of their own children.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from camden.models import Team
from camden.rules.names import day_in_words
from cases.measures.continuity import Children, Known, children_of_teams, one_child
from cases.models import Case
from cases.readings.continuity_measures import MEASURES, FigureOf, Measure, beside, every_figure, figure_of, parts
from cases.rules.codesets import WORKER_CHANGE_REASON
from cases.rules.continuity import (
    Change,
    Spell,
    changes,
    continuity,
    days_together,
    kind_of,
    lead_on,
    led,
    months_together,
    year_before,
)
from cases.rules.steadiness import STEP_DAYS, Introduction, last_year_end, steadiness

NO_REASON = "No reason noted"


@dataclass(frozen=True)
class Line:
    """One measure on the first page: what it is, our figure, and what others published beside it."""

    measure: Measure
    figure: FigureOf
    beside: str


@dataclass(frozen=True)
class TeamFigure:
    """The chosen measure of one team."""

    pk: int
    name: str
    figure: FigureOf


@dataclass(frozen=True)
class Behind:
    """One child behind a figure: `words` are the facts, `count` and `of` what they add to it."""

    case_pk: int
    child_pk: int
    name: str
    family: str
    words: tuple[str, ...]
    count: int
    of: int


@dataclass(frozen=True)
class Figures:
    """The first page: all eight of some teams, on a day. `children` are how many were looked at."""

    lines: tuple[Line, ...]
    children: int


@dataclass(frozen=True)
class Reason:
    """How many changes were made for one reason of the national list, and what sort of change that makes."""

    words: str
    kind: str
    count: int


@dataclass(frozen=True)
class Opened:
    """One figure opened: what it is, by team, the children who are counted, and those who are not.

    `reasons` are those of changes (C3), in the order of the national list: what a child asked for stands by itself.
    """

    measure: Measure
    figure: FigureOf
    beside: str
    teams: tuple[TeamFigure, ...]
    counted: tuple[Behind, ...]
    rest: tuple[Behind, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def case_pks(self) -> set[int]:
        """The records that the lists name."""
        return {each.case_pk for each in (*self.counted, *self.rest)}


@dataclass(frozen=True)
class SpellLine:
    """One spell of lead: who, from when, until when ("" while it lasts), why, and how they were introduced."""

    worker: str
    since: str
    iso: str
    until: str
    why: str
    kind: str
    introduced: str
    is_cover: bool


@dataclass(frozen=True)
class ChildSpells:
    """Every spell of lead of one child, the latest first, with how steady it was in a sentence."""

    case_pk: int
    child_pk: int
    name: str
    family: str
    steady: str
    spells: tuple[SpellLine, ...]


def looked_at(user: Any, team_ids: Sequence[int], on: date) -> Children:
    """The children of these teams, of the records this person may see. Eight queries."""
    cases = Case.objects.visible_to(user)
    return children_of_teams(cases=cases, team_ids=team_ids, on=on, since=year_before(on))


def figures(children: Children, on: date) -> Figures:
    """All eight. No query."""
    found = every_figure(children.facts, on)
    lines = (Line(measure, found[code], beside(measure)) for code, measure in MEASURES.items())
    return Figures(tuple(lines), len(children.all))


def sums(children: Children, on: date) -> dict[str, tuple[int, int]]:
    """What each figure is counted from, by code: what counts, and of how many. No query."""
    found = {code: [parts(code, child.facts, on) for child in children.all] for code in MEASURES}
    return {code: (sum(count for count, _ in each), sum(of for _, of in each)) for code, each in found.items()}


def opened(code: str, children: Children, teams: Sequence[Team], on: date) -> Opened:
    """One figure with its lists. No query. Raises KeyError for one we do not have."""
    measure = MEASURES[code]
    counted: list[Behind] = []
    rest: list[Behind] = []
    for child in children.all:
        count, of = parts(code, child.facts, on)
        if count or of:
            words = words_of(code, child, children.names, on)
            line = Behind(child.case, child.key, child.name, child.family, words, count, of)
            (counted if count else rest).append(line)
    return Opened(
        measure,
        figure_of(code, steadiness(children.facts, on), on),
        beside(measure),
        _by_team(code, children, teams, on),
        tuple(counted),
        tuple(rest),
        _reasons(children, on) if code == "c3" else (),
    )


def _reasons(children: Children, on: date) -> tuple[Reason, ...]:
    made = Counter(
        change.reason
        for child in children.all
        for change in changes(child.facts.spells)
        if year_before(on) < change.on <= on
    )
    every = [*WORKER_CHANGE_REASON.items(), ("", NO_REASON)]
    return tuple(
        Reason(words, str(kind_of(code)) if code else "nobody can say", made[code])
        for code, words in every
        if made[code]
    )


def _by_team(code: str, children: Children, teams: Sequence[Team], on: date) -> tuple[TeamFigure, ...]:
    """The same of each team that has children, in the order of names; a child is of one team alone."""
    theirs: dict[int | None, list[Any]] = defaultdict(list)
    for child in children.all:
        theirs[child.team].append(child.facts)
    found = [
        TeamFigure(team.pk, team.name, figure_of(code, steadiness(theirs[team.pk], on), on))
        for team in teams
        if team.pk in theirs
    ]
    return tuple(found) if len(found) > 1 else ()


def words_of(code: str, child: Known, names: Mapping[int, str], on: date) -> tuple[str, ...]:
    """The facts that put a child into a figure, or leave them out of it, in sentences."""
    after = year_before(on)
    if code == "c1":
        return (_leads_in_year(child, names, last_year_end(on)),)
    if code in ("c2", "c3"):
        made = [each for each in changes(child.facts.spells) if after < each.on <= on]
        return tuple(change_in_words(each, names) for each in made) or ("No change of lead worker in this time.",)
    if code in ("c4", "c7"):
        return (_known_for(child, names, on),)
    if code == "c5":
        return tuple(_step_in_words(child, step, on) for step in child.facts.steps if after < step <= on)
    if code == "c6":
        made = [each for each in changes(child.facts.spells) if after < each.on <= on]
        return tuple(
            f"{change_in_words(each, names)} {introduced_in_words(_introduction(child, each.on))}" for each in made
        )
    return (_faces_in_words(child, after, on),)


def change_in_words(change: Change, names: Mapping[int, str]) -> str:
    """ "From Ade Fashola to Rosa Begum on 3 March 2026. Managing caseloads (could have been avoided)." """
    why = WORKER_CHANGE_REASON.get(change.reason)
    said = f"{why} ({change.kind})" if why else NO_REASON
    return f"From {names[change.before]} to {names[change.after]} on {day_in_words(change.on)}. {said}."


def introduced_in_words(introduction: Introduction | None) -> str:
    """How a family was taken from one worker to the next."""
    if introduction is None:
        return "No introduction is noted."
    told = {
        "the family was told why": introduction.family_told_on,
        "the old worker said goodbye": introduction.goodbye_on,
        "the new one was brought to them": introduction.hello_on,
    }
    done = [f"{what} on {day_in_words(day)}" for what, day in told.items() if day]
    missing = [what for what, day in told.items() if not day]
    said = f"{_sentence(done)}." if done else ""
    return f"{said} Not noted: {', '.join(missing)}.".strip() if missing else said


def child_spells(*, user: Any, case_pk: int, child_pk: int, on: date) -> ChildSpells | None:
    """One child's; None when the record is not open to this person, or the child is not of it. Eight queries."""
    cases = Case.objects.visible_to(user).filter(pk=case_pk)
    child = one_child(cases=cases, child=child_pk, on=on, since=on)
    if not child.all:
        return None
    known = child.all[0]
    lines = [_spell_line(known, spell, child.names) for spell in reversed(known.facts.spells)]
    return ChildSpells(case_pk, child_pk, known.name, known.family, _steady(known, on), tuple(lines))


def _spell_line(child: Known, spell: Spell, names: Mapping[int, str]) -> SpellLine:
    made = {change.on: change for change in changes(child.facts.spells)}
    change = None if spell.is_cover else made.get(spell.started_on)
    change = change if change and change.after == spell.worker else None
    why = WORKER_CHANGE_REASON.get(change.reason, NO_REASON) if change else ""
    if spell.is_cover:
        why = "Stood in for the lead worker: no change"
    return SpellLine(
        worker=names[spell.worker],
        since=day_in_words(spell.started_on),
        iso=spell.started_on.isoformat(),
        until=day_in_words(spell.ended_on) if spell.ended_on else "",
        why=why or ("The first" if led(child.facts.spells)[0] == spell else "The same one again"),
        kind=str(change.kind) if change and change.reason else "",
        introduced=introduced_in_words(_introduction(child, spell.started_on)) if change else "",
        is_cover=spell.is_cover,
    )


def _steady(child: Known, on: date) -> str:
    spells = child.facts.spells
    if not led(spells):
        return "Nobody has led for this child yet."
    found, days = continuity(spells, on), days_together(spells, on)
    times = f"{found.changes_in_year} change{'' if found.changes_in_year == 1 else 's'}"
    said = f"{times} of lead worker in the 12 months to {day_in_words(on)}, and {found.changes} in all."
    return said if days is None else f"{said} With the present one for {days} day{'' if days == 1 else 's'}."


def _introduction(child: Known, on: date) -> Introduction | None:
    return next((each for each in child.facts.introductions if each.changed_on == on), None)


def _leads_in_year(child: Known, names: Mapping[int, str], year_end: date) -> str:
    after = year_before(year_end)
    there = [
        spell.worker
        for spell in led(child.facts.spells)
        if spell.started_on <= year_end and (spell.ended_on is None or spell.ended_on > after)
    ]
    who = list(dict.fromkeys(there))
    if not who:
        return f"Nobody led in the year to {day_in_words(year_end)}."
    workers = f"{len(who)} lead worker{'' if len(who) == 1 else 's'}"
    return f"{workers} in the year to {day_in_words(year_end)}: {', '.join(names[worker] for worker in who)}."


def _known_for(child: Known, names: Mapping[int, str], on: date) -> str:
    lead, days = lead_on(child.facts.spells, on), days_together(child.facts.spells, on)
    if lead is None or days is None:
        return "Nobody leads."
    since = on - timedelta(days=days)
    months = months_together(since, on)
    through = ", who works here through an agency" if lead.is_agency else ""
    long = f"{months} month{'' if months == 1 else 's'}" if months else f"{days} day{'' if days == 1 else 's'}"
    return f"{names[lead.worker]}{through}, for {long}, since {day_in_words(since)}."


def _step_in_words(child: Known, step: date, on: date) -> str:
    last = min(step + timedelta(days=STEP_DAYS), on)
    made = [each for each in changes(child.facts.spells) if step <= each.on <= last]
    if lead_on(child.facts.spells, step - timedelta(days=1)) is None:
        return f"Step on {day_in_words(step)}. Nobody led before it: not counted."
    said = f"the lead worker changed on {day_in_words(made[0].on)}" if made else "the lead worker stayed"
    return f"Step on {day_in_words(step)}: {said}."


def _faces_in_words(child: Known, after: date, on: date) -> str:
    made = [worker for day, worker in child.facts.visits if after < day <= on]
    most = max((made.count(worker) for worker in set(made)), default=0)
    visits = f"{len(made)} visit{'' if len(made) == 1 else 's'}"
    people = f"{len(set(made))} worker{'' if len(set(made)) == 1 else 's'}"
    return f"{visits} by {people}; {most} by the same one."


def _sentence(said: Sequence[str]) -> str:
    joined = ", ".join(said)
    return joined[:1].upper() + joined[1:]

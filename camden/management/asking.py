"""What `manage.py due` is asked, and its answer: when one rule is due that starts on one day, without any database."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from camden.management.timescales import EVERY, KINDS
from camden.rules.moments import HERE
from camden.rules.timescales import (
    FIRST_START,
    LAST_START,
    Again,
    Due,
    Happening,
    Run,
    Timescale,
    Unit,
    next_due,
    runs,
)
from camden.rules.workdays import england

DAY = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?")
ALL_KINDS = {kind for kinds in KINDS.values() for kind in kinds}


class Unanswerable(Exception):
    """There is no answer; the text says why, in a sentence."""


@dataclass(frozen=True)
class Question:
    """A rule's code, the day or moment it starts, and what happened afterwards."""

    code: str
    start: Happening
    events: tuple[Happening, ...]


def answer(code: str, on: str, events: list[str]) -> dict[str, Any]:
    """The answer as it is printed. Raises Unanswerable."""
    found = tiers_of(code)
    clocks = [rule for rule in found if rule.is_clock]
    if not clocks:
        first = found[0]
        raise Unanswerable(f"{first.code} is no clock but a marker: {first.title}. {first.note}")
    start = moment("--on", clocks[0].starts[0], on)
    question = Question(code, start, tuple(event_of(each) for each in events))
    check(clocks, question)
    return told(found, clocks, question)


def tiers_of(code: str) -> list[Timescale]:
    """The rows a code means: one, or all tiers of its rule. Small letters will do."""
    wanted = code.strip().lower()
    found = [rule for rule in EVERY if wanted == rule.code.lower()] or [
        rule for rule in EVERY if wanted == rule.base.lower()
    ]
    if not found:
        raise Unanswerable(f"There is no rule {code}. `manage.py due --help` lists them.")
    return found


def moment(option: str, kind: str, text: str) -> Happening:
    """What happened when; a time without an offset is one of the clock on the wall here."""
    try:
        if not DAY.fullmatch(text):
            raise ValueError
        at = datetime.fromisoformat(text) if len(text) > len("2026-11-20") else None
        on = date.fromisoformat(text[:10])
    except ValueError:
        raise Unanswerable(f"{option} needs a day, as in 2026-11-20, or a moment, as in 2026-11-20T16:30.") from None
    if at:
        at = at.replace(tzinfo=HERE) if at.tzinfo is None else at.astimezone(HERE)
        on = at.date()
    if not FIRST_START <= on < LAST_START:
        raise Unanswerable(f"Timescales are counted from {FIRST_START:%Y} to {LAST_START:%Y} only.")
    return Happening(kind, on, at)


def event_of(text: str) -> Happening:
    """One `--event KIND=DATE`."""
    kind, equals, when = text.partition("=")
    if not equals:
        raise Unanswerable("--event needs a kind and a day, as in --event child-seen=2026-11-20.")
    kind = kind.strip().lower()
    if kind not in ALL_KINDS:
        raise Unanswerable(f"There is no event {kind}. `manage.py due --help` lists them.")
    return moment("--event", kind, when.strip())


def check(clocks: list[Timescale], question: Question) -> None:
    """Refuse events that the rule does not listen to, or that were before its start."""
    heard = sorted(listened_to(clocks))
    for event in question.events:
        if event.kind not in heard:
            kinds = ", ".join(heard) or "no event"
            raise Unanswerable(f"{question.code.upper()} does not listen to {event.kind}. It listens to {kinds}.")
        if event.on < question.start.on and not any(looks_ahead(rule) for rule in clocks):
            raise Unanswerable(f"The event {event.kind} was before {question.start.on}, the day the rule starts.")


def listened_to(clocks: list[Timescale]) -> set[str]:
    """The kinds of event that change something. One more start counts only where it takes the first one's place."""
    heard: set[str] = set()
    for rule in clocks:
        heard |= {*rule.meets, *rule.ends, *rule.needs, *rule.then_after, *rule.extended_by}
        if rule.again is Again.RESTART or len(clocks) > 1:
            heard |= {*rule.starts, *rule.opens}
    return heard


def looks_ahead(rule: Timescale) -> bool:
    """Whether what fulfils the rule comes before the day it counts from."""
    return rule.is_back or (rule.window is not None and rule.window.amount < 0)


def told(found: list[Timescale], clocks: list[Timescale], question: Question) -> dict[str, Any]:
    """The whole answer."""
    rule, start = chosen(clocks, question)
    if rule.unit is Unit.HOURS and start.at is None:
        raise Unanswerable(f"{rule.code} counts hours: give a time too, as in {start.on}T16:30.")
    run = round_of(rule, start, question.events)
    words: dict[str, Any] = {"code": rule.base if len(found) > 1 else rule.code, "title": rule.title}
    words |= {"tier": rule.code} if len(found) > 1 else {}
    words |= {"on": written(question.start), **state(rule, run, question.events)}
    if rule.then and run.met_on is None and run.ended_on is None:
        then = next_due(rule, run.anchor_on, calendar=england(), limit=rule.then)
        words["then"] = {"amount": rule.then.amount, "unit": rule.then.unit.value, **limits(then)}
    words |= {"tiers": [tier(each, question.start) for each in found]} if len(found) > 1 else {}
    return words | standing(rule)


def standing(rule: Timescale) -> dict[str, Any]:
    """Where the rule has its force from, and whether it runs."""
    words: dict[str, Any] = {"basis": rule.basis.value, "source": rule.source, "is_on": is_on(rule)}
    words |= {"is_commenced": False} if not rule.is_commenced else {}
    return words | {name: text for name, text in (("silent", rule.silent), ("note", rule.note)) if text}


def chosen(clocks: list[Timescale], question: Question) -> tuple[Timescale, Happening]:
    """The tier the question is about, and what starts it: the first, unless an event leads on to another."""
    first, start = clocks[0], question.start
    for event in question.events:
        for rule in clocks[1:]:
            if event.kind in rule.needs:
                return rule, start
            if event.kind in rule.starts and event.kind not in (*first.starts, *first.meets):
                return rule, event
    if not running(first, question):
        for rule in clocks[1:]:
            if any(run.anchor_on > start.on for run in running(rule, question)):
                return rule, start
    return first, start


def running(rule: Timescale, question: Question) -> list[Run]:
    """The rounds of a tier that its place among the others leaves running."""
    found = runs(replace(rule, is_commenced=True), [question.start, *question.events], england())
    return [run for run in found if run.met_on is None and run.ended_on is None]


def round_of(rule: Timescale, start: Happening, events: tuple[Happening, ...]) -> Run:
    """The round that the events leave: of a repeat the last, else the one that began on the day asked about."""
    ends = (*rule.ends, *rule.opens) if rule.again is Again.RESTART else rule.ends
    whole = [start, *(event for event in events if event is not start)]
    plain = replace(rule, opens=(), needs=(), ends=ends, first_start=1, last_start=0, since=None, until=None)
    if start.kind not in plain.starts:  # a later tier, reached through the first one's start
        whole, plain = whole, rule
    found = runs(replace(plain, is_commenced=True), whole, england())
    return found[-1] if rule.is_repeat or rule.again is Again.RESTART else found[0]


def state(rule: Timescale, run: Run, events: tuple[Happening, ...]) -> dict[str, Any]:
    """The round's days, and whether it was met or became unnecessary."""
    words: dict[str, Any] = {"counts_from": written(Happening("", run.anchor_on, run.anchor_at))}
    due = next_due(rule, run.anchor_on, run.anchor_at, calendar=england())
    days = limits(due._replace(due_on=run.due_on, due_at=run.due_at, do_by=run.do_by))
    name = "due_at" if run.due_at else "due_on"
    if run.ended_on:
        words |= {name: None, "do_by": None, "breach_after": None}
        return words | {"ended_on": str(run.ended_on), f"was_{name}": days[name]}
    words |= days
    if run.met_on:
        at = next((each.at for each in events if each.at and each.on == run.met_on and each.kind in rule.meets), None)
        late = at > run.due_at if at and run.due_at else run.met_on > run.due_on
        words |= {"met_on": str(run.met_on), "late": late}
    return words


def limits(due: Due) -> dict[str, Any]:
    """Due, do by, and the last lawful day or moment."""
    words: dict[str, Any] = {"due_at": due.due_at.isoformat()} if due.due_at else {"due_on": str(due.due_on)}
    words["do_by"] = due.target_at.isoformat() if due.target_at else str(due.do_by)
    words["breach_after"] = due.due_at.isoformat() if due.due_at else str(due.due_on)
    return words | ({"opens_on": str(due.opens_on)} if due.opens_on else {})


def tier(rule: Timescale, start: Happening) -> dict[str, Any]:
    """One tier as if the day asked about started it."""
    words: dict[str, Any] = {"code": rule.code, "title": rule.title, "starts": list(rule.starts)}
    if not rule.is_clock:
        return words | {"note": rule.note}
    if rule.unit is Unit.HOURS and start.at is None:
        return words | {"note": "It counts hours: give a time too."}
    return words | limits(next_due(rule, start.on, start.at, calendar=england()))


def is_on(rule: Timescale) -> bool:
    """Whether it runs as shipped."""
    return rule.is_core and rule.is_commenced and not rule.silent


def written(happening: Happening) -> str:
    """A day, or a moment with its offset."""
    return happening.at.isoformat() if happening.at else str(happening.on)

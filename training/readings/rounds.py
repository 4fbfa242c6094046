"""Promises as they hold, and rounds as whoever leads learning plans them. Who answered, or how many, is not here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from camden.rules.names import day_in_words
from training.models import Promise, Survey, YouSaid
from training.readings.listening import days_of
from training.rules import listening
from training.rules.listening import Whose

MOST = 24  # rounds on a page


@dataclass(frozen=True)
class PromiseLine:
    """A promise in its words. `other` says from when it will be worded differently or held no more, if it will."""

    pk: int
    words: str
    since: str
    is_ahead: bool
    other: str = ""


@dataclass(frozen=True)
class Promises:
    """What is promised to one of three, and what was until lately."""

    title: str
    lines: tuple[PromiseLine, ...]
    ended: tuple[PromiseLine, ...]


@dataclass(frozen=True)
class RoundLine:
    """A round with its days: `stands` in words. Who answered, and how many did, is said nowhere."""

    pk: int
    days: str
    of: str
    stands: str
    can_change: bool
    can_send: bool


TITLES = {
    Whose.FAMILIES: "What we promise families",
    Whose.STAFF: "The staff charter",
    Whose.PARTNERS: "What we promise schools, health and police",
}
ASKED = {Whose.STAFF: "everybody who works here", Whose.PARTNERS: "schools, health and police"}


def promises(on: date) -> tuple[Promises, ...]:
    """All that is promised, to families first; what ended stays to be read. One query."""
    rows = list(Promise.objects.order_by("from_on", "pk"))
    return tuple(_promises(title, [row for row in rows if row.whose == whose], on) for whose, title in TITLES.items())


def promised(on: date) -> list[Promise]:
    """What holds on a day, or is to hold later: what a question can be tied to."""
    rows = Promise.objects.order_by("whose", "from_on", "pk")
    return [row for row in rows if row.until_on is None or row.until_on > on]


def rounds(on: date) -> tuple[RoundLine, ...]:
    """The rounds, the newest first. One query."""
    found = Survey.objects.order_by("-opens_on", "-pk")[:MOST]
    return tuple(_line(each, on) for each in found)


def round_in_words(survey: Survey, on: date) -> RoundLine:
    """One of them."""
    return _line(survey, on)


def planned(survey: Survey) -> dict[str, Any]:
    """What the form of a round begins with when it is changed. One query."""
    said: dict[str, Any] = {"opens_on": survey.opens_on, "closes_on": survey.closes_on}
    for each in survey.questions.order_by("place"):
        said |= {f"promise_{each.place}": str(each.promise_id), f"words_{each.place}": each.words}
    return said


def examples(promises: Iterable[Promise], questions: Iterable[listening.Question]) -> dict[str, str]:
    """What the form of a new round begins with: our questions, each tied to its promise where that is still there."""
    keys = {each.code: str(each.pk) for each in promises}
    said: dict[str, str] = {}
    for place, each in enumerate(questions, start=1):
        said |= {f"words_{place}": each.words, f"promise_{place}": keys.get(each.promise, "")}
    return said


def as_written(entry: YouSaid) -> dict[str, Any]:
    """What the form of something people said begins with when somebody goes on with it. One query."""
    heard = [str(key) for key in entry.heard.order_by("pk").values_list("question", flat=True)]
    said = {name: getattr(entry, name) for name in ("words", "did", "what", "will_by_on")}
    return said | {"heard": heard}


def _promises(title: str, rows: list[Promise], on: date) -> Promises:
    lines = [_promise(row, on) for row in rows if row.until_on is None or row.until_on > on]
    ended = [_promise(row, on) for row in rows if row.until_on is not None and row.until_on <= on]
    return Promises(title, tuple(lines), tuple(ended[::-1][:12]))


def _promise(row: Promise, on: date) -> PromiseLine:
    until = f"until {day_in_words(row.until_on)}" if row.until_on else ""
    return PromiseLine(row.pk, row.words, day_in_words(row.from_on), row.from_on > on, until)


def _line(survey: Survey, on: date) -> RoundLine:
    if survey.opens_on > on:
        stands = f"opens on {day_in_words(survey.opens_on)}"
    elif survey.closes_on >= on:
        stands = f"open until {day_in_words(survey.closes_on)}"
    else:
        stands = "over, and what it says is shown" if survey.decided_at else "over; what it says is decided tonight"
    is_open = survey.opens_on <= on <= survey.closes_on
    of = Whose(survey.asked)
    return RoundLine(
        pk=survey.pk,
        days=days_of(survey),
        of=ASKED[of],
        stands=stands,
        can_change=survey.opens_on > on,
        can_send=of is Whose.PARTNERS and (is_open or survey.opens_on > on),
    )

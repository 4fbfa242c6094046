"""Who opened a record: one line for each person and day."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from camden.models import User
from camden.rules.moments import clock
from camden.rules.names import day_in_words
from cases.models import Case
from cases.rules.keyset import Mark, read_mark

PAGE = 25  # people and days
# On what somebody's look rested, as `camden.audit` writes it down.
BASES: dict[str, str] = {
    "involved": "Works with the family",
    "team": "Of the family’s team or service",
    "duty": "On duty",
    "part": "Has a part in a conference or a discussion",
    "system": "The service itself",
}
PAGES: dict[str, str] = {
    "cases:detail": "the family’s page",
    "cases:child": "a child’s page",
    "cases:before-you-meet": "Before you meet them",
    "cases:journey": "where things stand",
    "cases:visit": "a visit",
    "cases:timeline": "the timeline",
    "cases:chronology": "the chronology",
    "cases:document": "a document",
    "cases:document-file": "a document",
    "cases:access-log": "this list",
}


@dataclass(frozen=True)
class LogLine:
    """One person on one day: when, on what basis, what they opened and why, if they said so."""

    who: str
    day: str
    iso: str
    when: str
    basis: str
    is_duty: bool
    opened: str
    why: str


@dataclass(frozen=True)
class Log:
    """One page of it. `older` is the mark of the next, or empty."""

    lines: tuple[LogLine, ...]
    older: str


def access_log(case: Case, after: str = "") -> Log:
    """Who opened the record, the latest day first. Two queries; nothing at all of a record one does not see."""
    mark = read_mark(after)
    asked = [case.pk, mark.day if mark else None, mark.key if mark else None, PAGE + 1]
    with connection.cursor() as cursor:
        cursor.execute("select * from who_opened(%s, %s, %s, %s)", asked)
        rows = cursor.fetchall()
    names = dict(User.objects.filter(pk__in={row[1] for row in rows}).values_list("pk", "name"))
    shown = rows[:PAGE]
    older = str(Mark(shown[-1][0], shown[-1][1])) if len(rows) > PAGE else ""
    return Log(tuple(_line(names, *row) for row in shown), older)


def _line(
    names: dict[int, str],
    day: date,
    user: int,
    bases: list[str],
    first: datetime,
    last: datetime,
    looks: int,
    pages: list[str],
    whys: list[str] | None,
) -> LogLine:
    from_until = clock(first) if clock(first) == clock(last) else f"{clock(first)} to {clock(last)}"
    known = dict.fromkeys(PAGES[page] for page in pages if page in PAGES)
    return LogLine(
        who=names.get(user, "Somebody who has left"),
        day=day_in_words(day),
        iso=day.isoformat(),
        when=f"{from_until}, {'once' if looks == 1 else f'{looks} pages'}",
        basis="; ".join(BASES.get(basis, basis) for basis in bases),
        is_duty="duty" in bases,
        opened=", ".join(known),
        why="; ".join(whys or []),
    )

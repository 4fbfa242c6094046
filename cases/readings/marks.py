"""From whom a fact is kept, as pages for people who work here say it. Never on a page the family may read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from camden.models import User
from camden.rules.moments import clock, day_here
from camden.rules.names import day_in_words
from cases.models import Case, Member
from cases.rules.audience import Marks, in_words


@dataclass(frozen=True)
class MarkLine:
    """One change of a mark: when, by whom, and from whom the fact was kept from then on, in words."""

    when: str
    who: str
    kept_from: str


def marks_of(row: Any) -> Marks:
    """The marks of a row that has them (`cases.models.marks.KeptFrom`)."""
    return Marks(row.is_kept_from_family, tuple(sorted(row.kept_from)))


def people_of(case: Case) -> dict[int, str]:
    """Everybody of the record from whom something can be kept: first names by key, adults first. One query."""
    return names_of(members_of(case))


def members_of(case: Case) -> list[Member]:
    """Everybody of the record who can speak, and be spoken to: adults first. One query."""
    people = Member.objects.living().filter(case=case, expected_on=None)
    return list(people.order_by("kind", "born_on", "pk"))


def names_of(people: Sequence[Member]) -> dict[int, str]:
    """First names by key. Two of the same first name are told apart by the whole of it."""
    firsts = [person.first_name for person in people]
    return {p.pk: p.first_name if firsts.count(p.first_name) == 1 else p.name for p in people}


def kept_from(row: Any, names: Mapping[int, str]) -> str:
    """From whom this row is kept, in words; empty for nobody."""
    return in_words(marks_of(row), names)


def kept_in_short(row: Any) -> str:
    """From whom this row is kept, where names would be too much: "the whole family", or one of it; empty for nobody."""
    marks = marks_of(row)
    return "the whole family" if marks.is_kept_from_family else "somebody of the family" if marks else ""


def mark_history(row: Any, names: Mapping[int, str]) -> list[MarkLine]:
    """How the marks of a row came and went, newest first, from its history. Two queries."""
    history = type(row).pgh_event_model.objects.filter(pgh_obj=row.pk).order_by("pgh_id")
    changes, before = [], Marks()
    for event in history:
        now = marks_of(event)
        if now != before:
            changes.append((event, now))
        before = now
    users = User.objects.in_bulk({_who(event) for event, _ in changes} - {0})
    return [_line(event, now, users.get(_who(event)), names) for event, now in reversed(changes)]


def _who(event: Any) -> int:
    return (event.pgh_context or {}).get("user") or 0


def _line(event: Any, now: Marks, who: User | None, names: Mapping[int, str]) -> MarkLine:
    when = f"{day_in_words(day_here(event.pgh_created_at))}, {clock(event.pgh_created_at)}"
    return MarkLine(when, who.name if who else "", in_words(now, names))

"""The rows behind a figure, in words: which family and children, since when or by when, and why they are counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse

from camden.overview.figures import LATE, Figures, Item
from camden.rules.names import day_in_words
from cases import measures
from cases.models import Case
from cases.rules.codesets import WORKER_CHANGE_REASON
from cases.rules.lateness import days_late
from cases.rules.works import BY_CODE, work_of


@dataclass(frozen=True)
class Line:
    """One row: a family, the children it is about, and why it is here, with the page where that stands."""

    family: str
    family_href: str
    children: tuple[tuple[str, str], ...]
    """Names with their pages."""
    who: str
    """Whoever leads; empty where people are not named, or nobody does."""
    why: str
    day: str
    cause: str
    """What the page that explains it is called."""
    cause_href: str


def lines_of(*, user: Any, items: Sequence[Item], code: str, figures: Figures) -> list[Line]:
    """A figure's rows in the order of families' names. Two queries."""
    cases = Case.objects.visible_to(user)
    members = measures.names_of({child for item in items for child in item.children}, cases)
    names = dict(cases.filter(pk__in={item.case for item in items}).values_list("pk", "name"))
    people = {unit.pk: unit.name for unit in figures.units if unit.is_person}
    ordered = sorted(items, key=lambda item: (names[item.case], item.case, item.day or date.min, item.children))
    return [_line(item, code, figures, names, members, people) for item in ordered]


def _line(
    item: Item,
    code: str,
    figures: Figures,
    names: Mapping[int, str],
    members: Mapping[int, Any],
    people: Mapping[int, str],
) -> Line:
    children = [members[child] for child in item.children if child in members]
    why, cause, page = _why(item, code, figures)
    child = item.children[0] if page == "cases:child" and item.children else None
    return Line(
        family=names[item.case],
        family_href=reverse("cases:detail", args=[item.case]),
        children=tuple((child.name, child.get_absolute_url()) for child in children),
        who=people.get(item.worker, ""),
        why=why,
        day=day_in_words(item.day) if item.day else "",
        cause=cause,
        cause_href=_address(page, item.case, child),
    )


_STANDS = ("Where things stand", "cases:journey")
_TALKED = ("Last talked about on", "Group supervision", "supervision:for-case")
# Why something is counted, what the page that explains it is called, and the name of that page.
_PLAIN = {
    "children": ("Lead worker since", "", ""),
    "families": ("", "", ""),
    "unsettled": ("Two changes or more, the latest on", "Who led, and why that changed", "cases:child"),
    "talked": _TALKED,
    "not-talked": _TALKED,
    "offered": ("Offered a conference on", "Conferences", "conferences:for-case"),
    "waiting": ("Waiting since", "Who could take this?", "cases:who-could-take"),
    "steps-up": ("", *_STANDS),
    "steps-down": ("", *_STANDS),
}


def _why(item: Item, code: str, figures: Figures) -> tuple[str, str, str]:
    if code in (*LATE, "late", "due"):
        return _of_work(item, figures), *_STANDS
    if code == "changes":
        reason = WORKER_CHANGE_REASON.get(item.said, "No reason written down")
        return f"{reason}: another lead worker on", "Who led, and why that changed", "cases:child"
    if code not in _PLAIN:
        return (_of_round(item), *_STANDS) if ":" in item.said else ("", *_STANDS)
    words, cause, page = _PLAIN[code]
    if code.startswith("steps-"):
        words = f"{item.said} on"
    return words if item.day or code == "families" else "Not talked about yet", cause, page


def _of_work(item: Item, figures: Figures) -> str:
    rule = BY_CODE[item.said]
    days = days_late(item.day, figures.on, figures.calendar) if item.day else 0
    late = f", {days} working day{'' if days == 1 else 's'} late" if days else ""
    return f"{': '.join(dict.fromkeys((work_of(rule).text, rule.title)))}{late}; by"


def _of_round(item: Item) -> str:
    code, _, done = item.said.partition(":")
    when = f"done on {day_in_words(date.fromisoformat(done))}" if done else "not done yet"
    return f"{BY_CODE[code].title}, {when}; by"


def _address(page: str, case: int, child: int | None) -> str:
    """Empty where there is no such page yet."""
    try:
        return reverse(page, args=[case, child] if child else [case]) if page else ""
    except NoReverseMatch:
        return ""

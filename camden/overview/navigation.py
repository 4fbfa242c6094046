"""The main navigation: which parts of the service a person's roles open, and where they are now."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from camden.access import Permission, may

FIRST = 3  # entries beside "More" on a phone ...
FIND = "cases:find"
LETTERS = 30  # ... and in them together: with it they fit in one row of 360 pixels


@dataclass(frozen=True)
class Entry:
    """One part of the service: the name of its first page, and who is led there.

    Whoever may `chiefly` do this finds it among the first on a phone, however far down the row it stands. `also` are
    addresses elsewhere that belong to it; where nothing but the work of `never_for` opens records to a person, there
    would be nothing of theirs to find. Whoever may do what it is `not_beside` has it on a page of their own already.
    """

    text: str
    name: str
    needs: Permission
    chiefly: Permission | None = None
    also: str = ""
    never_for: Permission | None = None
    not_beside: Permission | None = None


ENTRIES = (
    Entry("My day", "overview:my-day", Permission.CASE_RECORD),
    Entry("Meetings", "overview:meetings", Permission.MEETING_ARRANGE, not_beside=Permission.CASE_RECORD),
    Entry("My families", "cases:list", Permission.CASE_READ, never_for=Permission.CONFERENCE_CONVENE),
    Entry("Find a child", "cases:find", Permission.CASE_READ, never_for=Permission.CONFERENCE_CONVENE),
    Entry("Front door", "cases:front-door", Permission.CONTACT_TAKE, also=r"^/cases/\d+/(contacts|referrals)/"),
    Entry(
        "Group supervision",
        "supervision:list",
        Permission.SUPERVISION_JOIN,
        Permission.SUPERVISION_HOLD,
        also=r"^/cases/\d+/(supervision|consultations)/",
    ),
    Entry(
        "Conferences",
        "conferences:list",
        Permission.CONFERENCE_READ,
        Permission.CONFERENCE_CONVENE,
        also=r"^/cases/\d+/conferences/",
    ),
    Entry(
        "Figures",
        "conferences:evidence",
        Permission.FIGURES_READ,
        also=r"^/worth/",
        not_beside=Permission.CASE_RECORD,
    ),
    Entry("Learning", "training:mine", Permission.LEARNING_KEEP, Permission.LEARNING_LEAD),
    Entry(
        "Team",
        "overview:teams",
        Permission.TEAM_READ,
        Permission.CASE_ALLOCATE,
        also=r"^/(cases/proposals|cases/extra-duties|continuity|worth)/",
    ),
    Entry("Duty rota", "office:rota", Permission.STAFF_READ),
    Entry("Settings", "office:settings", Permission.STAFF_KEEP, Permission.STAFF_KEEP, also=r"^/cases/weights/"),
    Entry("Roles", "office:roles", Permission.STAFF_READ),
)


@dataclass(frozen=True)
class Link:
    """An entry as it is drawn. `current` is what `aria-current` says: "page" on it, "true" beneath it, or ""."""

    text: str
    href: str
    current: str
    is_chief: bool


@dataclass(frozen=True)
class Navigation:
    """All entries for a wide window; for a phone the first few and what is behind "More". `find` is where the box in
    the band asks, or empty: for somebody who finds nobody, and on pages with a box of their own."""

    every: tuple[Link, ...]
    first: tuple[Link, ...]
    more: tuple[Link, ...]
    find: str = ""


def shown(request: Any) -> dict[str, Any]:
    """For every page's frame: where this person may go from here; nothing for a visitor."""
    user = getattr(request, "user", None)
    if not user or not user.is_authenticated:
        return {"navigation": None}
    return {"navigation": SimpleLazyObject(lambda: navigation(user, request.path))}


def navigation(user: Any, path: str) -> Navigation:
    """What this person finds at the top of the page at `path`. Asks nothing of the database beyond their roles."""
    open_to = [(entry, _address(entry.name)) for entry in ENTRIES if leads(user, entry)]
    there = [(entry, href) for entry, href in open_to if href]
    beneath = max((href for _, href in there if path.startswith(href)), key=len, default="")
    here = next((href for entry, href in there if entry.also and re.match(entry.also, path)), beneath)
    links = tuple(
        Link(entry.text, href, _current(href, here, path), bool(entry.chiefly and may(user, entry.chiefly)))
        for entry, href in there
    )
    first = _first(links)
    more = tuple(link for link in links if link not in first)
    return Navigation(links, tuple(first), more, _find({link.href for link in links}, path))


def leads(user: Any, entry: Entry) -> bool:
    """Whether the entry stands in this person's row."""
    other = entry.never_for
    is_for_others = other is not None and may(user, other) and not may(user, Permission.CASE_RECORD)
    is_elsewhere = entry.not_beside is not None and may(user, entry.not_beside)
    return may(user, entry.needs) and not is_for_others and not is_elsewhere


def _first(links: Iterable[Link]) -> list[Link]:
    """What stands beside "More": where one is, then what one chiefly does, then the row's own order."""
    places = list(links)
    if len(places) <= FIRST + 1:  # a drawer with one thing in it helps nobody
        return places
    chosen: list[Link] = []
    for link in sorted(places, key=lambda link: _weight(link, places.index(link))):
        if len(chosen) < FIRST and sum(len(one.text) for one in [*chosen, link]) <= LETTERS:
            chosen.append(link)
    return sorted(chosen, key=places.index)


def _weight(link: Link, place: int) -> tuple[bool, bool, int]:
    """Less comes first. Of two chief things the further down the row is the rarer, and the more somebody's own."""
    return (not link.current, not link.is_chief, -place if link.is_chief else place)


def _current(href: str, here: str, path: str) -> str:
    if href != here:
        return ""
    return "page" if path == href else "true"


def _find(open_to: set[str], path: str) -> str:
    """The address of the search, for whoever is led there."""
    address = _address("cases:find")
    return address if address in open_to and path not in (address, _address("cases:list")) else ""


def _address(name: str) -> str:
    """Where an entry leads; nowhere while its page does not exist."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""

"""How a group sees its own sessions, over time."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from camden.models import User
from camden.rules.names import day_in_words
from supervision.models import Group, Session, SessionRating
from supervision.rules.quality import (
    ASKS,
    BAND_SAYS,
    FEWEST,
    OPEN_FOR,
    Band,
    Item,
    Point,
    Rating,
    Source,
    sessions_to_go,
    trend,
)

FEW = 4  # points on a page


@dataclass(frozen=True)
class TrendRow:
    """One of the seven things, or a band: its sentence, and what stands under each point."""

    says: str
    figures: tuple[str, ...]


@dataclass(frozen=True)
class TrendCard:
    """One measure. `points` are days in words; without any, `to_go` says how many sessions are missing."""

    title: str
    points: tuple[str, ...]
    items: tuple[TrendRow, ...]
    bands: tuple[TrendRow, ...]
    to_go: int


def ratings_of(group: Group, on: date) -> list[Rating]:
    """What the group's people said of sessions to which nobody adds any more, without who; nothing for anybody else.

    One query.
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from group_ratings(%s, %s, %s)", [group.pk, FEWEST, on - OPEN_FOR])
        return [_rating(*row) for row in cursor.fetchall()]


def trend_of(group: Group, on: date) -> tuple[TrendCard, ...]:
    """The two measures apart: those who were there, and who observed. One query."""
    found = ratings_of(group, on)
    titles = {Source.SELF: "As those who were there saw it", Source.OBSERVER: "As somebody who observed saw it"}
    return tuple(_card(title, found, source) for source, title in titles.items())


def my_rating(session: Session, user: User) -> dict[str, Any]:
    """What this person said of the session, as a form begins with it; empty when they said nothing yet."""
    row = SessionRating.objects.filter(session=session, person=user).first()
    if row is None:
        return {}
    return {"source": row.source, "band": row.band} | {item: str(answer) for item, answer in row.items.items()}


def may_rate(session: Session, user: User, on: date) -> bool:
    """Whether somebody says how they saw it: they were there, and it was held."""
    there = session.attendances.filter(person=user).exists()
    return there and session.held_on <= on and session.cancelled_on is None


def _rating(session: int, held_on: date, source: str, band: str, items: Any) -> Rating:
    said = json.loads(items) if isinstance(items, str) else items
    known = {Item(item): int(answer) for item, answer in said.items() if item in set(Item)}
    return Rating(session, held_on, Source(source), Band(band), known)


def _card(title: str, found: list[Rating], source: Source) -> TrendCard:
    points = trend(found, source)[-FEW:]
    return TrendCard(
        title=title,
        points=tuple(f"{day_in_words(each.first_on)} to {day_in_words(each.last_on)}" for each in points),
        items=tuple(TrendRow(says, tuple(_mean(point, item) for point in points)) for item, says in ASKS.items()),
        bands=tuple(
            TrendRow(says, tuple(_of_five(point.bands[band]) for point in points)) for band, says in BAND_SAYS.items()
        ),
        to_go=sessions_to_go(found, source),
    )


def _mean(point: Point, item: Item) -> str:
    mean = point.items[item]
    return "Too few said" if mean is None else f"{mean:.1f}"


def _of_five(number: int) -> str:
    return "1 session" if number == 1 else f"{number} sessions"

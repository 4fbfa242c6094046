"""Reviews of a programme as its panel reads them: without what the worker says of the support they had."""

from dataclasses import dataclass
from datetime import date

from django.db import connection


@dataclass(frozen=True)
class PanelReview:
    """A review as a panel reads it."""

    pk: int
    held_on: date
    held_by: str
    going_well: str
    comes_next: str


def reviews_for_panel(programme: int) -> tuple[PanelReview, ...]:
    """The earliest first; none for who sits on no panel of it. One query."""
    with connection.cursor() as cursor:
        # A function: the rows hold more than a panel reads.
        cursor.execute("select * from reviews_for_panel(%s)", [programme])
        found = [PanelReview(*row) for row in cursor.fetchall()]
    return tuple(sorted(found, key=lambda each: (each.held_on, each.pk)))

"""Looking whether another team knows a child: a look is written down, so to ask is an act."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from camden.rules.names import display_name


@dataclass(frozen=True)
class KnownElsewhere:
    """A child of a record that is not open to whoever asked: the least there is to say, and which teams to ring."""

    name: str
    born_on: date | None
    teams: tuple[str, ...]


def look_elsewhere(*, words: str, born_on: date | None, page: str) -> tuple[KnownElsewhere, ...]:
    """At most 5 children of other teams' ordinary records whom a whole name with a birthday, or a number, means.

    `page` is the name of the URL on which they are shown, for the log. Nobody for somebody who takes no contacts, and
    nobody of a record that is restricted or from which they are kept (`known_elsewhere` in cases/wall_known.sql).
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from known_elsewhere(%s, %s, %s)", [words, born_on, page])
        rows = cursor.fetchall()
    return tuple(
        KnownElsewhere(display_name(given, family, number), born, tuple(teams))
        for given, family, number, born, teams in rows
    )

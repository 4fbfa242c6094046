"""Verbs about what people learned. Whoever writes it down for others reads none of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection, transaction

from camden.audit import record
from camden.models import Membership, Team, User
from training.models import Learning


@transaction.atomic(savepoint=False)
def log_learning(
    *,
    person: User,
    on: date,
    kind: str,
    title: str,
    source: str,
    role_played: str = "",
    peers: Sequence[str] = (),
    source_key: str = "",
    minutes: int | None = None,
) -> bool:
    """Somebody learned something, once: whether it was new. Say nothing of a family in any of these words.

    `kind` is a code of Learning.Kind; `source` says where in words ("Group supervision, 3 November"); `source_key`
    is the source's own name for it, else made of kind, day and source. `peers` are names of colleagues;
    `minutes` how long they were there, where that is known.
    """
    key = source_key or f"{kind} {on.isoformat()} {source}"
    words: list[Any] = [person.pk, on, kind, title, source, key[:120], role_played, list(peers), minutes]
    with connection.cursor() as cursor:
        # A function: who writes it down for others may not read what they learned.
        cursor.execute("select log_learning(%s, %s, %s, %s, %s, %s, %s, %s::text[], %s)", words)
        return bool(cursor.fetchone()[0])


@transaction.atomic
def note_workshop(*, team: Team, title: str, on: date) -> int:
    """A team took part in a course or a workshop: it waits with each of its people to be written about. For how many.

    Noted once for each person, however often somebody says it.
    """
    here = Membership.objects.filter(team__path__contains=[team.pk], ended_on=None, user__is_active=True)
    people = list(User.objects.filter(pk__in=here.values("user"), is_system=False).order_by("pk"))
    kind, key = Learning.Kind.COURSE, f"workshop {on.isoformat()} {title}"
    for person in people:
        log_learning(person=person, on=on, kind=kind, title=title, source=f"Course, {team.name}", source_key=key)
    record(action="noted a workshop", subject=team)
    return len(people)

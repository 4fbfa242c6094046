"""Somebody says how they saw a session. It is their own row: the group hears it without who said it."""

from collections.abc import Mapping

from django.db import transaction

from camden.audit import record
from camden.models import User
from supervision.models import Session, SessionRating
from supervision.rules.quality import Band, Item, Source


@transaction.atomic
def rate_session(*, session: Session, by: User, source: Source, band: Band, items: Mapping[Item, int]) -> None:
    """Keep how this person saw the session; said again, it takes the place of what they said. `items`: 0 to 2 each."""
    said = {"source": source.value, "band": band.value, "items": {item.value: answer for item, answer in items.items()}}
    SessionRating.objects.update_or_create(session=session, person=by, defaults=said)
    record(action="said how they saw a session", subject=session)

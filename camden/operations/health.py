"""Signs of life."""

from datetime import datetime

from camden.models import Heartbeat


def beat(*, part: str, at: datetime) -> None:
    """Say that a part of the service lives."""
    Heartbeat.objects.update_or_create(part=part, defaults={"beat_at": at})

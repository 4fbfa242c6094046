"""What keeps the service itself going."""

from datetime import datetime

from django.db import connection

from camden.models import Heartbeat


def beat(*, part: str, at: datetime) -> None:
    """Say that a part of the service lives."""
    Heartbeat.objects.update_or_create(part=part, defaults={"beat_at": at})


def last_beat(*, part: str) -> datetime | None:
    """When a part last said that it lives, or that it is done; nothing when it never did."""
    return Heartbeat.objects.filter(part=part).values_list("beat_at", flat=True).first()


def make_room_for_reads(*, months: int) -> int:
    """Make the partitions for read events that far ahead, in months. Returns how many were missing."""
    with connection.cursor() as cursor:
        cursor.execute("select app_partitions(%s)", [months])
        made: int = cursor.fetchone()[0]
    return made

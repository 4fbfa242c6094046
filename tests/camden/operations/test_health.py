"""What keeps the service itself going."""

from datetime import UTC, datetime

import pytest

from camden.models import Heartbeat
from camden.operations.health import beat, make_room_for_reads
from tests.conftest import as_role

pytestmark = pytest.mark.django_db
FIRST, THEN = datetime(2026, 11, 3, 9, 0, tzinfo=UTC), datetime(2026, 11, 3, 9, 1, tzinfo=UTC)


def test_the_worker_beats_in_its_own_role() -> None:
    with as_role("camden_worker"):
        beat(part="worker", at=FIRST)
        beat(part="worker", at=THEN)
    assert list(Heartbeat.objects.values_list("part", "beat_at")) == [("worker", THEN)]


def test_the_worker_makes_room_for_reads_in_its_own_role() -> None:
    with as_role("camden_worker"):
        assert make_room_for_reads(months=14) == 2
        assert make_room_for_reads(months=14) == 0

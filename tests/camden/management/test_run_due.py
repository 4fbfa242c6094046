"""All that is due by the timetable, without Celery."""

from datetime import UTC, datetime
from typing import Any

import pytest
from celery.schedules import crontab
from django.core.management import call_command

from camden.management.commands.run_due import is_due
from camden.models import Heartbeat
from camden.operations.people import welcome_jobs

SUNDAY_FIVE = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
SUNDAY_SEVEN = datetime(2026, 11, 1, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("schedule", "at_five", "at_seven"),
    [
        (2.0, True, True),
        (crontab(hour=6, minute=0), False, True),
        (crontab(hour=6, minute=0, day_of_week="sun"), False, True),
        (crontab(hour=6, minute=0, day_of_week="mon-fri"), False, False),
        (crontab(hour=2, minute=0, day_of_month=2), False, False),
    ],
)
def test_a_job_with_an_hour_of_its_day_waits_for_it(schedule: Any, at_five: bool, at_seven: bool) -> None:
    assert (is_due(schedule, SUNDAY_FIVE), is_due(schedule, SUNDAY_SEVEN)) == (at_five, at_seven)


@pytest.mark.django_db
def test_it_does_them_all_and_again(capsys: pytest.CaptureFixture[str]) -> None:
    welcome_jobs()
    for _ in range(2):
        call_command("run_due")
    assert "Done: outbox" in capsys.readouterr().out
    assert Heartbeat.objects.filter(part="worker").count() == 1

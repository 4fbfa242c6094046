"""`manage.py run_due`: all that is due by the timetable, once, without Celery."""

from datetime import datetime
from typing import Any

from celery.schedules import crontab
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from camden.celery import app


class Command(BaseCommand):
    """Does each job of the timetable in its own order. Jobs may be done twice: each finds what it did before.

    A job with an hour of its day is left until that hour.
    """

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        app.loader.import_default_modules()
        now = timezone.localtime()
        for name, entry in settings.CELERY_BEAT_SCHEDULE.items():
            if is_due(entry["schedule"], now):
                app.tasks[entry["task"]](*entry.get("args", ()), **entry.get("kwargs", {}))
                self.stdout.write(f"Done: {name}")


def is_due(schedule: Any, now: datetime) -> bool:
    """Whether a job's time has come today. What is done every few seconds is always due."""
    if not isinstance(schedule, crontab):
        return True
    today = (
        now.isoweekday() % 7 in schedule.day_of_week
        and now.day in schedule.day_of_month
        and now.month in schedule.month_of_year
    )
    return today and (now.hour, now.minute) >= (min(schedule.hour), min(schedule.minute))

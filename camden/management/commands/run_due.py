"""`manage.py run_due`: all that is due by the timetable, once, without Celery."""

import inspect
from argparse import ArgumentParser
from datetime import date, datetime
from typing import Any

from celery.schedules import crontab
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from camden.celery import app


class Command(BaseCommand):
    """Does each job of the timetable, in the order of their hours. Jobs may be done twice: each finds what it did.

    A job with an hour of its day is left until that hour. With `--on DATE`, only the jobs that are done for a day,
    for that day: what a night missed is made up for, and what it did is not done twice.
    """

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="a past day, as 2026-11-03")

    def handle(self, *args: Any, **options: Any) -> None:
        app.loader.import_default_modules()
        if options["on"]:
            return self._again(options["on"])
        now = timezone.localtime()
        for name, entry in sorted(settings.CELERY_BEAT_SCHEDULE.items(), key=_in_order):
            if is_due(entry["schedule"], now):
                app.tasks[entry["task"]](*entry.get("args", ()), **entry.get("kwargs", {}))
                self.stdout.write(f"Done: {name}")
        return None

    def _again(self, on: date) -> None:
        """The jobs of one day."""
        for name, entry in sorted(settings.CELERY_BEAT_SCHEDULE.items(), key=_in_order):
            job = app.tasks[entry["task"]]
            if "on" in inspect.signature(job.run).parameters:
                job(on=on)
                self.stdout.write(f"Done for {on}: {name}")


def _in_order(named: tuple[str, Any]) -> tuple[int, int]:
    """By the timetable's hours, so that the morning's letters know what the night has counted; the outbox last."""
    schedule = named[1]["schedule"]
    return (min(schedule.hour), min(schedule.minute)) if isinstance(schedule, crontab) else (24, 0)


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

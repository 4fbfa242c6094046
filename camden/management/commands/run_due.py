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
    """Does each job of the timetable in its own order. Jobs may be done twice: each finds what it did before.

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
        for name, entry in settings.CELERY_BEAT_SCHEDULE.items():
            if is_due(entry["schedule"], now):
                app.tasks[entry["task"]](*entry.get("args", ()), **entry.get("kwargs", {}))
                self.stdout.write(f"Done: {name}")
        return None

    def _again(self, on: date) -> None:
        """The jobs of one day, in the order of the timetable's hours."""
        entries = settings.CELERY_BEAT_SCHEDULE
        timed = [(name, entries[name]) for name in entries if isinstance(entries[name]["schedule"], crontab)]
        for name, entry in sorted(
            timed, key=lambda one: (min(one[1]["schedule"].hour), min(one[1]["schedule"].minute))
        ):
            job = app.tasks[entry["task"]]
            if "on" in inspect.signature(job.run).parameters:
                job(on=on)
                self.stdout.write(f"Done for {on}: {name}")


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

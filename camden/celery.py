"""The jobs' app. Tasks are found in each app's `tasks.py`; the timetable is in settings."""

import os
from typing import Any

from celery import Celery
from celery.signals import worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "camden.settings")

app = Celery("camden")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["camden.overview", "cases", "supervision", "conferences", "training"])


@worker_ready.connect
def say_so(**signal: Any) -> None:
    """A worker that is ready says so at once, rather than at the timetable's first beat."""
    app.send_task("camden.overview.tasks.beat")

"""The timetable names only tasks that there are."""

from django.conf import settings

from camden.celery import app


def nameless(schedule: dict, tasks: set[str]) -> list[str]:
    """Entries of the timetable that no registered task answers to."""
    return [
        f"{name}: there is no task {entry['task']}" for name, entry in schedule.items() if entry["task"] not in tasks
    ]


def registered() -> set[str]:
    """Every task a worker would know."""
    app.loader.import_default_modules()
    return set(app.tasks)


def test_every_entry_of_the_timetable_names_a_task():
    assert settings.CELERY_BEAT_SCHEDULE
    assert nameless(settings.CELERY_BEAT_SCHEDULE, registered()) == []


def test_a_misspelt_task_is_reported():
    schedule = {"heartbeat": {"task": "camden.overview.tasks.beat"}, "typo": {"task": "camden.overview.tasks.baet"}}
    assert nameless(schedule, registered()) == ["typo: there is no task camden.overview.tasks.baet"]

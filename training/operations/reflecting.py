"""Verbs about a reflective log. A page is its writer's; shown to their assessor, it stays as it was read."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from training.models import LogEntry, Programme


class ShownAlready(Exception):
    """The page was shown: its words stay as they were read."""


@transaction.atomic
def write_log(*, programme: Programme, words: str, written_on: date, by: User) -> LogEntry:
    """A page of somebody's own reflective log. Nobody else reads it until they show it."""
    entry = LogEntry.objects.create(programme=programme, person=by, written_on=written_on, words=words)
    record(action="wrote a page of a reflective log", subject=entry)
    return entry


@transaction.atomic
def change_log(*, entry: LogEntry, version: int | None, words: str, written_on: date, by: User) -> LogEntry:
    """Go on with a page that was not shown. Raises ShownAlready, or Overtaken of `versions` for another tab."""
    if LogEntry.objects.filter(pk=entry.pk, shown_on__isnull=False).exists():
        raise ShownAlready
    changed: LogEntry = change(entry, version=version, words=words, written_on=written_on)
    record(action="changed a page of a reflective log", subject=entry)
    return changed


@transaction.atomic
def show_log(*, entry: LogEntry, by: User, on: date) -> None:
    """The writer shows a page to their assessor, for good: nobody watches whether it was read."""
    shown = LogEntry.objects.filter(pk=entry.pk, person=by, shown_on=None)
    if shown.update(shown_on=on, version=F("version") + 1):
        record(action="showed a page of a reflective log", subject=entry)

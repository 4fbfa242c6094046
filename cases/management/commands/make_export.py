"""`manage.py make_export`: make one file somebody asked for, with what they may see. A job starts it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from camden.models import User
from camden.principal import acting_as
from cases.models import Export
from cases.operations.exports import make_export


class Command(BaseCommand):
    """Runs with the web's role of the database and as the person who asked: neither sees more than the page would."""

    help = "Make one file somebody asked for. The worker starts this by itself."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("export", type=int)
        parser.add_argument("--for", type=int, required=True, dest="person", help="the key of whoever asked")

    def handle(self, *args: Any, **options: Any) -> None:
        person = User.objects.get(pk=options["person"])
        with acting_as(person):
            asked = Export.objects.visible_to(person).filter(pk=options["export"], asked_by=person)
            if not asked.exists():
                raise CommandError("There is no such export for this person.")
            # Two workers may have been told of it: one makes it.
            export = asked.select_for_update(skip_locked=True, of=("self",)).select_related("case", "asked_by").first()
            if export:
                make_export(export=export, on=timezone.localdate(), at=timezone.now())

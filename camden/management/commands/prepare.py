"""`manage.py prepare`: bring this release's tables, walls and files into place. Run as owner before each start."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from camden.operations.people import welcome_jobs


class Command(BaseCommand):
    """Migrates, makes the account of jobs, collects static files, and with --demo fills an empty service."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--demo", action="store_true", help="fill an empty service with an invented one")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        welcome_jobs()
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        call_command("collectstatic", interactive=False, verbosity=0, clear=False)
        if options["demo"]:
            call_command("seed", demo=True)

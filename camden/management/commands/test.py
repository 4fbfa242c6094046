"""`manage.py test`, here so that `manage.py help` lists it; camden/servers does the work."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from camden.servers import commands


class Command(BaseCommand):
    """Run the tests with pytest, on throw-away servers; the arguments go to pytest."""

    help = __doc__
    requires_system_checks: list[str] = []

    def run_from_argv(self, argv: list[str]) -> None:
        """Hand over before Django parses anything: the options are pytest's."""
        sys.exit(commands.run_tests(argv[2:]))

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the tests when it is called from code."""
        commands.run_tests([])

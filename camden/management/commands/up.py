"""`manage.py up`, here so that `manage.py help` lists it; camden/servers does the work."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from camden.servers import supervisor


class Command(BaseCommand):
    """Run the whole service on this machine."""

    help = __doc__
    requires_system_checks: list[str] = []

    def run_from_argv(self, argv: list[str]) -> None:
        """Hand over before Django parses anything: the supervisor has its own options."""
        sys.exit(supervisor.main(argv[1:]))

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the service when it is called from code."""
        supervisor.main(["up"])

"""`manage.py prepare_database`: print the SQL that a database administrator runs once on a real server."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from camden.servers.postgres import prepare_sql


class Command(BaseCommand):
    """Prints; changes nothing. Passwords are for the administrator to set."""

    help = __doc__
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(prepare_sql(settings.DATABASES["default"].get("NAME") or "camden"))

"""`manage.py seed --demo`: fill an empty service with an invented one."""

from typing import Any

import pgtrigger
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from camden.management import demo
from camden.models import User


class Command(BaseCommand):
    """Refuses a service that has people. Says the sign-ins, and keeps them in `sign-ins.txt` for the next start."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--demo", action="store_true", required=True, help="the service that `demo` shows")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        if User.objects.filter(is_system=False).exists():
            if User.objects.filter(email="ade@example.org").exists():
                return  # made by an earlier start
            raise CommandError("This service has people already. Set CAMDEN_DATA or DATABASE_URL to an empty one.")
        with pgtrigger.ignore():  # what a set-up writes is not a correction of anything
            sign_ins = demo.build(timezone.localdate())
        width = max(len(line.email) for line in sign_ins)
        lines = [f"  {line.email:<{width}}  {line.role}" for line in sign_ins]
        text = "\n".join([f"Everybody's password is {demo.PASSWORD}", *lines, ""])
        settings.DATA.mkdir(parents=True, exist_ok=True)
        (settings.DATA / "sign-ins.txt").write_text(text, encoding="utf-8")

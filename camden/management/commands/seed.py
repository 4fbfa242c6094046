"""`manage.py seed`: fill an empty service with invented people."""

import argparse
import time
from typing import Any

import pgtrigger
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.utils import timezone

from camden.management import demo, generated, sign_ins
from camden.models import User
from cases.operations.clocks import keep_all_clocks

FULL = (
    "This service has people already, and they are left alone. To fill another one, set CAMDEN_DATA to a new folder,"
    " or DATABASE_URL to an empty database."
)


class Command(BaseCommand):
    """Refuses a service that has people. Says the sign-ins, and keeps them in `sign-ins.txt` for the next start."""

    help = (
        "Fill an empty service with invented people: --children N makes a service of that size, the same one for the"
        " same --seed; --demo makes the fifteen families that `manage.py demo` shows."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--demo", action="store_true", help="the service that `demo` shows")
        what.add_argument("--children", type=_count, help="how many children the service has known in 26 months")
        parser.add_argument("--seed", type=int, default=1, help="another number makes another service (1)")

    def handle(self, *args: Any, **options: Any) -> None:
        if User.objects.filter(is_system=False).exists():
            if options["demo"] and User.objects.filter(email=demo.SET_UP, is_system=True).exists():
                return  # made by an earlier start, or by `seed` with a number of children
            raise CommandError(FULL)
        on, began = timezone.localdate(), time.perf_counter()
        # What a set-up writes is not a correction of anything: no history of it.
        with transaction.atomic(), pgtrigger.ignore():
            if options["demo"]:
                lines = demo.build(on)
            else:
                lines = generated.build(on=on, children=options["children"], seed=options["seed"])
        keep_all_clocks()
        text = sign_ins.keep(lines)
        if not options["demo"]:
            with connection.cursor() as cursor:
                cursor.execute("analyze")
            self.stdout.write(
                f"{options['children']:,} children, in {time.perf_counter() - began:,.1f} s."
                f" `python3 manage.py demo` shows them.\n{text}"
            )


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1_000_000:
        raise argparse.ArgumentTypeError("a whole number, from 1 up to a million")
    return int(text)

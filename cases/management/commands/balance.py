"""`manage.py balance --instance SERVICE.json --out PLAN.json`: who could hold which family, without a database."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

CANNOT_BALANCE = 2  # exit status


class Command(BaseCommand):
    """Solve one instance: the fewest changes of worker first, then the fairest shares. Nothing is moved anywhere."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--instance", required=True, metavar="SERVICE.json", help="workers and family groups")
        parser.add_argument("--out", required=True, metavar="PLAN.json", help="where the answer is written")
        parser.add_argument("--seconds", type=_seconds, default=1.0, help="how long it may take (1 unless told)")

    def handle(self, *args: Any, **options: Any) -> None:
        # OR-Tools is large: only this command and the job that balances load it.
        from cases.rules.allocating.instance import NotAnInstance, read
        from cases.rules.allocating.solve import balance

        try:
            found = balance(read(Path(options["instance"]).read_text(encoding="utf-8")), options["seconds"])
            plan = {
                "assignment": found.assignment.tolist(),
                "changes_bound": found.changes_bound,
                "fairness_bound": found.fairness_bound,
                "fairness_proven": found.fairness_proven,
                "seconds": round(found.seconds, 3),
            }
            Path(options["out"]).write_text(json.dumps(plan) + "\n", encoding="utf-8")
        except (NotAnInstance, UnicodeDecodeError) as error:
            self._refuse(str(error))
        except OSError as error:
            self._refuse(f"{error.filename}: {error.strerror}.")

    def _refuse(self, why: str) -> None:
        self.stderr.write(why)
        sys.exit(CANNOT_BALANCE)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0.1 <= seconds <= 3600:
        raise ArgumentTypeError("Write a number of seconds from 0.1 to 3600.")
    return seconds

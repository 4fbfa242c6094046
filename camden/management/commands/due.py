"""`manage.py due CODE --on DATE`: when one timescale is due, as JSON, without a database."""

import argparse
import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser, DjangoHelpFormatter

from camden.management.asking import Unanswerable, answer
from camden.management.timescales import EVERY, KINDS

CANNOT_ANSWER = 2  # exit status
EXAMPLES = (
    "for example:",
    "  manage.py due CP4 --on 2026-12-14",
    "  manage.py due CP12 --on 2026-11-23 --event child-seen=2026-12-01",
    "  manage.py due FD2 --on 2026-11-23T10:00 --event contact-rated-amber=2026-11-23T10:00",
    "  manage.py due LA28 --on 2026-12-24T16:30 --event return-interview=2026-12-26T11:00",
)


class Formatter(argparse.RawDescriptionHelpFormatter, DjangoHelpFormatter):
    """Leaves the lists at the end as they are."""


class Command(BaseCommand):
    """Say when a timescale is due that starts on a day, whether it is switched on here or not."""

    help = __doc__
    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """With every code and every kind of event at the end of the help."""
        return super().create_parser(
            prog_name, subcommand, epilog=epilog(), **{**kwargs, "formatter_class": Formatter}
        )  # fmt: skip

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("code", help="the code of a rule, such as CP4, or of a tier of one, such as CP17b")
        parser.add_argument(
            "--on", required=True, metavar="DATE",
            help="the day it starts: its trigger, or for a repeating rule the last time it happened; for a countdown"
            " the planned day; with a time (2026-12-24T16:30) for rules in hours",
        )  # fmt: skip
        parser.add_argument(
            "--event", action="append", default=[], metavar="KIND=DATE",
            help="a later fact that moves or stops the clock; may be given several times",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = answer(options["code"], options["on"], options["event"])
        except Unanswerable as error:
            self.stderr.write(str(error))
            sys.exit(CANNOT_ANSWER)
        self.stdout.write(json.dumps(found, indent=2, ensure_ascii=False))


def epilog() -> str:
    """Examples, the codes in their order, and the kinds of event by where they happen."""
    codes = sorted({rule.base for rule in EVERY}, key=lambda code: (code.rstrip("0123456789"), len(code), code))
    lines = [*EXAMPLES, "", "codes:", *wrapped(codes)]
    for place, kinds in KINDS.items():
        lines += ["", f"kinds of event: {place[0].lower()}{place[1:]}", *wrapped(kinds)]
    return "\n".join(lines)


def wrapped(words: Any, width: int = 110) -> list[str]:
    """Words in lines, set in."""
    lines = ["  "]
    for word in words:
        if len(lines[-1]) + len(word) > width:
            lines.append("  ")
        lines[-1] += f"{word} "
    return [line.rstrip() for line in lines]

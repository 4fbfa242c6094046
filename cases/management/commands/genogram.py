"""`manage.py genogram FAMILY.json --out drawing.svg`: draw a family's genogram or ecomap, without a database."""

import sys
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from cases.rules.genogram.days import told_on
from cases.rules.genogram.drawing import draw
from cases.rules.genogram.ecomap import NoSuchHome, ecomap
from cases.rules.genogram.family import Family
from cases.rules.genogram.reading import Unreadable, read
from cases.rules.genogram.sharing import shared_with_family

CANNOT_DRAW = 2  # exit status


class Command(BaseCommand):
    """Draw what a `genogram/1` file says as SVG."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("family", metavar="FAMILY.json", help="a file of the schema genogram/1")
        parser.add_argument("--out", required=True, metavar="DRAWING.svg", help="where the drawing is written")
        parser.add_argument("--on", metavar="DATE", help="draw the family as it was on this day, such as 2014-05-01")
        parser.add_argument(
            "--family-version", action="store_true",
            help="leave out what is not for the family's eyes: marks, losses, affairs, whatever is private",
        )  # fmt: skip
        parser.add_argument(
            "--ecomap", metavar="HOUSEHOLD", help="draw the agencies around this household instead (its id)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            family = _facts(options["family"], options["on"], options["family_version"])
            svg = ecomap(family, options["ecomap"]).svg if options["ecomap"] else draw(family).svg
            Path(options["out"]).write_text(svg + "\n", encoding="utf-8")
        except (Unreadable, NoSuchHome) as error:
            self._refuse(str(error))
        except OSError as error:
            self._refuse(f"{error.filename}: {error.strerror}.")

    def _refuse(self, why: str) -> None:
        self.stderr.write(why)
        sys.exit(CANNOT_DRAW)


def _facts(file: str, on: str | None, is_for_family: bool) -> Family:
    try:
        family = read(Path(file).read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise Unreadable("This is not a text file.") from error
    if on:
        family = told_on(family, _day(on))
    if not family.persons:
        raise Unreadable(f"Nobody of this family was there on {on}.")
    return shared_with_family(family) if is_for_family else family


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Unreadable(f'"{text[:40]}" is no day; write it as 2014-05-01.') from error

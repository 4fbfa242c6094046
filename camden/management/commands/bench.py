"""`manage.py bench`: how long pages take, beside what they could take at best."""

import argparse
import gc
import json
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from camden.management.benching.database import NotAllowed, fill, own_database
from camden.management.benching.measure import Service, WrongAnswer, measure
from camden.management.benching.night import measure_night, night_in_words
from camden.management.benching.pages import PAGES
from camden.management.benching.report import circumstances, table
from camden.management.benching.search import measure_search, search_in_words

PARTS = list(dict.fromkeys(page.part for page in PAGES))


class Command(BaseCommand):
    """Measure pages on an invented service, in a database of its own that is dropped afterwards."""

    help = __doc__

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--children", type=_count, default=2500, help="how many children the service knows")
        parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure there too")
        parser.add_argument("--pages", type=_parts, default=PARTS, help=f"which pages: {','.join(PARTS)}")
        parser.add_argument("--requests", type=_count, default=60, help="how often each page is asked for")
        parser.add_argument("--warm-ups", type=_count, default=10, help="how often before that, unmeasured")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.DEBUG:
            raise CommandError("Pages are slower with CAMDEN_DEBUG: nobody works with them. Take it away first.")
        try:
            figures = self._measure(options)
        except (NotAllowed, WrongAnswer) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(table(figures["pages"]))
        self.stdout.write(night_in_words(figures["night"]))
        self.stdout.write(search_in_words(figures["search"]))
        if options["json"]:
            options["json"].write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")

    def _measure(self, options: dict[str, Any]) -> dict[str, Any]:
        """The database is made, migrated, filled, asked and dropped."""
        today, began = timezone.localdate(), time.perf_counter()
        with own_database(self.stderr.write) as database:
            self.stderr.write(f"Inventing a service with {options['children']:,} children …")
            fill(database, children=options["children"], today=today)
            set_up = time.perf_counter() - began
            known = circumstances(database, children=options["children"], today=today)
            self.stderr.write(f"… {known['database_bytes'] // 1_000_000:,} MB, in {set_up:,.0f} s. Measuring …")
            gc.collect()
            night = measure_night(database)
            service = Service(database, today)
            searched = measure_search(service, requests=options["requests"])
            timed = measure(
                service,
                [page for page in PAGES if page.part in options["pages"]],
                requests=options["requests"],
                warm_ups=options["warm_ups"],
            )
        return {
            **known,
            "requests": options["requests"],
            "warm_ups": options["warm_ups"],
            "set_up_ms": round(set_up * 1000),
            "night": night,
            "search": searched,
            "pages": [each.figures() for each in timed],
        }


def _count(text: str) -> int:
    if not text.isdecimal() or not 2 <= int(text) <= 10_000_000:
        raise argparse.ArgumentTypeError("a whole number, from 2 up to ten million")
    return int(text)


def _parts(text: str) -> list[str]:
    parts = text.split(",")
    if unknown := [part for part in parts if part not in PARTS]:
        raise argparse.ArgumentTypeError(f"there is no page {', '.join(unknown)}; there are {', '.join(PARTS)}")
    return parts

"""Times the night: every clock of the invented service derived again, as the worker’s role does it at 05:30."""

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from camden.management.benching.database import BenchDatabase
from camden.models import User
from cases.operations.clocks import keep_all_clocks

WORKER = "camden_worker"


def measure_night(database: BenchDatabase) -> dict[str, Any]:
    """First all clocks are made, then a quiet night finds nothing to write. Seconds, rows and megabytes.

    Two seconds of one night are compared best with how busy its machine was: `quiet_cpu_s` is Python's own share.
    """
    ((facts,),) = database.rows("select count(*) from cases_happening")
    with _as_worker(database) as system:
        made, first, _ = _night(system)
        before = _memory()
        written, quiet, spent = _night(system)
        grown = _memory() - before
    ((clocks,),) = database.rows("select count(*) from cases_clock")
    return {
        "facts": facts,
        "clocks": clocks,
        "made": made,
        "first_s": round(first, 2),
        "quiet_written": written,
        "quiet_s": round(quiet, 2),
        "quiet_cpu_s": round(spent, 2),
        "grown_mb": round(grown, 1),
    }


def night_in_words(figures: dict[str, Any]) -> str:
    """The figures in two lines."""
    return (
        f"A night: {figures['clocks']:,} clocks from {figures['facts']:,} facts derived again in"
        f" {figures['quiet_s']:,.1f} s ({figures['quiet_cpu_s']:,.1f} s of them Python),"
        f" {figures['quiet_written']} rows written, {figures['grown_mb']:,.1f} MB more memory."
        f"\nMade from nothing: {figures['first_s']:,.1f} s."
    )


def _night(system: User) -> tuple[int, float, float]:
    began, spent = time.perf_counter(), time.process_time()
    written = keep_all_clocks(by=system)
    return written, time.perf_counter() - began, time.process_time() - spent


def _memory() -> float:
    """The most this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextmanager
def _as_worker(database: BenchDatabase) -> Iterator[User]:
    """The system's account, and a connection held as Celery's is."""
    with database.as_default(database.free):
        system = User.objects.create(email="night@bench.invalid", name="Night", is_system=True)
        with database.free.cursor() as cursor:
            cursor.execute("select rolsuper from pg_roles where rolname = current_user")
            if cursor.fetchone()[0]:
                cursor.execute(f"set session authorization {WORKER}")
            try:
                yield system
            finally:
                cursor.execute("reset session authorization")

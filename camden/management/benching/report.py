"""The figures, for people and for other programs."""

import os
import platform
from datetime import date
from typing import Any

import django

from camden.management.benching.database import BenchDatabase

TOLD = ("shared_buffers", "work_mem", "fsync", "synchronous_commit", "jit", "io_method")
COLUMNS = [
    ("page", "page"),
    ("who", "who"),
    ("page_ms", "page ms"),
    ("floor_ms", "floor ms"),
    ("empty_ms", "empty ms"),
    ("ratio", "ratio"),
    ("queries", "queries"),
    ("sql_ms", "SQL ms"),
    ("wall_ms", "second wall ms"),
    ("html_bytes", "bytes"),
]


def circumstances(database: BenchDatabase, *, children: int, today: date) -> dict[str, Any]:
    """What the figures depend on: the machine, the versions, the database's settings, how much there is of what."""
    asked = database.rows("select name, current_setting(name) from pg_settings where name = any(%s)", [list(TOLD)])
    ((size, version),) = database.rows("select pg_database_size(current_database()), current_setting('server_version')")
    rows = database.rows(
        "select relname, reltuples::bigint from pg_class where relkind = 'r' and starts_with(relname, 'cases_')"
        " and reltuples > 0 order by 1"
    )
    return {
        "children": children,
        "today": today.isoformat(),
        "cores": os.cpu_count(),
        "machine": platform.machine(),
        "system": _system(),
        "python": platform.python_version(),
        "django": django.get_version(),
        "postgresql": version,
        "database_bytes": size,
        "database_settings": dict(asked),
        "rows": dict(rows),
    }


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.system()


def table(figures: list[dict[str, Any]]) -> str:
    """The figures as plain text, words to the left and numbers to the right."""
    cells = [[title for _, title in COLUMNS], *([_cell(line[key]) for key, _ in COLUMNS] for line in figures)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(COLUMNS))]
    return "\n".join(_row(row, widths) for row in cells)


def _row(cells: list[str], widths: list[int]) -> str:
    sides = [str.ljust if place < 2 else str.rjust for place in range(len(cells))]
    return "  ".join(side(cell, width) for side, cell, width in zip(sides, cells, widths, strict=True)).rstrip()


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:,.2f}"
    return f"{value:,}" if isinstance(value, int) else str(value)

"""The working days, written down for the database, so that SQL counts as Python does."""

from typing import Any

from django.db import connections, transaction

from camden.operations.rulebook import calendar
from camden.rules.workdays import FIRST, LAST


def keep_workdays(using: str = "default", **signal: Any) -> int:
    """Number every day anew; how many changed. After each migrate, and by whoever adds or removes a day off.

    Raises django.db.ProgrammingError for anybody who neither owns the tables nor keeps settings.
    """
    known = calendar(using)
    working = ["0"] * (LAST.toordinal() - FIRST.toordinal() + 1)
    for day in known.days(FIRST, LAST):
        working[day.toordinal() - FIRST.toordinal()] = "1"
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("select number_workdays(%s, %s)", [FIRST, "".join(working)])
        return int(cursor.fetchone()[0])

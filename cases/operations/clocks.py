"""Keeping clocks: what is due for each child, from the facts of their record and the timescales in force."""

from cases.models import Case


def keep_clocks(*, case: Case) -> None:
    """Derive every clock of a record's children again. Called by each operation that writes a dated fact."""

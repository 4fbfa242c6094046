"""A file somebody asked for, as its page shows it."""

from dataclasses import dataclass
from datetime import UTC

from camden.rules.moments import clock, day_here
from camden.rules.names import day_in_words
from cases.models import Export

_TITLES = {
    "chronology": "Chronology as a file",
    "writing": "The family’s version as a file",
    "plan": "The plan as a file",
    "given": "A given copy as a file",
}


@dataclass(frozen=True)
class ExportReading:
    """`state` is "making", "ready" or "failed"; `size` in words. `writing` or `given` is the key of what it is of."""

    pk: int
    title: str
    writing: int | None
    given: int | None
    is_plan: bool
    state: str
    layout: str
    asked: str
    size: str


def read_export(export: Export) -> ExportReading:
    """In words."""
    return ExportReading(
        pk=export.pk,
        title=_TITLES[export.what],
        writing=export.asked.get("writing"),
        given=export.asked.get("release"),
        is_plan=export.what == "plan",
        state="ready" if export.ready_at else "failed" if export.failed_at else "making",
        layout={"word": "Word", "pdf": "PDF"}[export.layout],
        asked=f"{day_in_words(day_here(export.asked_at))} at {clock(export.asked_at)}",
        size=f"{max(1, round(export.size / 1000))} kB" if export.size else "",
    )


def file_name(export: Export) -> str:
    """What the file is called on somebody's own machine: nothing of the family."""
    ending = {"word": "docx", "pdf": "pdf"}[export.layout]
    return f"{export.what}-{export.asked_at.astimezone(UTC):%Y%m%d}-{export.pk}.{ending}"

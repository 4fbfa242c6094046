"""What the family answered to an assessment, as its manager and its writer read it: as large as what we wrote."""

from dataclasses import dataclass

from cases.models import Assessment
from cases.readings.sharing import SharingLine, newest_parts, sharings_of
from cases.readings.views_shared import Views, views_of


@dataclass(frozen=True)
class FamilysAnswer:
    """`writing` is the key of the paper. `newer` names sections written after the last time anybody read it."""

    writing: int
    views: Views
    lines: tuple[SharingLine, ...]
    newer: tuple[str, ...]


def familys_answer(assessment: Assessment) -> FamilysAnswer | None:
    """None for an assessment whose text is elsewhere. At most five queries."""
    writing = getattr(assessment, "writing", None)
    if writing is None:
        return None
    lines = tuple(sharings_of(writing))
    had = max((line.iso for line in lines if line.is_reached), default="")
    newest = newest_parts(writing) if had else []
    newer = tuple(title for day, title in newest if day.isoformat() > had)
    return FamilysAnswer(writing.pk, views_of(writing), lines, newer)

"""The ecomap of a home to be read by the family, printed and kept: the same drawing as on its page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cases.models import Household
from cases.readings.ecomap import EcomapPage, ecomap_of
from cases.readings.snapshots import Shown, as_shown
from cases.rules.audience import Audience
from cases.rules.genogram.family import Family


def ecomap_shown(
    household: Household, audience: Audience, *, on: date, view: str = "", professionals: bool = False
) -> Shown | None:
    """What is around a home on a day, for an audience; None where nobody lives there of whom it may know.

    `view` and `professionals` as for `ecomap_of`.
    """
    page = ecomap_of(household.case, household, on=on, audience=audience, view=view, professionals=professionals)
    return as_a_paper(page)


def ecomap_asked(said: Mapping[str, str]) -> dict[str, Any]:
    """Whose view, and whether with professionals, as an address says: `?view=m12&workers=1`."""
    return {"professionals": bool(said.get("workers")), "view": said.get("view", "")[:20]}


def as_a_paper(page: EcomapPage) -> Shown | None:
    """The picture of such a page and its table; None where nobody lives there."""
    made = page.picture
    if made is None:
        return None
    size = (made.width, made.height)
    return as_shown(f"{page.title} on {page.day}", made.svg, (), made.rows, Family(page.on, ()), (), size)

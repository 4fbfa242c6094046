"""The ecomap of a home to be read by the family, printed and kept: the same drawing as on its page."""

from datetime import date

from cases.models import Household
from cases.readings.ecomap import ecomap_of
from cases.readings.snapshots import Shown, as_shown
from cases.rules.audience import Audience
from cases.rules.genogram.family import Family


def ecomap_shown(household: Household, audience: Audience, *, on: date) -> Shown | None:
    """What is around a home on a day, for an audience; None where nobody lives there of whom it may know."""
    page = ecomap_of(household.case, household, on=on, audience=audience)
    made = page.picture
    if made is None:
        return None
    size = (made.width, made.height)
    return as_shown(f"Around {page.home} on {page.day}", made.svg, (), made.rows, Family(on, ()), (), size)

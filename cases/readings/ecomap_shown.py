"""The ecomap of a home to be read by the family, printed and kept."""

from datetime import date

from camden.rules.names import day_in_words
from cases.models import Household
from cases.readings.genogram_facts import SOME_HOME, facts_of
from cases.readings.snapshots import Shown, as_shown
from cases.rules.audience import Audience
from cases.rules.genogram.ecomap import NoSuchHome, ecomap
from cases.rules.genogram.family import Family


def ecomap_shown(household: Household, audience: Audience, *, on: date) -> Shown | None:
    """What is around a home on a day, for an audience; None where nobody lives there of whom it may know. One query."""
    family = facts_of(household.case, on, audience)
    try:
        made = ecomap(family, f"h{household.pk}")
    except NoSuchHome:
        return None
    home = household.name if audience.is_staff or household.is_safe_to_share else SOME_HOME
    size = (made.width, made.height)
    return as_shown(f"Around {home} on {day_in_words(on)}", made.svg, (), made.rows, Family(on, ()), (), size)

"""What keeps people safe at the demo's conference: an order that stands, a condition of bail that is over."""

from datetime import timedelta
from typing import Any

from conferences.models import FamilyConference
from conferences.operations.safety import add_safety_fact, end_safety_fact


def keep_safe(world: Any) -> None:
    """Facts of the Rahmans' conference, said by whoever referred it. Nobody had to agree to them."""
    if "Rahman–Khatun" not in world.families:
        return
    case = world.families["Rahman–Khatun"].case
    conference = FamilyConference.objects.select_related("referred_by").filter(case=case).order_by("pk").first()
    if conference is None:
        return
    by, on = conference.referred_by, conference.referred_on
    add_safety_fact(
        conference=conference,
        kind="order",
        about="Jamal, towards Shirin and the children",
        words="A non-molestation order. He may not come to the flat or to school, nor send anybody.",
        ends_on=on + timedelta(days=180),
        by=by,
        on=on,
    )
    bail = add_safety_fact(
        conference=conference,
        kind="bail",
        about="Jamal",
        words="To sleep at his brother’s, and to sign in each evening.",
        by=by,
        on=on,
    )
    end_safety_fact(fact=bail, by=by, ended_on=on + timedelta(days=6), on=on + timedelta(days=6))

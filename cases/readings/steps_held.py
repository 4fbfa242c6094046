"""How steps down of the teams somebody leads have held, as far as they may read the records."""

from datetime import date

from camden.access import Permission
from camden.models import User
from cases.measures import StepsDown, steps_down
from cases.models import Case


def steps_held(user: User, on: date, months: int) -> StepsDown:
    """Steps down `months` before `on` and since, in the teams this person leads."""
    teams = user.team_ids_for(Permission.TEAM_READ)
    return steps_down(cases=Case.objects.visible_to(user), team_ids=teams, months=months, on=on)

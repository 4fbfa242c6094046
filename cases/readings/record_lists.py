"""On whose list a record may be opened, and to whose list it may go."""

from camden.models import Team, User
from cases.models import Case

FRONT_DOOR = "FRONT-DOOR"  # the code of the team that takes contacts, where a council has one


def teams_for_new_families(user: User) -> list[Team]:
    """Teams on whose list this person may open a record: the front door first, then by name.

    Their own teams; for somebody who answers for a whole service, those beneath it. Two queries.
    """
    reach = Team.objects.filter(pk__in=user.member_team_ids).exclude(kind=Team.Kind.SERVICE)
    own = set(user.memberships.filter(ended_on=None).values_list("team", flat=True))
    teams = list(reach)
    near = [team for team in teams if team.pk in own] or teams
    return sorted(near, key=lambda team: (team.code != FRONT_DOOR, team.name))


def teams_to_pass_on_to(case: Case) -> list[Team]:
    """Teams and pods of the same service that have not got the record, by name. Two queries."""
    service = sorted({path[0] for path in Team.objects.filter(pk__in=case.team_ids).values_list("path", flat=True)})
    found = Team.objects.filter(path__overlap=service).exclude(kind=Team.Kind.SERVICE).exclude(pk__in=case.team_ids)
    return list(found.order_by("name"))

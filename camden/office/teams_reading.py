"""The tree of teams: services, their teams, their pods."""

from dataclasses import dataclass

from django.db.models import Count, Q

from camden.models import Team


@dataclass(frozen=True)
class TeamLine:
    """One team in the tree. `depth` is 0 at the top; `people` counts who belongs to the team itself."""

    pk: int
    name: str
    kind: str
    depth: int
    people: int
    may_hold_more: bool


def team_tree() -> list[TeamLine]:
    """Every team, each beneath its parent, brothers and sisters by name. One query."""
    present = Q(memberships__ended_on=None, memberships__user__is_active=True)
    counted = Team.objects.annotate(people=Count("memberships__user", filter=present, distinct=True))
    return [
        TeamLine(
            team.pk, team.name, team.get_kind_display(), len(team.path) - 1, team.people, team.kind != Team.Kind.POD
        )
        for team in in_order(list(counted))
    ]


def in_order(teams: list[Team]) -> list[Team]:
    """Teams as a tree is read aloud: each one, then those beneath it, by name."""
    names = {team.pk: team.name.casefold() for team in teams}
    return sorted(teams, key=lambda team: [(names.get(pk, ""), pk) for pk in team.path])


def team_choices(teams: list[Team]) -> list[tuple[str, str]]:
    """Teams for a list to choose from: those beneath another are set in, so that the tree can be seen."""
    return [(str(team.pk), "\u2003" * (len(team.path) - 1) + team.name) for team in in_order(teams)]

"""Who could hold a child, and who could work beside whoever does."""

from django.db.models import Q, QuerySet

from camden.access import Permission, Role, Scope
from camden.models import Membership, Team, User
from cases.measures import HOLDERS

_RECORDS = tuple(role for role in Role if Permission.CASE_RECORD in role.says.permissions)
_OF_NO_TEAM = tuple(role for role in _RECORDS if role.says.scope == Scope.OWN)


def may_lead(user: User) -> list[Membership]:
    """Present memberships, in the teams this person reaches, of people whose role holds children. By name."""
    found = _present().filter(team__in=user.scope_team_ids, role__in=HOLDERS)
    return list(found.select_related("user", "team").order_by("user__name", "pk"))


def may_work_beside(user: User) -> list[Membership]:
    """Present memberships of people who record visits, in the teams this person reaches and those above. By name.

    Personal advisers, reviewing officers and chairs from anywhere in the service too: they belong to no team's
    families, and only an involvement opens a record to them.
    """
    paths = list(Team.objects.filter(pk__in=user.scope_team_ids).values_list("path", flat=True))
    above = {team for path in paths for team in path}
    service = sorted({path[0] for path in paths})
    near = Q(team__in=above, role__in=_RECORDS)
    found = _present().filter(near | Q(team__path__overlap=service, role__in=_OF_NO_TEAM))
    return list(found.select_related("user", "team").order_by("user__name", "pk"))


def present_recorders() -> QuerySet[Membership]:
    """Present memberships of people who record visits, anywhere."""
    return _present().filter(role__in=_RECORDS)


def _present() -> QuerySet[Membership]:
    return Membership.objects.filter(ended_on=None, user__is_active=True)

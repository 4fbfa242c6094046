"""Who could hold a child."""

from camden.access import Role
from camden.models import Membership, User

HOLDERS = (
    Role.SOCIAL_WORKER,
    Role.EARLY_CAREER_WORKER,
    Role.FAMILY_HELP_PRACTITIONER,
    Role.SENIOR_PRACTITIONER,
)


def may_lead(user: User) -> list[Membership]:
    """Present memberships, in the teams this person reaches, of people whose role holds children. By name."""
    found = Membership.objects.filter(
        team__in=user.scope_team_ids, role__in=HOLDERS, ended_on=None, user__is_active=True
    )
    return list(found.select_related("user", "team").order_by("user__name", "pk"))

"""Who decides, chairs and is told about a record: people, with nothing of the family."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q

from camden.access import Permission, Role, may
from camden.models import Membership, Team, User
from cases.access import OPENS_THE_CASE
from cases.models import Case, Exclusion, Involvement, Member

_WORK_WITH = (Involvement.Role.LEAD, Involvement.Role.CO_WORKER, Involvement.Role.LEAD_CHILD_PROTECTION)
_DECIDE = tuple(role for role in Role if Permission.CASE_AUTHORISE in role.says.permissions)
_CHAIR = tuple(role for role in Role if Permission.PROTECTION_CHAIR in role.says.permissions)


def managers_of(case: Case, *, besides: User | None = None) -> list[User]:
    """Who may authorise steps for this record and sees it: managers above its teams, by name. Two queries.

    Of a restricted record, only those who are involved. `besides` may decide too and belongs on the list.
    """
    found = _memberships(case).filter(team__in=_above(case.team_ids), role__in=_DECIDE)
    if case.is_restricted:
        found = found.filter(user__in=_involved(case).values("worker"))
    people = {membership.user_id: membership.user for membership in found.select_related("user")}
    if besides is not None and may(besides, Permission.CASE_AUTHORISE):
        people[besides.pk] = besides
    return sorted(people.values(), key=lambda user: (user.name, user.pk))


def chairs_for(case: Case) -> list[Membership]:
    """Who may chair a conference about this family: independent of its line management (REFERENCE 1.5). By name."""
    above = _above(case.team_ids)
    in_line = Membership.objects.filter(ended_on=None, team__in=above, role__in=_line()).values("user")
    working = _involved(case).filter(role__in=_WORK_WITH).values("worker")
    found = _memberships(case).filter(role__in=_CHAIR).exclude(Q(user__in=in_line) | Q(user__in=working))
    return list(found.select_related("user", "team").order_by("user__name", "pk"))


def whom_to_tell(case: Case, children: Sequence[Member], *, but: User) -> list[int]:
    """Keys of the lead and co-workers of these children and of their team manager, without `but`, who knows it."""
    works = _involved(case).filter(child__in=children, role__in=_WORK_WITH)
    told, teams = set[int](), set[int]()
    for worker, team, role in works.values_list("worker", "team", "role"):
        told.add(worker)
        if role == Involvement.Role.LEAD:
            teams.add(team)
    if not case.is_restricted:
        managers = _memberships(case).filter(team__in=_above(teams or case.team_ids), role=Role.TEAM_MANAGER)
        told.update(managers.values_list("user", flat=True))
    return sorted(told - {but.pk})


def _memberships(case: Case) -> Any:
    """Present memberships of people who are here and are not kept out of the record."""
    kept_out = Exclusion.objects.filter(case=case, lifted_on=None).values("worker")
    return Membership.objects.filter(ended_on=None, user__is_active=True).exclude(user__in=kept_out)


def _involved(case: Case) -> Any:
    return Involvement.objects.filter(case=case, ended_on=None, scope__in=OPENS_THE_CASE, worker__is_active=True)


def _above(teams: Iterable[int]) -> set[int]:
    """These teams and all above them."""
    paths = Team.objects.filter(pk__in=list(teams)).values_list("path", flat=True)
    return {team for path in paths for team in path}


def _line() -> tuple[Role, ...]:
    """Roles that lead the work with families: pods, teams, the service."""
    return (Role.SENIOR_PRACTITIONER, *_DECIDE)

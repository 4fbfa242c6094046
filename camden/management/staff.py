"""Writes the people of an invented service: many at once, all with one known password."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from camden.access import Role
from camden.models import Employment, Membership, Team, User
from camden.operations.people import open_team

PASSWORD = "demo-otter-kettle-7"  # noqa: S105  printed on the first page of an invented service, and nowhere else

Grade, Body, Programme = Employment.Grade, Employment.Body, Employment.Programme

# What a role is employed as, and with whom it registers. A clinician's body is their own; others have none.
_EMPLOYED = {
    Role.SOCIAL_WORKER: (Grade.SOCIAL_WORKER, Body.SOCIAL_WORK_ENGLAND),
    Role.EARLY_CAREER_WORKER: (Grade.SOCIAL_WORKER, Body.SOCIAL_WORK_ENGLAND),
    Role.LEAD_CHILD_PROTECTION: (Grade.SOCIAL_WORKER, Body.SOCIAL_WORK_ENGLAND),
    Role.SENIOR_PRACTITIONER: (Grade.SENIOR_PRACTITIONER, Body.SOCIAL_WORK_ENGLAND),
    Role.TEAM_MANAGER: (Grade.MANAGER, Body.SOCIAL_WORK_ENGLAND),
    Role.SERVICE_MANAGER: (Grade.MANAGER, Body.SOCIAL_WORK_ENGLAND),
    Role.REVIEWING_OFFICER: (Grade.OTHER, Body.SOCIAL_WORK_ENGLAND),
    Role.PRINCIPAL_SOCIAL_WORKER: (Grade.OTHER, Body.SOCIAL_WORK_ENGLAND),
    Role.PRACTICE_EDUCATOR: (Grade.OTHER, Body.SOCIAL_WORK_ENGLAND),
    Role.FAMILY_HELP_PRACTITIONER: (Grade.FAMILY_HELP, Body.NONE),
    Role.PERSONAL_ADVISER: (Grade.PERSONAL_ADVISER, Body.NONE),
    Role.CLINICIAN: (Grade.CLINICIAN, Body.HCPC),
}


@dataclass(frozen=True)
class Post:
    """Somebody and their work here. `since` is days ago, as is `asye_since`, when their first year began; in `leaves`
    days they will leave, as everybody knows."""

    name: str
    role: Role
    team: str
    since: int = 400
    fte: int = 1000
    is_agency: bool = False
    asye_since: int | None = None
    body: str | None = None
    grade: str | None = None
    email: str = ""
    leaves: int | None = None

    @property
    def address(self) -> str:
        """Where they sign in: the given name, unless another address is given."""
        return self.email or f"{self.name.split()[0].lower()}@example.org"


def make_teams(tree: Sequence[tuple[str, str, Team.Kind, str]]) -> dict[str, Team]:
    """Teams by code, from (code, name, kind, code of the one above), the top first."""
    teams: dict[str, Team] = {}
    for code, name, kind, above in tree:
        teams[code] = open_team(code=code, name=name, kind=kind, parent=teams.get(above))
    return teams


def hire(posts: Sequence[Post], teams: dict[str, Team], on: date) -> dict[str, User]:
    """Write accounts, memberships and employments. The people by name, who must all be called differently.

    The password is made once for everybody: it is no secret, and making one takes a third of a second.
    """
    password = make_password(PASSWORD)
    users = [User(name=post.name, email=post.address, password=password) for post in posts]
    User.objects.bulk_create(users)
    Membership.objects.bulk_create(
        Membership(
            user=user,
            team=teams[post.team],
            role=post.role,
            scope=post.role.says.scope,
            started_on=on - timedelta(days=post.since),
        )
        for user, post in zip(users, posts, strict=True)
    )
    Employment.objects.bulk_create(
        _employment(user, post, number, on) for number, (user, post) in enumerate(zip(users, posts, strict=True), 1)
    )
    return {user.name: user for user in users}


def farewell(users: Sequence[tuple[User, int]], on: date) -> None:
    """These people left so many days ago: they sign in no more, and what they did stays."""
    for user, days in users:
        left_on = on - timedelta(days=days)
        for held in (Membership, Employment):
            held.objects.filter(user=user, ended_on=None).update(ended_on=left_on)  # type: ignore[attr-defined]
    User.objects.filter(pk__in=[user.pk for user, _ in users]).update(is_active=False)


def _employment(user: User, post: Post, number: int, on: date) -> Employment:
    grade, body = _EMPLOYED.get(post.role, (Grade.OTHER, Body.NONE))
    body = body if post.body is None else post.body
    prefix = {"swe": "SW", "hcpc": "PYL", "ukcp": "UK"}.get(body, "")
    asye = post.asye_since is not None
    return Employment(
        user=user,
        started_on=on - timedelta(days=post.since),
        ended_on=None if post.leaves is None else on + timedelta(days=post.leaves),
        grade=post.grade or grade,
        fte_permille=post.fte,
        is_agency=post.is_agency,
        programme=Programme.ASYE if asye else Programme.NONE,
        programme_started_on=on - timedelta(days=post.asye_since) if post.asye_since is not None else None,
        registered_with=body,
        registration_number=f"{prefix}{900000 + number}" if prefix else "",
    )

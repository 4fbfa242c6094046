"""What colleagues have begun to write about a family, for those who manage: that it exists, and no word of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from camden.access import Role
from camden.models import User
from cases.models import Case

MANAGE = {Role.SENIOR_PRACTITIONER, Role.TEAM_MANAGER, Role.SERVICE_MANAGER}
"""Roles that see it; the function in `wall.sql` says the same, and asks whether the role reaches the family."""


@dataclass(frozen=True)
class Begun:
    """“Ade Fashola has begun to write up a visit”, and when they last typed."""

    author: str
    what: str
    saved_at: datetime


def begun(case: Case, user: User) -> list[Begun]:
    """Drafts of others about this family, the latest first. No query for those who do not manage."""
    if not MANAGE & set(user.roles):
        return []
    with connection.cursor() as cursor:
        cursor.execute("select author, what, saved_at from drafts_of_case(%s)", [case.pk])
        return [Begun(*row) for row in cursor.fetchall()]

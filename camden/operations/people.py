"""Verbs about people of the service."""

from datetime import date

from django.db import transaction

from camden.access import Role
from camden.models import Membership, Team, User


@transaction.atomic
def open_team(*, code: str, name: str, kind: Team.Kind, parent: Team | None = None) -> Team:
    """A new service, team or pod, beneath `parent` in the tree."""
    team = Team.objects.create(code=code, name=name, kind=kind, parent=parent)
    team.path = [*(parent.path if parent else []), team.pk]
    team.save(update_fields=["path"])
    return team


@transaction.atomic
def welcome(*, name: str, email: str, password: str | None = None, is_system: bool = False) -> User:
    """A new person. Without a password they set one by "Forgotten your password?"; a system's job never signs in."""
    user = User(name=name, email=User.objects.normalize_email(email), is_system=is_system)
    user.set_password(password)  # None makes one that no input matches
    user.save()
    return user


@transaction.atomic
def join_team(*, user: User, team: Team, role: Role, on: date) -> Membership:
    """A person takes up a role in a team. How far it reaches follows from the role, once, here."""
    return Membership.objects.create(user=user, team=team, role=role, scope=role.says.scope, started_on=on)


@transaction.atomic
def leave_team(*, membership: Membership, on: date) -> Membership:
    """A person gives up a role in a team: what it opened closes at once."""
    membership.ended_on = on
    membership.save(update_fields=["ended_on"])
    return membership


JOBS = ("Jobs of the service", "jobs@localhost")


class NoPrincipal(Exception):
    """Jobs of the system have nobody to act as: `manage.py prepare` was never run."""


def jobs() -> User:
    """Whom jobs of the system act as: their own account, else the first of the system. Raises NoPrincipal."""
    found = User.objects.filter(is_system=True, is_active=True)
    account = found.filter(email=JOBS[1]).first() or found.order_by("pk").first()
    if account is None:
        raise NoPrincipal("Run `manage.py prepare` first: it makes the account that jobs act as.")
    return account


@transaction.atomic
def welcome_jobs() -> User:
    """The account that jobs of the system act as, made when it is not there yet. Runs as owner."""
    name, email = JOBS
    return User.objects.filter(email=email).first() or welcome(name=name, email=email, is_system=True)


@transaction.atomic
def change_password(*, user: User, password: str) -> None:
    """A person chose a new password. Nothing else is written: the web's role may write no other part of a person."""
    user.set_password(password)
    user.save(update_fields=["password"])

"""Verbs about people of the service. Written by functions of the database, which ask who does it.

The owner's commands may do all of it. Otherwise the principal looks after settings (`Permission.STAFF_KEEP`), and
does nothing here about themselves but put their name right. Each raises NotDone, or Overtaken.
"""

import json
from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from camden.access import Role
from camden.models import Employment, Membership, Team, User
from camden.operations.refusals import call

# What the functions of wall_people.sql refuse with: the sentence, and the answer it is about.
_SENTENCES = {
    "only an administrator keeps settings": ("Only a system administrator can do this.", ""),
    "nobody keeps their own roles": (
        "Nobody changes their own roles, employment or account. Ask another administrator.",
        "",
    ),
    "no such person": ("There is nobody here any more whom this is about.", ""),
    "no such team": ("This team is not there any more.", "parent"),
    "a team stands beneath a larger one": (
        "A team stands beneath a service, and a pod beneath a team or a service. Choose another place.",
        "parent",
    ),
    "one_team_for_each_code": ("Another team has this short name already. Choose a different one.", "code"),
    "one_person_for_each_email": ("Somebody here has this e-mail address already.", "email"),
    "the address is in use": (
        "This person signs in with their address, so it cannot be changed here. The name can.",
        "email",
    ),
    "nobody can be given this role": ("Nobody can be given this role yet.", "role"),
    "a role begins when it is given": ("A role opens records at once: enter today or an earlier day.", "started_on"),
    "one_open_membership_for_each_role_in_a_team": ("This person has this role in this team already.", "role"),
    "membership_ends_after_it_starts": ("Enter a day on or after the day the role began.", "ended_on"),
    "employment_ends_after_it_starts": ("Enter a day on or after the day the present employment began.", "started_on"),
}


@transaction.atomic
def open_team(*, code: str, name: str, kind: Team.Kind, parent: Team | None = None) -> Team:
    """A new service, team or pod, beneath `parent` in the tree."""
    above = parent.pk if parent else None
    return Team.objects.get(pk=_ask("select open_team(%s, %s, %s, %s)", code, name, kind, above))


@transaction.atomic
def rename_team(*, team: Team, name: str, version: int | None = None) -> None:
    """A team is called something else. `version` is the one the person saw; Overtaken when it is another by now."""
    _ask("select rename_team(%s, %s, %s)", team.pk, name, version)


@transaction.atomic
def welcome(*, name: str, email: str, password: str | None = None, is_system: bool = False) -> User:
    """A new person. Without a password they set one by "Forgotten your password?"; a system's job never signs in.

    Only a command may give a password or make a job of the system.
    """
    kept = make_password(password)  # None makes one that no input matches
    values = (name, _address(email), kept, is_system)
    return User.objects.get(pk=_ask("select welcome_person(%s, %s, %s, %s)", *values))


@transaction.atomic
def rename_person(*, user: User, name: str, email: str, was: tuple[str, str] | None = None) -> None:
    """A person's name is put right, or, before they first signed in, their address. `was` is what was seen: both."""
    values = (user.pk, name, _address(email), *(was or (None, None)))
    _ask("select rename_person(%s, %s, %s, %s, %s)", *values)


@transaction.atomic
def close_account(*, user: User) -> None:
    """A person has left: they are out at once, and off the duty rota. Their roles and what they wrote stay."""
    _ask("select let_person_in(%s, false)", user.pk)


@transaction.atomic
def open_account(*, user: User) -> None:
    """A person is back: they sign in as before, with the roles that did not end meanwhile."""
    _ask("select let_person_in(%s, true)", user.pk)


@transaction.atomic
def join_team(*, user: User, team: Team, role: Role, on: date) -> Membership:
    """A person takes up a role in a team. How far it reaches follows from the role, once, here."""
    values = (user.pk, team.pk, role, role.says.scope, on)
    return Membership.objects.get(pk=_ask("select join_team(%s, %s, %s, %s, %s)", *values))


@transaction.atomic
def leave_team(*, membership: Membership, on: date) -> Membership:
    """A person gives up a role in a team: what it opened closes at once, and so does any duty it was needed for."""
    _ask("select leave_team(%s, %s)", membership.pk, on)
    membership.refresh_from_db()
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
def employ(
    *,
    user: User,
    on: date,
    grade: Employment.Grade | str,
    was: Employment | None = None,
    fte_permille: int = 1000,
    is_agency: bool = False,
    programme: str = "",
    programme_started_on: date | None = None,
    registered_with: str = "",
    registration_number: str = "",
) -> Employment:
    """How a person is employed from that day. `was` is the present employment, which ends that day; none for a first.

    `fte_permille` is 1000 for full time. Raises Overtaken when another than `was` is the present one by now.
    """
    facts = {
        "grade": grade,
        "fte_permille": fte_permille,
        "is_agency": is_agency,
        "programme": programme,
        "programme_started_on": programme_started_on.isoformat() if programme_started_on else None,
        "registered_with": registered_with,
        "registration_number": registration_number,
    }
    values = (user.pk, was.pk if was else None, on, json.dumps(facts))
    return Employment.objects.get(pk=_ask("select employ_person(%s, %s, %s, %s)", *values))


@transaction.atomic
def end_employment(*, employment: Employment, on: date) -> None:
    """A person's contract ends that day."""
    _ask("select end_employment(%s, %s, %s)", employment.user_id, employment.pk, on)


@transaction.atomic
def change_password(*, user: User, password: str) -> None:
    """A person chose a new password. Nothing else is written: the web's role may write no other part of a person."""
    user.set_password(password)
    user.save(update_fields=["password"])


def _address(email: str) -> str:
    """In small letters: a link to choose a password is only sent to an address kept so."""
    return User.objects.normalize_email(email).lower()


def _ask(statement: str, *values: Any) -> Any:
    return call(statement, values, _SENTENCES)

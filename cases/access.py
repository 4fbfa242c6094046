"""Which records a person sees. A condition, so that one rule serves pages, lists, counts and choices."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, F, Func, Q, Value

from camden.access import Role


class CaseScope(StrEnum):
    """How far an involvement reaches. Row-level security reads this, never the role."""

    FULL = "full"
    """The whole record: the people who work with the family, and who review or chair."""
    DUTY = "duty"
    """The whole record, until the duty ends."""
    AUDIT = "audit"
    """The whole record, for one audit."""
    CONSULTATION = "consultation"
    """A written brief and the consultation itself, never the record."""
    CONFERENCE = "conference"
    """A written brief and the conference itself, never the record."""


OPENS_THE_CASE = (CaseScope.FULL, CaseScope.DUTY, CaseScope.AUDIT)


@dataclass(frozen=True)
class Whoever:
    """Somebody who is known only when a statement is asked; whether they are still here is asked before."""

    pk: Any
    scope_team_ids: Any
    is_active: bool = True


def visible_cases(user: Any) -> Q:
    """Ordinary cases of the person's teams, and any case they are involved in; never one they are excluded from.

    Somebody who has left sees none. `wall.sql` says the same to the database; a test of random worlds holds the two,
    and a rule of its own in plain Python, equal.
    """
    if not user.is_active:
        return Q(pk__in=[])
    teams = user.scope_team_ids
    if not isinstance(user, Whoever):
        # One array and not a list: Django makes an expression of each member of a list (2 ms for 125 teams).
        teams = Value(teams, output_field=ArrayField(BigIntegerField()))
    ordinary = Q(team_ids__overlap=teams, is_restricted=False)
    return (ordinary | Q(involves(user))) & ~Q(_among("Exclusion", stands_against=user.pk))


def involves(user: Any) -> Any:
    """Whether the person works with the family, in a way that opens the whole record."""
    return _among("Involvement", worker=user.pk, scope__in=OPENS_THE_CASE, ended_on=None)


class _AnyOf(Func):
    """`key = any (array)`."""

    template = "(%(expressions)s))"
    arg_joiner = " = any ("
    output_field = BooleanField()


def _among(model: str, **found: Any) -> _AnyOf:
    """Cases that have such a row: as an array, like the policy in `wall.sql`, and not as a join.

    A join doubles rows, and reads the whole table however few are the person's own (20 ms at 15,000 cases, 0.3 ms so).
    """
    rows = apps.get_model("cases", model)._base_manager.filter(**found)
    return _AnyOf(F("pk"), ArraySubquery(rows.values("case")))


def with_key_in(keys: Sequence[int] | Func) -> _AnyOf:
    """Records with one of these keys, one array or what makes one: what else a rule asks is asked of these alone."""
    given = keys if isinstance(keys, Func) else Value(list(keys), output_field=ArrayField(BigIntegerField()))
    return _AnyOf(F("pk"), given)


def readable_complaints(user: Any) -> Q:
    """What is no complaint, what the person wrote down themselves, and complaints of families whose teams they manage.

    Nobody must meet their worker over what they complain of. `wall_deliberating.sql` says the same.
    """
    teams = user.team_ids_as(Role.TEAM_MANAGER, Role.SERVICE_MANAGER)
    return ~Q(kind="complaint") | Q(recorded_by=user.pk) | Q(case__team_ids__overlap=teams)

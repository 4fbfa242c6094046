"""Who sees a family group conference. A condition, so that one rule serves pages, lists, counts and choices."""

from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, F, Func, Q, Value

from cases.access import visible_cases


class _Convened(Func):
    """`app_convened(person)`: a function of `wall.sql`, because a coordinator cannot read the record's own rows."""

    function = "app_convened"
    output_field = ArrayField(BigIntegerField())


class _AnyOf(Func):
    """`key = any (array)`."""

    template = "(%(expressions)s))"
    arg_joiner = " = any ("
    output_field = BooleanField()


def visible_conferences(user: Any) -> Q:
    """Conferences of the records a person sees, and of those they coordinate for and are not excluded from.

    Asked of any row that has a `case`. `wall.sql` says the same to the database.
    """
    if not user.is_active:
        return Q(pk__in=[])
    cases = apps.get_model("cases", "Case")._base_manager.filter(visible_cases(user))
    return Q(case__in=cases.values("pk")) | coordinated_by(user)


def coordinated_by(user: Any) -> Q:
    """Rows of the families a person coordinates for at present: open to them without the record."""
    if not user.is_active:
        return Q(pk__in=[])
    return Q(_AnyOf(F("case_id"), _Convened(Value(user.pk))))

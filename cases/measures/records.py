"""The records that figures of some teams are counted from, by key: few of a service's, however large it is."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Func, Value

from cases.access import with_key_in
from cases.models import Case

_KEYS: Any = ArrayField(BigIntegerField())


class _Near(Func):
    """Asked once: as a function alone it would be asked for each record that is looked at."""

    function = "records_of_teams"
    template = "(select %(function)s(%(expressions)s))::bigint[]"
    output_field = _KEYS


def records_of(team_ids: Sequence[int], *, user: Any) -> list[int]:
    """Keys of records of these teams' families, of whoever works or worked in one, and where they promised something.

    Of those, what `user` may see: `records_of_teams` of `wall_figures.sql` says so to find them by an index, and
    `visible_cases` says it again. One query.
    """
    near = _Near(Value(list(team_ids), output_field=_KEYS))
    found = Case.objects.visible_to(user).filter(with_key_in(near)).order_by()
    keys: list[int] = found.aggregate(keys=ArrayAgg("pk", default=Value([], output_field=_KEYS)))["keys"]
    return keys

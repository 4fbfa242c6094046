"""The one place that filters by audience: what is marked *not to be shared* with whoever will read."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from cases.rules.audience import Audience

M = TypeVar("M", bound=Model)


def shown_to(audience: Audience, rows: "QuerySet[M]") -> "QuerySet[M]":
    """Of these rows, which have the marks of `cases.models.marks.KeptFrom`, those this audience may read.

    Says in SQL what `Audience.may_read` says of one fact. What was taken back is for people who work here only.
    """
    if audience.is_staff:
        return rows
    if any(field.name == "struck_on" for field in rows.model._meta.get_fields()):
        rows = rows.filter(struck_on=None)
    rows = rows.filter(is_kept_from_family=False)
    if audience.person is None:
        return rows.filter(kept_from=[])
    return rows.exclude(kept_from__contains=[audience.person])

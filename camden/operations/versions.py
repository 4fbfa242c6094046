"""Two people who change one row: the second sees what the first saved, and neither text is lost."""

from typing import Any

from django.db.models import F


class Overtaken(Exception):
    """The row was changed since the form was shown: `theirs` is the row now, `fields` what was to be changed."""

    def __init__(self, theirs: Any, fields: frozenset[str]) -> None:
        super().__init__(f"{theirs._meta.label} was changed meanwhile")
        self.theirs, self.fields = theirs, fields


def change(row: Any, *, version: int | None, **changes: Any) -> Any:
    """Change a row that has a `version`, if it is still the one that the form was shown with.

    The only statement that changes it, so that of two at once one is told. Raises Overtaken and changes nothing
    otherwise. The row's own DoesNotExist when it is gone, or is not this person's to change.
    """
    rows = type(row)._base_manager.filter(pk=row.pk)
    if not rows.filter(version=version or 0).update(**changes, version=F("version") + 1):
        raise Overtaken(rows.get(), frozenset(changes))
    return rows.get()

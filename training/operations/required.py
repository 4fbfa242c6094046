"""Verbs about required learning: an item, and the rules that ask for it."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.text import slugify

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from training.models import RequiredItem, RequiredRule


@transaction.atomic
def keep_item(
    *,
    by: User,
    title: str,
    months: int | None,
    first_days: int,
    item: RequiredItem | None = None,
    version: int | None = None,
) -> RequiredItem:
    """Something the council asks some people to learn, new or changed. `months` it holds; None: for good.

    `first_days` there are to do it the first time. Raises camden.operations.versions.Overtaken.
    """
    said = {"title": title, "months": months, "first_days": first_days}
    if item is None:
        item = RequiredItem.objects.create(code=_code(title), **said)
    else:
        item = change(item, version=version, **said)
    record(action="kept an item of required learning", subject=item)
    return item


@transaction.atomic
def keep_rule(
    *,
    item: RequiredItem,
    by: User,
    from_on: date,
    until_on: date | None,
    roles: Sequence[str],
    teams: Sequence[int],
    grades: Sequence[str],
    is_required: bool,
    rule: RequiredRule | None = None,
    version: int | None = None,
) -> RequiredRule:
    """Of whom an item is asked, new or changed, from a day until a day (not on it). An empty list leaves that open.

    Raises camden.operations.versions.Overtaken.
    """
    said = {
        "from_on": from_on, "until_on": until_on, "roles": list(roles), "teams": list(teams), "grades": list(grades),
        "is_required": is_required,
    }  # fmt: skip
    if rule is None:
        rule = RequiredRule.objects.create(item=item, set_by=by, **said)
    else:
        rule = change(rule, version=version, **said)
    record(action="kept a rule of required learning", subject=rule)
    return rule


def _code(title: str) -> str:
    """A short name nobody types: from the title, with a number where another item has it."""
    stem = slugify(title)[:34] or "item"
    taken = set(RequiredItem.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return next(code for code in (stem, *(f"{stem}-{n}" for n in range(2, 99_999))) if code not in taken)

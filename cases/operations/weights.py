"""Verbs of the weighting as this council has it: set a number from a day on, and take back one that has not begun."""

from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.versions import Overtaken
from camden.rules.names import day_in_words
from cases.measures.weighing import local_weights
from cases.models import LocalWeight
from cases.operations.refusing import Refusal
from cases.rules.weighting.changing import changed, problems_from


class NotSet(Refusal):
    """A number that cannot hold. Says why, and about which answer."""


def version_of(code: str) -> int:
    """How often a number was set here: whoever saw fewer saw an older page. One query."""
    return LocalWeight.objects.filter(code=code).count()


def check_weight(*, code: str, amount: int, limit: int | None, begins_on: date, why: str, on: date) -> None:
    """Whether a number could hold from that day on, with all the others. Raises NotSet. One query."""
    if begins_on < on:
        said = f"Choose {day_in_words(on)} or a later day: caseloads of days gone by stay as they were weighed."
        raise NotSet(said, "begins_on")
    wrong = problems_from(changed(local_weights(), code, begins_on, amount, limit, why), begins_on)
    if wrong:
        raise NotSet(" ".join(wrong), "amount")


@transaction.atomic
def set_weight(
    *,
    code: str,
    amount: int,
    limit: int | None,
    begins_on: date,
    why: str,
    version: int | None,
    by: User,
    on: date,
    at: datetime,
) -> LocalWeight:
    """A number of the weighting is another one from a day on, `on` (today) or later. `amount` as it is stored.

    What was set for the same day is taken back. Days gone by are weighed as they were. `version` is how often the
    number had been set when the page was shown. Raises NotSet, Overtaken.
    """
    with connection.cursor() as cursor:
        # All numbers in one row: two that are right one by one can be nonsense together.
        cursor.execute("select pg_advisory_xact_lock(hashtext('cases.weights'))")
    if version is not None and version_of(code) != version:
        latest = LocalWeight.objects.filter(code=code).order_by("-set_at", "-pk")[:1].get()
        raise Overtaken(latest, frozenset({"amount", "limit", "begins_on", "why"}))
    check_weight(code=code, amount=amount, limit=limit, begins_on=begins_on, why=why, on=on)
    standing = LocalWeight.objects.filter(code=code, begins_on=begins_on, taken_back_at=None)
    standing.update(taken_back_at=at, taken_back_by=by, version=F("version") + 1)
    row = LocalWeight.objects.create(
        code=code, amount=amount, limit=limit, begins_on=begins_on, why=why, set_at=at, set_by=by
    )
    record(action="set what work weighs", subject=row)
    return row


@transaction.atomic
def take_back_weight(*, weight: LocalWeight, by: User, on: date, at: datetime) -> None:
    """A number that was to begin does not. Raises NotSet where it has begun, or was taken back before."""
    if weight.begins_on <= on:
        raise NotSet("It holds already. Set another number from a day on instead.")
    left = local_weights().without(weight.code, weight.begins_on)
    if wrong := problems_from(left, weight.begins_on):
        raise NotSet(" ".join(wrong))
    standing = LocalWeight.objects.filter(pk=weight.pk, taken_back_at=None)
    if not standing.update(taken_back_at=at, taken_back_by=by, version=F("version") + 1):
        raise NotSet("It was taken back already.")
    record(action="took back what work was to weigh", subject=weight)

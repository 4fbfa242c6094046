"""Verbs about promises: what the service promises families, its staff and its partners, from a day until a day."""

from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.text import slugify

from camden.audit import record
from camden.models import User
from camden.operations.refusals import NotDone
from camden.operations.versions import change
from training.models import Promise

_CODE = 40


@transaction.atomic
def make_promise(*, whose: str, words: str, from_on: date, by: User) -> Promise:
    """Promise something from a day on. `whose` is a code of Whose."""
    promise = Promise.objects.create(code=_code(whose, words), whose=whose, words=words, from_on=from_on, set_by=by)
    record(action="made a promise", subject=promise)
    return promise


@transaction.atomic
def reword_promise(*, promise: Promise, version: int | None, words: str, from_on: date, by: User, on: date) -> Promise:
    """Say a promise in other words from a day on; until then it holds as it was. Raises Overtaken, NotDone.

    One that does not hold yet is changed in place, because nobody was promised anything by it.
    """
    if promise.from_on > on or promise.from_on == from_on:
        _end_before(promise, from_on)
        kept: Promise = change(promise, version=version, words=words, from_on=from_on, set_by=by)
        record(action="changed a promise", subject=kept)
        return kept
    if from_on < promise.from_on:
        raise NotDone("It was promised from a later day than that. Enter that day, or a later one.", "from_on")
    change(promise, version=version, until_on=from_on)
    kept = Promise.objects.create(code=promise.code, whose=promise.whose, words=words, from_on=from_on, set_by=by)
    record(action="changed a promise", subject=kept)
    return kept


@transaction.atomic
def end_promise(*, promise: Promise, until_on: date, by: User) -> bool:
    """It is a promise until that day, and not on it. False when it ended already. Raises NotDone."""
    if until_on <= promise.from_on:
        raise NotDone("It begins on that day or later. Enter a day after it began.", "until_on")
    still = Promise.objects.filter(pk=promise.pk, until_on=None)
    if not still.update(until_on=until_on, version=F("version") + 1):
        return False
    record(action="ended a promise", subject=promise)
    return True


def _end_before(promise: Promise, from_on: date) -> None:
    """What it follows ends on the day it begins, wherever that moves."""
    before = Promise.objects.filter(code=promise.code, until_on=promise.from_on).exclude(pk=promise.pk)
    if before.filter(from_on__gte=from_on).exists():
        raise NotDone("What it follows was promised from that day or later. Enter a later day.", "from_on")
    before.exclude(until_on=from_on).update(until_on=from_on, version=F("version") + 1)


def _code(whose: str, words: str) -> str:
    """A name that no other promise has or had: rounds of different years are compared by it."""
    plain = slugify(f"{whose} {words}")[: _CODE - 4].strip("-")
    taken = set(Promise.objects.filter(code__startswith=plain).values_list("code", flat=True))
    return next(code for code in (plain, *(f"{plain}-{number}" for number in range(2, 999))) if code not in taken)

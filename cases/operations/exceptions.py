"""Verbs about limits that could not be kept: say why, and agree to it. The clock runs on, and stays late."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import Clock, ClockException


class NotLate(Exception):
    """Nothing of this piece of work is late any more."""


class SaidAlready(Exception):
    """Why it is late was written down before."""


class OwnException(Exception):
    """Whoever wrote a reason down does not agree to it."""


class NothingToAgree(Exception):
    """No reason waits for somebody's agreement."""


def record_exception(*, clock: Clock, by: User, on: date, reason: str) -> list[ClockException]:
    """Write down why a piece of work could not be done in time, once for all children it is late for.

    Raises NotLate, or SaidAlready when each of its late clocks has a reason.
    """
    late = list(Clock.objects.overdue_with(clock, on))
    if not late:
        raise NotLate
    said = {(each.child_id, each.rule, each.anchor_on) for each in ClockException.objects.to(late)}
    silent = [each for each in late if (each.child_id, each.rule, each.anchor_on) not in said]
    if not silent:
        raise SaidAlready
    words = {"case": clock.case, "reason": reason, "recorded_on": on, "recorded_by": by}
    with transaction.atomic(savepoint=False):
        found = [
            ClockException.objects.create(child=each.child, rule=each.rule, anchor_on=each.anchor_on, **words)
            for each in silent
        ]
        record(action="said why a limit was not kept", subject=found[0], case_id=clock.case_id)
    return found


def agree_exception(*, clock: Clock, by: User, on: date) -> None:
    """A manager agrees to the reasons written down for a piece of work that is late.

    Raises NothingToAgree, or OwnException for whoever wrote one of them down.
    """
    said = ClockException.objects.to(Clock.objects.overdue_with(clock, on))
    waiting = [each for each in said if each.agreed_on is None]
    if not waiting:
        raise NothingToAgree
    if any(each.recorded_by_id == by.pk for each in waiting):
        raise OwnException
    with transaction.atomic(savepoint=False):
        agreed = ClockException.objects.filter(pk__in=[each.pk for each in waiting], agreed_on=None)
        agreed.update(agreed_on=on, agreed_by=by, version=F("version") + 1)
        record(action="agreed to a limit not kept", subject=waiting[0], case_id=clock.case_id)

"""Verbs about visits somebody means to make.

A plan is not something that happened: it is on no timeline. What came of it is.
"""

from datetime import date, time

from django.db import transaction
from django.db.models import F, Q

from camden.audit import record
from camden.models import User
from cases.models import Case, Household, PlannedVisit, Visit

FURTHEST = 366  # days ahead


class NotPlanned(Exception):
    """The visit cannot be planned so. Says why in a sentence, and `about` which answer."""

    def __init__(self, sentence: str, about: str) -> None:
        super().__init__(sentence)
        self.about = about


class NoLongerPlanned(Exception):
    """The visit took place, or somebody called it off, while the page was open."""


@transaction.atomic
def plan_visit(
    *,
    case: Case,
    worker: User,
    by: User,
    planned_on: date,
    on: date,
    starts: time | None = None,
    kind: str = Visit.Kind.HOME,
    purpose: str = "",
    household: Household | None = None,
    companion: User | None = None,
    remark: str = "",
) -> PlannedVisit:
    """Somebody means to visit that day. It is on their *My day*, and on that of whoever comes with them.

    `purpose` is a code of VISIT_PURPOSE. Raises NotPlanned for a day that has passed or is more than a year away, for a
    companion who is the worker, and where this worker plans to visit this family that day already.
    """
    if planned_on < on:
        raise NotPlanned("Choose today or a day after it.", "day")
    if (planned_on - on).days > FURTHEST:
        raise NotPlanned("Choose a day within the next year.", "day")
    if companion is not None and companion.pk == worker.pk:
        raise NotPlanned("Choose somebody else to come along.", "companion")
    if PlannedVisit.objects.waiting().filter(case=case, worker=worker, planned_on=planned_on, starts=starts).exists():
        raise NotPlanned("This visit is planned already.", "day")
    planned = PlannedVisit.objects.create(
        case=case,
        worker=worker,
        planned_on=planned_on,
        starts=starts,
        kind=kind,
        purpose=purpose,
        household=household,
        companion=companion,
        remark=remark.strip(),
        planned_by=by,
    )
    record(action="planned a visit", subject=planned, case_id=case.pk)
    return planned


def call_off_visit(*, planned: PlannedVisit, by: User, on: date, why: str) -> None:
    """The visit will not take place. Raises NoLongerPlanned when it has, or was called off before."""
    said = {"called_off_on": on, "called_off_by": by, "called_off_why": why.strip(), "version": F("version") + 1}
    with transaction.atomic(savepoint=False):
        called_off = PlannedVisit.objects.waiting().filter(pk=planned.pk).update(**said)
        if called_off:
            record(action="called off a planned visit", subject=planned, case_id=planned.case_id)
    if not called_off:  # raised outside, where nothing of the caller's has to be rolled back for it
        raise NoLongerPlanned


def keep_plan(visit: Visit) -> None:
    """Tie a visit, made or unsuccessful, to what was planned of it: same family, same day, same worker.

    A visit two made together ties the plan of either. Where several were planned for the day, the first one. One
    statement; nothing happens where nothing was planned.
    """
    two = [key for key in (visit.worker_id, visit.companion_id) if key]
    mine = Q(worker=visit.worker_id) | Q(companion=visit.worker_id) | Q(worker__in=two)
    planned = PlannedVisit.objects.waiting().filter(mine, case=visit.case_id, planned_on=visit.visited_on)
    first = planned.order_by(F("starts").asc(nulls_last=True), "pk").values("pk")[:1]
    PlannedVisit.objects.filter(pk__in=first).update(visit=visit, version=F("version") + 1)

"""Jobs about families’ records."""

import logging
import os
import subprocess
import sys
from datetime import timedelta
from typing import Any

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from camden.models import Team, User
from camden.operations.people import jobs
from camden.operations.rulebook import calendar
from camden.principal import acting_as
from cases.operations.alerts import alert_referrals, alert_restricted
from cases.operations.clocks import keep_all_clocks
from cases.operations.clocks_sql import count_again
from cases.operations.documents import sweep_unnamed
from cases.operations.exports import give_export_up, waiting_exports
from cases.operations.genogram import keep_clearer
from cases.operations.proposals import (
    ask_look,
    begin_look,
    count_look,
    give_look_up,
    lost_looks,
    waiting_looks,
)
from cases.rules.picture_order import best_rows

log = logging.getLogger(__name__)
EXPORT_SECONDS = 120  # a chronology of five thousand entries takes a few
LOOK_SECONDS = 60  # the solver stops by itself long before


@shared_task
def propose_moves() -> None:
    """Ask for a look at the caseloads of every team, and do them all."""
    system, at = jobs(), timezone.now()
    for team in Team.objects.filter(kind=Team.Kind.TEAM).order_by("pk"):
        with acting_as(system):
            ask_look(team=team, by=None, at=at)
    look_for_moves()


@shared_task
def look_for_moves() -> None:
    """Looks somebody asked for, each by a process of its own: it loads the solver, and may be stopped at any moment.

    One that a killed worker began is given up when its time is over; what was proposed before stands.
    """
    system, at = jobs(), timezone.now()
    with acting_as(system):
        for pk in lost_looks(at=at - timedelta(seconds=2 * LOOK_SECONDS)):
            give_look_up(pk=pk, at=at)
        waiting = waiting_looks()
    for pk in waiting:
        with acting_as(system):
            is_mine = begin_look(pk=pk, at=timezone.now())
        if is_mine:
            _look_in_a_process(pk, system)


def _look_in_a_process(pk: int, system: User) -> None:
    words = [sys.executable, str(settings.BASE_DIR / "manage.py"), "look_for_moves", str(pk)]
    try:
        failed = subprocess.run(words, env=os.environ.copy(), timeout=LOOK_SECONDS).returncode != 0  # noqa: S603
    except subprocess.TimeoutExpired:
        failed = True
    with acting_as(system):
        if failed:
            give_look_up(pk=pk, at=timezone.now())
        proposed, waits = count_look(pk=pk)
    # Numbers only: a log knows no family.
    log.info("balancing: look %s %s, %s proposed, %s wait still", pk, "given up" if failed else "done", proposed, waits)


@shared_task
def keep_clocks_tonight() -> None:
    """Derive every clock again, from the facts and the timescales in force."""
    log.info("clocks: %s rows written", keep_all_clocks(by=jobs()))


@shared_task
def count_clocks_again() -> None:
    """Count what runs again over the days worked: a day off that was added today counts within the hour."""
    log.info("clocks: %s counted anew", count_again(by=jobs()))


@shared_task
def watch_referrals() -> None:
    """In the last two of the day's working hours: which referrals must still be decided today?"""
    with acting_as(jobs()):
        waiting = alert_referrals(at=timezone.now(), calendar=calendar())
    if waiting:
        log.info("referrals: %s with less than two hours left", waiting)


@shared_task
def watch_restricted() -> None:
    """Did somebody ask for a restricted record that is not open to them?"""
    with acting_as(jobs()):
        alert_restricted(at=timezone.now())


@shared_task
def make_exports() -> None:
    """Files somebody asked for, each made by a process of its own, which sees what that person sees."""
    system = jobs()
    with acting_as(system):
        waiting = waiting_exports()
    for export, person in waiting:
        words = [sys.executable, str(settings.BASE_DIR / "manage.py"), "make_export", str(export), "--for", str(person)]
        try:
            done = subprocess.run(words, env=os.environ | {"CAMDEN_DB_ROLE": "app"}, timeout=EXPORT_SECONDS)  # noqa: S603
            failed = done.returncode != 0
        except subprocess.TimeoutExpired:
            failed = True
        if failed:
            with acting_as(system):
                give_export_up(pk=export, at=timezone.now())
        log.info("export %s: %s", export, "given up" if failed else "made")


@shared_task
def sweep_files() -> None:
    """Drop the files that no row names: of uploads that were never kept."""
    with acting_as(jobs()):
        dropped = sweep_unnamed(at=timezone.now())
    log.info("files: %s dropped", dropped)


@shared_task(acks_late=True, reject_on_worker_lost=True)
def find_clearer_order(
    case_pk: int, made_for: str, facts_sha256: str, shape: dict[str, Any], wishes: list[list[str]]
) -> None:
    """Look for the clearest order of a genogram that was drawn in a hurry: from its shape, in which nobody has a name.

    Found twice, or for facts that changed meanwhile, it changes nothing. Where it is lost, the next look asks again.
    """
    rows = best_rows(shape, wishes)
    with acting_as(jobs()):
        found = {"case_pk": case_pk, "made_for": made_for, "facts_sha256": facts_sha256, "wishes": wishes}
        is_kept = keep_clearer(rows=rows, **found)
    log.info("genogram: order of record %s %s", case_pk, "kept" if is_kept else "not waited for")

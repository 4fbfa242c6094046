"""A look whose process is killed in the middle leaves the last complete proposal, and nothing half written."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction

from camden.operations.people import jobs, welcome_jobs
from camden.principal import acting_as
from cases.models import BalancingRun, Involvement, ProposedMove
from cases.operations.proposals import accept, ask_look, begin_look, give_look_up, lost_looks, waiting_looks
from tests.factories.camden import MembershipFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory

AT = datetime(2026, 11, 3, 2, tzinfo=UTC)
LONGEST = 60  # seconds
ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.django_db(transaction=True)


def process(run: BalancingRun) -> "subprocess.Popen[bytes]":
    """The process a job would start, on the database of the tests."""
    address = os.environ["DATABASE_URL"].rsplit("/", 1)[0] + "/" + connection.settings_dict["NAME"]
    more = {"DATABASE_URL": address, "CAMDEN_NO_BOOTSTRAP": "1", "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "manage.py", "look_for_moves", str(run.pk)]
    return subprocess.Popen(words, cwd=ROOT, env=os.environ | more)


def asked(cast: SimpleNamespace) -> BalancingRun:
    """A look the night's job asks for."""
    with acting_as(jobs()):
        return ask_look(team=cast.team, by=None, at=AT)


def waits(name: str, pod: Any) -> Any:
    """A family that waits for a lead worker."""
    child = ChildFactory(case=CaseFactory(name=name, team_ids=[pod.pk]))
    EpisodeFactory(child=child, referred_on=date(2026, 10, 20))
    return child


@pytest.fixture
def night(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    """One complete look, with one family proposed; then a second family waits."""
    welcome_jobs()
    MembershipFactory(user__name="Rosa Begum", team=cast.pod)
    waits("Warsame", cast.pod)
    done = process(asked(cast))
    assert done.wait(LONGEST) == 0
    waits("Hoxha", cast.pod)
    yield cast


def proposed() -> set[tuple[str, str]]:
    found = ProposedMove.objects.order_by("pk").select_related("case")
    return {(move.case.name, "overtaken" if move.overtaken_on else "open") for move in found}


def stuck() -> bool:
    """Whether a process waits for the table of proposals."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_locks l where not l.granted and l.relation = 'cases_proposedmove'::regclass"
        )
        return bool(cursor.fetchone()[0])


def test_killing_the_process_leaves_the_last_complete_proposal(night: SimpleNamespace) -> None:
    before = BalancingRun.objects.complete().values_list("pk", flat=True)[0]
    assert proposed() == {("Warsame", "open")}
    run = asked(night)
    assert begin_look(pk=run.pk, at=AT)
    # It may read what was proposed and not write it: so it stands in the middle of its work when it dies.
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("lock table cases_proposedmove in share mode")
        worker = process(run)
        until = time.monotonic() + LONGEST
        while not stuck() and worker.poll() is None and time.monotonic() < until:
            threading.Event().wait(0.05)
        assert stuck(), "the process never got to writing"
        os.kill(worker.pid, signal.SIGKILL)
        assert worker.wait(LONGEST) == -signal.SIGKILL
    run.refresh_from_db()
    assert proposed() == {("Warsame", "open")}, "nothing is half written"
    assert (run.looked_at, run.found, run.waiting_still) == (None, [], 0)
    assert [each.pk for each in BalancingRun.objects.complete()] == [before]

    assert waiting_looks() == [] and lost_looks(at=datetime(2026, 11, 3, 3, tzinfo=UTC)) == [run.pk]
    give_look_up(pk=run.pk, at=AT)
    again = asked(night)
    assert again.pk != run.pk and process(again).wait(LONGEST) == 0
    assert proposed() == {("Warsame", "open"), ("Hoxha", "open")}


def test_two_processes_for_one_look_do_it_once(night: SimpleNamespace) -> None:
    run = asked(night)
    both = [process(run), process(run)]
    assert {each.wait(LONGEST) for each in both} <= {0, 1}, "the second finds nothing to do"
    assert proposed() == {("Warsame", "open"), ("Hoxha", "open")}
    assert BalancingRun.objects.complete().count() == 2


def test_two_managers_who_accept_at_once_move_the_family_once(night: SimpleNamespace) -> None:
    move, said, both = ProposedMove.objects.get(), [], threading.Barrier(2)

    def go(by: Any) -> None:
        both.wait(20)
        try:
            with acting_as(by):
                accept(move=move, by=by, on=date(2026, 11, 3), spoken="discussed")
            said.append("accepted")
        except Exception as error:  # noqa: BLE001  whatever it is, it is told below
            said.append(str(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=go, args=[by]) for by in (night.bilal, night.cora)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONGEST)
    assert sorted(said) == ["This has been decided already.", "accepted"]
    assert Involvement.objects.filter(child__in=move.child_ids).count() == 1

"""The night's look at caseloads, as Celery runs it."""

import logging
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from camden.operations.people import NoPrincipal
from cases.models import BalancingRun, Involvement, ProposedMove
from cases.tasks import propose_moves
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the job starts as a process sees no open transaction of a test: done here instead."""

    def run(words: list[str], **_: object) -> SimpleNamespace:
        call_command(*words[2:])
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr("cases.tasks.subprocess.run", run)


def test_every_team_is_looked_at_and_the_log_counts_and_names_nobody(
    cast: SimpleNamespace, caplog: pytest.LogCaptureFixture
) -> None:
    UserFactory(is_system=True)
    MembershipFactory(user__name="Rosa Begum", team=cast.pod)
    child = ChildFactory(case=CaseFactory(name="Warsame", team_ids=[cast.pod.pk]), given_name="Idil")
    EpisodeFactory(child=child)
    with caplog.at_level(logging.INFO, logger="cases.tasks"), as_role("camden_worker"):
        propose_moves()
    assert list(BalancingRun.objects.order_by("team").values_list("team", flat=True)) == [
        cast.team.pk,
        cast.elsewhere.pk,
    ]
    assert ProposedMove.objects.get().child_ids == [child.pk]
    assert not Involvement.objects.filter(child=child).exists(), "nothing moves by itself"
    assert f"look {BalancingRun.objects.get(team=cast.team).pk} done, 1 proposed, 0 wait still" in caplog.text
    assert "Warsame" not in caplog.text and "Idil" not in caplog.text


def test_without_anybody_to_act_as_nothing_is_looked_at(cast: SimpleNamespace) -> None:
    with as_role("camden_worker"), pytest.raises(NoPrincipal):
        propose_moves()
    assert not BalancingRun.objects.exists()

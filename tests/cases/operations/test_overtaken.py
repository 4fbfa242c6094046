"""A proposal that events overtook says so, whatever came in between, and moves nobody."""

from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from camden.models import Membership
from camden.principal import acting_as
from cases.models import Episode, Exclusion, Involvement, ProposedMove
from cases.operations.proposals import Overtaken, accept, adjust, set_aside
from cases.readings.overtaken import overtaken_by
from tests.factories.camden import EmploymentFactory, MembershipFactory
from tests.factories.cases import ExclusionFactory, InvolvementFactory, ProposedMoveFactory


@pytest.fixture
def rosa(cast: SimpleNamespace) -> Any:
    return MembershipFactory(user__name="Rosa Begum", team=cast.pod).user


@pytest.fixture
def move(cast: SimpleNamespace, rosa: Any) -> ProposedMove:
    """Two sisters and their brother, from Amara to Rosa."""
    about = {"team": cast.team, "to_worker": rosa, "to_team": cast.pod, "from_worker": cast.amara}
    return ProposedMoveFactory(case=cast.case, children=cast.children, change_reason="MANAGE", **about)


def to_somebody_else(cast: SimpleNamespace, move: ProposedMove, children: list[int], today: date) -> None:
    hana = MembershipFactory(user__name="Hana Suzuki", team=cast.pod).user
    for key in children:
        Involvement.objects.filter(child=key, leads_now=True).update(ended_on=today)
        InvolvementFactory(child_id=key, case=move.case, worker=hana, team=cast.pod)


def the_lead_changed(cast, move, today) -> None:
    to_somebody_else(cast, move, move.child_ids, today)


def the_children_were_separated(cast, move, today) -> None:
    to_somebody_else(cast, move, move.child_ids[:1], today)


def a_child_was_closed(cast, move, today) -> None:
    Involvement.objects.filter(child=move.child_ids[0], leads_now=True).update(ended_on=today)
    Episode.objects.filter(child=move.child_ids[0]).update(closed_on=today, closure_reason="RC1")


def the_worker_was_excluded(cast, move, today) -> None:
    ExclusionFactory(case=move.case, worker=move.to_worker)


def the_worker_left_the_team(cast, move, today) -> None:
    Membership.objects.filter(user=move.to_worker).update(ended_on=today)


def the_worker_left(cast, move, today) -> None:
    EmploymentFactory(user=move.to_worker, started_on=today - timedelta(days=400), ended_on=today)


WAYS: list[tuple[Callable[..., None], str]] = [
    (the_lead_changed, "Somebody has changed the lead worker since this was proposed. Look again."),
    (the_children_were_separated, "The children have different lead workers by now. Look again."),
    (a_child_was_closed, "The work with Anisa has ended. Look again."),
    (the_worker_was_excluded, "Rosa Begum cannot take this record. Look again."),
    (the_worker_left_the_team, "Rosa Begum does not work in that team any more. Look again."),
    (the_worker_left, "Rosa Begum does not work in that team any more. Look again."),
]


def test_as_long_as_nothing_happens_nothing_overtakes_it(move: ProposedMove, today: date) -> None:
    assert overtaken_by([move], today) == {}


@pytest.mark.parametrize(("happens", "sentence"), WAYS, ids=[way.__name__ for way, _ in WAYS])
def test_each_way_of_being_overtaken_is_said_and_moves_nobody(
    happens: Any, sentence: str, cast: SimpleNamespace, move: ProposedMove, today: date
) -> None:
    happens(cast, move, today)
    before = list(Involvement.objects.order_by("pk").values_list("pk", "worker", "ended_on"))
    for verb in (
        lambda: accept(move=move, by=cast.bilal, on=today, spoken="discussed", reason="MANAGE"),
        lambda: adjust(
            move=move, to=cast.amara, team=cast.pod, by=cast.bilal, on=today, at=move.run.looked_at, because="Better."
        ),
    ):
        with acting_as(cast.bilal), pytest.raises(Overtaken) as said:
            verb()
        assert str(said.value) == sentence
    assert list(Involvement.objects.order_by("pk").values_list("pk", "worker", "ended_on")) == before
    set_aside(move=move, on=today, why=sentence)
    move.refresh_from_db()
    assert (move.decision, move.overtaken_on, move.overtaken_why) == ("", today, sentence)


def test_a_lifted_exclusion_overtakes_nothing(cast: SimpleNamespace, move: ProposedMove, today: date) -> None:
    the_worker_was_excluded(cast, move, today)
    Exclusion.objects.update(lifted_on=today, stands_against=None)
    assert overtaken_by([move], today) == {}

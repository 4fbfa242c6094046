"""What was agreed and promised goes with the family to its new lead worker, and is never lost between two."""

from datetime import date
from types import SimpleNamespace

import pytest

from camden.models import User
from camden.principal import acting_as
from cases.models import Action, ActionHandover, ChronologyEntry, Member
from cases.operations.agreements import agree_action, close_action
from cases.operations.allocation import NotAllocated, allocate
from cases.rules.audience import Marks
from tests.conftest import as_role
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import ActionFactory, ExclusionFactory, InvolvementFactory
from tests.factories.deliberating import decided


@pytest.fixture
def farah(cast: SimpleNamespace) -> User:
    return MembershipFactory(user=UserFactory(name="Farah Noor"), team=cast.pod).user


def leads_now(cast: SimpleNamespace, to: User, on: date, *children: Member) -> None:
    with as_role("camden_app"), acting_as(cast.bilal):
        for child in children:
            why = {"by": cast.bilal, "decided": decided(cast.case, [child])}
            allocate(child=child, to=to, team=cast.pod, on=on, reason="MANAGE", **why)


def keepers() -> dict[str, str]:
    return dict(Action.objects.values_list("what", "keeper__name"))


def test_what_is_about_a_child_goes_with_the_child(cast: SimpleNamespace, today: date, farah: User) -> None:
    anisa, imran, zayd = cast.children
    for what, children in (("one", [anisa]), ("two", [anisa, imran]), ("other", [zayd]), ("family", [])):
        ActionFactory(case=cast.case, keeper=cast.amara, what=what, children=children)
    leads_now(cast, farah, today, anisa)
    assert keepers() == {"one": "Farah Noor", "two": "Amara Obi", "other": "Amara Obi", "family": "Amara Obi"}
    leads_now(cast, farah, today, imran)
    assert keepers() == {"one": "Farah Noor", "two": "Farah Noor", "other": "Amara Obi", "family": "Amara Obi"}
    leads_now(cast, farah, today, zayd)
    assert set(keepers().values()) == {"Farah Noor"}
    handed = ActionHandover.objects.order_by("action")
    assert [(each.from_keeper.name, each.to_keeper.name, each.handed_on) for each in handed] == [
        ("Amara Obi", "Farah Noor", today)
    ] * 4


def test_it_is_one_entry_of_the_timeline_each_time_something_passes(
    cast: SimpleNamespace, today: date, farah: User
) -> None:
    for what in ("one", "two"):
        ActionFactory(case=cast.case, keeper=cast.amara, what=what, children=cast.children[:1])
    leads_now(cast, farah, today, *cast.children[:2])
    said = ChronologyEntry.objects.filter(kind="agreed").values_list("summary", flat=True)
    assert list(said) == ["What Amara Obi had agreed to do passed to Farah Noor: 2 things"]


def test_what_is_closed_and_what_others_keep_stays_where_it_is(cast: SimpleNamespace, today: date, farah: User) -> None:
    InvolvementFactory(child=cast.children[0], worker=cast.bilal, team=cast.team, role="co-worker")
    ActionFactory(case=cast.case, keeper=cast.bilal, what="co-worker’s", children=cast.children[:1])
    done = ActionFactory(case=cast.case, keeper=cast.amara, what="done", children=cast.children[:1])
    with acting_as(cast.amara):
        close_action(action=done, by=cast.amara, on=today, is_done=True)
    leads_now(cast, farah, today, *cast.children)
    assert keepers() == {"co-worker’s": "Bilal Aziz", "done": "Amara Obi"}
    assert not ActionHandover.objects.exists()


def test_a_change_that_is_refused_passes_nothing_on(cast: SimpleNamespace, today: date, farah: User) -> None:
    ActionFactory(case=cast.case, keeper=cast.amara, what="one", children=cast.children[:1])
    ExclusionFactory(case=cast.case, worker=farah)
    with pytest.raises(NotAllocated):
        leads_now(cast, farah, today, cast.children[0])
    assert keepers() == {"one": "Amara Obi"} and not ActionHandover.objects.exists()


def test_the_entry_about_it_is_kept_from_whoever_one_of_the_things_is_kept_from(
    cast: SimpleNamespace, today: date, farah: User
) -> None:
    said = {"case": cast.case, "children": cast.children[:1], "keeper": cast.amara, "by": cast.amara, "on": today,
            "agreed_in": "A visit", "what": "Ask about the bruise"}  # fmt: skip
    with acting_as(cast.amara):
        agree_action(**said, marks=Marks(kept_from=(77,)))
        agree_action(**said, marks=Marks(is_kept_from_family=True))
    leads_now(cast, farah, today, cast.children[0])
    kept = ChronologyEntry.objects.filter(kind="agreed").order_by("pk")
    assert [(each.is_kept_from_family, each.kept_from) for each in kept] == [(False, [77]), (True, []), (True, [77])]

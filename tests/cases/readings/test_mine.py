"""The families somebody works with."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from cases.models import VisitChild
from cases.readings.mine import my_families
from tests.factories.cases import CaseFactory, ChildFactory, ExclusionFactory, InvolvementFactory, VisitFactory


def test_a_family_is_there_once_with_all_its_children_and_when_each_was_last_seen(
    cast: SimpleNamespace, today: date
) -> None:
    anisa, imran, zayd = cast.children
    for day, seen in ((date(2026, 10, 31), "alone"), (date(2026, 11, 2), "not-seen"), (date(2026, 9, 4), "alone")):
        visit = VisitFactory(case=cast.case, worker=cast.amara, visited_on=day)
        VisitChild.objects.create(case=cast.case, visit=visit, child=anisa, seen=seen)
        VisitChild.objects.create(case=cast.case, visit=visit, child=zayd, seen="not-seen")
    (family,) = my_families(cast.amara, today)
    assert family.name == "Rahman–Khatun"
    assert [(child.name, child.last_seen) for child in family.children] == [
        ("Anisa Rahman", "Saturday"),
        ("Imran Rahman", ""),
        ("Zayd Rahman", ""),
    ]


def test_mine_are_those_i_work_with_that_are_open_and_that_i_may_see(cast: SimpleNamespace, today: date) -> None:
    for name, facts in {"ended": {"ended_on": today}, "consulted": {"scope": "consultation"}, "kept": {}}.items():
        child = ChildFactory(case=CaseFactory(name=name, team_ids=[cast.pod.pk]))
        InvolvementFactory(child=child, worker=cast.amara, team=cast.pod, role="co-worker", **facts)
    closed = ChildFactory(case=CaseFactory(name="closed", closed_on=today))
    InvolvementFactory(child=closed, worker=cast.amara, team=cast.pod)
    assert [family.name for family in my_families(cast.amara, today)] == ["kept", "Rahman–Khatun"]
    ExclusionFactory(case=cast.case, worker=cast.amara)
    assert [family.name for family in my_families(cast.amara, today)] == ["kept"]
    assert my_families(cast.bilal, today) == ()


def test_one_question_however_many(cast: SimpleNamespace, today: date, django_assert_num_queries: Any) -> None:
    assert cast.amara.scope_team_ids
    for count in (0, 12):
        for _ in range(count):
            InvolvementFactory(child=ChildFactory(), worker=cast.amara, team=cast.pod)
        with django_assert_num_queries(1):
            assert len(my_families(cast.amara, today)) == 1 + count

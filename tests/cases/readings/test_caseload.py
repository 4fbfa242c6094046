"""Lists of families: mine, my team's, those that wait."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from cases.models import Case, Involvement
from cases.readings.caseload import PAGE, Show, records
from tests.factories.cases import CaseFactory, ChildFactory, EpisodeFactory, ExclusionFactory, InvolvementFactory

pytestmark = pytest.mark.django_db


def listed(user: Any, show: Show, on: date) -> list[str]:
    return [line.name for line in records(user=user, show=show, on=on).lines]


def test_mine_are_those_i_work_with_now_and_are_open(cast: SimpleNamespace, today: date) -> None:
    CaseFactory(name="The team's", team_ids=[cast.pod.pk])
    ended = ChildFactory(case=CaseFactory(name="Was mine", team_ids=[cast.pod.pk]))
    InvolvementFactory(child=ended, worker=cast.amara, team=cast.pod, ended_on=date(2026, 10, 1))
    closed = ChildFactory(case=CaseFactory(name="Closed", closed_on=date(2026, 10, 1)))
    InvolvementFactory(child=closed, worker=cast.amara, team=cast.pod)
    assert listed(cast.amara, Show.MINE, today) == ["Rahman–Khatun"]
    assert set(listed(cast.amara, Show.TEAM, today)) == {"Rahman–Khatun", "The team's", "Was mine", "Closed"}
    assert listed(cast.bilal, Show.MINE, today) == []


def test_a_family_with_three_children_of_mine_is_there_once(cast: SimpleNamespace, today: date) -> None:
    (line,) = records(user=cast.amara, show=Show.MINE, on=today).lines
    assert [(child.name, child.lead) for child in line.children] == [
        ("Anisa Rahman", "Amara Obi"),
        ("Imran Rahman", "Amara Obi"),
        ("Zayd Rahman", "Amara Obi"),
    ]


def test_what_i_am_excluded_from_is_not_mine(cast: SimpleNamespace, today: date) -> None:
    ExclusionFactory(case=cast.case, worker=cast.amara)
    for show in Show:
        assert listed(cast.amara, show, today) == []


def test_those_wait_where_a_child_in_need_has_no_lead(cast: SimpleNamespace, today: date) -> None:
    waiting = EpisodeFactory(child__case__team_ids=[cast.pod.pk], child__case__name="Okafor")
    EpisodeFactory(child__case__team_ids=[cast.elsewhere.pk])
    assert listed(cast.bilal, Show.WAITING, today) == ["Okafor"]
    line = records(user=cast.bilal, show=Show.WAITING, on=today).lines[0]
    assert [child.pk for child in line.children] == [waiting.child_id]
    assert line.children[0].lead == ""


def test_cover_and_those_who_left_are_not_named_as_lead(cast: SimpleNamespace, today: date) -> None:
    anisa = cast.children[0]
    Involvement.objects.filter(child=anisa).update(ended_on=date(2026, 10, 1))
    InvolvementFactory(child=anisa, worker=cast.dan, team=cast.elsewhere, is_cover=True)
    (line,) = records(user=cast.bilal, show=Show.TEAM, on=today).lines
    assert [child.lead for child in line.children] == ["", "Amara Obi", "Amara Obi"]


def test_pages_follow_one_another_without_losing_or_doubling(cast: SimpleNamespace, today: date) -> None:
    for number in range(2 * PAGE):
        CaseFactory(name=f"{number}", team_ids=[cast.pod.pk], opened_on=date(2026, 8, 20) - timedelta(days=number // 4))
    names, mark = [], ""
    while True:
        page = records(user=cast.bilal, show=Show.TEAM, on=today, after=mark)
        names += [line.name for line in page.lines]
        assert len(page.lines) <= PAGE
        if not (mark := page.older):
            break
    assert len(names) == len(set(names)) == 2 * PAGE + 1
    days = dict(Case.objects.values_list("name", "opened_on"))
    assert [days[name] for name in names] == sorted(days.values(), reverse=True)


def test_a_list_takes_as_many_questions_for_one_family_as_for_twenty(
    cast: SimpleNamespace, today: date, django_assert_num_queries: Any
) -> None:
    assert cast.bilal.scope_team_ids
    for count in (0, 19):
        for _ in range(count):
            ChildFactory(case=CaseFactory(team_ids=[cast.pod.pk]))
        with django_assert_num_queries(2):
            assert len(records(user=cast.bilal, show=Show.TEAM, on=today).lines) == 1 + count

"""The settings area begins here: the tree of teams, opened and renamed by an administrator."""

from types import SimpleNamespace
from typing import Any

import pytest

from camden.models import Recorded, Team
from camden.office.teams_reading import team_tree
from tests.factories.camden import MembershipFactory, TeamFactory, UserFactory


def test_an_administrator_begins_at_the_settings(cast: SimpleNamespace, browser_for: Any) -> None:
    page = browser_for(cast.eve).get("/settings/").content.decode()
    assert "/settings/people/" in page and "/settings/teams/" in page and "/roles/" in page


@pytest.mark.parametrize("path", ["/settings/", "/settings/teams/", "/settings/teams/new/", "/settings/people/"])
def test_nobody_else_has_settings(cast: SimpleNamespace, browser_for: Any, path: str) -> None:
    for somebody in (cast.amara, cast.bilal, cast.cora):
        assert browser_for(somebody).get(path).status_code == 403


def test_the_tree_reads_from_the_service_down_and_counts_who_is_there(cast: SimpleNamespace) -> None:
    MembershipFactory(user=UserFactory(is_active=False), team=cast.pod)
    MembershipFactory(user=UserFactory(), team=cast.pod, ended_on="2026-10-01")
    MembershipFactory(user=cast.amara, team=cast.pod, role="senior-practitioner")
    assert [(line.name, line.depth, line.people) for line in team_tree()] == [
        ("Children’s Service", 0, 2),
        ("North team", 1, 1),
        ("Primrose", 2, 1),
        ("South team", 1, 1),
    ]


def test_a_pod_is_opened_beneath_its_team(cast: SimpleNamespace, browser_for: Any) -> None:
    eve = browser_for(cast.eve)
    assert (
        f'value="{cast.team.pk}" selected' in eve.get(f"/settings/teams/new/?beneath={cast.team.pk}").content.decode()
    )
    said = {"name": "Heath", "code": "HEATH", "kind": "pod", "parent": cast.team.pk}
    answer = eve.post("/settings/teams/new/", said, follow=True)
    assert "Heath is open." in answer.content.decode()
    pod = Team.objects.get(code="HEATH")
    assert pod.path == [cast.service.pk, cast.team.pk, pod.pk]
    assert Recorded.objects.get().action == "opened a team"
    assert Recorded.objects.get().user_id == cast.eve.pk


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"code": "north"}, "Another team has this short name already."),
        ({"code": "two words"}, "Use letters, digits and hyphens only"),
        ({"kind": "service"}, "A team stands beneath a service, and a pod beneath a team"),
        ({"kind": "team"}, "A team stands beneath a service, and a pod beneath a team"),
        ({"parent": ""}, "Choose the service or team it stands beneath."),
    ],
)
def test_what_cannot_be_opened_says_why(
    cast: SimpleNamespace, browser_for: Any, said: dict[str, Any], told: str
) -> None:
    whole = {"name": "Heath", "code": "HEATH", "kind": "pod", "parent": cast.team.pk} | said
    before = Team.objects.count()
    assert told in browser_for(cast.eve).post("/settings/teams/new/", whole).content.decode()
    assert Team.objects.count() == before


def test_a_team_is_renamed(cast: SimpleNamespace, browser_for: Any) -> None:
    browser_for(cast.eve).post(f"/settings/teams/{cast.pod.pk}/name/", {"name": "Heath", "version": 1})
    cast.pod.refresh_from_db()
    assert (cast.pod.name, cast.pod.version) == ("Heath", 2)


def test_whoever_is_overtaken_sees_both_names_and_decides(cast: SimpleNamespace, browser_for: Any) -> None:
    url, eve = f"/settings/teams/{cast.pod.pk}/name/", browser_for(cast.eve)
    eve.post(url, {"name": "Heath", "version": 1})
    second = eve.post(url, {"name": "Parliament Hill", "version": 1})
    page = second.content.decode()
    assert "it is now “Heath”" in page and 'value="Parliament Hill"' in page
    cast.pod.refresh_from_db()
    assert cast.pod.name == "Heath"
    eve.post(url, {"name": "Parliament Hill", "version": second.context["form"]["version"].value()})
    cast.pod.refresh_from_db()
    assert cast.pod.name == "Parliament Hill"


def test_a_hundred_teams_cost_as_many_queries_as_four(cast: SimpleNamespace, browser_for: Any, at_most: Any) -> None:
    for number in range(100):
        TeamFactory(parent=cast.team, name=f"Pod {number}", kind=Team.Kind.POD)
    eve = browser_for(cast.eve)
    with at_most(8):
        assert eve.get("/settings/teams/").content.count(b"tree--2") == 101

"""The navigation leads where a person's roles let them go, says where they are, and asks the database nothing."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import path

from camden.access import ROLES, Permission, Role, may
from camden.overview import navigation
from camden.overview.navigation import ENTRIES, FIRST, LETTERS, leads


def somebody(*roles: Role) -> SimpleNamespace:
    return SimpleNamespace(roles=list(roles))


@pytest.fixture
def whole_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every entry has its page."""
    addresses = {entry.name: f"/{entry.name.replace(':', '-')}/" for entry in ENTRIES}
    addresses |= {"cases:list": "/cases/", "cases:find": "/cases/find/"}
    monkeypatch.setattr(navigation, "_address", addresses.__getitem__)


def texts(links: Any) -> list[str]:
    return [link.text for link in links]


@pytest.mark.parametrize("role", [role for role in Role if role.has_account])
def test_each_role_finds_exactly_what_it_may_open(whole_service: None, role: Role) -> None:
    found = navigation.navigation(somebody(role), "/roles/")
    assert texts(found.every) == [entry.text for entry in ENTRIES if leads(somebody(role), entry)]
    assert sorted(texts([*found.first, *found.more])) == sorted(texts(found.every))
    assert len(found.first) <= FIRST + 1 and len(found.more) != 1
    assert not found.more or sum(map(len, texts(found.first))) <= LETTERS


@pytest.mark.parametrize(
    ("role", "first"),
    [
        (Role.SOCIAL_WORKER, ["My day", "My families", "Find a child"]),
        (Role.SENIOR_PRACTITIONER, ["My day", "Group supervision", "Team"]),
        (Role.TEAM_MANAGER, ["My day", "Group supervision", "Team"]),
        (Role.CONFERENCE_COORDINATOR, ["Conferences", "Learning", "Duty rota", "Roles"]),
        (Role.BUSINESS_SUPPORT, ["Meetings", "My families", "Conferences"]),
        (Role.SYSTEM_ADMINISTRATOR, ["Learning", "Duty rota", "Settings", "Roles"]),
    ],
)
def test_on_a_phone_what_a_role_is_chiefly_for_comes_first(whole_service: None, role: Role, first: list[str]) -> None:
    assert texts(navigation.navigation(somebody(role), "/nowhere/").first) == first


def test_the_page_one_is_on_is_marked_and_beneath_it_its_part(whole_service: None) -> None:
    def current(where: str) -> list[tuple[str, str]]:
        found = navigation.navigation(somebody(Role.SOCIAL_WORKER), where)
        return [(link.text, link.current) for link in found.every if link.current]

    assert current("/cases/") == [("My families", "page")]
    assert current("/cases/7/children/3/") == [("My families", "true")]
    assert current("/cases/find/") == [("Find a child", "page")]
    assert current("/cases/7/conferences/3/plan/") == [("Conferences", "true")]
    assert current("/cases/7/supervision/") == [("Group supervision", "true")]
    assert current("/accounts/logout/") == []


def test_where_one_is_stays_in_sight_on_a_phone(whole_service: None) -> None:
    found = navigation.navigation(somebody(Role.SOCIAL_WORKER), "/training-mine/")
    assert texts(found.first) == ["My day", "My families", "Learning"]


def test_an_address_that_does_not_exist_leaves_its_entry_out(cast: SimpleNamespace, settings: Any) -> None:
    settings.ROOT_URLCONF = (path("roles/", lambda request: None, name="roles"),)
    assert navigation._address("overview:nowhere") == ""


def test_the_navigation_leads_only_where_the_role_may_go(cast: SimpleNamespace, browser_for: Any) -> None:
    assert 'href="/cases/find/"' in browser_for(cast.amara).get("/roles/").content.decode()
    assert 'href="/cases/find/"' not in browser_for(cast.eve).get("/roles/").content.decode()


def test_the_page_marks_where_one_is(cast: SimpleNamespace, browser_for: Any) -> None:
    page = browser_for(cast.amara).get(f"/cases/{cast.case.pk}/").content.decode()
    assert page.count('href="/cases/" aria-current="true"') == 2, "in the row and on the phone"
    assert 'href="/roles/" aria-current="page"' in browser_for(cast.eve).get("/roles/").content.decode()


def test_the_navigation_asks_the_database_nothing(
    cast: SimpleNamespace, browser_for: Any, django_assert_num_queries: Any
) -> None:
    user = type(cast.bilal).objects.get(pk=cast.bilal.pk)
    assert may(user, Permission.TEAM_READ)
    with django_assert_num_queries(0):
        assert len(navigation.navigation(user, "/cases/").every) >= 3


def test_every_permission_that_opens_a_part_is_somebodys() -> None:
    held = set().union(*(says.permissions for says in ROLES.values()))
    assert {entry.needs for entry in ENTRIES} <= held

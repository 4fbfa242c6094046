"""Where somebody begins after sign-in."""

from types import SimpleNamespace
from typing import Any

import pytest

from camden.access import Role
from tests.factories.camden import MembershipFactory, UserFactory


@pytest.mark.parametrize("role", [role for role in Role if role.has_account])
def test_everybody_begins_on_a_page_their_role_opens(cast: SimpleNamespace, browser_for: Any, role: Role) -> None:
    person = UserFactory()
    MembershipFactory(user=person, team=cast.service, role=role)
    assert browser_for(person).get("/", follow=True).status_code == 200


@pytest.mark.parametrize("who", ["amara", "bilal", "cora"])
def test_who_works_with_families_begins_on_my_day(cast: SimpleNamespace, browser_for: Any, who: str) -> None:
    assert browser_for(getattr(cast, who)).get("/")["Location"] == "/my-day/"


def test_who_looks_after_settings_does_not(cast: SimpleNamespace, browser_for: Any) -> None:
    eve = browser_for(cast.eve)
    assert eve.get("/")["Location"] != "/my-day/"
    assert eve.get("/my-day/").status_code == 403

"""The page of roles, and where the navigation leads."""

from types import SimpleNamespace
from typing import Any

from camden.access import ROLES, Role


def test_the_navigation_leads_only_where_the_role_may_go(cast: SimpleNamespace, browser_for: Any) -> None:
    assert "/cases/find/" in browser_for(cast.amara).get("/roles/").content.decode()
    assert "/cases/find/" not in browser_for(cast.eve).get("/roles/").content.decode()


def test_every_role_has_its_sentence_on_the_page(cast: SimpleNamespace, browser_for: Any) -> None:
    page = browser_for(cast.eve).get("/roles/")
    shown = {role.label for role in page.context["roles"]}
    assert shown == {says.label for says in ROLES.values()}
    assert len(shown) == len(Role) >= 20
    assert page.content.decode().count("No account yet") == 2, "partners and family members"
    assert all(says.sentence.encode() in page.content for says in ROLES.values() if "'" not in says.sentence)

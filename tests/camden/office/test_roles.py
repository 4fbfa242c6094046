"""The first page, and the page of roles."""

from types import SimpleNamespace
from typing import Any

import pytest

from camden.access import ROLES


@pytest.mark.parametrize(("who", "first"), [("amara", "/cases/"), ("bilal", "/cases/"), ("eve", "/roles/")])
def test_everybody_begins_on_a_page_their_role_opens(
    cast: SimpleNamespace, browser_for: Any, who: str, first: str
) -> None:
    browser = browser_for(getattr(cast, who))
    assert browser.get("/").url == first
    assert browser.get(first).status_code == 200


def test_the_navigation_leads_only_where_the_role_may_go(cast: SimpleNamespace, browser_for: Any) -> None:
    assert "/cases/find/" in browser_for(cast.amara).get("/roles/").content.decode()
    assert "/cases/find/" not in browser_for(cast.eve).get("/roles/").content.decode()


def test_every_role_has_its_sentence_on_the_page(cast: SimpleNamespace, browser_for: Any) -> None:
    page = browser_for(cast.eve).get("/roles/")
    shown = {role.label for role in page.context["roles"]}
    assert shown == {says.label for says in ROLES.values()}
    assert all(says.sentence.encode() in page.content for says in ROLES.values() if "'" not in says.sentence)

"""Pages that look across the apps."""

from types import SimpleNamespace
from typing import Any

import pytest


@pytest.mark.parametrize(("who", "first"), [("amara", "/cases/"), ("bilal", "/cases/"), ("eve", "/roles/")])
def test_everybody_begins_on_a_page_their_role_opens(
    cast: SimpleNamespace, browser_for: Any, who: str, first: str
) -> None:
    browser = browser_for(getattr(cast, who))
    assert browser.get("/").url == first
    assert browser.get(first).status_code == 200

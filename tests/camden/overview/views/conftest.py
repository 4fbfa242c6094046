"""Pages of the roof are read as a person reads them."""

from typing import Any

import pytest

from tests.reading import Page


@pytest.fixture
def read() -> Any:
    """Read an answer that must be a whole page."""

    def page(answer: Any) -> Page:
        assert answer.status_code == 200
        found = Page()
        found.feed(answer.content.decode())
        found.said = " ".join(found.said.split())
        return found

    return page

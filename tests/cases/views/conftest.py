"""Views are asked on a Tuesday, and what they answer is read as a person reads it."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

import pytest
import time_machine

from tests.reading import Page


@pytest.fixture(autouse=True)
def tuesday(today: Any) -> Iterator[None]:
    """Ten in the morning, and no second later."""
    with time_machine.travel(datetime.combine(today, time(10), UTC), tick=False):
        yield


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

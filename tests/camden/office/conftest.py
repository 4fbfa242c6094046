"""What tests of pages of the floor share."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.fixture
def at_most() -> Callable[[int], Any]:
    """Statements of a page, savepoint, session and person included; the changes of role are the test's own."""

    @contextmanager
    def counted(most: int) -> Iterator[None]:
        with CaptureQueriesContext(connection) as captured:
            yield
        asked = [query["sql"] for query in captured if "session authorization" not in query["sql"].lower()]
        assert len(asked) <= most, "\n".join(asked)

    return counted

"""Throttles survive the rollback of a request: their table is asked on the alias outside it."""

from types import SimpleNamespace
from typing import Any

import pytest

from camden.models.routing import Aside
from cases.models import Case

CACHE = SimpleNamespace(_meta=SimpleNamespace(app_label="django_cache"))


def test_the_cache_goes_aside_and_nothing_else_does(settings: Any) -> None:
    settings.ASIDE = "aside"
    assert Aside().db_for_read(CACHE) == Aside().db_for_write(CACHE) == "aside"
    assert Aside().db_for_read(Case) is None
    assert Aside().db_for_write(Case) is None


@pytest.mark.parametrize(("alias", "may"), [("aside", False), ("default", None)])
def test_nothing_is_migrated_twice(alias: str, may: bool | None) -> None:
    assert Aside().allow_migrate(alias, "cases") is may

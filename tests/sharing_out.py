"""Which process runs which tests, when there is more than one. Loaded with `-p tests.sharing_out`.

What stands together in a file is run together, because it shares what it set up: a seeded service, a demo, a browser.
The journeys are one piece, since one service serves them all. The files below are run test by test: each of their
tests takes so long that a whole file of them would be waited for at the end. They come first, after the journeys.

The scheduling "loadgroup" of pytest-xdist 3.8 puts a name behind each test's id, which pytest 9.2 no longer reads:
with it the journeys were torn apart, and each process started a service of its own for its part of them.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pytest

JOURNEYS = "tests/journeys/"
ONE_BY_ONE = (
    "tests/guards/test_random_worlds.py",
    "tests/guards/test_strangers.py",
    "tests/guards/test_fuzz.py",
    "tests/cases/operations/test_imports.py",
    "tests/cases/readings/test_genogram_worlds.py",
    "tests/camden/servers/test_supervisor.py",
)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """The long pieces first. Otherwise as it was: tests that empty the database come after those that need it."""
    yield
    items.sort(key=lambda item: _place(item.nodeid))  # which leaves everything else where it was


def _place(test: str) -> int:
    return 0 if test.startswith(JOURNEYS) else 1 if test.startswith(ONE_BY_ONE) else 2


def pieces(tests: list[str]) -> dict[str, str]:
    """Each test's id, and the name of the piece of work it belongs to.

    A file whose tests do not stand side by side, because some empty the database, is more than one piece: they keep
    their place.
    """
    found: dict[str, str] = {}
    for number, (file, together) in enumerate(groupby(tests, key=lambda test: test.split("::", 1)[0])):
        for test in together:
            alone = test.startswith(ONE_BY_ONE)
            found[test] = test if alone else JOURNEYS if test.startswith(JOURNEYS) else f"{number} {file}"
    return found


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Scheduling by these pieces, in the order of the tests, unless somebody asked for another."""
    if config.getvalue("dist") != "loadscope":
        return None
    from xdist.scheduler import LoadScopeScheduling

    class ByPieces(LoadScopeScheduling):
        pieces: dict[str, str] | None = None

        def _split_scope(self, nodeid: str) -> str:
            if self.pieces is None:
                self.pieces = pieces(next(iter(self.registered_collections.values())))
            return self.pieces[nodeid]

    config.option.loadscopereorder = False
    return ByPieces(config, log)

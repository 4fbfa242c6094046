"""Pages of conferences, asked on a Tuesday and read as a person reads them."""

from tests.cases.views.conftest import read, tuesday  # noqa: F401

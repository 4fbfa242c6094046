"""How many statements a page takes: those of a real request, and no others."""

from collections.abc import Iterable
from typing import Any

# The first changes the role of the test's connection. The second gives the connection back to the test, which goes on
# in the same transaction: outside a test the principal ends with it.
NOT_OF_THE_PAGE = ("session authorization", "set_config('app.user_id', '', true)")


def of_the_page(captured: Iterable[dict[str, Any]]) -> list[str]:
    """The statements of one request, BEGIN and COMMIT, session, person, principal and read event included."""
    statements = [query["sql"] for query in captured]
    return [sql for sql in statements if not any(other in sql.lower() for other in NOT_OF_THE_PAGE)]

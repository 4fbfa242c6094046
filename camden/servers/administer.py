"""What a database administrator does once, done by a program: `python -m camden.servers.administer`.

DATABASE_URL_ADMIN names the server and a superuser on it. The database's name and the three passwords are
those of DATABASE_URL, DATABASE_URL_WORKER and DATABASE_URL_OWNER, so each is written in one place. Safe to
run again.
"""

import os
import subprocess
import sys
from urllib.parse import SplitResult, unquote, urlsplit

from camden.servers.places import Trouble
from camden.servers.postgres import ADDRESSES, binaries, prepare_sql


def main() -> int:
    """Make the roles, the database and its extensions; the exit code."""
    try:
        addresses = {role: _address(f"DATABASE_URL{suffix}") for suffix, role in ADDRESSES.items()}
        names = {unquote(address.path.lstrip("/")) for address in addresses.values()}
        if len(names) != 1:
            raise Trouble("DATABASE_URL, DATABASE_URL_WORKER and DATABASE_URL_OWNER name different databases.")
        passwords = {role: unquote(address.password) for role, address in addresses.items() if address.password}
        _run(prepare_sql(names.pop(), passwords), _address("DATABASE_URL_ADMIN"))
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def _address(name: str) -> SplitResult:
    """One of the addresses in the environment."""
    if not os.environ.get(name):
        raise Trouble(f"{name} is not set.")
    return urlsplit(os.environ[name])


def _run(script: str, admin: SplitResult) -> None:
    """Give the script to psql; by the environment, since everybody can read a program's arguments."""
    host = admin.netloc.rpartition("@")[2]
    where = {
        "PGHOST": unquote(host) if host.startswith("%2F") else admin.hostname or "",
        "PGPORT": "5432" if host.startswith("%2F") else str(admin.port or 5432),
        "PGUSER": unquote(admin.username or "postgres"),
        "PGPASSWORD": unquote(admin.password or ""),
        "PGDATABASE": unquote(admin.path.lstrip("/")) or "postgres",
    }
    words = [binaries() / "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"]
    done = subprocess.run(words, input=script, text=True, timeout=120, env=os.environ | where)  # noqa: S603
    if done.returncode:
        raise Trouble("The database was not set up; what PostgreSQL said is above.")


if __name__ == "__main__":
    sys.exit(main())

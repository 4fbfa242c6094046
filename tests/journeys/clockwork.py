"""What no page of the product may do to a running service: let days pass, plan its rota, find its processes."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg2

from camden.servers.places import socket_folder
from camden.servers.postgres import Postgres


@contextmanager
def as_owner(data: Path) -> Iterator[Any]:
    """A cursor of the service's owner, in one transaction, beside the running service of that folder."""
    address = Postgres(data / "postgres", socket_folder(data)).url("camden_owner")
    with closing(psycopg2.connect(address)) as connection, connection, connection.cursor() as cursor:
        yield cursor


def plan_duty(data: Path, email: str, team: str) -> None:
    """Somebody is on duty for a team: since an hour ago, for eight more."""
    with as_owner(data) as cursor:
        cursor.execute(
            "insert into camden_duty (worker_id, team_id, kind, starts_at, ends_at, planned_by_id)"
            " select u.id, t.id, 'out-of-hours', now() - interval '1 hour', now() + interval '8 hours', u.id"
            " from camden_user u, camden_team t where u.email = %s and t.code = %s",
            [email, team],
        )
        assert cursor.rowcount == 1


def a_day_passes(data: Path) -> None:
    """Every duty was a day earlier."""
    with as_owner(data) as cursor:
        cursor.execute(
            "update camden_duty set starts_at = starts_at - interval '1 day', ends_at = ends_at - interval '1 day'"
        )


def days_pass(data: Path, case: int, days: int) -> None:
    """Everything that happened to one family was so many days earlier, and what is due comes nearer; ages stay."""
    with as_owner(data) as cursor:
        cursor.execute(
            "select table_name, string_agg(format('%%1$I = %%1$I - interval %%2$L', column_name, %s), ', ')"
            " from information_schema.columns c where table_schema = 'public' and table_name like 'cases\\_%%'"
            " and data_type in ('date', 'timestamp with time zone') and column_name not in"
            " ('created_at', 'pgh_created_at', 'born_on', 'expected_on', 'died_on')"
            " and exists (select 1 from information_schema.columns k where k.table_name = c.table_name"
            " and k.column_name = 'case_id') and table_name not like '%%event' and exists ("
            " select 1 from information_schema.tables t where t.table_name = c.table_name"
            " and t.table_type = 'BASE TABLE')"
            " group by table_name",
            [f"{days} days"],
        )
        for table, changes in cursor.fetchall():
            cursor.execute(f"update {table} set {changes} where case_id = %s", [case])


def agree(data: Path, email: str, what: str, first_sentence: str) -> None:
    """Something was agreed a month ago for the first family, and was due yesterday. No page of ours agrees it yet."""
    with as_owner(data) as cursor:
        cursor.execute(
            "insert into cases_action (case_id, what, why, first_sentence, keeper_id, promised_to, agreed_on,"
            " agreed_in, agreed_by_id, due_on, outcome)"
            " select 1, %s, 'She has gone quiet at school.', %s, u.id, '', current_date - 30, 'Group supervision',"
            " u.id, current_date - 1, '' from camden_user u where u.email = %s",
            [what, first_sentence, email],
        )
        assert cursor.rowcount == 1


def processes(data: Path, words: str) -> list[int]:
    """Ids of this service's processes whose command holds these words."""
    found, sockets = [], f"{socket_folder(data)}/"  # Valkey writes its address over its environment
    for process in Path("/proc").iterdir():
        try:
            environment = (process / "environ").read_bytes()
            command = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        is_ours = f"CAMDEN_DATA={data}".encode() in environment.split(b"\0") or sockets in command
        if is_ours and words in command:
            found.append(int(process.name))
    return found

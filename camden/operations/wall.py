"""Puts up the second wall: row-level security, from each app's `wall.sql` and the files that continue it."""

import hashlib
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connections, transaction

from camden.models import Wall


class RolesMissing(Exception):
    """The database has no roles camden_app and camden_worker yet. `manage.py prepare_database` prints how."""


def wall_files() -> dict[str, Path]:
    """Each app's `wall.sql` by app label, then its `wall_….sql` by label and file, in the order they are applied:
    the floor first.
    """
    found = {}
    for config in apps.get_app_configs():
        for path in sorted(Path(config.path).glob("wall*.sql"), key=lambda path: path.stem):
            found[config.label if path.stem == "wall" else f"{config.label}/{path.stem}"] = path
    return found


def raise_walls(using: str = "default", **signal: Any) -> None:
    """Apply every `wall.sql`, as owner, in one transaction, when any of them changed since last time.

    Runs after every migrate. Raises RolesMissing on a database that was not prepared.
    """
    files = wall_files()
    texts = {label: path.read_text(encoding="utf-8") for label, path in files.items()}
    hashes = {label: hashlib.sha256(text.encode()).hexdigest() for label, text in texts.items()}
    if dict(Wall.objects.using(using).values_list("app", "sha256")) == hashes:
        return
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("select count(*) from pg_roles where rolname in ('camden_app', 'camden_worker')")
        if cursor.fetchone()[0] < 2:
            raise RolesMissing(
                "Run `manage.py prepare_database` and give what it prints to the database's administrator."
            )
        cursor.execute("set local lock_timeout = '5s'")
        for text in texts.values():
            cursor.execute(text)
        for label, sha256 in hashes.items():
            Wall.objects.using(using).update_or_create(app=label, defaults={"sha256": sha256})

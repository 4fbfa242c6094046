"""Where a query goes."""

from typing import Any

from django.conf import settings


class Aside:
    """Sends the cache to the alias outside the request's transaction, so that a throttle survives a rollback."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        return settings.ASIDE if model._meta.app_label == "django_cache" else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        return False if db == "aside" else None

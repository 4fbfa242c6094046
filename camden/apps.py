"""The floor as a Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CamdenConfig(AppConfig):
    name = "camden"
    verbose_name = "The service"

    def ready(self) -> None:
        from camden import celery  # noqa: F401  makes the tasks' app known
        from camden.management.rules import sync_rules
        from camden.office import look, signed_out  # noqa: F401  checks and receivers, there before the first request
        from camden.operations.wall import raise_walls
        from camden.operations.workdays import keep_workdays

        post_migrate.connect(raise_walls, sender=self)
        post_migrate.connect(keep_workdays, sender=self)
        post_migrate.connect(sync_rules, sender=self)

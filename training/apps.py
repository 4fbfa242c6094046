"""Learning as a Django app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class TrainingConfig(AppConfig):
    name = "training"
    verbose_name = "Learning"

    def ready(self) -> None:
        from training.management.shipping import ship_frameworks
        from training.management.shipping_promises import ship_promises

        post_migrate.connect(ship_frameworks, sender=self)
        post_migrate.connect(ship_promises, sender=self)

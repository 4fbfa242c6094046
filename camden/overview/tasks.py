"""Jobs of the whole service."""

from celery import shared_task
from django.utils import timezone

from camden.operations import health


@shared_task
def beat() -> None:
    """The worker lives: `/readyz` reads this."""
    health.beat(part="worker", at=timezone.now())

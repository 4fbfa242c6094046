"""Jobs of the whole service."""

from celery import shared_task
from django.utils import timezone

from camden.operations import drafts, health


@shared_task
def beat() -> None:
    """The worker lives: `/readyz` reads this."""
    health.beat(part="worker", at=timezone.now())


@shared_task
def make_room_for_reads() -> None:
    """Partitions for the months to come, so that none is made while somebody waits for a page."""
    health.make_room_for_reads(months=13)


@shared_task
def forget_old_drafts() -> None:
    """Words nobody touched for 30 days are dropped."""
    drafts.forget_old_drafts()

"""Jobs of the whole service."""

from datetime import date

from celery import shared_task
from django.utils import timezone

from camden.operations import drafts, health, notices
from camden.overview import digest


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


@shared_task
def drain_outbox() -> None:
    """What waits in the outbox leaves by e-mail."""
    notices.drain(at=timezone.now(), on=timezone.localdate(), words=digest.WORDS)


@shared_task
def write_digests(on: date | None = None) -> None:
    """At most one message for each person and working day, about what is late or soon. `on` only by hand."""
    digest.write_digests(on=on or timezone.localdate())

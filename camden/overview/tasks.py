"""Jobs of the whole service."""

from datetime import date

from celery import shared_task
from django.utils import timezone

from camden.operations import drafts, health, notices
from camden.overview import digest
from camden.rules.moments import day_here


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
    """At most one message for each person and working day, about what is late or soon. `on` only by hand.

    Asked again and again until the morning's are written: a worker that died on the way costs nobody their letter,
    and what comes up later in the day waits for the next morning.
    """
    now = timezone.now()
    done = health.last_beat(part="digests")
    if on:
        digest.write_digests(on=on)
        return
    is_new = done is None or day_here(done) < day_here(now)
    if is_new and not digest.write_digests(on=day_here(now)).failed:
        health.beat(part="digests", at=now)

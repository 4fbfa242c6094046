"""Jobs about family group conferences."""

import logging

from celery import shared_task
from django.utils import timezone

from camden.operations.people import jobs
from conferences.operations.outcomes import ask_families

log = logging.getLogger("camden.jobs")


@shared_task
def ask_how_it_went() -> None:
    """Three, six and twelve months after they met: how is it now? Numbers only: a log knows no family."""
    sent = ask_families(by=jobs(), on=timezone.localdate())
    log.info("asked how it went", extra={"facts": {"families": sent}})

"""Jobs about family group conferences."""

import logging

from celery import shared_task
from django.utils import timezone

from camden.operations.people import jobs
from camden.principal import acting_as
from conferences.operations.figures import keep_figures
from conferences.operations.outcomes import ask_families
from conferences.readings.evidence import of_the_service

log = logging.getLogger(__name__)


@shared_task
def ask_how_it_went() -> None:
    """Three, six and twelve months after they met: how is it now? Numbers only: a log knows no family."""
    sent = ask_families(by=jobs(), on=timezone.localdate())
    log.info("asked how it went", extra={"facts": {"families": sent}})


@shared_task
def count_conferences() -> None:
    """The service's figures of this month, in its first night and not again."""
    on = timezone.localdate()
    with acting_as(jobs()):
        if keep_figures(evidence=of_the_service(on), on=on):
            log.info("conferences: the figures of this month are kept")

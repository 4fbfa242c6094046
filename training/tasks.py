"""Jobs about learning and listening."""

import logging

from celery import shared_task
from django.utils import timezone

from camden.operations.people import jobs
from camden.principal import acting_as
from training.operations.deciding import decide_round, rounds_over

log = logging.getLogger("camden.jobs")


@shared_task
def decide_rounds() -> None:
    """What is shown of each round of questions that is over, decided once. A log knows nobody's answer."""
    for key in rounds_over(timezone.localdate()):
        with acting_as(jobs()):  # each in a transaction of its own
            if decide_round(key=key, at=timezone.now()):
                log.info("decided what is shown of a round of questions", extra={"facts": {"round": key}})

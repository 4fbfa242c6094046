"""Jobs about group supervision."""

import logging

from celery import shared_task
from django.utils import timezone

from camden.operations.people import jobs
from camden.principal import acting_as
from supervision.models import Session
from supervision.operations.agenda import propose_tonight

log = logging.getLogger(__name__)


@shared_task
def propose_agendas() -> None:
    """Propose the families of every session that is to come, each in a transaction of its own."""
    system, on = jobs(), timezone.localdate()
    with acting_as(system):
        ahead = list(
            Session.objects.open()
            .filter(held_on__gte=on, begun_at=None, agenda_published_at=None)
            .select_related("group", "supervisor")
        )
    for session in ahead:
        with acting_as(system):
            proposed = propose_tonight(session=session, on=on)
        # Numbers only: a log knows no family.
        log.info("agenda: session %s, %s proposed", session.pk, proposed)

"""Verbs about the figures of the whole service."""

from datetime import date

from django.db import transaction

from conferences.models import ServiceFigures
from conferences.readings.evidence import Evidence


@transaction.atomic
def keep_figures(*, evidence: Evidence, on: date) -> bool:
    """Keep the service's figures of a month, once: on its first night. True when they were written.

    One set a month: from two that lie a day apart one could work out whom the day added.
    """
    first = on.replace(day=1)
    if ServiceFigures.objects.filter(made_on__gte=first, made_on__lte=on).exists():
        return False
    ServiceFigures.objects.create(made_on=on, content=evidence.as_content())
    return True

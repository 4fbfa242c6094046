"""Brings promises to begin from after each migrate, where nobody has any."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from training.models import Promise
from training.rules.listening import SHIPPED


def ship_promises(using: str = "default", **signal: Any) -> None:
    """Promises to begin from, once: where there was ever one, what is promised is the authority's own affair."""
    with transaction.atomic(using=using):
        table = Promise.objects.using(using)
        if not table.exists():
            on = timezone.localdate()
            table.bulk_create(
                Promise(code=code, whose=whose.value, words=words, from_on=on) for code, whose, words in SHIPPED
            )

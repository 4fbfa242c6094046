"""Figures of the whole service, as of one night, for those who see no families' rows."""

from django.db import models

from camden.models.base import Kept


class ServiceFigures(Kept):
    """The evidence page of the service as it may be shown to anybody: small numbers are hidden before it is stored.

    `content` is `readings.evidence.Evidence` as plain values. Nothing in it is about one family or one worker, and from
    one night to the next it changes once a month only, so that no day tells who was added.
    """

    made_on = models.DateField(unique=True)
    content = models.JSONField()

    class Meta:
        verbose_name_plural = "service figures"

    def __str__(self) -> str:
        return f"figures of {self.made_on}"

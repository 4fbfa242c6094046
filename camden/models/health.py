"""Signs of life that `/readyz` reads."""

from django.db import models


class Heartbeat(models.Model):
    """When a part of the service last said that it lives. `part` is "worker", or "digests" for the day's
    letters, which are done then."""

    part = models.CharField(max_length=20, primary_key=True)
    beat_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.part

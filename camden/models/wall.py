"""Which version of each app's row-level security stands in this database."""

from django.db import models
from django.db.models.functions import Now


class Wall(models.Model):
    """The `wall.sql` of one app as last applied."""

    app = models.CharField(max_length=40, primary_key=True)
    sha256 = models.CharField(max_length=64)
    applied_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.app

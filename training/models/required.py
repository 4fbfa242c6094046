"""Learning that a council asks of some people: what, of whom, and who did it when."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from camden.access import Role
from camden.models import Employment, User
from camden.models.base import Kept


class RequiredItem(Kept):
    """One thing to learn. `months` it holds (none: for good); `first_days` there are to do it the first time.

    A renewal is spoken of `warn_days` before it ends: three months, as they are shipped.
    """

    code = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=160)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    first_days = models.PositiveSmallIntegerField(default=90)
    warn_days = models.PositiveSmallIntegerField(default=92)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(months=None) | Q(months__gte=1, months__lte=120), name="an_item_holds_up_to_ten_years"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class RequiredRule(Kept):
    """Of whom an item is asked, from a day until a day (not on it). An empty list leaves that open.

    Roles and teams are of one membership. `teams` are keys; all beneath them are meant too.
    """

    item = models.ForeignKey(RequiredItem, on_delete=models.PROTECT, related_name="rules")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    roles = ArrayField(
        models.CharField(max_length=40, choices=[(r.value, r.says.label) for r in Role]), default=list, blank=True
    )
    teams = ArrayField(models.BigIntegerField(), default=list, blank=True)
    grades = ArrayField(models.CharField(max_length=20, choices=Employment.Grade.choices), default=list, blank=True)
    is_required = models.BooleanField(default=True)
    set_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("from_on")), name="a_rule_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} since {self.from_on}"


class RequiredDone(Kept):
    """Somebody did an item. `source` says where in words; a certificate from before they worked here counts."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(RequiredItem, on_delete=models.PROTECT, related_name="+")
    done_on = models.DateField()
    source = models.CharField(max_length=160)
    noted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "required learning done"
        constraints = [
            models.UniqueConstraint(fields=["person", "item", "done_on"], name="an_item_is_done_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}, {self.done_on}"

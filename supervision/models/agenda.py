"""The agenda of a session: what is proposed and accepted, what a worker asks for, and what needs another session."""

from typing import Any, Self

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from camden.models import User
from cases.models.case import OfCase, OfCaseQuerySet
from cases.models.spells import said_together
from supervision.access import visible_agenda_items
from supervision.models.discussions import Discussion
from supervision.models.groups import Group
from supervision.models.sessions import Session


class AgendaItemQuerySet(OfCaseQuerySet["AgendaItem"]):
    """Questions about agendas."""

    def visible_to(self, user: Any) -> Self:
        """Families whose record the person sees, and those of published agendas of sessions they are expected at."""
        return self.filter(visible_agenda_items(user))


@pghistory.track()
class AgendaItem(OfCase):
    """A family on a session's agenda. A family kept from anybody who could read it is refused by the database.

    `why` are codes of `rules.agenda.Why`, `words` the same as the group reads it. Proposed by the nightly job
    (`proposed_on`), by whoever supervises, or from a worker's request; on the agenda once `accepted_on`.
    """

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="agenda")
    depth = models.CharField(max_length=6, choices=Discussion.Depth.choices)
    place = models.PositiveSmallIntegerField(default=0)
    why = ArrayField(models.CharField(max_length=12), default=list)
    words = ArrayField(models.CharField(max_length=200), default=list)
    minutes = models.PositiveSmallIntegerField(default=2)
    due_on = models.DateField(null=True, blank=True)
    needs_cover = models.BooleanField(default=False)
    proposed_on = models.DateField()
    accepted_on = models.DateField(null=True, blank=True)
    accepted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    taken_off_on = models.DateField(null=True, blank=True)
    taken_off_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "case"], name="an_agenda_names_a_family_once"),
            said_together("accepted_on", "accepted_by", name="an_agenda_says_who_accepted"),
            said_together("taken_off_on", "taken_off_by", name="an_agenda_says_who_took_off"),
            models.CheckConstraint(
                condition=Q(accepted_on=None) | Q(taken_off_on=None), name="accepted_or_taken_off_the_agenda"
            ),
        ]
        indexes = [models.Index(fields=["session", "place"], name="agenda_of_session")]

    def __str__(self) -> str:
        return "a family on an agenda"


@pghistory.track()
class AgendaRequest(OfCase):
    """A worker asks that a family be talked about. `answered_on` is when it came onto an agenda, or was put aside."""

    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    why = models.CharField(max_length=300, blank=True)
    wants = models.CharField(max_length=12, choices=[("group", "The group"), ("clinician", "A clinician")])
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "wants"], condition=Q(answered_on=None), name="a_family_is_asked_for_once"
            )
        ]

    def __str__(self) -> str:
        return "a request to talk about a family"


@pghistory.track()
class NeedsAnotherSession(OfCase):
    """A family that this group cannot talk about, without a word why. The supervisor knows that it is so and plans
    another session; where it is the supervisor who must not know, their manager does (`for_manager`)."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")
    since_on = models.DateField()
    is_for_manager = models.BooleanField(default=False)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            said_together("answered_on", "answered_by", name="another_session_was_planned_by_somebody"),
            models.UniqueConstraint(
                fields=["case", "group"], condition=Q(answered_on=None), name="one_other_session_is_needed"
            ),
        ]

    def __str__(self) -> str:
        return "a family that needs another session"

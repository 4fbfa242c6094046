"""Sessions: when a group meets, who takes part, and what stays with those who were there."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from camden.models import User
from camden.models.base import Kept
from cases.models import Exclusion
from supervision.access import visible_sessions
from supervision.models.groups import Group
from supervision.rules.quality import Band, Source


class SessionQuerySet(models.QuerySet["Session"]):
    """Questions about sessions."""

    def visible_to(self, user: Any) -> Self:
        """Sessions of groups the person belongs to or whose team is theirs, and those they took part in."""
        return self.filter(visible_sessions(user))

    def open(self) -> Self:
        """Neither agreed nor called off, the soonest first."""
        return self.filter(agreed_on=None, cancelled_on=None).order_by("held_on", "pk")


class Session(Kept):
    """One meeting of a group: a draft until it is agreed, and locked from then on.

    `begun_at` and `ended_at` are the moments somebody said so. The group reads its agenda from
    `agenda_published_at` on. `join_key` is what a phone's signed code must hold, and empty when no phone may post.
    """

    class Setting(models.TextChoices):
        ROOM = "room", "Together in a room"
        ONLINE = "online", "Online"
        MIXED = "mixed", "Some here, some online"

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="sessions")
    held_on = models.DateField()
    setting = models.CharField(max_length=6, choices=Setting.choices)
    place = models.CharField(max_length=120, blank=True)
    supervisor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    agenda_published_at = models.DateTimeField(null=True, blank=True)
    join_key = models.CharField(max_length=40, blank=True, default="", db_default="")
    agreed_on = models.DateField(null=True, blank=True)
    agreed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    cancelled_on = models.DateField(null=True, blank=True)
    cancelled_why = models.CharField(max_length=200, blank=True, default="", db_default="")

    objects = SessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_on=None, agreed_by=None) | Q(agreed_on__isnull=False, agreed_by__isnull=False),
                name="an_agreed_session_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(agreed_on=None) | Q(agreed_on__gte=F("held_on")),
                name="a_session_is_agreed_after_it_is_held",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on=None) | Q(agreed_on=None), name="a_session_is_called_off_or_agreed"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on=None, cancelled_why="")
                | (Q(cancelled_on__isnull=False) & ~Q(cancelled_why="")),
                name="a_session_called_off_says_why",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(begun_at=None) | Q(ended_at__gte=F("begun_at")),
                name="a_session_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["group", "-held_on", "-id"], name="session_of_group")]

    def __str__(self) -> str:
        return f"{self.group}, {self.held_on}"


class SessionWords(models.Model):
    """How a group came in, and how it worked together: group dynamics, which never leave the session."""

    session = models.OneToOneField(Session, on_delete=models.PROTECT, related_name="words", primary_key=True)
    check_in = models.TextField(blank=True, default="")
    process = models.TextField(blank=True, default="")
    version = models.PositiveIntegerField(db_default=1, editable=False)

    class Meta:
        verbose_name_plural = "session words"

    def __str__(self) -> str:
        return "how a group worked together"


class SessionPulse(models.Model):
    """How often something of a session changed. Triggers count it; a page that asks reads one number."""

    session = models.OneToOneField(Session, on_delete=models.PROTECT, related_name="pulse", primary_key=True)
    number = models.BigIntegerField(db_default=0, editable=False)

    def __str__(self) -> str:
        return f"change {self.number}"


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    """Questions about who takes part."""

    def hearing_of(self, case: Any) -> Self:
        """Those who are there when this family is talked about: everybody but those the record is kept from."""
        kept_out = Exclusion.objects.filter(case=case, stands_against__isnull=False)
        found = self.exclude(person__in=kept_out.values("stands_against"))
        return found.select_related("person").order_by("person__name", "person")


class Attendance(Kept):
    """Somebody who takes part in a session, and the part they play. Written only by a function of `wall.sql`.

    It opens what was said there to them, and never the family's record.
    """

    class Part(models.TextChoices):
        SUPERVISOR = "supervisor", "Supervisor"
        PRESENTER = "presenter", "Presenter"
        CONSULTANT = "consultant", "Consultant"
        OBSERVER = "observer", "Reflecting team"
        PLANNER = "action-planner", "Action planner"
        SCRIBE = "scribe", "Scribe"

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="attendances")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=14, choices=Part.choices)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "person"], name="takes_part_in_a_session_once")]
        indexes = [models.Index(fields=["person", "-session"], name="attendance_of_person")]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_part_display()}"


class SessionReading(Kept):
    """A member of the group who was not there has read what was agreed."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="readings")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    read_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "person"], name="a_session_is_read_once")]

    def __str__(self) -> str:
        return f"{self.person} has read it"


class Reflection(Kept):
    """What one person takes from a session for themselves. Nobody else reads it, and it goes nowhere."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "person"], name="one_reflection_of_a_session")]

    def __str__(self) -> str:
        return "a private reflection"


class SessionRating(Kept):
    """How one person saw a session: a band, and 0 to 2 for each item answered ({"plural": 2}).

    Nobody reads another's: a function of `wall_quality.sql` tells a group's, without who said it.
    """

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=8, choices=[(each.value, each.value) for each in Source])
    band = models.CharField(max_length=12, choices=[(each.value, each.value) for each in Band])
    items = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "person"], name="one_rating_of_a_session")]

    def __str__(self) -> str:
        return "how somebody saw a session"

"""Group supervision: groups, sessions, and what was said about each family in the order of the session (REFERENCE 5).

A worker's own position and the group's dynamics are spoken and not written: there is no field for them.
"""

from typing import Any, Self

import pghistory
from django.db import models
from django.db.models import Q

from camden.models import Team, User
from camden.models.base import Kept
from cases.models import Action, Exclusion, Member
from cases.models.case import OfCase, OfCaseQuerySet
from supervision.access import visible_discussions, visible_groups, visible_sessions


class GroupQuerySet(models.QuerySet["Group"]):
    """Questions about groups."""

    def visible_to(self, user: Any) -> Self:
        """Groups of the person's own teams, and groups they belong to now."""
        return self.filter(visible_groups(user))


class Group(Kept):
    """People who meet for supervision: a pod, its senior practitioner, and a clinician who joins them."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    senior_practitioner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    clinician = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = GroupQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "name"], name="a_team_calls_one_group_so")]

    def __str__(self) -> str:
        return self.name


class GroupMember(Kept):
    """A person's place in a group, from a day until a day."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "person"], condition=Q(ended_on=None), name="in_a_group_once"),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=models.F("started_on")),
                name="a_place_in_a_group_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.group}"


class SessionQuerySet(models.QuerySet["Session"]):
    """Questions about sessions."""

    def visible_to(self, user: Any) -> Self:
        """Sessions of groups the person belongs to or whose team is theirs, and those they took part in."""
        return self.filter(visible_sessions(user))

    def open(self) -> Self:
        """Not agreed yet, the soonest first."""
        return self.filter(agreed_on=None).order_by("held_on", "pk")


class Session(Kept):
    """One meeting of a group: a draft until it is agreed, and locked from then on."""

    class Setting(models.TextChoices):
        ROOM = "room", "Together in a room"
        ONLINE = "online", "Online"
        MIXED = "mixed", "Some here, some online"

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="sessions")
    held_on = models.DateField()
    setting = models.CharField(max_length=6, choices=Setting.choices)
    place = models.CharField(max_length=120, blank=True)
    supervisor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    agreed_on = models.DateField(null=True, blank=True)
    agreed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = SessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_on=None, agreed_by=None) | Q(agreed_on__isnull=False, agreed_by__isnull=False),
                name="an_agreed_session_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(agreed_on=None) | Q(agreed_on__gte=models.F("held_on")),
                name="a_session_is_agreed_after_it_is_held",
            ),
        ]
        indexes = [models.Index(fields=["group", "-held_on", "-id"], name="session_of_group")]

    def __str__(self) -> str:
        return f"{self.group}, {self.held_on}"


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


class DiscussionQuerySet(OfCaseQuerySet["Discussion"]):
    """Questions about discussions."""

    def visible_to(self, user: Any) -> Self:
        """Those whose record the person sees, and those they were there for; none of a family kept from them."""
        return self.filter(visible_discussions(user))

    def heard_by(self, user: Any) -> Self:
        """Those of sessions somebody takes or took part in."""
        return self.filter(session__in=Attendance.objects.filter(person=user).values("session"))

    def agreed(self) -> Self:
        """Those that count."""
        return self.filter(agreed_on__isnull=False)

    def to_finish(self) -> Self:
        """Of sessions that have ended, those with something still to write."""
        return self.filter(agreed_on=None, session__agreed_on__isnull=False)


@pghistory.track()
class Discussion(OfCase):
    """One family talked about in one session. It counts from the day it is agreed, and is locked from then on."""

    class Depth(models.TextChoices):
        DEEP = "deep", "In depth"
        QUICK = "quick", "Quick round"

    class Reason(models.TextChoices):
        ROUTINE = "routine", "It is their turn"
        PROTECTION = "protection", "Child protection"
        COURT = "court", "Court or before court"
        STUCK = "stuck", "The work feels stuck"
        STEP = "step", "Stepping up or down"
        INCIDENT = "incident", "Something serious happened"

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="discussions")
    # The session's day again: whoever works with the family now need not see sessions of the pod before them.
    held_on = models.DateField()
    presenter = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    depth = models.CharField(max_length=6, choices=Depth.choices)
    reason = models.CharField(max_length=12, choices=Reason.choices)
    agreed_on = models.DateField(null=True, blank=True)
    agreed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = DiscussionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "case"], name="a_session_discusses_a_family_once"),
            models.CheckConstraint(
                condition=Q(agreed_on=None, agreed_by=None) | Q(agreed_on__isnull=False, agreed_by__isnull=False),
                name="an_agreed_discussion_says_by_whom",
            ),
        ]
        indexes = [models.Index(fields=["case", "-held_on", "-id"], name="discussion_of_case")]

    def __str__(self) -> str:
        return "a discussion"


@pghistory.track()
class DiscussionWords(OfCase):
    """What was said: a table of its own, because jobs read days and people, never words.

    `recommendation` is a senior practitioner's; the manager decides.
    """

    discussion = models.OneToOneField(Discussion, on_delete=models.PROTECT, related_name="words", primary_key=True)
    dilemma = models.TextField(blank=True)
    useful = models.TextField(blank=True)
    safety = models.TextField(blank=True)
    recommendation = models.TextField(blank=True)
    recommended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "discussion words"

    def __str__(self) -> str:
        return "what was said"


@pghistory.track()
class DiscussionChild(OfCase):
    """A child a discussion is about: "if Anisa were in the room, what would she say?", and how we know."""

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="voices")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    voice = models.TextField(blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["discussion", "child"], name="a_discussion_names_a_child_once")]

    def __str__(self) -> str:
        return "a child of a discussion"


@pghistory.track()
class Hypothesis(OfCase):
    """One tentative idea, in one sentence. Those the presenter keeps go on; the others stay with the session."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", "Offered"
        KEPT = "kept", "Rang a bell"

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="hypotheses")
    text = models.CharField(max_length=300)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.PROPOSED)

    class Meta:
        verbose_name_plural = "hypotheses"
        constraints = [models.UniqueConstraint(fields=["discussion", "text"], name="an_idea_is_offered_once")]

    def __str__(self) -> str:
        return "an idea"


@pghistory.track()
class AgreedAction(OfCase):
    """A next conversation, as the group shapes it. At the end it becomes an action of the record, and `action` its key.

    One that was taken back has no words left; history keeps them.
    """

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="actions")
    what = models.CharField(max_length=300, blank=True)
    why = models.TextField(blank=True)
    first_sentence = models.TextField(blank=True)
    keeper = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    action = models.OneToOneField(Action, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(what="") | Q(keeper__isnull=False), name="somebody_keeps_what_is_agreed"
            ),
            models.CheckConstraint(condition=Q(action=None) | ~Q(what=""), name="what_is_agreed_has_words"),
        ]

    def __str__(self) -> str:
        return self.what

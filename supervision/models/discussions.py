"""What was said about each family in the order of the session (REFERENCE 5.1 and 5.3)."""

from datetime import date
from typing import Any, Self, TypeVar

import pghistory
from django.db import models
from django.db.models import F, Q

from camden.models import User
from cases.models import Action, Decision, GenogramSnapshot, Member
from cases.models.case import OfCase, OfCaseQuerySet
from supervision.access import authorities_over, may_answer, still_in_the_room, visible_discussions
from supervision.models.sessions import Attendance, Session
from supervision.rules import deciding, prompts, stages
from supervision.rules.counting import Standing


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


class ManagementDecisionQuerySet(OfCaseQuerySet["ManagementDecision"]):
    """Questions about what was decided and recommended."""

    def standing(self) -> Self:
        """Those that nobody withdrew."""
        return self.filter(withdrawn_on=None)

    def to_answer(self, user: Any, on: date) -> Self:
        """What waits for this manager, of records they see (`access.may_answer`)."""
        waiting = self.visible_to(user).standing().filter(for_manager__isnull=False, answered_on=None)
        return waiting.alias(**authorities_over(user)).filter(may_answer(user, on))

    def answerable(self, user: Any) -> Self:
        """What is or was this manager's to answer, whoever it waits for today."""
        theirs = self.visible_to(user).filter(for_manager__isnull=False).alias(**authorities_over(user))
        return theirs.filter(Q(for_manager=user) | Q(theirs_now__gte=F("needs")))


R = TypeVar("R", bound=models.Model)


class RoomQuerySet(OfCaseQuerySet[R]):
    """Questions about what stays with those who were there."""

    def visible_to(self, user: Any) -> Self:
        """Of sessions the person took part in, while they belong to the group; whoever merely sees the record reads
        none of it."""
        return self.filter(still_in_the_room(user))


@pghistory.track()
class Discussion(OfCase):
    """One family talked about in one session. It counts from the day it is agreed, and is locked from then on.

    `standing` is what made its turn come sooner on that day, and decides for ever what it needed. `place` is its order
    in the session. `consultant` and `planner` are people's parts for this family; `minutes_spent` what it took.
    """

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
    standing = models.CharField(
        max_length=10, choices=[(each.value, each.name.title()) for each in Standing], blank=True, default="",
        db_default="",
    )  # fmt: skip
    place = models.PositiveSmallIntegerField(default=0, db_default=0)
    genogram = models.ForeignKey(GenogramSnapshot, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    minutes_spent = models.PositiveSmallIntegerField(null=True, blank=True)
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

    `useful` is the commission: what would be most useful. `safety` says in a few sentences what the four parts of risk
    and safety say apart. `changed`, `worry` and `next_step` are the one line of a quick round. `recommendation` is
    what a simpler record kept before there were decisions (`ManagementDecision`).
    """

    class Worry(models.TextChoices):
        UP = "up", "Up"
        SAME = "same", "As it was"
        DOWN = "down", "Down"

    discussion = models.OneToOneField(Discussion, on_delete=models.PROTECT, related_name="words", primary_key=True)
    dilemma = models.TextField(blank=True)
    useful = models.TextField(blank=True)
    safety = models.TextField(blank=True)
    risk_worst = models.TextField(blank=True, default="", db_default="")
    risk_likely = models.TextField(blank=True, default="", db_default="")
    safe_tonight = models.TextField(blank=True, default="", db_default="")
    bottom_line = models.TextField(blank=True, default="", db_default="")
    contingency = models.TextField(blank=True, default="", db_default="")
    resonance = models.TextField(blank=True, default="", db_default="")
    changed = models.TextField(blank=True, default="", db_default="")
    worry = models.CharField(max_length=4, choices=Worry.choices, blank=True, default="", db_default="")
    next_step = models.TextField(blank=True, default="", db_default="")
    recommendation = models.TextField(blank=True)
    recommended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "discussion words"

    def __str__(self) -> str:
        return "what was said"


@pghistory.track()
class DiscussionChild(OfCase):
    """A child a discussion is about: "if Anisa were in the room, what would she say?", and how we know.

    For a baby or an unborn child `voice` is what we see, or what this child will need; `kind` says which.
    """

    class Kind(models.TextChoices):
        SAYS = "says", "What they would say"
        SHOWS = "shows", "What we see"
        NEEDS = "needs", "What this child will need"

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="voices")
    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=5, choices=Kind.choices, default=Kind.SAYS, db_default="says")
    voice = models.TextField(blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["discussion", "child"], name="a_discussion_names_a_child_once")]

    def __str__(self) -> str:
        return "a child of a discussion"


@pghistory.track()
class DiscussionPart(OfCase):
    """The part somebody plays while one family is talked about."""

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="parts")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=14, choices=Attendance.Part.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["discussion", "person", "part"], name="a_part_is_played_once_by_somebody")
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_part_display()}"


@pghistory.track()
class DiscussionStep(OfCase):
    """A moment at which somebody moved a discussion on to a step of 5.1. A group may go back, and skip."""

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=14, choices=[(each.code, each.title) for each in stages.STEPS])
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["discussion", "-entered_at"], name="step_of_discussion")]

    def __str__(self) -> str:
        return self.get_step_display()


@pghistory.track()
class RoomQuestion(OfCase):
    """A question that was asked in the room. It stays with the session."""

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="questions")
    text = models.CharField(max_length=300)
    kind = models.CharField(
        max_length=10, choices=[(kind.value, says) for kind, says in prompts.KIND_SAYS.items()], blank=True, default=""
    )
    circular = models.CharField(max_length=20, blank=True, default="")
    client_key = models.UUIDField(null=True, blank=True)

    objects: RoomQuerySet["RoomQuestion"] = RoomQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [models.UniqueConstraint(fields=["discussion", "client_key"], name="a_question_is_sent_once")]

    def __str__(self) -> str:
        return "a question asked in the room"


@pghistory.track()
class DifferenceNote(OfCase):
    """A social difference that may matter (a lens of GGRRAAACCEEESSS): whose, seen or unseen, voiced or not, so what.

    It stays with the session.
    """

    class Whose(models.TextChoices):
        CHILD = "child", "The child’s"
        PARENT = "parent", "A parent’s"
        WORKER = "worker", "The worker’s"
        TEAM = "team", "Ours"

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="differences")
    lens = models.CharField(max_length=20)
    whose = models.CharField(max_length=6, choices=Whose.choices)
    is_visible = models.BooleanField(null=True, default=None)
    is_voiced = models.BooleanField(null=True, default=None)
    so_what = models.TextField(blank=True)

    objects: RoomQuerySet["DifferenceNote"] = RoomQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["discussion", "lens", "whose"], name="a_difference_is_noted_once")
        ]

    def __str__(self) -> str:
        return "a difference that may matter"


@pghistory.track()
class Position(OfCase):
    """The worker's position: what the work does to them. With the group's session, never on the child's file.

    Those who were there read it while they belong to the group. `was_spoken` ticks "spoken, not written".
    """

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="positions")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    was_spoken = models.BooleanField(default=False)

    objects: RoomQuerySet["Position"] = RoomQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["discussion", "person"], name="one_position_of_a_worker"),
            models.CheckConstraint(condition=Q(was_spoken=False) | Q(words=""), name="what_was_spoken_is_not_written"),
        ]

    def __str__(self) -> str:
        return "a worker’s position"


@pghistory.track()
class Dissent(OfCase):
    """Somebody who was there saw it differently. It stays with the session."""

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="dissents")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()

    objects: RoomQuerySet["Dissent"] = RoomQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["discussion", "person"], name="somebody_differs_once"),
            models.CheckConstraint(condition=~Q(words=""), name="who_differs_says_how"),
        ]

    def __str__(self) -> str:
        return "somebody saw it differently"


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


@pghistory.track()
class ManagementDecision(OfCase):
    """What was decided in a session, why, by whom with what authority; above it, a recommendation to a named manager.

    `decide_by_on` is the day by which it waits for them. `decision` is the manager's own, once made: there is one truth
    about it, and it stands on the record. `answered_by` is whoever answered; where it is empty, the named manager did.
    One that was withdrawn stays, with the reason.
    """

    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, related_name="decisions")
    about = models.CharField(max_length=12, choices=[(about.value, says) for about, says in deciding.WORDS.items()])
    what = models.TextField()
    why = models.TextField(blank=True)
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    authority = models.PositiveSmallIntegerField(
        null=True, blank=True, choices=[(each.value, each.name) for each in deciding.Authority]
    )
    for_manager = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decide_by_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(blank=True, default="")
    decision = models.OneToOneField(Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_why = models.TextField(blank=True, default="", db_default="")

    objects = ManagementDecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="what_was_decided_has_words"),
            models.CheckConstraint(
                condition=Q(answered_on=None, answer="", decision=None)
                | (Q(answered_on__isnull=False) & (~Q(answer="") | Q(decision__isnull=False))),
                name="a_recommendation_is_answered_in_words_or_by_a_decision",
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | Q(answered_on__isnull=False), name="who_answered_did_it_on_a_day"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_by=None, withdrawn_why="")
                | (Q(withdrawn_on__isnull=False, withdrawn_by__isnull=False, answered_on=None) & ~Q(withdrawn_why="")),
                name="a_decision_withdrawn_says_by_whom_and_why",
            ),
        ]
        indexes = [
            models.Index(fields=["for_manager"], condition=Q(answered_on=None), name="recommendation_that_waits")
        ]

    def __str__(self) -> str:
        return "what was decided"

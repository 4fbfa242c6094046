"""Courses: what is offered, when, for how many; who asked for a place, who came, what they say of it."""

from typing import Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from camden.access import Role
from camden.models import Membership, User
from camden.models.base import Kept
from training.models.required import RequiredItem
from training.rules.ladder import Step

# Whoever answers for somebody's work, as `app_answers_for` in the floor's wall has it.
ANSWER_FOR_WORK = (Role.SENIOR_PRACTITIONER, Role.TEAM_MANAGER, Role.SERVICE_MANAGER)


class Course(Kept):
    """Something people can be taught. `code` is what an attendance sheet calls it. Nothing of a family stands in it.

    `item` is the required learning it renews, `step` the step of the systemic ladder it belongs to. Whoever came has a
    certificate where it `gives_certificate`, and hours of learning in any case.
    """

    code = models.SlugField(max_length=40)
    title = models.CharField(max_length=160)
    about = models.TextField(blank=True)
    provider = models.CharField(max_length=120, blank=True)
    minutes = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    needs_agreement = models.BooleanField(default=False)
    gives_certificate = models.BooleanField(default=True)
    item = models.ForeignKey(RequiredItem, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    step = models.PositiveSmallIntegerField(null=True, blank=True, choices=[(step.value, step.label) for step in Step])
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("code"), name="one_course_for_each_code"),
            models.CheckConstraint(condition=Q(minutes__gte=1), name="a_course_takes_some_time"),
        ]

    def __str__(self) -> str:
        return self.title


class CourseSession(Kept):
    """One time a course is held. `how_to_join` goes to those with a place, and to nobody else (`JoiningDetails`).

    `led_by` is a colleague who leads it and keeps its register; without one, whoever looks after learning does.
    """

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="sessions")
    held_on = models.DateField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    venue = models.CharField(max_length=160, blank=True)
    is_online = models.BooleanField(default=False)
    places = models.PositiveSmallIntegerField()
    led_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    called_off_on = models.DateField(null=True, blank=True)
    called_off_why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="a_course_ends_after_it_starts"),
            models.CheckConstraint(condition=Q(places__lte=500), name="a_course_has_up_to_500_places"),
            models.UniqueConstraint(
                fields=["course", "held_on"], condition=Q(called_off_on=None), name="a_course_is_held_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(called_off_on=None, called_off_why="")
                | (Q(called_off_on__isnull=False) & ~Q(called_off_why="")),
                name="a_course_called_off_says_why",
            ),
        ]
        indexes = [models.Index(fields=["held_on", "id"], name="course_session_by_day")]

    def __str__(self) -> str:
        return f"{self.course}, {self.held_on}"


class JoiningDetails(models.Model):
    """How to get in: a link, a door code, what to bring. Read by those with a place and by whoever looks after it."""

    session = models.OneToOneField(CourseSession, on_delete=models.PROTECT, related_name="joining", primary_key=True)
    link = models.URLField(max_length=300, blank=True)
    words = models.TextField(blank=True)
    version = models.PositiveIntegerField(db_default=1, editable=False)

    class Meta:
        verbose_name_plural = "joining details"

    def __str__(self) -> str:
        return "how to join"


class BookingQuerySet(models.QuerySet["Booking"]):
    """Questions about wishes for places."""

    def answered_by(self, manager: User) -> Self:
        """Of people in the teams that somebody leads or manages, and beneath; never their own."""
        teams = manager.team_ids_as(*ANSWER_FOR_WORK)
        people = Membership.objects.filter(team__in=teams, ended_on=None)
        return self.filter(person__in=people.values("user")).exclude(person=manager)


class Booking(Kept):
    """Somebody's wish for a place on a session, and what became of it. Written only by functions of `wall_courses.sql`.

    `ends_on` is the day on which required learning of theirs ends that it renews. They wait until `placed_at`. Where a
    manager agrees first, `answered_at` says when, and `was_agreed` what. `came` is the register's.
    """

    class Stands(models.TextChoices):
        ASKED = "asked", "Waits for your manager’s answer"
        DECLINED = "declined", "Your manager said no"
        BOOKED = "booked", "You have a place"
        WAITING = "waiting", "On the waiting list"
        CANCELLED = "cancelled", "You gave it back"
        ATTENDED = "attended", "You were there"
        NOT_ATTENDED = "not-attended", "You were not there"

    session = models.ForeignKey(CourseSession, on_delete=models.PROTECT, related_name="bookings")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    ends_on = models.DateField(null=True, blank=True)
    was_agreed = models.BooleanField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    came = models.BooleanField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person"], condition=Q(withdrawn_at=None), name="somebody_asks_for_one_place"
            ),
            models.CheckConstraint(
                condition=Q(was_agreed=None, answered_at=None, answered_by=None)
                | Q(was_agreed__isnull=False, answered_at__isnull=False, answered_by__isnull=False),
                name="an_answer_to_a_wish_says_whose_it_is",
            ),
            models.CheckConstraint(condition=Q(minutes=None) | Q(came=True), name="who_came_stayed_for_a_time"),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("person")), name="nobody_agrees_to_their_own_wish"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "session"], name="booking_of_person"),
            models.Index(fields=["session"], condition=Q(withdrawn_at=None), name="booking_of_session"),
        ]

    def __str__(self) -> str:
        return self.in_words

    @property
    def stands(self) -> "Booking.Stands":
        """Where the wish stands, from what was said of it."""
        if self.came is not None:
            return self.Stands.ATTENDED if self.came else self.Stands.NOT_ATTENDED
        if self.withdrawn_at:
            return self.Stands.CANCELLED
        if self.placed_at:
            return self.Stands.BOOKED
        if self.was_agreed is False:
            return self.Stands.DECLINED
        return self.Stands.ASKED if self.waits_for_answer else self.Stands.WAITING

    @property
    def waits_for_answer(self) -> bool:
        """Whether a manager agrees first, and has not said anything yet."""
        return self.was_agreed is None and self.session.course.needs_agreement

    @property
    def in_words(self) -> str:
        """Where it stands, as its person reads it."""
        return self.stands.label


class AttendanceCode(Kept):
    """What people in the room type to say that they are there. Only its digest is kept, and it ends by itself."""

    session = models.ForeignKey(CourseSession, on_delete=models.PROTECT, related_name="codes")
    digest = models.CharField(max_length=64)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="a_code_closes_after_it_opens"),
        ]
        indexes = [models.Index(fields=["session"], name="code_of_session")]

    def __str__(self) -> str:
        return "a code for the register"


class CourseFeedback(models.Model):
    """What somebody who came says of a session: without their name, without a moment, in no order of arrival."""

    class Useful(models.TextChoices):
        VERY = "very", "I use it already"
        SOME = "some", "I will use some of it"
        LITTLE = "little", "Little of it fits my work"

    id = models.UUIDField(primary_key=True)
    session = models.ForeignKey(CourseSession, on_delete=models.PROTECT, related_name="feedback")
    useful = models.CharField(max_length=6, choices=Useful.choices)
    words = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "course feedback"

    def __str__(self) -> str:
        return self.get_useful_display()


class FeedbackGiven(models.Model):
    """That somebody has said something of a session, so that nobody is asked twice. Not what."""

    id = models.UUIDField(primary_key=True)
    session = models.ForeignKey(CourseSession, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "feedback given"
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="feedback_is_given_once"),
        ]

    def __str__(self) -> str:
        return "feedback was given"


class Certificate(Kept):
    """That somebody took part in a course, as it was called and as long as it took. `number` is on the paper."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey(CourseSession, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=48, unique=True)
    title = models.CharField(max_length=160)
    held_on = models.DateField()
    minutes = models.PositiveSmallIntegerField()
    issued_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "session"], name="one_certificate_for_each_session"),
            models.CheckConstraint(
                condition=Q(issued_on__gte=F("held_on")), name="a_certificate_is_issued_after_the_course"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class AttendanceImport(Kept):
    """One attendance sheet that was read in: its digest, what became of its rows, and the rows nobody could use.

    `problems` are [row, [cells], [reasons]]; they go when whoever brought the sheet has seen to them.
    """

    sha256 = models.CharField(max_length=64)
    file_name = models.CharField(max_length=120)
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    good = models.PositiveIntegerField()
    bad = models.PositiveIntegerField()
    there = models.PositiveIntegerField()
    problems = models.JSONField(default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["-imported_at"], name="import_by_moment")]

    def __str__(self) -> str:
        return self.file_name

"""The register of a session, for whoever runs it; and courses somebody runs, or went to."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from camden.models import User
from camden.rules.moments import HERE
from camden.rules.names import day_in_words
from training.models import Booking, Certificate, CourseFeedback, CourseSession, FeedbackGiven, Learning
from training.readings.mine import FROM_COURSE

MOST = 24  # dates in a list
LATELY = timedelta(days=60)


@dataclass(frozen=True)
class RegisterLine:
    """Somebody on the register: whether they came (None: not said), and whether they came without a place."""

    person: int
    name: str
    came: bool | None
    is_unbooked: bool


@dataclass(frozen=True)
class Said:
    """What people said of a session: how many chose each answer, and their words in no order of arrival."""

    many: int
    useful: tuple[tuple[str, int], ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Register:
    """One session for whoever runs it. `said` is empty until enough people have said something."""

    session: CourseSession
    day: str
    hours: str
    lines: tuple[RegisterLine, ...]
    waiting: int
    version: int
    is_open: bool
    is_today: bool
    said: Said | None

    @property
    def there(self) -> int:
        """How many came."""
        return sum(line.came is True for line in self.lines)

    @property
    def unsaid(self) -> int:
        """Of how many nothing is said yet."""
        return sum(line.came is None for line in self.lines)

    def may_be_called_off(self, on: date) -> bool:
        """Whether it is still to come, or of today, and nobody is noted as there or not there."""
        begun = any(line.came is not None for line in self.lines)
        return self.session.held_on >= on and self.session.called_off_on is None and not begun


@dataclass(frozen=True)
class RunLine:
    """A date somebody runs: how many have a place before it is held; `to_do` says what of its register is open."""

    pk: int
    title: str
    day: str
    places: str
    to_do: str


@dataclass(frozen=True)
class WentLine:
    """A date somebody went to: what is still theirs to do with it, and what they have of it."""

    pk: int
    day: str
    may_say: bool
    piece: int | None
    may_write: bool
    certificate: int | None


@dataclass(frozen=True)
class MyDates:
    """What somebody's own page says of courses: those of today, and those they may say something of."""

    today: tuple[RunLine, ...]
    to_say: tuple[RunLine, ...]


def register(session: CourseSession, on: date) -> Register:
    """Everybody with a place, by name, and whoever came without one. Four queries."""
    found = Booking.objects.filter(session=session, withdrawn_at=None).select_related("person")
    bookings = list(found.order_by("person__name", "pk"))
    starts, ends = (moment.astimezone(HERE) for moment in (session.starts_at, session.ends_at))
    return Register(
        session=session,
        day=day_in_words(session.held_on),
        hours=f"{starts:%H:%M} to {ends:%H:%M}",
        lines=tuple(
            RegisterLine(each.person_id, each.person.name, each.came, each.asked_at >= session.starts_at)
            for each in bookings
            if each.placed_at or each.came is not None
        ),
        waiting=sum(not each.placed_at and each.came is None and each.was_agreed is not False for each in bookings),
        version=_version(session),
        is_open=session.held_on <= on and session.called_off_on is None,
        is_today=session.held_on == on,
        said=_said(session),
    )


def dates_run(person: User, on: date, *, leads: bool, course: int | None = None) -> tuple[RunLine, ...]:
    """Dates this person leads, or all of them for whoever looks after learning: the latest first. One query."""
    sessions = CourseSession.objects.filter(called_off_on=None)
    sessions = sessions if leads else sessions.filter(led_by=person)
    if course is not None:
        sessions = sessions.filter(course=course)
    return tuple(_run(each, on) for each in _counted(sessions).order_by("-held_on", "pk")[:MOST])


def registers_open(on: date) -> tuple[RunLine, ...]:
    """Courses that were held and of whose register something is still open, the longest ago first. One query."""
    found = _counted(CourseSession.objects.filter(held_on__lt=on, called_off_on=None)).filter(unsaid__gt=0)
    return tuple(_run(each, on) for each in found.order_by("held_on", "pk")[:MOST])


def dates_been_to(person: User, course: int) -> tuple[WentLine, ...]:
    """Dates of a course that somebody went to, the latest first. Four queries."""
    went = list(
        Booking.objects.filter(person=person, session__course=course, came=True)
        .select_related("session")
        .order_by("-session__held_on", "pk")
    )
    keys = [each.session_id for each in went]
    names = [f"{FROM_COURSE}{key}" for key in keys]
    learned = {
        each.source_key: each
        for each in Learning.objects.filter(person=person, source_key__in=names).select_related("piece")
    }
    said = set(FeedbackGiven.objects.filter(person=person, session__in=keys).values_list("session", flat=True))
    papers = dict(Certificate.objects.filter(person=person, session__in=keys).values_list("session", "pk"))
    return tuple(
        WentLine(
            pk=each.session_id,
            day=day_in_words(each.session.held_on),
            may_say=each.session_id not in said,
            piece=_piece_of(learned.get(f"{FROM_COURSE}{each.session_id}")),
            may_write=f"{FROM_COURSE}{each.session_id}" in learned,
            certificate=papers.get(each.session_id),
        )
        for each in went
    )


def my_dates(person: User, on: date) -> MyDates:
    """Courses of today and of the last two months, as they stand for somebody. One query."""
    said = FeedbackGiven.objects.filter(person=person, session=OuterRef("session"))
    mine = Booking.objects.filter(
        person=person, placed_at__isnull=False, withdrawn_at=None, session__called_off_on=None,
        session__held_on__gt=on - LATELY, session__held_on__lte=on,
    )  # fmt: skip
    found = list(
        mine.annotate(has_said=Exists(said)).select_related("session__course").order_by("-session__held_on", "pk")
    )
    return MyDates(
        today=tuple(_named(each) for each in found if each.session.held_on == on and each.came is None),
        to_say=tuple(_named(each) for each in found if each.came and not each.has_said),
    )


def may_say(person: User, session: CourseSession) -> bool:
    """Whether somebody was there and has not said yet what they think of it."""
    came = Booking.objects.filter(person=person, session=session, came=True).exists()
    return came and not FeedbackGiven.objects.filter(person=person, session=session).exists()


def _named(booking: Booking) -> RunLine:
    session = booking.session
    return RunLine(session.pk, session.course.title, day_in_words(session.held_on), "", "")


def _piece_of(learning: Learning | None) -> int | None:
    piece = getattr(learning, "piece", None) if learning else None
    return piece.pk if piece else None


def _counted(sessions: QuerySet[CourseSession]) -> QuerySet[CourseSession]:
    """With how many have a place, and of how many of them the register says nothing."""
    placed = Q(bookings__withdrawn_at=None, bookings__placed_at__isnull=False)
    return sessions.select_related("course").annotate(
        many=Count("bookings", filter=placed), unsaid=Count("bookings", filter=placed & Q(bookings__came=None))
    )


def _run(session: CourseSession, on: date) -> RunLine:
    many, unsaid = session.many, session.unsaid  # type: ignore[attr-defined]
    is_past = session.held_on <= on
    places = f"{many} {'person has' if many == 1 else 'people have'} a place" if many else "Nobody has a place"
    to_do = f"The register is open: nothing is said of {unsaid} of {many}" if unsaid and is_past else ""
    return RunLine(session.pk, session.course.title, day_in_words(session.held_on), "" if is_past else places, to_do)


def _version(session: CourseSession) -> int:
    with connection.cursor() as cursor:
        cursor.execute("select register_version(%s)", [session.pk])
        return int(cursor.fetchone()[0])


def _said(session: CourseSession) -> Said | None:
    with connection.cursor() as cursor:
        cursor.execute("select useful, words from feedback_of(%s)", [session.pk])
        rows = cursor.fetchall()
    if not rows:
        return None
    many = Counter(useful for useful, _ in rows)
    return Said(
        many=len(rows),
        useful=tuple((choice.label, many[choice.value]) for choice in CourseFeedback.Useful),
        words=tuple(sorted(words for _, words in rows if words.strip())),
    )

"""Fetching is checking: what is somebody's own, what they are shown, what they answer for. The rest does not exist."""

from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from camden.access import Permission, may
from camden.models import Team
from training.models import (
    AttendanceImport,
    Booking,
    Certificate,
    Course,
    CourseSession,
    Learning,
    LogEntry,
    Observation,
    PanelMember,
    Piece,
    PieceShare,
    Programme,
    ProgrammeReview,
    Promise,
    RequiredItem,
    RequiredRule,
    Survey,
    YouSaid,
)
from training.readings.mine import FROM_COURSE, FROM_OBSERVATION, FROM_SESSION
from training.rules.listening import Whose

M = TypeVar("M", bound=Model)


def _one(found: QuerySet[M]) -> M:
    """The row, or Http404 in the same words whether it is not there or not to be seen."""
    row = found.first()
    if row is None:
        raise Http404
    return row


def get_piece(request: Any, pk: int) -> Piece:
    """A piece of one's own. Raises Http404."""
    piece = Piece.objects.written_by(request.user).filter(pk=pk).first()
    if piece is None:
        raise Http404
    return piece


def get_readable_piece(request: Any, pk: int) -> Piece:
    """A piece of one's own, or a final one that its author shows to this person at present. Raises Http404."""
    shown = PieceShare.objects.filter(with_person=request.user, ended_on=None, piece__recorded_on__isnull=False)
    own = Piece.objects.filter(person=request.user)
    found = own.filter(pk=pk) | Piece.objects.filter(pk=pk, pk__in=shown.values("piece"))
    return _one(found.select_related("person"))


def get_share(request: Any, piece: Piece, pk: int) -> PieceShare:
    """Somebody to whom a piece of one's own is shown. Raises Http404."""
    return _one(PieceShare.objects.filter(piece=piece, piece__person=request.user, pk=pk))


def get_learning(request: Any, pk: int) -> Learning | None:
    """Something one learned from oneself and has not written about, or nothing."""
    return Learning.objects.filter(person=request.user, piece=None, pk=pk).first()


def get_learning_from_session(request: Any, session_pk: int) -> Learning:
    """What one learned from a session of group supervision oneself, once it was agreed. Raises Http404.

    Found by the name that session gave it; the session itself is not looked at from here.
    """
    key = f"{FROM_SESSION}{session_pk}"
    return _one(Learning.objects.filter(person=request.user, source_key=key))


def get_learning_from_course(request: Any, date_pk: int) -> Learning:
    """What one learned from a course one went to oneself, as its register says. Raises Http404."""
    return _one(Learning.objects.filter(person=request.user, source_key=f"{FROM_COURSE}{date_pk}"))


def get_learning_from_observation(request: Any, pk: int) -> Learning:
    """What one learned from an observation that was given, observed or observing. Raises Http404.

    Found by the name it was given; the observation itself is not looked at from here.
    """
    return _one(Learning.objects.filter(person=request.user, source_key=f"{FROM_OBSERVATION}{pk}"))


def get_course(request: Any, pk: int) -> Course:
    """A course of the catalogue: everybody reads it. Raises Http404."""
    return _one(Course.objects.select_related("item").filter(pk=pk))


def get_date(request: Any, pk: int) -> CourseSession:
    """A time on which a course is held: everybody reads it. Raises Http404."""
    return _one(CourseSession.objects.select_related("course").filter(pk=pk))


def get_led_date(request: Any, pk: int) -> CourseSession:
    """A date this person leads, or any for whoever looks after what the service learns. Raises Http404."""
    found = CourseSession.objects.select_related("course", "led_by").filter(pk=pk)
    return _one(found if may(request.user, Permission.LEARNING_LEAD) else found.filter(led_by=request.user))


def get_my_place(request: Any, pk: int) -> CourseSession:
    """A date this person has a place on. Raises Http404."""
    mine = Booking.objects.filter(person=request.user, placed_at__isnull=False, withdrawn_at=None)
    return _one(CourseSession.objects.filter(pk__in=mine.values("session")).select_related("course").filter(pk=pk))


def get_certificate(request: Any, pk: int) -> Certificate:
    """A certificate of one's own. Raises Http404."""
    return _one(Certificate.objects.filter(person=request.user).filter(pk=pk))


def get_wish(request: Any, pk: int) -> Booking:
    """A wish of somebody whose work this person answers for, never their own. Raises Http404."""
    wishes = Booking.objects.answered_by(request.user).filter(withdrawn_at=None, placed_at=None)
    return _one(wishes.select_related("person", "session__course").filter(pk=pk))


def get_import(request: Any, pk: int) -> AttendanceImport:
    """A sheet that was read in, for whoever looks after what the service learns. Raises Http404."""
    if not may(request.user, Permission.LEARNING_LEAD):
        raise Http404
    return _one(AttendanceImport.objects.select_related("imported_by").filter(pk=pk))


# --- Early careers and practice observations ---------------------------------------------------------------------


def get_programme(request: Any, pk: int) -> Programme:
    """A programme this person has a part in, or any for whoever looks after learning. Raises Http404."""
    known = Programme.objects.all() if _leads(request) else Programme.objects.known_to(request.user)
    return _one(known.filter(pk=pk).select_related("person", "assessor", "decided_by"))


def get_own_programme(request: Any, pk: int) -> Programme:
    """A programme of one's own that runs. Raises Http404."""
    return _one(Programme.objects.filter(person=request.user, decided_on=None, pk=pk))


def get_assessed(request: Any, pk: int) -> Programme:
    """A programme that runs of somebody this person assesses. Raises Http404."""
    return _one(_running().assessed_by(request.user).filter(pk=pk).select_related("person"))


def get_programme_to_agree(request: Any, pk: int) -> Programme:
    """One that runs and that this person agrees on: worker, assessor, or who answers for the worker. Raises Http404."""
    managed = Programme.objects.managed_by(request.user).values("pk")
    three = Q(person=request.user) | Q(assessor=request.user) | Q(pk__in=managed)
    return _one(_running().filter(three, pk=pk).select_related("person"))


def get_programme_of_panel(request: Any, pk: int) -> Programme:
    """One that runs and on whose panel this person sits. Raises Http404."""
    return _one(_running().on_panel(request.user).filter(pk=pk).select_related("person"))


def get_led_programme(request: Any, pk: int) -> Programme:
    """Any that runs, for whoever looks after learning. Raises Http404."""
    if not _leads(request):
        raise Http404
    return _one(_running().filter(pk=pk).select_related("person", "assessor"))


def get_panel_member(request: Any, programme: Programme, pk: int) -> PanelMember:
    """Somebody who sits on its panel. Raises Http404."""
    return _one(PanelMember.objects.filter(programme=programme, ended_on=None, pk=pk).select_related("programme"))


def get_own_review(request: Any, pk: int) -> ProgrammeReview:
    """A review of one's own programme. Raises Http404."""
    return _one(ProgrammeReview.objects.filter(programme__person=request.user, pk=pk).select_related("programme"))


def get_log(request: Any, pk: int) -> LogEntry:
    """A page of one's own log, or one that somebody this person assesses has shown. Raises Http404."""
    shown = Q(programme__assessor=request.user, shown_on__isnull=False)
    return _one(LogEntry.objects.filter(Q(person=request.user) | shown, pk=pk).select_related("person", "programme"))


def get_own_log(request: Any, pk: int) -> LogEntry:
    """A page of one's own log. Raises Http404."""
    return _one(LogEntry.objects.filter(person=request.user, pk=pk).select_related("programme"))


def get_observation(request: Any, pk: int) -> Observation:
    """One that this person wrote, or was given. Raises Http404."""
    given = Q(worker=request.user, given_on__isnull=False)
    found = Observation.objects.filter(Q(observer=request.user) | given, pk=pk)
    return _one(found.select_related("worker", "observer").prefetch_related("skills"))


def get_own_observation(request: Any, pk: int) -> Observation:
    """One that this person wrote. Raises Http404."""
    found = Observation.objects.filter(observer=request.user, pk=pk)
    return _one(found.select_related("worker", "observer").prefetch_related("skills"))


def get_observation_given(request: Any, pk: int) -> Observation:
    """One that this person was given. Raises Http404."""
    found = Observation.objects.filter(worker=request.user, given_on__isnull=False, pk=pk)
    return _one(found.select_related("worker", "observer"))


def get_own_learning(request: Any, pk: int) -> Learning:
    """Something one learned from oneself. Raises Http404."""
    return _one(Learning.objects.filter(person=request.user, pk=pk))


def _running() -> Any:
    return Programme.objects.filter(decided_on=None)


def _leads(request: Any) -> bool:
    return may(request.user, Permission.LEARNING_LEAD)


def get_item(request: Any, pk: int) -> RequiredItem:
    """An item of required learning: everybody reads it. Raises Http404."""
    return _one(RequiredItem.objects.filter(pk=pk))


def get_rule(request: Any, pk: int) -> RequiredRule:
    """A rule of required learning: everybody reads it. Raises Http404."""
    return _one(RequiredRule.objects.select_related("item").filter(pk=pk))


def get_opened_round(request: Any, pk: int) -> Survey:
    """A round of staff that has opened, whether or not it is over: everybody reads its questions. Raises Http404."""
    opened = Survey.objects.filter(asked=Whose.STAFF, opens_on__lte=timezone.localdate())
    return _one(opened.filter(pk=pk))


def get_round(request: Any, pk: int) -> Survey:
    """A round, for whoever leads learning. Raises Http404."""
    return _one(_for_who_leads(request, Survey.objects.filter(pk=pk)))


def get_promise(request: Any, pk: int) -> Promise:
    """A promise that has not ended, for whoever leads learning. Raises Http404."""
    return _one(_for_who_leads(request, Promise.objects.filter(pk=pk, until_on=None)))


def get_you_said(request: Any, pk: int) -> YouSaid:
    """Something people said, told or a draft, for whoever leads learning. Raises Http404."""
    return _one(_for_who_leads(request, YouSaid.objects.filter(pk=pk)))


def get_team(request: Any, pk: int) -> Team:
    """A team, of which everybody reads what its people said once it is shown. Raises Http404."""
    return _one(Team.objects.filter(pk=pk))


def _for_who_leads(request: Any, rows: QuerySet[M]) -> QuerySet[M]:
    return rows if may(request.user, Permission.LEARNING_LEAD) else rows.none()

"""Pages that turn an occasion into a piece: one click where it happened, and two fields here."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from training import readings
from training.forms import FromSessionForm
from training.forms.occasions import DayForm
from training.lookup import get_learning_from_course, get_learning_from_observation
from training.models import Learning, Piece
from training.operations import WrittenAlready, turn_into_piece, write_from_occasion
from training.rules.into_cpd import Draft

WRITTEN = "You have written a piece about this already. Here it is."
RECORDED = "Recorded. Only you can read it, until you show it to somebody."
FROM_CONFERENCE = "family group conference "


@dataclass(frozen=True)
class Occasion:
    """What a page is about: "this course", what it begins with, what was noted of it before, and how it is written.

    `called` is what the catalogue calls it, so that of two courses the page says which. It does not flow into a piece.
    """

    what: str
    draft: Draft
    before: Learning | None
    write: Callable[..., Piece]
    called: str = ""


@needs(Permission.LEARNING_KEEP)
@keeps_words("a piece of learning")
def from_course(request: HttpRequest, date_pk: int) -> HttpResponse:
    """A course I went to becomes a piece."""
    occasion = _learned("this course", get_learning_from_course(request, date_pk))
    return _turn(request, replace(occasion, called=readings.course_of(date_pk)))


@needs(Permission.LEARNING_KEEP)
@keeps_words("a piece of learning")
def from_observation(request: HttpRequest, observation_pk: int) -> HttpResponse:
    """An observation becomes a piece, once it was given: of whoever was observed, or of whoever observed."""
    return _turn(request, _learned("this observation", get_learning_from_observation(request, observation_pk)))


@needs(Permission.LEARNING_KEEP)
@keeps_words("a piece of learning")
def from_conference(request: HttpRequest, conference_pk: int) -> HttpResponse:
    """A family group conference I was at becomes a piece. `?day=` is the day it was held.

    Nothing is asked of the conference, and nothing is said of it: whoever was there says so themselves, as they could
    in a piece of their own. Its number stays with what they learned so that one conference makes one piece.
    """
    asked = DayForm(request.GET, on=timezone.localdate())
    if not asked.is_valid():
        raise Http404
    convenes = may(request.user, Permission.CONFERENCE_CONVENE)
    draft = readings.draft_from_conference(asked.cleaned_data["day"], is_coordinator=convenes)
    key = f"{FROM_CONFERENCE}{conference_pk}"

    def write(**said: Any) -> Piece:
        return write_from_occasion(kind=Learning.Kind.CONFERENCE, source_key=key, **said)

    return _turn(request, Occasion("this conference", draft, readings.learned_from(request.user, key), write))


def _learned(what: str, learning: Learning) -> Occasion:
    def write(**said: Any) -> Piece:
        return turn_into_piece(learning=learning, **said)

    return Occasion(what, readings.draft_from(learning), learning, write)


def _turn(request: HttpRequest, occasion: Occasion) -> HttpResponse:
    form = FromSessionForm(request.POST or None, peers=occasion.draft.peers)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("learned", "impact")}
        try:
            piece = occasion.write(draft=occasion.draft, by=request.user, on=timezone.localdate(), **said)
        except WrittenAlready as before:
            messages.info(request, WRITTEN)
            return redirect("training:piece", before.piece)
        messages.success(request, RECORDED)
        return redirect("training:piece", piece.pk)
    written = getattr(occasion.before, "piece", None)
    context = {"form": form, "occasion": occasion, "written": written}
    return render(request, "training/piece_from_occasion.html", context)

"""Pages about learning: one's own, a piece, and the service's numbers."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from training import readings
from training.forms import PieceForm, WorkshopForm
from training.lookup import get_learning, get_piece
from training.models import Learning, Piece
from training.operations import AlreadyFinal, note_workshop, write_piece
from training.rules.requirements import registration_year

STAYS = "This piece is final: its words stay as they are."


@needs(Permission.LEARNING_KEEP)
def mine(request: HttpRequest) -> HttpResponse:
    """What I have become good at, what I have written, and what I could write about."""
    page = readings.mine(request.user, timezone.localdate())
    leads = may(request.user, Permission.LEARNING_LEAD)
    return render(request, "training/mine.html", {"mine": page, "may_lead": leads})


@needs(Permission.LEARNING_KEEP)
@keeps_words("a piece of learning")
def new(request: HttpRequest) -> HttpResponse:
    """Write a piece. `?from=` is something learned, of which only the occasion and the colleagues are filled in."""
    learning = _learning(request)
    form = PieceForm(request.POST or None, initial=_prefilled(learning), on=timezone.localdate())
    return _write(request, form, learning=learning)


@needs(Permission.LEARNING_KEEP)
@keeps_words("a piece of learning")
def edit(request: HttpRequest, piece_pk: int) -> HttpResponse:
    """Go on with a draft. A final piece is shown as it is."""
    piece = get_piece(request, piece_pk)
    if piece.recorded_on:
        messages.info(request, STAYS)
        return redirect("training:piece", piece.pk)
    said = {name: getattr(piece, name) for name in PieceForm.base_fields}
    form = PieceForm(request.POST or None, initial=said, on=timezone.localdate())
    return _write(request, form, piece=piece)


@needs(Permission.LEARNING_KEEP)
def detail(request: HttpRequest, piece_pk: int) -> HttpResponse:
    """One piece of my own."""
    return render(request, "training/piece.html", {"piece": get_piece(request, piece_pk)})


@needs(Permission.LEARNING_LEAD)
def service(request: HttpRequest) -> HttpResponse:
    """In each team, how many have recorded what their year asks. No names."""
    on = timezone.localdate()
    year = registration_year(on)
    return render(request, "training/service.html", {"teams": readings.service(on), "year": year})


@needs(Permission.LEARNING_LEAD)
@keeps_words("a workshop")
def workshop(request: HttpRequest) -> HttpResponse:
    """Note for a whole team what it took part in, so that each person finds it among their own learning."""
    form = WorkshopForm(request.POST or None, teams=readings.teams(), on=timezone.localdate())
    if form.is_valid():
        many = note_workshop(**form.cleaned_data)
        messages.success(request, f"Noted for {many} {'person' if many == 1 else 'people'}.")
        return redirect("training:service")
    return render(request, "training/workshop_new.html", {"form": form})


def _write(
    request: HttpRequest, form: PieceForm, *, piece: Piece | None = None, learning: Learning | None = None
) -> HttpResponse:
    if form.is_valid():
        on, final = timezone.localdate(), form.is_final
        try:
            write_piece(by=request.user, on=on, piece=piece, learning=learning, is_final=final, **form.cleaned_data)
        except AlreadyFinal:
            messages.info(request, STAYS)
        else:
            messages.success(request, "Recorded." if final else "Kept as a draft. Only you can read it.")
        return redirect("training:mine")
    context = {"form": form, "learning": learning or (piece and piece.learning), "is_new": piece is None}
    return render(request, "training/piece_form.html", context)


def _learning(request: HttpRequest) -> Learning | None:
    key = request.GET.get("from", "")
    return get_learning(request, int(key)) if key.isascii() and key.isdigit() and len(key) < 18 else None


def _prefilled(learning: Learning | None) -> dict[str, Any]:
    """The occasion, the role played and the colleagues; never a word about a family."""
    if learning is None:
        return {}
    supervised = learning.kind == Learning.Kind.GROUP_SUPERVISION
    role = f" My part in it: {learning.role_played.lower()}." if learning.role_played else ""
    return {
        "activity": Piece.Activity.SUPERVISION if supervised else Piece.Activity.OTHER,
        "done_on": learning.learned_on,
        "description": f"{learning.title}.{role}",
        "peer_with": ", ".join(learning.peers)[:200],
    }

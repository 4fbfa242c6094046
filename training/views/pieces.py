"""Pages about one's own learning: the page itself, the passport, pieces and to whom they are shown."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from training import readings
from training.forms import FromSessionForm, PieceForm, SharingForm
from training.lookup import get_learning, get_learning_from_session, get_piece, get_readable_piece, get_share
from training.models import Learning, Piece
from training.operations import AlreadyFinal, WrittenAlready, end_share, show_piece, turn_into_piece, write_piece
from training.rules.passport import Part

DRAFT = "This is a draft. Make it final before you show it to somebody."
WRITTEN = "You have written a piece from this session already. Here it is."
PARTS = (
    (Part.GOOD_AT, "What you have become good at"),
    (Part.HOLDS, "What you hold"),
    (Part.UNDER_WAY, "Under way"),
    (Part.MISSING, "Still to come"),
)
STAYS = "This piece is final: its words stay as they are."


@needs(Permission.LEARNING_KEEP)
def mine(request: HttpRequest) -> HttpResponse:
    """What I have become good at, what I have written, and what I could write about."""
    on = timezone.localdate()
    context = {
        "mine": readings.mine(request.user, on),
        "dates": readings.my_dates(request.user, on),
        "to_answer": readings.to_answer(request.user, on),
        "may_lead": may(request.user, Permission.LEARNING_LEAD),
        "manages": may(request.user, Permission.TEAM_READ),
        "has_programmes": readings.has_programmes(request.user),
    }
    return render(request, "training/mine.html", context)


@needs(Permission.LEARNING_KEEP)
def passport(request: HttpRequest) -> HttpResponse:
    """What I have become good at, what I hold, what is under way, and last what is still to come."""
    lines = readings.passport(request.user, timezone.localdate())
    parts = [(title, [line for line in lines if line.part is part]) for part, title in PARTS]
    context = {"parts": parts, "certificates": readings.certificates(request.user)}
    context |= {"shown": readings.shown_by(request.user, timezone.localdate())}
    return render(request, "training/passport.html", context)


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
    said = {name: getattr(piece, name) for name in PieceForm.base_fields if name != "looked"}
    form = PieceForm(request.POST or None, initial=said, on=timezone.localdate())
    return _write(request, form, piece=piece)


@needs(Permission.LEARNING_KEEP)
def detail(request: HttpRequest, piece_pk: int) -> HttpResponse:
    """One piece of my own, or one that a colleague shows me."""
    piece = get_readable_piece(request, piece_pk)
    is_mine = piece.person_id == request.user.pk
    context = {"piece": piece, "is_mine": is_mine, "shown": readings.shown_to(piece) if is_mine else ()}
    context |= {"linked": readings.linked(request.user, piece=piece) if is_mine else ()}
    return render(request, "training/piece.html", context)


@needs(Permission.LEARNING_KEEP)
def text(request: HttpRequest, piece_pk: int) -> HttpResponse:
    """A piece as the regulator's form asks for it, to copy."""
    piece = get_piece(request, piece_pk)
    return render(request, "training/piece_text.html", {"piece": piece, "text": readings.text_of(piece)})


@needs(Permission.LEARNING_KEEP)
@keeps_words("whom a piece is shown to")
def sharing(request: HttpRequest, piece_pk: int) -> HttpResponse:
    """Show a final piece to a colleague, or see who reads it."""
    piece = get_piece(request, piece_pk)
    form = SharingForm(request.POST or None, author=request.user)
    if piece.recorded_on is None:
        messages.info(request, DRAFT)
        return redirect("training:piece", piece.pk)
    if form.is_valid():
        show_piece(piece=piece, to=form.cleaned_data["person"], on=timezone.localdate())
        messages.success(request, f"{form.cleaned_data['person'].name} can read it now, until you end it.")
        return redirect("training:piece", piece.pk)
    return render(request, "training/piece_sharing.html", {"piece": piece, "form": form})


@needs(Permission.LEARNING_KEEP)
def sharing_ending(request: HttpRequest, piece_pk: int, share_pk: int) -> HttpResponse:
    """Show it no longer."""
    piece = get_piece(request, piece_pk)
    share = get_share(request, piece, share_pk)
    if request.method == "POST":
        end_share(share=share, on=timezone.localdate())
        messages.success(request, "Ended. They cannot read it any more.")
    return redirect("training:piece", piece.pk)


@needs(Permission.LEARNING_KEEP)
@keeps_words("a piece of learning")
def from_session(request: HttpRequest, session_pk: int) -> HttpResponse:
    """A session of group supervision becomes a piece with peer reflection: one click here, and two fields."""
    learning = get_learning_from_session(request, session_pk)
    draft = readings.draft_from(learning)
    form = FromSessionForm(request.POST or None, peers=draft.peers)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("learned", "impact")}
        try:
            piece = turn_into_piece(learning=learning, draft=draft, by=request.user, on=timezone.localdate(), **said)
        except WrittenAlready as before:
            messages.info(request, WRITTEN)
            return redirect("training:piece", before.piece)
        messages.success(request, "Recorded. Only you can read it, until you show it to somebody.")
        return redirect("training:piece", piece.pk)
    written = getattr(learning, "piece", None)
    context = {"form": form, "draft": draft, "learning": learning, "written": written}
    return render(request, "training/piece_from_session.html", context)


def _write(
    request: HttpRequest, form: PieceForm, *, piece: Piece | None = None, learning: Learning | None = None
) -> HttpResponse:
    if form.is_valid():
        on, final = timezone.localdate(), form.is_final
        try:
            said = {name: words for name, words in form.cleaned_data.items() if name != "looked"}
            write_piece(by=request.user, on=on, piece=piece, learning=learning, is_final=final, **said)
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

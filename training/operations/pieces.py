"""Verbs about pieces of continuing professional development. They are their author's, who may show a final one."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from training.models import Learning, Piece, PieceShare
from training.rules.into_cpd import Draft, peer_words


class AlreadyFinal(Exception):
    """The piece was made final: its words stay as they are."""


class NotFinal(Exception):
    """A draft is shown to nobody."""


class WrittenAlready(Exception):
    """There is a piece from this already: `piece` is its key."""

    def __init__(self, piece: int) -> None:
        super().__init__("written already")
        self.piece = piece


@transaction.atomic
def write_piece(
    *,
    by: User,
    on: date,
    activity: str,
    done_on: date,
    description: str = "",
    learned: str = "",
    impact: str = "",
    peer_with: str = "",
    peer_changed: str = "",
    piece: Piece | None = None,
    learning: Learning | None = None,
    is_final: bool = False,
) -> Piece:
    """Write a piece of one's own, as a draft or for good. Raises AlreadyFinal.

    `activity` is a code of Piece.Activity; `piece` is the draft it continues; `learning` what it is written from.
    """
    words = {
        "activity": activity,
        "done_on": done_on,
        "description": description,
        "learned": learned,
        "impact": impact,
        "peer_with": peer_with,
        "peer_changed": peer_changed,
        "recorded_on": on if is_final else None,
    }
    if piece is None:
        piece = Piece.objects.create(person=by, learning=learning, **words)
    elif not Piece.objects.filter(pk=piece.pk, person=by, recorded_on=None).update(**words, version=F("version") + 1):
        raise AlreadyFinal
    record(action="recorded a piece of learning" if is_final else "wrote a piece of learning", subject=piece)
    return piece


@transaction.atomic
def turn_into_piece(*, learning: Learning, draft: Draft, learned: str, impact: str, by: User, on: date) -> Piece:
    """What somebody learned from becomes a final piece: two fields are theirs, the rest is what may flow from it.

    `draft` is made by `rules.into_cpd` and holds no word about a family. What was learned in talk with colleagues is
    what talking with them changed, so that nobody writes the same twice. Raises WrittenAlready.
    """
    written = Piece.objects.filter(learning=learning, person=by).first()
    if written:
        raise WrittenAlready(written.pk)
    return write_piece(
        by=by,
        on=on,
        learning=learning,
        activity=draft.activity,
        done_on=draft.done_on,
        description=draft.description,
        learned=learned,
        impact=impact,
        peer_with=", ".join(draft.peers)[:200],
        peer_changed=peer_words(learned, draft.peers),
        is_final=True,
    )


@transaction.atomic
def show_piece(*, piece: Piece, to: User, on: date) -> None:
    """The author shows a final piece to a colleague, once however often they say so. Raises NotFinal."""
    if piece.recorded_on is None:
        raise NotFinal
    PieceShare.objects.get_or_create(piece=piece, with_person=to, ended_on=None, defaults={"shared_on": on})
    record(action="showed a piece of learning", subject=piece)


@transaction.atomic
def end_share(*, share: PieceShare, on: date) -> None:
    """The author shows it no longer: from this moment it does not exist for the other."""
    if PieceShare.objects.filter(pk=share.pk, ended_on=None).update(ended_on=on, version=F("version") + 1):
        record(action="stopped showing a piece of learning", subject=share.piece)

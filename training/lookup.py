"""Fetching is checking: a piece and what was learned are their own person's, and do not exist for anybody else."""

from typing import Any

from django.http import Http404

from training.models import Learning, Piece


def get_piece(request: Any, pk: int) -> Piece:
    """A piece of one's own. Raises Http404."""
    piece = Piece.objects.written_by(request.user).filter(pk=pk).first()
    if piece is None:
        raise Http404
    return piece


def get_learning(request: Any, pk: int) -> Learning | None:
    """Something one learned from oneself and has not written about, or nothing."""
    return Learning.objects.filter(person=request.user, piece=None, pk=pk).first()

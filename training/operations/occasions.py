"""An occasion becomes a piece in one go: that somebody learned from it is noted, and what they learned is theirs."""

from datetime import date

from django.db import transaction

from camden.models import User
from camden.rules.names import day_in_words
from training.models import Learning, Piece
from training.operations.learning import log_learning
from training.operations.pieces import turn_into_piece
from training.rules.into_cpd import Draft


@transaction.atomic
def write_from_occasion(
    *, kind: Learning.Kind, source_key: str, draft: Draft, learned: str, impact: str, by: User, on: date
) -> Piece:
    """Somebody writes about something they were at, of which nobody else notes that they were: a final piece.

    `source_key` is the occasion's own name, so that one occasion makes one piece. Raises WrittenAlready.
    """
    day = day_in_words(draft.done_on)
    said = {"title": kind.label, "source": f"{kind.label}, {day}", "source_key": source_key, "peers": draft.peers}
    log_learning(person=by, on=draft.done_on, kind=kind, **said)  # type: ignore[arg-type]
    learning = Learning.objects.get(person=by, source_key=source_key)
    return turn_into_piece(learning=learning, draft=draft, learned=learned, impact=impact, by=by, on=on)

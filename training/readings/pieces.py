"""One piece: its words, to whom it is shown, and what it begins with when it grows out of an occasion."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from camden.models import User
from camden.rules.names import day_in_words
from training.models import Learning, Piece, PieceShare
from training.rules.cpd_form import Written, to_paste
from training.rules.into_cpd import Draft, draft

# Parts whose words are not their code with blanks in it.
PARTS = {"Reflecting team": "observer"}


@dataclass(frozen=True)
class Shown:
    """A colleague who reads a piece, and since when."""

    pk: int
    name: str
    since: str


def shown_to(piece: Piece) -> tuple[Shown, ...]:
    """Who reads a piece beside its author, by name."""
    shares = PieceShare.objects.filter(piece=piece, ended_on=None).select_related("with_person")
    return tuple(
        Shown(each.pk, each.with_person.name, day_in_words(each.shared_on))
        for each in shares.order_by("with_person__name", "pk")
    )


def text_of(piece: Piece) -> str:
    """The piece as the regulator's form asks for it, to paste there. Peers are not named in it."""
    return to_paste(
        Written(
            activity=piece.get_activity_display(),
            done_on=piece.done_on,
            description=piece.description,
            learned=piece.learned,
            impact=piece.impact,
            peers=piece.peer_with,
            peer_changed=piece.peer_changed,
        )
    )


def draft_from(learning: Learning) -> Draft:
    """What a piece begins with: the kind, the day, the part played and colleagues this service knows by that name.

    Not the title and not the source: whatever stands in them is not looked at. Raises NotAnOccasion.
    """
    colleagues = known_as(learning.peers)
    facts = {
        "kind": learning.kind,
        "part": PARTS.get(learning.role_played, learning.role_played.lower().replace(" ", "-")),
        "on": learning.learned_on,
        "people": list(colleagues),
    }
    return draft(facts, colleagues)


def draft_from_conference(on: date, *, is_coordinator: bool) -> Draft:
    """What a piece begins with that grows out of a family group conference: that one took part, and on which day."""
    facts = {"kind": "conference", "part": "coordinator" if is_coordinator else "took-part", "on": on}
    return draft(facts, {})


def learned_from(person: User, source_key: str) -> Learning | None:
    """What somebody noted of an occasion already, with the piece they wrote from it; None when there is nothing."""
    return Learning.objects.filter(person=person, source_key=source_key).select_related("piece").first()


def known_as(names: Iterable[str]) -> dict[int, str]:
    """People who work here and are called so."""
    people = User.objects.filter(name__in=list(names), is_system=False)
    return dict(people.order_by("pk").values_list("pk", "name"))

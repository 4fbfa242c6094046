"""What stays with those who were there: differences that may matter, who saw it differently, a worker's position."""

from collections.abc import Sequence
from dataclasses import dataclass

from camden.models import User
from supervision.models import DifferenceNote, Discussion, Dissent, GroupMember, Hypothesis, Position, RoomQuestion
from supervision.rules.prompts import LENSES, VISIBLE, VOICED, WHOSE

_TITLES = {lens.code: lens.title for lens in LENSES}


@dataclass(frozen=True)
class DifferenceLine:
    """A difference that may matter: its name and whose, how it is seen and spoken of, and so what."""

    title: str
    how: str
    so_what: str


@dataclass(frozen=True)
class SaidBy:
    """Somebody's words, or that they spoke them and wrote none."""

    name: str
    words: str
    was_spoken: bool = False


@dataclass(frozen=True)
class RoomNotes:
    """All of it, for one person: empty where it is not theirs to read."""

    differences: tuple[DifferenceLine, ...]
    positions: tuple[SaidBy, ...]
    dissents: tuple[SaidBy, ...]
    questions: tuple[str, ...]
    ideas: tuple[str, ...]
    own_position: Position | None = None
    own_dissent: str = ""


def room_notes(discussion: Discussion, user: User) -> RoomNotes:
    """What stays in the room about one family, for somebody who was there. Positions while they are of the group."""
    about = {"discussion": discussion}
    differences: Sequence[DifferenceNote] = list(
        DifferenceNote.objects.visible_to(user).filter(**about).order_by("lens", "pk")
    )
    positions = list(Position.objects.visible_to(user).filter(**about).select_related("person").order_by("pk"))
    dissents = list(Dissent.objects.visible_to(user).filter(**about).select_related("person").order_by("pk"))
    questions = RoomQuestion.objects.visible_to(user).filter(**about).order_by("pk")
    ideas = discussion.hypotheses.filter(status=Hypothesis.Status.PROPOSED).order_by("pk")
    return RoomNotes(
        differences=tuple(_line(each) for each in differences),
        positions=tuple(SaidBy(each.person.name, each.words, each.was_spoken) for each in positions),
        dissents=tuple(SaidBy(each.person.name, each.words) for each in dissents),
        questions=tuple(questions.values_list("text", flat=True)),
        ideas=tuple(ideas.values_list("text", flat=True)),
        own_position=next((each for each in positions if each.person_id == user.pk), None),
        own_dissent=next((each.words for each in dissents if each.person_id == user.pk), ""),
    )


def may_say_position(discussion: Discussion, user: User) -> bool:
    """Whether this person presents the family and still belongs to the group: the position is theirs to write."""
    members = GroupMember.objects.filter(group__sessions=discussion.session_id, person=user, ended_on=None)
    return discussion.presenter_id == user.pk and members.exists()


def _line(note: DifferenceNote) -> DifferenceLine:
    said = []
    if note.is_visible is not None:
        said.append(VISIBLE["visible" if note.is_visible else "invisible"])
    if note.is_voiced is not None:
        said.append(VOICED["voiced" if note.is_voiced else "unvoiced"])
    title = f"{_TITLES.get(note.lens, note.lens)}: {WHOSE[note.whose].lower()}"
    return DifferenceLine(title, ". ".join(said), note.so_what)

"""What stays with those who were there: differences that may matter, who saw it differently, a worker's position."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Value

from camden.models import User
from supervision.models import DifferenceNote, Discussion, Dissent, GroupMember, Hypothesis, Position, RoomQuestion
from supervision.readings.settings import lens_titles
from supervision.rules.prompts import VISIBLE, VOICED, WHOSE


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
    is_of_the_group: bool = True


def room_notes(discussion: Discussion, user: User) -> RoomNotes:
    """What stays in the room about one family, for somebody who was there, while they are of the group."""
    about = {"discussion": discussion}
    differences: Sequence[DifferenceNote] = list(
        DifferenceNote.objects.visible_to(user).filter(**about).order_by("lens", "pk")
    )
    titles = lens_titles(with_those_left_out=True) if differences else {}
    positions = list(Position.objects.visible_to(user).filter(**about).select_related("person").order_by("pk"))
    dissents = list(Dissent.objects.visible_to(user).filter(**about).select_related("person").order_by("pk"))
    texts = _texts(discussion, user)
    return RoomNotes(
        differences=tuple(_line(each, titles) for each in differences),
        positions=tuple(SaidBy(each.person.name, each.words, each.was_spoken) for each in positions),
        dissents=tuple(SaidBy(each.person.name, each.words) for each in dissents),
        questions=texts["question"],
        ideas=texts["idea"],
        own_position=next((each for each in positions if each.person_id == user.pk), None),
        own_dissent=next((each.words for each in dissents if each.person_id == user.pk), ""),
        is_of_the_group=is_of_the_group(discussion, user),
    )


def _texts(discussion: Discussion, user: User) -> dict[str, tuple[str, ...]]:
    """Questions asked in the room, and ideas nobody kept, each in the order they came. One query."""
    sorts = {
        "question": RoomQuestion.objects.visible_to(user).filter(discussion=discussion),
        "idea": discussion.hypotheses.filter(status=Hypothesis.Status.PROPOSED),
    }
    each_of = [found.order_by().values_list(Value(sort), "pk", "text") for sort, found in sorts.items()]
    rows = sorted(each_of[0].union(*each_of[1:], all=True))
    return {sort: tuple(text for of, _, text in rows if of == sort) for sort in sorts}


def is_of_the_group(discussion: Discussion, user: User) -> bool:
    """Whether this person belongs to the group now, as whatever. One query."""
    members = GroupMember.objects.filter(group__sessions=discussion.session_id, person=user, ended_on=None)
    return members.exists()


def _line(note: DifferenceNote, titles: Mapping[str, str]) -> DifferenceLine:
    said = []
    if note.is_visible is not None:
        said.append(VISIBLE["visible" if note.is_visible else "invisible"])
    if note.is_voiced is not None:
        said.append(VOICED["voiced" if note.is_voiced else "unvoiced"])
    title = f"{titles.get(note.lens, note.lens)}: {WHOSE[note.whose].lower()}"
    return DifferenceLine(title, ". ".join(said), note.so_what)

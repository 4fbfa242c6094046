"""Where people come from, as they told it, and the roots they name (REFERENCE 8.4). Nothing is ever inferred."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from camden.rules.names import day_in_words
from cases.models import Case, CulturalNote, Member, Relationship
from cases.readings.audience import shown_to
from cases.readings.feelings import first_names
from cases.readings.kept_words import kept_in_words
from cases.rules.about import about_in_words
from cases.rules.audience import STAFF, Audience
from cases.rules.genogram.draw_culture import Root, roots_of
from cases.rules.picturing import CULTURE

RESTRICTED = frozenset({"immigration"})
"""Kept from the family's versions and the projector unless chosen; shown to those who may record."""
ROOTS = ("ethnicity", "birthplace", "faith", "language")
"""What a root may be; the first is drawn unless another is asked for."""
PARENTS = ("mother", "father", "parent", "adoptive-parent")
# Differences that may matter: what to be curious about, with the family and in oneself.
DIFFERENCES = (
    "Gender", "Geography", "Race", "Religion", "Age", "Ability", "Appearance", "Class", "Culture", "Ethnicity",
    "Education", "Employment", "Sexuality", "Sexual orientation", "Spirituality",
)  # fmt: skip


@dataclass(frozen=True)
class CultureLine:
    """One thing of where somebody comes from. `words` are theirs; of one who would rather not say, empty."""

    pk: int
    kind: str
    label: str
    words: str
    about: str
    told: str
    """"told by Shirin, 12 March 2026"."""
    kept: str
    is_restricted: bool
    is_declined: bool
    ended: str = ""
    struck: str = ""

    @property
    def is_past(self) -> bool:
        """Whether it holds no more, or was taken back."""
        return bool(self.ended or self.struck)


@dataclass(frozen=True)
class CulturePanel:
    """Where one person comes from."""

    member_pk: int
    name: str
    first_name: str
    lines: tuple[CultureLine, ...]
    past: tuple[CultureLine, ...]


@dataclass(frozen=True)
class CultureSide:
    """The people of one side of the family."""

    title: str
    people: tuple[CulturePanel, ...]


def panel(
    case: Case,
    member: Member,
    on: date,
    audience: Audience = STAFF,
    *,
    may_record: bool = False,
    names: Mapping[int, str] | None = None,
    notes: Iterable[CulturalNote] | None = None,
) -> CulturePanel:
    """Where one person comes from, as it was known on a day. Two queries. `may_record` shows what is restricted."""
    if notes is None:
        notes = _shown(case, audience, may_record).filter(member=member)
    return _panel(member, list(notes), first_names(case) if names is None else names, on)


def culture_page(case: Case, people: Sequence[Member], on: date, *, may_record: bool) -> tuple[CultureSide, ...]:
    """Everybody, side by side of the family: the children, each parent's side, the others. Three queries."""
    notes = list(_shown(case, STAFF, may_record))
    names = first_names(case)
    panels = {p.pk: _panel(p, [note for note in notes if note.member_id == p.pk], names, on) for p in people}
    sides = _sides(case, people)
    return tuple(CultureSide(title, tuple(panels[key] for key in keys)) for title, keys in sides if keys)


def culture_rings(
    case: Case,
    on: date,
    audience: Audience = STAFF,
    kind: str = ROOTS[0],
    notes: Iterable[CulturalNote] | None = None,
    among: Container[str] | None = None,
) -> Mapping[str, tuple[Root, ...]]:
    """The roots each person named, by their id in a genogram ("m12"), for its layer. One query.

    Of those `among` whom they are asked for; of everybody without. `kind` is one of ROOTS. Only what was told: whoever
    would rather not say, or was never asked, has none.
    """
    if kind not in ROOTS:
        kind = ROOTS[0]
    rows = _shown(case, audience, may_record=False).filter(kind=kind, is_declined=False) if notes is None else notes
    said: dict[str, list[str]] = {}
    for note in rows:
        who = f"m{note.member_id}"
        is_asked = among is None or who in among
        if is_asked and note.kind == kind and note.words and note.struck_on is None and _holds(note, on):
            said.setdefault(who, []).append(note.words)
    return roots_of(said)


def _shown(case: Case, audience: Audience, may_record: bool) -> "QuerySet[CulturalNote]":
    """Notes this audience may read, in the order of the list of kinds; of what is restricted, only for whom it is."""
    notes = shown_to(audience, CulturalNote.objects.filter(case=case)).select_related("told_by", "noted_by")
    if not (audience.is_staff and may_record):
        notes = notes.exclude(kind__in=RESTRICTED)
    return notes.order_by("noted_on", "pk")


def _holds(note: CulturalNote, on: date) -> bool:
    return note.noted_on <= on and (note.ended_on is None or note.ended_on >= on)


def _panel(member: Member, notes: Sequence[CulturalNote], names: Mapping[int, str], on: date) -> CulturePanel:
    order = list(CULTURE)
    shown = sorted((note for note in notes if note.noted_on <= on), key=lambda note: order.index(note.kind))
    lines = [(_line(note, names), note.struck_on is None and _holds(note, on)) for note in shown]
    return CulturePanel(
        member_pk=member.pk,
        name=member.name,
        first_name=member.first_name,
        lines=tuple(line for line, is_now in lines if is_now),
        past=tuple(line for line, is_now in lines if not is_now),
    )


def _line(note: CulturalNote, names: Mapping[int, str]) -> CultureLine:
    day = day_in_words(note.noted_on)
    who = note.told_by.first_name if note.told_by else ""
    if note.is_declined:
        told = f"{who or 'They'} would rather not say, asked {day}"
    else:
        told = f"told by {who}, {day}" if who else f"written down by {note.noted_by.name}, {day}"
    return CultureLine(
        pk=note.pk,
        kind=note.kind,
        label=note.get_kind_display(),
        words=note.words,
        about=about_in_words(note.about),
        told=told,
        kept=kept_in_words(note, names),
        is_restricted=note.kind in RESTRICTED,
        is_declined=note.is_declined,
        ended=day_in_words(note.ended_on) if note.ended_on else "",
        struck=note.struck_why,
    )


def _sides(case: Case, people: Sequence[Member]) -> list[tuple[str, list[int]]]:
    """The children; each parent and whoever is related through them; the others. One query.

    Somebody who belongs to both sides, as a parent's friend of both may, stands with the others.
    """
    known = {person.pk: person for person in people}
    near: dict[int, set[int]] = {key: set() for key in known}
    parents: list[int] = []
    children = [person.pk for person in people if person.kind == Member.Kind.CHILD]
    for tie in Relationship.objects.filter(case=case, was_mistake=False).order_by("pk"):
        if tie.one_id not in known or tie.other_id not in known:
            continue
        near[tie.one_id].add(tie.other_id)
        near[tie.other_id].add(tie.one_id)
        if tie.kind in PARENTS and tie.other_id in children and tie.one_id not in children:
            parents.append(tie.one_id)
    parents = list(dict.fromkeys(parents))
    reach = {parent: _reached(parent, near, {*children, *parents}) for parent in parents}
    sides = [("Children", children)]
    placed = set(children)
    for parent in parents:
        others = set().union(*(reach[each] for each in parents if each != parent)) if len(parents) > 1 else set()
        own = [key for key in known if key == parent or key in reach[parent] - others - placed]
        sides.append((f"{known[parent].first_name}’s side", own))
        placed |= set(own)
    return [*sides, ("Others: nobody has said whose side", [key for key in known if key not in placed])]


def _reached(start: int, near: Mapping[int, set[int]], stops: set[int]) -> set[int]:
    """Everybody related to somebody without going through a child of the record or another parent."""
    found, waiting = {start}, [start]
    while waiting:
        for other in near[waiting.pop()] - found - stops:
            found.add(other)
            waiting.append(other)
    return found

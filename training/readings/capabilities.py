"""What somebody's learning shows, by the areas of the frameworks in force; and what was linked before."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from camden.models import Employment, User
from camden.rules.names import day_in_words
from training.models import Capability, CapabilityLink, Correspondence, Framework, Learning, Piece
from training.rules.capabilities import SHIPPED
from training.rules.capabilities import Capability as Area
from training.rules.capabilities import Framework as Version
from training.rules.frameworks import Link, coverage, offered, seen

DRAFTS = {each.code for each in SHIPPED if each.is_draft}


@dataclass(frozen=True)
class Shows:
    """A piece, or something learned from, that shows an area. `before`: what it was linked to in an older framework."""

    words: str
    piece: int | None
    learning: int | None
    before: str = ""


@dataclass(frozen=True)
class AreaLine:
    """An area of a framework in force with what shows it."""

    title: str
    shows: tuple[Shows, ...]


@dataclass(frozen=True)
class FrameworkBlock:
    """A framework in force, with the areas that something shows."""

    title: str
    areas: tuple[AreaLine, ...]


@dataclass(frozen=True)
class Older:
    """A link to an area of a framework that has ended, and that nobody has said anything about."""

    title: str
    framework: str
    words: str


@dataclass(frozen=True)
class Shown:
    """What a person's learning shows on a day."""

    blocks: tuple[FrameworkBlock, ...]
    older: tuple[Older, ...]

    @property
    def is_any(self) -> bool:
        """Whether anything is linked at all."""
        return bool(self.older or self.blocks)


def shown_by(person: User, on: date) -> Shown:
    """A person's links under the frameworks in force that day. Seven queries, however many links."""
    rows = list(
        CapabilityLink.objects.filter(person=person, taken_back_on=None)
        .select_related("capability__framework", "piece", "learning")
        .order_by("pk")
    )
    versions, corresponds = _kept()
    # The rules know one number for what shows an area: here even for a piece, odd for something learned from.
    links = [Link(_key(row), row.capability.code, row.linked_on) for row in rows]
    by_key: dict[int, list[CapabilityLink]] = defaultdict(list)
    for row in rows:
        by_key[_key(row)].append(row)
    blocks = []
    for version in offered(_grade(person), on, versions) if rows else ():
        covered = coverage(version, links, on, versions, corresponds)
        lines = [
            AreaLine(
                each.capability.title,
                (
                    *(_shows(by_key[key][0]) for key in each.pieces),
                    *(
                        _shows(by_key[key][0], _before(by_key[key], each.capability, corresponds))
                        for key in each.from_before
                    ),
                ),
            )
            for each in covered
            if each.pieces or each.from_before
        ]
        if lines:
            blocks.append(FrameworkBlock(version.title, tuple(lines)))
    older = [
        Older(each.title, each.framework, _words(by_key[each.link.piece][0]))
        for each in seen(links, on, versions, corresponds)
        if not each.is_of_today and not each.close_to
    ]
    return Shown(tuple(blocks), tuple(older))


def to_link(person: User, done_on: date, on: date) -> list[tuple[Framework, list[Capability]]]:
    """Frameworks that held when the learning was done, or hold when it is linked, with their areas in their order."""
    versions, _ = _kept()
    grade = _grade(person)
    codes = [each.code for day in (on, done_on) for each in offered(grade, day, versions)]
    by_code = {each.code: each for each in Framework.objects.filter(code__in=codes)}
    areas: dict[int, list[Capability]] = {}
    for area in Capability.objects.filter(framework__in=by_code.values()).order_by("framework", "place"):
        areas.setdefault(area.framework_id, []).append(area)
    ordered = [by_code[code] for code in dict.fromkeys(codes)]
    return [(framework, areas.get(framework.pk, [])) for framework in ordered]


def linked(person: User, *, piece: Piece | None = None, learning: Learning | None = None) -> list[CapabilityLink]:
    """What a piece, or something learned from, is linked to at present, by framework and place."""
    rows = CapabilityLink.objects.filter(person=person, piece=piece, learning=learning, taken_back_on=None)
    found = rows.select_related("capability__framework")
    return list(found.order_by("capability__framework__title", "capability__place", "pk"))


def _kept() -> tuple[list[Version], dict[str, tuple[str, ...]]]:
    """The frameworks of this council, and what their areas are close to, as the rules read them. Three queries."""
    areas: dict[int, list[Area]] = {}
    for code, title, framework in Capability.objects.order_by("framework", "place").values_list(
        "code", "title", "framework"
    ):
        areas.setdefault(framework, []).append(Area(code, title))
    rows = Framework.objects.order_by("pk")
    versions = [
        Version(
            row.code, row.title, tuple(areas.get(row.pk, ())), row.source, row.from_on, row.until_on,
            frozenset(row.grades), row.code in DRAFTS and row.checked_on is None,
        )
        for row in rows
    ]  # fmt: skip
    corresponds: dict[str, tuple[str, ...]] = {}
    for area, now in Correspondence.objects.order_by("pk").values_list("area__code", "now__code"):
        corresponds[area] = (*corresponds.get(area, ()), now)
    return versions, corresponds


def _grade(person: User) -> str:
    employment = Employment.objects.filter(user=person, ended_on=None).first()
    return employment.grade if employment else ""


def _key(row: CapabilityLink) -> int:
    return 2 * row.piece_id if row.piece_id else 2 * (row.learning_id or 0) + 1


def _shows(row: CapabilityLink, before: str = "") -> Shows:
    return Shows(_words(row), row.piece_id, row.learning_id, before)


def _before(rows: Sequence[CapabilityLink], area: Area, corresponds: Mapping[str, Sequence[str]]) -> str:
    """The older areas from which something came to this one, in their own words."""
    titles = [row.capability.title for row in rows if area.code in corresponds.get(row.capability.code, ())]
    return ", ".join(titles or [row.capability.title for row in rows][:1])


def _words(row: CapabilityLink) -> str:
    """What shows it, in the words its person knows it by."""
    if row.piece:
        return f"{row.piece.get_activity_display()}, {day_in_words(row.piece.done_on)}"
    return row.learning.source if row.learning else ""

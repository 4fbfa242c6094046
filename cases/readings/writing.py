"""A paper as it reads: each section with our words and, as large, what the family says, with the evidence beneath."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from camden.rules.moments import clock, day_here
from camden.rules.names import day_in_words
from cases.models import (
    AssessmentChild,
    FamilySays,
    Member,
    PartSource,
    PlanSpell,
    ProtectionConferenceChild,
    Quote,
    Writing,
    WritingPart,
)
from cases.readings.assessments import state_now
from cases.readings.audience import shown_to
from cases.readings.family import read_family
from cases.readings.marks import kept_from, names_of
from cases.readings.sections import page
from cases.readings.sections_kept import sections_of
from cases.rules.audience import STAFF, Audience
from cases.rules.recording import QUOTE_HOW
from cases.rules.sections import CHILD, Section
from cases.rules.visits import in_a_row
from cases.rules.writing import SOURCE_KIND, why_locked

SOURCE_PAGE = {"visit": "cases:visit", "note": "cases:note", "quote": "cases:quote", "event": "cases:event",
               "person": "cases:member"}  # fmt: skip


@dataclass(frozen=True)
class SaysLine:
    """Words of somebody of the family beside a part. `kept_from` says from whom they are kept, empty for nobody;
    `is_struck` where the words they were taken from were taken back."""

    pk: int
    words: str
    who: str
    how: str
    day: str
    iso: str
    heard_by: str
    quote: int
    kept_from: str
    is_struck: bool


@dataclass(frozen=True)
class SourceLine:
    """Evidence beneath a part: where it comes from, its page if it has one, and its words as they were taken."""

    pk: int
    kind: str
    label: str
    subject: int
    words: str
    source: str
    href: str
    day: str
    iso: str
    kept_from: str


@dataclass(frozen=True)
class PartReading:
    """One part: of the family (`child` is 0) or of one child. `pk` and `version` are 0 while nobody wrote it.

    `written` is who and when.
    """

    section: str
    child: int
    name: str
    title: str
    prompt: str
    familys_title: str
    href: str
    pk: int = 0
    version: int = 0
    words: str = ""
    written: str = ""
    kept_from: str = ""
    taken_from: int = 0
    says: tuple[SaysLine, ...] = ()
    sources: tuple[SourceLine, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether neither side has said anything yet."""
        return not self.words and not self.says


@dataclass(frozen=True)
class SectionReading:
    """One section with its parts: one of the family, or one for each child."""

    code: str
    title: str
    for_each: str
    is_retired: bool
    parts: tuple[PartReading, ...]


@dataclass(frozen=True)
class WritingReading:
    """A paper. `locked` says why nothing may be written in it now, empty while it may."""

    pk: int
    case_pk: int
    paper: str
    title: str
    names: str
    begun: str
    locked: str
    sections: tuple[SectionReading, ...]
    children: tuple[tuple[int, str], ...]
    """(key, first name) of the children it is about, oldest first."""

    @property
    def writers(self) -> str:
        """Who wrote in it, in words."""
        said = [part.written.partition(",")[0] for part in self.parts if part.written]
        return in_a_row(list(dict.fromkeys(said)))

    @property
    def parts(self) -> tuple[PartReading, ...]:
        """Every part, in the order they are read."""
        return tuple(part for section in self.sections for part in section.parts)

    @property
    def of_family(self) -> tuple[PartReading, ...]:
        """What is shared by all children, once."""
        return tuple(part for part in self.parts if not part.child)

    def of_child(self, pk: int) -> tuple[PartReading, ...]:
        """One child's own parts."""
        return tuple(part for part in self.parts if part.child == pk)

    def part(self, section: str, child: int = 0) -> PartReading | None:
        """One part; None where the paper has no such part."""
        return next((part for part in self.parts if (part.section, part.child) == (section, child)), None)

    @property
    def heard(self) -> int:
        """In how many parts the family has its say."""
        return sum(1 for part in self.parts if part.says)


def read_writing(writing: Writing, audience: Audience) -> WritingReading:
    """The paper as this audience may read it. Six queries; one more for the family, from whom a child may be kept, and
    one more where an assessment may have been given back.
    """
    rows = _parts(writing, audience)
    people = everybody(writing)
    children = children_of_paper(writing, people, [row.child_id for row in rows.values() if row.words], audience)
    said, proved = _says(writing, audience), _sources(writing, audience)
    names = names_of(people)
    begun = {row.section for row in rows.values()} | {row.part.section for row in said}
    sections = tuple(
        SectionReading(
            code=section.code,
            title=section.titled(),
            for_each=section.for_each,
            is_retired=section.is_retired,
            parts=tuple(
                _part(writing, section, child, rows, said, proved, names)
                for child in (children if section.for_each == CHILD else [None])
            ),
        )
        for section in sections_of(writing.paper, retired=True)
        if not section.is_retired or section.code in begun
    )
    return WritingReading(
        pk=writing.pk,
        case_pk=writing.case_id,
        paper=writing.paper,
        title=writing.get_paper_display(),
        names=in_a_row([child.first_name for child in children]),
        begun=day_in_words(writing.begun_on),
        locked=locked_now(writing) if audience.is_staff else "",
        sections=sections,
        children=tuple((child.pk, child.first_name) for child in children),
    )


def locked_now(writing: Writing) -> str:
    """Why nothing may be written in it now, in a sentence; empty while it may. One query at most."""
    state = state_now(writing.assessment) if writing.assessment else None
    return why_locked(closed=writing.closed_on is not None, state=state)


def everybody(writing: Writing) -> list[Member]:
    """Everybody of the record, also those who were merged into another: something may be written of them. One query."""
    return list(Member._base_manager.filter(case=writing.case_id).order_by("born_on", "pk"))


def children_of_paper(
    writing: Writing, people: Iterable[Member], written: Iterable[int | None] = (), audience: Audience = STAFF
) -> list[Member]:
    """The children a paper is about, oldest first: those of its assessment or conference, or who have a plan; else all.

    `people` are `everybody`; of whom something is `written` stays in it. A child of whom this audience may not know is
    not among them. One query, two for the family.
    """
    about, stays = set(_about(writing)), set(written)
    found = [
        person
        for person in people
        if person.kind == Member.Kind.CHILD
        and (
            person.pk in stays or (not person.merged_into_id and (person.pk in about if about else not person.died_on))
        )
    ]
    if not audience.is_staff:
        kept = {who.pk for who in read_family(writing.case, writing.begun_on, audience).people if who.is_kept}
        found = [child for child in found if child.pk not in kept]
    return found


def _about(writing: Writing) -> Iterable[int]:
    rows: Any
    if writing.assessment_id:
        rows = AssessmentChild.objects.filter(assessment=writing.assessment_id)
    elif writing.conference_id:
        rows = ProtectionConferenceChild.objects.filter(conference=writing.conference_id)
    else:
        rows = PlanSpell.objects.filter(case=writing.case_id, ended_on=None)
    return list(rows.values_list("child", flat=True))


_Key = tuple[str, int]


def _parts(writing: Writing, audience: Audience) -> dict[_Key, WritingPart]:
    """Every part that this audience may read, by section and child."""
    rows = shown_to(audience, WritingPart.objects.filter(writing=writing).select_related("written_by").order_by("pk"))
    return {(row.section, row.child_id or 0): row for row in rows}


def _says(writing: Writing, audience: Audience) -> list[FamilySays]:
    rows: Any = shown_to(audience, FamilySays.objects.filter(part__writing=writing, taken_out_on=None))
    if not audience.is_staff:
        may: QuerySet[Quote] = shown_to(audience, Quote.objects.filter(case=writing.case_id))
        rows = rows.filter(Q(quote=None) | Q(quote__in=may))
    return list(rows.select_related("part", "member", "heard_by", "quote").order_by("said_on", "pk"))


def _sources(writing: Writing, audience: Audience) -> dict[_Key, list[PartSource]]:
    rows = shown_to(audience, PartSource.objects.filter(part__writing=writing, taken_out_on=None))
    if not audience.is_staff:
        rows = rows.exclude(kind="person")  # how somebody is known may come to be kept from them at any time
    found: dict[_Key, list[PartSource]] = defaultdict(list)
    for row in rows.select_related("part").order_by(F("happened_on").asc(nulls_last=True), "pk"):
        found[row.part.section, row.part.child_id or 0].append(row)
    return found


def _part(
    writing: Writing,
    section: Section,
    child: Member | None,
    rows: Mapping[_Key, WritingPart],
    said: Iterable[FamilySays],
    proved: Mapping[_Key, list[PartSource]],
    names: Mapping[int, str],
) -> PartReading:
    key = (section.code, child.pk if child else 0)
    row, name = rows.get(key), child.first_name if child else ""
    href = page("cases:writing-part", writing.case_id, writing.pk, section.code)
    return PartReading(
        section=section.code,
        child=key[1],
        name=name,
        title=section.titled(name),
        prompt=section.asked(name),
        familys_title=section.asked_of_family(name),
        href=f"{href}?child={child.pk}" if child else href,
        pk=row.pk if row else 0,
        version=row.version if row else 0,
        words=row.words if row else "",
        written=written_by(row) if row and row.words else "",
        kept_from=kept_from(row, names) if row else "",
        taken_from=(row.taken_from_id or 0) if row else 0,
        says=tuple(
            _says_line(each, names) for each in said if (each.part.section, each.part.child_id or 0) == key
        ),
        sources=tuple(_source_line(each, names) for each in (proved.get(key, []) if row else [])),
    )  # fmt: skip


def written_by(row: WritingPart) -> str:
    """Who wrote a part last, and when: "Amara Obi, 3 November 2026 at 10:15"."""
    return f"{row.written_by.name}, {day_in_words(day_here(row.written_at))} at {clock(row.written_at)}"


def _says_line(row: FamilySays, names: Mapping[int, str]) -> SaysLine:
    return SaysLine(
        pk=row.pk,
        words=row.words,
        who=row.member.first_name if row.member else row.said_by,
        how="" if row.how == "said" else QUOTE_HOW[row.how],
        day=day_in_words(row.said_on),
        iso=row.said_on.isoformat(),
        heard_by=row.heard_by.name,
        quote=row.quote_id or 0,
        kept_from=kept_from(row, names),
        is_struck=bool(row.quote and row.quote.struck_on),
    )


def _source_line(row: PartSource, names: Mapping[int, str]) -> SourceLine:
    name = SOURCE_PAGE.get(row.kind, "")
    return SourceLine(
        pk=row.pk,
        kind=row.kind,
        label=SOURCE_KIND[row.kind],
        subject=row.subject_id,
        words=row.words,
        source=row.source,
        href=page(name, row.case_id, row.subject_id) if name else "",
        day=day_in_words(row.happened_on) if row.happened_on else "",
        iso=row.happened_on.isoformat() if row.happened_on else "",
        kept_from=kept_from(row, names),
    )

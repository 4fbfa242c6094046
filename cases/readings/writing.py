"""A paper as it reads: each section with our words and, as large, what the family says, with the evidence beneath."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from camden.rules.moments import clock, day_here
from camden.rules.names import day_in_words
from cases.models import (
    AssessmentChild,
    FamilySays,
    LocalSection,
    Member,
    PartSource,
    PlanSpell,
    ProtectionConferenceChild,
    Quote,
    Writing,
    WritingPart,
)
from cases.readings.audience import shown_to
from cases.readings.family import read_family
from cases.readings.marks import names_of
from cases.readings.sections import page
from cases.readings.sections_kept import laid_over
from cases.rules.assessing import state_of
from cases.rules.audience import Audience, Marks
from cases.rules.audience import in_words as marks_in_words
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
    written_at: datetime | None = None
    marks: Marks = Marks()
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
    people: Mapping[int, str]
    """Everybody of the record from whom something can be kept: first names by key."""

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
    """The paper as this audience may read it. One query; one more for the family, from whom a child may be kept, and
    one more when `writing.assessment` was not fetched with it.
    """
    found: Any = Writing.objects.filter(pk=writing.pk).values(says=_asked(audience)).get()["says"]
    people = [_member(row) for row in found["people"]]
    parts = {(row["section"], row["child"] or 0): row for row in found["parts"]}
    said, proved = _by_part(found["said"]), _by_part(found["proved"])
    about = set(found["assessed"] or found["conferred"] or found["planned"])
    written = {row["child"] for row in found["parts"] if row["words"]}
    children = _children(writing, people, about, written, audience)
    sheet = _Sheet(
        writing.case_id,
        writing.pk,
        names_of([one for one in people if _is_spoken_to(one)]),
        {one.pk: one.first_name for one in people},
    )
    local = [LocalSection(**row) for row in found["local"]]
    begun = {section for section, _ in (*parts, *said)}
    return WritingReading(
        pk=writing.pk,
        case_pk=writing.case_id,
        paper=writing.paper,
        title=writing.get_paper_display(),
        names=in_a_row([child.first_name for child in children]),
        begun=day_in_words(writing.begun_on),
        locked=locked_now(writing) if audience.is_staff else "",
        sections=tuple(
            SectionReading(
                code=section.code,
                title=section.titled(),
                for_each=section.for_each,
                is_retired=section.is_retired,
                parts=tuple(
                    _part(sheet, section, child, parts, said, proved)
                    for child in (children if section.for_each == CHILD else [None])
                ),
            )
            for section in laid_over(writing.paper, local, retired=True)
            if not section.is_retired or section.code in begun
        ),
        children=tuple((child.pk, child.first_name) for child in children),
        people=sheet.names,
    )


def locked_now(writing: Writing) -> str:
    """Why nothing may be written in it now, in a sentence; empty while it may."""
    state, row = None, writing.assessment
    if row:
        days = ("shared_on", "submitted_on", "authorised_on", "stopped_on")
        state = state_of(**{day: getattr(row, day) for day in days})
    return why_locked(closed=writing.closed_on is not None, state=state)


def _asked(audience: Audience) -> JSONObject:
    """Everything of one paper in one question."""
    here = OuterRef("pk")

    def rows_of(rows: Any, *order: Any, **fields: str) -> ArraySubquery:
        return ArraySubquery(rows.order_by(*order, "pk").values(row=JSONObject(pk="pk", **fields)))

    def keys_of(rows: Any) -> ArraySubquery:
        return ArraySubquery(rows.values("child"))

    said: Any = shown_to(audience, FamilySays.objects.filter(part__writing=here, left_out_on=None))
    proved: Any = shown_to(audience, PartSource.objects.filter(part__writing=here, left_out_on=None))
    if not audience.is_staff:
        may: QuerySet[Quote] = shown_to(audience, Quote.objects.filter(pk=OuterRef("quote")))
        said = said.filter(Q(quote=None) | Exists(may))
        proved = proved.exclude(kind="person")  # how somebody is known may come to be kept from them at any time
    return JSONObject(
        parts=rows_of(shown_to(audience, WritingPart.objects.filter(writing=here)), section="section", child="child_id",
                      words="words", writer="written_by__name", at="written_at", version="version",
                      taken_from="taken_from_id", **_MARKS),
        said=rows_of(said, "said_on", section="part__section", child="part__child_id", words="words",
                     member="member_id", said_by="said_by", how="how", on="said_on", heard_by="heard_by__name",
                     quote="quote_id", struck="quote__struck_on", **_MARKS),
        proved=rows_of(proved, F("happened_on").asc(nulls_last=True), section="part__section", child="part__child_id",
                       kind="kind", subject="subject_id", words="words", source="source", on="happened_on", **_MARKS),
        # Also those who were merged into another: something may be written of them.
        people=rows_of(Member._base_manager.filter(case=OuterRef("case"), mistaken_on=None), "born_on", **_PERSON),
        assessed=keys_of(AssessmentChild.objects.filter(assessment=OuterRef("assessment"))),
        conferred=keys_of(ProtectionConferenceChild.objects.filter(conference=OuterRef("conference"))),
        planned=keys_of(PlanSpell.objects.filter(case=OuterRef("case"), ended_on=None)),
        local=ArraySubquery(LocalSection.objects.filter(paper=OuterRef("paper")).values(row=JSONObject(**LOCAL_SECTION))),
    )  # fmt: skip


_MARKS = {"is_kept_from_family": "is_kept_from_family", "kept_from": "kept_from"}
_PERSON = {
    name: name
    for name in ("kind", "given_name", "family_name", "la_child_id", "died_on", "expected_on", "merged_into_id")
}
LOCAL_SECTION = {
    name: name
    for name in ("paper", "code", "title", "prompt", "familys_title", "for_each", "position", "retired_on", "version")
}
_Key = tuple[str, int]


@dataclass(frozen=True)
class _Sheet:
    """What every part of a paper is read with."""

    case: int
    pk: int
    names: Mapping[int, str]
    firsts: Mapping[int, str]


def _member(row: Any) -> Member:
    return Member(**row)


def _by_part(rows: Iterable[Any]) -> dict[_Key, list[Any]]:
    found: dict[_Key, list[Any]] = defaultdict(list)
    for row in rows:
        found[row["section"], row["child"] or 0].append(row)
    return found


def _children(
    writing: Writing, people: Iterable[Member], about: set[int], written: set[int], audience: Audience
) -> list[Member]:
    """The children a paper is about, oldest first: those of its assessment or conference, or who have a plan; else all
    who live. Of whom something was written stays in it. A child of whom this audience may not know is not among them.
    """
    found = [
        person
        for person in people
        if person.kind == Member.Kind.CHILD
        and (person.pk in written or (not person.merged_into_id and _is_about(person, about)))
    ]
    if not audience.is_staff:
        kept = {who.pk for who in read_family(writing.case, writing.begun_on, audience).people if who.is_kept}
        found = [child for child in found if child.pk not in kept]
    return found


def _is_spoken_to(person: Member) -> bool:
    return not (person.merged_into_id or person.died_on or person.expected_on)


def _is_about(child: Member, about: set[int]) -> bool:
    return child.pk in about if about else not child.died_on


def _part(
    sheet: _Sheet,
    section: Section,
    child: Member | None,
    parts: Mapping[_Key, Any],
    said: Mapping[_Key, list[Any]],
    proved: Mapping[_Key, list[Any]],
) -> PartReading:
    key = (section.code, child.pk if child else 0)
    row: Any = parts.get(key)
    name = child.first_name if child else ""
    href = page("cases:writing-part", sheet.case, sheet.pk, section.code)
    reading = PartReading(
        section=section.code,
        child=key[1],
        name=name,
        title=section.titled(name),
        prompt=section.asked(name),
        familys_title=section.asked_of_family(name),
        href=f"{href}?child={child.pk}" if child else href,
        says=tuple(_says_line(each, sheet) for each in said.get(key, [])),
        sources=tuple(_source_line(each, sheet) for each in (proved.get(key, []) if row else [])),
    )
    if not row:
        return reading
    return replace(
        reading,
        pk=row["pk"],
        version=row["version"],
        words=row["words"],
        written=in_words(row["writer"], datetime.fromisoformat(row["at"])) if row["words"] else "",
        written_at=datetime.fromisoformat(row["at"]),
        marks=_marks(row),
        kept_from=marks_in_words(_marks(row), sheet.names),
        taken_from=row["taken_from"] or 0,
    )


def in_words(writer: str, at: datetime) -> str:
    """Who wrote a part last, and when: "Amara Obi, 3 November 2026 at 10:15"."""
    return f"{writer}, {day_in_words(day_here(at))} at {clock(at)}"


def _says_line(row: Any, sheet: _Sheet) -> SaysLine:
    return SaysLine(
        pk=row["pk"],
        words=row["words"],
        who=sheet.firsts.get(row["member"], "") if row["member"] else row["said_by"],
        how="" if row["how"] == "said" else QUOTE_HOW[row["how"]],
        day=_day(row["on"]),
        iso=row["on"],
        heard_by=row["heard_by"],
        quote=row["quote"] or 0,
        kept_from=marks_in_words(_marks(row), sheet.names),
        is_struck=bool(row["struck"]),
    )


def _source_line(row: Any, sheet: _Sheet) -> SourceLine:
    name = SOURCE_PAGE.get(row["kind"], "")
    return SourceLine(
        pk=row["pk"],
        kind=row["kind"],
        label=SOURCE_KIND[row["kind"]],
        subject=row["subject"],
        words=row["words"],
        source=row["source"],
        href=page(name, sheet.case, row["subject"]) if name else "",
        day=_day(row["on"]),
        iso=row["on"] or "",
        kept_from=marks_in_words(_marks(row), sheet.names),
    )


def _marks(row: Any) -> Marks:
    return Marks(row["is_kept_from_family"], tuple(sorted(row["kept_from"])))


def _day(said: str | None) -> str:
    return day_in_words(date.fromisoformat(said)) if said else ""

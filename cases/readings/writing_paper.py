"""What was written with a family as they read it: our words and theirs, one as large as the other.

The same version is a page, a Word document, a PDF, and the copy somebody was given. It is read for an audience: what
is not to be shared with them is not in it, and a section in which such words were typed is withheld whole.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce, JSONObject

from camden.papers.paper import Block, Heading, Paper, Table, Words
from camden.rules.names import day_in_words
from cases.models import (
    FamilySays,
    GenogramSnapshot,
    LocalSection,
    Member,
    PartSource,
    Quote,
    Sharing,
    Writing,
    WritingPart,
)
from cases.readings import snapshots as pictures
from cases.readings.audience import shown_to
from cases.readings.genogram_paper import blocks_of
from cases.readings.giving import kept_from_reader
from cases.readings.readers import Readers, readers_of
from cases.readings.sections_kept import laid_over
from cases.readings.snapshots import Shown
from cases.readings.views_shared import views_of
from cases.readings.writing import LOCAL_SECTION
from cases.rules.audience import FAMILY, Audience
from cases.rules.giving import gives_away, trade_words_in
from cases.rules.recording import QUOTE_HOW
from cases.rules.sharing import explained
from cases.rules.visits import in_a_row

GROWN_UP, CHILD = "adult", "child"
TITLES = {"assessment": "Assessment", "plan": "Plan", "conference-report": "Report for the conference",
          "review-report": "Report for the review"}  # fmt: skip
BODY, BODY_CHILD = 11, 13.5  # points, of every word that is ours and every word that is theirs


@dataclass(frozen=True)
class Said:
    """Words of somebody of the family, or of the record."""

    who: str
    words: str
    how: str


@dataclass(frozen=True)
class PartSaid:
    """One part: ours, and beside it theirs. `whose` names the child, empty for what is shared by all."""

    whose: str
    ours: str
    theirs: tuple[Said, ...]
    quoted: tuple[Said, ...]


@dataclass(frozen=True)
class SectionSaid:
    """A section as the family knows it."""

    title: str
    parts: tuple[PartSaid, ...]


@dataclass(frozen=True)
class Seen:
    """One thing of the last page."""

    about: str
    ours: str
    theirs: str
    who: str


@dataclass(frozen=True)
class Answered:
    """What whoever reads it answered before, and what we changed because of it or why not."""

    day: str
    remarks: str
    changed: str


@dataclass(frozen=True)
class Version:
    """A whole paper for one reader. `withheld` names sections in which words stand that are kept from them."""

    title: str
    about: str
    reader: str
    day: str
    is_for_child: bool
    sections: tuple[SectionSaid, ...]
    agree: tuple[Seen, ...]
    differ: tuple[Seen, ...]
    answered: tuple[Answered, ...]
    explained: tuple[tuple[str, str], ...]
    withheld: tuple[str, ...] = ()
    picture: dict[str, Any] | None = None
    """The genogram that was kept with it, as this reader may see it now: `cases.readings.snapshots.as_body`."""

    @property
    def drawn(self) -> Shown | None:
        """The genogram, for a page."""
        return pictures.from_body({"picture": self.picture}) if self.picture else None

    @property
    def is_empty(self) -> bool:
        """Nothing is in it yet."""
        return not (self.sections or self.agree or self.differ)


def version_of(
    writing: Writing, *, reader: Member | None, on: date, layout: str = "", readers: Readers | None = None
) -> Version:
    """The paper as this person may read it; for the family together when it is nobody. `layout` is of a child or not.

    A person reads the parts of the children they are a parent of, decide for or live with; a child their own. Five
    queries, however long it is; one less with its `readers` at hand, two more where a genogram was kept with it.
    """
    audience = Audience(person=reader.pk) if reader else FAMILY
    is_child = layout == CHILD or (not layout and reader is not None and reader.kind == Member.Kind.CHILD)
    kept = kept_from_reader(writing.case, audience)
    readers = readers or readers_of(writing, reader.pk if reader else None)
    children = readers.theirs
    parts = _parts(writing, audience, reader)
    sections, withheld = _sections(parts, writing.paper, {child.pk for child in children}, kept)
    views = views_of(writing, audience)
    agree, gone = _seen(views.agree, kept)
    differ, gone_too = _seen(views.differ, kept)
    withheld += ["Where we agree"] * gone + ["Where we see it differently"] * gone_too
    answered = _answered(parts[0].answered if parts else _answers(writing, reader)) if reader else ()
    has_one = any(part.has_picture for part in parts)  # a paper is not a picture alone
    picture, is_gone = _picture(writing, audience, on, kept) if has_one else (None, False)
    withheld += ["Genogram"] * is_gone
    made = Version(
        title=TITLES[writing.paper],
        about=in_a_row([child.first_name for child in (children or readers.children)]),
        reader=reader.name if reader else "",
        day=day_in_words(on),
        is_for_child=is_child,
        sections=sections,
        agree=agree,
        differ=differ,
        answered=answered,
        explained=(),
        withheld=tuple(dict.fromkeys(withheld)),
        picture=picture,
    )
    return replace(made, explained=_explained(made))


def as_body(version: Version) -> dict[str, Any]:
    """As plain values: how a copy is frozen."""
    return {"version": "child" if version.is_for_child else "grown-up", "paper": asdict(version)}


def from_body(body: Mapping[str, Any]) -> Version:
    """A frozen copy, as it was read."""
    kept: dict[str, Any] = dict(body["paper"])
    kept["sections"] = tuple(
        SectionSaid(
            section["title"],
            tuple(
                PartSaid(part["whose"], part["ours"], _saids(part["theirs"]), _saids(part["quoted"]))
                for part in section["parts"]
            ),
        )
        for section in kept["sections"]
    )
    for name in ("agree", "differ"):
        kept[name] = tuple(Seen(**each) for each in kept[name])
    kept["answered"] = tuple(Answered(**each) for each in kept["answered"])
    kept["explained"] = tuple((short, long) for short, long in kept["explained"])
    kept["withheld"] = ()
    kept.setdefault("picture", None)
    return Version(**kept)


def text_of(version: Version) -> str:
    """Every word of it, for whoever looks for one."""
    return "\n".join(_texts(version))


def writing_paper(version: Version) -> Paper:
    """A version as a paper: our words and theirs stand in one table of two equal columns, in one size."""
    blocks: list[Block] = []
    for section in version.sections:
        blocks.append(Heading(section.title))
        for part in section.parts:
            blocks += _part(part, version)
    if version.agree:
        blocks.append(Heading("Where we agree"))
        blocks += [block for each in version.agree for block in _seen_blocks(each, version)]
    if version.differ:
        blocks.append(Heading("Where we see it differently"))
        blocks += [block for each in version.differ for block in _seen_blocks(each, version)]
    if version.answered:
        blocks.append(Heading("What you said about it, and what we did"))
        blocks += [
            Table(["You said", "What we changed, or why not"], [[each.remarks, each.changed or "Not yet."]], [1, 1])
            for each in version.answered
        ]
    if version.drawn:
        blocks += [Heading("Genogram"), Words(f"{version.drawn.title}. The same in words follows the picture.")]
        blocks += blocks_of(version.drawn)
    if version.explained:
        blocks.append(Heading("What some words mean"))
        blocks += [Words(f"{short}: {long}") for short, long in version.explained]
    whose = f"for {version.about}" if version.is_for_child else f"about {version.about}"
    return Paper(
        title=f"{version.title} {whose}",
        subtitle=f"For {version.reader}, {version.day}." if version.reader else f"For the family, {version.day}.",
        foot=f"{version.title} {whose}, {version.day}. Confidential.",
        blocks=blocks or [Words("Nothing is written yet.")],
        size=BODY_CHILD if version.is_for_child else BODY,
    )


def sides(version: Version) -> tuple[str, str]:
    """What the two columns are called."""
    return (
        ("What we say", "What you and your family say")
        if version.is_for_child
        else ("What we write", "The family says")
    )


def _part(part: PartSaid, version: Version) -> list[Heading | Words | Table]:
    head = [Heading(part.whose, 2)] if part.whose else []
    theirs = "\n\n".join(f"{said.who}: “{said.words}”{f' ({said.how})' if said.how else ''}" for said in part.theirs)
    ours = "\n\n".join([part.ours, *(f"{said.who}: “{said.words}”" for said in part.quoted)]).strip()
    return [*head, Table(list(sides(version)), [[ours or "–", theirs or "Nothing written down yet."]], [1, 1])]


def _seen_blocks(each: Seen, version: Version) -> list[Heading | Table]:
    left, right = ("What we see", f"What {each.who} sees" if each.who else "What the family sees")
    if version.is_for_child and each.who and version.reader.startswith(each.who):
        right = "What you see"
    row = [each.ours or "We agree.", each.theirs or "They agree."]
    return [Heading(each.about, 2), Table([left, right], [row], [1, 1])]


def _sections(
    parts: list[Any], paper: str, children: set[int], kept: list[str]
) -> tuple[tuple[SectionSaid, ...], list[str]]:
    parts = [row for row in parts if row.child_id is None or row.child_id in children]
    made: list[SectionSaid] = []
    withheld: list[str] = []
    local = [LocalSection(**row) for row in parts[0].local] if parts else []
    for section in laid_over(paper, local, retired=True):
        title, of_it = section.titled(), []
        for part in sorted((part for part in parts if part.section == section.code), key=_first_the_family):
            if gives_away(part.words, kept):
                withheld.append(title)
                continue
            theirs, from_record = _clean(map(_said, part.said), kept), _clean(map(_quoted, part.quoted), kept)
            if part.words or theirs or from_record:
                whose = part.child.first_name if part.child else ""
                of_it.append(PartSaid(whose, part.words, tuple(theirs), tuple(from_record)))
        if len(of_it) == 1 and of_it[0].whose:
            title = section.titled(of_it[0].whose)
            of_it = [replace(of_it[0], whose="")]
        if of_it:
            made.append(SectionSaid(title, tuple(of_it)))
    return tuple(made), withheld


def _first_the_family(part: WritingPart) -> tuple[bool, date, int]:
    child = part.child
    return child is not None, (child.born_on or date.max) if child else date.min, part.pk


def _parts(writing: Writing, audience: Audience, reader: Member | None) -> list[Any]:
    """Each part with what the family says to it, and of its evidence only what somebody of the family said: the rest is
    for people who work here; with what the service calls the sections, and what the reader answered. One query.
    """
    quotes = shown_to(audience, Quote.objects.filter(case=writing.case_id)).values("pk")
    says: Any = shown_to(audience, FamilySays.objects.filter(part=OuterRef("pk"), left_out_on=None))
    says = says.filter(Q(quote=None) | Q(quote__in=quotes)).order_by("said_on", "pk")
    sources = shown_to(audience, PartSource.objects.filter(part=OuterRef("pk"), left_out_on=None, kind="quote"))
    quoted = sources.filter(subject_id__in=quotes).order_by("happened_on", "pk")
    names = {"given": "member__given_name", "family": "member__family_name"}
    as_said = JSONObject(by="said_by", words="words", how="how", **names)
    local = LocalSection.objects.filter(paper=writing.paper)
    rows: Any = shown_to(audience, WritingPart.objects.filter(writing=writing)).select_related("child")
    return list(
        rows.annotate(
            said=ArraySubquery(says.values(it=as_said)),
            quoted=ArraySubquery(quoted.values(it=JSONObject(source="source", words="words"))),
            local=ArraySubquery(local.values(row=JSONObject(**LOCAL_SECTION))),
            answered=ArraySubquery(_answers(OuterRef("writing"), reader)),
            has_picture=Exists(GenogramSnapshot.objects.filter(writing=OuterRef("writing"))),
        )
    )


def _said(row: Mapping[str, str]) -> Said:
    how = "" if row["how"] == "said" else QUOTE_HOW[row["how"]].lower()
    return Said(row["given"] or row["family"] or row["by"], row["words"], how)


def _quoted(row: Mapping[str, str]) -> Said:
    return Said(row["source"], row["words"], "")


def _clean(said: Iterable[Said], kept: list[str]) -> list[Said]:
    return [each for each in said if not gives_away(each.words, kept)]


def _picture(writing: Writing, audience: Audience, on: date, kept: list[str]) -> tuple[dict[str, Any] | None, bool]:
    """The genogram that was kept with it last, through today's marks; and whether words in it are kept from them."""
    drawn = pictures.kept_with_for(writing, audience, on)
    if drawn is None:
        return None, False
    body = pictures.as_body(drawn, is_for_child=False)["picture"]
    is_gone = bool(gives_away(pictures.text_of(drawn), kept))
    return (None, True) if is_gone else (body, False)


def _seen(lines: Iterable[Any], kept: list[str]) -> tuple[tuple[Seen, ...], bool]:
    rows = list(lines)
    clean = [row for row in rows if not gives_away(f"{row.about}\n{row.ours}\n{row.theirs}", kept)]
    return tuple(Seen(row.about, row.ours, row.theirs, row.who) for row in clean), len(clean) < len(rows)


def _answers(writing: Any, reader: Member | None) -> Any:
    """Their own answers only: what somebody else answered is between them and us. Of the family together, none."""
    rows = Sharing.objects.filter(writing=writing, member=reader.pk if reader else 0).exclude(remarks="")
    day = Coalesce("answered_on", "shared_on")
    return rows.order_by("shared_on", "pk").values_list(
        JSONObject(day=day, remarks="remarks", changed="changed"), flat=True
    )


def _answered(rows: Iterable[Mapping[str, Any]]) -> tuple[Answered, ...]:
    return tuple(Answered(day_in_words(date.fromisoformat(row["day"])), row["remarks"], row["changed"]) for row in rows)


def _explained(version: Version) -> tuple[tuple[str, str], ...]:
    text = text_of(version)
    plain = trade_words_in(text) if version.is_for_child else []
    return (*explained(text), *((word.capitalize(), said) for word, said in plain))


def _texts(version: Version) -> list[str]:
    found: list[str] = []
    for section in version.sections:
        found.append(section.title)
        for part in section.parts:
            found += [part.ours, *(said.words for said in (*part.theirs, *part.quoted))]
    for seen in (*version.agree, *version.differ):
        found += [seen.about, seen.ours, seen.theirs]
    return found + [words for each in version.answered for words in (each.remarks, each.changed)]


def _saids(rows: Iterable[Mapping[str, str]]) -> tuple[Said, ...]:
    return tuple(Said(**row) for row in rows)

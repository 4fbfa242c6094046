"""The last page of a paper: where we agree, and where we see it differently, in both sides' words."""

from collections.abc import Mapping
from dataclasses import dataclass

from camden.rules.names import day_in_words
from cases.models import Disagreement, FamilySays, SharedView, Sharing, Writing, WritingPart
from cases.readings.audience import shown_to
from cases.readings.marks import kept_in_short
from cases.readings.readers import children_about
from cases.readings.sections_kept import sections_of
from cases.rules.audience import STAFF, Audience
from cases.rules.sections import Section


@dataclass(frozen=True)
class ViewLine:
    """One thing both sides look at. `ours` may be empty where we agree. `kept_from` says from whom."""

    pk: int
    about: str
    ours: str
    theirs: str
    who: str
    day: str
    kept_from: str


@dataclass(frozen=True)
class Views:
    """Both lists, in the order they were written down."""

    agree: tuple[ViewLine, ...]
    differ: tuple[ViewLine, ...]

    def __bool__(self) -> bool:
        return bool(self.agree or self.differ)


@dataclass(frozen=True)
class Offer:
    """Two sides that stand on the record already: `key` says where, so that neither is typed again."""

    key: str
    about: str
    ours: str
    theirs: str
    who: str
    may_agree: bool = False


def answered(writing: Writing, key: int) -> Sharing | None:
    """What somebody answered to this paper, by its key; nobody's without remarks. One query."""
    rows = Sharing.objects.filter(writing=writing, pk=key).exclude(remarks="")
    return rows.select_related("member").first() if key else None


def says_of(writing: Writing, key: int) -> FamilySays | None:
    """What somebody of the family says to a part of this paper, by its key. One query."""
    return FamilySays.objects.filter(part__writing=writing, pk=key).first() if key else None


def views_of(writing: Writing, audience: Audience = STAFF) -> Views:
    """What stands on the last page, for this audience. One query."""
    rows = shown_to(audience, SharedView.objects.filter(writing=writing, left_out_on=None))
    agree: list[ViewLine] = []
    differ: list[ViewLine] = []
    for row in rows.select_related("member").order_by("said_on", "pk"):
        (agree if row.stand == "agree" else differ).append(_line(row))
    return Views(tuple(agree), tuple(differ))


def offers_of(writing: Writing) -> list[Offer]:
    """Where somebody saw it differently before: beside entries of these children, or beside a section. Four queries.

    What stands on the last page already is not offered again.
    """
    taken = set(SharedView.objects.filter(writing=writing, left_out_on=None).values_list("their_words", flat=True))
    offers = [*_disagreements(writing), *_says(writing)]
    return [offer for offer in offers if offer.theirs not in taken]


def disagreements_open_to(writing: Writing) -> "list[Disagreement]":
    """Statements beside entries about the children of this paper, or about no child in particular. Two queries."""
    children = [child.pk for child in children_about(writing)]
    rows = Disagreement.objects.filter(case=writing.case_id, entry__struck_on=None)
    about = rows.filter(entry__children__in=children) | rows.filter(entry__children=None)
    return list(about.select_related("entry", "member").order_by("-said_on", "-pk").distinct()[:50])


def _disagreements(writing: Writing) -> list[Offer]:
    return [
        Offer(
            f"statement-{row.pk}",
            f"{row.entry.get_kind_display()}, {day_in_words(row.entry.happened_on)}",
            row.entry.summary,
            row.words,
            row.member.first_name if row.member else row.said_by,
        )
        for row in disagreements_open_to(writing)
    ]


def _says(writing: Writing) -> list[Offer]:
    """What somebody said beside a section in which something of ours stands."""
    sections = {each.code: each for each in sections_of(writing.paper, retired=True)}
    rows = FamilySays.objects.filter(part__writing=writing, left_out_on=None).exclude(part__words="")
    return [
        Offer(
            f"says-{row.pk}",
            about_part(row.part, sections),
            row.part.words,
            row.words,
            row.member.first_name if row.member else row.said_by,
            may_agree=True,
        )
        for row in rows.select_related("part__child", "member").order_by("pk")
    ]


def about_part(part: WritingPart, sections: Mapping[str, Section]) -> str:
    """A section as it is called, for this child: "What daily life is like for Anisa"."""
    found = sections.get(part.section)
    return found.titled(part.child.first_name if part.child else "") if found else part.section


def _line(row: SharedView) -> ViewLine:
    who = row.member.first_name if row.member else row.said_by
    day, kept_from = day_in_words(row.said_on), kept_in_short(row)
    return ViewLine(row.pk, row.about, row.our_words, row.their_words, who, day, kept_from)

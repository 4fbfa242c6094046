"""What people of a family said, and how they see things: dated, and with where it comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import NoReverseMatch, reverse

from camden.rules.names import day_in_words
from cases.models import Case, Member, Quote
from cases.readings.audience import shown_to
from cases.readings.marks import kept_from
from cases.rules.audience import FAMILY, STAFF
from cases.rules.keyset import Mark, read_mark

PAGE = 20


@dataclass(frozen=True)
class QuoteLine:
    """Words of one person. `kept_from` says from whom they are kept, empty for nobody; `source` is where they are
    from ("Visit on 3 November 2026") and `source_href` its page, or empty."""

    pk: int
    href: str
    words: str
    speaker: str
    speaker_pk: int
    is_child: bool
    is_view: bool
    how: str
    day: str
    iso: str
    setting: str
    heard_by: str
    source: str
    source_href: str
    kept_from: str
    is_headed: bool
    struck: str
    struck_why: str


@dataclass(frozen=True)
class QuotePage:
    """One page of words, newest first. `older` is the mark of the next page, or empty on the last."""

    lines: tuple[QuoteLine, ...]
    older: str


@dataclass(frozen=True)
class HeaderQuote:
    """The words that a child's worker chose for the header. A parent may read them over the worker's shoulder."""

    pk: int
    words: str
    day: str
    iso: str


def quote_page(*, case: Case, names: Mapping[int, str], speaker: int | None = None, after: str = "") -> QuotePage:
    """Words of a family, or of one of its people, for people who work here. One query."""
    found = shown_to(STAFF, Quote.objects.filter(case=case))
    if speaker is not None:
        found = found.filter(speaker=speaker)
    mark = read_mark(after)
    if mark:
        found = found.filter(Q(said_on__lt=mark.day) | Q(said_on=mark.day, pk__lt=mark.key))
    rows = list(_with_people(found).order_by("-said_on", "-pk")[: PAGE + 1])
    older = str(Mark(rows[PAGE - 1].said_on, rows[PAGE - 1].pk)) if len(rows) > PAGE else ""
    return QuotePage(tuple(read_quote(row, names) for row in rows[:PAGE]), older)


def header_quotes(children: Iterable[Member]) -> dict[int, HeaderQuote]:
    """What each child’s worker chose for the header, by the child’s key. One query.

    Read as the family reads: the database keeps marked words out of headers, and so does this.
    """
    found = shown_to(FAMILY, Quote.objects.filter(speaker__in=[child.pk for child in children]))
    rows = found.filter(headed_on__isnull=False).order_by("speaker")
    return {
        row.speaker_id: HeaderQuote(row.pk, row.words, day_in_words(row.said_on), row.said_on.isoformat())
        for row in rows
    }


def read_quote(row: Quote, names: Mapping[int, str]) -> QuoteLine:
    """One row with its `speaker`, `heard_by`, `visit` and `note`, as pages show it."""
    source, source_href = _source(row)
    return QuoteLine(
        pk=row.pk,
        href=reverse("cases:quote", args=[row.case_id, row.pk]),
        words=row.words,
        speaker=row.speaker.first_name,
        speaker_pk=row.speaker_id,
        is_child=row.speaker.kind == Member.Kind.CHILD,
        is_view=row.is_view,
        how=row.get_how_display(),
        day=day_in_words(row.said_on),
        iso=row.said_on.isoformat(),
        setting=row.setting,
        heard_by=row.heard_by.name if row.heard_by else "",
        source=source,
        source_href=source_href,
        kept_from=kept_from(row, names),
        is_headed=row.headed_on is not None,
        struck=f"{row.struck_by}, {day_in_words(row.struck_on)}" if row.struck_on else "",
        struck_why=row.struck_why,
    )


def _with_people(rows: "QuerySet[Quote]") -> "QuerySet[Quote]":
    return rows.select_related("speaker", "heard_by", "visit", "note", "struck_by")


def _source(row: Quote) -> tuple[str, str]:
    subject: Any = row.visit or row.note
    if subject is None:
        return "", ""
    name = "cases:visit" if row.visit_id else "cases:note"
    day = row.visit.visited_on if row.visit else row.note.happened_on if row.note else row.said_on
    what = "Visit" if row.visit_id else row.note.get_kind_display() if row.note else ""
    try:
        href = reverse(name, args=[row.case_id, subject.pk])
    except NoReverseMatch:
        href = ""
    return f"{what} on {day_in_words(day)}", href

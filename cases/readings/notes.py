"""One note, as its page shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Q, Subquery
from django.db.models.functions import JSONObject

from camden.models import User
from camden.rules.moments import clock, day_here
from camden.rules.names import day_in_words, initials
from cases.models import Action, CaseNote, Document, Member, Presence, Quote
from cases.rules.notes import ASKED, agreed_in


@dataclass(frozen=True)
class Person:
    """A child a note is about: key, name, initials for the disc."""

    pk: int
    name: str
    initials: str


@dataclass(frozen=True)
class Words:
    """Somebody's own words. `kept_from` says in words whom they are not shared with; empty: nobody in particular."""

    pk: int
    speaker: str
    words: str
    kept_from: str
    is_struck: bool = False


@dataclass(frozen=True)
class NoteReading:
    """A note: when, who, what, and apart from it what the writer thinks it means. Empty words were not answered."""

    pk: int
    heading: str
    title: str
    day: str
    at: str
    writer: str
    written: str
    """When it was written down: a day in words and the minute."""
    tool: str
    interpreting: str
    children: tuple[Person, ...]
    present: tuple[str, ...]
    words: str
    meaning: str
    learned: str
    changed: str
    spoken: tuple[Words, ...]
    agreed: tuple[tuple[int, str], ...]
    """What was agreed in it, as (key of the action, what)."""
    documents: tuple[tuple[int, str], ...]
    kept_from: str
    struck: str
    struck_why: str


def read_note(note: CaseNote) -> NoteReading:
    """Four queries: the account, the writer and who took it back come with the row."""
    members = {member.pk: member for member in Member._base_manager.filter(case=note.case)}
    keys, documents, agreed = _of_note(note)
    children = [members[key] for key in keys]
    present = Presence.objects.filter(note=note).order_by("pk").values_list("member_id", "name")
    quotes = Quote.objects.filter(note=note).order_by("pk")
    return NoteReading(
        pk=note.pk,
        heading=ASKED[note.kind].heading,
        title=note.title,
        day=day_in_words(note.happened_on),
        at=f"{note.starts:%H:%M}" if note.starts else "",
        writer=note.writer.name,
        written=f"{day_in_words(day_here(note.created_at))} at {clock(note.created_at)}",
        tool=note.get_tool_display() if note.tool else "",
        interpreting=note.get_interpreting_display() if note.interpreting else "",
        children=tuple(
            Person(child.pk, child.name, initials(child.name))
            for child in sorted(children, key=lambda child: (child.born_on or date.max, child.pk))
        ),
        present=tuple(members[key].name if key else name for key, name in present),
        words=note.account.words,
        meaning=note.account.meaning,
        learned=note.account.learned,
        changed=note.account.changed,
        spoken=tuple(_words(quote, members) for quote in quotes),
        agreed=tuple((row["pk"], row["words"]) for row in agreed),
        documents=tuple((row["pk"], row["words"]) for row in documents),
        kept_from=marked(note, members),
        struck=said_by(note.struck_by, note.struck_on),
        struck_why=note.struck_why,
    )


def _of_note(note: CaseNote) -> tuple[list[int], list[Any], list[Any]]:
    """Keys of the children; files and actions as rows of key and words. One query.

    Actions are written right after their note: up to the writer's next of that kind and day, they are its own.
    """
    alike = CaseNote.objects.filter(
        case=note.case, writer=note.writer, kind=note.kind, happened_on=note.happened_on, created_at__gt=note.created_at
    )
    actions = Action.objects.filter(
        case=note.case, agreed_by=note.writer, agreed_in=agreed_in(note.kind, note.happened_on), visit=None,
        created_at__gte=note.created_at,
    )  # fmt: skip
    later = Subquery(alike.order_by("created_at").values("created_at")[:1])
    actions = actions.annotate(later=later).filter(Q(later=None) | Q(created_at__lt=F("later")))
    files = Document.objects.filter(note=note, struck_on=None)
    found: Any = CaseNote._base_manager.filter(pk=note.pk).values_list(
        ArraySubquery(note.parts.values("child_id")),
        ArraySubquery(files.order_by("pk").values(row=JSONObject(pk="pk", words="title"))),
        ArraySubquery(actions.order_by("pk").values(row=JSONObject(pk="pk", words="what"))),
    )
    return found.get()  # type: ignore[no-any-return]


def _words(quote: Quote, members: dict[int, Member]) -> Words:
    name = members[quote.speaker_id].name
    return Words(quote.pk, name, quote.words, marked(quote, members), quote.struck_on is not None)


def marked(row: CaseNote | Quote | Document, members: dict[int, Member]) -> str:
    """Whom a fact is not shared with, in words: "the family, Jamal Rahman"; empty when nobody was marked."""
    names = [members[key].name for key in row.kept_from if key in members]
    return ", ".join([*(["the family"] if row.is_kept_from_family else []), *names])


def said_by(who: User | None, on: date | None) -> str:
    """Who took something back, and when, in words; empty when nobody did."""
    return f"{who.name}, {day_in_words(on)}" if who and on else ""

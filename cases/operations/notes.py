"""Verbs about calls, messages, conversations, case notes, direct work and observations."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.rules.names import day_in_words
from cases.models import (
    Case,
    CaseNote,
    CaseNoteAccount,
    CaseNoteChild,
    ChronologyEntry,
    Member,
    Presence,
    Quote,
)
from cases.operations.agreements import agree_action
from cases.operations.chronology import note as on_the_timeline
from cases.operations.chronology import strike_entries
from cases.operations.refusing import Refusal
from cases.rules.audience import Marks
from cases.rules.notes import ASKED, NextStep, NoteSaid, agreed_in, note_in_a_sentence

# What a kind of note is on the timeline.
ENTRY: dict[str, str] = {
    "call": ChronologyEntry.Kind.CALL,
    "message": ChronologyEntry.Kind.CALL,
    "conversation": ChronologyEntry.Kind.CONVERSATION,
    "note": ChronologyEntry.Kind.NOTE,
    "direct-work": ChronologyEntry.Kind.DIRECT_WORK,
    "observation": ChronologyEntry.Kind.OBSERVATION,
}


class NotWritten(Refusal):
    """The note was not kept. Says why, and about which answer."""


class NoteStruckAlready(Refusal):
    """Somebody else has taken this note back already."""


@transaction.atomic
def write_note(
    *,
    case: Case,
    by: User,
    said: NoteSaid,
    children: Sequence[Member],
    people: Sequence[Member] = (),
    names: Sequence[str] = (),
    spoken: Sequence[tuple[Member, str]] = (),
    next_steps: Sequence[NextStep] = (),
    marks: Marks = Marks(),  # noqa: B008 - frozen
    words_marks: Marks = Marks(),  # noqa: B008 - frozen
) -> CaseNote:
    """Keep one note once, for all the children it is about, on each child's timeline.

    `people` of the record and `names` of others were there or spoken with; `spoken` is who said what, word for word.
    `marks` are those of the whole note, and of all that comes of it; `words_marks` those of the people's own words
    alone. Raises NotWritten.
    """
    if ASKED[said.kind].needs_child and not children:
        raise NotWritten("Choose at least one child.", "children")
    row = CaseNote.objects.create(
        case=case,
        writer=by,
        kind=said.kind,
        happened_on=said.happened_on,
        starts=said.starts,
        title=said.title,
        tool=said.tool,
        interpreting=said.interpreting,
        is_kept_from_family=marks.is_kept_from_family,
        kept_from=list(marks.kept_from),
    )
    CaseNoteAccount.objects.create(
        note=row, case=case, words=said.words, meaning=said.meaning, learned=said.learned, changed=said.changed
    )
    CaseNoteChild.objects.bulk_create(CaseNoteChild(case=case, note=row, child=child) for child in children)
    _say_who_was_there(row, people, names)
    _keep_words(row, by, spoken, both(marks, words_marks))
    _tell(row, by, said, children, [*(person.first_name for person in people), *names], marks)
    for step in next_steps:
        agree_action(
            case=case,
            children=children,
            what=step.what,
            keeper=by,
            by=by,
            on=said.happened_on,
            agreed_in=agreed_in(said.kind, said.happened_on),
            promised_to=step.promised_to,
            due_on=step.due_on,
            marks=marks,
        )
    record(action="wrote a note", subject=row, case_id=case.pk)
    return row


@transaction.atomic
def strike_note(*, note: CaseNote, by: User, on: date, why: str) -> None:
    """Take back a note that was not so, with the words quoted in it. All of it stays to be read, crossed out.

    What was agreed in it and the files added to it stay: they are taken back by themselves. Raises NoteStruckAlready.
    """
    struck = {"struck_on": on, "struck_by": by, "struck_why": why, "version": F("version") + 1}
    if not CaseNote.objects.filter(pk=note.pk, struck_on=None).update(**struck):
        raise NoteStruckAlready("Somebody else has taken this back already.")
    Quote.objects.filter(note=note, struck_on=None).update(**struck, headed_on=None, headed_by=None)
    strike_entries(case=note.case, kinds=[ENTRY[note.kind]], subject_id=note.pk, on=on)
    heading = ASKED[note.kind].heading.lower()
    on_the_timeline(
        case=note.case,
        on=on,
        kind=ENTRY[note.kind],
        summary=f"Taken back: {heading} of {day_in_words(note.happened_on)}. {why}",
        children=list(note.children.all()),
        subject_id=note.pk,
        by=by,
        marks=Marks(note.is_kept_from_family, tuple(note.kept_from)),
    )
    record(action="took a note back", subject=note, case_id=note.case_id)


def both(one: Marks, other: Marks) -> Marks:
    """Kept from everybody whom either keeps it from."""
    keys = tuple(sorted({*one.kept_from, *other.kept_from}))
    return Marks(one.is_kept_from_family or other.is_kept_from_family, keys)


def _say_who_was_there(row: CaseNote, people: Sequence[Member], names: Sequence[str]) -> None:
    there = [{"member": person} for person in people] + [{"name": name} for name in names]
    Presence.objects.bulk_create(Presence(case=row.case, note=row, happened_on=row.happened_on, **who) for who in there)


def _keep_words(row: CaseNote, by: User, spoken: Sequence[tuple[Member, str]], marks: Marks) -> None:
    Quote.objects.bulk_create(
        Quote(
            case=row.case,
            speaker=speaker,
            words=words,
            said_on=row.happened_on,
            how="written" if row.kind == "message" else "said",
            heard_by=by,
            note=row,
            is_kept_from_family=marks.is_kept_from_family,
            kept_from=list(marks.kept_from),
        )
        for speaker, words in spoken
    )


def _tell(
    row: CaseNote, by: User, said: NoteSaid, children: Sequence[Member], others: Sequence[str], marks: Marks
) -> None:
    first_names = [child.first_name for child in children]
    on_the_timeline(
        case=row.case,
        on=said.happened_on,
        kind=ENTRY[said.kind],
        summary=note_in_a_sentence(
            by.name, said.kind, children=first_names, others=others, title=said.title, tool=said.tool
        ),
        children=children,
        subject_id=row.pk,
        by=by,
        marks=marks,
    )

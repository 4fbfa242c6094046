"""Notes: written once for all their children, with the mark that follows all of them, and taken back."""

from datetime import date, time
from types import SimpleNamespace
from typing import Any

import pytest

from camden.principal import acting_as
from cases.models import Action, CaseNote, ChronologyEntry, Member, Presence, Quote
from cases.operations.notes import (
    NoteStruckAlready,
    NotWritten,
    strike_note,
    write_note,
)
from cases.readings.audience import shown_to
from cases.rules.audience import FAMILY, Audience, Marks
from cases.rules.notes import NextStep, NoteSaid
from tests.conftest import as_role
from tests.factories.cases import ChildFactory
from tests.factories.record_notes import QuoteFactory

TODAY = date(2026, 11, 3)


@pytest.fixture
def shirin(cast: SimpleNamespace) -> Member:
    return ChildFactory(
        case=cast.case, kind="adult", given_name="Shirin", family_name="Khatun", born_on=date(1990, 1, 2)
    )


def write(cast: SimpleNamespace, kind: str = "call", **more: Any) -> CaseNote:
    """What Amara writes down today, of Anisa and Imran."""
    fields = {"words": "They sleep badly.", "title": "school", "starts": time(9, 5)}
    fields |= {name: more.pop(name) for name in ("tool", "meaning", "learned", "changed", "title") if name in more}
    said = NoteSaid(kind=kind, happened_on=TODAY, **fields)
    asked = {"children": cast.children[:2], **more}
    with as_role("camden_app"), acting_as(cast.amara):
        return write_note(case=cast.case, by=cast.amara, said=said, **asked)


def test_a_call_is_kept_once_and_is_on_the_timeline_of_each_child_it_was_about(
    cast: SimpleNamespace, shirin: Member
) -> None:
    note = write(cast, people=[shirin], names=["Ms Hart"], meaning="She is tired.")
    entry = ChronologyEntry.objects.get()
    assert (entry.kind, entry.subject_id, entry.happened_on, entry.written_by) == ("call", note.pk, TODAY, cast.amara)
    assert entry.summary == "Amara Obi spoke on the phone with Shirin and Ms Hart: school"
    assert list(entry.children.order_by("pk")) == list(note.children.order_by("pk")) == cast.children[:2]
    assert (note.account.words, note.account.meaning) == ("They sleep badly.", "She is tired.")
    present = Presence.objects.order_by("pk").values_list("member", "name", "happened_on")
    assert list(present) == [(shirin.pk, "", TODAY), (None, "Ms Hart", TODAY)]


def test_what_was_said_is_kept_as_quotes_with_where_they_come_from(cast: SimpleNamespace, shirin: Member) -> None:
    spoken = [(cast.children[0], "I miss Dad."), (shirin, "So do I.")]
    note = write(cast, "message", spoken=spoken)
    found = Quote.objects.order_by("pk").values_list("speaker", "words", "said_on", "how", "heard_by", "note")
    assert list(found) == [
        (cast.children[0].pk, "I miss Dad.", TODAY, "written", cast.amara.pk, note.pk),
        (shirin.pk, "So do I.", TODAY, "written", cast.amara.pk, note.pk),
    ]


def test_what_comes_next_is_agreed_and_says_to_whom_it_was_promised(cast: SimpleNamespace) -> None:
    write(cast, next_steps=[NextStep("Ring the school", date(2026, 11, 6), "Shirin Khatun")])
    action = Action.objects.get()
    assert (action.what, action.keeper, action.due_on) == ("Ring the school", cast.amara, date(2026, 11, 6))
    assert (action.promised_to, action.agreed_in) == ("Shirin Khatun", "Phone call, 3 November 2026")
    assert list(action.children.order_by("pk")) == cast.children[:2]


def test_the_mark_of_a_note_follows_all_that_comes_of_it(cast: SimpleNamespace, shirin: Member) -> None:
    """Its entry, its quotes, what was agreed in it, what became of that, and that it was taken back."""
    spoken = [(cast.children[0], "Don’t tell.")]
    steps = [NextStep("Ask Anisa again")]
    note = write(cast, spoken=spoken, next_steps=steps, marks=Marks(kept_from=(shirin.pk,)))
    with as_role("camden_app"), acting_as(cast.amara):
        strike_note(note=note, by=cast.amara, on=TODAY, why="It was Imran.")
    assert ChronologyEntry.objects.count() == 3
    for rows in (ChronologyEntry.objects, Action.objects, Quote.objects, CaseNote.objects):
        assert rows.exists()
        assert not shown_to(FAMILY, rows.all()).exists()
        assert not shown_to(Audience(person=shirin.pk), rows.all()).exists()


def test_words_may_be_kept_from_somebody_though_the_note_is_not(cast: SimpleNamespace, shirin: Member) -> None:
    spoken = [(cast.children[0], "Don’t tell.")]
    note = write(cast, spoken=spoken, words_marks=Marks(True), marks=Marks(kept_from=(shirin.pk,)))
    quote = Quote.objects.get()
    assert (quote.is_kept_from_family, quote.kept_from) == (True, [shirin.pk])
    assert (note.is_kept_from_family, note.kept_from) == (False, [shirin.pk])


@pytest.mark.parametrize("kind", ["direct-work", "observation"])
def test_direct_work_and_observations_are_about_a_child(cast: SimpleNamespace, kind: str) -> None:
    with pytest.raises(NotWritten, match="Choose at least one child"):
        write(cast, kind, children=[])
    assert not CaseNote.objects.exists()


@pytest.mark.parametrize(
    ("kind", "entry", "said"),
    [
        ("message", "call", "Amara Obi kept a message or letter: school"),
        ("conversation", "conversation", "Amara Obi had a meeting or conversation: school"),
        ("note", "note", "Amara Obi wrote a case note: school"),
        ("observation", "observation", "Amara Obi observed Anisa and Imran: school"),
    ],
)
def test_each_kind_says_what_it_is_on_the_timeline(cast: SimpleNamespace, kind: str, entry: str, said: str) -> None:
    write(cast, kind)
    assert ChronologyEntry.objects.values_list("kind", "summary").get() == (entry, said)


def test_direct_work_keeps_its_tool_and_what_changed_because_of_it(cast: SimpleNamespace) -> None:
    note = write(
        cast, "direct-work", title="", tool="three-houses", learned="She hides.", changed="We come on Fridays."
    )
    assert (note.tool, note.account.learned, note.account.changed) == (
        "three-houses", "She hides.", "We come on Fridays.",
    )  # fmt: skip
    assert ChronologyEntry.objects.get().summary == "Amara Obi and Anisa and Imran did direct work: three houses"


def test_taken_back_it_stays_with_its_words_crossed_out_and_heads_no_page(cast: SimpleNamespace) -> None:
    note = write(cast, spoken=[(cast.children[0], "I miss Dad.")])
    Quote.objects.update(headed_on=TODAY, headed_by=cast.amara)
    other = QuoteFactory(speaker=cast.children[1])
    with as_role("camden_app"), acting_as(cast.bilal):
        strike_note(note=note, by=cast.bilal, on=TODAY, why="Another family.")
    note.refresh_from_db()
    assert (note.struck_on, note.struck_by, note.struck_why) == (TODAY, cast.bilal, "Another family.")
    quote = Quote.objects.get(note=note)
    assert (quote.struck_on, quote.headed_on, quote.headed_by) == (TODAY, None, None)
    other.refresh_from_db()
    assert other.struck_on is None
    first, last = ChronologyEntry.objects.order_by("pk")
    assert (first.struck_on, last.struck_on) == (TODAY, None)
    assert last.summary == "Taken back: phone call of 3 November 2026. Another family."
    with as_role("camden_app"), acting_as(cast.amara), pytest.raises(NoteStruckAlready):
        strike_note(note=note, by=cast.amara, on=TODAY, why="Again.")
    assert CaseNote.objects.get().struck_by == cast.bilal

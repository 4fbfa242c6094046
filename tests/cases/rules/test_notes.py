"""What each kind of note asks, and what it says in a sentence."""

from hypothesis import given
from hypothesis import strategies as st

from cases.models import ChronologyEntry
from cases.operations.notes import ENTRY
from cases.rules.notes import ASKED, note_in_a_sentence
from cases.rules.recording import DIRECT_WORK_TOOL, NOTE_KIND


def test_every_kind_of_note_is_asked_for_and_has_a_place_on_the_timeline() -> None:
    assert set(ASKED) == set(NOTE_KIND) == set(ENTRY)
    assert set(ENTRY.values()) <= set(ChronologyEntry.Kind.values)


@given(
    st.sampled_from(sorted(ASKED)),
    st.lists(st.sampled_from(["Shirin", "Ms Hart", "Jamal"]), max_size=3, unique=True),
    st.sampled_from(["", "school", "bedtime"]),
)
def test_whoever_was_there_and_what_it_was_about_is_in_the_sentence(kind: str, others: list[str], title: str) -> None:
    said = note_in_a_sentence("Ade", kind, children=["Anisa"], others=others, title=title)
    assert said.startswith(("Ade", "Message"))
    assert said.endswith(title)
    if kind in ("call", "message", "conversation"):
        assert all(name in said for name in others)


def test_every_tool_is_named_in_the_sentence() -> None:
    for code, words in DIRECT_WORK_TOOL.items():
        assert words.lower() in note_in_a_sentence("Ade", "direct-work", children=["Anisa"], others=[], tool=code)

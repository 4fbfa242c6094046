"""Calls, messages, conversations, case notes, direct work and observations: what each asks, and each in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from camden.rules.names import day_in_words
from cases.rules.recording import DIRECT_WORK_TOOL
from cases.rules.visits import in_a_row


@dataclass(frozen=True)
class NoteAsks:
    """What one kind of note asks. Empty words: it does not ask that.

    `heading` stands over its form and on buttons. `with_whom` asks who was there or spoken with besides the children.
    """

    heading: str
    words: str
    with_whom: str = ""
    title: str = "What was it about, in a few words?"
    needs_title: bool = False
    needs_child: bool = False
    interpreting: bool = False


# Codes of NOTE_KIND (cases.rules.recording), in the order in which they are offered.
ASKED: dict[str, NoteAsks] = {
    "call": NoteAsks("Phone call", "What was said?", "Whom did you speak with?", interpreting=True),
    "message": NoteAsks("Message or letter", "What does it say?", "Whom was it from, or to?"),
    "conversation": NoteAsks("Meeting or conversation", "What was said?", "Whom did you meet?", interpreting=True),
    "note": NoteAsks("Case note", "What should be known?", needs_title=True),
    "direct-work": NoteAsks(
        "Direct work",
        "What did you do together, and what did you see and hear?",
        "Who else was there?",
        title="",
        needs_child=True,
        interpreting=True,
    ),
    "observation": NoteAsks(
        "Observation",
        "What did you see and hear?",
        "Who else was there?",
        title="Of what? For example: breakfast, bedtime, family time",
        needs_child=True,
    ),
}


@dataclass(frozen=True)
class NoteSaid:
    """What a worker wrote. `kind` is a code of NOTE_KIND, `tool` one of DIRECT_WORK_TOOL, for direct work only.

    `words` are what was said and seen; `meaning` what the worker thinks it means, kept apart.
    """

    kind: str
    happened_on: date
    words: str
    starts: time | None = None
    title: str = ""
    tool: str = ""
    interpreting: str = ""
    meaning: str = ""
    learned: str = ""
    changed: str = ""


@dataclass(frozen=True)
class NextStep:
    """What the writer will do. `promised_to` names whom in the family it was promised to."""

    what: str
    due_on: date | None = None
    promised_to: str = ""


def agreed_in(kind: str, on: date) -> str:
    """What an action says of the note it was agreed in.

    >>> agreed_in("call", date(2026, 11, 3))
    'Phone call, 3 November 2026'
    """
    return f"{ASKED[kind].heading}, {day_in_words(on)}"


def note_in_a_sentence(
    worker: str, kind: str, *, children: Sequence[str], others: Sequence[str], title: str = "", tool: str = ""
) -> str:
    """One line for the timeline. `others` are those who were there besides the children; `tool` a DIRECT_WORK_TOOL.

    >>> note_in_a_sentence("Ade", "call", children=["Anisa"], others=["Shirin"], title="school")
    'Ade spoke on the phone with Shirin: school'
    >>> note_in_a_sentence("Ade", "direct-work", children=["Anisa"], others=[], tool="three-houses")
    'Ade and Anisa did direct work: three houses'
    """
    whom, about = in_a_row(others), in_a_row(children)
    said = {
        "call": f"{worker} spoke on the phone with {whom}" if whom else f"{worker} had a phone call",
        "message": f"Message or letter between {worker} and {whom}" if whom else f"{worker} kept a message or letter",
        "conversation": f"{worker} talked with {whom}" if whom else f"{worker} had a meeting or conversation",
        "note": f"{worker} wrote a case note",
        "direct-work": f"{worker} and {about} did direct work",
        "observation": f"{worker} observed {about}",
    }[kind]
    more = DIRECT_WORK_TOOL.get(tool, "").lower() or title
    return f"{said}: {more}" if more else said

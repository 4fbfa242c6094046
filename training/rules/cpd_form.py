"""A piece of CPD in the shape of Social Work England's own form: what it asks, in its order, and the text to paste.

| rule | source |
|---|---|
| type of activity; what it was and why it matters; when; what I learned; impact on practice and on people | \
REFERENCE 7.1 [S68] |
| at least once a year: what I learned from talking with a peer; the peer is a colleague | 7.1; [S67] and [S68] differ |
| that [S67] wants a registered social worker is said and stops nobody | 7.1: show guidance, do not block |
| a draft may be empty; a final piece says what was learned and what good it did | 7.1 |
| a piece is its author's; others see it while the author shares it, and no longer | PRACTICE 3 |
| a line manager sees how many of two, and never a word | PRACTICE 3 |
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from camden.rules.names import day_in_words

PEER_GUIDANCE = (
    "A peer is a colleague you talked with. Some guidance says that it must be a registered social worker: if yours"
    " is not, you may want one in your other piece."
)
HEADINGS = {
    "activity": "Type of activity",
    "done_on": "Date",
    "description": "What it was, and why it matters to my work",
    "learned": "What I learned",
    "impact": "What good it has done, in my practice and for people",
    "peer": "What I learned from talking with a peer",
}
# What a final piece must say, and the sentence that asks for it.
ASKED = {
    "description": "Say what you did and why it matters to your work.",
    "learned": "Write what you learned.",
    "impact": "Write what it changed in your practice and for people.",
}


@dataclass(frozen=True)
class Written:
    """A piece as somebody wrote it. `activity` is in words; `peers` are colleagues' names."""

    activity: str
    done_on: date
    description: str = ""
    learned: str = ""
    impact: str = ""
    peers: str = ""
    peer_changed: str = ""


@dataclass(frozen=True)
class Share:
    """A piece shown to somebody by its author, from a day; `ended_on` is the first day without it."""

    with_person: int
    from_on: date
    ended_on: date | None = None


def missing(piece: Written) -> dict[str, str]:
    """What a piece needs before it is final: the field's name and the sentence that asks for it."""
    found = {name: sentence for name, sentence in ASKED.items() if not getattr(piece, name).strip()}
    if piece.peer_changed.strip() and not piece.peers.strip():
        found["peers"] = "Say whom you reflected with, or take out what it changed."
    return found


def to_paste(piece: Written) -> str:
    """The piece as text, a heading and its words at a time, in the order of the form. Names of peers are not in it.

    The form asks what was learned from a peer and not who they are.
    """
    parts = {
        "activity": piece.activity,
        "done_on": day_in_words(piece.done_on),
        "description": piece.description,
        "learned": piece.learned,
        "impact": piece.impact,
        "peer": piece.peer_changed if piece.peers.strip() else "",
    }
    said = ((HEADINGS[name], words.strip()) for name, words in parts.items())
    return "\n\n".join(f"{heading}\n{words}" for heading, words in said if words)


def may_read(reader: int, author: int, shares: Iterable[Share], on: date, *, is_final: bool) -> bool:
    """Whether somebody may read a piece: its author, or whom the author shows it to while it is final.

    Being somebody's manager, or looking after what the service learns, opens nothing.
    """
    if reader == author:
        return True
    return is_final and any(
        each.with_person == reader and each.from_on <= on and (each.ended_on is None or on < each.ended_on)
        for each in shares
    )

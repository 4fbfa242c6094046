"""The family ends help by agreement: what is said of the way back, in plain Python (REFERENCE 1.2, 1.12)."""

from dataclasses import dataclass
from datetime import date

# How they told us: codes of NOTE_KIND, in words.
TOLD_HOW: dict[str, str] = {
    "conversation": "When we met",
    "call": "By phone or video",
    "message": "By message or letter",
}
NO_PAPER = "none"


@dataclass(frozen=True, kw_only=True)
class HelpEnded:
    """What somebody of the family said when they ended the help, and what they were told of coming back.

    `told_how` is of TOLD_HOW; `given_how` of GIVEN_HOW, or NO_PAPER when they want none. `words` are theirs.
    """

    ended_on: date
    words: str
    told_how: str
    way_back: str
    number: str = ""
    given_how: str = NO_PAPER


def way_back_words(names: str, workers: str) -> str:
    """What the family can come back for and how, to begin with; whoever writes makes it theirs."""
    rings = f"Ring {workers}, or anybody in our team" if workers else "Ring anybody in our team"
    return (
        f"You ended our help for {names}, and that is yours to decide.\n\n"
        "You can come back to us whenever you like, for the same thing or for something else. You need no reason.\n\n"
        f"{rings}, or tell somebody who knows you: a teacher, a health visitor, your GP. They can ring us with you.\n\n"
        "You need not tell everything again: we keep what you told us, and you can ask to read it."
    )

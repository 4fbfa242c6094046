"""How the written record of a discussion is worded: whose voice in which kind, and risk and safety from its parts.

| rule | source |
|---|---|
| of an unborn child: what this child will need; of a baby: what we see; of everybody else: what they would say | 5.3 |
| a child who speaks little may be heard by what we see | PRACTICE 1: voice fits the child |
| risk and safety has five parts: worst, how likely, safe tonight, bottom line, what if | REFERENCE 5.3 |
| nobody types the same twice: what is said in parts is said together for the file | PRACTICE 3 |
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from camden.rules.names import full_years
from supervision.rules.words import YOUNG

SAYS, SHOWS, NEEDS = "says", "shows", "needs"  # codes of DiscussionChild.Kind

# The parts of risk and safety: name of the column, how it is asked for, how it begins where it is said together.
RISK_PARTS: tuple[tuple[str, str, str], ...] = (
    ("risk_worst", "What is the worst that could really happen?", "The worst that could really happen"),
    ("risk_likely", "How likely is it, and what makes us think so?", "How likely"),
    ("safe_tonight", "What keeps the children safe tonight?", "What keeps the children safe tonight"),
    ("bottom_line", "The bottom line: what must not happen?", "The bottom line"),
    ("contingency", "And if it gets worse: who does what?", "If it gets worse"),
)


@dataclass(frozen=True)
class ChildsVoice:
    """What was written of one child's voice (the child's key), how we know, and a code of DiscussionChild.Kind."""

    child: int
    voice: str
    source: str = ""
    kind: str = ""


def voice_kinds(born_on: date | None, expected_on: date | None, on: date) -> tuple[str, ...]:
    """How this child may be heard on that day, the likeliest first. Nobody asks what a baby would say.

    >>> voice_kinds(date(2026, 5, 17), None, date(2026, 11, 3))
    ('shows', 'needs')
    """
    if expected_on is not None:
        return (NEEDS,)
    if born_on is not None and full_years(born_on, on) < YOUNG:
        return (SHOWS, NEEDS)
    return (SAYS, SHOWS)


def safety_together(parts: Mapping[str, str]) -> str:
    """What was said in parts, as a few sentences for the file. `parts` by the columns of RISK_PARTS; empty ones go.

    >>> safety_together({"risk_worst": "He hits her.", "safe_tonight": "Farida is there"})
    'The worst that could really happen: He hits her.\\nWhat keeps the children safe tonight: Farida is there.'
    """
    lines = [(begins, " ".join(parts.get(name, "").split())) for name, _, begins in RISK_PARTS]
    return "\n".join(f"{begins}: {words if words[-1] in '.!?…' else words + '.'}" for begins, words in lines if words)


def safety_after(said: str, before: Mapping[str, str], now: Mapping[str, str]) -> str:
    """Risk and safety as it stands after somebody wrote: their own sentences, else the parts together.

    Sentences that were made of the parts before follow the parts; sentences somebody typed are never touched.
    """
    own = said.strip()
    return safety_together(now) if not own or own == safety_together(before) else own

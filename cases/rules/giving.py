"""What is given to a family: by which ways it may go, in which words it is begun, and what must not be in it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cases.rules.recording import GIVEN_HOW
from cases.rules.visits import in_a_row

AT_A_DISTANCE = ("copied", "posted")
"""Ways that leave a paper or a message where somebody else may find it."""
SHORTEST_SAID = 8  # characters: shorter texts stand in any letter
_POSTCODE = re.compile(r"\b[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}\b")
# Words of the trade, and how one says them to a family (docs/glossary.md).
PLAIN_WORDS = {
    "allocated": "who works with you",
    "case conference": "a meeting about keeping you safe",
    "child in need": "a child who gets extra help",
    "child protection": "keeping children safe",
    "core group": "the group that meets about the plan",
    "disclosure": "what somebody told us",
    "dynamics": "how people get on",
    "intervention": "help",
    "multi-agency": "people who help you",
    "placement": "where you live",
    "referral": "when somebody asked us to help",
    "safeguarding": "keeping children safe",
    "section 17": "extra help",
    "section 47": "finding out if a child is safe",
    "siblings": "brothers and sisters",
    "statutory": "what the law asks of us",
}


@dataclass(frozen=True)
class Ways:
    """How something may reach somebody. `refused` says in a sentence why it may not go from afar; empty when it may.

    `not_at` names homes at which it must not be handed over.
    """

    allowed: tuple[str, ...]
    refused: str
    not_at: tuple[str, ...]

    @property
    def by_hand(self) -> str:
        """What to mind when giving it by hand; empty when there is nothing to mind."""
        return f"Give it by hand, and not at {in_a_row(self.not_at)}." if self.not_at else ""


def ways_to_give(name: str, homes: Sequence[tuple[str, bool]], safe: Iterable[bool | None]) -> Ways:
    """Codes of GIVEN_HOW by which somebody may be given something.

    `homes` are where they live now, as (name, whether its address may be shared); `safe` says of each way to reach them
    whether it is safe, None where nobody asked. From afar only when a way is known to be safe and no home is unsafe;
    by post only to a home.
    """
    not_at = tuple(home for home, is_safe in homes if not is_safe)
    if not_at:
        refused = f"Where {name} lives is not to be shared: nothing is posted there or sent."
    elif True not in list(safe):
        refused = f"We know no safe way to reach {name}. Ask first, and write it down among the ways to reach them."
    else:
        refused = ""
    far = () if refused else tuple(how for how in AT_A_DISTANCE if how != "posted" or homes)
    return Ways(tuple(how for how in GIVEN_HOW if how not in AT_A_DISTANCE or how in far), refused, not_at)


def what_we_agreed(
    *,
    name: str,
    is_child: bool,
    day: str,
    worker: str,
    actions: Sequence[tuple[str, str, str]],
    said: Sequence[str],
    comes_again: str,
) -> str:
    """The words to begin with, in a child's version or a grown-up's. A worker edits them before anybody reads them.

    `actions` are (who, what, by when in words or nothing); who is empty for the worker themselves. `said` are the
    reader's own words in this visit. `comes_again` is a whole sentence.

    >>> print(what_we_agreed(name="Shirin", is_child=False, day="Tuesday 3 November", worker="Ade Fashola",
    ...       actions=[("", "Ring the housing office", "6 November")], said=[], comes_again="I come again tomorrow."))
    Dear Shirin,
    <BLANKLINE>
    Thank you for talking with me on Tuesday 3 November. This is what we agreed:
    <BLANKLINE>
    - I will ring the housing office, by 6 November.
    <BLANKLINE>
    I come again tomorrow.
    <BLANKLINE>
    If something here is not right, tell me, and I will change it.
    <BLANKLINE>
    Ade Fashola
    """
    lines = [_will(who, what, by) for who, what, by in actions]
    if is_child:
        first = worker.split(" ")[0]
        head = [f"Hello {name},", f"I came to see you on {day}. Thank you for talking with me."]
        told = [f"You told me: “{words}”" for words in said]
        tasks = ["This is what will happen now:", "\n".join(lines)] if lines else []
        end = ["You can always ask me what this means, or tell me if something is different.", first]
        return "\n\n".join([*head, *told, *tasks, comes_again, *end])
    about = "This is what we agreed:" if lines else "We agreed nothing new this time."
    told = [f"You said: “{words}”" for words in said]
    head = [f"Dear {name},", f"Thank you for talking with me on {day}. {about}"]
    end = ["If something here is not right, tell me, and I will change it.", worker]
    return "\n\n".join([*head, *(["\n".join(lines)] if lines else []), *told, comes_again, *end])


def is_theirs(promised_to: str, name: str) -> bool:
    """Whether something that was agreed stands in what this person is given: what was promised to somebody else by name
    is between them. Nobody named, or the family: it is everybody's.

    >>> [is_theirs(to, "Shirin") for to in ("", "Shirin", "Shirin and Anisa", "The family", "Jamal")]
    [True, True, True, True, False]
    """
    words = set(_flat(promised_to).split())
    return not words or "family" in words or set(_flat(name).split()) <= words


def trade_words_in(text: str) -> list[tuple[str, str]]:
    """Words of the trade that a text uses, each with how one could say it instead. Never a reason to stop anybody."""
    low = text.casefold()
    return [(word, plain) for word, plain in PLAIN_WORDS.items() if re.search(rf"\b{re.escape(word)}\b", low)]


def gives_away(text: str, kept: Iterable[str]) -> str:
    """The first of the kept texts that stands in a text whatever its spaces and capitals are; empty if none does.

    An address that is kept is also known by its postcode.
    """
    low, tight = _flat(text), _flat(text).replace(" ", "")
    for each in kept:
        flat = _flat(each)
        codes = [code.replace(" ", "") for code in _POSTCODE.findall(flat)]
        if (len(flat) >= SHORTEST_SAID and flat in low) or any(code in tight for code in codes):
            return each
    return ""


def day_for_them(day: date) -> str:
    """A day in a letter: "Tuesday 3 November"."""
    return f"{day:%A} {day.day} {day:%B}"


def _will(who: str, what: str, by: str) -> str:
    task = (what[:1].lower() + what[1:]).rstrip(". ")
    return f"- {who or 'I'} will {task}{f', by {by}' if by else ''}."


def _flat(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())

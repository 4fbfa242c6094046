"""A decision as a family reads it: without a sentence in which words stand that are kept from them, as in any paper.

Who was heard is left out by its own mark. What was typed elsewhere (why, what else could have been done, what they
would rather have) has no mark of its own: it is asked the question that every paper is asked.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cases.models import Decision, ThresholdMove
from cases.readings.decisions import DecisionReading, HeardLine, OptionLine, decisions_about, read_decision
from cases.readings.giving import kept_from_reader
from cases.readings.help import MoveReading, read_move
from cases.rules.audience import FAMILY
from cases.rules.giving import gives_away

# What is left out whole, and what whoever gives the copy reads of it.
_LEFT_OUT = {
    "question": "The question",
    "why": "Why",
    "urgent_because": "It could not wait",
    "family_would_rather": "What the family would rather have",
    "least_formal": "The least formal help that could be enough",
    "dropped": "Why it is not needed",
}


def their_decision(decision: Decision, on: date) -> DecisionReading:
    """One decision as the family reads it together. One query more than the worker's."""
    kept = kept_from_reader(decision.case_id, FAMILY)
    return familys_words(read_decision(decision, on=on, audience=FAMILY), kept)


def their_step(move: ThresholdMove, on: date) -> tuple[MoveReading, tuple[DecisionReading, ...], tuple[str, ...]]:
    """A step up or down as the family keeps it: the step, what was decided with it, and what its copy leaves out."""
    kept = kept_from_reader(move.case_id, FAMILY)
    found = decisions_about("threshold", move.pk, on=on, audience=FAMILY)
    decisions = tuple(familys_words(each, kept) for each in found)
    read = read_move(move)
    titles = {"network_plan": "What your own people do", "step_up_again_if": "When we would talk about more help again"}
    gone = [name for name in titles if gives_away(getattr(read, name), kept)]
    withheld = [title for each in decisions for title in each.withheld] + [titles[name] for name in gone]
    said: dict[str, Any] = dict.fromkeys(gone, "")
    return replace(read, **said), decisions, tuple(dict.fromkeys(withheld))


def familys_words(decision: DecisionReading, kept: Sequence[str]) -> DecisionReading:
    """The same decision without any text in which one of the `kept` words stands; `withheld` names what is missing.

    What was decided has a kind whatever its words are: the copy says that where it cannot say more.
    """
    gone = {name: title for name, title in _LEFT_OUT.items() if gives_away(getattr(decision, name), kept)}
    withheld = list(gone.values())
    what = decision.what
    if gives_away(what, kept):
        what, withheld = f"{decision.kind}: decided", ["What was decided", *withheld]
    heard = tuple(each for each in decision.heard if not gives_away(_of_line(each), kept))
    withheld += [f"What {each.name} said" for each in decision.heard if each not in heard]
    options = tuple(each for each in decision.options if not gives_away(_of_option(each), kept))
    withheld += ["What else could have been done"] * (len(options) < len(decision.options))
    said: dict[str, Any] = dict.fromkeys(gone, "")
    return replace(decision, **said, what=what, heard=heard, options=options, withheld=tuple(withheld))


def _of_line(line: HeardLine) -> str:
    return f"{line.words}\n{line.changed}"


def _of_option(option: OptionLine) -> str:
    return f"{option.words}\n{option.why_not}"

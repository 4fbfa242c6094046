"""A danger heard while a conference is prepared: it goes to the social worker, and nothing else goes with it.

| rule | source |
|---|---|
| independence is not silence about harm | PRACTICE 1, "Facts consented to" |
| *Tell the social worker about a danger* passes that and nothing else back, with who was told | issue of the step |
| the family is told that it was passed on, unless that would make it worse | REFERENCE 10.4; DESIGN |
| at once and by voice when somebody could be hurt before tomorrow | DESIGN: a message may lie unread |

Who holds the family hears it, with the manager, so that leave or sickness keeps it from nobody; out of hours, duty.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from camden.rules.names import day_in_words
from cases.rules.visits import in_a_row

SHORTEST = 10  # characters


class Soon(StrEnum):
    """When somebody could be hurt."""

    TONIGHT = "tonight"
    SOON = "soon"
    NOT_SAID = ""


class ToldFamily(StrEnum):
    """Whether the family knows that it was passed on."""

    TOLD = "told"
    WOULD_HARM = "would-harm"
    NOT_YET = "not-yet"


@dataclass(frozen=True)
class Danger:
    """What is passed on: the danger in words, which children, how soon, and what was said to the family.

    `spoken_with` names who was rung, where it cannot wait. There is no room here for anything else of the preparation.
    """

    words: str
    children: tuple[int, ...]
    soon: Soon = Soon.NOT_SAID
    family: ToldFamily = ToldFamily.NOT_YET
    why_family_not_told: str = ""
    spoken_with: str = ""


def missing(danger: Danger) -> list[str]:
    """What is not said yet, in words. Who was spoken with never holds the message up: see `still_to_do`."""
    found = [] if len(danger.words.strip()) >= SHORTEST else ["what the danger is"]
    found += [] if danger.children else ["which children it is about"]
    found += [] if danger.soon else ["whether somebody could be hurt before tomorrow"]
    if danger.family is ToldFamily.WOULD_HARM and not danger.why_family_not_told.strip():
        found.append("why the family is not told")
    return found


def still_to_do(danger: Danger) -> list[str]:
    """What is left once it is sent."""
    found = []
    if danger.soon is Soon.TONIGHT and not danger.spoken_with.strip():
        found.append("Ring them now, and write down whom you spoke with.")
    if danger.family is ToldFamily.NOT_YET:
        found.append("Tell the family that you passed it on, if that is safe.")
    return found


@dataclass(frozen=True)
class Around:
    """Who could hear it: keys of people at work that day, and those who are away or kept from the record."""

    leads: Sequence[int]
    managers: Sequence[int]
    on_duty: Sequence[int]
    away: frozenset[int] = frozenset()
    kept_out: frozenset[int] = frozenset()


def recipients(around: Around, *, is_working_hour: bool) -> tuple[int, ...]:
    """Who is told, each once: the family's lead workers and their managers; duty as well out of hours, or when nobody
    else of them is there. Never somebody who is kept from the record.

    Raises ValueError when there is nobody at all: the caller shows the number of duty, and the message is not lost.
    """
    own = [key for key in (*around.leads, *around.managers) if key not in around.kept_out]
    here = [key for key in own if key not in around.away]
    duty = [key for key in around.on_duty if key not in around.kept_out]
    told = [*own, *duty] if not here or not is_working_hour else own
    if not told:
        raise ValueError("Nobody is there to be told. Ring duty.")
    return tuple(dict.fromkeys(told))


def for_worker(danger: Danger, *, names: Sequence[str], by: str, on: date) -> str:
    """What the social worker reads: the danger, the children, who says it; nothing of where or from whom it was heard
    beyond the coordinator's own words."""
    told = {
        ToldFamily.TOLD: "The family knows that you are told.",
        ToldFamily.WOULD_HARM: f"The family does not know that you are told: {danger.why_family_not_told.strip()}",
        ToldFamily.NOT_YET: "The family does not know yet that you are told.",
    }[danger.family]
    return f"{by}, {day_in_words(on)}, about {in_a_row(list(names))}: {danger.words.strip()}\n\n{told}"

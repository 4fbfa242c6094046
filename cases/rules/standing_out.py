"""What must strike the eye at the head of a child's page: missing, police protection, orders that stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.rules.happenings import Happened as H


@dataclass(frozen=True, slots=True)
class Noted:
    """A dated fact of a child: a word of `Happened`, and its day."""

    kind: str
    on: date


@dataclass(frozen=True, slots=True)
class StandsOut:
    """What is so now, in words, and since when."""

    words: str
    since: date


# What begins each, and what ends it.
_STANDS: tuple[tuple[str, tuple[H, ...], tuple[H, ...]], ...] = (
    ("Missing", (H.MISSING,), (H.RETURNED,)),
    ("In police protection", (H.POLICE_PROTECTION,), (H.POLICE_PROTECTION_ENDED,)),
    (
        "Emergency protection order",
        (H.EMERGENCY_ORDER, H.EMERGENCY_ORDER_EXTENDED),
        (H.EMERGENCY_ORDER_ENDED,),
    ),
    ("Interim order", (H.INTERIM_ORDER,), (H.FINAL_ORDER,)),
)
ASKED = tuple(kind.value for _, starts, ends in _STANDS for kind in (*starts, *ends))
"""The kinds of facts this needs."""


def standing_out(facts: Iterable[Noted]) -> list[StandsOut]:
    """What stands for one child now. `facts` come the latest first, so that a day with several has its last one first.

    Whoever went missing again on the day they came back is missing: the order of the facts says so, not the day.
    """
    facts = list(facts)
    found = []
    for words, starts, ends in _STANDS:
        latest = next((fact for fact in facts if fact.kind in starts or fact.kind in ends), None)
        if latest and latest.kind in starts:
            found.append(StandsOut(words, latest.on))
    return found

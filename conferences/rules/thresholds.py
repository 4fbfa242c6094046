"""From the dated facts of a record to the changes of threshold at which a conference is offered.

| rule | source |
|---|---|
| offered at every threshold, early help included | issue of the step; REFERENCE 6.4 |
| a change that is over asks nobody any more: the plan ended, the child came home | follows |

Plain facts in, plain facts out: which tables they stand in is the caller's to know.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.rules.happenings import Happened
from conferences.rules.consent import Changed, Threshold

OF_A_PLAN = {"early-help": Threshold.HELP, "need": Threshold.NEED, "protection": Threshold.PROTECTION}
"""By the legal basis of a plan, a code of `cases.rules.journey.LEGAL_BASIS`."""
OF_A_FACT = {
    Happened.LETTER_PLANNED: Threshold.BEFORE_COURT,
    Happened.LETTER_BEFORE_PROCEEDINGS: Threshold.BEFORE_COURT,
    Happened.PROCEEDINGS_ISSUED: Threshold.COURT,
    Happened.LOOKED_AFTER_BEGAN: Threshold.LOOKED_AFTER,
    Happened.LOOKED_AFTER_ENDED: Threshold.HOME_AGAIN,
}
ENDED_BY = {
    Happened.LETTER_PLANNED: Happened.PRE_PROCEEDINGS_ENDED,
    Happened.LETTER_BEFORE_PROCEEDINGS: Happened.PRE_PROCEEDINGS_ENDED,
    Happened.PROCEEDINGS_ISSUED: Happened.FINAL_ORDER,
    Happened.LOOKED_AFTER_BEGAN: Happened.LOOKED_AFTER_ENDED,
}
FACTS = frozenset({*OF_A_FACT, *ENDED_BY.values()})
"""The dated facts that a caller brings."""


@dataclass(frozen=True)
class Spell:
    """A time under a plan, or an enquiry (`basis` is then empty): since when, and until when if it is over."""

    basis: str
    since: date
    until: date | None = None


@dataclass(frozen=True)
class Fact:
    """One dated fact of one child."""

    kind: Happened
    child: int
    on: date


def changes(spells: Iterable[Spell], facts: Iterable[Fact], *, on: date) -> tuple[Changed, ...]:
    """The changes of threshold that still hold on a day, the earliest first.

    >>> changes([Spell("early-help", date(2026, 9, 1))], [], on=date(2026, 11, 3))
    (Changed(threshold=<Threshold.HELP: 'help'>, on=datetime.date(2026, 9, 1)),)
    """
    known = list(facts)
    found = {
        Changed(OF_A_PLAN.get(spell.basis, Threshold.ENQUIRY), spell.since)
        for spell in spells
        if spell.since <= on and (spell.until is None or spell.until > on)
    }
    for fact in known:
        if fact.kind in OF_A_FACT and fact.on <= on and not _is_over(fact, known, on):
            found.add(Changed(OF_A_FACT[fact.kind], fact.on))
    return tuple(sorted(found, key=lambda change: (change.on, change.threshold)))


def _is_over(fact: Fact, facts: Iterable[Fact], on: date) -> bool:
    """Whether what ends it came on that day or later; of a child who came home, whether care began anew."""
    ends = ENDED_BY.get(fact.kind)
    if fact.kind is Happened.LOOKED_AFTER_ENDED:
        ends = Happened.LOOKED_AFTER_BEGAN
    return any(each.child == fact.child and each.kind is ends and fact.on <= each.on <= on and each is not fact
               for each in facts)  # fmt: skip

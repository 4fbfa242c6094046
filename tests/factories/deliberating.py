"""What somebody decides, for tests of the operations that decide."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cases.models import Case, Decision, DecisionChild, DecisionHeard, DecisionOption, Member
from cases.readings.decisions import who_must_be_heard
from cases.rules.deciding import Decided, Heard, Option

HEARD = date(2026, 1, 5)


def decided(case: Case, children: Sequence[Member], **changes: Any) -> Decided:
    """A decision about these children that lacks nothing: everybody was heard, and it changed something."""
    people = who_must_be_heard(case, children)
    said = {"how": "in-person", "words": "I want it to stay quiet.", "changed": "We come at six.", "heard_on": HEARD}
    heard = [Heard(member=key, **said) for key, _, _ in people]
    nobody = Heard(member=None, said_by="Their aunt Nadia", **said)
    facts: dict[str, Any] = {
        "what": "Help goes on as it is.",
        "why": "It is what they need.",
        "heard": tuple(heard) or (nobody,),
        "options": (Option("Help goes on as it is.", "early-help", is_chosen=True),),
        "least_formal": "Their aunt and school.",
    }
    return Decided(**facts | changes)


def typed_decision(children: Sequence[Member], *others: Member, **more: Any) -> dict[str, Any]:
    """The same as a form of `cases.forms.deciding` sends it: these children, and these others, were heard."""
    typed: dict[str, Any] = {"decided_why": "It is what they need.", "least_formal": "Their aunt and school."}
    for person in (*children, *others):
        typed |= {
            f"heard_{person.pk}_how": "in-person",
            f"heard_{person.pk}_words": "I want it to stay quiet.",
            f"heard_{person.pk}_changed": "We come at six.",
        }
    return typed | more


def settle_decisions(case: Case, children: Sequence[Member], worker: Any, manager: Any) -> None:
    """A decision that was made, with somebody not yet heard, and one that somebody asked for."""
    to_come = {
        "question": "Where does Anisa sleep?",
        "asked_on": HEARD,
        "asked_by": worker,
        "due_on": date(2026, 12, 1),
    }
    said = {"what": "Imran stays at home.", "why": "He asked to.", "least_formal": "His aunt.", "made_on": HEARD}
    for facts in (to_come, said | {"made_by": manager}):
        decision = Decision.objects.create(case=case, kind="placement", **facts)
        for child in children:
            DecisionChild.objects.create(case=case, decision=decision, child=child)
    option = {"words": "Imran stays at home.", "formality": "network", "is_chosen": True, "position": 1}
    DecisionOption.objects.create(case=case, decision=decision, **option)
    for child in children:
        waits = {"how": "not-yet", "ask_by_on": date(2026, 1, 12), "recorded_by": worker}
        DecisionHeard.objects.create(case=case, decision=decision, member=child, **waits)

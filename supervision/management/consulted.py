"""Consultations of an invented service: one by name and locked, one whose family is still to be asked, one without."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from camden.operations.rulebook import calendar
from supervision.models import Consultation
from supervision.operations.consultations import (
    Thought,
    add_to_consultation,
    ask_consultation,
    plan_joint_visit,
    write_consultation,
)
from training.management.seeding import standing_in_for

# Who asks about which family and child, how it agrees, so many days ago; what was thought, the day after, and what was
# added later; a joint visit in so many working days. Clinical notes are in none of them.
ASKED: list[dict[str, Any]] = [
    {
        "family": "Hoxha", "child": "Leon", "by": "Rosa Begum", "days": 12, "consent": "given", "visit_in": 4,
        "question": "Leon counts the knives before he sleeps. How do I talk with him about what he is looking after,"
        " without taking it from him too fast?",
        "told": "Drita knows that I ask Yael, and asked to hear what she says.",
        "thought": (
            "Perhaps counting is how a boy keeps watch when nobody has told him that somebody else is. It may be less"
            " about knives than about who is awake.",
            "Begin with the job and not with the worry: who gave it to him, who would be glad if he had a night off?",
            "Rosa asks Leon on Tuesday who is on watch when he sleeps at Fatos’s house.",
        ),
        "added": "Rosa rang: at Fatos’s house he does not count. That is worth telling Drita, with his leave.",
    },
    {
        "family": "Rahman–Khatun", "child": "Anisa", "by": "Ade Fashola", "days": 2, "consent": "asked",
        "question": "A girl who interprets for everybody has gone quiet at school. What might her silence be for?",
        "told": "I ask her mother on Thursday, with an interpreter who is not the girl.",
    },
    {
        "family": "Nowicka–Mirza", "by": "Callum Reid", "days": 3, "consent": "anonymous",
        "question": "A mother gets up nine times a night and says that asking for help was the hardest call of the"
        " year. How do I not become one more person she must get up for?",
        "thought": (
            "Perhaps being tired is the one thing here that nobody argues about, and so it carries the rest.",
            "Ask what the night would look like if somebody else had heard the first cry.",
            "Callum asks her that at the next visit, before anything about routines.",
        ),
    },
]  # fmt: skip


def demo(world: Any) -> None:
    """What Yael was asked. Only families, askers and a clinician who are there."""
    yael = world.people.get("Yael Sharon")
    for said in ASKED:
        family, worker = world.families.get(said["family"]), world.people.get(said["by"])
        if yael and family and worker:
            with standing_in_for(worker):
                _ask(world, said, family, worker, yael)


def _ask(world: Any, said: dict[str, Any], family: Any, worker: Any, yael: Any) -> None:
    asked_on = world.on - timedelta(days=said["days"])
    asked = ask_consultation(
        case=family.case, by=worker, clinician=yael, question=said["question"], consent=said["consent"], on=asked_on,
        child=family.children.get(said.get("child")), family_told=said.get("told", ""),
    )  # fmt: skip
    if "thought" in said:
        _write(world, said, asked, yael)
    if "visit_in" in said:
        planned_on = calendar().add(world.on, said["visit_in"])
        plan_joint_visit(consultation=asked, by=worker, planned_on=planned_on, on=world.on, starts=time(16))


def _write(world: Any, said: dict[str, Any], asked: Consultation, yael: Any) -> None:
    held_on = asked.asked_on + timedelta(days=2)
    at = datetime.combine(held_on, time(15), UTC)
    again_on = world.on + timedelta(days=21)
    thought = Thought(held_on, *said["thought"], look_again_on=again_on)
    write_consultation(consultation=asked, by=yael, thought=thought, at=at, version=asked.version)
    asked.refresh_from_db()
    if "added" in said:
        add_to_consultation(consultation=asked, by=yael, words=said["added"], at=at + timedelta(days=4))

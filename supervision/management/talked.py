"""One-to-one talks of an invented service: one that was agreed, one that is still being written."""

from datetime import timedelta
from typing import Any

from supervision.models import OneToOne
from supervision.operations.one_to_ones import FamilyLine, agree_one_to_one, begin_one_to_one, write_one_to_one
from training.management.seeding import standing_in_for

# Who supervises whom, so many days ago, the family they spoke of, and whether they have agreed the record.
TALKS = [
    ("Niamh Castellan", "Ade Fashola", 15, "Rahman–Khatun", True),
    ("Niamh Castellan", "Tom Whitlock", 24, "", True),
    ("Niamh Castellan", "Rosa Begum", 1, "", False),
]


def demo(world: Any) -> None:
    """Talks of people who are there. What they said of themselves is for the two of them, in the demo too."""
    for supervisor, worker, days, family, is_agreed in TALKS:
        if supervisor in world.people and worker in world.people:
            with standing_in_for(world.people[supervisor]):
                _talk(world, world.people[supervisor], world.people[worker], days, family, is_agreed)


def _talk(world: Any, supervisor: Any, worker: Any, days: int, family: str, is_agreed: bool) -> None:
    held_on = world.on - timedelta(days=days)
    talk = begin_one_to_one(supervisor=supervisor, worker=worker, held_on=held_on, on=world.on)
    spoken = []
    if family in world.families:
        line = {"changed": "Farida comes on Fridays too.", "worry": "down", "next_step": "Ask Farida what she sees."}
        spoken.append(FamilyLine(world.families[family].case, **line))
    write_one_to_one(
        talk=talk, by=supervisor, version=talk.words.version, wellbeing="Two late nights; one of them was worth it.",
        learning="To wait four seconds after a question.", agreed="No visit on Friday afternoons for a month.",
        families=spoken,
    )  # fmt: skip
    if is_agreed:
        talk = OneToOne.objects.get(pk=talk.pk)
        agree_one_to_one(talk=talk, by=supervisor, on=held_on, whole=list(talk.families.values_list("pk", flat=True)))

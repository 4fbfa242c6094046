"""Tom's first year in the invented service: what was agreed, seen and reviewed, and what he writes for himself."""

from datetime import date, timedelta
from typing import Any

from training.models import (
    Capability,
    CapabilityLink,
    LogEntry,
    Observation,
    PanelMember,
    Piece,
    Programme,
    ProgrammeAgreement,
    ProgrammeReview,
    ProtectedTime,
)
from training.rules.protecting import WEEK, monday_of


def demo(world: Any) -> None:
    """As long as Cerys is there to assess it, and Niamh saw him work."""
    if not {"Tom Whitlock", "Cerys Pryce", "Niamh Castellan"} <= world.people.keys():
        return
    tom, cerys, niamh = (world.people[name] for name in ("Tom Whitlock", "Cerys Pryce", "Niamh Castellan"))
    began = world.on - timedelta(days=240)
    programme = Programme.objects.create(person=tom, code="asye", started_on=began, assessor=cerys)
    ProgrammeAgreement.objects.create(
        programme=programme, agreed_on=began + timedelta(days=10),
        wants_to_learn="To stay curious when somebody is angry with me.",
        support="Joint visits for six weeks, and a senior in every conference.",
        supervision="Every week for six weeks, then every two.", protected_time="Wednesday mornings.",
    )  # fmt: skip
    for days, well, comes in (
        (42, "He rings when he says he will, and families have noticed.", "To write as he speaks."),
        (91, "His questions have become slower.", "A first conference, with Rosa beside him."),
        (183, "He held a conversation that was hard for everybody.", "To ask for help sooner."),
    ):
        ProgrammeReview.objects.create(
            programme=programme, held_on=began + timedelta(days=days), held_by=cerys, going_well=well, comes_next=comes
        )
    LogEntry.objects.create(
        programme=programme, person=tom, written_on=world.on - timedelta(days=30),
        words="I hurried because I was afraid of the silence. Next time I say that there is time.",
    )  # fmt: skip
    seen = Observation.objects.create(
        worker=tom, observer=niamh, programme=programme, observed_on=world.on - timedelta(days=100), setting="home",
        focus="How I begin", consent="given", by_registered=True, given_on=world.on - timedelta(days=98),
        strengths="You sat on the floor and let the youngest explain the game before you asked anything.",
        family_said="He asked us what we call him when he is not there, and laughed with us.",
        agreed_learning="To ask each person who else thinks so.",
    )  # fmt: skip
    for skill, number in (("curiosity", 4), ("empathy", 4), ("child_focus", 5), ("difference", 2)):
        seen.skills.create(skill=skill, number=number)
    _panel(world, programme)
    _protect(programme, world.on)
    _more(world, programme)
    _link(world)


def _panel(world: Any, programme: Programme) -> None:
    for name in ("Grace Onuoha", "Dawn Ellery"):
        if name in world.people:
            PanelMember.objects.create(
                programme=programme, person=world.people[name], started_on=programme.started_on + timedelta(days=60)
            )


def _protect(programme: Programme, on: date) -> None:
    """Wednesday mornings, as they went: three weeks in a row they gave way."""
    for weeks, had in ((7, 222), (6, 180), (5, 200), (4, 60), (3, 0), (2, 30)):
        ProtectedTime.objects.create(
            programme=programme, week_on=monday_of(on) - weeks * WEEK, planned_minutes=222, had_minutes=had
        )


def _more(world: Any, programme: Programme) -> None:
    """A page that Tom shows, what he says of his support, an answer, and a draft that Niamh has not given."""
    tom, niamh = world.people["Tom Whitlock"], world.people["Niamh Castellan"]
    LogEntry.objects.create(
        programme=programme, person=tom, written_on=world.on - timedelta(days=75),
        words="I asked who would notice first, and the room went quiet in a good way.",
        shown_on=world.on - timedelta(days=70),
    )  # fmt: skip
    review = ProgrammeReview.objects.filter(programme=programme).order_by("held_on").first()
    if review:
        ProgrammeReview.objects.filter(pk=review.pk).update(
            worker_says="Niamh came with me to every first visit. I missed somebody to ask on Fridays."
        )
    Observation.objects.filter(worker=tom, observer=niamh).update(
        asked_how="By Tom, two days before, at their kitchen table.",
        worker_says="I had not noticed that I waited. I want to keep that.",
    )
    draft = Observation.objects.create(
        worker=tom, observer=niamh, observed_on=world.on - timedelta(days=4), setting="meeting",
        focus="How I end",
        consent="given", asked_how="By me, before the meeting.",
        strengths="Before you left, you said what happens next.",
    )  # fmt: skip
    draft.skills.create(skill="collaboration", number=3)


def _link(world: Any) -> None:
    """What pieces show: one area of the statement that ends, and one that does not end."""
    for name, codes in (("Ade Fashola", ("kss.2", "pcf.6")), ("Rosa Begum", ("kss.1",))):
        piece = Piece.objects.filter(person=world.people[name]).order_by("pk").first() if name in world.people else None
        for code in codes if piece else ():
            area = Capability.objects.get(code=code)
            CapabilityLink.objects.create(
                person=world.people[name], piece=piece, capability=area, linked_on=world.on - timedelta(days=20)
            )

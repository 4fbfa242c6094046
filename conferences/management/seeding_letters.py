"""Letters of the demo's conference that is being prepared: given, in Bengali, and waiting. Everybody is invented."""

from datetime import timedelta
from typing import Any

from conferences.models import FamilyConference, Invitee, Letter
from conferences.operations.letters import give_letter, keep_letter
from conferences.readings.letters import NO_NUMBER, around, begin, kept_off, readers_of
from conferences.rules.letters import Kind

PHONE = "020 7946 0102"
IN_BENGALI = (
    "প্রিয় শিরিন,\n\n"
    "আপনার সন্তানদের জন্য আপনাদের একটি পারিবারিক বৈঠক হতে পারে। কে কে আসবেন, আপনি বলবেন।\n\n"
    "আপনারা নিজেরা পরিকল্পনা করবেন, নিজেদের ভাষায়। কিছু সময় ঘরে শুধু আপনারাই থাকবেন।\n\n"
    "আপনি হ্যাঁ বা না বলতে পারেন। আমাকে ফোন করুন: 020 7946 0102।\n\n"
    "Samira Yusuf"
)


def letters(world: Any, family: str = "Rahman–Khatun") -> None:
    """Shirin has her offer, in English and in Bengali; Farida's invitation waits to be given."""
    if family not in world.families:
        return
    samira = world.people["Samira Yusuf"]
    conference = (
        FamilyConference.objects.filter(case=world.families[family].case)
        .with_stage()
        .select_related("brief", "plan", "coordinator")
        .order_by("-pk")[0]
    )
    known, on = around(conference), world.on - timedelta(days=6)
    people = {each.name.split(" ")[0]: each for each in known.invitees}
    for name, kind, given in (("Shirin", Kind.OFFER, True), ("Farida", Kind.INVITATION, False)):
        if name in people:
            person = people[name]
            reader = readers_of(person, known.children)[0]
            text = begin(conference, person, known, kind, reader, samira).replace(NO_NUMBER, PHONE)
            letter = _keep(conference, person, kind, reader, text, on)
            if given:
                give_letter(
                    letter=letter, version=letter.version, how=Letter.Sent.BY_HAND,
                    kept=kept_off(conference, person, known), on=on,
                )  # fmt: skip
    if "Shirin" in people:
        shirin = people["Shirin"]
        reader = readers_of(shirin, known.children)[0]
        _keep(conference, shirin, Kind.OFFER, reader, IN_BENGALI, on, language="Bengali")


def _keep(
    conference: FamilyConference, person: Invitee, kind: Kind, reader: str, text: str, on: Any, language: str = ""
) -> Letter:
    kept = kept_off(conference, person, around(conference))
    return keep_letter(
        invitee=person, kind=kind, reader=reader, text=text, kept=kept, on=on, language=language
    )  # fmt: skip

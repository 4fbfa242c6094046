"""Verbs of a danger heard in preparation: pass it on, and say what one does now."""

from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from cases.models import ChronologyEntry
from cases.operations.chronology import note
from conferences.models import ConferenceChild, DangerAnswered, DangerTold, FamilyConference
from conferences.rules.danger import Danger, missing


class NotSaid(Exception):
    """Something that whoever hears it must know is not said yet. Says what, in words."""


@transaction.atomic
def tell_danger(*, conference: FamilyConference, danger: Danger, by: User, on: date) -> DangerTold:
    """Pass a danger on to the children's workers and their managers, and nothing else with it.

    `danger.children` are keys of the conference's children. The database tells them, and duty where it must, in the
    same moment, and writes down who was told. Raises NotSaid.
    """
    if said := missing(danger):
        raise NotSaid(f"Say {said[0]}.")
    names = ConferenceChild.objects.filter(conference=conference, pk__in=danger.children).order_by("pk")
    told = DangerTold.objects.create(
        case_id=conference.case_id,
        conference=conference,
        words=danger.words.strip(),
        children=list(names.values_list("first_name", flat=True)),
        soon=danger.soon.value,
        family=danger.family.value,
        why_family_not_told=danger.why_family_not_told.strip(),
        spoken_with=danger.spoken_with.strip(),
        said_by=by,
        said_on=on,
    )
    record(action="told the social worker about a danger", subject=told, case_id=conference.case_id)
    told.refresh_from_db()
    return told


@transaction.atomic
def answer_danger(*, danger: DangerTold, did: str, by: User, on: date) -> DangerAnswered:
    """Whoever sees the record has read it, and says what they do now. It stands on the family's timeline."""
    said = DangerAnswered.objects.create(
        case_id=danger.case_id,
        conference_id=danger.conference_id,
        danger=danger,
        did=did,
        answered_by=by,
        answered_on=on,
    )
    children = ConferenceChild.objects.filter(conference=danger.conference_id, first_name__in=danger.children)
    note(
        case=danger.case,
        on=on,
        kind=ChronologyEntry.Kind.FAMILY_PLAN,
        summary=f"{by.name} answered a danger that was heard while a conference was prepared",
        children=[each.child for each in children.select_related("child")],
        subject_id=danger.conference_id,
        by=by,
    )
    record(action="said what they do about a danger", subject=said, case_id=danger.case_id)
    return said

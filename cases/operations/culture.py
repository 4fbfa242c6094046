"""Verbs about where somebody comes from, in their own words where they said it (REFERENCE 8.4). Never inferred."""

from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from cases.models import CulturalNote, Member
from cases.operations.refusing import Refusal
from cases.rules.audience import Marks
from cases.rules.picturing import CULTURE

_NO_MARKS = Marks()


class NotToldSo(Refusal):
    """Something of where somebody comes from cannot be so. Says why, and about which answer."""


@transaction.atomic
def note_culture(
    *,
    member: Member,
    kind: str,
    by: User,
    on: date,
    words: str = "",
    is_declined: bool = False,
    about: str = "",
    told_by: Member | None = None,
    marks: Marks = _NO_MARKS,
) -> CulturalNote:
    """What somebody told, or that they were asked and would rather not say. Raises NotToldSo."""
    if kind not in CULTURE:
        raise NotToldSo("Choose what it is about.", "kind")
    if not words and not is_declined:
        raise NotToldSo("Write what was said, in their words.", "words")
    if words and is_declined:
        raise NotToldSo("Either they told it, or they would rather not say.", "words")
    if told_by is not None and told_by.case_id != member.case_id:
        raise NotToldSo("Choose who told it.", "told_by")
    note = CulturalNote.objects.create(
        case=member.case,
        member=member,
        kind=kind,
        words=words,
        is_declined=is_declined,
        about=about,
        told_by=told_by,
        noted_by=by,
        noted_on=on,
        is_kept_from_family=marks.is_kept_from_family,
        kept_from=list(marks.kept_from),
    )
    record(action="wrote down where somebody comes from", subject=note, case_id=member.case_id)
    return note

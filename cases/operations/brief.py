"""Verbs about *Before you meet them*: a part is written anew, and the one before it stays to be read in the history."""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from camden.operations.versions import Overtaken
from cases.models import BriefPart, Case, ChronologyEntry, Member
from cases.operations.chronology import note
from cases.rules.audience import Marks
from cases.rules.recording import BRIEF_PART

CHANGED = frozenset({"words", "told_by"})


def write_part(
    *,
    case: Case,
    kind: str,
    words: str,
    by: User,
    on: date,
    shown: int,
    told_by: Member | None = None,
    marks: Marks = Marks(),  # noqa: B008 - frozen
) -> BriefPart:
    """End the part that stands, and begin this one. It is on the family's timeline.

    `shown` is the key of the part the form was shown with, 0 for none. Raises Overtaken, and writes nothing, when
    another one stands by now: its `theirs` is that one.
    """
    with transaction.atomic():
        standing = BriefPart.objects.filter(case=case, kind=kind, ended_on=None)
        now = standing.select_for_update().first()
        if now and now.pk != shown:
            raise Overtaken(now, CHANGED)
        if now:
            standing.filter(pk=now.pk).update(ended_on=max(on, now.written_on), version=F("version") + 1)
        try:
            with transaction.atomic():
                part = BriefPart.objects.create(
                    case=case,
                    kind=kind,
                    words=words,
                    told_by=told_by,
                    written_by=by,
                    written_on=on,
                    is_kept_from_family=marks.is_kept_from_family,
                    kept_from=list(marks.kept_from),
                )
        except IntegrityError:  # two wrote the first one at once
            raise Overtaken(standing.get(), CHANGED) from None
        note(
            case=case,
            on=on,
            kind=ChronologyEntry.Kind.PEOPLE,
            summary=f"{by.name} wrote {'anew' if now else 'down'}: {BRIEF_PART[kind].lower()}",
            children=[],
            by=by,
            marks=marks,
        )
        record(action="wrote a part of before you meet them", subject=part, case_id=case.pk)
    return part

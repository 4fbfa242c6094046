"""The verb before the meeting: a manager says what must be in place, what may be promised, up to what cost."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from conferences.models import FamilyConference, Mandate, MayPromise, MustHave
from conferences.operations.stages import NotThatWay
from conferences.rules import mandate as rules


@transaction.atomic
def give_mandate(
    *,
    conference: FamilyConference,
    must_haves: Sequence[str],
    promises: Sequence[rules.MayPromise],
    up_to: int,
    by: User,
    is_manager: bool,
    on: date,
    words: str = "",
) -> Mandate:
    """A manager says what the worker may agree to at the meeting; sums in whole pounds. A later one replaces it.

    Must-haves are said in their order; one that is no longer asked for keeps the day on which it ended. Raises
    NotThatWay, in a sentence, for what is no mandate: from nobody who manages, or for one's own referral.
    """
    FamilyConference.objects.select_for_update().get(pk=conference.pk)  # two managers at once take turns
    asked = [each.strip() for each in must_haves if each.strip()]
    said = rules.Mandate(asked, promises, up_to, given_by=by.pk, given_on=on, is_manager=is_manager)
    if missing := said.missing(referrer=conference.referred_by_id):
        raise NotThatWay(f"This still needs {'; '.join(missing)}.")
    own = {"case_id": conference.case_id, "conference": conference}
    mandate = Mandate.objects.create(**own, words=words, up_to=up_to, given_by=by, given_on=on)
    MayPromise.objects.bulk_create(
        MayPromise(**own, mandate=mandate, what=each.what, up_to=each.up_to) for each in promises
    )
    _ask_for(conference, asked, by, on)
    record(action="said what may be agreed", subject=mandate, case_id=conference.case_id)
    return mandate


def _ask_for(conference: FamilyConference, asked: Sequence[str], by: User, on: date) -> None:
    """The must-haves from now on. A line that stays where it was is left alone, with what was said of it."""
    wanted = dict(enumerate(asked, start=1))
    for row in MustHave.objects.filter(conference=conference, ended_on=None):
        if wanted.get(row.place) == row.words:
            del wanted[row.place]
        else:
            MustHave.objects.filter(pk=row.pk).update(ended_on=on, version=row.version + 1)
    MustHave.objects.bulk_create(
        MustHave(case_id=conference.case_id, conference=conference, place=place, words=words, said_by=by, said_on=on)
        for place, words in wanted.items()
    )

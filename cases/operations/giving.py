"""Verbs of giving a family something to keep."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from camden.audit import record
from camden.models import User
from cases.models import Case, ChronologyEntry, Member, Release, Visit
from cases.operations.chronology import note
from cases.readings.giving import kept_from, ways_of
from cases.rules.giving import gives_away
from cases.rules.recording import GIVEN_HOW, GIVEN_KIND

WAY_BACK = "How to come back to us"


class NotGiven(Exception):
    """It must not be given so. Says why in a sentence, and `about` which answer."""

    def __init__(self, sentence: str, about: str) -> None:
        super().__init__(sentence)
        self.about = about


@transaction.atomic
def give_what_we_agreed(
    *, visit: Visit, recipient: Member, words: str, number: str, how: str, by: User, on: date
) -> Release:
    """Somebody of the family is given what was agreed in a visit: kept word for word, and on the timeline.

    `how` is a code of GIVEN_HOW. Raises NotGiven for a way that is not safe for this person, where a word stands in it
    that is kept from them, and of a visit that was taken back.
    """
    if visit.struck_on:
        raise NotGiven("This visit was taken back. Nothing can be given of it.", "words")
    check_given(recipient=recipient, words=f"{words} {number}", how=how)
    is_child = recipient.kind == Member.Kind.CHILD
    release = Release.objects.create(
        case=visit.case,
        kind="agreed",
        title=GIVEN_KIND["agreed"],
        visit=visit,
        recipient=recipient,
        body={"words": words, "number": number, "version": "child" if is_child else "grown-up"},
        how=how,
        given_on=on,
        given_by=by,
    )
    note(
        case=visit.case,
        on=on,
        kind=ChronologyEntry.Kind.GIVEN,
        summary=f"{by.name} gave {recipient.first_name} “{release.title}”: {GIVEN_HOW[how].lower()}",
        children=[recipient] if is_child else list(Member.objects.filter(pk__in=visit.parts.values("child"))),
        subject_id=release.pk,
        by=by,
    )
    record(action="gave what was agreed", subject=release, case_id=visit.case_id)
    return release


@transaction.atomic
def give_way_back(
    *, case: Case, children: Sequence[Member], recipient: Member, words: str, number: str, how: str, by: User, on: date
) -> Release:
    """Somebody of the family is given how they can come back to us, kept as it was given. Raises NotGiven."""
    check_given(recipient=recipient, words=f"{words} {number}", how=how)
    version = "child" if recipient.kind == Member.Kind.CHILD else "grown-up"
    release = Release.objects.create(
        case=case,
        kind="agreed",
        title=WAY_BACK,
        recipient=recipient,
        body={"words": words, "number": number, "version": version},
        how=how,
        given_on=on,
        given_by=by,
    )
    note(
        case=case,
        on=on,
        kind=ChronologyEntry.Kind.GIVEN,
        summary=f"{by.name} gave {recipient.first_name} “{release.title}”: {GIVEN_HOW[how].lower()}",
        children=children,
        subject_id=release.pk,
        by=by,
    )
    record(action="gave a family the way back to us", subject=release, case_id=case.pk)
    return release


def check_given(*, recipient: Member, words: str, how: str) -> None:
    """Whether these words may be given to this person in this way. Raises NotGiven."""
    ways = ways_of(recipient)
    if how not in ways.allowed:
        raise NotGiven(ways.refused or "There is no home to post it to.", "how")
    if kept := gives_away(words, kept_from(recipient)):
        raise NotGiven(f"Take this out: it is not to be shared with {recipient.first_name}: “{_short(kept)}”.", "words")


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"

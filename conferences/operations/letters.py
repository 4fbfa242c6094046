"""Verbs about letters: keep one as it was worded, change it before it goes, note that it was given."""

from datetime import date

from django.db import transaction

from camden.audit import record
from camden.operations.versions import change
from conferences.models import Invitee, Letter
from conferences.rules.kept_off import KeptOff, why_not_printed
from conferences.rules.languages import hold_numbers


class NotToBeGiven(Exception):
    """A letter that may not leave as it is. Says why, in a sentence for the coordinator."""


@transaction.atomic
def keep_letter(
    *, invitee: Invitee, kind: str, reader: str, text: str, kept: KeptOff, on: date,
    language: str = "", is_right_to_left: bool = False,
) -> Letter:  # fmt: skip
    """Keep a letter as the coordinator worded it.

    Raises NotToBeGiven when something stands in it that must be on no paper, or for somebody who is not invited.
    """
    _check(invitee, text, kept)
    letter = Letter.objects.create(
        case_id=invitee.case_id,
        conference_id=invitee.conference_id,
        invitee=invitee,
        kind=kind,
        reader=reader,
        language=language,
        is_right_to_left=is_right_to_left,
        text=hold_numbers(text) if is_right_to_left else text,
        written_on=on,
    )
    record(action="wrote a letter of a conference", subject=letter, case_id=letter.case_id)
    return letter


@transaction.atomic
def reword_letter(
    *, letter: Letter, version: int | None, text: str, kept: KeptOff, language: str, is_right_to_left: bool
) -> Letter:
    """Word a letter anew before it goes.

    Raises Overtaken when somebody else did meanwhile, and NotToBeGiven when it was given already or says too much.
    """
    if letter.sent_on:
        raise NotToBeGiven("It was given as it is. Write a new one.")
    _check(letter.invitee, text, kept)
    text = hold_numbers(text) if is_right_to_left else text
    changed: Letter = change(letter, version=version, text=text, language=language, is_right_to_left=is_right_to_left)
    record(action="worded a letter of a conference anew", subject=changed, case_id=changed.case_id)
    return changed


@transaction.atomic
def give_letter(*, letter: Letter, version: int | None, how: str, kept: KeptOff, on: date) -> Letter:
    """Note on which day and how somebody got their letter.

    Raises Overtaken when it was worded anew or given meanwhile, and NotToBeGiven when it must not leave.
    """
    _check(letter.invitee, letter.text, kept)
    given: Letter = change(letter, version=version, sent_on=on, sent_how=how)
    record(action="gave a letter of a conference", subject=given, case_id=given.case_id)
    return given


def _check(invitee: Invitee, text: str, kept: KeptOff) -> None:
    if invitee.way == "not-invited":
        raise NotToBeGiven("Whoever is not invited gets no letter: talk with them.")
    if why := why_not_printed(text, kept):
        raise NotToBeGiven(why)

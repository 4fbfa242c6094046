"""Verbs about consent: somebody agreed, or took it back. One register for everything that needs it."""

from datetime import date

from django.db import transaction
from django.db.models import F

from camden.audit import record
from camden.models import User
from cases.models import Case, ChronologyEntry, Consent, Member
from cases.operations.chronology import note as on_the_timeline
from cases.operations.refusing import Refusal


class NotConsented(Refusal):
    """The consent was not recorded. Says why, and about which answer."""


@transaction.atomic
def consent(
    *,
    case: Case,
    member: Member,
    purpose: str,
    how: str,
    given_on: date,
    by: User,
    on: date,
    words: str = "",
    until_on: date | None = None,
) -> Consent:
    """Record that somebody agreed: for what (a key of CONSENT_FOR), how, and until when. Raises NotConsented."""
    if given_on > on:
        raise NotConsented("Record this once it was given.", "given_on")
    if until_on and until_on < given_on:
        raise NotConsented("It ends before it was given. Check the days.", "until_on")
    given = Consent.objects.create(
        case=case,
        member=member,
        purpose=purpose,
        words=words,
        how=how,
        given_on=given_on,
        until_on=until_on,
        recorded_by=by,
    )
    _say(given, f"{member.first_name} agreed: {given.get_purpose_display().lower()}", given_on, by)
    record(action="recorded a consent", subject=given, case_id=case.pk)
    return given


@transaction.atomic
def withdraw_consent(*, consent: Consent, withdrawn_on: date, words: str, by: User, on: date) -> None:
    """Somebody took back what they had agreed to. It counts from that day. Raises NotConsented."""
    if not consent.given_on <= withdrawn_on <= on:
        raise NotConsented("Enter a day between the consent and today.", "withdrawn_on")
    taken = {"withdrawn_on": withdrawn_on, "withdrawn_words": words, "withdrawn_to": by}
    if not Consent.objects.filter(pk=consent.pk, withdrawn_on=None).update(**taken, version=F("version") + 1):
        raise NotConsented("This was taken back already.")
    said = f"{consent.member.first_name} took back: {consent.get_purpose_display().lower()}"
    _say(consent, said, withdrawn_on, by)
    record(action="recorded that a consent was taken back", subject=consent, case_id=consent.case_id)


def _say(given: Consent, summary: str, on: date, by: User) -> None:
    on_the_timeline(
        case=given.case,
        on=on,
        kind=ChronologyEntry.Kind.CONSENT,
        summary=summary,
        children=[given.member] if given.member.kind == Member.Kind.CHILD else [],
        subject_id=given.pk,
        by=by,
    )

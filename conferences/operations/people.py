"""Verbs about the people of a conference: who may come, who was rung, who must not meet whom."""

from datetime import date
from typing import Any

from django.db import transaction

from camden.audit import record
from camden.models import User
from camden.operations.versions import change
from conferences.models import FamilyConference, Invitee, KeptApart, NetworkPerson, PreparingContact


class NobodyElse(Exception):
    """Two who must not meet are two. Says what to do, in a sentence."""


@transaction.atomic
def add_invitee(*, conference: FamilyConference, **facts: Any) -> Invitee:
    """Somebody may come: `facts` are fields of Invitee, as told."""
    invitee = Invitee.objects.create(case_id=conference.case_id, conference=conference, **facts)
    record(action="added somebody to a conference", subject=invitee, case_id=conference.case_id)
    return invitee


@transaction.atomic
def invite_from_network(*, conference: FamilyConference, person: NetworkPerson) -> Invitee:
    """Somebody whom the referral named comes on the list, once, however often it is pressed."""
    FamilyConference.objects.select_for_update().get(pk=conference.pk)  # two presses at once take turns
    there = Invitee.objects.filter(conference=conference, network=person).order_by("pk").first()
    if there is not None:
        return there
    return add_invitee(
        conference=conference, name=person.name, tie=person.tie[:120], side=person.side, kind=Invitee.Kind.FAMILY,
        is_parent=person.is_parent, is_child=person.is_child, network=person,
    )  # fmt: skip


@transaction.atomic
def change_invitee(*, invitee: Invitee, version: int | None, **facts: Any) -> Invitee:
    """Correct what is known of somebody who may come. Raises camden.operations.versions.Overtaken."""
    kept: Invitee = change(invitee, version=version, **facts)
    record(action="changed somebody of a conference", subject=kept, case_id=kept.case_id)
    return kept


@transaction.atomic
def log_contact(
    *, invitee: Invitee, by: User, on: date, how: str, minutes: int = 0, words: str = ""
) -> PreparingContact:
    """One contact while the conference is prepared; `minutes` (0 when nobody counted) are for what conferences cost."""
    contact = PreparingContact.objects.create(
        case_id=invitee.case_id, conference_id=invitee.conference_id, invitee=invitee, happened_on=on, how=how,
        minutes=minutes, words=words, by=by,
    )  # fmt: skip
    record(action="noted a contact in preparation", subject=contact, case_id=invitee.case_id)
    return contact


@transaction.atomic
def change_contact(*, contact: PreparingContact, version: int | None, **facts: Any) -> PreparingContact:
    """Correct one: a figure was mistyped. Raises camden.operations.versions.Overtaken."""
    kept: PreparingContact = change(contact, version=version, **facts)
    record(action="changed a contact in preparation", subject=kept, case_id=kept.case_id)
    return kept


@transaction.atomic
def keep_apart(
    *, conference: FamilyConference, one: Invitee, two: Invitee, because: str = "", is_by_law: bool = False,
    version: int | None = None,
) -> KeptApart:  # fmt: skip
    """These two must not meet. Of two who are said already it says why anew, if `version` is theirs.

    Raises NobodyElse for one and the same, and camden.operations.versions.Overtaken when others say why otherwise.
    """
    if one.pk == two.pk:
        raise NobodyElse("Choose two different people.")
    FamilyConference.objects.select_for_update().get(pk=conference.pk)
    first, second = sorted((one, two), key=lambda each: each.pk)
    said = {"because": because, "is_by_law": is_by_law}
    pair = KeptApart.objects.filter(conference=conference, one=first, two=second, ended_on=None).first()
    if pair is not None:
        pair = change(pair, version=version, **said)
    else:
        pair = KeptApart.objects.create(
            case_id=conference.case_id, conference=conference, one=first, two=second, **said
        )
    record(action="said who must not meet", subject=pair, case_id=conference.case_id)
    return pair


@transaction.atomic
def end_apart(*, pair: KeptApart, version: int | None, on: date) -> KeptApart:
    """These two may meet again. It stays with its day. Raises camden.operations.versions.Overtaken."""
    kept: KeptApart = change(pair, version=version, ended_on=on)
    record(action="said that two may meet again", subject=kept, case_id=kept.case_id)
    return kept

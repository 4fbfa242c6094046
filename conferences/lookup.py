"""Fetching is checking. A conference opens with the record, or to the family's coordinator without it.

Every function adds the record to `request.opened`, from which the read event is written; none loads the record
itself, which a coordinator cannot see.
"""

from typing import Any, TypeVar

from django.http import Http404

from cases.models import Case, Member
from conferences.access import coordinated_by
from conferences.models import ConferenceChild, DangerTold, FamilyConference, Invitee, Letter, PlanEdition, SafetyFact
from conferences.models.conference import OfConference

P = TypeVar("P", bound=OfConference)


def get_conference(request: Any, case_pk: int, pk: int) -> FamilyConference:
    """A conference, with its brief and its plan where there are any. Raises Http404.

    `is_convened` says whether whoever asks coordinates it.
    """
    found = FamilyConference.objects.visible_to(request.user).seen_by(request.user).with_stage().with_mandate()
    found = found.filter(case=case_pk, pk=pk)
    conference = found.select_related("referred_by", "coordinator", "brief", "plan").first()
    if conference is None:
        raise Http404
    request.opened.add(conference.case_id)
    return conference


def get_danger(request: Any, case_pk: int, pk: int) -> DangerTold:
    """A danger that was passed on, for whoever sees its conference. `is_convened` as above. Raises Http404."""
    found = DangerTold.objects.visible_to(request.user).seen_by(request.user).filter(case=case_pk, pk=pk)
    danger = found.select_related("conference", "said_by").first()
    if danger is None:
        raise Http404
    request.opened.add(danger.case_id)
    return danger


def get_safety_fact(request: Any, case_pk: int, pk: int) -> SafetyFact:
    """What keeps people safe, as somebody said it. Raises Http404."""
    fact = SafetyFact.objects.visible_to(request.user).filter(case=case_pk, pk=pk).select_related("conference").first()
    if fact is None:
        raise Http404
    request.opened.add(fact.case_id)
    return fact


def names_of(conference: FamilyConference) -> list[ConferenceChild]:
    """The children a conference is about, as they were written down at the referral."""
    return list(ConferenceChild.objects.filter(conference=conference).order_by("pk"))


def get_prepared(request: Any, case_pk: int, pk: int) -> FamilyConference:
    """A conference as its coordinator prepares it; for nobody else, whoever sees the record. Raises Http404."""
    found = FamilyConference.objects.coordinated_by(request.user).seen_by(request.user).with_stage()
    conference = found.filter(case=case_pk, pk=pk).select_related("referred_by", "coordinator", "brief", "plan").first()
    if conference is None:
        raise Http404
    request.opened.add(conference.case_id)
    return conference


def get_of_preparation(request: Any, rows: type[P], case_pk: int, pk: int, *along: str) -> P:
    """A row of the preparation, with its conference, and `along`: for its coordinator alone. Raises Http404."""
    found = rows._default_manager.filter(coordinated_by(request.user), case=case_pk, pk=pk)
    row: P | None = found.select_related("conference", *along).first()
    if row is None:
        raise Http404
    row.conference.is_convened = True  # type: ignore[attr-defined]
    request.opened.add(row.case_id)
    return row


def get_invitee(request: Any, case_pk: int, pk: int) -> Invitee:
    """Somebody who may come to a conference, for its coordinator. Raises Http404."""
    return get_of_preparation(request, Invitee, case_pk, pk)


def children_of(conference: FamilyConference) -> list[Member]:
    """The children a conference is about, for those who see the record; none for anybody else."""
    keys = ConferenceChild.objects.filter(conference=conference).values("child")
    return list(Member.objects.children().filter(case=conference.case_id, pk__in=keys))


def get_letter(request: Any, case_pk: int, pk: int) -> Letter:
    """A letter, for the family's coordinator alone, with its conference as its pages need it. Raises Http404."""
    found = Letter.objects.filter(coordinated_by(request.user), case=case_pk, pk=pk).select_related("invitee")
    letter = found.first()
    if letter is None:
        raise Http404
    letter.conference = get_conference(request, case_pk, letter.conference_id)
    return letter


def case_if_seen(request: Any, case_pk: int) -> Case | None:
    """The record itself, where it opens to whoever asks; a coordinator has a part in it without it."""
    return Case.objects.visible_to(request.user).filter(pk=case_pk).first()


def get_edition(conference: FamilyConference, number: int) -> PlanEdition:
    """A plan as it was agreed, of a conference that was fetched here. Raises Http404."""
    kept = PlanEdition.objects.filter(conference=conference, edition=number).first()
    if kept is None:
        raise Http404
    return kept

"""Fetching is checking. A conference opens with the record, or to the family's coordinator without it.

Every function adds the record to `request.opened`, from which the read event is written; none loads the record
itself, which a coordinator cannot see.
"""

from typing import Any

from django.http import Http404

from cases.models import Member
from conferences.models import ConferenceChild, FamilyConference, Invitee


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


def get_invitee(request: Any, case_pk: int, pk: int) -> Invitee:
    """Somebody who may come to a conference. Raises Http404."""
    found = Invitee.objects.visible_to(request.user).filter(case=case_pk, pk=pk)
    invitee = found.select_related("conference").first()
    if invitee is None:
        raise Http404
    request.opened.add(invitee.case_id)
    return invitee


def children_of(conference: FamilyConference) -> list[Member]:
    """The children a conference is about, for those who see the record; none for anybody else."""
    keys = ConferenceChild.objects.filter(conference=conference).values("child")
    return list(Member.objects.children().filter(case=conference.case_id, pk__in=keys))

"""Meetings to come, who is asked, and what a chair raised, as rows for tests."""

from datetime import UTC, date, datetime
from typing import Any

import factory

from camden.access import Role
from cases.models import ContactPoint, Dispute, Household, HouseholdMembership, Invitation, Member, PlannedMeeting
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.record_voice import parent_of

AT = datetime(2026, 11, 10, 10, 0, tzinfo=UTC)
SECRET, NUMBER, ARRIVES = "7 Hidden Row, NW9 9ZZ", "07700 900777", "At the back door at ten to ten"


class PlannedMeetingFactory(factory.django.DjangoModelFactory[PlannedMeeting]):
    """A core group a week from now, arranged by whoever works here."""

    class Meta:
        model = PlannedMeeting

    kind = "core-group"
    planned_at = AT
    arranged_on = date(2026, 11, 2)
    arranged_by = factory.SubFactory(UserFactory)


class InvitedFactory(factory.django.DjangoModelFactory[Invitation]):
    """Somebody on the list of a meeting."""

    class Meta:
        model = Invitation

    case = factory.LazyAttribute(lambda row: (row.meeting or row.conference).case)
    meeting = None
    conference = None


class DisputeFactory(factory.django.DjangoModelFactory[Dispute]):
    """Something raised yesterday with the worker."""

    class Meta:
        model = Dispute

    about = "Imran’s school place is still open"
    words = "It was promised in May."
    wanted = "A place by December."
    raised_on = date(2026, 11, 2)
    answer_by_on = date(2026, 11, 9)


def parents_apart(cast: Any) -> tuple[Member, Member]:
    """Shirin lives where nobody may know, Jamal elsewhere; both can be rung, and neither may learn of the other."""
    shirin = parent_of(cast.children, "Shirin", "mother")
    jamal = parent_of(cast.children, "Jamal", "father")
    hidden = Household.objects.create(case=cast.case, name="The refuge", address=SECRET, is_safe_to_share=False)
    HouseholdMembership.objects.create(case=cast.case, household=hidden, member=shirin)
    ContactPoint.objects.create(case=cast.case, member=shirin, kind="mobile", value=NUMBER, is_safe=True)
    ContactPoint.objects.create(case=cast.case, member=jamal, kind="mobile", value="07700 900111", is_safe=True)
    return shirin, jamal


def business_support(cast: Any, name: str = "Bo Lang") -> Any:
    """Somebody who takes minutes and invites for the team."""
    membership = MembershipFactory(user__name=name, team=cast.team, role=Role.BUSINESS_SUPPORT)
    return membership.user


def settle_meetings(cast: Any) -> None:
    """A row of every kind that these pages may be about."""
    meeting = PlannedMeetingFactory(case=cast.case, arranged_by=cast.amara)
    InvitedFactory(meeting=meeting, member=cast.children[0])
    DisputeFactory(case=cast.case, raised_by=cast.dawn)

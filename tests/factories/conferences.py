"""Family group conferences for tests."""

from datetime import date
from typing import Any

import factory

from camden.access import Role
from camden.models import User
from cases.access import CaseScope
from cases.models import Member
from conferences.models import (
    AgencyAnswer,
    Brief,
    ConferenceChild,
    ConferenceStage,
    FamilyAnswer,
    FamilyConference,
    FamilyMeeting,
    FamilyPlan,
    Invitee,
    Letter,
    Mandate,
    PlanAnswer,
    PlanItem,
)
from tests.factories.camden import MembershipFactory, UserFactory
from tests.factories.cases import InvolvementFactory

WAY = ["offered", "accepted", "allocated", "preparing", "ready", "held", "plan-agreed", "active"]


class ConferenceFactory(factory.django.DjangoModelFactory[FamilyConference]):
    """A conference at `stage`, with its brief about `children`, wanted by the mother."""

    class Meta:
        model = FamilyConference
        skip_postgeneration_save = True

    referred_on = date(2026, 10, 20)

    @factory.post_generation
    def children(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        own = {"case": self.case, "conference": self}
        Brief.objects.create(**own, reason="Mum asks for help.", questions="Who can help?", safety="nothing-known")
        for child in extracted or Member.objects.children().filter(case=self.case):
            ConferenceChild.objects.create(**own, child=child, first_name=child.first_name, age="11 years")
        FamilyAnswer.objects.create(
            **own, who="Shirin", answer="yes", asked_on=self.referred_on, asked_by=self.referred_by
        )

    @factory.post_generation
    def stage(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for stage in WAY[: WAY.index(extracted or "allocated") + 1]:
            ConferenceStage.objects.create(
                case=self.case,
                conference=self,
                stage=stage,
                happened_on=self.referred_on,
                said_by=self.referred_by,
            )


def coordinator_of(child: Member, team: Any, name: str = "Samira Yusuf", **facts: Any) -> User:
    """Somebody who convenes conferences, and coordinates for the family of this child."""
    user = UserFactory(name=name)
    MembershipFactory(user=user, team=team, role=Role.CONFERENCE_COORDINATOR)
    role, scope = "conference-coordinator", CaseScope.CONFERENCE
    InvolvementFactory(child=child, worker=user, team=team, role=role, scope=scope, **facts)
    return user


def fill(conference: FamilyConference, keeper: User) -> FamilyConference:
    """A row of every other kind beneath a conference."""
    own = {"case": conference.case, "conference": conference}
    farida = Invitee.objects.create(**own, name="Farida", side="father", kind="family", reach="07700 900123")
    letter = {"kind": "offer", "reader": "wider-family", "text": "Dear Farida,\n\nWe meet.\n\nSamira"}
    Letter.objects.create(**own, invitee=farida, written_on="2026-10-22", **letter)
    Mandate.objects.create(**own, words="Up to £200 for travel", given_by=keeper, given_on="2026-10-21")
    FamilyMeeting.objects.create(**own, held_on="2026-10-30", private_from="14:10", private_until="15:40")
    FamilyPlan.objects.create(**own, contingency="Ring Farida.")
    PlanAnswer.objects.create(**own, place=1, question="Who can help?", words="Auntie comes on Thursdays.")
    PlanItem.objects.create(**own, what="Ring the school", who=keeper.name, whose="ours", keeper=keeper)
    AgencyAnswer.objects.create(**own, answer="awaiting", answered_by=keeper, answered_on="2026-10-31")
    return conference

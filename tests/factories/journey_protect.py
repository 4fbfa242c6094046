"""Child protection for tests: discussions, enquiries, conferences and plans, without their place on the timeline."""

from datetime import UTC, date, datetime
from typing import Any

import factory

from camden.access import Role
from camden.models import Membership
from cases.models import (
    Enquiry,
    Milestone,
    PlanSpell,
    ProtectionConference,
    ProtectionConferenceChild,
    StrategyChild,
    StrategyDiscussion,
)
from tests.factories.camden import MembershipFactory, TeamFactory
from tests.factories.cases import InvolvementFactory

HELD_AT = datetime(2026, 11, 2, 14, 30, tzinfo=UTC)


class StrategyFactory(factory.django.DjangoModelFactory[StrategyDiscussion]):
    """A strategy discussion of yesterday about `children`, with an enquiry for each."""

    class Meta:
        model = StrategyDiscussion
        skip_postgeneration_save = True

    cause_at = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    held_at = HELD_AT
    agencies = factory.LazyFunction(lambda: ["social-care", "police", "health"])
    shared = "Police: called twice. Health: a burn seen on 1 November."
    decision = "Enquire jointly."
    safety_tonight = "Aunt Farida stays with them."
    is_joint = True

    @factory.post_generation
    def enquired(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for child in extracted or []:
            StrategyChild.objects.create(case=self.case, strategy=self, child=child, is_enquired=True)
            EnquiryFactory(case=self.case, child=child, strategy=self)


class EnquiryFactory(factory.django.DjangoModelFactory[Enquiry]):
    """An enquiry that began yesterday."""

    class Meta:
        model = Enquiry

    started_on = date(2026, 11, 2)
    case = factory.LazyAttribute(lambda enquiry: enquiry.child.case)


class ProtectionConferenceFactory(factory.django.DjangoModelFactory[ProtectionConference]):
    """A conference booked for today, about `about`."""

    class Meta:
        model = ProtectionConference
        skip_postgeneration_save = True

    kind = "initial"
    planned_on = date(2026, 11, 3)
    booked_on = date(2026, 11, 2)

    @factory.post_generation
    def about(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for child in extracted or []:
            ProtectionConferenceChild.objects.create(case=self.case, conference=self, child=child)


class PlanSpellFactory(factory.django.DjangoModelFactory[PlanSpell]):
    """A child in need plan since September; with `protection=True` a child protection plan."""

    class Meta:
        model = PlanSpell

    class Params:
        protection = factory.Trait(basis="protection", first_category="NEG", latest_category="NEG")

    basis = "need"
    started_on = date(2026, 9, 1)
    case = factory.LazyAttribute(lambda spell: spell.child.case)


class MilestoneFactory(factory.django.DjangoModelFactory[Milestone]):
    """A child who went missing yesterday evening."""

    class Meta:
        model = Milestone

    kind = "missing"
    happened_on = date(2026, 11, 2)
    happened_at = datetime(2026, 11, 2, 21, 15, tzinfo=UTC)
    case = factory.LazyAttribute(lambda fact: fact.child.case)


def chair_of(service: Any, name: str = "Dawn Ellery") -> Membership:
    """Somebody who chairs conferences, outside every family's line management."""
    team = TeamFactory(parent=service, name="Quality")
    return MembershipFactory(user__name=name, team=team, role=Role.REVIEWING_OFFICER)


def settle_protection(cast: Any) -> None:
    """A row of every kind beneath the cast's record, and `cast.dawn`, who chairs its conference."""
    anisa, imran = cast.children[:2]
    chair = chair_of(cast.service)
    cast.dawn = chair.user
    InvolvementFactory(child=anisa, worker=chair.user, team=chair.team, role="chair")
    StrategyFactory(case=cast.case, enquired=[anisa, imran], decided_by=cast.bilal, recorded_by=cast.amara)
    anisa.enquiries.update(outcome="conference", concluded_on="2026-11-03", concluded_by=cast.amara)
    ProtectionConferenceFactory(case=cast.case, about=[anisa, imran], chair=chair.user)
    MilestoneFactory(child=anisa, recorded_by=cast.amara)

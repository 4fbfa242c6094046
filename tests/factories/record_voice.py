"""What people of a family said, agreed to and told us, as rows for tests."""

from datetime import date

import factory

from cases.models import Consent, ContactPoint, Feedback, FeedbackInvitation, Member, Person, Quote, Relationship
from tests.factories.camden import UserFactory
from tests.factories.cases import ChildFactory

SAID = date(2026, 10, 20)


class QuoteFactory(factory.django.DjangoModelFactory[Quote]):
    """Words of somebody, kept from nobody."""

    class Meta:
        model = Quote

    speaker = factory.SubFactory(ChildFactory)
    case = factory.LazyAttribute(lambda quote: quote.speaker.case)
    words = "I like it when we all eat together."
    said_on = SAID


class AdultFactory(factory.django.DjangoModelFactory[Member]):
    """Somebody in the children's life."""

    class Meta:
        model = Member

    person = factory.LazyFunction(Person.objects.create)
    kind = Member.Kind.ADULT
    given_name = "Shirin"
    family_name = "Khatun"


class SafeContactFactory(factory.django.DjangoModelFactory[ContactPoint]):
    """A number that is safe to use."""

    class Meta:
        model = ContactPoint

    member = factory.SubFactory(AdultFactory)
    case = factory.LazyAttribute(lambda point: point.member.case)
    kind = "mobile"
    value = "07700 900123"
    is_safe = True


class ConsentFactory(factory.django.DjangoModelFactory[Consent]):
    """Somebody agreed to help."""

    class Meta:
        model = Consent

    member = factory.SubFactory(AdultFactory)
    case = factory.LazyAttribute(lambda consent: consent.member.case)
    recorded_by = factory.SubFactory(UserFactory)
    purpose = "help"
    how = "spoken"
    given_on = SAID


class InvitationFactory(factory.django.DjangoModelFactory[FeedbackInvitation]):
    """Somebody was asked how we did."""

    class Meta:
        model = FeedbackInvitation

    member = factory.SubFactory(AdultFactory)
    case = factory.LazyAttribute(lambda invitation: invitation.member.case)
    token_sha256 = factory.Sequence(lambda n: f"{n:064}")
    invited_by = factory.SubFactory(UserFactory)
    after = "visits"
    invited_on = date(2026, 11, 1)
    expires_on = date(2026, 11, 29)


class FeedbackFactory(factory.django.DjangoModelFactory[Feedback]):
    """Somebody told us how we did, by name."""

    class Meta:
        model = Feedback

    member = factory.SubFactory(AdultFactory)
    case = factory.LazyAttribute(lambda feedback: feedback.member.case)
    answered_on = date(2026, 11, 2)
    listened = 9
    words = "She came when she said."


def parent_of(children: list[Member], name: str, kind: str = "mother") -> Member:
    """A parent of these children, in their record."""
    parent = AdultFactory(case=children[0].case, given_name=name)
    for child in children:
        Relationship.objects.create(case=child.case, one=parent, other=child, kind=kind)
    return parent

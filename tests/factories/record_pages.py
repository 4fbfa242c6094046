"""What one must know before one meets a family, for tests."""

from datetime import date

import factory

from cases.models import BriefPart, ContactPoint, NetworkTie, Quote


class BriefPartFactory(factory.django.DjangoModelFactory[BriefPart]):
    """A part that stands. `written_by` must be given."""

    class Meta:
        model = BriefPart

    kind = "why"
    words = "Dad lives somewhere else now, and we come so that it stays calm."
    written_on = date(2026, 10, 20)


class ContactPointFactory(factory.django.DjangoModelFactory[ContactPoint]):
    """A safe mobile of a `member`."""

    class Meta:
        model = ContactPoint

    case = factory.LazyAttribute(lambda point: point.member.case)
    kind = "mobile"
    value = "07700 900114"
    is_safe = True


class NetworkTieFactory(factory.django.DjangoModelFactory[NetworkTie]):
    """A `member`'s school."""

    class Meta:
        model = NetworkTie

    case = factory.LazyAttribute(lambda tie: tie.member.case)
    kind = "school"
    organisation = "An invented school"


class QuoteFactory(factory.django.DjangoModelFactory[Quote]):
    """Words of a `speaker`."""

    class Meta:
        model = Quote

    case = factory.LazyAttribute(lambda quote: quote.speaker.case)
    words = "I like it when Auntie comes."
    said_on = date(2026, 10, 13)

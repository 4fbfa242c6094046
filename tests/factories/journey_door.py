"""Contacts, referrals and closings for tests."""

from datetime import UTC, date, datetime
from typing import Any

import factory

from cases.models import Closure, ClosureChild, Contact, ContactChild, Episode, Referral, ReferralChild


class ContactFactory(factory.django.DjangoModelFactory[Contact]):
    """A contact nobody has decided, about the `about` children."""

    class Meta:
        model = Contact
        skip_postgeneration_save = True

    received_at = datetime(2026, 11, 3, 8, 30, tzinfo=UTC)
    method = "phone"
    source = "2A"
    consent = "given"
    worry = "She came without a coat again."

    @factory.post_generation
    def about(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for child in extracted or []:
            ContactChild.objects.create(case=self.case, contact=self, child=child)


class ReferralFactory(factory.django.DjangoModelFactory[Referral]):
    """A referral nobody has decided, about the `about` children."""

    class Meta:
        model = Referral
        skip_postgeneration_save = True

    received_at = datetime(2026, 11, 3, 8, 30, tzinfo=UTC)
    source = "2A"

    @factory.post_generation
    def about(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for child in extracted or []:
            ReferralChild.objects.create(case=self.case, referral=self, child=child)


class ClosureFactory(factory.django.DjangoModelFactory[Closure]):
    """A closing nobody has answered, for the open episodes of the `about` children."""

    class Meta:
        model = Closure
        skip_postgeneration_save = True

    reason = "RC7"
    closed_on = date(2026, 11, 3)
    asked_on = date(2026, 11, 3)
    summary = "Things are steady."

    @factory.post_generation
    def about(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for child in extracted or []:
            episode = Episode.objects.get(child=child, closed_on=None)
            ClosureChild.objects.create(case=self.case, closure=self, child=child, episode=episode)

"""Notes and documents for tests: invented, like everybody in them."""

from datetime import date
from typing import Any

import factory

from cases.models import CaseNote, CaseNoteAccount, CaseNoteChild, Document, Quote


class CaseNoteFactory(factory.django.DjangoModelFactory[CaseNote]):
    """A phone call of a morning, about `children`, without its place on the timeline."""

    class Meta:
        model = CaseNote
        skip_postgeneration_save = True

    kind = "call"
    happened_on = date(2026, 10, 20)

    @factory.post_generation
    def account(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        CaseNoteAccount.objects.create(case=self.case, note=self, words=extracted or "Shirin says they sleep.")

    @factory.post_generation
    def children(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for child in extracted or []:
            CaseNoteChild.objects.create(case=self.case, note=self, child=child)


class QuoteFactory(factory.django.DjangoModelFactory[Quote]):
    """Words of somebody in the family."""

    class Meta:
        model = Quote

    case = factory.LazyAttribute(lambda quote: quote.speaker.case)
    words = "I like it when Mum sings."
    said_on = date(2026, 10, 20)


class DocumentFactory(factory.django.DjangoModelFactory[Document]):
    """A letter whose bytes nobody kept."""

    class Meta:
        model = Document

    kind = "letter"
    title = "Letter from the school"
    sha256 = "0" * 64
    content_type = "application/pdf"
    size = 3
    added_on = date(2026, 10, 20)
